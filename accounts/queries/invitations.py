"""Invitations, found by their links (contract §2)."""

from accounts.models import Invitation


def find_invitation(*, token: str) -> Invitation | None:
    """Return the invitation of a link, in any state; None when there is none."""
    return Invitation.objects.with_token(token).with_branding().first()
