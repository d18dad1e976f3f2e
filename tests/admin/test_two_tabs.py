"""A form that stood open while its Super Admin changed over to another tenant, in a browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from programmes.models import Programme
from tests.admin.conftest import sit_down
from tests.admin.test_journeys import enter, heading, menu, press
from tests.factories import SuperAdminFactory, TenantFactory

pytestmark = pytest.mark.django_db(transaction=True)

REFUSAL = "You work in State University now; this page belongs to Head Office. Nothing was saved."
PHONE = {"width": 390, "height": 844}


def test_a_form_is_not_saved_into_the_tenant_of_the_second_tab(on_page, live_server, university):
    home = TenantFactory(name="Head Office")
    complaints = on_page(sit_down)
    enter(on_page, live_server, SuperAdminFactory(tenant=home))

    def begin(page: Page) -> None:
        menu(page, "Programmes")
        press(page, "Add programme", "link")
        page.get_by_label("Code").fill("NEW")
        page.get_by_label("Name").fill("New programme")

    def change_over(page: Page) -> None:
        second = page.context.new_page()
        second.goto(f"{live_server.url}/admin/tenants/tenant/{university.pk}/work_here/")
        press(second, "Work in this tenant")
        expect(second.get_by_text("Working in State University", exact=True)).to_be_visible()

    def save(page: Page) -> list[dict]:
        press(page, "Save")
        expect(page.get_by_role("alert")).to_have_text(REFUSAL)
        expect(page.get_by_text("Working in State University", exact=True)).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link", name="Programmes")).to_be_visible()
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.scrollingElement.scrollWidth") == PHONE["width"]
        return Axe().run(page).response["violations"]

    def save_after_all(page: Page) -> None:
        with page.expect_popup() as opened:
            press(page, "work in Head Office", "link")
        press(opened.value, "Work in this tenant")
        heading(opened.value, "Dashboard")
        page.reload()
        expect(page.locator("#result_list")).to_contain_text("New programme")

    on_page(begin)
    on_page(change_over)
    faults = on_page(save)

    assert [fault for fault in faults if fault["impact"] in {"serious", "critical"}] == []
    assert not Programme.objects.filter(code="NEW").exists()

    on_page(save_after_all)

    assert Programme.objects.get(code="NEW").tenant == home
    # A browser complains of each answer that is a refusal.
    assert [complaint for complaint in complaints if "409" not in complaint] == []
