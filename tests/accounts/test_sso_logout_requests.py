"""Single logout over both channels: anybody may send it, and nothing sent is a fault of ours."""

import base64
import logging
import zlib
from urllib.parse import urlencode

import pytest

from accounts.models import BrowserSession, SSOLogin
from tests.accounts.cas import (
    FORM,
    Browser,
    callback_url,
    configure,
    logout_request,
    sign_out_at_cas,
    success,
)
from tests.accounts.test_sso_answers import LAUGHS
from tests.factories import FacultyFactory, TenantFactory

pytestmark = pytest.mark.django_db

GOOD = logout_request("ST-1")


@pytest.fixture
def ticket(tenant, cas, user) -> str:
    """What opened a session that no bad request may end."""
    configure(tenant, cas.url)
    browser = Browser()
    browser.sign_in(cas, user)
    return browser.ticket


def post(tenant, body, content_type: str = FORM):
    client = Browser()
    if isinstance(body, dict):
        return client.post(callback_url(tenant), body)
    return client.generic("POST", callback_url(tenant), body, content_type=content_type)


def packed(document: str, window: int | None) -> bytes:
    """Return what a server puts into an address: deflated, unless ``window`` is None, in base64."""
    if window is None:
        return base64.b64encode(document.encode())
    squeeze = zlib.compressobj(wbits=window)
    return base64.b64encode(squeeze.compress(document.encode()) + squeeze.flush())


RAW, WITH_HEADER, GZIP = -15, 15, 31


# Over the back channel --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content_type",
    ["text/xml", "application/xml", "text/xml; charset=UTF-8", "application/samlassertion+xml", "",
     "text/plain", FORM, f"{FORM};charset=UTF-8"],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", '<?xml version="1.0" encoding="UTF-8"?>', "\ufeff", " \n"])
def test_document_as_the_body_ends_the_session(tenant, ticket, content_type, before):
    answer = post(tenant, before + logout_request(ticket), content_type)

    assert (answer.status_code, answer.content) == (200, b"Done.\n")
    assert not BrowserSession.objects.exists()


@pytest.mark.parametrize("content_type", [FORM, "", "text/plain"])
@pytest.mark.parametrize("window", [None, RAW, WITH_HEADER])
def test_packed_document_in_a_form_ends_the_session(tenant, ticket, content_type, window):
    body = urlencode({"logoutRequest": packed(logout_request(ticket), window)})

    assert post(tenant, body, content_type).status_code == 200
    assert not BrowserSession.objects.exists()


@pytest.mark.parametrize("sent", ["form", "body", "address"])
def test_tickets_of_all_servers_end_their_sessions(tenant, cas, user, sent):
    configure(tenant, cas.url)
    browser = Browser()
    service = browser.set_out(tenant)
    ticket = cas.issue(service, success(email=user.email), "ST-1+a/b=c~d:e" + "x" * 2030)
    assert browser.arrive(service, ticket).status_code == 302
    document = logout_request(ticket)

    match sent:
        case "form":
            answer = post(tenant, f"logoutRequest={document}")  # the + not encoded
        case "body":
            answer = post(tenant, document, "text/xml")
        case "address":
            answer = ask(tenant, logoutRequest=packed(document, RAW))

    assert answer.status_code == 200
    assert not BrowserSession.objects.exists()


# Over the front channel -------------------------------------------------------------------------


def ask(tenant, browser: Browser | None = None, **query):
    """Have a browser, which need not be the one that signed in, bring the message."""
    return (browser or Browser()).get(callback_url(tenant), query, secure=True)


@pytest.mark.parametrize("name", ["logoutRequest", "SAMLRequest"])
@pytest.mark.parametrize("window", [None, RAW, WITH_HEADER, GZIP])
def test_message_in_an_address_ends_the_session(tenant, ticket, name, window):
    answer = ask(tenant, **{name: packed(logout_request(ticket), window)})

    assert (answer.status_code, answer.content) == (200, b"")
    assert not BrowserSession.objects.exists()
    assert SSOLogin.objects.get().ended_at is not None


def test_message_in_an_address_may_be_the_document_itself(tenant, ticket):
    assert ask(tenant, logoutRequest=logout_request(ticket)).status_code == 200
    assert not BrowserSession.objects.exists()


