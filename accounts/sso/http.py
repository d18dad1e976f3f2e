"""Calls to a CAS server whose address somebody entered: one machine, one answer, one deadline."""

import http.client
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.sso import addresses
from accounts.sso.faults import CASFault, ServerBusy, ServerSilent
from config import calls

# Bytes of the longest answer that is read.
LARGEST = 512 * 1024

_USER_AGENT = "command-center"


@dataclass(frozen=True)
class Answer:
    """The answer of a server, with any status."""

    status: int
    body: bytes
    location: str = ""
    """Where a redirect would lead."""


def fetch(url: str, *, patience: float | None = None) -> Answer:
    """Return the answer to a GET of an http or https address. No redirect is followed.

    The host is looked up and checked once, and that very address is called; the certificate still
    has to match the name. Proxies and other settings of the environment are ignored. The whole
    call, to the answer's last byte, has SSO_PATIENCE seconds, or as many as ``patience`` leaves.
    Raises CASFault; ServerBusy and ServerSilent among them, where it was not called.
    """
    parts = urlsplit(url)
    seconds = settings.SSO_PATIENCE if patience is None else patience
    connection = _Connection(parts.scheme, parts.hostname, parts.port, seconds)
    try:
        with _called(connection.host, connection.port, seconds):
            return _exchange(connection, f"{parts.path or '/'}?{parts.query}".removesuffix("?"))
    except TimeoutError:
        raise CASFault(
            _("%(hostname)s did not answer within %(patience)s seconds.")
            % {"hostname": parts.hostname, "patience": settings.SSO_PATIENCE},
            _("Check that the server is up, and that this machine may reach it through firewalls."),
        ) from None
    except ssl.SSLCertVerificationError as error:
        raise CASFault(
            _("The certificate of %(hostname)s is not valid: %(reason)s.")
            % {"hostname": parts.hostname, "reason": error.verify_message},
            _(
                "Install a certificate for that name with its whole chain; if a private "
                "authority issued it, name that in SSO_CA_FILE."
            ),
        ) from None
    except ssl.SSLError:
        raise CASFault(
            _("%(hostname)s does not speak TLS as we do.") % {"hostname": parts.hostname},
            _("Check the port in server_url, and that the server offers TLS 1.2 or newer."),
        ) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise CASFault(
            _("%(hostname)s could not be asked (%(kind)s).")
            % {"hostname": parts.hostname, "kind": type(error).__name__},
            _("Check host and port in server_url, and that a web server answers there."),
        ) from None
    finally:
        connection.close()


def look_up(host: str, port: int) -> list[addresses.Address]:
    """Return the addresses of a host; raises as ``fetch`` does. Name servers are slow as well."""
    with _called(host, port, settings.SSO_PATIENCE):
        return addresses.resolve(host, port)


@contextmanager
def _called(host: str, port: int, patience: float) -> Iterator[None]:
    try:
        with calls.call(f"{host}:{port}", patience=patience):
            yield
    except calls.Busy as refusal:
        raise ServerBusy(host, refusal.retry_after) from None
    except calls.Silent as refusal:
        raise ServerSilent(host, refusal.retry_after) from None


def _exchange(connection: "_Connection", target: str) -> Answer:
    headers = {"Accept-Encoding": "identity", "User-Agent": _USER_AGENT, "Connection": "close"}
    connection.request("GET", target, headers=headers)
    # Closed here, or it would keep the socket open after the connection's end.
    with connection.getresponse() as response:
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise CASFault(
                _("The server compresses its answer, though that was not asked for."),
                _("Switch compression off for requests without Accept-Encoding."),
            )
        body = response.read(LARGEST + 1)
        is_whole = not response.length
        location = response.headers.get("Location", "")
    if len(body) > LARGEST:
        raise CASFault(
            _("The answer is longer than %(largest)s KiB.") % {"largest": LARGEST // 1024},
            _("Check that server_url leads to the CAS server itself."),
        )
    if not is_whole:
        raise http.client.IncompleteRead(b"")
    return Answer(response.status, body, location)


class _Hurried:
    """A socket with one deadline for all reads: slow single bytes cannot delay us for ever."""

    deadline: float

    def recv_into(self, *args: Any) -> int:
        self.settimeout(_left(self.deadline))
        return super().recv_into(*args)


class _Socket(_Hurried, socket.socket):
    """A socket with a deadline, without TLS."""


class _TLSSocket(_Hurried, ssl.SSLSocket):
    """A socket with a deadline, with TLS."""


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was checked, even if the name has another one later."""

    def __init__(self, scheme: str, host: str, port: int | None, seconds: float) -> None:
        self.is_secure = scheme == "https"
        super().__init__(host, port or (443 if self.is_secure else 80))
        self.deadline = time.monotonic() + seconds

    def connect(self) -> None:
        found = addresses.resolve(self.host, self.port)
        self.sock = self._first_to_answer(found)
        if self.is_secure:
            # The handshake as a whole has what is left, by the socket's timeout.
            self.sock.settimeout(_left(self.deadline))
            name = self.host.rstrip(".")
            self.sock = _tls(settings.SSO_CA_FILE).wrap_socket(self.sock, server_hostname=name)
            self.sock.deadline = self.deadline

    def _first_to_answer(self, found: list[addresses.Address]) -> _Socket:
        for position, address in enumerate(found, start=1):
            family = socket.AF_INET if address.version == 4 else socket.AF_INET6
            sock = _Socket(family, socket.SOCK_STREAM)
            sock.deadline = self.deadline
            # Each gets its share, so that a dead address leaves time for the next.
            sock.settimeout(_left(self.deadline) / (len(found) - position + 1))
            try:
                sock.connect((str(address), self.port))
            except OSError:
                sock.close()
                if position == len(found):
                    raise
            else:
                sock.settimeout(_left(self.deadline))
                return sock
        raise OSError("the name has no address")


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


@cache
def _tls(ca_file: str) -> ssl.SSLContext:
    """Return the TLS context, which is kept: to read all authorities of a system takes a while."""
    context = ssl.create_default_context()
    context.sslsocket_class = _TLSSocket
    if ca_file:
        context.load_verify_locations(ca_file)
    return context
