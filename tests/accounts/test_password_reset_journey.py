"""From a forgotten password to the signed-in person: a real mail server, a real browser (§16)."""

from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import PasswordReset, User
from tenants.models import Tenant
from tests.accounts.resets import NEW, sent_reset, switch_passwords_off
from tests.accounts.test_sign_in_journey import DESK_BY_DAY, PHONE_AT_NIGHT, faults_of
from tests.factories import PASSWORD, FacultyFactory, SuperAdminFactory, TenantFactory
from tests.mail import html_of, link_in, work

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.system,
    pytest.mark.pooled,
]


@pytest.fixture
def state(live_server, settings) -> Tenant:
    settings.PUBLIC_URL = live_server.url
    return TenantFactory(name="State University", slug="state")


@pytest.fixture
def ada(state) -> User:
    return FacultyFactory(tenant=state, email="ada@state.edu")


def sign_in(page: Page, email: str, password: str) -> None:
    page.get_by_label("E-mail address:").fill(email)
    page.get_by_label("Password:").fill(password)
    page.get_by_role("button", name="Sign in").click()


def ask(page: Page, email: str) -> None:
    """Ask by keyboard, from the sign-in page."""
    page.get_by_role("link", name="Forgot your password?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Forgot your password?")
    expect(page.get_by_label("E-mail address:")).to_be_focused()
    page.keyboard.type(email)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mail")


def choose(page: Page, password: str) -> None:
    page.get_by_label("Password:", exact=True).fill(password)
    page.get_by_label("The same password again:").fill(password)
    page.get_by_role("button", name="Change the password").click()


def test_a_forgotten_password_is_replaced_and_the_old_session_is_out(
    on_page, live_server, mail_server, ada
):
    opened = []

    def forget(page: Page) -> None:
        page.goto(f"{live_server.url}/sign-in/state")
        sign_in(page, ada.email, PASSWORD)
        page.wait_for_url("**/admin/")
        elsewhere = page.context.browser.new_context().new_page()
        opened.append(elsewhere)
        elsewhere.goto(f"{live_server.url}/sign-in/state")
        sign_in(elsewhere, ada.email, "forgotten")
        expect(elsewhere.get_by_role("alert")).to_contain_text("the password is wrong")
        ask(elsewhere, ada.email)

    def follow(page: Page) -> None:
        (elsewhere,) = opened
        elsewhere.set_content(html_of(mail))
        elsewhere.get_by_role("link", name="Choose a new password").click()
        expect(elsewhere.get_by_text("ada@state.edu")).to_be_visible()
        choose(elsewhere, "password")
        expect(elsewhere.get_by_text("This password is too common.")).to_be_visible()
        choose(elsewhere, NEW)
        expect(elsewhere.get_by_role("heading", level=1)).to_have_text("Your password is changed")
        elsewhere.get_by_role("link", name="Go to the sign-in").click()
        sign_in(elsewhere, ada.email, NEW)
        elsewhere.wait_for_url("**/admin/")
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to State University")
        elsewhere.goto(link_in(mail))
        expect(elsewhere.get_by_role("heading", level=1)).to_have_text("This link has been used")
        elsewhere.context.close()

    on_page(forget)
    work()
    (mail,) = mail_server.mails
    on_page(follow)


def test_a_super_admin_finds_the_way_back_where_passwords_are_off(
    on_page, live_server, mail_server, state
):
    boss = SuperAdminFactory(tenant=state, email="boss@state.edu")
    switch_passwords_off(state)

    def forget(page: Page) -> None:
        page.goto(f"{live_server.url}/sign-in/state")
        expect(page.get_by_label("Password:")).to_have_count(0)
        page.get_by_role("link", name="Sign in with a password").click()
        ask(page, boss.email)

    def follow(page: Page) -> None:
        page.goto(link_in(mail))
        choose(page, NEW)
        expect(page.get_by_role("heading", level=1)).to_have_text("Your password is changed")
        page.goto(f"{live_server.url}/sign-in/state/platform")
        sign_in(page, boss.email, NEW)
        page.wait_for_url("**/admin/")

    on_page(forget)
    work()
    (mail,) = mail_server.mails
    on_page(follow)


@pytest.mark.parametrize("options", [DESK_BY_DAY, PHONE_AT_NIGHT], ids=["desk", "phone"])
def test_everybody_can_use_every_page_of_the_way_back(options, browse, live_server, state, ada):
    college = TenantFactory(slug="college")
    switch_passwords_off(college)
    _, token = sent_reset(ada)
    _, expired = sent_reset(FacultyFactory(tenant=state))
    PasswordReset.objects.exclude(user=ada).update(expires_at=timezone.now())

    def pages(page: Page) -> Iterator[str]:
        """Bring page after page before the reader; yield what each is headed."""
        page.goto(f"{live_server.url}/sign-in/state/forgotten-password")
        yield "Forgot your password?"
        page.get_by_role("button", name="Send me the mail").click()
        expect(page.get_by_text("Type your e-mail address.")).to_be_visible()
        yield "Forgot your password?"
        page.get_by_label("E-mail address:").fill("nobody@state.edu")
        page.get_by_role("button", name="Send me the mail").click()
        yield "Look into your mail"
        page.goto(f"{live_server.url}/password-reset/{token}")
        yield "Choose a new password"
        choose(page, "password")
        yield "Choose a new password"
        choose(page, NEW)
        yield "Your password is changed"
        for link, heading in (
            (token, "This link has been used"),
            (expired, "This link has expired"),
            ("x", "There is no such link"),
        ):
            page.goto(f"{live_server.url}/password-reset/{link}")
            yield heading
        page.goto(f"{live_server.url}/sign-in/college")
        yield f"Sign in to {college.name}"
        page.get_by_role("link", name="Sign in with a password").click()
        yield "Sign in with a password"
        page.get_by_role("link", name="Forgot your password?").click()
        yield "Forgot your password?"

    def journey(page: Page) -> dict[str, object]:
        return faults_of(page, pages(page), measures_all=options == PHONE_AT_NIGHT)

    assert browse(journey, **options) == {}
