"""The window that searches the console, on every page: by keyboard, on a phone, with a reader."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests import legibility
from tests.admin.conftest import listen
from tests.admin.test_usable import DESK_BY_DAY, PHONE_AT_NIGHT

pytestmark = pytest.mark.django_db(transaction=True)


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def test_the_search_is_used_by_keyboard_alone(visit):
    def journey(page: Page) -> list[str]:
        complaints = listen(page)
        page.goto("/admin/students/student/")
        window, box = page.get_by_role("dialog"), page.get_by_role("searchbox", name="Search for")
        page.locator("#searchbar").focus()
        page.keyboard.press("Control+k")  # in a field, too
        expect(box).to_be_focused()
        expect(window).to_contain_text("You can search for students, users, programmes")
        page.keyboard.type("ade")
        expect(window).to_contain_text("Found in State University:")
        expect(window.get_by_role("link")).to_have_count(2)

        links = window.get_by_role("link")
        page.keyboard.press("ArrowDown")
        expect(links.first).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        expect(links.last).to_be_focused()
        for _ in range(2):
            page.keyboard.press("ArrowUp")
        expect(box).to_be_focused()

        # Typing goes on in the box, wherever one is.
        page.keyboard.press("End")
        page.keyboard.press("ArrowDown")
        page.keyboard.type(" ")
        page.keyboard.type("chidi")
        expect(box).to_have_value("ade chidi")
        page.keyboard.press("Escape")
        expect(window).to_be_hidden()
        expect(page.locator("#searchbar")).to_be_focused()

        # Enter does not wait for the results: it opens the first of them.
        page.keyboard.press("Control+k")
        page.keyboard.press("Control+a")
        page.keyboard.type("Fuel")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Fuel Subsidy")
        return complaints

    assert visit(journey, **DESK_BY_DAY) == []


@pytest.mark.parametrize("options", [DESK_BY_DAY, PHONE_AT_NIGHT], ids=["desk", "phone"])
def test_the_search_opens_by_its_button_for_everybody(visit, options):
    def journey(page: Page) -> list[str]:
        page.goto("/admin/")
        page.get_by_role("link", name="Search").click()
        window = page.get_by_role("dialog", name="Search the console")
        expect(window).to_contain_text("You can search for")
        found = faults(page)
        page.keyboard.type("zzqx")
        expect(window).to_contain_text("Nothing in State University is called “zzqx”.")
        page.get_by_role("searchbox", name="Search for").fill("ade")
        expect(window.get_by_role("link")).to_have_count(2)
        page.keyboard.press("ArrowDown")
        found += faults(page)
        assert legibility.width(page) <= page.viewport_size["width"]
        window.get_by_role("button", name="Close the search").click()
        expect(window).to_be_hidden()
        page.goto("/admin/search/?s=ade")
        return found + faults(page)

    assert visit(journey, **options) == []


def test_who_is_signed_out_meanwhile_is_told_so(visit):
    def journey(page: Page) -> None:
        page.goto("/admin/")
        page.keyboard.press("Control+k")
        window = page.get_by_role("dialog")
        expect(window).to_contain_text("You can search for")
        page.context.clear_cookies()
        page.keyboard.type("ade")
        expect(window).to_contain_text("You are signed out. Load the page again to sign in.")

    visit(journey, **DESK_BY_DAY)


def test_nothing_that_was_typed_or_found_is_kept_in_the_browser(visit):
    def kept(page: Page) -> str:
        page.goto("/admin/")
        page.keyboard.press("Control+k")
        page.keyboard.type("chidi")
        expect(page.get_by_role("dialog").get_by_role("link")).to_have_count(1)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Chidi Ade")
        return page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")

    assert "chidi" not in visit(kept, **DESK_BY_DAY).lower()
