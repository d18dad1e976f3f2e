"""GET and PUT /v1/console/roles/{role_id}/permissions (contract §4, G20)."""

from datetime import UTC, datetime

import pytest
import time_machine

from accounts.models import LegacyRole, Role
from accounts.services.roles import default_flags
from config.permissions import ALL_FLAGS, Action, Module
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.config.refusals import invalid, refusal
from tests.factories import (
    FacultyFactory,
    RoleFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2025, 6, 1, 14, tzinfo=UTC)


def url(role: Role) -> str:
    return f"/v1/console/roles/{role.pk}/permissions"


@pytest.fixture
def role(tenant) -> Role:
    return RoleFactory(tenant=tenant, name="Examiner")


def spread(*flags: str) -> dict[str, dict[str, bool]]:
    """Return the whole matrix in which exactly these flags are granted."""
    return {
        module.value: {action.value: f"{module}.{action}" in flags for action in Action}
        for module in Module
    }


def answered(role: Role, *flags: str) -> dict:
    return {"role_id": role.pk, "role_name": role.name, "permissions": spread(*flags)}


def granted(role: Role) -> list[str]:
    return Role.objects.get(pk=role.pk).permissions


def editor(tenant, *flags: str) -> ApiClient:
    held = ["ROLE_MANAGEMENT.can_edit", *flags]
    return ApiClient(UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=held)))


@pytest.mark.parametrize("legacy_role", LegacyRole)
def test_matrix_of_a_system_role_is_answered_whole(api, tenant, legacy_role):
    role = SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)

    answer = api.get(url(role))

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": answered(role, *default_flags(legacy_role)),
        "message": None,
    }


def test_matrix_of_a_super_admin_is_full_whatever_is_stored(api, tenant):
    role = SystemRoleFactory(tenant=tenant, legacy_role="SUPER_ADMIN", permissions=[])

    assert api.get(url(role)).json()["data"]["permissions"] == spread(*ALL_FLAGS)


def test_put_replaces_the_matrix(api, admin, role):
    role.permissions = ["FEEDBACK.can_view", "USER_MANAGEMENT.can_view"]
    role.save()

    answer = api.put(
        url(role),
        {
            "permissions": {
                "USER_MANAGEMENT": {"can_view": True, "can_create": False},
                "ATTEMPT_MANAGEMENT": {"can_create": True, "can_view": True},
                "PROGRAMMES": {},
            }
        },
    )

    after = ["USER_MANAGEMENT.can_view", "ATTEMPT_MANAGEMENT.can_view"]
    after.append("ATTEMPT_MANAGEMENT.can_create")
    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": answered(role, *after),
        "message": "Permissions updated successfully",
    }
    assert granted(role) == after
    event = AuditEvent.objects.get()
    assert (event.event_type, event.target_type, event.target_id, event.actor_user_id) == (
        "permission.updated",
        "permission",
        role.pk,
        admin.pk,
    )
    assert event.metadata == {
        "permission_id": role.pk,
        "tenant_id": role.tenant_id,
        "role_id": role.pk,
        "role_name": "Examiner",
        "changes": {
            "permissions": {
                "before": ["FEEDBACK.can_view", "USER_MANAGEMENT.can_view"],
                "after": after,
            }
        },
    }


def test_whole_answer_may_be_sent_back_and_changes_nothing(api, role):
    role.permissions = ["FEEDBACK.can_view", "USER_MANAGEMENT.can_view"]
    role.save()
    Role.objects.update(updated_at=None)
    matrix = api.get(url(role)).json()["data"]["permissions"]

    answer = api.put(url(role), {"permissions": matrix})

    assert answer.status_code == 200
    assert answer.json()["data"]["permissions"] == matrix
    assert Role.objects.get(pk=role.pk).updated_at is None
    assert not AuditEvent.objects.exists()


def test_empty_matrix_takes_everything(api, role):
    role.permissions = ["FEEDBACK.can_view"]
    role.save()

    with time_machine.travel(NOW, tick=False):
        client = ApiClient(UserFactory(tenant=role.tenant))
        assert client.put(url(role), {"permissions": {}}).json()["data"] == answered(role)

    assert granted(role) == []
    assert Role.objects.get(pk=role.pk).updated_at == NOW


@pytest.mark.parametrize(
    ("body", "field", "message"),
    [
        ({}, "permissions", "This field is required."),
        ({"permissions": None}, "permissions", "This field may not be null."),
        (
            {"permissions": ["FEEDBACK.can_view"]},
            "permissions",
            "Invalid data. Expected a dictionary, but got list.",
        ),
        (
            {"permissions": {"KITCHEN": {}}},
            "permissions.KITCHEN",
            "There is no such module.",
        ),
        (
            {"permissions": {"feedback": {"can_view": True}}},
            "permissions.feedback",
            "There is no such module.",
        ),
        (
            {"permissions": {"FEEDBACK": {"can_view": True, "can_fly": False}}},
            "permissions.FEEDBACK.can_fly",
            "There is no such action.",
        ),
        (
            {"permissions": {"FEEDBACK": True}},
            "permissions.FEEDBACK",
            "Invalid data. Expected a dictionary, but got bool.",
        ),
        (
            {"permissions": {"FEEDBACK": None}},
            "permissions.FEEDBACK",
            "This field may not be null.",
        ),
        (
            {"permissions": {"FEEDBACK": {"can_view": "true"}}},
            "permissions.FEEDBACK.can_view",
            "Must be a valid boolean.",
        ),
        (
            {"permissions": {"FEEDBACK": {"can_view": 1}}},
            "permissions.FEEDBACK.can_view",
            "Must be a valid boolean.",
        ),
        (
            {"permissions": {"FEEDBACK": {"can_view": None}}},
            "permissions.FEEDBACK.can_view",
            "This field may not be null.",
        ),
    ],
)
def test_malformed_matrix_is_refused_where_it_is_wrong(api, role, body, field, message):
    role.permissions = ["FEEDBACK.can_view"]
    role.save()

    answer = api.put(url(role), body)

    assert answer.status_code == 422
    assert answer.json() == invalid((field, message))
    assert granted(role) == ["FEEDBACK.can_view"]


