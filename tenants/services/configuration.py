"""Changes to a tenant's branding, single sign-on, AI settings and allowed origins (contract §3)."""

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from config.errors import InvalidInput, NotFound, RuleViolation
from tenants.models import (
    AllowedOrigin,
    EventType,
    Tenant,
    TenantAIConfig,
    TenantBranding,
    TenantSSOConfig,
)
from tenants.queries.configuration import AI_CONFIG, allowed_origins
from tenants.services import audit
from tenants.services.claims import claim
from tenants.services.tenants import lock_tenant
from tenants.validators import normalise_origin

_folded_slashes = re.compile(r"^(https?):/+", re.IGNORECASE)


def update_branding(*, actor: audit.Actor | None, tenant: Tenant, **values: Any) -> TenantBranding:
    """Change the tenant's branding; absent values stay as they are."""
    for colour in ("primary_color", "secondary_color"):
        if values.get(colour):
            values[colour] = values[colour].upper()
    return _configure(TenantBranding, "branding", actor=actor, tenant=tenant, values=values)


def update_sso_config(
    *, actor: audit.Actor | None, tenant: Tenant, **values: Any
) -> TenantSSOConfig:
    """Change the tenant's single sign-on; enabling it without both URLs is refused (400)."""
    return _configure(TenantSSOConfig, "sso_config", actor=actor, tenant=tenant, values=values)


def update_ai_config(*, actor: audit.Actor | None, tenant: Tenant, **values: Any) -> TenantAIConfig:
    """Change the defaults of the tenant's simulations; absent values stay as they are."""
    return _configure(TenantAIConfig, AI_CONFIG, actor=actor, tenant=tenant, values=values)


@transaction.atomic
def _configure[M: (TenantBranding, TenantSSOConfig, TenantAIConfig)](
    model: type[M], name: str, *, actor: audit.Actor | None, tenant: Tenant, values: dict[str, Any]
) -> M:
    """Change one configuration under the tenant's lock; the first value given creates its row.

    Until then it is not stored; the returned object has the defaults.
    """
    tenant = lock_tenant(tenant)
    row = model.objects.filter(tenant=tenant).first()
    if is_new := row is None:
        row = model(tenant=tenant, **values)
        given = {field: value for field, value in values.items() if value is not None}
        changes: audit.Changes = {
            field: {"before": None, "after": value} for field, value in given.items()
        }
    else:
        changes = audit.apply(row, values)
    if not changes:
        return row
    _require_sound(row)
    if is_new:
        row.save(force_insert=True)
    else:
        row.save(update_fields=[*changes, "updated_at"])
    audit.record(
        EventType.TENANT_UPDATED,
        actor=actor,
        tenant=tenant,
        target_id=tenant.pk,
        configuration=name,
        changes=changes,
    )
    return row


def _require_sound(row: Model) -> None:
    """Raise RuleViolation if the row as a whole breaks a rule, even if an old value is to blame."""
    try:
        row.clean()
    except ValidationError as error:
        raise RuleViolation(" ".join(error.messages)) from error


@transaction.atomic
def add_allowed_origin(*, actor: audit.Actor | None, tenant: Tenant, origin: str) -> list[str]:
    """Allow pages of an origin to call the API; return all origins. A known one changes nothing.

    Raises InvalidInput when it is no origin, and Conflict when it is another active tenant's.
    """
    try:
        origin = normalise_origin(origin)
    except ValidationError as error:
        raise InvalidInput([("origin", message) for message in error.messages]) from error
    tenant = lock_tenant(tenant)
    before = allowed_origins(tenant)
    if origin in before:
        return before
    claim(actor=actor, tenant=tenant, origins=[origin])
    AllowedOrigin.objects.create(tenant=tenant, origin=origin)
    return _record_origins(actor, tenant, before)


@transaction.atomic
def remove_allowed_origin(*, actor: audit.Actor | None, tenant: Tenant, origin: str) -> list[str]:
    """Remove an origin; return the rest. Raises NotFound when it is not in the list.

    The origin may come from a path in which a server has folded "//" into "/".
    """
    try:
        origin = normalise_origin(_folded_slashes.sub(r"\1://", origin.strip()))
    except ValidationError as error:
        raise NotFound(_("This origin is not in the list.")) from error
    tenant = lock_tenant(tenant)
    before = allowed_origins(tenant)
    if origin not in before:
        raise NotFound(_("This origin is not in the list."))
    AllowedOrigin.objects.for_tenant(tenant).filter(origin=origin).delete()
    return _record_origins(actor, tenant, before)


@transaction.atomic
def replace_allowed_origins(
    *, actor: audit.Actor | None, tenant: Tenant, origins: Iterable[str]
) -> list[str]:
    """Allow exactly these origins; return them.

    Raises InvalidInput for a text that is none, and Conflict for one that is another active
    tenant's; then the list stays as it was.
    """
    wanted, faults = [], []
    for origin in origins:
        try:
            wanted.append(normalise_origin(origin))
        except ValidationError as error:
            faults += [("origins", f"{origin}: {message}") for message in error.messages]
    if faults:
        raise InvalidInput(faults)
    tenant = lock_tenant(tenant)
    before = allowed_origins(tenant)
    added = [origin for origin in dict.fromkeys(wanted) if origin not in before]
    claim(actor=actor, tenant=tenant, origins=added)
    stored = AllowedOrigin.objects.for_tenant(tenant)
    removed, _ = stored.exclude(origin__in=wanted).delete()
    # One by one: their order is that of their creation.
    for origin in added:
        AllowedOrigin.objects.create(tenant=tenant, origin=origin)
    return _record_origins(actor, tenant, before) if added or removed else before


def _record_origins(actor: audit.Actor | None, tenant: Tenant, before: list[str]) -> list[str]:
    after = allowed_origins(tenant)
    audit.record(
        EventType.TENANT_UPDATED,
        actor=actor,
        tenant=tenant,
        target_id=tenant.pk,
        configuration="allowed_origins",
        changes={"allowed_origins": {"before": before, "after": after}},
    )
    return after
