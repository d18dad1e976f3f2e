"""What CAS servers, and what is mistaken for one, may answer: only one thing lets anybody in."""

import gzip
import socket
import time
from urllib.parse import parse_qs, urlsplit

import pytest

from accounts.models import SSOLogin
from accounts.sso.client import Assertion, TenantCASClient
from accounts.sso.config import SSOConfig
from accounts.sso.faults import CASFault, TicketRefused
from config import calls
from tests.accounts.cas import (
    NAMESPACE,
    Browser,
    configure,
    failure,
    response,
    send,
    stub_cas,
    success,
)
from tests.accounts.certificates import AUTHORITY
from tests.threads import at_once

pytestmark = pytest.mark.django_db

GOOD = success("ada", email="ada@acme.org")
BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE x [<!ENTITY a0 "ha">{BOMB}]>'


@pytest.fixture
def client(tenant, cas) -> TenantCASClient:
    configure(tenant, cas.url)
    return TenantCASClient(SSOConfig.of(tenant), "the-state")


def refusal(client: TenantCASClient, ticket: str = "ST-1") -> CASFault:
    with pytest.raises(CASFault) as refused:
        client.assertion(ticket)
    # Nothing that another program wrote comes along into a log.
    assert refused.value.__cause__ is None or refused.value.__suppress_context__
    assert ticket not in str(refused.value)
    return refused.value


def answered(body: bytes, **options):
    return lambda handler: send(handler, body, **options)


def test_server_is_asked_about_the_ticket_for_our_service(client, cas, tenant):
    cas.answering = answered(GOOD)

    assert client.assertion("ST-1") == Assertion("ada", ("ada@acme.org",))

    (asked,) = map(urlsplit, cas.asked)
    assert asked.path == "/cas/p3/serviceValidate"
    assert parse_qs(asked.query) == {"ticket": ["ST-1"], "service": [client.service_url]}
    assert client.service_url.endswith(f"/v1/auth/sso/{tenant.slug}/callback?state=the-state")


@pytest.mark.parametrize("path", ["", "/", "/cas", "/cas/", "/a/b%20c", "/ü"])
def test_endpoints_are_below_the_servers_path(tenant, cas, path):
    configure(tenant, f"http://127.0.0.1:{cas.port}{path}")
    cas.answering = answered(GOOD)
    client = TenantCASClient(SSOConfig.of(tenant), "s")

    client.assertion("ST-1")

    below = path.rstrip("/").replace("ü", "%C3%BC")
    assert urlsplit(cas.asked[0]).path == f"{below}/p3/serviceValidate"
    assert urlsplit(client.get_login_url()).path == f"{below}/login"
    assert urlsplit(client.get_logout_url()).path == f"{below}/logout"


def test_refused_ticket_comes_with_the_servers_code(client):
    refused = refusal(client, "ST-unknown")

    assert isinstance(refused, TicketRefused)
    assert refused.code == "INVALID_TICKET"


def test_code_that_is_none_is_not_repeated(client, cas):
    cas.answering = answered(failure("ST-1 is &lt;b&gt;"))

    assert refusal(client).code == "unknown"


@pytest.mark.parametrize("status", [201, 204, 301, 302, 400, 401, 403, 404, 500, 503])
def test_only_status_200_counts_whatever_the_body_says(client, cas, status):
    cas.answering = answered(GOOD, status=status, Location=f"{cas.url}/p3/serviceValidate")

    assert str(status) in str(refusal(client))
    # No redirect was followed; where CAS 3.0 is not found, CAS 2.0 is asked for.
    assert len(cas.asked) == (2 if status == 404 else 1)


def document(inside: str, *, prolog: str = "", namespace: str = NAMESPACE) -> bytes:
    return f"{prolog}<cas:serviceResponse {namespace}>{inside}</cas:serviceResponse>".encode()


USER = "<cas:user>ada</cas:user>"
EMAIL = "<cas:attributes><cas:email>ada@acme.org</cas:email></cas:attributes>"


def vouched(inside: str, **options) -> bytes:
    return document(f"<cas:authenticationSuccess>{inside}</cas:authenticationSuccess>", **options)


