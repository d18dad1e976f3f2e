"""What the mail of an invitation says, and how it is addressed, as the mail server gets it."""

import re
from datetime import UTC, datetime

import pytest
import time_machine

from accounts.models import Invitation
from config.text import on_one_line
from tenants.branding import Theme
from tenants.models import TenantAIConfig, TenantBranding
from tests.accounts.invitations import enable_sso, invite
from tests.factories import TenantFactory, UserFactory
from tests.mail import html_of, link_in, text_of

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)
HOSTILE = '<script>alert("1")</script>\r\nBcc: eve@evil.example\u202e, "x"; {{ 7|add:7 }}'


@pytest.fixture
def branded(tenant):
    """The tenant with everything that a theme may show."""
    tenant.name = "State University"
    tenant.save()
    TenantBranding.objects.create(
        tenant=tenant,
        logo_url="https://cdn.state.edu/logo.png",
        primary_color="#F5A623",
        secondary_color="#1E3A5F",
    )
    TenantAIConfig.objects.create(tenant=tenant, support_email="help@state.edu")
    return tenant


def test_the_mail_carries_the_tenants_branding(branded, admin, invited, mail_server):
    with time_machine.travel(NOW, tick=False):
        invitation = invite(admin, invited)

    (mail,) = mail_server.mails
    assert mail["Subject"] == "Your invitation to State University"
    assert mail["From"] == "State University <no-reply@console.example>"
    assert mail["To"] == "Grace Hopper <grace@example.com>"
    assert mail["Reply-To"] == "help@state.edu"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"] == f"<invitation-{invitation.pk}@console.example>"
    assert mail["Date"].datetime == NOW
    assert mail.get_content_type() == "multipart/alternative"
    text, html = text_of(mail), html_of(mail)
    assert text == (
        "Dear Grace Hopper,\n"
        "\n"
        f"{admin.display_name} invites you to State University: to the console in which its"
        " AI case studies are run.\n"
        "\n"
        "See the invitation, and choose the password of your account grace@example.com:\n"
        "\n"
        f"{link_in(mail)}\n"
        "\n"
        "The link works once, until 11 Jun 2026, 09:00 UTC. It is for you alone: please pass it"
        " on to nobody.\n"
        "\n"
        "Questions? Write to help@state.edu, or just answer this mail.\n"
        "If you did not expect this mail, you need not do anything.\n"
        "\n"
        "State University\n"
    )
    assert re.fullmatch(r"https://console\.example/invitations/[\w-]{43}", link_in(mail))
    assert f'href="{link_in(mail)}"' in html
    assert '<img src="https://cdn.state.edu/logo.png" alt="State University"' in html
    assert "background:#F5A623" in html
    assert "color:#000000" in html  # on the light colour
    assert "mailto:help@state.edu" in html
    assert admin.display_name in html


def test_a_tenant_without_configuration_has_a_plain_theme(tenant, invited, mail_server):
    invite(None, invited)

    (mail,) = mail_server.mails
    text, html = text_of(mail), html_of(mail)
    assert mail["Reply-To"] is None
    assert "<img" not in html
    assert "background:#1E3A5F" in html
    assert f"you are invited to {tenant.name}" in text
    assert "you are invited to" in html
    assert "Questions" not in text + html
    assert "None" not in text + html


def test_where_people_sign_in_through_sso_no_password_is_spoken_of(admin, invited, mail_server):
    enable_sso(invited.tenant)

    invite(admin, invited)

    (mail,) = mail_server.mails
    for body in (text_of(mail), html_of(mail)):
        assert "sign in as you do everywhere" in body
        assert "password" not in body


