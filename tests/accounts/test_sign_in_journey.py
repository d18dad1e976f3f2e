"""Signing in on a real browser: by keyboard, on a phone, in the dark, with a screen reader (§2)."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tenants.models import Tenant, TenantAIConfig, TenantBranding
from tests.accounts.invitations import enable_sso
from tests.factories import PASSWORD, FacultyFactory, StudentFactory, TenantFactory, UserFactory
from tests.legibility import look

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.pooled]

DESK_BY_DAY = {"color_scheme": "light"}
PHONE_AT_NIGHT = {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}}
PHONE_WITH_WIDE_FONTS = PHONE_AT_NIGHT | {"fonts": "wide"}


@pytest.fixture
def state() -> Tenant:
    tenant = TenantFactory(
        name="State University of Verylongplacenameinthenorthandotherplaces", slug="state"
    )
    # A colour on which only black can be read, and one that vanishes in the dark.
    TenantBranding.objects.create(
        tenant=tenant, primary_color="#F5A623", secondary_color="#101418", logo_url=None
    )
    TenantAIConfig.objects.create(tenant=tenant, support_email="help-desk@support.state.edu")
    enable_sso(tenant)
    return tenant


def violations(page: Page) -> list[tuple[str, str]]:
    """Return what axe finds on a page, however slight."""
    return [(fault["id"], fault["impact"]) for fault in Axe().run(page).response["violations"]]


def faults_of(page: Page, headings: Iterator[str], *, measures_all: bool) -> dict[str, object]:
    """Return the pages that spill, are hard to read or, with ``measures_all``, that axe objects to.

    ``headings`` brings page after page before the reader.
    """
    faults = {}
    for i, heading in enumerate(headings):
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        fits, contrast = look(page)
        found = violations(page) if measures_all else []
        if not fits or contrast < 4.5 or found:
            faults[f"{i} {heading}"] = (fits, contrast, found)
    return faults


def test_a_password_signs_in_by_keyboard_alone(browse, live_server, state):
    TenantFactory(name="Plain College", slug="plain")
    ada = FacultyFactory(tenant=Tenant.objects.get(slug="plain"), email="ada@plain.edu")

    def journey(page: Page) -> None:
        page.goto(f"{live_server.url}/admin/programmes/programme/")
        expect(page.get_by_label("Your organisation:")).to_be_focused()
        page.keyboard.type("nowhere")
        page.keyboard.press("Enter")
        organisation = page.get_by_label("Your organisation:")
        expect(page.get_by_text("There is no such organisation here.")).to_be_visible()
        expect(organisation).to_be_focused()
        expect(organisation).to_have_accessible_description(
            "Its full name, its short name (like state-university), or its web domain. "
            "There is no such organisation here. Spell it as it is written in your invitation, "
            "or ask whoever invited you."
        )
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("plain college")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to Plain College")
        expect(page.get_by_label("E-mail address:")).to_be_focused()
        page.keyboard.type(ada.email)
        page.keyboard.press("Tab")
        page.keyboard.type("wrong")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("the password is wrong")
        expect(page.get_by_label("E-mail address:")).to_have_value(ada.email)
        expect(page.get_by_label("Password:")).to_be_focused()
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/admin/programmes/programme/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Programmes")
        page.goto(f"{live_server.url}/sign-out")
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("You are signed out")
        page.get_by_role("link", name="Sign in again").click()
        # Remembered.
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to Plain College")
        page.get_by_role("link", name="Choose another organisation").click()
        expect(page.get_by_label("Your organisation:")).to_be_visible()

    browse(journey)


@pytest.mark.parametrize(
    "options",
    [DESK_BY_DAY, PHONE_AT_NIGHT, PHONE_WITH_WIDE_FONTS],
    ids=["desk", "phone", "wide fonts"],
)
def test_everybody_can_use_every_page(options, browse, live_server, state):
    student = StudentFactory(tenant=state, email="sam@state.edu")
    student.set_password(PASSWORD)
    student.save()
    admin = UserFactory(tenant=state, email="ada@state.edu")

    def fill(page: Page, email: str, password: str) -> None:
        page.get_by_label("E-mail address:").fill(email)
        page.get_by_label("Password:").fill(password)
        page.get_by_role("button", name="Sign in").click()

    def pages(page: Page) -> Iterator[str]:
        """Bring page after page before the reader; yield what each is headed."""
        page.goto(f"{live_server.url}/")
        yield "Sign in"
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_text("Type the name of your organisation.")).to_be_visible()
        yield "Sign in"
        page.get_by_label("Your organisation:").fill("state")
        page.get_by_role("button", name="Continue").click()
        page.get_by_text("Sign in with a password").click()
        yield f"Sign in to {state.name}"
        fill(page, student.email, "")
        expect(page.get_by_text("Type your password.")).to_be_visible()
        yield f"Sign in to {state.name}"
        fill(page, student.email, "wrong")
        expect(page.get_by_role("alert")).to_be_visible()
        yield f"Sign in to {state.name}"
        fill(page, student.email, PASSWORD)
        yield "The console is for staff"
        page.goto(f"{live_server.url}/sign-in/nowhere")
        yield "There is no such organisation"
        page.goto(f"{live_server.url}/sign-in/state")
        page.get_by_text("Sign in with a password").click()
        page.context.clear_cookies()
        fill(page, admin.email, PASSWORD)
        yield "The form was too old"
        page.goto(f"{live_server.url}/sign-in/state")
        page.get_by_text("Sign in with a password").click()
        fill(page, admin.email, PASSWORD)
        page.wait_for_url("**/admin/")
        page.goto(f"{live_server.url}/sign-out")
        yield "Sign out?"
        page.get_by_role("button", name="Sign out").click()
        yield "You are signed out"

    def journey(page: Page) -> dict[str, object]:
        # It takes a second a page, and what differs by day is measured above.
        return faults_of(page, pages(page), measures_all=options == PHONE_AT_NIGHT)

    assert browse(journey, **options) == {}
