"""Which programmes a user belongs to (contract §5)."""

from collections.abc import Iterable

from django.db.models import QuerySet

from accounts.models import ProgrammeMembership, User
from programmes.models import Programme
from programmes.services.programmes import resolve_codes
from tenants.services.audit import Changes


def programme_codes(user: User) -> list[str]:
    """Return the codes of the user's programmes, in the order in which they were given."""
    return [programme.code for programme in _programmes(user)]


def replace_programmes(user: User, codes: Iterable[str]) -> Changes:
    """Make these the user's programmes, in this order; return what changed.

    Call it with the user locked. Codes are judged as ``resolve_codes`` does.
    """
    held = _programmes(user)
    before, after = [programme.code for programme in held], list(dict.fromkeys(codes))
    if after == before:
        return {}
    found = resolve_codes(tenant=user.tenant, codes=after, kept=held)
    programmes = {programme.code: programme for programme in found}
    _links(user).delete()
    ProgrammeMembership.objects.bulk_create(
        ProgrammeMembership(tenant_id=user.tenant_id, user_id=user.pk, programme=programmes[code])
        for code in after
    )
    return {"programme_codes": {"before": before, "after": after}}


def _programmes(user: User) -> list[Programme]:
    return [link.programme for link in _links(user).select_related("programme").order_by("pk")]


def _links(user: User) -> QuerySet[ProgrammeMembership]:
    return ProgrammeMembership.objects.for_tenant(user.tenant_id).filter(user=user.pk)