@pytest.mark.parametrize("mark", ["+ ", "/_", "+-", "=", "A\r\nA"])
def test_base64_is_read_as_servers_write_it(tenant, ticket, mark):
    written = packed(logout_request(ticket), RAW).decode()
    match mark:
        case "=":
            written = written.rstrip("=")
        case "A\r\nA":
            written = "\r\n".join(written[n : n + 76] for n in range(0, len(written), 76))
        case _:
            written = written.replace(mark[0], mark[1])

    assert ask(tenant, logoutRequest=written).status_code == 200
    assert not BrowserSession.objects.exists()


def test_state_and_more_in_the_address_does_not_matter(tenant, ticket):
    query = {"state": "x" * 43, "callback": "jQuery1", "_": "1", "ticket": "ST-1"}

    answer = ask(tenant, logoutRequest=packed(logout_request(ticket), RAW), **query)

    assert (answer.status_code, answer.content) == (200, b"")
    assert "jQuery" not in answer.text
    assert not answer.cookies
    assert not BrowserSession.objects.exists()


def test_front_channel_that_waits_for_the_browser_gets_it_back(tenant, ticket, cas):
    message = packed(logout_request(ticket), RAW)

    answer = ask(tenant, SAMLRequest=message, RelayState="e1s1&x")

    assert answer["Location"] == f"{cas.url}/logout?_eventId=next&RelayState=e1s1%26x"
    assert not BrowserSession.objects.exists()


def test_front_channel_ends_a_session_where_single_sign_on_was_switched_off(tenant, ticket, cas):
    configure(tenant, cas.url, is_enabled=False)

    answer = ask(tenant, SAMLRequest=packed(logout_request(ticket), RAW), RelayState="e1s1")

    assert (answer.status_code, answer.content) == (200, b"")
    assert not BrowserSession.objects.exists()


BAD_ADDRESSES = {
    "empty": "",
    "text": "ST-1",
    "base64 of text": base64.b64encode(b"ST-1").decode(),
    "bomb": packed("<" + " " * 10_000_000, RAW).decode(),
    "bomb with a header": packed("<" + " " * 10_000_000, WITH_HEADER).decode(),
    "cut off": packed(GOOD, RAW).decode()[:-8],
    "dtd": packed(f"<!DOCTYPE x>{GOOD}", RAW).decode(),
    "no session": packed(GOOD.replace("SessionIndex", "Session"), RAW).decode(),
    "deflated twice": packed(packed(GOOD, RAW).decode(), RAW).decode(),
    "nul": "\0",
    "half surrogate": "\udc80",
}


@pytest.mark.parametrize("message", BAD_ADDRESSES.values(), ids=BAD_ADDRESSES)
def test_bad_message_in_an_address_is_refused(tenant, ticket, message, caplog):
    query = urlencode({"logoutRequest": message[:60_000]}, errors="surrogateescape")

    answer = Browser().get(f"{callback_url(tenant)}?{query}", secure=True)

    assert (answer.status_code, answer.content) == (400, b"No logout request.\n")
    assert "SSO logout at" in caplog.text
    assert BrowserSession.objects.exists()


def test_message_twice_is_refused(tenant, ticket):
    message = packed(logout_request(ticket), RAW)

    assert ask(tenant, logoutRequest=[message, message]).status_code == 400
    assert ask(tenant, logoutRequest=message, SAMLRequest=message).status_code == 400
    assert BrowserSession.objects.exists()


def test_only_get_and_post_sign_anybody_out(tenant, ticket):
    query = urlencode({"logoutRequest": packed(logout_request(ticket), RAW)})
    for method in ("HEAD", "PUT", "DELETE", "OPTIONS"):
        answer = Browser().generic(method, f"{callback_url(tenant)}?{query}", secure=True)
        assert answer.status_code in {200, 405}
    assert BrowserSession.objects.exists()


def test_log_holds_no_ticket_of_a_logout_request(tenant, ticket, log, caplog):
    caplog.set_level(logging.DEBUG)
    message = packed(logout_request(ticket), RAW)
    post(tenant, logout_request(ticket), "text/xml")
    ask(tenant, logoutRequest=message)
    post(tenant, f"{logout_request(ticket)}<", "text/xml")

    said = log.getvalue() + caplog.text
    assert "SSO logout at" in said
    assert [secret for secret in (ticket, message.decode()) if secret in said] == []


# What is none -----------------------------------------------------------------------------------


