"""GET /v1/users/me (contract §2)."""

from datetime import UTC, datetime

import pytest

from accounts.models import ProgrammeMembership
from config.permissions import Action, Module
from tests.clients import ApiClient
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    SuperAdminFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ME = "/v1/users/me"


def row(granted: str = "") -> dict[str, bool]:
    return {action: action[4] in granted for action in Action}


def test_profile_answers_the_whole_user_with_permissions(tenant):
    faculty = FacultyFactory(
        tenant=tenant,
        email="ada.obi@example.com",
        first_name="Ada",
        last_name="Obi",
        created_at=datetime(2026, 1, 15, 10, 30, tzinfo=UTC),
    )
    for code in ["MPH", "MBA"]:
        programme = ProgrammeFactory(tenant=tenant, code=code)
        ProgrammeMembership.objects.create(tenant=tenant, user=faculty, programme=programme)
    client = ApiClient(faculty)
    faculty.refresh_from_db()

    answer = client.get(ME)

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": {
            "id": faculty.pk,
            "email": "ada.obi@example.com",
            "first_name": "Ada",
            "last_name": "Obi",
            "middle_name": None,
            "display_name": "Ada Obi",
            "role_id": faculty.role_id,
            "role_name": "Faculty",
            "status": "ACTIVE",
            "title": None,
            "department": None,
            "unlimited_sessions": False,
            "programme_codes": ["MPH", "MBA"],
            "last_activity_at": f"{faculty.last_activity_at:%Y-%m-%dT%H:%M:%SZ}",
            "created_at": "2026-01-15T10:30:00Z",
            "updated_at": None,
            "permissions": {
                "USER_MANAGEMENT": row("v"),
                "ROLE_MANAGEMENT": row(),
                "TENANT_MANAGEMENT": row(),
                "CASE_STUDIES": {**row("vc"), "can_edit": True, "can_export": False},
                "KNOWLEDGE_BASES": {**row("vc"), "can_edit": True, "can_export": False},
                "FEEDBACK": row("v"),
                "PROGRAMMES": row("v"),
                "ATTEMPT_MANAGEMENT": row("vc"),
                "STUDENT_PERFORMANCE": row("v"),
            },
        },
        "message": None,
    }


def test_profile_of_a_super_admin_grants_everything_whatever_is_stored(tenant):
    super_admin = SuperAdminFactory(tenant=tenant)
    super_admin.role.permissions = []
    super_admin.role.save()

    permissions = ApiClient(super_admin).get(ME).json()["data"]["permissions"]

    everything = {module: dict.fromkeys(Action, True) for module in Module}
    assert permissions == everything


def test_profile_without_a_role_has_no_permissions(tenant):
    data = ApiClient(UserFactory(tenant=tenant, role=None)).get(ME).json()["data"]

    assert (data["role_id"], data["role_name"], data["permissions"]) == (None, None, {})


def test_profile_of_a_role_without_flags_lists_all_modules_as_closed(tenant):
    data = ApiClient(UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant))).get(ME).json()

    closed = {module: dict.fromkeys(Action, False) for module in Module}
    assert data["data"]["permissions"] == closed
