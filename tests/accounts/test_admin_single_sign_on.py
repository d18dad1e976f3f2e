"""The page of a university's single sign-on: what it explains, tests, saves and warns of."""

import pytest
from django.urls import reverse

from tenants.models import TenantSSOConfig
from tests.accounts.cas import CALLBACK, Browser, callback_url, configure
from tests.clients import OperatorClient
from tests.factories import FacultyFactory, SuperAdminFactory
from tests.operators import parsed, told

pytestmark = pytest.mark.django_db

NOBODY = "nobody has signed in through this server so far"


@pytest.fixture
def boss(tenant) -> OperatorClient:
    return OperatorClient(SuperAdminFactory(tenant=tenant))


def page(tenant) -> str:
    return reverse("admin:tenants_tenant_single_sign_on", args=[tenant.pk])


def typed(server_url: str, **values: str) -> dict[str, str]:
    asked = {"provider": "cas", "server_url": server_url, "callback_url": CALLBACK}
    return asked | {"allow_password_login": "on"} | values


def stored(tenant) -> TenantSSOConfig | None:
    return TenantSSOConfig.objects.filter(tenant=tenant).first()


def test_it_shows_the_address_to_register_ready_to_be_copied(boss, tenant):
    (address,) = parsed(boss.get(page(tenant))).xpath("//input[@id='address']")

    assert address.get("value") == f"https://console.example{callback_url(tenant)}"
    assert address.get("data-copy") == "Copy"


def test_each_field_is_explained(boss, tenant):
    shown = boss.get(page(tenant)).context["form"]

    assert len(shown.fields) == 8
    assert [name for name, field in shown.fields.items() if not field.help_text] == []


def test_what_is_typed_is_tested_without_being_saved(boss, tenant, cas):
    answer = boss.post(page(tenant), typed(cas.url, test="1"))

    said = answer.content.decode()
    assert "People can sign in like this" in said
    assert "The server validates tickets, and refuses a made-up one." in said
    assert answer.context["form"]["server_url"].value() == cas.url
    assert stored(tenant) is None


def test_a_server_that_is_wrong_is_not_enabled_and_says_why(boss, tenant, cas):
    answer = boss.post(page(tenant), typed(f"{cas.url}/wrong", is_enabled="on"))

    said = answer.content.decode()
    assert "Nothing was saved: nobody could sign in like this." in said
    assert "Wrong:" in said
    assert answer.context["form"]["server_url"].value() == f"{cas.url}/wrong"
    assert stored(tenant) is None


def test_findings_call_the_settings_as_the_page_does(boss, tenant, cas):
    answer = boss.post(page(tenant), typed(f"{cas.url}/wrong", test="1"))

    said = [f"{finding.text} {finding.advice}" for finding in answer.context["findings"]]
    assert any("check that “Address of the CAS server” is its address" in one for one in said)
    assert not any("server_url" in one for one in said)


def test_it_is_enabled_all_the_same_by_who_insists(boss, tenant, cas):
    wrong = typed(f"{cas.url}/wrong", is_enabled="on")
    asked = boss.post(page(tenant), wrong)
    assert "although" in asked.context["form"].fields

    told(boss.post(page(tenant), wrong | {"although": "on"}))

    assert stored(tenant).is_enabled
    assert NOBODY in boss.get(page(tenant)).content.decode()


def test_a_server_that_works_is_tested_and_saved_at_once(boss, tenant, cas):
    done = told(boss.post(page(tenant), typed(cas.url, is_enabled="on")))

    assert done == [f"Single sign-on of {tenant} is saved."]
    assert stored(tenant).is_enabled
    assert cas.asked != []


def test_what_is_not_enabled_is_saved_untested(boss, tenant, cas):
    told(boss.post(page(tenant), typed(f"{cas.url}/wrong")))

    assert stored(tenant).server_url == f"{cas.url}/wrong"
    assert cas.asked == []


def test_a_change_of_something_else_is_not_held_up_by_a_server_that_is_away(boss, tenant, cas):
    configure(tenant, f"{cas.url}/wrong")

    told(boss.post(page(tenant), typed(f"{cas.url}/wrong", is_enabled="on", renew="on")))

    assert stored(tenant).renew
    assert cas.asked == []


def test_another_server_is_tested_before_people_are_sent_to_it(boss, tenant, cas):
    configure(tenant, cas.url)

    answer = boss.post(page(tenant), typed(f"{cas.url}/wrong", is_enabled="on"))

    assert "Nothing was saved" in answer.content.decode()
    assert stored(tenant).server_url == cas.url


def test_an_enabled_server_is_warned_of_until_somebody_came_back_by_it(boss, tenant, cas):
    assert NOBODY not in boss.get(page(tenant)).content.decode()  # none is enabled
    configure(tenant, cas.url)
    assert NOBODY in boss.get(page(tenant)).content.decode()

    Browser().sign_in(cas, FacultyFactory(tenant=tenant))
    assert NOBODY not in boss.get(page(tenant)).content.decode()

    TenantSSOConfig.objects.filter(tenant=tenant).update(server_url=f"{cas.url}2")
    assert NOBODY in boss.get(page(tenant)).content.decode()
