"""Single logout's back channel: anybody may post there, and nothing posted is a fault of ours."""

import pytest

from accounts.models import BrowserSession
from tests.accounts.cas import (
    FORM,
    Browser,
    callback_url,
    configure,
    logout_request,
    sign_out_at_cas,
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