BAD = {
    "nothing": "",
    "no document": "a=b",
    "empty": "logoutRequest=",
    "text": "logoutRequest=ST-1",
    "html": "logoutRequest=<html><body/></html>",
    "broken": f"logoutRequest={GOOD[:-3]}",
    "dtd": f"logoutRequest=<!DOCTYPE x>{GOOD}",
    "laughs": f"logoutRequest={LAUGHS}{GOOD.replace('ST-1', '%26a9;')}".replace("&", "%26"),
    "another root": f"logoutRequest={GOOD.replace('LogoutRequest', 'LogoutResponse')}",
    "no session": f"logoutRequest={GOOD.replace('SessionIndex', 'Session')}",
    "two sessions": "logoutRequest="
    + GOOD.replace("<samlp:SessionIndex>", "<samlp:SessionIndex>x</samlp:SessionIndex>"
                   "<samlp:SessionIndex>"),
    "deep session": "logoutRequest="
    + GOOD.replace("<samlp:SessionIndex>", "<a><samlp:SessionIndex>")
    .replace("</samlp:SessionIndex>", "</samlp:SessionIndex></a>"),
    "second session, deep": "logoutRequest="
    + GOOD.replace("<samlp:SessionIndex>", "<a><samlp:SessionIndex>x</samlp:SessionIndex></a>"
                   "<samlp:SessionIndex>"),
    "session in a session": "logoutRequest="
    + GOOD.replace("<samlp:SessionIndex>", "<samlp:SessionIndex><samlp:SessionIndex>x"
                   "</samlp:SessionIndex>"),
    "session of parts": "logoutRequest="
    + GOOD.replace("<samlp:SessionIndex>", "<samlp:SessionIndex><b>x</b>"),
    "half surrogate": "logoutRequest=%ED%A0%80",
    "nul": "logoutRequest=%00",
    "deep": "logoutRequest=" + "<a>" * 3000,
}  # fmt: skip


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
def test_bad_request_is_refused(tenant, ticket, body):
    answer = post(tenant, body.replace("ST-1", ticket))

    assert (answer.status_code, answer.content) == (400, b"No logout request.\n")
    assert BrowserSession.objects.exists()


def test_declared_encoding_does_not_matter(tenant, ticket):
    declared = '<?xml version="1.0" encoding="iso-8859-1"?>' + logout_request(ticket)

    assert post(tenant, f"logoutRequest={declared}").status_code == 200
    assert not BrowserSession.objects.exists()


@pytest.mark.parametrize("content_type", ["application/json", "multipart/form-data; boundary=x"])
def test_what_is_neither_a_form_nor_xml_is_refused(tenant, ticket, content_type):
    for body in (logout_request(ticket), f"logoutRequest={logout_request(ticket)}"):
        assert post(tenant, body, content_type).status_code == 400
    assert post(tenant, {"logoutRequest": logout_request(ticket)}).status_code == 400
    assert BrowserSession.objects.exists()


@pytest.mark.parametrize("charset", ["utf-16", "nonsense", "iso-8859-1"])
def test_charset_is_no_way_in(tenant, ticket, charset):
    body = f"logoutRequest={logout_request('ST-unknown')}"

    assert post(tenant, body, f"{FORM}; charset={charset}").status_code in {200, 400}


@pytest.mark.parametrize(("padding", "status"), [(15_000, 200), (16_384, 400), (3_000_000, 400)])
def test_long_request_is_refused(tenant, ticket, padding, status):
    body = f"logoutRequest={logout_request(ticket)}&padding={'x' * padding}"

    assert post(tenant, body).status_code == status
    assert BrowserSession.objects.exists() == (status == 400)


def test_many_fields_are_refused(tenant, ticket):
    assert post(tenant, "&".join(["a=b"] * 3000)).status_code == 400


def test_ticket_of_another_tenant_ends_nothing(tenant, ticket, cas):
    configure(other := TenantFactory(), cas.url)

    assert sign_out_at_cas(other, ticket).status_code == 200

    assert BrowserSession.objects.exists()


def test_same_ticket_at_two_tenants_is_two_tickets(tenant, user, cas):
    """Two servers may come up with the same."""
    tenants = [tenant, TenantFactory()]
    for one in tenants:
        configure(one, cas.url)
        cas.issued = 0
        assert Browser().sign_in(cas, FacultyFactory(tenant=one)).status_code == 302

    sign_out_at_cas(tenants[1], f"ST-1-{'x' * 20}-cas.state.edu")

    (session,) = BrowserSession.objects.all()
    assert (
        session.get_decoded()["_auth_user_backend"]
        == "accounts.authentication.backends.TenantCASBackend"
    )


def test_unknown_tenant_has_no_logout(tenant, ticket):
    tenant.slug = "nobody"

    assert sign_out_at_cas(tenant, ticket).status_code == 404