def test_every_wrong_key_is_named(api, role):
    body = {"FEEDBACK": {"can_fly": True, "can_sing": True}, "PROGRAMMES": {"can_view": 0}}

    answer = api.put(url(role), {"permissions": body})

    assert [one["field"] for one in answer.json()["details"]["errors"]] == [
        "permissions.FEEDBACK.can_fly",
        "permissions.FEEDBACK.can_sing",
        "permissions.PROGRAMMES.can_view",
    ]


def test_of_countless_wrong_keys_the_first_ones_are_named(api, role):
    answer = api.put(url(role), {"permissions": {f"M{number}": {} for number in range(5000)}})

    assert [one["field"] for one in answer.json()["details"]["errors"]] == [
        f"permissions.M{number}" for number in range(100)
    ]


@pytest.mark.parametrize("make", [UserFactory, SuperAdminFactory])
@pytest.mark.parametrize("legacy_role", ["SUPER_ADMIN", "STUDENT"])
@pytest.mark.parametrize("matrix", [{}, {"FEEDBACK": {"can_view": True}}])
def test_matrix_of_reserved_roles_is_fixed(tenant, make, legacy_role, matrix):
    role = SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)

    answer = ApiClient(make(tenant=tenant)).put(url(role), {"permissions": matrix})

    assert answer.status_code == 400
    assert answer.json() == refusal(
        f"What the {role.name} role permits cannot be changed.", "VALIDATION_ERROR"
    )
    assert granted(role) == role.permissions


@pytest.mark.parametrize("make", [UserFactory, SuperAdminFactory])
def test_tenant_management_is_granted_to_nobody(tenant, role, make):
    matrix = {"TENANT_MANAGEMENT": {"can_view": True}, "FEEDBACK": {"can_view": True}}

    answer = ApiClient(make(tenant=tenant)).put(url(role), {"permissions": matrix})

    assert answer.status_code == 400
    assert answer.json() == refusal(
        "TENANT_MANAGEMENT cannot be granted: only Super Admins have it.", "VALIDATION_ERROR"
    )
    assert granted(role) == []


def test_flags_of_tenant_management_may_be_sent_as_false(api, role):
    answer = api.put(url(role), {"permissions": spread("FEEDBACK.can_view")})

    assert answer.status_code == 200
    assert granted(role) == ["FEEDBACK.can_view"]


# Nobody grants what they do not hold ------------------------------------------------------------


def test_flag_that_the_caller_lacks_is_not_granted(tenant, role):
    matrix = {
        "STUDENT_PERFORMANCE": {"can_view": True},
        "FEEDBACK": {"can_view": True, "can_export": True},
    }

    answer = editor(tenant, "FEEDBACK.can_view").put(url(role), {"permissions": matrix})

    assert answer.status_code == 403
    assert answer.json() == refusal(
        "Permission denied: FEEDBACK.can_export required", "AUTHORIZATION_ERROR"
    )
    assert granted(role) == []
    assert not AuditEvent.objects.filter(event_type="permission.updated").exists()


def test_flags_that_the_caller_lacks_may_be_kept_and_not_taken(tenant, role):
    role.permissions = ["FEEDBACK.can_export", "CASE_STUDIES.can_view"]
    role.save()
    client = editor(tenant, "FEEDBACK.can_view")

    matrix = {"FEEDBACK": {"can_view": True, "can_export": True}}
    taken = client.put(url(role), {"permissions": matrix})
    kept = client.put(url(role), {"permissions": matrix | {"CASE_STUDIES": {"can_view": True}}})

    assert taken.status_code == 403
    assert kept.status_code == 200
    assert granted(role) == ["CASE_STUDIES.can_view", "FEEDBACK.can_view", "FEEDBACK.can_export"]


def test_nobody_widens_their_own_role(tenant):
    own = RoleFactory(tenant=tenant, permissions=["ROLE_MANAGEMENT.can_edit"])
    client = ApiClient(UserFactory(tenant=tenant, role=own))
    wider = spread("ROLE_MANAGEMENT.can_edit", "USER_MANAGEMENT.can_view")

    answer = client.put(url(own), {"permissions": wider})

    assert answer.status_code == 403
    assert granted(own) == ["ROLE_MANAGEMENT.can_edit"]


def test_super_admin_grants_everything_but_tenant_management(tenant, role):
    flags = [flag for flag in ALL_FLAGS if not flag.startswith("TENANT_")]

    answer = ApiClient(SuperAdminFactory(tenant=tenant)).put(
        url(role), {"permissions": spread(*flags)}
    )

    assert answer.status_code == 200
    assert granted(role) == flags


def test_changed_matrix_holds_at_the_next_request(api, tenant):
    """The system roles that people have may be changed too."""
    faculty = FacultyFactory(tenant=tenant)
    client = ApiClient(faculty)
    codes = [client.get("/v1/console/users").status_code]

    for flags in ([], ["USER_MANAGEMENT.can_view"]):
        assert api.put(url(faculty.role), {"permissions": spread(*flags)}).status_code == 200
        codes.append(client.get("/v1/console/users").status_code)

    assert codes == [200, 403, 200]
