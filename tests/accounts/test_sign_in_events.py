"""What the audit trail holds of sign-ins and sign-outs, at each door (contract §11, §16)."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import BrowserSession, User, UserStatus
from accounts.services.invitations import issue_invitation
from tenants.models import AuditEvent
from tests.accounts.cas import CHALLENGE, VERIFIER, Browser, configure, sign_out_at_cas, success
from tests.accounts.resets import NEW, confirm, sent_reset
from tests.accounts.signed_in import MINE, browser_of, id_of, program_of, sign_in_page
from tests.clients import ApiClient, OperatorClient, login
from tests.factories import RoleFactory, SuperAdminFactory, TenantFactory, UserFactory
from tests.operators import page
from tests.recorded import whole_trail

pytestmark = pytest.mark.django_db

SUCCEEDED, FAILED, OUT = "sign_in.succeeded", "sign_in.failed", "sign_out"


def events(*types: str) -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(event_type__in=types).order_by("pk"))


def about(event: AuditEvent) -> dict:
    """Return what an event says, without the ids that all events have."""
    return {key: event.metadata[key] for key in event.metadata if not key.endswith("_id")}


def is_about(event: AuditEvent, user: User, actor: User | None) -> bool:
    """Return whether an event stands in the user's trail, names them and whoever acted."""
    return (
        (event.tenant_id, event.target_type, event.target_id) == (user.tenant_id, "user", user.pk)
        and event.metadata["user_id"] == user.pk
        and (event.actor_user_id, event.actor_email)
        == ((actor.pk, actor.email) if actor else (None, None))
    )


def outcome() -> tuple[AuditEvent, dict]:
    (event,) = events(SUCCEEDED, FAILED, OUT)
    return event, about(event)


# Who came in -----------------------------------------------------------------------------------


def test_a_login_at_the_api_is_recorded_with_its_place_and_program(admin):
    program_of(admin)

    event, said = outcome()
    assert is_about(event, admin, actor=admin)
    assert (event.event_type, said) == (SUCCEEDED, {"kind": "api", "via": "password"})
    assert (event.address, event.user_agent) == ("198.51.100.4", "curl/8.5.0")


def test_a_sign_in_on_the_page_is_recorded(admin):
    browser_of(admin, agent="Firefox")

    event, said = outcome()
    assert is_about(event, admin, actor=admin)
    assert (event.event_type, said) == (SUCCEEDED, {"kind": "browser", "via": "password"})
    assert (event.address, event.user_agent) == ("192.0.2.7", "Firefox")


def test_an_invitation_that_lets_somebody_in_is_recorded(invited, anonymous):
    invitation = issue_invitation(actor=None, user=invited)
    token = invitation.give_token()
    invitation.save()

    body = {"token": token, "password": "a phrase that nobody guesses"}
    assert anonymous.post("/v1/auth/accept-invite", body).json()["data"]

    event, said = outcome()
    assert is_about(event, invited, actor=invited)
    assert said == {"kind": "api", "via": "password"}


def test_a_single_sign_on_of_a_browser_is_recorded(tenant, admin, cas):
    configure(tenant, cas.url)

    Browser().sign_in(cas, admin, next="/admin/")

    event, said = outcome()
    assert is_about(event, admin, actor=admin)
    assert said == {"kind": "browser", "via": "cas"}


def test_a_single_sign_on_of_a_front_end_is_recorded_once_it_has_tokens(
    tenant, admin, cas, anonymous
):
    configure(tenant, cas.url)
    answer = Browser().sign_in(cas, admin, code_challenge=CHALLENGE)
    assert events(SUCCEEDED) == []
    code = answer["Location"].rpartition("=")[2]

    anonymous.post("/v1/auth/sso/token", {"code": code, "code_verifier": VERIFIER})

    event, said = outcome()
    assert is_about(event, admin, actor=admin)
    assert said == {"kind": "api", "via": "cas"}


