"""Every main page at twice its size, and laid out from right to left."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests import legibility
from tests.admin.test_usable import pages

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]

# A laptop of 1366 pixels whose browser shows everything twice as large.
ZOOMED = {"viewport": {"width": 683, "height": 384}, "device_scale_factor": 2}


def serious(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{fault['id']}: {node['html']}"
        for fault in found
        if fault["impact"] in {"serious", "critical"}
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("colour", ["light", "dark"])
def test_every_page_can_be_used_at_twice_its_size(visit, operator, colour):
    addresses = pages(operator)

    def look(page: Page) -> list[str]:
        faults = []
        for address in addresses:
            page.goto(address)
            expect(page.get_by_role("main")).to_be_visible()
            page.wait_for_load_state()
            seen = [*legibility.cut(page), *serious(page)]
            faults += [f"{address}: {fault}" for fault in seen]
        return faults

    assert visit(look, color_scheme=colour, **ZOOMED) == []


def test_no_page_is_wider_than_the_screen_from_right_to_left(visit, operator):
    addresses = pages(operator)

    def look(page: Page) -> list[str]:
        page.add_init_script(
            "addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl' })"
        )
        faults = []
        for address in addresses:
            page.goto(address)
            expect(page.get_by_role("main")).to_be_visible()
            expect(page.locator("html")).to_have_attribute("dir", "rtl")
            width = legibility.width(page)
            if width > ZOOMED["viewport"]["width"]:
                faults.append(f"{address} is {width} pixels wide")
        return faults

    assert visit(look, **ZOOMED) == []
