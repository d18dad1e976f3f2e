"""Come in again without one's password, and without anybody's help."""

import pytest
from playwright.sync_api import Page, expect

from tests.accounts.resets import NEW
from tests.admin.tasks.conftest import COUNT_CLICKS, clicks
from tests.factories import FacultyFactory
from tests.mail import link_in, work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.pooled]


def test_who_lost_their_password_chooses_another_one(
    on_page, live_server, mail_server, university, settings
):
    settings.PUBLIC_URL = live_server.url
    ada = FacultyFactory(tenant=university, email="ada@state.edu")

    def ask(page: Page) -> int:
        page.context.add_init_script(COUNT_CLICKS)
        page.goto(f"{live_server.url}/sign-in/state")
        page.get_by_role("link", name="Forgot your password?").click()
        expect(page.get_by_label("E-mail address:")).to_be_focused()
        page.keyboard.type(ada.email)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mail")
        return clicks(page)

    def choose(page: Page) -> int:
        page.goto(link_in(mail))
        page.get_by_label("Password:", exact=True).fill(NEW)
        page.get_by_label("The same password again:").fill(NEW)
        page.get_by_role("button", name="Change the password").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Your password is changed")
        return clicks(page)

    asked = on_page(ask)
    work()
    (mail,) = mail_server.mails

    # The link in the mail is a click as well.
    assert asked + 1 + on_page(choose) <= 3
    ada.refresh_from_db()
    assert ada.check_password(NEW)
