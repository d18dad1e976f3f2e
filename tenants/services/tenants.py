"""The creation, change and deletion of tenants (contract §3)."""

from typing import Any
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from config.context import within
from config.db.locks import lock_row
from config.errors import InvalidInput, RuleViolation
from config.hosts import normalise_domain
from tenants.models import EventType, Tenant
from tenants.services import audit
from tenants.services.claims import claim, claim_all
from tenants.services.events import tenant_created, tenant_deleted


@transaction.atomic
def create_tenant(
    *,
    actor: audit.Actor | None,
    name: str,
    slug: str,
    domain: str | None = None,
    lms_type: str | None = None,
    time_zone: str | None = None,
) -> Tenant:
    """Create a tenant with the rows that every tenant has, its system roles included.

    A slug that is taken, also by a deleted tenant, is refused by the database (409). Raises
    Conflict when another active tenant has the domain, InvalidInput when it is no host name.
    """
    domain = _stored(domain)
    tenant = Tenant(
        name=name, slug=slug, domain=domain, lms_type=lms_type, time_zone=time_zone or None
    )
    claim(actor=actor, tenant=tenant, domain=domain)
    tenant.save(force_insert=True)
    with within(tenant.pk):
        tenant_created.send(sender=Tenant, tenant=tenant)
    audit.record(
        EventType.TENANT_CREATED,
        actor=actor,
        tenant=tenant,
        target_id=tenant.pk,
        name=name,
        slug=slug,
        domain=domain,
        lms_type=lms_type,
        time_zone=tenant.time_zone,
    )
    return tenant


@transaction.atomic
def update_tenant(*, actor: audit.Actor | None, tenant: Tenant, **values: Any) -> Tenant:
    """Change the given core fields; ``is_active=True`` restores a tenant.

    Switching one off is a deletion, and is refused in the same way (RuleViolation) for the caller's
    own, and where no Super Admin who can act would be left. Raises Conflict when another active
    tenant has the domain, or has taken domain or origin of one that is restored.
    """
    if "domain" in values:
        values["domain"] = _stored(values["domain"])
    if "time_zone" in values:
        values["time_zone"] = values["time_zone"] or None
    tenant = lock_tenant(tenant)
    was_active = tenant.is_active
    changes = audit.apply(tenant, values)
    if not changes:
        return tenant
    deleted = was_active and not tenant.is_active
    if deleted and actor and tenant.pk == actor.tenant_id:
        raise RuleViolation(_("You cannot delete your own university."))
    if tenant.is_active and not was_active:
        claim_all(actor=actor, tenant=tenant)
    elif "domain" in changes:
        claim(actor=actor, tenant=tenant, domain=tenant.domain)
    tenant.save(update_fields=[*changes, "updated_at"])
    if deleted:
        tenant_deleted.send(sender=Tenant, tenant=tenant)
    event = EventType.TENANT_DELETED if deleted else EventType.TENANT_UPDATED
    audit.record(event, actor=actor, tenant=tenant, target_id=tenant.pk, changes=changes)
    return tenant


def soft_delete_tenant(
    *, actor: audit.Actor | None, tenant: Tenant, confirm_name: str | None = None
) -> Tenant:
    """Switch a tenant off: at the next request all its people and keys are locked out.

    ``confirm_name`` is what people type who are asked for its name; InvalidInput if it is another.
    The database increments the tenant's ``access_epoch``, so that no earlier session or token works
    again when the tenant is restored.
    """
    if confirm_name is not None and _as_typed(confirm_name) != _as_typed(tenant.name):
        raise InvalidInput(
            [("confirm_name", _("That is not its name. Type: %(name)s") % {"name": tenant.name})]
        )
    return update_tenant(actor=actor, tenant=tenant, is_active=False)


def _as_typed(name: str) -> str:
    """Return a name with any blanks and any spelling of its letters in Unicode as one."""
    return " ".join(normalize("NFC", name).split())


def _stored(domain: str | None) -> str | None:
    try:
        return normalise_domain(domain) if domain else None
    except ValidationError as error:
        raise InvalidInput([("domain", message) for message in error.messages]) from error


def lock_tenant(tenant: Tenant) -> Tenant:
    """Return the tenant as it is now, held until the transaction ends.

    Every change of a tenant or its configurations takes this lock first.
    """
    return lock_row(Tenant.objects.all(), tenant)
