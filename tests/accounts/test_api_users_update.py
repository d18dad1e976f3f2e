"""PATCH /v1/console/users/{user_id}: what may be changed, and by whom (contract §5)."""

import pytest

from accounts.models import ProgrammeMembership, User
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.config.refusals import refusal
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def url(user: User) -> str:
    return f"/v1/console/users/{user.pk}"


@pytest.fixture
def user(tenant) -> User:
    return FacultyFactory(tenant=tenant, first_name="John", last_name="Doe", title="Mr")


def stored(user: User) -> User:
    return User.objects.get(pk=user.pk)


def changes() -> dict[str, dict]:
    """Return what the trail says of the changes, by event type."""
    events = AuditEvent.objects.order_by("pk")
    return {event.event_type: event.metadata["changes"] for event in events}


def test_every_field_changes_and_leaves_its_trail(api, admin, user):
    role = RoleFactory(tenant=user.tenant, name="Examiner")
    before = user.role
    ProgrammeFactory(tenant=user.tenant, code="MPH")

    answer = api.patch(
        url(user),
        {
            "first_name": "Jane",
            "last_name": "Roe",
            "middle_name": "Ann",
            "role_id": role.pk,
            "status": "inactive",
            "title": None,
            "department": "Law",
            "unlimited_sessions": True,
            "programme_codes": ["MPH"],
        },
    )

    data = answer.json()["data"]
    assert answer.status_code == 200
    assert (data["display_name"], data["middle_name"]) == ("Jane Roe", "Ann")
    assert (data["role_id"], data["role_name"]) == (role.pk, "Examiner")
    assert (data["status"], data["title"], data["department"]) == ("INACTIVE", None, "Law")
    assert (data["unlimited_sessions"], data["programme_codes"]) == (True, ["MPH"])
    assert changes() == {
        "user.deactivated": {"status": {"before": "ACTIVE", "after": "INACTIVE"}},
        "user.updated": {
            "first_name": {"before": "John", "after": "Jane"},
            "last_name": {"before": "Doe", "after": "Roe"},
            "middle_name": {"before": None, "after": "Ann"},
            "title": {"before": "Mr", "after": None},
            "department": {"before": None, "after": "Law"},
            "unlimited_sessions": {"before": False, "after": True},
            "role_id": {"before": before.pk, "after": role.pk},
            "role_name": {"before": "Faculty", "after": "Examiner"},
            "programme_codes": {"before": [], "after": ["MPH"]},
        },
    }
    assert set(AuditEvent.objects.values_list("actor_user_id", "target_type", "target_id")) == {
        (admin.pk, "user", user.pk)
    }


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"first_name": None, "status": None, "role_id": None, "unlimited_sessions": None},
        {"programme_codes": None},
        {"first_name": "John", "title": "Mr", "middle_name": "", "status": "active"},
        {"programme_codes": []},
        {"email": "other@example.com", "legacy_role": "ADMIN", "tenant_id": "0" * 24},
    ],
)
def test_what_changes_nothing_leaves_no_trace(api, user, body):
    answer = api.patch(url(user), body)

    assert answer.status_code == 200
    assert answer.json()["message"] == "User updated successfully"
    now = stored(user)
    assert (now.updated_at, now.email, now.first_name) == (None, user.email, "John")
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"first_name": ""}, "first_name"),
        ({"last_name": 7}, "last_name"),
        ({"middle_name": "x" * 256}, "middle_name"),
        ({"title": "x" * 101}, "title"),
        ({"department": "x" * 256}, "department"),
        ({"status": "GONE"}, "status"),
        ({"status": 1}, "status"),
        ({"unlimited_sessions": "true"}, "unlimited_sessions"),
        ({"unlimited_sessions": 1}, "unlimited_sessions"),
        ({"role_id": "x"}, "role_id"),
        ({"programme_codes": {"MPH": True}}, "programme_codes"),
        ({"programme_codes": [["MPH"]]}, "programme_codes.0"),
    ],
)
def test_malformed_change_is_refused(api, user, body, field):
    answer = api.patch(url(user), body)

    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["details"]["errors"]] == [field]
    assert stored(user).updated_at is None


def test_shape_is_judged_before_existence(api):
    stranger = FacultyFactory()

    assert api.patch(url(stranger), {"status": "GONE"}).status_code == 422
    assert api.patch(url(stranger), {"title": "Dr"}).status_code == 404
    assert stored(stranger).title is None


# Programmes -----------------------------------------------------------------------------------


