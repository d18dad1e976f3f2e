"""The pages on which people ask for a new password, and choose it (contract §16)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import PasswordReset, UserStatus
from tenants.models import TenantAIConfig
from tests.accounts.resets import NEW, sent_reset, switch_passwords_off
from tests.accounts.test_invitation_page import typed
from tests.clients import OperatorClient, login
from tests.factories import PASSWORD, InvitationFactory, SuperAdminFactory, TenantFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser() -> Client:
    """A browser, as far as the server can tell: Django's guard against forgery is on."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def link(admin) -> str:
    """The address in a mail to the Admin."""
    _, token = sent_reset(admin)
    return f"/password-reset/{token}"


def forgotten(tenant) -> str:
    return f"/sign-in/{tenant.slug}/forgotten-password"


def test_the_sign_in_page_leads_to_it_and_back(client, tenant):
    page = client.get(f"/sign-in/{tenant.slug}?next=/admin/students/student/").content.decode()
    asked = client.get(f"{forgotten(tenant)}?next=/admin/students/student/").content.decode()

    onward = "?next=%2Fadmin%2Fstudents%2Fstudent%2F"
    assert f'<a href="{forgotten(tenant)}{onward}">Forgot your password?</a>' in page
    assert f'href="/sign-in/{tenant.slug}{onward}"' in asked
    assert 'name="email"' in asked


def test_the_answer_is_the_same_for_all(client, admin, tenant):
    pages = []
    for email in (admin.email, "nobody@example.com"):
        answer = client.post(forgotten(tenant), {"email": email})
        assert answer.status_code == 200
        pages.append(answer.content.decode().replace(email, "…"))

    known, unknown = (page.partition("<main>")[2] for page in pages)
    assert "<h1>Look into your mail</h1>" in known
    assert known == unknown
    assert DBTaskResult.objects.count() == 2


@pytest.mark.parametrize(
    ("email", "message"),
    [("", "Type your e-mail address."), ("ada", "Type the whole address, with the @ in it.")],
)
def test_what_is_no_address_is_asked_for_again(email, message, client, tenant):
    answer = client.post(forgotten(tenant), {"email": email})

    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not DBTaskResult.objects.exists()


