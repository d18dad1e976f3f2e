"""Where single sign-on, its logout, operators and asked resets came from, in each event (§18)."""

import pytest
from django.test import Client

from tenants.models import AuditEvent
from tests.accounts.cas import CHALLENGE, VERIFIER, Browser, configure, sign_out_at_cas, success
from tests.accounts.second_factors import give_second_factor
from tests.clients import ApiClient, OperatorClient
from tests.factories import SuperAdminFactory
from tests.mail import work
from tests.operators import page

pytestmark = pytest.mark.django_db

PLACE = {"REMOTE_ADDR": "198.51.100.77", "HTTP_USER_AGENT": "curl/8.5.0"}
CAS_SERVER = {"REMOTE_ADDR": "203.0.113.9", "HTTP_USER_AGENT": "Apache-HttpClient/4.5"}


def place_of(event_type: str) -> tuple[str | None, str | None]:
    event = AuditEvent.objects.get(event_type=event_type)
    return event.address, event.user_agent


@pytest.fixture
def browser(tenant, cas) -> Browser:
    configure(tenant, cas.url)
    browser = Browser()
    browser.defaults.update(PLACE)
    return browser


def test_a_single_sign_on_in_the_browser_says_where_from(browser, admin, cas):
    browser.sign_in(cas, admin, next="/admin/")

    assert place_of("sign_in.succeeded") == ("198.51.100.77", "curl/8.5.0")


def test_a_single_sign_on_of_a_front_end_says_where_its_tokens_were_fetched(browser, admin, cas):
    answer = browser.sign_in(cas, admin, code_challenge=CHALLENGE)
    code = answer["Location"].rpartition("=")[2]

    ApiClient(**CAS_SERVER).post("/v1/auth/sso/token", {"code": code, "code_verifier": VERIFIER})

    assert place_of("sign_in.succeeded") == ("203.0.113.9", "Apache-HttpClient/4.5")


def test_a_single_sign_on_that_is_refused_says_where_from(browser, admin, cas):
    type(admin).objects.filter(pk=admin.pk).update(status="INACTIVE")

    browser.sign_in(cas, admin, success(email=admin.email), next="/admin/")

    assert place_of("sign_in.failed") == ("198.51.100.77", "curl/8.5.0")


def test_single_logout_says_which_server_asked_for_it(browser, admin, cas, tenant):
    browser.sign_in(cas, admin, next="/admin/")

    sign_out_at_cas(tenant, browser.ticket, **CAS_SERVER)

    assert place_of("sign_out") == ("203.0.113.9", "Apache-HttpClient/4.5")


def test_an_operator_who_takes_a_second_factor_away_by_the_api(tenant, admin):
    give_second_factor(admin)
    boss = ApiClient(SuperAdminFactory(tenant=tenant), **PLACE)

    assert boss.delete(f"/v1/console/users/{admin.pk}/second-factor").status_code == 200

    assert place_of("second_factor.removed") == ("198.51.100.77", "curl/8.5.0")


def test_an_operator_who_takes_a_second_factor_away_in_the_admin(tenant, admin):
    give_second_factor(admin)
    boss = OperatorClient(SuperAdminFactory(tenant=tenant))
    boss.defaults.update(PLACE)

    assert boss.post(page("accounts_user_take_second_factor", admin.pk)).status_code == 302

    assert place_of("second_factor.removed") == ("198.51.100.77", "curl/8.5.0")


@pytest.mark.django_db(transaction=True)
def test_a_reset_that_somebody_asks_for_on_the_page(admin, mail_server):
    address = f"/sign-in/{admin.tenant.slug}/forgotten-password"
    assert Client().post(address, {"email": admin.email}, **PLACE).status_code == 200
    work()

    assert place_of("password.reset_requested") == ("198.51.100.77", "curl/8.5.0")
