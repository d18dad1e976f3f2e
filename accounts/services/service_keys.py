"""Service keys, by which a tenant's live service is authenticated (contract §15)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import ServiceKey, User
from config.db.locks import lock_row
from config.errors import InvalidInput, RuleViolation
from config.text import one_line
from tenants.models import EventType, Tenant
from tenants.services import audit


@transaction.atomic
def create_service_key(*, actor: User | None, tenant: Tenant, name: str) -> tuple[ServiceKey, str]:
    """Create a key for a tenant; return it with its text, which cannot be recovered later.

    ``name`` says what the key is for, in at most 50 characters (InvalidInput). A tenant that is
    switched off gets none (RuleViolation).
    """
    if not tenant.is_active:
        raise RuleViolation(_("The tenant is switched off."))
    key = ServiceKey(tenant=tenant)
    text = ServiceKey.objects.assign_key(key)
    try:
        key.name = _name(name)
        key.clean_fields()
    except ValidationError as error:
        faults = error.message_dict.items()
        raise InvalidInput([(field, fault) for field, said in faults for fault in said]) from error
    key.save(force_insert=True)
    _record(EventType.SERVICE_KEY_CREATED, actor, key)
    return key, text


def _name(text: str) -> str:
    try:
        return one_line(text)
    except ValidationError as error:
        raise ValidationError({"name": error}) from error


@transaction.atomic
def revoke_service_key(*, actor: User | None, key: ServiceKey) -> ServiceKey:
    """Revoke a key for ever; a second time changes nothing."""
    key = lock_row(ServiceKey.objects.for_tenant(key.tenant_id), key)
    if not key.revoked:
        key.revoked = True
        key.save(update_fields=["revoked"])
        _record(EventType.SERVICE_KEY_REVOKED, actor, key)
    return key


def _record(event_type: EventType, actor: User | None, key: ServiceKey) -> None:
    """Record an event under the key's prefix, since its primary key contains the hash."""
    audit.record(event_type, actor=actor, tenant=key.tenant, target_id=key.prefix, name=key.name)