BAD = {
    "nothing": b"",
    "text": b"yes\nada\n",
    "html": b"<!doctype html><html><body>Sign in</body></html>",
    "html as xml": b"<html><body/></html>",
    "broken": GOOD[:-5],
    "two documents": GOOD + GOOD,
    "binary": bytes(range(256)),
    "utf-16": GOOD.decode().encode("utf-16"),
    "utf-7": b'<?xml version="1.0" encoding="utf-7"?>' + GOOD.replace(b"<", b"+ADw-"),
    "dtd": b"<!DOCTYPE cas:serviceResponse>" + GOOD,
    "external dtd": b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' + GOOD,
    "entity": b'<!DOCTYPE x [<!ENTITY u "ada">]>' + GOOD.replace(b"ada<", b"&u;<"),
    "external entity": b'<!DOCTYPE x [<!ENTITY u SYSTEM "file:///etc/hostname">]>'
    + GOOD.replace(b"ada<", b"&u;<"),
    "billion laughs": LAUGHS.encode() + GOOD.replace(b"ada<", b"&a9;<"),
    "unknown entity": GOOD.replace(b"ada<", b"&u;<"),
    "deep": b"<a>" * 2000 + b"</a>" * 2000,
    "no namespace": GOOD.replace(b"cas:", b"").replace(b" xmlns:cas", b" xmlns:x"),
    "another namespace": vouched(USER + EMAIL, namespace='xmlns:cas="http://evil.example/cas"'),
    "wrong root": GOOD.replace(b"serviceResponse", b"proxyResponse"),
    "empty response": response(""),
    "neither": response("<cas:proxySuccess/>"),
    "success beside failure": response(
        "<cas:authenticationFailure code='X'/><cas:authenticationSuccess>"
        f"{USER}{EMAIL}</cas:authenticationSuccess>"
    ),
    "two successes": response(GOOD.decode().partition(">")[2].rpartition("</")[0] * 2),
    "failure with a user": response(
        f"<cas:authenticationFailure code='X'>{USER}{EMAIL}</cas:authenticationFailure>"
    ),
    "another success": response(f"<x:authenticationSuccess xmlns:x='x'>{USER}{EMAIL}"
                                "</x:authenticationSuccess>"),
    "no user": vouched(EMAIL),
    "empty user": vouched(f"<cas:user> </cas:user>{EMAIL}"),
    "two users": vouched(f"<cas:user>eve</cas:user>{USER}{EMAIL}"),
    "user among the attributes": vouched(EMAIL.replace("email>", "user>")),
    "user and another among the attributes": vouched(
        "<cas:attributes><cas:user>eve</cas:user><cas:email>ada@acme.org</cas:email>"
        f"</cas:attributes>{USER}"
    ),
    "user in parts": vouched(f"<cas:user>a<cas:b/>da</cas:user>{EMAIL}"),
    "long user": vouched(f"<cas:user>{'x' * 256}</cas:user>{EMAIL}"),
    "attributes twice": vouched(f"{USER}{EMAIL}{EMAIL}"),
    "another list of attributes": vouched(
        f"{USER}{EMAIL}<x:myattributes xmlns:x='x'><email>eve@acme.org</email></x:myattributes>"
    ),
    "address and more": vouched(f"{USER}{EMAIL.replace('.org', '.org<x>.evil.example</x>')}"),
    "address in parts": vouched(f"{USER}{EMAIL.replace('acme', '<cas:b>eve</cas:b>')}"),
    "no address": vouched(USER),
    "too long": GOOD.replace(b"ada<", b"ada" + b" " * 530_000 + b"<"),
}  # fmt: skip


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
def test_answer_that_is_not_quite_right_lets_nobody_in(client, cas, body):
    cas.answering = answered(body)

    refusal(client)


def test_comments_do_not_cut_names_off(client, cas):
    cas.answering = answered(GOOD.replace(b"ada@acme.org", b"ada@acme.org<!-- -->.evil.example"))

    assert client.assertion("ST-1").emails == ("ada@acme.org.evil.example",)


def test_attribute_values_may_hold_whatever_xml_can_escape(client, cas):
    cas.answering = answered(success("o'brien & söhne <x>", email="o'brien@acme.org"))

    assert client.assertion("ST-1") == Assertion("o'brien & söhne <x>", ("o'brien@acme.org",))


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate"])
def test_compressed_answer_is_not_unpacked(client, cas, encoding):
    bomb = gzip.compress(GOOD + b" " * 10_000_000)
    cas.answering = answered(bomb, Content_Encoding=encoding)

    assert "compresses" in str(refusal(client))


def drip(handler, head: bytes, drop: bytes) -> None:
    """Answer for as long as somebody listens, drop by drop."""
    handler.wfile.write(head)
    while True:
        handler.wfile.write(drop)
        handler.wfile.flush()
        time.sleep(0.02)


HEAD = b"HTTP/1.1 200 OK\r\n"
SLOW = {
    "status line": (b"HTTP/1.1 200 ", b"O"),
    "headers": (HEAD, b"X: y\r\n"),
    "one header": (HEAD + b"X: ", b"y"),
    "body": (HEAD + b"Content-Length: 60000\r\n\r\n", b" "),
    "chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    "chunk size": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
    "continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize(("head", "drop"), SLOW.values(), ids=SLOW)
def test_answer_that_drips_is_cut_off_at_the_deadline(client, cas, settings, head, drop):
    settings.SSO_PATIENCE = 0.3
    cas.answering = lambda handler: drip(handler, head, drop)
    started = time.monotonic()

    said = refusal(client)

    assert time.monotonic() - started < 2
    assert "did not answer within" in str(said) or "could not be asked" in str(said)


def test_server_that_says_nothing_is_given_up(client, cas, settings):
    settings.SSO_PATIENCE = 0.2
    cas.answering = lambda handler: handler.rfile.read(1)

    assert "did not answer within 0.2 seconds" in str(refusal(client))


def test_answer_without_an_end_is_cut_off_at_its_length(client, cas):
    def pour(handler) -> None:
        handler.wfile.write(HEAD + b"\r\n" + GOOD)
        while True:
            handler.wfile.write(b" " * 65536)

    cas.answering = pour

    assert "longer than 512 KiB" in str(refusal(client))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"garbage\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        HEAD + b"Content-Length: 5000\r\n\r\n" + GOOD,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        HEAD + b"X: y\r\n" * 200 + b"\r\n",
        HEAD + b"X: " + b"y" * 70_000 + b"\r\n\r\n",
    ],
)
def test_server_that_does_not_speak_http_is_refused(client, cas, raw):
    cas.answering = lambda handler: handler.wfile.write(raw)

    assert "could not be asked" in str(refusal(client))


