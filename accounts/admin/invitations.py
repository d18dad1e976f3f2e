"""The progress of a user's invitation, in words for operators (contract §5, G30)."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from accounts.models import Invitation, User
from accounts.queries.invitations import InvitationProgress, progress_of
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


_WORDS = {
    InvitationProgress.ACCEPTED: (_("Accepted"), _("Accepted on %(accepted_at)s.")),
    InvitationProgress.FAILED: (
        _("Mail failed"),
        _("The mail could not be delivered: %(reason)s"),
    ),
    InvitationProgress.CLOSED: (_("Closed"), _("Not accepted; the account is switched off.")),
    InvitationProgress.SENDING: (_("Being sent"), _("The mail is on its way.")),
    InvitationProgress.EXPIRED: (_("Expired"), _("Expired on %(expires_at)s; resend it.")),
    InvitationProgress.PENDING: (
        _("Pending"),
        _("Sent on %(sent_at)s; good until %(expires_at)s."),
    ),
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
    reached = progress_of(invitation)
    word, sentence = _WORDS[reached]
    about = {
        "accepted_at": timestamp(invitation.accepted_at),
        "sent_at": timestamp(invitation.sent_at),
        "expires_at": timestamp(invitation.expires_at),
        "reason": invitation.failure or _("Nobody knows why."),
    }
    return Progress(reached, word, sentence % about)
