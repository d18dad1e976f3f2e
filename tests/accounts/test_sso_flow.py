"""Signing in at a tenant's CAS server, from the first redirect to the last logout (contract §2)."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.contrib.auth.signals import user_logged_in
from django.urls import reverse
from django.utils import timezone

from accounts.models import BrowserSession, SignIn, SSOCode, SSOIdentity, SSOLogin, User
from accounts.services.invitations import issue_invitation
from accounts.services.sso import forget_identity
from tenants.addresses import home_of
from tenants.current_tenant import PAGE_TENANT
from tenants.models import AuditEvent
from tests.accounts.cas import (
    CALLBACK,
    CHALLENGE,
    VERIFIER,
    Browser,
    callback_url,
    configure,
    login_url,
    sign_out_at_cas,
    success,
)
from tests.accounts.resets import NEW
from tests.clients import bearer, claims, login
from tests.factories import (
    PASSWORD,
    FacultyFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_cas")]

TOKEN = "/v1/auth/sso/token"
LOGOUT = "/v1/auth/sso/logout"
ME = "/v1/users/me"
NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)

WRONG_CODE = {
    "success": False,
    "error": "The code is not valid, or not any more.",
    "code": "VALIDATION_ERROR",
    "details": {},
}


def code_of(answer) -> str:
    (code,) = parse_qs(urlsplit(answer["Location"]).query)["code"]
    return code


def fetch_tokens(client, code: str, verifier: str = VERIFIER):
    return client.post(TOKEN, {"code": code, "code_verifier": verifier})


def signed_in(browser: Browser) -> User | None:
    """Return whom a browser's session is for, judged as every request is."""
    request = browser.get(login_url_of_nobody, secure=True).wsgi_request
    return request.user if request.user.is_authenticated else None


login_url_of_nobody = "/v1/auth/sso/nobody/login"


# Login ------------------------------------------------------------------------------------------


def test_login_leads_to_the_tenants_server_with_our_callback_as_service(browser, cas, tenant):
    answer = browser.get(login_url(tenant), {"next": "/v1/docs"})

    target = urlsplit(answer["Location"])
    assert answer.status_code == 302
    assert f"{target.scheme}://{target.netloc}{target.path}" == f"{cas.url}/login"
    ((name, (service,)),) = parse_qs(target.query).items()
    assert name == "service"
    assert service.partition("?state=")[0] == f"https://console.example{callback_url(tenant)}"
    assert len(service.partition("?state=")[2]) == 43
    assert answer["Cache-Control"] == "no-store"


def test_login_leaves_a_cookie_that_scripts_and_other_sites_do_not_get(browser, tenant):
    service = browser.set_out(tenant)

    ((name, cookie),) = browser.cookies.items()
    assert name.startswith("__Host-sso-")
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")
    assert (cookie["path"], cookie["domain"], cookie["max-age"]) == ("/", "", 600)
    assert service.partition("state=")[2] not in name


def test_each_login_has_a_state_of_its_own(browser, tenant):
    assert browser.set_out(tenant) != browser.set_out(tenant)
    assert len(browser.cookies) == 2


def test_cookies_of_logins_that_never_end_do_not_pile_up(browser, tenant):
    for _ in range(30):
        browser.set_out(tenant)

    assert len([cookie for cookie in browser.cookies.values() if cookie.value]) <= 9


def test_host_of_the_request_does_not_show_in_the_service(browser, tenant):
    answer = browser.get(login_url(tenant), headers={"host": "localhost", "x-forwarded-host": "e"})

    assert "console.example" in answer["Location"]
    assert "localhost" not in answer["Location"]


# Session mode -----------------------------------------------------------------------------------


def test_session_mode_ends_on_the_page_with_a_session(browser, cas, user):
    answer = browser.sign_in(cas, user, next="/v1/docs?page=1#top")

    assert (answer.status_code, answer["Location"]) == (302, "/v1/docs?page=1#top")
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert signed_in(browser) == user
    login = SSOLogin.objects.get()
    assert (login.user, login.tenant) == (user, user.tenant)
    assert login.session_digest == BrowserSession.objects.get().key_digest
    assert not SignIn.objects.exists()


def test_session_mode_leads_to_the_front_page_unless_asked(browser, cas, user):
    assert browser.sign_in(cas, user)["Location"] == "/"


def test_cookie_of_the_journey_goes_with_its_end(browser, cas, user):
    browser.sign_in(cas, user)

    left = {name: cookie.value for name, cookie in browser.cookies.items() if cookie.value}
    assert not any("sso" in name for name in left)


def test_sign_in_notes_the_activity(browser, cas, user):
    with time_machine.travel(NOW, tick=False):
        browser.sign_in(cas, user)

    user.refresh_from_db()
    assert user.last_activity_at == NOW