def member(user: User, *codes: str) -> User:
    for code in codes:
        programme = ProgrammeFactory(tenant=user.tenant, code=code)
        ProgrammeMembership.objects.create(tenant=user.tenant, user=user, programme=programme)
    return user


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["MBA", "MPH"], []),
        (["MBA", "MPH"], ["MIT"]),
        (["MBA", "MPH"], ["MIT", "MPH"]),
        (["MBA", "MPH"], ["MPH", "MBA"]),
        ([], ["MIT"]),
    ],
)
def test_programmes_are_replaced_whole_in_the_given_order(api, tenant, before, after):
    student = member(StudentFactory(tenant=tenant), *before)
    ProgrammeFactory(tenant=tenant, code="MIT")

    answer = api.patch(url(student), {"programme_codes": [*after, *after]})

    assert answer.json()["data"]["programme_codes"] == after
    assert changes() == {"user.updated": {"programme_codes": {"before": before, "after": after}}}
    assert stored(student).updated_at is not None


def test_programmes_that_are_sent_back_change_nothing(api, user):
    member(user, "MPH", "MBA")

    answer = api.patch(url(user), {"programme_codes": ["MPH", "MBA"]})

    assert answer.json()["data"]["updated_at"] is None
    assert not AuditEvent.objects.exists()


def test_inactive_programme_is_kept_and_not_added(api, user):
    member(user, "OLD").programmes.update(is_active=False)
    ProgrammeFactory(tenant=user.tenant, code="OLDER", is_active=False)
    ProgrammeFactory(tenant=user.tenant, code="MPH")

    kept = api.patch(url(user), {"programme_codes": ["MPH", "OLD"]})
    refused = api.patch(url(user), {"programme_codes": ["OLD", "OLDER"], "title": "Dr"})

    assert kept.json()["data"]["programme_codes"] == ["MPH", "OLD"]
    assert refused.status_code == 400
    assert refused.json() == refusal(
        "Inactive programmes cannot be added: OLDER.",
        "VALIDATION_ERROR",
        {"inactive_codes": ["OLDER"]},
    )
    assert stored(user).title == "Mr"


def test_unknown_programme_changes_nothing(api, user):
    member(user, "MPH")
    ProgrammeFactory(code="FOREIGN")

    answer = api.patch(url(user), {"programme_codes": ["MPH", "FOREIGN"], "title": "Dr"})

    assert answer.status_code == 400
    assert answer.json()["details"] == {"unknown_codes": ["FOREIGN"]}
    assert stored(user).title == "Mr"
    assert ProgrammeMembership.objects.count() == 1
    assert not AuditEvent.objects.exists()


# Roles ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("legacy_role", "name"), [("STUDENT", "Student"), ("SUPER_ADMIN", "Super Admin")]
)
def test_reserved_roles_are_not_assigned_even_by_a_super_admin(tenant, user, legacy_role, name):
    role = SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)
    boss = ApiClient(SuperAdminFactory(tenant=tenant))

    answer = boss.patch(url(user), {"role_id": role.pk})

    assert answer.status_code == 400
    assert answer.json() == refusal(f"The {name} role cannot be assigned.", "VALIDATION_ERROR")
    assert stored(user).role_id == user.role_id


def test_unknown_role_is_not_found(api, user):
    for unknown in ("0" * 24, RoleFactory().pk):
        answer = api.patch(url(user), {"role_id": unknown})
        assert answer.status_code == 404
        assert answer.json() == refusal("There is no such role.", "NOT_FOUND")


def test_student_becomes_staff_and_never_a_student_again(api, tenant):
    student = StudentFactory(tenant=tenant)
    faculty = SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")

    assert api.patch(url(student), {"role_id": faculty.pk}).status_code == 200
    assert stored(student).legacy_role == "FACULTY"
    back = api.patch(url(student), {"role_id": student.role_id})

    assert back.status_code == 400
    assert stored(student).legacy_role == "FACULTY"


def test_role_that_is_sent_back_is_no_change(api, admin, tenant):
    """A front end that sends a whole form changes what differs alone."""
    for user in (admin, StudentFactory(tenant=tenant)):
        answer = api.patch(
            url(user), {"role_id": user.role_id, "status": "ACTIVE", "department": "Law"}
        )
        assert answer.status_code == 200
        assert answer.json()["data"]["department"] == "Law"


def test_user_without_a_role_is_given_one(api, tenant):
    user = UserFactory(tenant=tenant, role=None)
    role = RoleFactory(tenant=tenant, name="Examiner")

    answer = api.patch(url(user), {"role_id": role.pk})

    assert answer.json()["data"]["role_name"] == "Examiner"
    assert changes()["user.updated"]["role_id"] == {"before": None, "after": role.pk}


