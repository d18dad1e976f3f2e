"""The second factor on a real browser: set up, signed in with, lost and replaced (contract §16)."""

from urllib.parse import urlsplit

import pytest
from django.test import override_settings
from playwright.sync_api import Page, expect
from pyotp import TOTP

from accounts.models import SecondFactor
from tests.accounts.test_sign_in_journey import DESK_BY_DAY, PHONE_AT_NIGHT, violations
from tests.factories import PASSWORD, FacultyFactory, SuperAdminFactory, TenantFactory
from tests.legibility import look
from tests.threads import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.pooled]

PROFILE = "/admin/accounts/user/me/"


class Someone:
    """A person at a browser, with a phone that shows codes."""

    def __init__(self, page: Page, base: str, email: str) -> None:
        self.page, self.base, self.email = page, base, email
        self.secret = ""
        self.codes: list[str] = []
        self.faults: dict[str, object] = {}

    def code(self) -> str:
        """Return the code that the app shows; an earlier sign-in was long ago."""
        # In another thread: Playwright's own may not use the database.
        at_once(lambda _: SecondFactor.objects.update(last_step=0), 1)
        return TOTP(self.secret).now()

    def go(self, path: str) -> None:
        self.page.goto(f"{self.base}{path}")

    def type_password(self) -> None:
        self.page.get_by_label("E-mail address:").fill(self.email)
        self.page.get_by_label("Password:").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()

    def scan(self) -> None:
        """Read the secret that stands beside the QR code."""
        expect(self.page.get_by_role("img", name="QR code of the secret below")).to_be_visible()
        self.secret = self.page.locator("#secret").inner_text()

    def type_code(self, code: str, button: str = "Sign in") -> None:
        self.page.get_by_role("textbox", name="Code").fill(code)
        self.page.get_by_role("button", name=button).click()

    def keep_codes(self, link: str) -> None:
        field = self.page.get_by_label("Recovery codes")
        expect(field).to_be_visible()
        expect(self.page.get_by_role("button", name="Copy")).to_be_visible()
        expect(self.page.get_by_role("button", name="Print")).to_be_visible()
        self.codes = field.input_value().split()
        assert len(self.codes) == 10
        self.check("recovery codes")
        self.page.get_by_role("link", name=link).click()

    def set_up(self) -> None:
        """Set a second factor up in the profile."""
        self.go(PROFILE)
        self.page.get_by_role("link", name="Set one up").click()
        self.page.get_by_label("Your current password").fill(PASSWORD)
        self.page.get_by_role("button", name="Set up a second factor").click()
        self.scan()
        self.check("set-up")
        self.type_code("000000", "Confirm")
        expect(self.page.get_by_text("The code is wrong. Type the one that")).to_be_visible()
        self.type_code(self.code(), "Confirm")
        self.keep_codes("I have kept them")

    def sign_out(self) -> None:
        self.go("/sign-out")
        self.page.get_by_role("button", name="Sign out").click()
        # A page that is left while its answer is on the way leaves it undone.
        expect(self.page.get_by_role("heading", level=1)).to_have_text("You are signed out")
        self.go("/")

    def check(self, what: str) -> None:
        """Note what is hard to use about the page as it is."""
        # Of the admin's design, axe measures the contrast.
        is_ours = "/admin/" not in self.page.url
        fits, contrast = look(self.page) if is_ours else (True, 4.5)
        found = violations(self.page)
        if not fits or contrast < 4.5 or found:
            self.faults[what] = (fits, contrast, found)

    def is_at(self, path: str) -> None:
        self.page.wait_for_url(f"{self.base}{path}")


def signs_in_with_the_app(person: Someone) -> None:
    """With a mistake, and back and forth."""
    page = person.page
    person.sign_out()
    person.type_password()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your code")
    expect(page.get_by_role("textbox", name="Code")).to_be_focused()
    person.check("code")
    person.type_code("000000")
    expect(page.get_by_text("The code is wrong, or was used already.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Code")).to_be_focused()
    person.check("wrong code")
    # Back to the password, and on again: nothing is lost.
    page.go_back()
    page.go_back()
    expect(page.get_by_label("Password:")).to_have_value("")
    person.type_password()
    person.type_code(person.code())
    person.is_at("/admin/")
    # Back to a page that has done its work leads on.
    page.go_back()
    person.is_at("/admin/")


