"""Every page for everybody: by day and night, on a phone, by keyboard, with a reader."""

import re
from functools import partial

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from tests.admin import situations
from tests.admin.conftest import listen
from tests.admin.every_page import PARTS, addresses, answers, pages
from tests.admin.situations import DESK, PHONE
from tests.clients import OperatorClient
from tests.factories import InvitationFactory, SuperAdminFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]

PHONE_AT_NIGHT = {"color_scheme": "dark", "viewport": PHONE}
DESK_BY_DAY = {"color_scheme": "light", "viewport": DESK}


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("part", PARTS)
def test_everybody_can_use_every_page(visit, operator, part):
    """As it opens, and as it answers a form that is refused, previewed or done."""
    # Somebody else, since some of their forms end all sign-ins of whoever sends them.
    browser = OperatorClient(SuperAdminFactory(tenant=operator.tenant))
    opened = addresses(part, operator.tenant)
    shown = {url: answer.content for url, answer in answers(part, operator.tenant, browser).items()}

    def look(page: Page) -> list[str]:
        complaints = listen(page)
        for url, body in shown.items():
            page.route(re.compile(f"{re.escape(url)}$"), partial(_show, body=body))
        for url in [*opened, *shown]:
            page.goto(url)
            expect(page.get_by_role("main")).to_be_visible()
            found = situations.faults(page, whole=url == opened[0])
            complaints += [f"{url}: {fault}" for fault in found]
        return complaints

    assert "\n".join(visit(look)) == ""
    assert len(opened) > len(pages(part)) > 0


def _show(route: Route, body: bytes) -> None:
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


def test_the_menu_of_a_phone_opens_by_keyboard(visit):
    def journey(page: Page) -> None:
        page.goto("/admin/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.keyboard.press("Tab")
        button = page.get_by_role("button", name="Menu", exact=True)
        expect(button).to_be_focused()
        expect(page.get_by_role("link", name="Students", exact=True)).to_be_hidden()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(page.locator("#nav-sidebar a").first).to_be_focused()
        page.get_by_role("button", name="Close the menu").press("Enter")
        expect(page.get_by_role("link", name="Students", exact=True)).to_be_hidden()

    visit(journey, viewport=PHONE)


def test_ones_account_is_reached_by_keyboard(visit, operator):
    def journey(page: Page) -> None:
        page.goto("/admin/")
        button = page.get_by_role("button", name=operator.get_full_name())
        button.press("Enter")
        dark = page.get_by_role("button", name="Dark")
        dark.press("Enter")
        expect(dark).to_have_attribute("aria-pressed", "true")
        page.keyboard.press("Escape")
        expect(dark).to_be_hidden()
        expect(button).to_be_focused()

    visit(journey, **DESK_BY_DAY)


def test_the_head_of_a_page_with_many_buttons_says_what_it_is_about(visit, operator):
    def width_of_title(page: Page) -> tuple[int, int]:
        page.goto(reverse("admin:tenants_tenant_change", args=[operator.tenant_id]))
        title = page.get_by_role("heading", level=1).get_by_text("State University")
        return title.evaluate("title => [title.clientWidth, title.scrollWidth]")

    shown, needed = visit(width_of_title, **DESK_BY_DAY)

    assert shown == needed


def test_the_head_of_a_person_names_the_university_on_one_line(visit, operator):
    invited = InvitationFactory(tenant=operator.tenant).user

    def height_of_a_line(page: Page) -> tuple[float, float]:
        page.goto(reverse("admin:accounts_user_change", args=[invited.pk]))
        label = page.locator(".tenant-label")
        expect(label).to_have_text("State University")
        return label.evaluate(
            "one => [one.clientHeight, parseFloat(getComputedStyle(one).lineHeight)]"
        )

    height, line = visit(height_of_a_line, viewport={"width": 1366, "height": 768})

    assert height < 2 * line
