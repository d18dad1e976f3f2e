"""Roles: list, create, change, delete (contract §4)."""

from datetime import UTC, datetime

import pytest
import time_machine

from accounts.models import LegacyRole, Role
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.config.refusals import NOT_FOUND, invalid, refusal
from tests.factories import (
    FacultyFactory,
    RoleFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

URL = "/v1/console/roles"
START = datetime(2025, 1, 1, tzinfo=UTC)
NOW = datetime(2025, 6, 1, 14, tzinfo=UTC)


@pytest.fixture
def system_roles(tenant) -> list[Role]:
    return [SystemRoleFactory(tenant=tenant, legacy_role=legacy) for legacy in LegacyRole]


@pytest.fixture
def role(tenant) -> Role:
    return RoleFactory(tenant=tenant, name="Examiner", created_at=START)


def one(role: Role) -> str:
    return f"{URL}/{role.pk}"


def success(data, message: str | None) -> dict:
    return {"success": True, "data": data, "message": message}


def shown(role: Role, **changed) -> dict:
    return {
        "id": role.pk,
        "name": "Examiner",
        "description": None,
        "is_system_role": False,
        "created_at": "2025-01-01T00:00:00Z",
        "updated_at": None,
    } | changed


def event() -> AuditEvent:
    return AuditEvent.objects.get()


# Reading --------------------------------------------------------------------------------------


def test_list_answers_the_documented_rows(api, admin):
    Role.objects.update(created_at=START)

    answer = api.get(URL)

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": [
            {
                "id": admin.role_id,
                "name": "Admin",
                "description": None,
                "is_system_role": True,
                "created_at": "2025-01-01T00:00:00Z",
                "updated_at": None,
            }
        ],
        "total": 1,
        "page": 1,
        "page_size": 50,
        "total_pages": 1,
        "message": None,
    }


def test_list_shows_system_roles_first_and_all_by_name(api, system_roles, tenant):
    for name in ("Tutor", "ästhetik", "Zoologist", "alumnus", "Admin 2"):
        RoleFactory(tenant=tenant, name=name)
    RoleFactory(name="Foreign")

    names = [row["name"] for row in api.get(URL).json()["data"]]

    assert names == [
        *("Admin", "Faculty", "Student", "Super Admin"),
        *("Admin 2", "alumnus", "ästhetik", "Tutor", "Zoologist"),
    ]


@pytest.mark.parametrize(("limit", "status"), [(200, 200), (201, 422), (0, 422)])
def test_list_pages_up_to_two_hundred(api, limit, status):
    assert api.get(URL, {"limit": limit}).status_code == status


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_three_queries(api, tenant, rows, django_assert_num_queries):
    RoleFactory.create_batch(rows, tenant=tenant)

    with django_assert_num_queries(3):  # who calls, how many, the page
        assert len(api.get(URL).json()["data"]) == rows + 1


def test_list_is_open_to_who_sees_users_and_a_single_role_is_not(tenant, role):
    faculty = ApiClient(FacultyFactory(tenant=tenant))

    assert faculty.get(URL).status_code == 200
    answer = faculty.get(one(role))
    assert answer.status_code == 403
    assert answer.json() == refusal(
        "Permission denied: ROLE_MANAGEMENT.can_view required", "AUTHORIZATION_ERROR"
    )


def test_list_names_its_main_flag_when_it_is_closed(tenant):
    answer = ApiClient(UserFactory(tenant=tenant, role=None)).get(URL)

    assert answer.status_code == 403
    assert answer.json()["error"] == "Permission denied: ROLE_MANAGEMENT.can_view required"


def test_role_is_shown(api, role):
    answer = api.get(one(role))

    assert answer.status_code == 200
    assert answer.json() == success(shown(role), None)


def test_another_tenants_role_is_absent(api):
    foreign = RoleFactory()

    answers = [
        api.get(one(foreign)),
        api.patch(one(foreign), {"name": "Mine"}),
        api.delete(one(foreign)),
        api.get(f"{one(foreign)}/permissions"),
        api.put(f"{one(foreign)}/permissions", {"permissions": {}}),
    ]

    assert all(answer.json() == NOT_FOUND for answer in answers)
    assert Role.objects.filter(pk=foreign.pk, name=foreign.name).exists()


# Creating -------------------------------------------------------------------------------------


def test_role_is_created_without_permissions(admin):
    with time_machine.travel(START, tick=False):
        answer = ApiClient(admin).post(URL, {"name": " Examiner ", "description": "Marks."})

    made = Role.objects.get(name="Examiner")
    assert answer.status_code == 201
    assert answer.json() == success(shown(made, description="Marks."), "Role created successfully")
    assert (made.tenant_id, made.permissions, made.legacy_role) == (admin.tenant_id, [], None)
    assert (event().event_type, event().target_type, event().target_id) == (
        "role.created",
        "role",
        made.pk,
    )
    assert event().metadata == {
        "role_id": made.pk,
        "tenant_id": admin.tenant_id,
        "name": "Examiner",
    }


@pytest.mark.parametrize("description", [{}, {"description": None}, {"description": ""}])
def test_description_may_be_absent(api, description):
    answer = api.post(URL, {"name": "Examiner"} | description)

    assert answer.json()["data"]["description"] is None


