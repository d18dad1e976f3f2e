"""The destination of mails: the server that EMAIL_URL names, or a folder on a local machine."""

import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from email import policy
from pathlib import Path
from smtplib import SMTP, SMTP_SSL
from threading import Event, Timer
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend

from config import smtputf8
from config.runtime.database import copies
from config.smtputf8 import Unwritable

# Seconds that a mail server may take to connect, and for each answer as a whole.
PATIENCE = 10

_SMTP = "django.core.mail.backends.smtp.EmailBackend"


def mail_server(url: str) -> dict[str, Any]:
    """Return the entry of MAILERS for an address such as ``smtp+tls://user:password@host:587``.

    ``smtp+tls`` begins in plain text and turns to TLS before it signs in, ``smtp+ssl`` is TLS from
    the first byte. django-environ reads such an address too, but returns the settings that Django
    used before MAILERS.
    """
    try:
        read = environ.Env.email_url_config(url)
    except ValueError:
        raise ImproperlyConfigured(
            "EMAIL_URL has a port that is none, or a / or # in its password: write these as %2F and"
            " %23, and the port as a number, such as smtp+tls://user:password@host:587."
        ) from None
    if read["EMAIL_BACKEND"] != _SMTP or not read["EMAIL_HOST"]:
        raise ImproperlyConfigured(
            "EMAIL_URL names no mail server; give smtp://, smtp+tls:// or smtp+ssl:// and a host."
        )
    return {
        "BACKEND": "config.runtime.mail.ServerBackend",
        "OPTIONS": {
            "host": read["EMAIL_HOST"],
            "port": read["EMAIL_PORT"],
            "username": read["EMAIL_HOST_USER"],
            "password": read["EMAIL_HOST_PASSWORD"],
            "use_tls": read.get("EMAIL_USE_TLS", False),
            "use_ssl": read.get("EMAIL_USE_SSL", False),
            "timeout": PATIENCE,
        },
    }


class _Punctual:
    """A dialogue with a mail server in which each answer is there in time, as a whole.

    A socket's timeout counts anew with each byte, and a server may send one every few seconds.
    """

    def getreply(self) -> tuple[int, bytes]:
        sock: socket.socket = self.sock  # type: ignore[attr-defined]
        late = Event()

        def hang_up() -> None:
            late.set()
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

        timer = Timer(self.timeout, hang_up)  # type: ignore[attr-defined]
        timer.daemon = True
        timer.start()
        try:
            return super().getreply()  # type: ignore[misc]
        finally:
            timer.cancel()
            if late.is_set():  # also where half an answer came
                raise TimeoutError("the mail server did not answer in time")


class _PunctualSMTP(_Punctual, SMTP):
    """Plain at its beginning."""


class _PunctualSMTPWithTLS(_Punctual, SMTP_SSL):
    """TLS from the first byte."""


class ServerBackend(EmailBackend):
    """Django's own, which also writes to addresses with letters beyond ASCII before the @.

    Such a mail leaves with SMTPUTF8 (RFC 6531), and only if the server offers that.
    """

    connection: SMTP | None

    @property
    def connection_class(self) -> type[SMTP]:
        return _PunctualSMTPWithTLS if self.use_ssl else _PunctualSMTP

    def open(self) -> bool | None:
        """Connect; raise CopyMailsNobody in a restored copy, before anything is claimed or sent."""
        if copies.is_copy():
            raise copies.CopyMailsNobody("This database is a restored copy, which mails nobody.")
        return super().open()

    def _send(self, email_message: EmailMessage) -> bool:
        boxes = [email_message.from_email, *email_message.recipients(), *email_message.reply_to]
        addresses = [self.prep_address(box, force_ascii=False) for box in boxes]
        if all(address.rpartition("@")[0].isascii() for address in addresses):
            return super()._send(email_message)  # type: ignore[misc]  # the stubs lack it
        if self.connection is None or not smtputf8.offers(self.connection):
            raise Unwritable("The mail server takes no letters beyond ASCII before the @.")
        sender, *recipients = addresses[: 1 + len(email_message.recipients())]
        content = email_message.message(policy=policy.SMTPUTF8).as_bytes()
        options = ["SMTPUTF8", "BODY=8BITMIME"]
        self.connection.sendmail(sender, recipients, content, mail_options=options)
        return True


def mail_folder(folder: Path) -> dict[str, Any]:
    """Return the entry of MAILERS for ``FolderBackend``."""
    return {"BACKEND": "config.runtime.mail.FolderBackend", "OPTIONS": {"folder": folder}}


class FolderBackend(BaseEmailBackend):
    """A mail backend that sends nothing: mails go into a folder, and their text to the console.

    Mail programs open the files; the links can be clicked in the console.
    """

    def __init__(self, *, folder: Path, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.folder = Path(folder)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        # Links in mails let their readers in.
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            mail = message.message(policy=policy.SMTP)
            file = self.folder / f"{datetime.now(UTC):%Y-%m-%dT%H-%M-%S.%fZ}.eml"
            with file.open("xb") as written:
                written.write(mail.as_bytes())
            headers = "".join(f"{name}: {mail[name]}\n" for name in ("From", "To", "Subject"))
            rule = "-" * 79
            sys.stdout.write(f"{rule}\n{headers}File: {file}\n\n{message.body.strip()}\n{rule}\n")
            sys.stdout.flush()
        return len(email_messages)
