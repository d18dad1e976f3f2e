"""The gateway: pages that only want to know whether somebody is signed in at the CAS server."""

import pytest

from accounts.models import SSOLogin
from tests.accounts.cas import CALLBACK, CHALLENGE, configure, login_url, success
from tests.accounts.test_sso_flow import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_cas")]

LANDING_OF_NOBODY = f"{CALLBACK}?error=login_required"


def test_gateway_asks_without_showing_a_page(browser, tenant):
    answer = browser.get(login_url(tenant), {"gateway": "true", "next": "/v1/docs"})

    assert "&gateway=true" in answer["Location"]


def test_gateway_leads_on_when_nobody_is_signed_in(browser, cas, tenant, caplog):
    service = browser.set_out(tenant, gateway="true", next="/v1/docs")

    answer = browser.arrive(service, None)

    assert (answer.status_code, answer["Location"]) == (302, "/v1/docs")
    assert signed_in(browser) is None
    assert cas.asked == []
    assert "refused" not in caplog.text


def test_gateway_signs_in_who_is_signed_in_there(browser, cas, user):
    answer = browser.sign_in(cas, user, gateway="true", next="/v1/docs")

    assert answer["Location"] == "/v1/docs"
    assert signed_in(browser) == user


def test_gateway_tells_a_front_end_that_nobody_is_signed_in(browser, cas, tenant):
    service = browser.set_out(tenant, gateway="true", code_challenge=CHALLENGE)

    assert browser.arrive(service, None)["Location"] == LANDING_OF_NOBODY


def test_gateway_brings_a_front_end_a_code(browser, cas, user):
    answer = browser.sign_in(cas, user, gateway="true", code_challenge=CHALLENGE)

    assert answer["Location"].startswith(f"{CALLBACK}?code=")


def test_gateway_that_finds_nobody_does_not_count(browser, tenant, settings):
    settings.SSO_LIMIT_PER_ADDRESS = (2, 900)

    for _ in range(4):
        service = browser.set_out(tenant, gateway="true", next="/v1/docs")
        assert browser.arrive(service, None)["Location"] == "/v1/docs"


@pytest.mark.parametrize("query", [{"next": "/v1/docs"}, {"code_challenge": CHALLENGE}])
def test_gateway_shows_no_page_to_who_is_refused(browser, cas, user, query, caplog):
    wrong = success(email="nobody@acme.org")

    answer = browser.sign_in(cas, user, wrong, gateway="true", **query)

    assert answer["Location"] == ("/v1/docs" if "next" in query else LANDING_OF_NOBODY)
    assert "refused: Nobody here has the e-mail address." in caplog.text
    assert not SSOLogin.objects.exists()


def test_gateway_does_not_ask_about_who_is_signed_in_here(browser, cas, user):
    browser.sign_in(cas, user)

    answer = browser.get(login_url(user.tenant), {"gateway": "true", "next": "/v1/docs"})

    assert (answer.status_code, answer["Location"]) == (302, "/v1/docs")


@pytest.mark.parametrize("query", [{"next": "/v1/docs"}, {"code_challenge": CHALLENGE}])
def test_gateway_and_renew_exclude_each_other(browser, cas, tenant, query):
    configure(tenant, cas.url, renew=True)

    answer = browser.get(login_url(tenant), {"gateway": "true", **query})

    assert answer["Location"] == query.get("next", LANDING_OF_NOBODY)


def test_gateway_comes_back_late_without_a_page(browser, cas, tenant):
    service = browser.set_out(tenant, gateway="true", next="/v1/docs")
    browser.cookies.clear()

    assert browser.arrive(service, None)["Location"] == "/"


def test_gateway_that_begins_anew_stays_one(browser, cas, user):
    service = browser.set_out(user.tenant, gateway="true", next="/v1/docs")
    browser.cookies.clear()

    answer = browser.arrive(service, cas.issue(service, success(email=user.email)))

    assert "&gateway=true" in answer["Location"]


@pytest.mark.parametrize("value", ["false", None])
def test_gateway_may_be_left_out(browser, tenant, value):
    query = {} if value is None else {"gateway": value}

    assert "gateway" not in browser.get(login_url(tenant), query)["Location"]


@pytest.mark.parametrize("value", ["", "1", "yes", "TRUE"])
def test_gateway_is_true_or_false(browser, tenant, value):
    answer = browser.get(login_url(tenant), {"gateway": value})

    assert answer.status_code == 400
    assert "This link is broken" in answer.text


@pytest.mark.parametrize("page", ["https://evil.example", "//evil.example"])
def test_gateway_leads_nowhere_else(browser, tenant, page):
    assert browser.get(login_url(tenant), {"gateway": "true", "next": page}).status_code == 400
