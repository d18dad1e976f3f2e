"""The delivery of a mailed link to the mail server: invitations, password resets (contract §5).

A mail is sent at most once: the worker commits its claim before it sends, and an attempt that was
interrupted in between is not repeated. If the mail server took the mail and failed before it
answered, nobody can know whether it took it. Then a lost mail is the smaller fault: it appears
among the undelivered ones and one click resends it, while a second mail cannot be called back.

The token is created here and not with the link's row, so that it exists in the mail alone: the
queue holds the row's id, the database the hash. The token of a refused mail never works.
"""

import logging
import smtplib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from django.core.mail import EmailMultiAlternatives, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from accounts.mail import invitation_mail, reset_mail
from accounts.models import Invitation, MailedLink, MailedLinkQuerySet, PasswordReset
from accounts.services.mail_pauses import pauses
from config.background.repeating import finish_task
from config.context import bind_request_context
from config.smtputf8 import Unwritable
from config.text import on_one_line

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
_CUT_OFF = "The worker was ended over this mail; whether it arrived, nobody knows."
_UNWRITABLE = "No mail can be addressed to this user."


_WRITERS: dict[type[MailedLink], Callable[..., EmailMultiAlternatives]] = {
    Invitation: invitation_mail,
    PasswordReset: reset_mail,
}


def deliver(
    kind: type[MailedLink], *, link_id: str, retry: Retry, is_repeated: bool = False
) -> None:
    """Send a link's mail, unless it was sent before or nobody waits for it any more.

    ``is_repeated``: a worker that is gone had begun it. If it had claimed the mail, that may have
    gone out, and is not sent again but marked.

    ``retry`` is called with the time of the next attempt, in the transaction that stores why
    this one failed. After the last one, or when the server refuses for good, the link is marked as
    failed.
    """
    if is_repeated and give_up(kind, link_id, only_claimed=True):
        return
    if (pause := pauses.end_of_present) and _put_off(kind, link_id, pause, retry):
        return
    connection = mailers.default
    try:
        connection.open()
        pauses.end()
    except OSError as error:  # which all of smtplib's are
        if isinstance(error, TimeoutError):
            pauses.begin()
        _note_failure(kind.links().to_be_sent(), link_id, _said(error), retry=retry)
        return
    try:
        if claimed := _claim(kind, link_id):
            _hand_over(connection, *claimed, retry=retry)
    finally:
        # The mail's result is stored by now; an error at the end of the connection changes nothing.
        with suppress(OSError):
            connection.close()


@transaction.atomic
def _put_off(kind: type[MailedLink], link_id: str, moment: datetime, retry: Retry) -> bool:
    """Put a mail off, which is no attempt; return False where nobody would wait so long."""
    link = kind.links().to_be_sent().filter(pk=link_id).first()
    if link and moment >= link.created_at + link.PATIENCE:
        return False
    finish_task()
    if link:
        retry(moment)
    return True


@transaction.atomic
def give_up(kind: type[MailedLink], link_id: str, *, only_claimed: bool = False) -> bool:
    """Mark a mail whose worker is gone as failed; return whether it may have gone out."""
    waiting = kind.links().filter(sent_at=None, failed_at=None)
    is_claimed = waiting.filter(pk=link_id).exclude(claimed_at=None).exists()
    if is_claimed or not only_claimed:
        _note_failure(waiting, link_id, _CUT_OFF, keep_token=True)
    return is_claimed


@transaction.atomic
def _claim[L: MailedLink](kind: type[L], link_id: str) -> tuple[L, str] | None:
    """Claim a mail for this worker; return the link and its token, None if it is not due."""
    link = (
        kind.links()
        .to_be_sent()
        .with_branding()
        .select_for_update(of=("self",), no_key=True)
        .filter(pk=link_id)
        .first()
    )
    if link is None:
        return None
    bind_request_context(link.tenant_id)  # for the log
    token = link.give_token()
    link.claimed_at = timezone.now()
    link.attempts += 1
    link.save(update_fields=["token_hash", "expires_at", "claimed_at", "attempts"])
    return link, token


def _hand_over(connection: BaseEmailBackend, link: MailedLink, token: str, *, retry: Retry) -> None:
    own = type(link).links()
    try:
        connection.send_messages([_WRITERS[type(link)](link, token)])
    except Unwritable as error:
        _note_failure(own, link.pk, str(error))
    except ValueError:  # raised before anything is sent to the server
        _note_failure(own, link.pk, _UNWRITABLE)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        _note_failure(own, link.pk, _said(error), retry=None if _for_good(error) else retry)
    except OSError:
        _note_failure(own, link.pk, _UNKNOWN, keep_token=True)
    else:
        with transaction.atomic():
            own.filter(pk=link.pk).update(sent_at=timezone.now(), failure=None)
            finish_task()
        logger.info("%s %s was sent.", _noun(link), link.pk)


@transaction.atomic
def _note_failure(
    links: MailedLinkQuerySet,
    link_id: str,
    reason: str,
    *,
    retry: Retry | None = None,
    keep_token: bool = False,
) -> None:
    link = links.select_for_update(of=("self",), no_key=True).filter(pk=link_id).first()
    finish_task()
    if link is None:
        return
    if link.claimed_at is None:  # the attempt never began
        link.attempts += 1
    link.claimed_at = None
    link.failure = reason[: link._meta.get_field("failure").max_length]
    if not keep_token:
        link.token_hash = None
    now = timezone.now()
    next_attempt = _next_attempt(link, now)
    if retry and next_attempt:
        retry(next_attempt)
    else:
        link.failed_at = now
    link.save(update_fields=["attempts", "claimed_at", "failure", "failed_at", "token_hash"])
    # The server's words may name an address; they stay in the row.
    logger.warning(
        "%s %s was not sent at attempt %d; %s.",
        _noun(link),
        link_id,
        link.attempts,
        "giving up" if link.failed_at else "another follows",
    )


def _next_attempt(link: MailedLink, now: datetime) -> datetime | None:
    """Return the time of the next attempt; None when nobody would wait for its mail any more."""
    delays = DELAYS[link.attempts - 1 :]
    if not delays or now + delays[0] >= link.created_at + link.PATIENCE:
        return None
    return now + delays[0]


def _noun(link: MailedLink) -> str:
    return str(link._meta.verbose_name).capitalize()


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
    return on_one_line(f"{code} {words}" if code else words)


def _reply(error: OSError) -> tuple[int, bytes | str] | None:
    """Return the code and the text of the server's answer."""
    match error:
        case smtplib.SMTPRecipientsRefused():
            (reply,) = error.recipients.values()
            return reply
        case smtplib.SMTPResponseException():
            return error.smtp_code, error.smtp_error
    return None
