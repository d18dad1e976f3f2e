"""The delivery of an invitation's mail to the mail server (contract §5).

A mail is sent at most once: the worker commits its claim before it sends, and an attempt that was
interrupted in between is not repeated. If the mail server took the mail and failed before it
answered, nobody can know whether it took it. Then a lost mail is the smaller fault: it appears
among the undelivered ones and one click resends it, while a second mail cannot be called back.

The token is created here and not with the invitation, so that it exists in the mail alone: the
queue holds the invitation's id, the database the hash. The token of a refused mail never works.
"""

import logging
import smtplib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from django.core.mail import mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from accounts.mail import invitation_mail, one_line
from accounts.models import Invitation, InvitationQuerySet
from config.context import bind_request_context
from config.smtputf8 import Unwritable

logger = logging.getLogger(__name__)

type Retry = Callable[[datetime], object]

# The waiting time after each failure; together about a day, like the retries of mail servers.
DELAYS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=6),
    timedelta(hours=12),
)

_UNKNOWN = "The connection broke; whether the mail arrived, nobody knows."
_UNWRITABLE = "No mail can be addressed to this user."


def deliver(*, invitation_id: str, retry: Retry) -> None:
    """Send an invitation's mail, unless it was sent before or nobody waits for it any more.

    ``retry`` is called with the time of the next attempt, in the transaction that stores why
    this one failed. After the last one, or when the server refuses for good, the invitation is
    marked as failed.
    """
    connection = mailers.default
    try:
        connection.open()
    except OSError as error:  # which all of smtplib's are
        _note_failure(Invitation.objects.to_be_sent(), invitation_id, _said(error), retry=retry)
        return
    try:
        if claimed := _claim(invitation_id):
            _hand_over(connection, *claimed, retry=retry)
    finally:
        # The mail's result is stored by now; an error at the end of the connection changes nothing.
        with suppress(OSError):
            connection.close()


@transaction.atomic
def _claim(invitation_id: str) -> tuple[Invitation, str] | None:
    """Claim a mail for this worker; return the invitation and its token, None if it is not due."""
    invitation = (
        Invitation.objects.to_be_sent()
        .with_branding()
        .select_for_update(of=("self",), no_key=True)
        .filter(pk=invitation_id)
        .first()
    )
    if invitation is None:
        return None
    bind_request_context(invitation.tenant_id)  # for the log
    token = invitation.give_token()
    invitation.claimed_at = timezone.now()
    invitation.attempts += 1
    invitation.save(update_fields=["token_hash", "expires_at", "claimed_at", "attempts"])
    return invitation, token


def _hand_over(
    connection: BaseEmailBackend, invitation: Invitation, token: str, *, retry: Retry
) -> None:
    own = Invitation.objects.all()
    try:
        connection.send_messages([invitation_mail(invitation, token)])
    except Unwritable as error:
        _note_failure(own, invitation.pk, str(error))
    except ValueError:  # raised before anything is sent to the server
        _note_failure(own, invitation.pk, _UNWRITABLE)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        _note_failure(own, invitation.pk, _said(error), retry=None if _for_good(error) else retry)
    except OSError:
        _note_failure(own, invitation.pk, _UNKNOWN, keep_token=True)
    else:
        Invitation.objects.filter(pk=invitation.pk).update(sent_at=timezone.now(), failure=None)
        logger.info("Invitation %s was sent.", invitation.pk)


@transaction.atomic
def _note_failure(
    invitations: InvitationQuerySet,
    invitation_id: str,
    reason: str,
    *,
    retry: Retry | None = None,
    keep_token: bool = False,
) -> None:
    invitation = (
        invitations.select_for_update(of=("self",), no_key=True).filter(pk=invitation_id).first()
    )
    if invitation is None:
        return
    if invitation.claimed_at is None:  # the attempt never began
        invitation.attempts += 1
    invitation.claimed_at = None
    invitation.failure = reason[: Invitation._meta.get_field("failure").max_length]
    if not keep_token:
        invitation.token_hash = None
    now = timezone.now()
    delays = DELAYS[invitation.attempts - 1 :]
    if retry and delays:
        retry(now + delays[0])
    else:
        invitation.failed_at = now
    invitation.save(update_fields=["attempts", "claimed_at", "failure", "failed_at", "token_hash"])
    # The server's words may name an address; they stay in the row.
    logger.warning(
        "Invitation %s was not sent at attempt %d; %s.",
        invitation_id,
        invitation.attempts,
        "giving up" if invitation.failed_at else "another follows",
    )


def _for_good(error: smtplib.SMTPException) -> bool:
    """Return whether the server refuses this mail for ever, and not us or only at this moment.

    A refusal of the sender or of the greeting is a mistake in our configuration, which can be
    corrected before the last attempt.
    """
    match error:
        case smtplib.SMTPRecipientsRefused() | smtplib.SMTPDataError():
            code, _ = _reply(error) or (0, "")
            return code >= 500
    return False


def _said(error: OSError) -> str:
    """Return the message of the server or the network, on one line."""
    code, words = _reply(error) or (None, str(error) or type(error).__name__)
    if isinstance(words, bytes):
        words = words.decode(errors="replace")
    return one_line(f"{code} {words}" if code else words)


def _reply(error: OSError) -> tuple[int, bytes | str] | None:
    """Return the code and the text of the server's answer."""
    match error:
        case smtplib.SMTPRecipientsRefused():
            (reply,) = error.recipients.values()
            return reply
        case smtplib.SMTPResponseException():
            return error.smtp_code, error.smtp_error
    return None
