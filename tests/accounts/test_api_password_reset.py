"""POST /v1/auth/password-reset and …/confirm (contract §16)."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import Invitation, PasswordReset, SignIn, SSOLogin, User, UserStatus
from tenants.models import AllowedOrigin, AuditEvent, Tenant
from tests.accounts.links import deactivate, switch_tenant_off
from tests.accounts.resets import (
    ASK,
    CONFIRM,
    NEW,
    ask,
    confirm,
    mailed_token,
    sent_reset,
    switch_passwords_off,
)
from tests.clients import ApiClient, login
from tests.config.refusals import refusal
from tests.factories import (
    PASSWORD,
    InvitationFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.mail import work
from tests.recorded import whole_trail
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

ANSWER = {
    "success": True,
    "data": None,
    "message": "If there is such an account, a mail is on its way to it",
}


def of_a_student(tenant: Tenant) -> User:
    return StudentFactory(tenant=tenant)


def switched_off(tenant: Tenant) -> User:
    return UserFactory(tenant=tenant, status=UserStatus.INACTIVE)


def deleted(tenant: Tenant) -> User:
    return UserFactory(tenant=tenant, status=UserStatus.DELETED)


def unknown(tenant: Tenant) -> User:
    return UserFactory.build(tenant=tenant, role=None)


def without_a_right(tenant: Tenant) -> User:
    role = RoleFactory(tenant=tenant, permissions=[])
    return UserFactory(tenant=tenant, role=role, password=None)


def of_a_tenant_that_is_off(tenant: Tenant) -> User:
    return UserFactory(tenant=TenantFactory(is_active=False))


NOBODY = [
    unknown,
    of_a_student,
    switched_off,
    deleted,
    without_a_right,
    of_a_tenant_that_is_off,
]


def with_a_password(tenant: Tenant) -> User:
    return UserFactory(tenant=tenant)


def invited(tenant: Tenant) -> User:
    """Somebody with access to the console who never chose a password."""
    return InvitationFactory(tenant=tenant, user__password=None).user


def student_with_a_password(tenant: Tenant) -> User:
    student = StudentFactory(tenant=tenant)
    student.set_password(PASSWORD)
    student.save()
    return student


@pytest.mark.parametrize("make", [with_a_password, invited, student_with_a_password])
def test_who_has_an_account_gets_a_mail_with_a_link(make, tenant, mail_server):
    user = make(tenant)
    Invitation.objects.update(failed_at=timezone.now())  # so that its mail is not another one here

    answer = ask(user, email=user.email.upper())
    work()

    assert (answer.status_code, answer.json()) == (200, ANSWER)
    (mail,) = mail_server.mails
    assert mail["To"].addresses[0].addr_spec == user.email
    reset = PasswordReset.objects.get()
    assert (reset.user_id, reset.failed_at, reset.used_at) == (user.pk, None, None)
    assert reset.sent_at is not None


@pytest.mark.parametrize("make", NOBODY)
def test_nobody_else_gets_one_and_the_answer_is_the_same(make, tenant, mail_server):
    answer = ask(make(tenant))
    work()

    assert (answer.status_code, answer.json()) == (200, ANSWER)
    assert mail_server.mails == []
    assert not PasswordReset.objects.exists()


def done(user: User) -> tuple[list[str], int]:
    """Return what a request does: its statements without their values, and the tasks it queues."""
    tasks = DBTaskResult.objects.count()
    with CaptureQueriesContext(connection) as captured:
        assert ask(user).status_code == 200
    statements = [re.sub(r"'[^']*'|\b\d+\b", "…", query["sql"]) for query in captured]
    return statements, DBTaskResult.objects.count() - tasks


@pytest.mark.parametrize("make", NOBODY)
def test_the_work_does_not_show_whether_there_is_an_account(make, tenant, monkeypatch):
    monkeypatch.setattr(User, "check_password", None)  # no hasher runs for anybody
    known, other = done(UserFactory(tenant=tenant)), done(make(tenant))

    assert other == known
    assert known[1] == 1


def test_the_tenant_is_told_from_the_origin(admin, mail_server, anonymous):
    AllowedOrigin.objects.create(tenant=admin.tenant, origin="https://app.state.edu")
    asked = {"email": admin.email, "tenant_slug": None}

    found = anonymous.post(ASK, asked, headers={"Origin": "https://app.state.edu"})
    work()

    assert found.status_code == 200
    assert len(mail_server.mails) == 1
    for body in (asked, asked | {"tenant_slug": "nowhere"}):
        answer = anonymous.post(ASK, body)
        assert (answer.status_code, answer.json()["code"]) == (400, "TENANT_ERROR")


@pytest.mark.parametrize("body", [{}, {"email": None}, {"email": ""}, {"email": "ada"}, []])
def test_a_body_without_an_address_is_malformed(body, anonymous, tenant):
    asked = body if body == [] else body | {"tenant_slug": tenant.slug}

    assert anonymous.post(ASK, asked).status_code == 422


def test_three_mails_an_hour_go_to_an_account_and_the_answer_stays_the_same(
    admin, mail_server, time_machine
):
    time_machine.move_to(timezone.now(), tick=False)
    answers = [ask(admin).json() for _ in range(5)]
    work()
    assert answers == [ANSWER] * 5
    assert PasswordReset.objects.count() == 3
    assert AuditEvent.objects.count() == 3

    time_machine.shift(timedelta(hours=1, seconds=1))
    ask(admin)
    work()

    assert PasswordReset.objects.count() == 4


def test_requests_of_an_address_are_limited_for_all_accounts(tenant, settings):
    settings.PASSWORD_RESET_LIMIT_PER_ADDRESS = (2, 3600)
    here, elsewhere = ApiClient(REMOTE_ADDR="192.0.2.1"), ApiClient(REMOTE_ADDR="192.0.2.2")
    people = [UserFactory(tenant=tenant), unknown(tenant), UserFactory(tenant=tenant)]

    codes = [ask(person, here).status_code for person in people]
    refused = ask(people[1], here)

    assert codes == [200, 200, 429]
    assert refused.json()["code"] == "RATE_LIMITED"
    assert 3590 < int(refused["Retry-After"]) <= 3600
    assert ask(people[2], elsewhere).status_code == 200


def test_a_request_is_recorded_with_address_and_program_it_came_from(admin, mail_server):
    ask(admin, ApiClient(REMOTE_ADDR="192.0.2.7", HTTP_USER_AGENT="curl/8.5.0"))
    work()

    event = AuditEvent.objects.get()
    assert (event.event_type, event.target_type, event.target_id) == (
        "password.reset_requested",
        "user",
        admin.pk,
    )
    assert (event.actor_user_id, str(event.address)) == (None, "192.0.2.7")
    assert event.user_agent == "curl/8.5.0"
    assert event.metadata == {
        "user_id": admin.pk,
        "tenant_id": admin.tenant_id,
        "by": "self",
        "mailed": True,
    }


def test_a_request_for_an_account_without_a_way_back_is_recorded_too(tenant, mail_server):
    ask(switched_off(tenant))
    work()

    assert AuditEvent.objects.get().metadata["mailed"] is False


# Confirming -----------------------------------------------------------------------------------


def test_a_new_password_opens_and_the_old_one_does_not(admin, mail_server, anonymous):
    answer = confirm(mailed_token(admin, mail_server))

    assert (answer.status_code, answer.json()) == (
        200,
        {"success": True, "data": None, "message": "Password changed successfully"},
    )
    assert login(anonymous, admin, NEW).status_code == 200
    assert login(anonymous, admin).status_code == 401


def test_all_sessions_and_tokens_end(admin, rf):
    api, colleague = ApiClient(admin), ApiClient(UserFactory(tenant=admin.tenant))
    browser = Client()
    browser.force_login(admin)
    sso = SSOLogin.objects.create(tenant=admin.tenant, user=admin, ticket_digest="x")
    _, token = sent_reset(admin)

    assert confirm(token).status_code == 200

    assert api.get("/v1/users/me").status_code == 401
    refreshed = {"refresh_token": api.tokens.refresh_token}
    assert api.post("/v1/auth/refresh", refreshed).status_code == 401
    request = rf.get("/")
    request.session = browser.session
    assert get_user(request).is_anonymous
    sso.refresh_from_db()
    assert not sso.is_live  # its code opens nothing any more
    assert colleague.get("/v1/users/me").status_code == 200
    assert SignIn.objects.open().filter(user=admin).count() == 0


def test_an_open_invitation_counts_as_accepted(tenant, anonymous):
    user = invited(tenant)
    _, token = sent_reset(user)

    assert confirm(token).status_code == 200

    assert Invitation.objects.get().accepted_at
    assert login(anonymous, user, NEW).status_code == 200
    changed = AuditEvent.objects.get(event_type="password.changed")
    accepted = AuditEvent.objects.get(event_type="user.updated")
    assert (changed.event_type, changed.actor_user_id) == ("password.changed", user.pk)
    assert changed.metadata["via"] == "reset"
    assert accepted.metadata["invitation"] == "accepted"


def use_up(reset: PasswordReset) -> None:
    PasswordReset.objects.update(used_at=timezone.now())


def replace(reset: PasswordReset) -> None:
    PasswordReset.objects.update(replaced_at=timezone.now())


def expire(reset: PasswordReset) -> None:
    PasswordReset.objects.update(expires_at=timezone.now())


def switch_off_passwords(reset: PasswordReset) -> None:
    switch_passwords_off(reset.tenant)


REFUSED = [
    (use_up, "This link has been used. If that was not you, ask for a new one at once."),
    (replace, "This link does not work any more: use the one in your latest mail."),
    (expire, "This link has expired: it was good for an hour. Ask for a new one."),
    (deactivate, "This account is not active."),
    (switch_tenant_off, "This account is not active."),
    (
        switch_off_passwords,
        "Passwords are switched off here: sign in with your university account.",
    ),
]


@pytest.mark.parametrize(("happened", "message"), REFUSED)
def test_a_link_that_is_not_good_any_more_says_why(happened, message, admin):
    reset, token = sent_reset(admin)
    happened(reset)

    answer = confirm(token)

    assert (answer.status_code, answer.json()) == (400, refusal(message, "VALIDATION_ERROR"))
    admin.refresh_from_db()
    assert admin.check_password(PASSWORD)


def test_an_unknown_link_says_what_to_do(admin):
    _, token = sent_reset(admin)

    answer = confirm(f"{token}x")

    assert answer.status_code == 400
    assert answer.json()["error"] == (
        "There is no such link. Copy all of it from the mail, or ask for a new one."
    )


def test_a_newer_link_ends_the_former(admin, mail_server):
    first = mailed_token(admin, mail_server)
    second = mailed_token(admin, mail_server)

    assert [confirm(first).status_code, confirm(second).status_code] == [400, 200]
    assert [confirm(first).json()["error"], confirm(second).json()["error"]] == [
        "This link does not work any more: use the one in your latest mail.",
        "This link has been used. If that was not you, ask for a new one at once.",
    ]


def change_it(user: User) -> None:
    change = {"current_password": PASSWORD, "new_password": "four unrelated words"}
    answer = ApiClient(user).post("/v1/users/me/change-password", change)
    assert answer.status_code == 200


def test_a_password_that_was_changed_meanwhile_ends_the_link(admin):
    _, token = sent_reset(admin)
    change_it(admin)

    assert confirm(token).status_code == 400


@pytest.mark.parametrize(
    ("password", "status"),
    [("password1", 400), ("CommandCenter2026!", 400), ("short12", 422), ("x" * 101, 422)],
)
def test_a_bad_password_leaves_the_link_good(password, status, admin):
    _, token = sent_reset(admin)

    assert confirm(token, password).status_code == status

    assert confirm(token).status_code == 200


@pytest.mark.parametrize(
    "body", [{}, {"token": "x"}, {"new_password": NEW}, {"token": 5, "new_password": NEW}, []]
)
def test_a_malformed_confirmation_is_refused(body, anonymous, tenant):
    assert anonymous.post(CONFIRM, body).status_code == 422


def test_of_many_who_confirm_at_once_one_succeeds(admin):
    _, token = sent_reset(admin)

    codes = at_once(lambda n: confirm(token, f"{NEW} {n}").status_code, 8)

    assert sorted(codes) == [200] + [400] * 7
    admin.refresh_from_db()
    assert admin.check_password(f"{NEW} {codes.index(200)}")
    assert AuditEvent.objects.filter(event_type="password.changed").count() == 1


def test_of_many_requests_at_once_one_link_is_left(admin, mail_server):
    at_once(lambda n: ask(admin), 5)
    work()

    assert PasswordReset.objects.unused().count() == 1


# Whoever locked themselves out ----------------------------------------------------------------


def test_who_had_locked_themselves_out_gets_in(admin, mail_server, settings):
    settings.LOGIN_FREE_MISTAKES = 100
    desk, phone = ApiClient(REMOTE_ADDR="192.0.2.1"), ApiClient(REMOTE_ADDR="203.0.113.9")
    for client in (desk, phone):
        while login(client, admin, "wrong").status_code != 429:
            pass
    ask(admin, desk)
    work()
    (mail,) = mail_server.mails
    token = mail.get_body(("plain",)).get_content().split("/password-reset/")[1].split()[0]

    assert confirm(token, client=phone).status_code == 200

    # Both where the link was asked for and where it was followed.
    assert login(desk, admin, NEW).status_code == 200
    assert login(phone, admin, NEW).status_code == 200


def test_a_pause_between_guesses_ends_as_well(admin, settings):
    settings.LOGIN_FREE_MISTAKES = 1
    client = ApiClient(REMOTE_ADDR="192.0.2.1")
    assert [login(client, admin, "wrong").status_code for _ in range(2)] == [401, 429]
    _, token = sent_reset(admin)

    confirm(token, client=client)

    assert login(client, admin, NEW).status_code == 200


# What is kept ---------------------------------------------------------------------------------


def test_the_token_is_kept_nowhere(admin, mail_server, log):
    token = mailed_token(admin, mail_server)
    confirm(token)

    kept = [
        *PasswordReset.objects.values(),
        *DBTaskResult.objects.values(),
        whole_trail(),
        log.getvalue(),
    ]
    assert "was sent" in log.getvalue()
    assert not any(token in str(row) for row in kept)
    assert not any(admin.email in str(row) for row in DBTaskResult.objects.values())


def test_a_super_admin_keeps_the_way_back_where_passwords_are_off(tenant, mail_server, anonymous):
    boss = SuperAdminFactory(tenant=tenant)
    switch_passwords_off(tenant)

    assert confirm(mailed_token(boss, mail_server)).status_code == 200

    assert login(anonymous, boss, NEW).status_code == 200