def test_a_refresh_is_no_sign_in(admin, anonymous):
    program = program_of(admin)

    anonymous.post("/v1/auth/refresh", {"refresh_token": program.pair["refresh_token"]})

    assert len(events(SUCCEEDED)) == 1


# Who did not -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["api", "browser"])
def test_a_wrong_password_of_a_known_account_is_recorded_without_an_actor(admin, anonymous, kind):
    if kind == "api":
        assert login(anonymous, admin, "wrong").status_code == 401
    else:
        assert sign_in_page(Client(), admin, "wrong").status_code == 401

    event, said = outcome()
    assert is_about(event, admin, actor=None)
    assert (event.event_type, said) == (FAILED, {"kind": kind, "via": "password"})
    assert "wrong" not in str(event.metadata)


@pytest.mark.parametrize("status", [UserStatus.INACTIVE, UserStatus.DELETED])
def test_the_right_password_of_an_account_that_is_switched_off_fails(admin, anonymous, status):
    User.objects.filter(pk=admin.pk).update(status=status)

    assert login(anonymous, admin).status_code == 401

    assert outcome()[0].event_type == FAILED


def test_who_has_no_access_to_the_console_fails_on_its_page(tenant):
    nobody = UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant))

    assert sign_in_page(Client(), nobody).status_code == 403

    event, said = outcome()
    assert is_about(event, nobody, actor=None)
    assert (event.event_type, said) == (FAILED, {"kind": "browser", "via": "password"})


def test_unknown_accounts_are_not_recorded(admin, anonymous):
    login(anonymous, admin, email="nobody@example.com")
    login(anonymous, UserFactory(tenant=TenantFactory()), tenant_slug=admin.tenant.slug)

    assert events(SUCCEEDED, FAILED) == []
    assert not AuditEvent.objects.exists()


def test_an_unknown_account_costs_the_same_statements(admin, anonymous):
    def statements(email: str) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            assert login(anonymous, admin, "wrong", email=email).status_code == 401
        # A savepoint is released or rolled back; all else is the same.
        return [query["sql"].split()[0] for query in captured if "SAVEPOINT" not in query["sql"]]

    assert statements(admin.email) == statements("nobody@example.com")


def test_failures_are_recorded_ten_times_a_minute_at_most(admin, settings):
    settings.LOGIN_LIMIT_PER_ACCOUNT = (100, 900)
    settings.LOGIN_FREE_MISTAKES = 100
    for number in range(12):
        client = ApiClient(REMOTE_ADDR=f"192.0.2.{number}")
        assert login(client, admin, "wrong").status_code == 401

    assert len(events(FAILED)) == settings.FAILURES_RECORDED_PER_USER[0] == 10


def test_an_attempt_that_comes_too_soon_is_not_recorded(admin, anonymous, settings):
    settings.LOGIN_LIMIT_PER_ACCOUNT = (2, 900)
    codes = [login(anonymous, admin, "wrong").status_code for _ in range(4)]

    assert codes == [401, 401, 429, 429]
    assert len(events(FAILED)) == 2


def test_a_person_whom_the_cas_server_knows_and_we_do_not_let_in_is_recorded(tenant, admin, cas):
    configure(tenant, cas.url)
    User.objects.filter(pk=admin.pk).update(status=UserStatus.INACTIVE)

    assert Browser().sign_in(cas, admin).status_code == 403
    assert Browser().sign_in(cas, admin, success(email="nobody@example.com")).status_code == 403

    event, said = outcome()
    assert is_about(event, admin, actor=None)
    assert (event.event_type, said) == (FAILED, {"kind": "browser", "via": "cas"})


# Who left --------------------------------------------------------------------------------------


def left(browser: int = 0, api: int = 0) -> dict:
    return {"ended": {"browser": browser, "api": api}}


def signed_out() -> tuple[AuditEvent, dict]:
    (event,) = events(OUT)
    return event, about(event)


