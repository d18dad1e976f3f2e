"""Invitations as their links lead to them (contract §2)."""

from accounts.models import Invitation


def find_invitation(*, token: str) -> Invitation | None:
    """Return the invitation that a link leads to, in whatever state; None when there is none."""
    return Invitation.objects.with_token(token).with_branding().first()
