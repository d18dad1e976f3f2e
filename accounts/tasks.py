"""The tasks of the background worker for this app."""

from django.dispatch import receiver
from django.tasks import task

from accounts.models import Invitation
from accounts.services.deliveries import deliver
from accounts.services.events import invitation_issued
from config.context import ALL_TENANTS, within


@task
def send_invitation(invitation_id: str, tenant_id: str = ALL_TENANTS) -> None:
    """Send an invitation's mail, and queue the next attempt where this one failed.

    Tasks that the release before queued name no tenant.
    """
    with within(tenant_id):
        deliver(
            invitation_id=invitation_id,
            retry=lambda moment: send_invitation.using(run_after=moment).enqueue(
                invitation_id, tenant_id
            ),
        )


@receiver(invitation_issued, dispatch_uid="accounts.send_invitation")
def _queue_invitation(invitation: Invitation, **_: object) -> None:
    send_invitation.enqueue(invitation.pk, invitation.tenant_id)
