"""The page behind the link: what it says, what it does, and what it gives away (contract §2)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import Invitation, User
from accounts.services.invitations import accept_if_invited
from tenants.models import Tenant, TenantAIConfig, TenantBranding
from tests.accounts.invitations import enable_sso
from tests.accounts.links import deactivate, switch_tenant_off
from tests.clients import ApiClient, login
from tests.factories import UserFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)
GOOD = "a fine long phrase"


@pytest.fixture
def browser() -> Client:
    """A browser, as far as the server can tell: Django's guard against forgery is on."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def invitation(admin, invited) -> Invitation:
    """An invitation whose mail has left; ``invitation.token`` is what stands in it."""
    invitation = Invitation(
        tenant=invited.tenant,
        user=invited,
        invited_by_id=admin.pk,
        invited_by_name=admin.display_name,
    )
    with time_machine.travel(NOW, tick=False):
        invitation.token = invitation.give_token()
    invitation.sent_at = NOW
    invitation.save()
    return invitation


@pytest.fixture(autouse=True)
def on_the_day(time_machine):
    time_machine.move_to(NOW + timedelta(days=1), tick=False)


def address(invitation: Invitation) -> str:
    return f"/invitations/{invitation.token}"


def typed(password: str = GOOD, again: str | None = None) -> dict[str, str]:
    return {"password1": password, "password2": password if again is None else again}


def test_the_page_says_who_invited_whom(browser, invitation, admin, invited, tenant):
    answer = browser.get(address(invitation))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert f"You are invited to <bdi>{tenant.name}</bdi>" in page
    assert admin.display_name in page
    assert "Grace Hopper" in page
    assert "grace@example.com" in page
    assert "11 Jun 2026, 09:00 UTC" in page
    assert 'name="password1"' in page


def test_after_accepting_one_goes_to_the_sign_in_of_this_console(browser, invitation, tenant):
    """The university's own domain is where its students work; nobody signs in to us there."""
    tenant.domain = "state.edu"
    tenant.save()

    page = browser.post(address(invitation), typed()).content.decode()

    way = f"/sign-in/{tenant.slug}"
    assert f'<a class="button" href="{way}">Go to the sign-in</a>' in page
    assert browser.get(way).status_code == 200


def test_to_look_changes_nothing(browser, invitation, invited):
    for method in (browser.get, browser.head, browser.get):
        assert method(address(invitation)).status_code == 200

    invitation.refresh_from_db()
    invited.refresh_from_db()
    assert invitation.accepted_at is None
    assert not invited.has_usable_password()
    assert browser.put(address(invitation)).status_code == 405


def test_a_chosen_password_accepts_and_signs_in(browser, invitation, invited, anonymous):
    answer = browser.post(address(invitation), typed())

    assert answer.status_code == 200
    assert "Your password is set" in answer.content.decode()
    invitation.refresh_from_db()
    assert invitation.accepted_at == NOW + timedelta(days=1)
    assert login(anonymous, invited, GOOD).status_code == 200
    again = browser.post(address(invitation), typed("another long phrase"))
    assert again.status_code == 410
    assert login(anonymous, invited, GOOD).status_code == 200


@pytest.mark.parametrize(
    ("form", "message"),
    [
        (typed(""), "This field is required."),
        (typed("short12"), "at least 8 characters"),
        (typed("x" * 101), "at most 100 characters"),
        (typed("password"), "too common"),
        (typed("grace@example.com"), "too similar"),
        (typed("CommandCenter2026!"), "This password is too easy to guess. Names of yours"),
        (typed(GOOD, "a fine long phrose"), "The two passwords differ."),
        ({}, "This field is required."),
    ],
)
def test_a_bad_password_is_explained_and_changes_nothing(
    form, message, browser, invitation, invited
):
    answer = browser.post(address(invitation), form)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert message in page
    assert "Please check the password" in page
    assert 'aria-invalid="true"' in page
    assert page.count("value=") == 1  # the address; no password is sent back
    invitation.refresh_from_db()
    invited.refresh_from_db()
    assert invitation.accepted_at is None
    assert not invited.has_usable_password()


@pytest.mark.django_db(transaction=True)
def test_of_many_forms_at_once_one_succeeds(invitation, invited):
    def send(index: int) -> int:
        return Client().post(address(invitation), typed(f"a fine phrase {index}")).status_code

    codes = at_once(send, 10)

    assert sorted(codes) == [200] + [410] * 9
    invited.refresh_from_db()
    assert invited.check_password(f"a fine phrase {codes.index(200)}")


def test_where_people_sign_in_through_sso_the_page_leads_there(browser, invitation, invited):
    enable_sso(invited.tenant)

    looked = browser.get(address(invitation))
    sent = browser.post(address(invitation), typed())

    for answer in (looked, sent):
        page = answer.content.decode()
        assert answer.status_code == 200
        assert f'href="/v1/auth/sso/{invited.tenant.slug}/login"' in page
        assert "password" not in page
    invitation.refresh_from_db()
    assert invitation.accepted_at is None