@pytest.mark.parametrize(
    ("first", "last", "email"),
    [
        ("Ọlájídé", "Ünal", "ola@example.com"),
        ("מרים", "לוי", "miriam@example.com"),
        ("Obi, Ada", "von <der> Tann", "ada@example.com"),
        ('"Dr" \\', "O'Neil", "o'neil+x@example.com"),
        ("Ada", "Obi", "ada@universität.example"),
        ("Obi, Ada " + "x" * 60, "<eve@evil.example>", "ada@example.com"),
        ("Ö" + " x" * 40, '"Ada" <eve@evil.example>', "ada@example.com"),
    ],
)
def test_names_reach_the_headers_unharmed(first, last, email, tenant, mail_server):
    user = UserFactory(tenant=tenant, first_name=first, last_name=last, email=email)
    tenant.name = f"{first} University".replace("  ", " ")
    tenant.save()

    invite(None, user)

    (mail,) = mail_server.mails
    (to,) = mail["To"].addresses
    (sender,) = mail["From"].addresses
    assert to.display_name == f"{first} {last}"
    assert to.addr_spec == email.replace("universität", "xn--universitt-y5a")
    assert (sender.display_name, sender.addr_spec) == (tenant.name, "no-reply@console.example")
    assert mail["Subject"] == f"Your invitation to {tenant.name}"
    assert f"Dear {first} {last}," in text_of(mail)


def test_a_name_without_end_is_cut_in_headers_alone(tenant, mail_server):
    user = UserFactory(tenant=tenant, first_name='"' * 255, last_name="Ö" * 255)

    invite(None, user)

    (mail,) = mail_server.mails
    (to,) = mail["To"].addresses
    assert (to.display_name, to.addr_spec) == ('"' * 200, user.email)
    assert f"Dear {user.display_name}," in text_of(mail)


def test_hostile_names_break_out_of_nothing(tenant, mail_server):
    tenant.name = f"State {HOSTILE}"[:255]
    tenant.save()
    user = UserFactory(tenant=tenant, first_name=HOSTILE, last_name="\n\nX")
    inviter = UserFactory(tenant=tenant, first_name=HOSTILE)

    invite(inviter, user)

    (mail,) = mail_server.mails
    assert mail["Bcc"] is None
    assert [address.addr_spec for address in mail["To"].addresses] == [user.email]
    assert "\n" not in mail["Subject"]
    html, text = html_of(mail), text_of(mail)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "{{ 7|add:7 }}" in html  # as written, not reckoned
    assert '<script>alert("1")</script> Bcc: eve@evil.example' in text
    assert "\u202e" not in html + text + mail["Subject"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ada\r\nObi", "Ada Obi"),
        ("  Ada \t Obi\x00 ", "Ada Obi"),
        ("Ada\u2028Obi\u0085", "Ada Obi"),
        ("\u202eibO adA\u2066", "ibO adA"),
        ("\u0645\u0631\u064a\u0645", "\u0645\u0631\u064a\u0645"),
        ("", ""),
    ],
)
def test_one_line_leaves_nothing_that_acts(name, shown):
    assert on_one_line(name) == shown


@pytest.mark.parametrize(
    ("colour", "text"),
    [
        ("#000000", "#FFFFFF"),
        ("#FFFFFF", "#000000"),
        ("#1E3A5F", "#FFFFFF"),
        ("#F5A623", "#000000"),
        ("#777777", "#000000"),
        ("#757575", "#FFFFFF"),
        ("#FF0000", "#000000"),
        ("#0000ff", "#FFFFFF"),
    ],
)
def test_theme_chooses_the_readable_text_colour(colour, text):
    tenant = TenantFactory()
    TenantBranding.objects.create(tenant=tenant, primary_color=colour)

    assert Theme.of(tenant).text_colour == text


@pytest.mark.parametrize(
    "logo",
    [
        *("javascript:alert(1)", "data:image/svg+xml,<svg/>", "//evil.example/x", "logo.png", ""),
        *("http://cdn.state.edu/logo.png", "HTTP://cdn.state.edu/logo.png"),
    ],
)
def test_theme_shows_no_logo_that_a_page_would_not_load(logo):
    tenant = TenantFactory(domain=None)
    TenantBranding.objects.create(tenant=tenant, logo_url=logo)

    theme = Theme.of(tenant)

    assert (theme.logo_url, theme.site) == (None, None)


def test_a_tenant_is_read_in_one_query(branded, admin, invited, django_assert_num_queries):
    Invitation.objects.create(tenant=branded, user=invited, expires_at=NOW)

    with django_assert_num_queries(1):
        invitation = Invitation.objects.with_branding().get()
        Theme.of(invitation.user.tenant)
