"""Two browsers of one person: one sees both and ends the other, which is out at its next click."""

import pytest
from playwright.sync_api import Page, expect

from tests.accounts.signed_in import FIREFOX, browser_of
from tests.factories import PASSWORD, UserFactory
from tests.legibility import WORD, spills

pytestmark = pytest.mark.django_db(transaction=True)
DESK = {"width": 1366, "height": 768}


@pytest.fixture
def ada():
    return UserFactory(email="ada@state.edu", tenant__slug="state")


def sign_in(page: Page, server: str) -> None:
    page.goto(f"{server}/sign-in/state")
    page.get_by_label("E-mail address:").fill("ada@state.edu")
    page.get_by_label("Password:").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")


def test_one_browser_signs_the_other_out(browse, live_server, ada):
    server = live_server.url

    def journey(page: Page) -> None:
        with page.context.browser.new_context(user_agent=FIREFOX, viewport=DESK) as elsewhere:
            other = elsewhere.new_page()
            sign_in(page, server)
            sign_in(other, server)
            page.goto(f"{server}/admin/accounts/user/me/")
            page.get_by_role("link", name="Where you are signed in").click()
            expect(page.get_by_role("heading", level=1)).to_contain_text("Where you are signed in")
            here = page.get_by_role("listitem").filter(has_text="(this browser)")
            there = page.get_by_role("listitem").filter(has_text="Firefox on Linux")
            expect(here).to_have_count(1)
            expect(there).to_have_count(1)
            expect(here.get_by_role("button")).to_have_count(0)

            there.get_by_role("button", name="Sign out").click()

            expect(page.get_by_text("That sign-in has ended.")).to_be_visible()
            expect(there).to_have_count(0)
            other.get_by_role("link", name="Users").click()
            expect(other.get_by_label("Password:")).to_be_visible()

            everywhere = page.get_by_role("button", name="Sign out everywhere else")
            expect(everywhere).to_have_count(0)
            sign_in(other, server)
            page.reload()
            everywhere.click()
            expect(page.get_by_text("You are signed out everywhere else.")).to_be_visible()
            other.reload()
            expect(other.get_by_label("Password:")).to_be_visible()
            page.reload()
            expect(here).to_have_count(1)

    browse(journey, viewport=DESK)


def test_names_of_any_length_fit_on_any_screen(browse, live_server, ada):
    someone = UserFactory(tenant=ada.tenant)
    for user in (ada, someone):
        browser_of(user, agent=WORD, address="2001:db8:1234:5678:9abc:def0:1234:5678")
    addresses = ["me/sessions/", f"{someone.pk}/signed_in"]

    def journey(page: Page) -> dict[str, list[str]]:
        sign_in(page, live_server.url)
        found = {}
        for address in addresses:
            assert page.goto(f"{live_server.url}/admin/accounts/user/{address}").status == 200
            expect(page.get_by_text(WORD).first).to_be_visible()
            found[address] = spills(page)
        return found

    assert browse(journey) == {address: [] for address in addresses}