def test_somebody_else_who_was_signed_in_here_is_replaced(browser, cas, user):
    browser.sign_in(cas, other := UserFactory(tenant=user.tenant))
    first = BrowserSession.objects.get().key_digest

    browser.sign_in(cas, user, success("grace", email=user.email))

    assert signed_in(browser) == user != other
    assert BrowserSession.objects.get().key_digest != first


# Code mode --------------------------------------------------------------------------------------


def test_code_mode_ends_at_the_front_end_with_a_code_and_no_session(browser, cas, user):
    answer = browser.sign_in(cas, user, code_challenge=CHALLENGE, next="https://evil.example")

    assert answer.status_code == 302
    assert answer["Location"] == f"{CALLBACK}?code={code_of(answer)}"
    assert len(code_of(answer)) == 43
    assert "sessionid" not in browser.cookies
    assert not BrowserSession.objects.exists()


def test_code_joins_what_the_callback_url_has_already(browser, cas, user):
    configure(user.tenant, cas.url, callback_url="http://localhost:3000/cb?tenant=x&y=%20")

    answer = browser.sign_in(cas, user, code_challenge=CHALLENGE)

    assert answer["Location"].startswith("http://localhost:3000/cb?tenant=x&y=%20&code=")


def test_code_is_exchanged_for_a_token_pair_as_a_login_is(browser, cas, user, anonymous):
    code = code_of(browser.sign_in(cas, user, code_challenge=CHALLENGE))

    answer = fetch_tokens(anonymous, code)

    body = answer.json()
    pair = body["data"]
    assert answer.status_code == 200
    assert body == {"success": True, "data": pair, "message": "Login successful"}
    assert set(pair) == {"access_token", "refresh_token", "token_type", "expires_in"}
    assert (pair["token_type"], pair["expires_in"]) == ("bearer", 1800)
    assert claims(pair["access_token"])["tenant_id"] == user.tenant_id
    assert claims(pair["access_token"])["sid"] == SignIn.objects.get().pk
    assert anonymous.get(ME, headers=bearer(pair)).json()["data"]["id"] == user.pk
    refreshed = anonymous.post("/v1/auth/refresh", {"refresh_token": pair["refresh_token"]})
    assert refreshed.status_code == 200


def test_code_works_once(browser, cas, user, anonymous):
    code = code_of(browser.sign_in(cas, user, code_challenge=CHALLENGE))
    assert fetch_tokens(anonymous, code).status_code == 200

    again = fetch_tokens(anonymous, code)

    assert (again.status_code, again.json()) == (400, WRONG_CODE)
    assert SignIn.objects.open().count() == 1


def test_wrong_verifier_uses_the_code_up(browser, cas, user, anonymous):
    code = code_of(browser.sign_in(cas, user, code_challenge=CHALLENGE))

    for verifier in ("x" * 43, VERIFIER):
        answer = fetch_tokens(anonymous, code, verifier)
        assert (answer.status_code, answer.json()) == (400, WRONG_CODE)

    assert not SignIn.objects.exists()


@pytest.mark.parametrize(("seconds", "status"), [(59, 200), (60, 400)])
def test_code_works_for_a_minute(browser, cas, user, anonymous, seconds, status):
    with time_machine.travel(NOW, tick=False) as clock:
        code = code_of(browser.sign_in(cas, user, code_challenge=CHALLENGE))
        clock.shift(seconds)

        assert fetch_tokens(anonymous, code).status_code == status


@pytest.mark.parametrize("code", ["x", "0" * 43, "ß" * 200])
def test_unknown_code_is_refused(code, anonymous):
    answer = fetch_tokens(anonymous, code)

    assert (answer.status_code, answer.json()) == (400, WRONG_CODE)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"code": "x"},
        {"code": "\u0000", "code_verifier": VERIFIER},
        {"code": 5, "code_verifier": VERIFIER},
        {"code": "x", "code_verifier": "x" * 129},
    ],
)
def test_shape_of_a_token_request_is_judged_first(body, anonymous):
    assert anonymous.post(TOKEN, body).status_code == 422


def test_only_digests_of_ticket_and_code_are_stored(browser, cas, user):
    code = code_of(browser.sign_in(cas, user, code_challenge=CHALLENGE))

    stored = [*SSOCode.objects.values_list(), *SSOLogin.objects.values_list()]
    assert code not in str(stored)
    assert browser.ticket not in str(stored)