def replace(invitation: Invitation) -> None:
    Invitation.objects.update(replaced_at=NOW)


def use_up(invitation: Invitation) -> None:
    accept_if_invited(user=invitation.user)


def expire(invitation: Invitation) -> None:
    Invitation.objects.update(expires_at=NOW)


@pytest.mark.parametrize(
    ("happened", "heading"),
    [
        (use_up, "This invitation has been used"),
        (replace, "This invitation was replaced"),
        (expire, "This invitation has expired"),
        (deactivate, "This invitation is not open"),
        (switch_tenant_off, "This invitation is not open"),
    ],
)
def test_a_dead_link_says_why_and_whom_to_ask(
    happened, heading, browser, invitation, invited, tenant
):
    TenantAIConfig.objects.create(tenant=tenant, support_email="help@state.edu")
    happened(invitation)

    looked = browser.get(address(invitation))
    sent = browser.post(address(invitation), typed())

    for answer in (looked, sent):
        page = answer.content.decode()
        assert answer.status_code == 410
        assert f"<h1>{heading}</h1>" in page
        assert "mailto:help@state.edu" in page
        assert tenant.name in page
        assert "<form" not in page
    invited.refresh_from_db()
    assert not invited.has_usable_password()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("token", ["nonsense", "x" * 5000, "%00", "é"])
def test_an_unknown_link_is_no_invitation(method, token, browser, invitation):
    answer = getattr(browser, method)(f"/invitations/{token}")

    assert answer.status_code == 404
    assert "<h1>There is no such invitation</h1>" in answer.content.decode()


def test_an_invitation_that_was_not_sent_has_no_link(browser, invitation):
    Invitation.objects.update(token_hash=None, sent_at=None)

    assert browser.get(address(invitation)).status_code == 404
    assert browser.get("/invitations/None").status_code == 404


@pytest.mark.parametrize("where", ["open", "used", "unknown"])
def test_every_page_keeps_the_address_to_itself(where, browser, invitation):
    if where == "used":
        use_up(invitation)
    answer = browser.get("/invitations/x" if where == "unknown" else address(invitation))

    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not answer.cookies
    assert invitation.token not in answer.content.decode()


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_on_another_site_is_refused(site, browser, invitation):
    answer = browser.post(address(invitation), typed(), headers={"Sec-Fetch-Site": site})

    assert answer.status_code == 403
    assert "This did not come from here" in answer.content.decode()
    invitation.refresh_from_db()
    assert invitation.accepted_at is None


def test_a_form_that_a_browser_sends_from_the_page_is_taken(browser, invitation):
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}

    assert browser.post(address(invitation), typed(), headers=headers).status_code == 200


def test_the_page_wears_the_tenants_colours_and_escapes_names(browser, invitation, tenant):
    TenantBranding.objects.create(
        tenant=tenant,
        logo_url='https://cdn.state.edu/l.png?"><script>',
        primary_color="#F5A623",
        secondary_color="#112233",
    )
    User.objects.update(first_name="<script>alert(1)</script>")
    Tenant.objects.update(name="<b>State</b>")

    page = browser.get(address(invitation)).content.decode()

    assert "--brand: #F5A623; --on-brand: #000000;" in " ".join(page.split())
    assert "--accent: #112233" in page
    assert "&quot;&gt;&lt;script&gt;" in page
    assert "<script" not in page
    assert "<b>State" not in page


def test_where_to_sign_in_is_the_tenants_page_here_unless_it_has_a_site(
    browser, invitation, tenant
):
    page = browser.post(address(invitation), typed()).content.decode()

    assert f'href="/sign-in/{tenant.slug}"' in page


@pytest.mark.parametrize("path", ["{}", "{}.", "{}/", "%2e/{}", "x/../{}", "{}?utm=1"])
@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_the_log_does_not_hold_the_token(method, path, browser, invitation, log, caplog):
    getattr(browser, method)("/invitations/" + path.format(invitation.token))

    # What we write ourselves, whoever takes it; and what everybody writes into our log.
    ours = " ".join(r.getMessage() for r in caplog.records if r.name == "config.requests")
    for written in (ours, log.getvalue()):
        assert "/invitations/…" in written
        assert invitation.token not in written


def test_the_log_does_not_hold_the_token_when_the_page_fails(invitation, log, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError(f"while reading /invitations/{invitation.token}")

    monkeypatch.setattr("accounts.views.mailed_links.find_link", fail)

    answer = ApiClient().get(address(invitation))

    assert answer.status_code == 500
    assert "RuntimeError: while reading /invitations/…" in log.getvalue()
    assert invitation.token not in log.getvalue()


def test_the_page_costs_two_queries(browser, invitation, django_assert_num_queries):
    UserFactory(tenant=invitation.tenant)

    with django_assert_num_queries(2):  # its tenant, and itself
        browser.get(address(invitation))
