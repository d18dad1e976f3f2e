"""What a Super Admin does with universities: work in one, set it up, delete and restore it."""

import json
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from config.ids import new_id
from programmes.models import CaseStudy, Programme
from students.models import Session, Student
from tenants.models import AllowedOrigin, Tenant, TenantBranding
from tests import legibility
from tests.admin.tasks.conftest import clicks
from tests.factories import SuperAdminFactory, TenantFactory

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def root(university):
    """A Super Admin of the head office."""
    home = TenantFactory(name="Head Office", slug="head")
    TenantFactory.create_batch(25)
    return SuperAdminFactory(tenant=home)


def serious(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [fault["id"] for fault in found if fault["impact"] in {"serious", "critical"}]


def switch_to(page: Page, text: str) -> None:
    page.locator("#university-switch").click()
    expect(page.get_by_role("searchbox", name="Part of name")).to_be_focused()
    page.keyboard.type(text)
    expect(page.locator("#university-dialog a.university")).to_have_count(1)
    page.keyboard.press("Enter")


def open_page_of(page: Page, name: str) -> None:
    page.locator('#nav-sidebar-apps a[href$="/tenants/tenant/"]').click()
    page.locator("#result_list").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def test_another_university_is_worked_in_and_left_again(working, root, university):
    step = working(root)

    def there_and_back(page: Page) -> int:
        clicks(page)
        switch_to(page, "state")
        page.wait_for_url("**/admin/u/state/")
        expect(page.get_by_text("Working in State University", exact=True)).to_be_visible()
        page.locator("#back-to-mine").click()
        page.wait_for_url("**/admin/u/head/")
        expect(page.locator("#back-to-mine")).to_have_count(0)
        return clicks(page)

    assert step(there_and_back) <= 2

    def by_keyboard_and_on_a_phone(page: Page) -> list[str]:
        page.locator("#university-switch").press("Enter")
        expect(page.locator("#university-dialog a.university")).to_have_count(21)
        faults = serious(page)
        page.keyboard.press("Escape")
        expect(page.locator("#university-dialog")).to_be_hidden()
        expect(page.locator("#university-switch")).to_be_focused()
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(PHONE)
        page.get_by_role("button", name="Menu", exact=True).click()
        page.locator("#university-switch").click()
        expect(page.locator("#university-dialog a.university")).to_have_count(21)
        faults += serious(page)
        assert legibility.width(page) == PHONE["width"]
        page.keyboard.type("no such university")
        expect(page.get_by_text("No university is called")).to_be_visible()
        return faults

    assert step(by_keyboard_and_on_a_phone) == []


def test_two_tabs_work_in_two_universities(working, root, university):
    step = working(root)

    def save_in_both(page: Page) -> None:
        page.locator('#nav-sidebar-apps a[href$="/programmes/programme/"]').click()
        page.get_by_role("link", name="Add programme").first.click()
        page.get_by_label("Code").fill("HOME")
        second = page.context.new_page()
        second.set_viewport_size({"width": 1440, "height": 900})
        second.goto(page.url)
        switch_to(second, "state")
        second.wait_for_url("**/admin/u/state/")
        for tab in (second, page):
            if tab is second:
                tab.locator('#nav-sidebar-apps a[href$="/programmes/programme/"]').click()
                tab.get_by_role("link", name="Add programme").first.click()
                tab.get_by_label("Code").fill("THERE")
            tab.get_by_label("Name").fill("New programme")
            tab.get_by_role("button", name="Save", exact=True).click()
            expect(tab.locator("#result_list")).to_contain_text("New programme")
        second.close()

    step(save_in_both)

    assert Programme.objects.get(code="HOME").tenant == root.tenant
    assert Programme.objects.get(code="THERE").tenant == university


def test_a_university_is_deleted_and_restored(working, root, university):
    step = working(root)

    def delete_and_restore(page: Page) -> int:
        clicks(page)
        open_page_of(page, "State University")
        page.get_by_role("link", name="Delete", exact=True).click()
        expect(page.get_by_text("2 students lose access at once.")).to_be_visible()
        assert serious(page) == []
        name = page.get_by_label("Name of the university")
        name.fill("State")
        name.press("Enter")
        expect(page.get_by_text("That is not its name. Type: State University")).to_be_visible()
        name.fill("State University")
        name.press("Enter")
        expect(page.get_by_text("This university is deleted, by")).to_be_visible()
        assert serious(page) == []
        page.get_by_role("link", name="Restore this university").click()
        page.get_by_role("button", name="Restore").click()
        expect(page.get_by_text("State University is restored.")).to_be_visible()
        return clicks(page)

    assert step(delete_and_restore) <= 5
    assert Tenant.objects.get(pk=university.pk).is_active


def test_a_university_is_set_up_and_takes_sessions(working, root, university, live_server):
    step = working(root)

    def brand(page: Page) -> int:
        open_page_of(page, "State University")
        page.get_by_role("button", name="Settings").click()
        page.get_by_role("link", name="Branding").click()
        page.get_by_label("Primary colour").fill("#AA0000")
        button = page.locator(".branding-preview-button")
        expect(button).to_have_css("background-color", "rgb(170, 0, 0)")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("The branding of State University is saved.")).to_be_visible()
        return clicks(page)

    def allow(page: Page) -> int:
        page.get_by_role("button", name="Settings").click()
        page.get_by_role("link", name="Allowed origins").click()
        page.get_by_label("Origins").fill("https://app.state.edu")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("The allowed origins of State University are")).to_be_visible()
        return clicks(page)

    def make_key(page: Page) -> tuple[str, int]:
        switch_to(page, "state")
        page.wait_for_url("**/admin/u/state/")
        clicks(page)
        page.locator('#nav-sidebar-apps a[href$="/servicekey/"]').click()
        page.get_by_role("link", name="Create a service key").first.click()
        page.get_by_label("What it is for").fill("Live service")
        page.get_by_role("button", name="Save", exact=True).click()
        return page.get_by_label("Service key").input_value(), clicks(page)

    assert step(brand) <= 5
    assert TenantBranding.objects.get(tenant=university).primary_color == "#AA0000"
    assert step(allow) <= 4
    assert AllowedOrigin.objects.get(tenant=university).origin == "https://app.state.edu"
    key, taken = step(make_key)
    assert taken <= 4

    session_id = new_id()
    body = {
        "user_id": Student.objects.get(email="bisi@state.edu").pk,
        "case_study_id": CaseStudy.objects.get().pk,
        "status": "ended",
        "start_time": "2026-06-05T10:00:00Z",
        "end_time": "2026-06-05T10:09:30Z",
        "elapsed_active_time": 512.4,
    }
    sent = subprocess.run(
        [
            *("curl", "-s", "-X", "PUT", f"{live_server.url}/v1/ingest/sessions/{session_id}"),
            *("-H", f"Authorization: Api-Key {key}", "-H", "Content-Type: application/json"),
            *("-d", json.dumps(body)),
        ],
        capture_output=True,
        check=True,
        timeout=20,
    )
    assert json.loads(sent.stdout)["success"] is True
    assert Session.objects.get(pk=session_id).tenant == university
