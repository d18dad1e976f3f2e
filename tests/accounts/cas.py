"""A CAS server in this process, and other servers that may answer in its place."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit
from xml.sax.saxutils import escape

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from config import calls
from tenants.models import Tenant, TenantSSOConfig
from tests.accounts.certificates import SERVER
from tests.sites import serving

CALLBACK = "https://app.state.edu/cas/callback"

NAMESPACE = 'xmlns:cas="http://www.yale.edu/tp/cas"'
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"  # RFC 7636, appendix B
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

FORM = "application/x-www-form-urlencoded"

type Answering = Callable[[BaseHTTPRequestHandler], None]


def success(user: str = "ada", **attributes: str | list[str]) -> bytes:
    """Return a CAS server's answer about a valid ticket."""
    listed = "".join(
        f"<cas:{name}>{escape(value)}</cas:{name}>"
        for name, values in attributes.items()
        for value in ([values] if isinstance(values, str) else values)
    )
    return response(
        f"<cas:authenticationSuccess><cas:user>{escape(user)}</cas:user>"
        f"<cas:attributes>{listed}</cas:attributes></cas:authenticationSuccess>"
    )


def failure(code: str = "INVALID_TICKET") -> bytes:
    return response(
        f'<cas:authenticationFailure code="{code}">Not recognised</cas:authenticationFailure>'
    )


def response(inside: str) -> bytes:
    return f"<cas:serviceResponse {NAMESPACE}>{inside}</cas:serviceResponse>".encode()


def logout_request(ticket: str) -> str:
    """Return the request that a CAS server posts when somebody signs out there."""
    return (
        '<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"'
        ' xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="x" Version="2.0"'
        ' IssueInstant="2026-06-04T09:00:00Z"><saml:NameID>@NOT_USED@</saml:NameID>'
        f"<samlp:SessionIndex>{ticket}</samlp:SessionIndex></samlp:LogoutRequest>"
    )


class StubCAS:
    """A CAS server that knows the tickets it issued, each for one service and one use.

    ``answering`` takes its place; ``asked`` are the addresses called. A forgetful server forgets a
    ticket that it has validated, as it should; an old one offers CAS 2.0 alone.
    """

    def __init__(self, port: int, scheme: str = "http", host: str = "127.0.0.1") -> None:
        self.port = port
        self.url = f"{scheme}://{host}:{port}/cas"
        self.forget()

    def forget(self) -> None:
        self.tickets: dict[str, tuple[str, bytes]] = {}
        self.issued = 0
        self.asked: list[str] = []
        self.answering: Answering | None = None
        self.is_forgetful = True
        self.offers_cas_3 = True

    def issue(self, service: str, answer: bytes, ticket: str = "") -> str:
        self.issued += 1
        ticket = ticket or f"ST-{self.issued}-{'x' * 20}-cas.state.edu"
        self.tickets[ticket] = (service, answer)
        return ticket

    @property
    def endpoints(self) -> set[str]:
        return {"/cas/serviceValidate"} | (
            {"/cas/p3/serviceValidate"} if self.offers_cas_3 else set()
        )

    def validate(self, query: dict[str, list[str]]) -> bytes:
        (ticket,), (service,) = query["ticket"], query["service"]
        known = self.tickets.get(ticket)
        if known is None:
            return failure()
        if self.is_forgetful:
            del self.tickets[ticket]
        return known[1] if known[0] == service else failure("INVALID_SERVICE")

    def handle(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        parts = urlsplit(handler.path)
        if self.answering is not None:
            self.answering(handler)
        elif parts.path in self.endpoints:
            send(handler, self.validate(parse_qs(parts.query)))
        elif parts.path == "/cas/login":
            send(handler, b"<form>user and password</form>")
        else:
            send(handler, b"", status=404)


def send(
    handler: BaseHTTPRequestHandler, body: bytes, *, status: int = 200, **headers: str
) -> None:
    """Send an answer; the names of ``headers`` are written with underscores."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@contextmanager
def stub_cas(**options: str) -> Iterator[StubCAS]:
    """Run a CAS server on a free port; with ``scheme="https"`` it uses our certificate."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            cas.handle(self)

        def log_message(self, *args: object) -> None:
            """Write no log."""

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:  # whoever hangs up early
                self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *args: None
    if options.get("scheme") == "https":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(SERVER)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    cas = StubCAS(server.server_address[1], **options)
    with serving(server):
        yield cas


@pytest.fixture(scope="session")
def _cas_server() -> Iterator[StubCAS]:
    with stub_cas() as cas:
        yield cas


@pytest.fixture
def cas(_cas_server) -> StubCAS:
    """A CAS server that has issued no ticket yet."""
    _cas_server.forget()
    calls.forget()
    return _cas_server


def configure(tenant: Tenant, server_url: str, **values: object) -> TenantSSOConfig:
    """Configure the tenant so that its people sign in at a server."""
    row, _ = TenantSSOConfig.objects.update_or_create(
        tenant=tenant,
        defaults={"server_url": server_url, "callback_url": CALLBACK, "is_enabled": True} | values,
    )
    return row


def login_url(tenant: Tenant) -> str:
    return reverse("sso-login", kwargs={"tenant_slug": tenant.slug})


def callback_url(tenant: Tenant) -> str:
    return reverse("sso-callback", kwargs={"tenant_slug": tenant.slug})


class Browser(Client):
    """A person's browser, which keeps its cookies; Django's guard against forgery is on."""

    def __init__(self) -> None:
        super().__init__(enforce_csrf_checks=True, raise_request_exception=False)

    def set_out(self, tenant: Tenant, **query: str) -> str:
        """Begin to sign in; return the service address for the CAS server."""
        answer = self.get(login_url(tenant), query)
        assert answer.status_code == 302, answer.content
        return parse_qs(urlsplit(answer["Location"]).query)["service"][0]

    def arrive(self, service: str, ticket: str | None):
        """Come back from the CAS server, which appends the ticket, if it has issued one."""
        parts = urlsplit(service)
        brought = "" if ticket is None else f"&ticket={ticket}"
        return self.get(f"{parts.path}?{parts.query}{brought}", secure=True)

    def sign_in(self, cas: StubCAS, user: User, answer: bytes | None = None, **query: str):
        """Sign in, and return the callback's answer; ``self.ticket`` is the ticket used."""
        service = self.set_out(user.tenant, **query)
        self.ticket = cas.issue(service, answer or success(email=user.email))
        return self.arrive(service, self.ticket)


@pytest.fixture
def browser() -> Browser:
    return Browser()


@pytest.fixture
def at_cas(tenant, cas) -> None:
    """Have the tenant's people sign in at the CAS server."""
    configure(tenant, cas.url)


def sign_out_at_cas(tenant: Tenant, ticket: str, **place: str):
    """Post the CAS server's message that a ticket's sign-in is over, from a place."""
    body = urlencode({"logoutRequest": logout_request(ticket)})
    return Browser().post(callback_url(tenant), body, content_type=FORM, **place)