def test_too_many_requests_are_told_to_wait(client, tenant, settings):
    settings.PASSWORD_RESET_LIMIT_PER_ADDRESS = (1, 3600)
    answers = [client.post(forgotten(tenant), {"email": "ada@state.edu"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 429]
    assert "That was tried too often. Wait 60 minutes" in answers[1].content.decode()
    assert int(answers[1]["Retry-After"]) > 3590


def test_an_unknown_organisation_has_no_such_page(client):
    gone = TenantFactory(is_active=False)

    for slug in ("nowhere", gone.slug):
        assert client.get(f"/sign-in/{slug}/forgotten-password").status_code == 404
        posted = client.post(f"/sign-in/{slug}/forgotten-password", {"email": "a@b.example"})
        assert posted.status_code == 404


def test_a_form_of_another_site_asks_for_nothing(browser, tenant):
    assert browser.post(forgotten(tenant), {"email": "a@b.example"}).status_code == 403


# Behind the link ------------------------------------------------------------------------------


def test_to_look_changes_nothing(browser, link, admin):
    for method in (browser.get, browser.head, browser.get):
        answer = method(link)
        assert answer.status_code == 200

    page = answer.content.decode()
    assert "Choose a new password" in page
    assert admin.email in page
    assert PasswordReset.objects.get().used_at is None
    assert browser.put(link).status_code == 405


def test_a_chosen_password_signs_in_and_the_link_is_used_up(browser, link, admin, anonymous):
    answer = browser.post(link, typed(NEW))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<h1>Your password is changed</h1>" in page
    assert f'href="/sign-in/{admin.tenant.slug}"' in page
    assert login(anonymous, admin, NEW).status_code == 200
    assert browser.post(link, typed("another long phrase")).status_code == 410
    assert "This link has been used" in browser.get(link).content.decode()


@pytest.mark.parametrize(
    ("form", "message"),
    [
        (typed("short12"), "at least 8 characters"),
        (typed("password"), "too common"),
        (typed("CommandCenter2026!"), "This password is too easy to guess."),
        (typed(NEW, "a fine long phrose"), "The two passwords differ."),
    ],
)
def test_a_bad_password_is_explained_and_the_link_stays_good(form, message, browser, link):
    answer = browser.post(link, form)

    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert browser.post(link, typed(NEW)).status_code == 200


def use_up() -> dict:
    return {"used_at": timezone.now()}


def replace() -> dict:
    return {"replaced_at": timezone.now()}


def expire() -> dict:
    return {"expires_at": timezone.now() - timedelta(minutes=1)}


@pytest.mark.parametrize(
    ("happened", "heading"),
    [
        (use_up, "This link has been used"),
        (replace, "This link does not work any more"),
        (expire, "This link has expired"),
    ],
)
def test_a_dead_link_says_why_and_leads_to_a_new_one(happened, heading, browser, link, admin):
    TenantAIConfig.objects.create(tenant=admin.tenant, support_email="help@state.edu")
    PasswordReset.objects.update(**happened())

    for answer in (browser.get(link), browser.post(link, typed(NEW))):
        page = answer.content.decode()
        assert answer.status_code == 410
        assert f"<h1>{heading}</h1>" in page
        assert f'href="{forgotten(admin.tenant)}"' in page
        assert "mailto:help@state.edu" in page
        assert "<form" not in page
    admin.refresh_from_db()
    assert admin.check_password(PASSWORD)


def test_the_link_of_an_account_that_is_off_says_so(browser, link, admin):
    admin.status = UserStatus.INACTIVE
    admin.save()

    answer = browser.get(link)

    assert answer.status_code == 410
    assert "This account is not active" in answer.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("token", ["nonsense", "x" * 5000, "%00", "é", "None"])
def test_an_unknown_link_leads_to_the_sign_in(method, token, browser, tenant):
    answer = getattr(browser, method)(f"/password-reset/{token}")

    page = answer.content.decode()
    assert answer.status_code == 404
    assert "<h1>There is no such link</h1>" in page
    assert 'href="/sign-in"' in page


def test_where_passwords_went_off_meanwhile_the_page_leads_to_the_university(browser, link, admin):
    switch_passwords_off(admin.tenant)

    for answer in (browser.get(link), browser.post(link, typed(NEW))):
        page = answer.content.decode()
        assert answer.status_code == 200
        assert f'href="/v1/auth/sso/{admin.tenant.slug}/login"' in page
        assert "<form" not in page
    admin.refresh_from_db()
    assert admin.check_password(PASSWORD)


@pytest.mark.parametrize("where", ["open", "used", "unknown"])
def test_every_page_keeps_the_address_to_itself(where, browser, link):
    if where == "used":
        PasswordReset.objects.update(**use_up())
    answer = browser.get("/password-reset/x" if where == "unknown" else link)

    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert link not in answer.content.decode()


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_link_posted_by_another_site_is_refused(site, browser, link):
    answer = browser.post(link, typed(NEW), headers={"Sec-Fetch-Site": site})

    assert answer.status_code == 403
    assert PasswordReset.objects.get().used_at is None


def test_the_log_does_not_hold_the_token(browser, link, log):
    browser.get(link)

    assert "/password-reset/…" in log.getvalue()
    assert link not in log.getvalue()


# No dead ends ---------------------------------------------------------------------------------


@pytest.mark.parametrize("happened", ["used", "expired"])
def test_an_invitation_that_is_over_leads_to_a_new_mail(happened, browser, tenant):
    values = {"used": {"accepted_at": timezone.now()}, "expired": expire()}[happened]
    invitation = InvitationFactory.build(tenant=tenant, user=SuperAdminFactory(tenant=tenant))
    token = invitation.give_token()
    for name, value in values.items():
        setattr(invitation, name, value)
    invitation.save()

    page = browser.get(f"/invitations/{token}").content.decode()

    assert f'href="{forgotten(tenant)}"' in page


def test_an_operator_who_is_signed_in_can_ask_too(admin, tenant):
    assert OperatorClient(admin).get(forgotten(tenant)).status_code == 200
