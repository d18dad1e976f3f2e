"""Every page at twice its size, and laid out from right to left."""

from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from tests import legibility
from tests.admin.every_page import PARTS, addresses
from tests.admin.situations import broken

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]

# A laptop of 1366 pixels whose browser shows everything twice as large.
ZOOMED = {"viewport": {"width": 683, "height": 384}, "device_scale_factor": 2}
# In turns: what differs in the other colours alone is seen in test_usable.
BY_DAY_OR_NIGHT = list(zip(PARTS, cycle(["light", "dark"]), strict=False))


@pytest.mark.timeout(1200)
@pytest.mark.parametrize(("part", "colour"), BY_DAY_OR_NIGHT)
def test_every_page_can_be_used_at_twice_its_size(visit, operator, part, colour):
    urls = addresses(part, operator.tenant)

    def look(page: Page) -> list[str]:
        faults = []
        for url in urls:
            page.goto(url)
            expect(page.get_by_role("main")).to_be_visible()
            page.wait_for_load_state()
            faults += [
                f"{url}: {fault}" for fault in [*legibility.cut(page), *broken(page, whole=True)]
            ]
        return faults

    assert visit(look, color_scheme=colour, **ZOOMED) == []


@pytest.mark.parametrize("part", PARTS)
def test_no_page_is_wider_than_the_screen_from_right_to_left(visit, operator, part):
    urls = addresses(part, operator.tenant)

    def look(page: Page) -> list[str]:
        page.add_init_script(
            "addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl' })"
        )
        faults = []
        for url in urls:
            page.goto(url)
            expect(page.get_by_role("main")).to_be_visible()
            expect(page.locator("html")).to_have_attribute("dir", "rtl")
            width = legibility.width(page)
            if width > ZOOMED["viewport"]["width"]:
                faults.append(f"{url} is {width} pixels wide")
        return faults

    assert visit(look, **ZOOMED) == []