def test_port_where_nobody_listens_is_refused(tenant):
    configure(tenant, "http://127.0.0.1:1/cas")

    said = refusal(TenantCASClient(SSOConfig.of(tenant), "s"))

    assert "127.0.0.1 could not be asked (ConnectionRefusedError)" in str(said)


def test_slow_server_holds_a_few_threads_at_most(client, cas, settings):
    settings.WEB_THREADS, settings.SSO_PATIENCE = 6, 1
    cas.answering = lambda handler: handler.rfile.read(1)

    def ask(index: int) -> str:
        return str(refusal(client))

    said = at_once(ask, 5)

    # Of six threads one may be away.
    assert sum("too many calls" in one for one in said) == 4
    assert len(cas.asked) == 1
    assert "did not answer in time, a moment ago" in str(refusal(client))
    calls.forget()
    cas.answering = answered(GOOD)
    assert client.assertion("ST-1").subject == "ada"


def test_settings_of_the_environment_do_not_count(client, cas, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    cas.answering = answered(GOOD)

    assert client.assertion("ST-1").subject == "ada"


# TLS --------------------------------------------------------------------------------------------


@pytest.fixture
def tls_server(here):
    with stub_cas(scheme="https", host="cas.state.edu") as cas:
        cas.answering = answered(GOOD)
        yield cas


@pytest.fixture
def here(monkeypatch):
    """Have every name point to this machine, as the university's DNS would for its own."""
    resolve = "accounts.sso.addresses.socket.getaddrinfo"
    found = [(2, 1, 6, "", ("127.0.0.1", 0))]
    monkeypatch.setattr(resolve, lambda host, port, **options: found)


def test_certificate_of_the_name_is_good_with_its_authority(tenant, tls_server, settings):
    settings.SSO_CA_FILE = str(AUTHORITY)
    configure(tenant, tls_server.url)

    assert TenantCASClient(SSOConfig.of(tenant), "s").assertion("ST-1").subject == "ada"


def test_certificate_of_an_unknown_authority_is_refused(tenant, tls_server):
    configure(tenant, tls_server.url)

    said = refusal(TenantCASClient(SSOConfig.of(tenant), "s"))

    assert "The certificate of cas.state.edu is not valid" in str(said)
    assert tls_server.asked == []


def test_certificate_of_another_name_is_refused_though_the_address_fits(
    tenant, tls_server, settings
):
    settings.SSO_CA_FILE = str(AUTHORITY)
    configure(tenant, tls_server.url.replace("cas.state.edu", "cas.acme.org"))

    said = refusal(TenantCASClient(SSOConfig.of(tenant), "s"))

    assert "The certificate of cas.acme.org is not valid: Hostname mismatch" in str(said)
    assert tls_server.asked == []


def test_server_without_tls_on_an_https_address_is_refused(tenant, cas):
    configure(tenant, cas.url.replace("http://", "https://"))

    assert "does not speak TLS" in str(refusal(TenantCASClient(SSOConfig.of(tenant), "s")))


def test_handshake_that_never_ends_is_cut_off(tenant, tls_server, settings, here):
    settings.SSO_PATIENCE = 0.2
    with socket.create_server(("127.0.0.1", 0)) as silent:
        configure(tenant, f"https://cas.state.edu:{silent.getsockname()[1]}/cas")

        said = refusal(TenantCASClient(SSOConfig.of(tenant), "s"))

    assert "did not answer within" in str(said)


def test_tls_answer_that_drips_is_cut_off(tenant, tls_server, settings):
    settings.SSO_PATIENCE = 0.4
    settings.SSO_CA_FILE = str(AUTHORITY)
    configure(tenant, tls_server.url)
    tls_server.answering = lambda handler: drip(handler, *SLOW["headers"])
    started = time.monotonic()

    said = refusal(TenantCASClient(SSOConfig.of(tenant), "s"))

    assert "did not answer within" in str(said) or "could not be asked" in str(said)
    assert time.monotonic() - started < 2


# As the browser sees it -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["html", "billion laughs", "two users", "too long", "no address"])
def test_bad_answer_is_a_refusal_and_never_a_fault_of_ours(client, cas, user, name):
    browser = Browser()
    service = browser.set_out(user.tenant)
    cas.answering = answered(BAD[name])

    answer = browser.arrive(service, "ST-1")

    assert answer.status_code == 403
    assert "You are not signed in" in answer.content.decode()
    assert not SSOLogin.objects.exists()