def loses_the_phone(person: Someone) -> None:
    """A recovery code signs in, another one makes room for a new phone, which goes in the end."""
    page = person.page
    person.sign_out()
    person.type_password()
    person.type_code(person.codes[0].upper().replace("-", " "))
    person.is_at("/admin/")
    person.go(f"{PROFILE}second-factor/")
    expect(page.get_by_text("9 recovery codes remaining")).to_be_visible()
    person.type_code(person.codes[1], "Set up another app")
    former = person.secret
    person.scan()
    assert person.secret != former
    person.type_code(person.code(), "Confirm")
    person.keep_codes("I have kept them")
    page.get_by_role("link", name="Remove the second factor").click()
    person.type_code(person.code(), "Remove the second factor")
    expect(page.get_by_text("Your second factor is removed.")).to_be_visible()


@pytest.mark.parametrize("options", [DESK_BY_DAY, PHONE_AT_NIGHT], ids=["desk", "phone"])
def test_a_second_factor_from_its_set_up_to_the_lost_phone(options, browse, live_server):
    tenant = TenantFactory(name="Plain College", slug="plain")
    ada = FacultyFactory(tenant=tenant, email="ada@plain.edu")

    def journey(page: Page) -> dict[str, object]:
        person = Someone(page, live_server.url, ada.email)
        person.go("/sign-in/plain")
        person.type_password()
        person.is_at("/admin/")
        person.set_up()
        expect(page.get_by_text("10 recovery codes remaining")).to_be_visible()
        person.check("status")
        signs_in_with_the_app(person)
        loses_the_phone(person)
        return person.faults

    assert browse(journey, **options) == {}
    assert not SecondFactor.objects.exists()


def test_a_super_admin_sets_it_up_before_anything_opens(browse, live_server):
    tenant = TenantFactory(name="Plain College", slug="plain")
    owner = SuperAdminFactory(tenant=tenant, email="owner@plain.edu")

    def journey(page: Page) -> dict[str, object]:
        person = Someone(page, live_server.url, owner.email)
        person.go("/sign-in/plain?next=/admin/programmes/programme/")
        person.type_password()
        expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")
        address = urlsplit(page.url).path
        person.check("set-up")
        # Nothing else opens meanwhile.
        person.go("/admin/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
        person.go(address)
        person.scan()
        person.type_code(person.code(), "Confirm and sign in")
        person.keep_codes("I have kept them: go on")
        person.is_at("/admin/programmes/programme/")
        person.go(address)
        person.is_at("/admin/")
        return person.faults

    with override_settings(SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS=True):
        assert browse(journey, **PHONE_AT_NIGHT) == {}


def test_two_tabs_arrive_and_a_late_one_says_what_to_do(browse, live_server):
    tenant = TenantFactory(name="Plain College", slug="plain")
    ada = FacultyFactory(tenant=tenant, email="ada@plain.edu")

    def journey(page: Page) -> None:
        person = Someone(page, live_server.url, ada.email)
        person.go("/sign-in/plain")
        person.type_password()
        person.is_at("/admin/")
        person.set_up()
        person.sign_out()
        person.type_password()
        expect(page.get_by_role("heading", level=1)).to_have_text("Your code")
        second = Someone(page.context.new_page(), live_server.url, ada.email)
        second.secret = person.secret
        second.go("/sign-in/plain")
        second.type_password()
        second.type_code(second.code())
        second.is_at("/admin/")
        person.type_code(person.code())
        person.is_at("/admin/")
        person.sign_out()
        person.type_password()
        expect(page.get_by_role("heading", level=1)).to_have_text("Your code")
        page.context.clear_cookies()
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("This page has expired")
        page.get_by_role("link", name="Sign in again").click()
        person.type_password()
        person.type_code(person.code())
        person.is_at("/admin/")

    browse(journey)
