"""The progress of a user's invitation, in words for operators (contract §5, G30)."""

from typing import NamedTuple

from accounts.models import Invitation, LinkState, User
from config.admin.display import timestamp

# The colour of each word.
COLOURS = {
    "accepted": "success",
    "pending": "info",
    "sending": "info",
    "failed": "danger",
    "expired": "warning",
    "closed": "",
}


class Progress(NamedTuple):
    """The progress of an invitation: a key of ``COLOURS``, a word, and a sentence."""

    kind: str
    word: str
    sentence: str


def live_invitation(user: User) -> Invitation | None:
    """Return the user's latest invitation, which the list has prefetched (``live``)."""
    return next(iter(user.live_invitations), None)


def waits_for(user: User) -> bool:
    """Return whether the user's invitation can be sent again."""
    invitation = live_invitation(user)
    return user.is_active and invitation is not None and invitation.accepted_at is None


def progress(user: User) -> Progress | None:
    """Return the progress of the user's invitation; None when they were never invited."""
    invitation = live_invitation(user)
    if invitation is None:
        return None
    if invitation.state == LinkState.USED:
        said = f"Accepted on {timestamp(invitation.accepted_at)}."
        return Progress("accepted", "Accepted", said)
    if invitation.is_undelivered:
        reason = invitation.failure or "Nobody knows why."
        return Progress("failed", "Mail failed", f"The mail could not be delivered: {reason}")
    if invitation.state == LinkState.CLOSED:
        return Progress("closed", "Closed", "Not accepted; the account is switched off.")
    if invitation.sent_at is None:
        return Progress("sending", "Being sent", "The mail is on its way.")
    if invitation.state == LinkState.EXPIRED:
        said = f"Expired on {timestamp(invitation.expires_at)}; resend it."
        return Progress("expired", "Expired", said)
    said = (
        f"Sent on {timestamp(invitation.sent_at)}; good until {timestamp(invitation.expires_at)}."
    )
    return Progress("pending", "Pending", said)
