"""Invite a colleague, remind them, help them with a lost password, and see them off."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from tests.admin.tasks.conftest import clicks
from tests.factories import RoleFactory
from tests.mail import link_in, work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]

DESK = {"width": 1366, "height": 768}
EMAIL = "new@state.edu"


class Colleague:
    """The invited person, in a browser of their own."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.page: Page | None = None

    def choose_password(self, page: Page, mail, password: str, button: str) -> None:
        """Follow a mail's link, choose a password there, and sign in with it."""
        if self.page is None:
            self.page = page.context.browser.new_context(viewport=DESK).new_page()
        self.page.goto(f"{self.server}{urlsplit(link_in(mail)).path}")
        self.page.get_by_label("Password:", exact=True).fill(password)
        self.page.get_by_label("The same password again:").fill(password)
        self.page.get_by_role("button", name=button).click()
        expect(self.page.get_by_role("button", name=button)).to_have_count(0)
        self.page.goto(f"{self.server}/sign-in/state")
        self.page.get_by_label("E-mail address:").fill(EMAIL)
        self.page.get_by_label("Password:").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Dashboard")

    def is_told(self, text: str) -> None:
        self.page.get_by_role("link", name="Programmes").click()
        expect(self.page.get_by_role("alert")).to_contain_text(text)
        self.page.context.close()


def invite(page: Page) -> int:
    page.locator("#nav-sidebar-apps a[href='/admin/accounts/user/']").click()
    page.get_by_role("link", name="Invite a user").click()
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("First name").fill("Nneka")
    page.get_by_label("Last name").fill("Eze")
    page.get_by_label("Role").select_option("Tutor")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("is invited. The mail is on its way.")).to_be_visible()
    return clicks(page)


def press(page: Page, link: str, button: str) -> int:
    """Press a button of the colleague's page, and confirm it; return the clicks that it took."""
    page.locator("#nav-sidebar-apps a[href='/admin/accounts/user/']").click()
    page.get_by_role("link", name="Nneka Eze").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nneka Eze")
    clicks(page)
    page.get_by_role("link", name=link, exact=True).click()
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Nneka Eze")
    return clicks(page)


def test_a_colleague_from_the_invitation_to_the_last_day(
    working, operator, university, mail_server, live_server
):
    RoleFactory(tenant=university, name="Tutor", permissions=["PROGRAMMES.can_view"])
    step = working(operator)
    nneka = Colleague(live_server.url)

    def choose(password: str, button: str) -> None:
        mail = mail_server.mails[-1]
        step(lambda page: nneka.choose_password(page, mail, password, button))

    assert step(invite) <= 6
    work()
    resent = step(lambda page: press(page, "Resend the invitation", "Resend the invitation"))
    assert resent <= 3
    work()
    choose("three unlikely giraffes", "Accept with this password")
    assert step(lambda page: press(page, "Reset the password", "Send the mail")) <= 2
    work()
    choose("four purple umbrellas", "Change the password")
    step(lambda page: press(page, "Deactivate", "Deactivate"))
    step(lambda page: nneka.is_told("your account here was switched off"))

    assert not User.objects.get(email=EMAIL).is_active
