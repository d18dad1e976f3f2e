"""The creation, change and deletion of programmes (contract §6)."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from config.db.locks import lock_row
from config.errors import Conflict, RuleViolation
from programmes.models import Programme
from programmes.queries.uses import uses_of
from tenants.models import EventType, Tenant
from tenants.services import audit

# Django does not offer this lock: until the transaction ends nobody can delete or rename these
# programmes, while any number of other transactions may refer to them, too.
_HOLD = "SELECT * FROM programmes_programme WHERE tenant_id = %s AND code = ANY(%s) FOR KEY SHARE"


@transaction.atomic
def create_programme(
    *, actor: audit.Actor | None, tenant: Tenant, code: str, name: str, **optional: Any
) -> Programme:
    """Create a programme. A code that the tenant has already is refused by the database (409)."""
    programme = Programme(tenant=tenant, code=code, name=name, **optional)
    programme.save(force_insert=True)
    audit.record_about(EventType.PROGRAMME_CREATED, programme, actor=actor, code=code, name=name)
    return programme


@transaction.atomic
def update_programme(
    *, actor: audit.Actor | None, programme: Programme, **values: Any
) -> Programme:
    """Change the given values. A new code shows at once wherever the programme is named."""
    programme = _lock(programme)
    changes = audit.apply(programme, values)
    if changes:
        programme.save(update_fields=[*changes, "updated_at"])
        audit.record_about(EventType.PROGRAMME_UPDATED, programme, actor=actor, changes=changes)
    return programme


@transaction.atomic
def delete_programme(*, actor: audit.Actor | None, programme: Programme) -> None:
    """Delete a programme for good.

    Raises Conflict, with their numbers, while users (deleted ones too, who may come back) or case
    studies belong to it (G9).
    """
    programme = _lock(programme, for_deletion=True)
    uses = uses_of(programme)
    if any(uses.values()):
        raise Conflict(_("The programme is still in use; deactivate it instead."), uses)
    audit.record_about(
        EventType.PROGRAMME_DELETED,
        programme,
        actor=actor,
        code=programme.code,
        name=programme.name,
    )
    programme.delete()


def resolve_codes(
    *, tenant: Tenant, codes: Iterable[str], kept: Iterable[Programme] = ()
) -> list[Programme]:
    """Return the tenant's programmes with these codes, each once, in code order.

    Call it in the transaction that refers to them: until its end they are neither deleted nor
    renamed. ``kept`` are those that the row has already: they may stay even if they are inactive.
    Raises RuleViolation for codes that are unknown, or newly added and inactive (contract §5, §7).
    """
    codes = list(dict.fromkeys(codes))
    found = {one.code: one for one in Programme.objects.raw(_HOLD, [tenant.pk, codes])}
    unknown = [code for code in codes if code not in found]
    _refuse("unknown_codes", _("Unknown programme codes: %(codes)s."), unknown)
    programmes = [found[code] for code in sorted(found)]
    added = set(programmes) - set(kept)
    inactive = [one.code for one in programmes if one in added and not one.is_active]
    _refuse("inactive_codes", _("Inactive programmes cannot be added: %(codes)s."), inactive)
    return programmes


def _refuse(detail: str, message: str, codes: list[str]) -> None:
    if codes:
        raise RuleViolation(message % {"codes": ", ".join(codes)}, {detail: codes})


def _lock(programme: Programme, *, for_deletion: bool = False) -> Programme:
    """Lock the programme; for deletion, nobody can join it meanwhile either."""
    programmes = Programme.objects.for_tenant(programme.tenant_id)
    return lock_row(programmes, programme, no_key=not for_deletion)
