"""The tasks of the background worker for this app."""

from django.tasks import task

from config.background.repeating import repeatable
from config.context import within
from tenants.models import Tenant
from tenants.services.seals import seal_events


@repeatable
@task
def seal_events_of(tenant_id: str) -> int:
    """Seal what came to a tenant's audit trail; return how many events."""
    with within(tenant_id):
        return seal_events(list(Tenant.objects.settled().filter(pk=tenant_id)))
