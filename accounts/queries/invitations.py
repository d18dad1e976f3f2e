"""Invitations, found by their links (contract §2)."""

from accounts.models import Invitation
from accounts.queries.mailed_links import find_link


def find_invitation(*, token: str) -> Invitation | None:
    """Return the invitation of a link, in any state; None when there is none."""
    return find_link(Invitation, token=token)