def test_a_logout_is_recorded_with_what_it_ended(admin):
    program = program_of(admin)
    program_of(admin)
    browser_of(admin)

    program.post("/v1/auth/logout")

    event, said = signed_out()
    assert is_about(event, admin, actor=admin)
    assert said == left(browser=1, api=2)
    assert event.user_agent == "curl/8.5.0"


def test_what_a_new_password_has_ended_is_not_ended_again(admin):
    browser_of(admin)
    _, token = sent_reset(admin)
    assert confirm(token).status_code == 200
    program = program_of(admin, password=NEW)

    program.post("/v1/auth/logout")

    assert signed_out()[1] == left(api=1)


def test_a_logout_of_one_sign_in_is_recorded(admin):
    program = program_of(admin)
    program_of(admin)

    program.post("/v1/auth/logout", {"refresh_token": program.pair["refresh_token"]})

    assert signed_out()[1] == left(api=1)


def test_a_sign_out_on_the_page_is_recorded(admin):
    browser = browser_of(admin)

    browser.post("/sign-out")

    event, said = signed_out()
    assert is_about(event, admin, actor=admin)
    assert said == left(browser=1)


def test_a_sign_out_of_a_single_sign_on_is_recorded_once(tenant, admin, cas):
    configure(tenant, cas.url)
    browser = Browser()
    browser.sign_in(cas, admin, next="/admin/")
    browser.handler.enforce_csrf_checks = False

    assert browser.post("/sign-out", secure=True).status_code == 302

    event, said = signed_out()
    assert is_about(event, admin, actor=admin)
    assert said == left(browser=1)


def test_a_logout_at_the_cas_server_is_recorded_without_an_actor(tenant, admin, cas):
    configure(tenant, cas.url)
    browser = Browser()
    browser.sign_in(cas, admin, next="/admin/")

    for _ in range(2):
        sign_out_at_cas(tenant, browser.ticket)

    event, said = signed_out()
    assert is_about(event, admin, actor=None)
    assert said == left(browser=1)


def test_ending_sessions_is_recorded_and_ending_nothing_is_not(admin):
    program, other = program_of(admin), program_of(admin)
    program.delete(f"{MINE}/{id_of(other)}")
    browser_of(admin)
    program.delete(MINE)
    program.delete(MINE)

    assert [about(event) for event in events(OUT)] == [left(api=1), left(browser=1)]


def test_an_operator_who_signs_somebody_out_is_named(api, admin, tenant):
    user = UserFactory(tenant=tenant)
    program_of(user)
    browser_of(user)

    api.delete(f"/v1/console/users/{user.pk}/sessions")

    event, said = signed_out()
    assert is_about(event, user, actor=admin)
    assert said == left(browser=1, api=1)


def test_an_operator_of_another_tenant_stands_in_both_trails(tenant, user):
    program_of(user)
    root = OperatorClient(SuperAdminFactory())
    root.work_in(tenant)

    root.post(page("accounts_user_signed_in", user.pk))

    assert {event.tenant_id for event in events(OUT)} == {tenant.pk, root._user.tenant_id}


# What the trail shows --------------------------------------------------------------------------


def test_the_trail_finds_sign_ins_among_what_happened_to_a_user(super_api, admin, user):
    program_of(user)

    found = super_api.get(
        "/v1/console/audit-events",
        {"target_type": "user", "target_id": user.pk, "event_type": SUCCEEDED},
    ).json()["data"]

    assert [(one["address"], one["user_agent"]) for one in found] == [
        ("198.51.100.4", "curl/8.5.0")
    ]


def test_no_secret_stands_in_an_event(admin):
    browser, program = browser_of(admin), program_of(admin)
    login(ApiClient(), admin, "wrong guess")
    program.delete(MINE)
    session = browser.cookies["sessionid"].value

    written = whole_trail()

    assert not BrowserSession.objects.exists()
    for secret in (session, *program.pair.values(), "wrong guess"):
        assert str(secret) not in written.replace("1800", "")
