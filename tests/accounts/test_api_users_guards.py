"""PATCH /v1/console/users/{user_id}: which roles are given, and who may change whom (§4, §5)."""

import pytest

from tenants.models import AuditEvent
from tests.accounts.users import changes, stored, url
from tests.clients import ApiClient
from tests.config.refusals import refusal
from tests.factories import (
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


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
def test_nobody_takes_their_own_access(tenant, make, field, value, message):
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


def test_nobody_assigns_a_role_that_permits_more_than_their_own(tenant):
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


def test_nobody_promotes_into_a_role_above_their_own_by_way_of_a_deactivated_user(tenant):
    """Neither step hands the right out in the end: the role is refused, active or not."""
    user = StudentFactory(tenant=tenant, status="INACTIVE")
    admin_role = SystemRoleFactory(tenant=tenant, legacy_role="ADMIN")

    answer = editor(tenant).patch(url(user), {"role_id": admin_role.pk})

    assert answer.status_code == 403
    assert stored(user).legacy_role == "STUDENT"


def test_users_who_hold_more_than_the_caller_are_not_changed(tenant):
    """More of it in test_authority (G36)."""
    admin = UserFactory(tenant=tenant)

    answer = editor(tenant).patch(url(admin), {"title": "Dr", "status": "INACTIVE"})

    assert answer.status_code == 403
    assert (stored(admin).title, stored(admin).status) == (None, "ACTIVE")