# Guards ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make",
    [UserFactory, SuperAdminFactory],
)
@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("status", "INACTIVE", "You cannot deactivate or delete your own account."),
        ("status", "DELETED", "You cannot deactivate or delete your own account."),
        ("role_id", "FACULTY", "You cannot change the role of your own account."),
    ],
)
def test_nobody_takes_his_own_access(tenant, make, field, value, message):
    caller = make(tenant=tenant)
    SuperAdminFactory(tenant=tenant)
    if field == "role_id":
        value = SystemRoleFactory(tenant=tenant, legacy_role=value).pk

    answer = ApiClient(caller).patch(url(caller), {field: value, "title": "Dr"})

    assert answer.status_code == 400
    assert answer.json() == refusal(message, "VALIDATION_ERROR")
    now = stored(caller)
    assert (now.status, now.role_id, now.title) == ("ACTIVE", caller.role_id, None)
    assert not AuditEvent.objects.exists()


def test_own_names_and_title_may_be_changed_here_too(api, admin):
    answer = api.patch(url(admin), {"first_name": "Grace", "title": "Prof"})

    assert answer.json()["data"]["first_name"] == "Grace"


@pytest.mark.parametrize("body", [{}, {"title": "Dr"}, {"status": "INACTIVE"}])
def test_super_admin_is_changed_by_super_admins_alone(api, tenant, body):
    boss, target = SuperAdminFactory(tenant=tenant), SuperAdminFactory(tenant=tenant)

    refused = api.patch(url(target), body)
    assert refused.status_code == 403
    assert refused.json() == refusal(
        "Only a Super Admin may change a Super Admin.", "AUTHORIZATION_ERROR"
    )
    assert stored(target).updated_at is None
    assert ApiClient(boss).patch(url(target), body).status_code == 200


def test_super_admin_may_be_given_another_role_by_another(tenant):
    boss, target = SuperAdminFactory(tenant=tenant), SuperAdminFactory(tenant=tenant)
    admin_role = SystemRoleFactory(tenant=tenant, legacy_role="ADMIN")

    answer = ApiClient(boss).patch(url(target), {"role_id": admin_role.pk})

    assert answer.status_code == 200
    assert stored(target).legacy_role == "ADMIN"


def editor(tenant, *flags: str) -> ApiClient:
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_edit", *flags])
    return ApiClient(UserFactory(tenant=tenant, role=role))


@pytest.mark.parametrize("before", ["ACTIVE", "DELETED"])
def test_deleting_by_patch_needs_the_right_to_delete(tenant, before):
    user = StudentFactory(tenant=tenant, status=before)

    refused = editor(tenant).patch(url(user), {"status": "DELETED"})
    allowed = editor(tenant, "USER_MANAGEMENT.can_delete").patch(url(user), {"status": "deleted"})

    assert refused.status_code == 403
    assert refused.json() == refusal(
        "Permission denied: USER_MANAGEMENT.can_delete required", "AUTHORIZATION_ERROR"
    )
    assert allowed.status_code == 200
    assert allowed.json()["data"]["status"] == "DELETED"


def test_deleting_by_patch_is_a_deletion_in_the_trail(api, user):
    api.patch(url(user), {"status": "DELETED"})

    assert changes() == {"user.deleted": {"status": {"before": "ACTIVE", "after": "DELETED"}}}


def test_nobody_assigns_a_role_that_permits_more_than_his_own(tenant):
    user = StudentFactory(tenant=tenant)
    role = RoleFactory(tenant=tenant, permissions=["PROGRAMMES.can_view", "FEEDBACK.can_view"])

    refused = editor(tenant, "PROGRAMMES.can_view").patch(url(user), {"role_id": role.pk})
    allowed = editor(tenant, "PROGRAMMES.can_view", "FEEDBACK.can_view").patch(
        url(user), {"role_id": role.pk}
    )

    assert refused.status_code == 403
    assert refused.json() == refusal(
        "Permission denied: FEEDBACK.can_view required", "AUTHORIZATION_ERROR"
    )
    assert allowed.status_code == 200


def test_nobody_promotes_into_a_role_above_his_own_by_way_of_a_deactivated_user(tenant):
    """Neither step hands the right out in the end: the role is refused, active or not."""
    user = StudentFactory(tenant=tenant, status="INACTIVE")
    admin_role = SystemRoleFactory(tenant=tenant, legacy_role="ADMIN")

    answer = editor(tenant).patch(url(user), {"role_id": admin_role.pk})

    assert answer.status_code == 403
    assert stored(user).legacy_role == "STUDENT"


def test_users_who_hold_more_than_the_caller_may_be_changed(tenant):
    admin = UserFactory(tenant=tenant)

    answer = editor(tenant).patch(url(admin), {"title": "Dr", "status": "INACTIVE"})

    assert answer.status_code == 200
    assert stored(admin).status == "INACTIVE"
