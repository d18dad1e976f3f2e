"""However long a word is, and with whatever fonts, what people read of us stays in sight."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory
from playwright.sync_api import Page

from accounts.forms import (
    ChoosePasswordForm,
    ForgottenPasswordForm,
    OrganisationForm,
    PasswordSignInForm,
)
from accounts.mail import invitation_mail, reset_mail
from accounts.models import Invitation
from tenants.branding import Theme
from tenants.models import TenantAIConfig, TenantBranding
from tests.accounts.test_sign_in_journey import DESK_BY_DAY, PHONE_AT_NIGHT, violations
from tests.factories import FacultyFactory, InvitationFactory, PasswordResetFactory, TenantFactory
from tests.legibility import FOREIGN, WORD, spills

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]

FRAMES = ("message.html", "tenant_page.html")
LONG_HOST = f"{'support-' * 7}desk.{'of-' * 20}the.university.edu"
TEMPLATES = settings.BASE_DIR / "templates"
FORMS = {
    "sign_in/organisation.html": lambda user: OrganisationForm({}),
    "sign_in/sign_in.html": lambda user: PasswordSignInForm({"email": user.email}),
    "sign_in/platform.html": lambda user: PasswordSignInForm({"email": user.email}),
    "sign_in/forgotten.html": lambda user: ForgottenPasswordForm({"email": user.email}),
    "invitations/open.html": lambda user: ChoosePasswordForm(user, {}),
    "password_resets/open.html": lambda user: ChoosePasswordForm(user, {}),
}
# What a page says depends on these.
VARIANTS = {
    "sso/refused.html": [{"status": status} for status in (400, 403, 404, 429)],
    "sign_in/sign_in.html": [{"are_off": are_off} for are_off in (True, False)],
    "password_resets/open.html": [{"takes_password": takes} for takes in (True, False)],
}


@pytest.fixture
def invitation() -> Invitation:
    """An invitation of somebody, by somebody, to somewhere with names as long as they may be."""
    tenant = TenantFactory(name=WORD, slug="s" * 100, domain=LONG_HOST)
    TenantAIConfig.objects.create(tenant=tenant, support_email=f"{'help-' * 12}@{LONG_HOST}")
    user = FacultyFactory(
        tenant=tenant, first_name=WORD, last_name=FOREIGN, email=f"{'grace-' * 10}@{LONG_HOST}"
    )
    return InvitationFactory(tenant=tenant, user=user, invited_by_name=f"{WORD} {FOREIGN}")


def pages() -> list[str]:
    """Return the templates of all pages that people see outside the admin."""
    return [
        str(path.relative_to(TEMPLATES))
        for path in sorted(TEMPLATES.rglob("*.html"))
        if path.read_text().startswith(tuple(f'{{% extends "{frame}" %}}' for frame in FRAMES))
    ]


def rendered(invitation: Invitation) -> Iterator[tuple[str, str]]:
    """Give each of these pages in each of its variants, with its name."""
    user = invitation.user
    request = RequestFactory().get("/")
    request.user = user
    context = {
        "link": invitation,
        "theme": Theme.of(user.tenant),
        "tenant": user.tenant,
        "user": user,
        "wait": "a quarter of an hour",
        "email": user.email,
        **dict.fromkeys(("sign_in", "forgotten", "platform"), "/elsewhere"),
    }
    for name in pages():
        form = FORMS[name](user) if name in FORMS else None
        for sso in (None, "/sso"):
            for variant in VARIANTS.get(name, [{}]):
                html = render_to_string(
                    name, context | variant | {"form": form, "sso": sso, "sso_login": sso}, request
                )
                yield f"{name} {variant} {sso}", html


@pytest.mark.parametrize("fonts", ["normal", "wide"])
@pytest.mark.parametrize("logo", [None, f"https://{LONG_HOST}/logo.png"], ids=["name", "logo"])
def test_no_word_of_a_page_or_mail_is_out_of_sight(fonts, logo, invitation, browse, settings):
    settings.PUBLIC_URL = f"https://{LONG_HOST}"
    TenantBranding.objects.create(tenant=invitation.tenant, logo_url=logo)
    (mail,) = invitation_mail(invitation, "t" * 300).alternatives
    reset = PasswordResetFactory(tenant=invitation.tenant, user=invitation.user)
    (other_mail,) = reset_mail(reset, "t" * 300).alternatives
    mails = {"an invitation": mail.content, "a password reset": other_mail.content}
    seen = dict(rendered(invitation)) | mails

    def look(page: Page) -> dict[str, list[str]]:
        found = {}
        for name, html in seen.items():
            page.set_content(html)
            found[name] = spills(page)
        return {name: faults for name, faults in found.items() if faults}

    # Offline: a logo that does not come is stood for by the tenant's name.
    assert browse(look, fonts=fonts, offline=True) == {}
    assert len(seen) > len(pages()) >= 29


@pytest.mark.parametrize("options", [DESK_BY_DAY, PHONE_AT_NIGHT], ids=["desk", "phone"])
def test_everybody_can_use_every_page_outside_the_admin(options, invitation, browse):
    """Those that are seen when something is wrong as well."""
    seen = dict(rendered(invitation))

    def look(page: Page) -> dict[str, list[tuple[str, str]]]:
        found = {}
        for name, html in seen.items():
            page.set_content(html)
            found[name] = violations(page)
        return {name: faults for name, faults in found.items() if faults}

    assert browse(look, offline=True, **options) == {}
    assert {"403.html", "404.html", "503.html"} <= {name.split()[0] for name in seen}