@pytest.mark.parametrize("what", ["user", "tenant", "config", "login", "user and back"])
def test_code_dies_with_what_it_stands_for(browser, cas, user, anonymous, what):
    code = code_of(browser.sign_in(cas, user, code_challenge=CHALLENGE))
    switch = {
        "user": lambda: User.objects.filter(pk=user.pk).update(status="INACTIVE"),
        "tenant": lambda: type(user.tenant).objects.update(is_active=False),
        "config": lambda: configure(user.tenant, cas.url, is_enabled=False),
        "login": lambda: sign_out_at_cas(user.tenant, browser.ticket),
        "user and back": lambda: [
            User.objects.filter(pk=user.pk).update(status=status)
            for status in ("INACTIVE", "ACTIVE")
        ],
    }
    switch[what]()

    answer = fetch_tokens(anonymous, code)

    assert (answer.status_code, answer.json()) == (400, WRONG_CODE)


# Users are never made, roles never changed ------------------------------------------------------


def test_nobody_is_created_and_no_attribute_is_taken_over(browser, cas, user):
    before = list(User.objects.values())
    said = {"is_superuser": "True", "role": "Super Admin", "first_name": "Eve", "status": "DELETED"}
    said |= {
        "last_name": "Ob?",
        "cohort": "&eacute;",
        "displayName": "AdÃ©le",
    }  # a ruined name stops nobody

    stranger = browser.set_out(user.tenant)
    refused = browser.arrive(stranger, cas.issue(stranger, success(email="new@example.com")))
    let_in = browser.sign_in(cas, user, success(email=user.email, **said))

    assert (refused.status_code, let_in.status_code) == (403, 302)
    volatile = {"last_activity_at"}
    assert [
        {key: value for key, value in row.items() if key not in volatile}
        for row in User.objects.values()
    ] == [{key: value for key, value in row.items() if key not in volatile} for row in before]


def test_first_sign_in_accepts_the_invitation(browser, cas, admin, invited):
    invitation = issue_invitation(actor=admin, user=invited)

    browser.sign_in(cas, invited)
    Browser().sign_in(cas, invited)

    invitation.refresh_from_db()
    assert invitation.accepted_at is not None
    event = AuditEvent.objects.get(event_type="user.updated", actor_user_id=invited.pk)
    assert event.metadata["invitation"] == "accepted"
    assert (event.actor_user_id, event.target_id) == (invited.pk, invited.pk)


def test_refused_sign_in_accepts_nothing(browser, cas, admin, invited):
    invitation = issue_invitation(actor=admin, user=invited)
    service = browser.set_out(invited.tenant)

    browser.arrive(service, cas.issue(service, success(email="somebody@example.com")))

    invitation.refresh_from_db()
    assert invitation.accepted_at is None


# Who it is at the CAS server --------------------------------------------------------------------


def test_account_at_the_server_is_remembered_and_another_one_refused(browser, cas, user):
    assert browser.sign_in(cas, user, success("ada", email=user.email)).status_code == 302
    assert Browser().sign_in(cas, user, success("ADA", email=user.email)).status_code == 302

    refused = Browser().sign_in(cas, user, success("eve", email=user.email))

    assert refused.status_code == 403
    identity = SSOIdentity.objects.get()
    assert (identity.user, identity.subject) == (user, "ada")
    assert identity.server_url == f"{cas.url}/"


def test_account_at_another_server_is_learnt_anew(browser, cas, user):
    browser.sign_in(cas, user, success("ada", email=user.email))
    SSOIdentity.objects.update(server_url="https://former.state.edu/cas/")

    assert Browser().sign_in(cas, user, success("obi", email=user.email)).status_code == 302

    assert SSOIdentity.objects.get().subject == "obi"


def test_account_can_be_forgotten_when_a_name_has_changed(browser, cas, admin, user):
    browser.sign_in(cas, user, success("ada", email=user.email))

    assert forget_identity(actor=admin, user=user)
    assert not forget_identity(actor=admin, user=user)

    assert Browser().sign_in(cas, user, success("obi", email=user.email)).status_code == 302
    event = AuditEvent.objects.get(event_type="user.updated")
    assert event.metadata["sso_identity"] == "forgotten"
    assert (event.actor_user_id, event.target_id) == (admin.pk, user.pk)


# Sessions die at once ---------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["user", "tenant", "user and back"])
def test_session_dies_with_the_access(browser, cas, user, what):
    browser.sign_in(cas, user)
    assert signed_in(browser) == user
    if what == "tenant":
        type(user.tenant).objects.update(is_active=False)
    else:
        User.objects.filter(pk=user.pk).update(status="INACTIVE")
    if what == "user and back":
        User.objects.filter(pk=user.pk).update(status="ACTIVE")

    assert signed_in(browser) is None


# Single logout ----------------------------------------------------------------------------------


def test_single_logout_ends_the_session_it_names_alone(browser, cas, user):
    browser.sign_in(cas, user)
    other = Browser()
    other.sign_in(cas, user)

    answer = sign_out_at_cas(user.tenant, browser.ticket)

    assert (answer.status_code, answer.content) == (200, b"Done.\n")
    assert signed_in(browser) is None
    assert signed_in(other) == user
    ended, still = SSOLogin.objects.order_by("created_at")
    assert ended.ended_at is not None
    assert still.ended_at is None


