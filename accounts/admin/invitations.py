"""The progress of a user's invitation, in words for operators (contract §5, G30)."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

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
        said = _("Accepted on %(accepted_at)s.") % {
            "accepted_at": timestamp(invitation.accepted_at)
        }
        return Progress("accepted", _("Accepted"), said)
    if invitation.is_undelivered:
        reason = invitation.failure or _("Nobody knows why.")
        return Progress(
            "failed",
            _("Mail failed"),
            _("The mail could not be delivered: %(reason)s") % {"reason": reason},
        )
    if invitation.state == LinkState.CLOSED:
        return Progress("closed", _("Closed"), _("Not accepted; the account is switched off."))
    if invitation.sent_at is None:
        return Progress("sending", _("Being sent"), _("The mail is on its way."))
    if invitation.state == LinkState.EXPIRED:
        said = _("Expired on %(expires_at)s; resend it.") % {
            "expires_at": timestamp(invitation.expires_at)
        }
        return Progress("expired", _("Expired"), said)
    said = _("Sent on %(sent_at)s; good until %(expires_at)s.") % {
        "sent_at": timestamp(invitation.sent_at),
        "expires_at": timestamp(invitation.expires_at),
    }
    return Progress("pending", _("Pending"), said)
