"""Changes to the programmes of a user (contract §5)."""

from collections.abc import Iterable

from accounts.models import ProgrammeMembership, User
from accounts.queries.membership import memberships_of, programmes_of
from programmes.services.programmes import resolve_codes
from tenants.services.audit import Changes


def replace_programmes(user: User, codes: Iterable[str]) -> Changes:
    """Make these the user's programmes, in this order; return what changed.

    Call it with the user locked. Codes are checked by ``resolve_codes``.
    """
    held = programmes_of(user)
    before, after = [programme.code for programme in held], list(dict.fromkeys(codes))
    if after == before:
        return {}
    found = resolve_codes(tenant=user.tenant, codes=after, kept=held)
    programmes = {programme.code: programme for programme in found}
    memberships_of(user).delete()
    ProgrammeMembership.objects.bulk_create(
        ProgrammeMembership(tenant_id=user.tenant_id, user_id=user.pk, programme=programmes[code])
        for code in after
    )
    return {"programme_codes": {"before": before, "after": after}}