@pytest.mark.parametrize("super_admin", [False, True])
def test_single_logout_ends_the_session_after_a_new_password_too(browser, cas, tenant, super_admin):
    """A new password gives the session another key."""
    operator = (SuperAdminFactory if super_admin else FacultyFactory)(tenant=tenant)
    browser.handler.enforce_csrf_checks = False
    browser.sign_in(cas, operator)
    form = {"current_password": PASSWORD, "new_password": NEW, "repeated": NEW}
    form |= {PAGE_TENANT: tenant.pk}
    url = reverse("admin:accounts_user_password")
    if super_admin:  # whose rows are not seen while they work for somebody else
        other = TenantFactory()
        form |= {PAGE_TENANT: other.pk}
        url = url.replace("/admin/", home_of(other.slug))
    changed = browser.post(url, form, secure=True)
    assert (changed.status_code, signed_in(browser)) == (302, operator)

    sign_out_at_cas(tenant, browser.ticket)

    assert signed_in(browser) is None


def test_single_logout_ends_tokens_at_the_next_request(browser, cas, user, anonymous):
    code = code_of(browser.sign_in(cas, user, code_challenge=CHALLENGE))
    pair = fetch_tokens(anonymous, code).json()["data"]
    password = login(anonymous, user).json()["data"]

    sign_out_at_cas(user.tenant, browser.ticket)

    assert anonymous.get(ME, headers=bearer(pair)).status_code == 401
    refreshed = anonymous.post("/v1/auth/refresh", {"refresh_token": pair["refresh_token"]})
    assert refreshed.status_code == 401
    assert anonymous.get(ME, headers=bearer(password)).status_code == 200


def test_single_logout_may_come_twice_and_for_nobody(browser, cas, user):
    browser.sign_in(cas, user)
    for ticket in (browser.ticket, browser.ticket, "ST-unknown", ""):
        assert sign_out_at_cas(user.tenant, ticket).status_code == 200
    ended = SSOLogin.objects.get().ended_at

    assert timezone.now() - ended < timedelta(minutes=1)


def test_single_logout_works_where_single_sign_on_was_switched_off(browser, cas, user):
    browser.sign_in(cas, user)
    configure(user.tenant, cas.url, is_enabled=False)

    sign_out_at_cas(user.tenant, browser.ticket)

    assert signed_in(browser) is None


def test_single_logout_that_overtakes_the_sign_in_ends_it_too(browser, cas, user):
    def sign_out(**event) -> None:
        sign_out_at_cas(user.tenant, parse_qs(urlsplit(cas.asked[-1]).query)["ticket"][0])

    user_logged_in.connect(sign_out)
    try:
        answer = browser.sign_in(cas, user)
    finally:
        user_logged_in.disconnect(sign_out)

    assert answer.status_code == 403
    assert signed_in(browser) is None
    assert not BrowserSession.objects.exists()


# Logout -----------------------------------------------------------------------------------------


def sign_out(browser: Browser, **extra):
    """Send the form that a page of ours shows."""
    browser.cookies["csrftoken"] = "x" * 32
    form = {"csrfmiddlewaretoken": "x" * 32}
    return browser.post(LOGOUT, form, secure=True, headers={"referer": "https://testserver/"})


def test_logout_ends_the_session_and_goes_on_to_the_cas_server(browser, cas, user):
    browser.sign_in(cas, user)

    answer = sign_out(browser)

    assert answer.status_code == 302
    assert answer["Location"] == f"{cas.url}/logout?service=https%3A%2F%2Fconsole.example%2F"
    assert signed_in(browser) is None
    assert not BrowserSession.objects.exists()
    assert SSOLogin.objects.get().ended_at is not None


def test_logout_of_a_session_by_password_stays_here(browser, user):
    browser.force_login(user, backend="accounts.authentication.backends.TenantPasswordBackend")

    assert sign_out(browser)["Location"] == "/"

    assert signed_in(browser) is None


def test_logout_of_nobody_leads_to_the_front_page(browser):
    assert sign_out(browser)["Location"] == "/"


def test_logout_stays_here_where_single_sign_on_was_switched_off(browser, cas, user):
    browser.sign_in(cas, user)
    configure(user.tenant, cas.url, is_enabled=False)

    assert sign_out(browser)["Location"] == "/"

    assert signed_in(browser) is None


def test_logout_needs_a_form_of_ours(browser, cas, user):
    browser.sign_in(cas, user)

    assert browser.post(LOGOUT, secure=True).status_code == 403
    assert browser.get(LOGOUT, secure=True).status_code == 405

    assert signed_in(browser) == user
