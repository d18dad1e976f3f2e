"""A form that stood open while somebody else signed in, in a second tab of the same browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from programmes.models import Programme
from tests import legibility
from tests.admin.conftest import sit_down
from tests.admin.test_journeys import enter, menu, press
from tests.clients import OperatorClient
from tests.factories import SuperAdminFactory, TenantFactory

pytestmark = pytest.mark.django_db(transaction=True)

REFUSAL = "You work in State University now; this page belongs to Head Office. Nothing was saved."
PHONE = {"width": 390, "height": 844}


def test_a_form_is_not_saved_into_the_tenant_of_the_second_tab(on_page, live_server, university):
    home = TenantFactory(name="Head Office", slug="head")
    complaints = on_page(sit_down)
    enter(on_page, live_server, SuperAdminFactory(tenant=home))
    somebody_else = OperatorClient(SuperAdminFactory(tenant=university)).cookies["sessionid"].value

    def begin(page: Page) -> None:
        menu(page, "Programmes")
        press(page, "Add programme", "link")
        page.get_by_label("Code").fill("NEW")
        page.get_by_label("Name").fill("New programme")

    def sign_in_as_somebody_else(page: Page) -> None:
        page.context.add_cookies(
            [{"name": "sessionid", "value": somebody_else, "url": live_server.url}]
        )

    def save(page: Page) -> list[dict]:
        press(page, "Save")
        expect(page.get_by_role("alert")).to_have_text(REFUSAL)
        expect(page.locator(".tenant-label")).to_have_text("State University")
        expect(page.get_by_role("main").get_by_role("link", name="Programmes")).to_be_visible()
        page.set_viewport_size(PHONE)
        assert legibility.width(page) == PHONE["width"]
        return Axe().run(page).response["violations"]

    def see_where_it_belongs(page: Page) -> None:
        with page.expect_popup() as opened:
            press(page, "Head Office", "link")
        expect(opened.value.locator(".tenant-label")).to_have_text("Working in Head Office")

    on_page(begin)
    on_page(sign_in_as_somebody_else)
    faults = on_page(save)
    on_page(see_where_it_belongs)

    assert [fault for fault in faults if fault["impact"] in {"serious", "critical"}] == []
    assert not Programme.objects.filter(code="NEW").exists()
    # A browser complains of each answer that is a refusal.
    assert [complaint for complaint in complaints if "409" not in complaint] == []
