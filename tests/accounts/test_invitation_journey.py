"""From the invitation to the signed-in user: a real mail server, a real browser."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from accounts.services.invitations import resend_invitation
from tenants.models import TenantAIConfig, TenantBranding
from tests.accounts.invitations import enable_sso
from tests.clients import ApiClient, login
from tests.factories import SystemRoleFactory
from tests.legibility import look
from tests.mail import html_of, link_in, work

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "a fine long phrase"
LIGHT, DARK = {"color_scheme": "light"}, {"color_scheme": "dark"}
PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture(autouse=True)
def reachable(live_server, settings) -> None:
    """Have links in mails lead to the server that the tests run."""
    settings.PUBLIC_URL = live_server.url


def invite(actor: User) -> User:
    """Have somebody invite Grace Hopper over the API."""
    role = SystemRoleFactory(tenant=actor.tenant, legacy_role="FACULTY")
    answer = ApiClient(actor).post(
        "/v1/console/users",
        {
            "email": "grace@example.com",
            "first_name": "Grace",
            "last_name": "Hopper",
            "role_id": role.pk,
        },
    )
    assert answer.status_code == 201, answer.content
    return User.objects.get(pk=answer.json()["data"]["id"])


def follow(page: Page, mail: str) -> None:
    """Read a mail as HTML, and click its button."""
    page.set_content(mail)
    page.get_by_role("link", name="See the invitation").click()


def test_an_invited_user_chooses_a_password_and_signs_in(admin, mail_server, browse, anonymous):
    user = invite(admin)
    work()
    (mail,) = mail_server.mails

    def journey(page: Page) -> None:
        follow(page, html_of(mail))
        expect(page.get_by_role("heading", level=1)).to_have_text(
            f"You are invited to {admin.tenant.name}"
        )
        expect(page.get_by_text(f"{admin.display_name} invites you, Grace Hopper")).to_be_visible()
        # By keyboard alone, as far as a keyboard goes.
        page.keyboard.press("Tab")
        expect(page.get_by_label("Password:", exact=True)).to_be_focused()
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Tab")
        page.keyboard.type("something else")
        page.keyboard.press("Enter")
        expect(page.get_by_text("The two passwords differ.")).to_be_visible()
        again = page.get_by_label("The same password again:")
        expect(again).to_have_accessible_description("The two passwords differ.")
        page.get_by_label("Password:", exact=True).fill(PASSWORD)
        again.fill(PASSWORD)
        page.get_by_role("button", name="Accept with this password").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Welcome to {admin.tenant.name}")
        page.goto(link_in(mail))
        expect(page.get_by_role("heading", level=1)).to_have_text("This invitation has been used")

    browse(journey)

    assert login(anonymous, user, PASSWORD).status_code == 200


def test_an_invited_user_is_led_to_the_tenants_own_sign_in(admin, mail_server, browse):
    enable_sso(admin.tenant)
    invite(admin)
    work()
    (mail,) = mail_server.mails

    def journey(page: Page) -> str:
        follow(page, html_of(mail))
        expect(page.get_by_label("Password")).to_have_count(0)
        with page.expect_request("**/v1/auth/sso/**") as asked:
            page.get_by_role("link", name="Sign in").click()
        return asked.value.headers.get("referer", "")

    assert browse(journey) == ""


def test_a_resent_invitation_leaves_the_former_link_without_a_door(admin, mail_server, browse):
    resend_invitation(actor=admin, user=invite(admin))
    work()
    user = User.objects.get(email="grace@example.com")
    resend_invitation(actor=admin, user=user)
    work()
    old, new = mail_server.mails

    def journey(page: Page) -> None:
        follow(page, html_of(old))
        expect(page.get_by_role("heading", level=1)).to_have_text("This invitation was replaced")
        follow(page, html_of(new))
        expect(page.get_by_role("button", name="Accept with this password")).to_be_visible()

    browse(journey)


@pytest.mark.parametrize("options", [LIGHT, DARK, PHONE | LIGHT, PHONE | DARK])
@pytest.mark.parametrize("fonts", ["normal", "wide"])
@pytest.mark.parametrize("colour", ["#0A1A2F", "#F5A623"])
def test_mail_and_page_fit_and_can_be_read(options, fonts, colour, admin, mail_server, browse):
    tenant = admin.tenant
    tenant.name = "University of Verylongplacenameinthenorth and Other Places"
    tenant.save()
    TenantBranding.objects.create(tenant=tenant, primary_color=colour)
    TenantAIConfig.objects.create(
        tenant=tenant, support_email="international-students-help-desk@support.long-name.edu"
    )
    invite(admin)
    work()
    (mail,) = mail_server.mails

    def journey(page: Page) -> list[tuple[bool, float]]:
        seen = []
        page.set_content(html_of(mail))
        seen.append(look(page))
        page.goto(link_in(mail))
        seen.append(look(page))
        return seen

    for fits, contrast in browse(journey, fonts=fonts, **options):
        assert fits
        assert contrast >= 4.5
