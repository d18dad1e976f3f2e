"""Set single sign-on up: a wrong server, its test, the right one, and people are let in."""

import pytest
from playwright.sync_api import Page, expect

from tenants.models import TenantSSOConfig
from tests.accounts.cas import CALLBACK
from tests.admin.tasks.conftest import clicks

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_wrong_server_is_found_out_before_the_right_one_is_enabled(
    working, operator, university, cas
):
    step = working(operator)

    def try_a_wrong_one(page: Page) -> None:
        page.locator("#nav-sidebar-apps a[href='/admin/tenants/tenant/']").click()
        page.get_by_role("link", name="State University", exact=True).click()
        page.get_by_role("button", name="Settings").click()
        page.get_by_role("link", name="Single sign-on", exact=True).click()
        address = page.get_by_label("Address to register at the CAS server")
        expect(address).to_have_value("https://console.example/v1/auth/sso/state/callback")
        expect(page.get_by_role("button", name="Copy")).to_be_visible()
        page.get_by_label("Address of the CAS server").fill(f"{cas.url}/wrong")
        page.get_by_label("Callback URL of your front end").fill(CALLBACK)
        page.get_by_role("button", name="Test without saving").click()
        expect(page.get_by_role("alert")).to_contain_text("Nobody can sign in like this yet.")

    def enable_the_right_one(page: Page) -> int:
        server = page.get_by_label("Address of the CAS server")
        expect(server).to_have_value(f"{cas.url}/wrong")
        server.fill(cas.url)
        page.get_by_label("Enabled").check()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Single sign-on of State University is saved.")).to_be_visible()
        return clicks(page)

    step(try_a_wrong_one)
    assert not TenantSSOConfig.objects.exists()
    assert step(enable_the_right_one) <= 8
    assert TenantSSOConfig.objects.get().is_enabled


def test_who_would_lock_everybody_out_is_asked_first(working, operator, university, cas):
    step = working(operator)

    def save(page: Page) -> None:
        page.goto(f"{page.url}tenants/tenant/{university.pk}/single_sign_on")
        page.get_by_label("Address of the CAS server").fill(f"{cas.url}/wrong")
        page.get_by_label("Callback URL of your front end").fill(CALLBACK)
        page.get_by_label("Enabled").check()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("alert")).to_contain_text("Nothing was saved")

    def insist(page: Page) -> None:
        page.get_by_label("Save it although nobody can sign in like this").check()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Single sign-on of State University is saved.")).to_be_visible()
        page.goto(f"{page.url.removesuffix('change/')}single_sign_on")
        expect(page.get_by_role("alert")).to_contain_text("nobody has signed in through this")

    step(save)
    assert not TenantSSOConfig.objects.exists()
    step(insist)