@pytest.mark.parametrize("name", ["Examiner", "EXAMINER", "admin"])
def test_name_is_taken_in_any_case(api, role, name):
    answer = api.post(URL, {"name": name})

    assert answer.status_code == 409
    assert answer.json() == refusal("A role with this name exists already.", "CONFLICT")
    assert not AuditEvent.objects.exists()


def test_name_of_another_tenants_role_is_free(api):
    RoleFactory(name="Dean")

    assert api.post(URL, {"name": "Dean"}).status_code == 201


@pytest.mark.parametrize(
    ("body", "field", "message"),
    [
        ({}, "name", "This field is required."),
        ({"name": ""}, "name", "This field may not be blank."),
        ({"name": None}, "name", "This field may not be null."),
        ({"name": 5}, "name", "Not a valid string."),
        ({"name": "x" * 101}, "name", "Ensure this field has no more than 100 characters."),
        (
            {"name": "x", "description": "x" * 501},
            "description",
            "Ensure this field has no more than 500 characters.",
        ),
    ],
)
def test_malformed_role_is_refused(api, body, field, message):
    answer = api.post(URL, body)

    assert answer.status_code == 422
    assert answer.json() == invalid((field, message))


def test_what_a_role_cannot_be_created_with_is_ignored(api):
    body = {"name": "Root", "permissions": ["FEEDBACK.can_view"], "legacy_role": "SUPER_ADMIN"}

    data = api.post(URL, body | {"is_system_role": True}).json()["data"]

    made = Role.objects.get(name="Root")
    assert data["is_system_role"] is False
    assert (made.permissions, made.legacy_role) == ([], None)


# Changing -------------------------------------------------------------------------------------


def test_role_is_renamed_and_described(admin, role):
    client = ApiClient(admin)
    with time_machine.travel(NOW, tick=False):
        answer = ApiClient(admin).patch(one(role), {"name": "Marker", "description": "Marks."})

    assert answer.status_code == 200
    assert answer.json() == success(
        shown(role, name="Marker", description="Marks.", updated_at="2025-06-01T14:00:00Z"),
        "Role updated successfully",
    )
    assert event().event_type == "role.updated"
    assert event().metadata["changes"] == {
        "name": {"before": "Examiner", "after": "Marker"},
        "description": {"before": None, "after": "Marks."},
    }
    assert client.get(one(role)).json()["data"]["name"] == "Marker"


def test_case_of_a_name_may_change(api, role):
    assert api.patch(one(role), {"name": "EXAMINER"}).json()["data"]["name"] == "EXAMINER"


@pytest.mark.parametrize("body", [{}, {"name": None}, {"name": "Examiner"}, {"description": ""}])
def test_what_changes_nothing_leaves_no_trace(api, role, body):
    answer = api.patch(one(role), body)

    assert answer.json() == success(shown(role), "Role updated successfully")
    assert not AuditEvent.objects.exists()


def test_name_of_another_role_is_refused(api, role, tenant):
    RoleFactory(tenant=tenant, name="Marker")

    answer = api.patch(one(role), {"name": "marker"})

    assert answer.status_code == 409
    assert answer.json() == refusal("A role with this name exists already.", "CONFLICT")


@pytest.mark.parametrize("legacy_role", LegacyRole)
def test_system_role_keeps_its_name_and_may_be_described(super_api, tenant, legacy_role):
    role = SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)

    renamed = super_api.patch(one(role), {"name": "Boss", "description": "Changed."})
    described = super_api.patch(one(role), {"name": role.name, "description": "Ours."})

    assert renamed.status_code == 400
    assert renamed.json() == refusal("A system role cannot be renamed.", "VALIDATION_ERROR")
    assert described.status_code == 200
    assert (described.json()["data"]["name"], described.json()["data"]["description"]) == (
        role.name,
        "Ours.",
    )


# Deleting -------------------------------------------------------------------------------------


def test_role_is_deleted(api, admin, role):
    role.permissions = ["FEEDBACK.can_view"]
    role.save()

    answer = api.delete(one(role))

    assert answer.status_code == 200
    assert answer.json() == success(None, "Role deleted successfully")
    assert not Role.objects.filter(pk=role.pk).exists()
    assert (event().event_type, event().target_id) == ("role.deleted", role.pk)
    assert event().metadata == {
        "role_id": role.pk,
        "tenant_id": admin.tenant_id,
        "name": "Examiner",
        "permissions": ["FEEDBACK.can_view"],
    }
    assert api.delete(one(role)).status_code == 404


@pytest.mark.parametrize("statuses", [["DELETED"], ["ACTIVE", "INACTIVE", "DELETED", "ACTIVE"]])
def test_role_that_somebody_has_is_not_deleted(api, role, statuses):
    for status in statuses:
        UserFactory(tenant=role.tenant, role=role, status=status)

    answer = api.delete(one(role))

    assert answer.status_code == 409
    assert answer.json() == refusal(
        "The role is still assigned to users.", "CONFLICT", {"users": len(statuses)}
    )
    assert Role.objects.filter(pk=role.pk).exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("legacy_role", LegacyRole)
def test_system_role_is_not_deleted(tenant, legacy_role):
    boss = SuperAdminFactory(tenant=tenant)
    role = SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)

    answer = ApiClient(boss).delete(one(role))

    assert answer.status_code == 400
    assert answer.json() == refusal("A system role cannot be deleted.", "VALIDATION_ERROR")
