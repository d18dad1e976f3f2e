"""``POST …/sso/check``: single sign-on is tested over the API, with nothing saved."""

import pytest

from accounts.models import SSOIdentity
from tenants.models import TenantSSOConfig
from tests.accounts.cas import CALLBACK, callback_url, configure
from tests.clients import ApiClient, OperatorClient
from tests.factories import SuperAdminFactory, UserFactory
from tests.operators import page

pytestmark = pytest.mark.django_db

SOUND = "The server validates tickets, and refuses a made-up one."


@pytest.fixture
def boss(tenant) -> ApiClient:
    return ApiClient(SuperAdminFactory(tenant=tenant))


def url(tenant) -> str:
    return f"/v1/console/tenants/{tenant.pk}/sso/check"


def checked(client, tenant, **values) -> dict:
    answer = client.post(url(tenant), values)
    assert answer.status_code == 200, answer.json()
    return answer.json()["data"]


def levels(found: dict) -> dict[str, str]:
    return {one["text"]: one["level"] for one in found["findings"]}


def test_what_is_sent_is_tested_and_not_saved(boss, tenant, cas):
    found = checked(boss, tenant, server_url=cas.url, callback_url=CALLBACK)

    assert (found["is_usable"], found["is_proven"]) == (True, False)
    assert found["service_url"] == f"https://console.example{callback_url(tenant)}"
    assert levels(found)[SOUND] == "ok"
    assert not TenantSSOConfig.objects.exists()


def test_what_is_stored_is_tested_where_nothing_else_is_sent(boss, tenant, cas):
    configure(tenant, cas.url, is_enabled=False)
    user = UserFactory(tenant=tenant)
    SSOIdentity.objects.create(tenant=tenant, user=user, subject="ada", server_url=f"{cas.url}/")
    before = TenantSSOConfig.objects.values().get()

    stored = checked(boss, tenant)
    other = checked(boss, tenant, server_url=f"{cas.url}/wrong")

    assert (stored["is_usable"], stored["is_proven"]) == (True, True)
    assert levels(stored)["Single sign-on is not enabled yet."] == "note"
    assert (other["is_usable"], other["is_proven"]) == (False, False)
    assert "fault" in levels(other).values()
    assert TenantSSOConfig.objects.values().get() == before


def test_nothing_to_test_is_a_fault_with_advice(boss, tenant):
    found = checked(boss, tenant)

    assert found["is_usable"] is False
    (fault,) = found["findings"]
    assert (fault["level"], fault["text"]) == ("fault", "Single sign-on is not configured.")
    assert fault["advice"].startswith("Set server_url to")


def test_it_says_what_the_admin_says(boss, tenant, cas):
    configure(tenant, cas.url)
    browser = OperatorClient(SuperAdminFactory(tenant=tenant))

    found = checked(boss, tenant)
    shown = browser.post(page("tenants_tenant_test_single_sign_on", tenant.pk))

    assert [one["level"] for one in found["findings"]] == [
        one.level for one in shown.context["findings"]
    ]
    assert found["is_usable"] == shown.context["is_usable"]


@pytest.mark.parametrize("body", [{"server_url": "cas.example"}, {"is_enabled": "yes"}])
def test_a_malformed_body_is_refused(boss, tenant, body):
    assert boss.post(url(tenant), body).status_code == 422


def test_tests_are_counted_with_those_of_the_admin(tenant, cas, own_limits, settings):
    settings.RATE_LIMITS = {"check": (3, 600)}
    person = SuperAdminFactory(tenant=tenant)
    caller, browser = ApiClient(person), OperatorClient(person)
    test_page = page("tenants_tenant_test_single_sign_on", tenant.pk)
    form_page = page("tenants_tenant_single_sign_on", tenant.pk)
    typed = {"provider": "cas", "server_url": cas.url, "callback_url": CALLBACK, "test": "1"}
    typed |= {"allow_password_login": "on"}

    assert caller.post(url(tenant), {}).status_code == 200
    assert browser.post(test_page).context["findings"]
    assert browser.post(form_page, typed).context["findings"]

    assert caller.post(url(tenant), {}).status_code == 429
    for answer in (browser.post(test_page), browser.post(form_page, typed)):
        assert answer.context["findings"] is None
        assert "try again in" in answer.content.decode()
