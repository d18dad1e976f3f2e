"""Which programmes a user belongs to (contract §5)."""

from collections.abc import Iterable

from accounts.models import ProgrammeMembership, User
from config.errors import RuleViolation
from programmes.models import Programme
from tenants.services.audit import Changes


def programme_codes(user: User) -> list[str]:
    """Return the codes of the user's programmes, in the order in which they were given."""
    links = ProgrammeMembership.objects.for_tenant(user.tenant_id).filter(user=user.pk)
    return list(links.order_by("pk").values_list("programme__code", flat=True))


def replace_programmes(user: User, codes: Iterable[str]) -> Changes:
    """Make these the user's programmes; return what changed.

    Call it with the user locked. Codes that come twice count once. Unknown codes are refused, and
    so are those of inactive programmes, unless the user has them already (RuleViolation).
    """
    before, after = programme_codes(user), list(dict.fromkeys(codes))
    if after == before:
        return {}
    found = Programme.objects.for_tenant(user.tenant_id).filter(code__in=after)
    programmes = {programme.code: programme for programme in found}
    _refuse(
        "unknown_codes",
        "Unknown programme codes",
        [code for code in after if code not in programmes],
    )
    _refuse(
        "inactive_codes",
        "Inactive programmes cannot be added",
        [code for code in after if code not in before and not programmes[code].is_active],
    )
    ProgrammeMembership.objects.for_tenant(user.tenant_id).filter(user=user.pk).delete()
    ProgrammeMembership.objects.bulk_create(
        ProgrammeMembership(tenant_id=user.tenant_id, user_id=user.pk, programme=programmes[code])
        for code in after
    )
    return {"programme_codes": {"before": before, "after": after}}


def _refuse(detail: str, message: str, codes: list[str]) -> None:
    if codes:
        raise RuleViolation(f"{message}: {', '.join(codes)}.", {detail: codes})
