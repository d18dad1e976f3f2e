"""Activating, deactivating and deleting users, and when their access ends (contract §5)."""

import pytest
from django.contrib.auth import get_user
from django.db import connection
from django.test import Client

from accounts.models import User
from accounts.services import users
from tenants.models import AuditEvent
from tests.accounts.users import url
from tests.clients import ApiClient, bearer, login
from tests.config.refusals import refusal
from tests.factories import (
    FacultyFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ME = "/v1/users/me"


def call(client: ApiClient, user: User, action: str):
    """Activate, deactivate or delete a user over HTTP."""
    if action == "delete":
        return client.delete(url(user))
    return client.post(url(user, action))


def events() -> list[str]:
    return list(AuditEvent.objects.order_by("pk").values_list("event_type", flat=True))


AFTERWARDS = {"activate": "ACTIVE", "deactivate": "INACTIVE", "delete": "DELETED"}
EVENTS = {
    "activate": "user.activated",
    "deactivate": "user.deactivated",
    "delete": "user.deleted",
}


@pytest.mark.parametrize("before", ["ACTIVE", "INACTIVE", "DELETED"])
@pytest.mark.parametrize("action", AFTERWARDS)
def test_action_leads_to_its_status_and_is_noted_when_it_changed(api, tenant, action, before):
    user = FacultyFactory(tenant=tenant, status=before)

    answers = [call(api, user, action) for _ in range(2)]

    after = AFTERWARDS[action]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert [answer.json()["data"]["status"] for answer in answers] == [after, after]
    assert events() == ([] if before == after else [EVENTS[action]])
    if before == after:
        assert User.objects.get(pk=user.pk).updated_at is None
    else:
        metadata = AuditEvent.objects.get().metadata
        assert metadata["changes"] == {"status": {"before": before, "after": after}}


@pytest.mark.parametrize("action", AFTERWARDS)
def test_students_are_switched_alike(api, tenant, action):
    student = StudentFactory(tenant=tenant)

    assert call(api, student, action).status_code == 200
    assert User.objects.get(pk=student.pk).status == AFTERWARDS[action]


@pytest.mark.parametrize("action", ["deactivate", "delete"])
@pytest.mark.parametrize("make", [UserFactory, SuperAdminFactory])
def test_nobody_locks_themselves_out(tenant, make, action):
    caller = make(tenant=tenant)
    SuperAdminFactory(tenant=tenant)
    client = ApiClient(caller)

    answer = call(client, caller, action)

    assert answer.status_code == 400
    assert answer.json() == refusal(
        "You cannot deactivate or delete your own account.", "VALIDATION_ERROR"
    )
    assert client.get(ME).status_code == 200
    assert call(client, caller, "activate").status_code == 200
    assert events() == []


@pytest.mark.parametrize("status", ["ACTIVE", "INACTIVE"])
@pytest.mark.parametrize("action", AFTERWARDS)
def test_super_admin_is_switched_by_super_admins_alone(api, tenant, action, status):
    boss = SuperAdminFactory(tenant=tenant)
    target = SuperAdminFactory(tenant=tenant, status=status)

    refused = call(api, target, action)

    assert refused.status_code == 403
    assert refused.json() == refusal(
        "Only a Super Admin may change a Super Admin.", "AUTHORIZATION_ERROR"
    )
    assert User.objects.get(pk=target.pk).status == status
    assert call(ApiClient(boss), target, action).status_code == 200


# Activation hands out what the role permits ----------------------------------------------------


def editor(tenant, *flags: str) -> ApiClient:
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_edit", *flags])
    return ApiClient(UserFactory(tenant=tenant, role=role))


@pytest.mark.parametrize("status", ["INACTIVE", "DELETED"])
def test_nobody_lets_in_again_who_may_more_than_themselves(tenant, status):
    role = RoleFactory(tenant=tenant, permissions=["PROGRAMMES.can_view", "FEEDBACK.can_view"])
    user = UserFactory(tenant=tenant, role=role, status=status)
    client = editor(tenant, "PROGRAMMES.can_view")

    by_action = client.post(url(user, "activate"))
    by_patch = client.patch(url(user), {"status": "ACTIVE"})

    for answer in (by_action, by_patch):
        assert answer.status_code == 403
        assert answer.json() == refusal(
            "Permission denied: FEEDBACK.can_view required", "AUTHORIZATION_ERROR"
        )
    assert User.objects.get(pk=user.pk).status == status
    both = editor(tenant, "PROGRAMMES.can_view", "FEEDBACK.can_view")
    assert both.post(url(user, "activate")).status_code == 200


def test_who_is_active_already_is_out_of_reach_from_below_as_well(tenant):
    admin = UserFactory(tenant=tenant)

    assert editor(tenant).post(url(admin, "activate")).status_code == 403
    equal = ApiClient(UserFactory(tenant=tenant))
    assert equal.post(url(admin, "activate")).status_code == 200


def test_student_may_be_let_in_again_by_whoever_edits_users(tenant):
    student = StudentFactory(tenant=tenant, status="DELETED")

    assert editor(tenant).post(url(student, "activate")).status_code == 200


def test_letting_in_with_a_lesser_role_asks_for_the_former_role_too(tenant):
    """It would be a demotion."""
    user = FacultyFactory(tenant=tenant, status="INACTIVE")
    lesser = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_edit"])
    asked = {"status": "ACTIVE", "role_id": lesser.pk}

    refused = editor(tenant).patch(url(user), asked)
    answer = editor(tenant, *user.flags).patch(url(user), asked)

    assert (refused.status_code, answer.status_code) == (403, 200)
    assert User.objects.get(pk=user.pk).role_id == lesser.pk


# Access ends at the next request ---------------------------------------------------------------


def by_api(user: User) -> None:
    boss = ApiClient(SuperAdminFactory(tenant=user.tenant))
    assert boss.post(url(user, "deactivate")).status_code == 200


def by_deletion(user: User) -> None:
    boss = ApiClient(SuperAdminFactory(tenant=user.tenant))
    assert boss.delete(url(user)).status_code == 200


def by_service(user: User) -> None:
    users.deactivate_user(actor=None, user=user)


def by_sql(user: User) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET status = 'INACTIVE' WHERE id = %s", [user.pk])


DOORS = [by_api, by_deletion, by_service, by_sql]


@pytest.fixture
def faculty(tenant):
    return FacultyFactory(tenant=tenant)


@pytest.mark.parametrize("switch_off", DOORS)
def test_tokens_end_with_the_access_and_stay_dead(anonymous, faculty, switch_off):
    pair = login(anonymous, faculty).json()["data"]
    refresh = {"refresh_token": pair["refresh_token"]}
    assert anonymous.get(ME, headers=bearer(pair)).status_code == 200

    switch_off(faculty)
    while_off = anonymous.get(ME, headers=bearer(pair)), login(anonymous, faculty)
    users.activate_user(actor=None, user=faculty)
    afterwards = (
        anonymous.get(ME, headers=bearer(pair)),
        anonymous.post("/v1/auth/refresh", refresh),
    )

    assert [answer.status_code for answer in (*while_off, *afterwards)] == [401] * 4
    assert {answer.json()["code"] for answer in afterwards} == {"AUTHENTICATION_ERROR"}
    assert login(anonymous, faculty).status_code == 200


@pytest.mark.parametrize("switch_off", DOORS)
def test_refresh_token_ends_with_the_access(anonymous, faculty, switch_off):
    pair = login(anonymous, faculty).json()["data"]

    switch_off(faculty)

    answer = anonymous.post("/v1/auth/refresh", {"refresh_token": pair["refresh_token"]})
    assert answer.status_code == 401


@pytest.mark.parametrize("switch_off", DOORS)
def test_browser_session_ends_with_the_access_and_stays_dead(faculty, switch_off, rf):
    browser = Client()
    browser.force_login(faculty)
    assert caller(browser, rf) == faculty

    switch_off(faculty)
    while_off = caller(browser, rf)
    users.activate_user(actor=None, user=faculty)

    assert while_off is None
    assert caller(browser, rf) is None


def caller(browser: Client, rf) -> User | None:
    """Return whom a browser's session belongs to, as Django's middleware finds out."""
    request = rf.get("/")
    request.session = browser.session
    user = get_user(request)
    return user if user.is_authenticated else None


def test_changed_role_changes_access_at_the_next_request(api, faculty):
    client = ApiClient(faculty)
    role = RoleFactory(tenant=faculty.tenant, permissions=["ROLE_MANAGEMENT.can_view"])
    before = client.get("/v1/console/users"), client.get(f"/v1/console/roles/{role.pk}")

    api.patch(url(faculty), {"role_id": role.pk})

    after = client.get("/v1/console/users"), client.get(f"/v1/console/roles/{role.pk}")
    assert [answer.status_code for answer in before] == [200, 403]
    assert [answer.status_code for answer in after] == [403, 200]


def test_student_who_becomes_staff_and_staff_who_loses_it(api, tenant):
    person = StudentFactory(tenant=tenant)
    client = ApiClient(person)
    faculty = SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")
    powerless = RoleFactory(tenant=tenant)

    codes = [client.get("/v1/console/students").status_code]
    for role in (faculty, powerless):
        api.patch(url(person), {"role_id": role.pk})
        codes.append(client.get("/v1/console/students").status_code)

    assert codes == [403, 200, 403]
