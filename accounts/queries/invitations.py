"""Invitations, found by their links (contract §2)."""

from accounts.models import Invitation
from accounts.models.invitation import hash_of
from config.db.walls import enter_tenant_of


def reach_invitation(*, token: str) -> bool:
    """Enter the tenant of a link's invitation; return False when there is none."""
    return enter_tenant_of("invitation", hash_of(token))


def find_invitation(*, token: str) -> Invitation | None:
    """Return the invitation of a link, in any state; None when there is none."""
    if not reach_invitation(token=token):
        return None
    return Invitation.objects.with_token(token).with_branding().first()
