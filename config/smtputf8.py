"""Whether the mail server takes addresses with letters beyond ASCII before the @ (RFC 6531)."""

import threading
import time
from enum import Enum, StrEnum
from smtplib import SMTP
from typing import Any

from django.conf import settings
from django.core.mail import mailers
from django.core.mail.backends.smtp import EmailBackend

# Seconds that all of asking may take, and each step of it.
_PATIENCE = 5
_STEP = 3

# Seconds for which an answer holds, and the lack of one.
_ANSWER_HOLDS = 600
_SILENCE_HOLDS = 30


class Choice(StrEnum):
    """The values of MAIL_SMTPUTF8."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Unwritable(ValueError):
    """A mail that the server cannot address; the message gives the reason."""


class Offer(Enum):
    """What the server says; ``UNKNOWN`` when it cannot be asked now."""

    YES = True
    NO = False
    UNKNOWN = None


_known: dict[tuple[str, int], tuple[Offer, float]] = {}


def answer() -> Offer:
    """Return what the mail server says, as of some minutes ago at most.

    It is asked in a thread of its own, so that no request waits longer than some seconds for it,
    and no other one for the same server until the answer is forgotten. Where mails go to no server,
    such as a folder on a developer's machine, every address is fine.
    """
    if settings.MAIL_SMTPUTF8 != Choice.AUTO:
        return Offer(settings.MAIL_SMTPUTF8 == Choice.ON)
    backend = mailers.default
    if not isinstance(backend, EmailBackend):
        return Offer.YES
    server = backend.host, backend.port
    found, until = _known.get(server, (None, 0.0))
    if found is None or until < time.monotonic():
        found = _asked(backend)
        holds = _SILENCE_HOLDS if found is Offer.UNKNOWN else _ANSWER_HOLDS
        _known[server] = found, time.monotonic() + holds
    return found


def forget() -> None:
    """Forget what servers said."""
    _known.clear()


def _asked(backend: EmailBackend) -> Offer:
    heard: list[bool] = []
    asking = threading.Thread(target=_ask, args=(backend, heard), daemon=True)
    asking.start()
    asking.join(_PATIENCE)
    return Offer(heard[0]) if heard else Offer.UNKNOWN


def _ask(backend: EmailBackend, heard: list[bool]) -> None:
    more: dict[str, Any] = {"context": backend.ssl_context} if backend.use_ssl else {}
    try:
        with backend.connection_class(backend.host, backend.port, timeout=_STEP, **more) as server:
            if backend.use_tls:
                server.starttls(context=backend.ssl_context)
            heard.append(offers(server))
    except OSError:
        return


def offers(server: SMTP) -> bool:
    """Return whether a connected server offers the extension; raises OSError."""
    server.ehlo_or_helo_if_needed()
    return server.has_extn("smtputf8")
