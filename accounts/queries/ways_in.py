"""What is known of the ways in of somebody's account (contract §19)."""

from typing import Any

from accounts.models import User
from accounts.queries.invitations import latest_invitation, progress_of
from accounts.queries.second_factor import factor_of


def ways_in_of(user: User) -> dict[str, Any]:
    """Return a user's latest invitation, with how far it has come, and their second factor."""
    invitation, factor = latest_invitation(user), factor_of(user)
    return {
        "invitation": invitation
        and {
            "status": progress_of(invitation),
            "invited_by_name": invitation.invited_by_name,
            "created_at": invitation.created_at,
            "sent_at": invitation.sent_at,
            "expires_at": invitation.expires_at if invitation.sent_at else None,
            "accepted_at": invitation.accepted_at,
            "failure": invitation.failure,
        },
        "second_factor": {"is_active": factor is not None, "since": factor and factor.since},
    }
