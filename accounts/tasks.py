"""What the background worker does for this app."""

from django.tasks import task

from accounts.services.deliveries import deliver


@task
def send_invitation(invitation_id: str) -> None:
    """Send an invitation's mail, and queue the next attempt where this one failed."""
    deliver(
        invitation_id=invitation_id,
        retry=lambda moment: send_invitation.using(run_after=moment).enqueue(invitation_id),
    )
