"""The tasks of the background worker for this app."""

from django.dispatch import receiver
from django.tasks import task

from accounts.models import Invitation
from accounts.services.deliveries import deliver
from accounts.services.events import invitation_issued


@task
def send_invitation(invitation_id: str) -> None:
    """Send an invitation's mail, and queue the next attempt where this one failed."""
    deliver(
        invitation_id=invitation_id,
        retry=lambda moment: send_invitation.using(run_after=moment).enqueue(invitation_id),
    )


@receiver(invitation_issued, dispatch_uid="accounts.send_invitation")
def _queue_invitation(invitation: Invitation, **_: object) -> None:
    send_invitation.enqueue(invitation.pk)
