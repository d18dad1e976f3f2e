"""A real mail server on this machine, and the worker that brings mails to it."""

import logging
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django_tasks_db.management.commands.db_worker import Worker

from config import smtputf8
from config.runtime.mail import mail_server as mailer
from tests.servers import free_port

# The server tells every step of every dialogue.
logging.getLogger("mail.log").setLevel(logging.WARNING)


class MailServer:
    """A mail server that keeps all mails it gets.

    ``refuse_recipients`` and ``refuse_content`` are its answers instead of taking a mail; with
    ``hang_up`` it takes the mail, and closes the connection without an answer. With
    ``takes_unicode`` it offers SMTPUTF8, for addresses with letters beyond ASCII.
    """

    def __init__(self) -> None:
        self.port = free_port()
        self.mails: list[EmailMessage] = []
        self.refuse_recipients: str | None = None
        self.refuse_content: str | None = None
        self.hang_up = False
        self.takes_unicode = True
        self.recipients: list[str] = []
        self._controller: Controller | None = None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the server, always on the same port."""
        self._controller = _Controller(self)
        self._controller.start()

    def stop(self) -> None:
        """Stop the server: new connections are refused."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    # What aiosmtpd asks.

    async def handle_RCPT(  # noqa: N802 - aiosmtpd looks for this name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.refuse_recipients:
            return self.refuse_recipients
        envelope.rcpt_tos.append(address)
        self.recipients.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - likewise
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.refuse_content:
            return self.refuse_content
        mail = message_from_bytes(envelope.content, policy=policy.default)
        self.mails.append(mail)
        if self.hang_up:
            server.transport.abort()
        return "250 OK"


class _Controller(Controller):
    """A controller whose server offers SMTPUTF8 as long as the mail server takes such mails."""

    def __init__(self, mails: MailServer) -> None:
        super().__init__(mails, hostname="127.0.0.1", port=mails.port)
        self._mails = mails

    def factory(self) -> SMTP:
        return SMTP(self._mails, enable_SMTPUTF8=self._mails.takes_unicode)


@pytest.fixture
def mail_server(settings) -> Iterator[MailServer]:
    """A running mail server, to which all mails of the test go."""
    server = MailServer()
    settings.MAILERS = {"default": mailer(server.url)}
    server.start()
    smtputf8.forget()
    yield server
    smtputf8.forget()
    server.stop()


def work() -> None:
    """Run all queued tasks that are due, as ``manage.py db_worker --batch`` does."""
    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
    ).run()


def text_of(mail: EmailMessage) -> str:
    return _body(mail, "plain")


def html_of(mail: EmailMessage) -> str:
    return _body(mail, "html")


def _body(mail: EmailMessage, kind: str) -> str:
    return mail.get_body((kind,)).get_content().replace("\r\n", "\n")


def link_in(mail: EmailMessage) -> str:
    """Return the link that the mail's reader should follow."""
    (link,) = re.findall(r"https?://\S+", text_of(mail))
    return link


def token_in(mail: EmailMessage) -> str:
    return link_in(mail).rpartition("/")[2]
