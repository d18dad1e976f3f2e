"""Each request of the users' document, answered as printed there."""

from datetime import UTC, datetime

import pytest
import time_machine

from accounts.models import Invitation, ProgrammeMembership, User
from accounts.services.invitations import issue_invitation
from tests.clients import ApiClient
from tests.config.refusals import refusal
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SystemRoleFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

USERS = "/v1/console/users"
FACULTY = "6650a0b1c2d3e4f5a6b7c8da"
JOHN = "6650a1b2c3d4e5f6a7b8c9d0"
INVITED_AT = datetime(2025, 6, 1, 14, 0, tzinfo=UTC)

INVITATION = {
    "email": "faculty@example.com",
    "first_name": "John",
    "last_name": "Doe",
    "role_id": FACULTY,
    "programme_codes": ["MPH", "MBA"],
}


@pytest.fixture
def faculty(tenant):
    return SystemRoleFactory(tenant=tenant, legacy_role="FACULTY", pk=FACULTY)


@pytest.fixture
def programmes(tenant):
    return [ProgrammeFactory(tenant=tenant, code=code) for code in ("MPH", "MBA")]


@pytest.fixture
def john(faculty, programmes):
    """The user of the document's list."""
    user = UserFactory(
        pk=JOHN,
        tenant=faculty.tenant,
        role=faculty,
        email="john.doe@example.com",
        first_name="John",
        last_name="Doe",
        created_at=datetime(2025, 1, 15, 10, 30, tzinfo=UTC),
    )
    for programme in programmes:
        ProgrammeMembership.objects.create(tenant=user.tenant, user=user, programme=programme)
    return user


def full(**changed) -> dict:
    """Return John in full, as the document prints users."""
    return {
        "id": JOHN,
        "email": "john.doe@example.com",
        "first_name": "John",
        "last_name": "Doe",
        "middle_name": None,
        "display_name": "John Doe",
        "role_id": FACULTY,
        "role_name": "Faculty",
        "status": "ACTIVE",
        "title": None,
        "department": None,
        "unlimited_sessions": False,
        "programme_codes": ["MPH", "MBA"],
        "last_activity_at": None,
        "created_at": "2025-01-15T10:30:00Z",
        "updated_at": None,
    } | changed


def success(data: dict, message: str | None) -> dict:
    return {"success": True, "data": data, "message": message}


@pytest.fixture
def now():
    """Freeze the moment at which the document's user is invited."""
    with time_machine.travel(INVITED_AT, tick=False):
        yield "2025-06-01T14:00:00Z"


def test_list_users(api, john):
    UserFactory(tenant=john.tenant)
    FacultyFactory(tenant=john.tenant, status="INACTIVE")
    StudentFactory(tenant=john.tenant)

    answer = api.get(f"{USERS}?role=FACULTY&limit=10")

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": [
            {
                "id": "6650a1b2c3d4e5f6a7b8c9d0",
                "email": "john.doe@example.com",
                "first_name": "John",
                "last_name": "Doe",
                "display_name": "John Doe",
                "role_id": "6650a0b1c2d3e4f5a6b7c8da",
                "role_name": "Faculty",
                "status": "ACTIVE",
                "created_at": "2025-01-15T10:30:00Z",
            }
        ],
        "total": 1,
        "page": 1,
        "page_size": 10,
        "total_pages": 1,
        "message": None,
    }


def test_create_user(admin, faculty, programmes, now):
    answer = ApiClient(admin).post(USERS, INVITATION)

    made = User.objects.get(email="faculty@example.com")
    assert answer.status_code == 201
    assert answer.json() == {
        "success": True,
        "data": {
            "id": made.pk,
            "email": "faculty@example.com",
            "first_name": "John",
            "last_name": "Doe",
            "middle_name": None,
            "display_name": "John Doe",
            "role_id": "6650a0b1c2d3e4f5a6b7c8da",
            "role_name": "Faculty",
            "status": "ACTIVE",
            "title": None,
            "department": None,
            "unlimited_sessions": False,
            "programme_codes": ["MPH", "MBA"],
            "last_activity_at": None,
            "created_at": "2025-06-01T14:00:00Z",
            "updated_at": None,
        },
        "message": "User created successfully",
    }
    assert not made.has_usable_password()
    assert Invitation.objects.get().user == made


def test_create_user_with_an_email_that_exists_already(api, john, programmes):
    answer = api.post(USERS, INVITATION | {"email": "John.Doe@example.com"})

    assert answer.status_code == 409
    assert answer.json() == refusal("A user with this e-mail address exists already.", "CONFLICT")


def test_create_user_with_an_unknown_role(api, programmes):
    RoleFactory(pk=FACULTY)  # another tenant's

    answer = api.post(USERS, INVITATION)

    assert answer.status_code == 404
    assert answer.json() == refusal("There is no such role.", "NOT_FOUND")


@pytest.mark.parametrize(
    ("legacy_role", "name"), [("STUDENT", "Student"), ("SUPER_ADMIN", "Super Admin")]
)
def test_create_user_with_a_role_that_cannot_be_assigned(api, tenant, legacy_role, name):
    role = SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)

    answer = api.post(USERS, INVITATION | {"role_id": role.pk, "programme_codes": []})

    assert answer.status_code == 400
    assert answer.json() == refusal(f"The {name} role cannot be assigned.", "VALIDATION_ERROR")


def test_create_user_with_an_invalid_email(api, faculty, programmes):
    answer = api.post(USERS, INVITATION | {"email": "faculty at example.com"})

    problem = {"field": "email", "message": "Enter a valid email address."}
    assert answer.status_code == 422
    assert answer.json() == refusal(
        "The request is not valid.", "VALIDATION_ERROR", {"errors": [problem]}
    )


def test_get_user(api, john):
    answer = api.get(f"{USERS}/{JOHN}")

    assert answer.status_code == 200
    assert answer.json() == success(full(), None)


def test_update_user(admin, john, now):
    role = RoleFactory(tenant=john.tenant, name="Examiner")

    answer = ApiClient(admin).patch(
        f"{USERS}/{JOHN}", {"role_id": role.pk, "unlimited_sessions": True}
    )

    assert answer.status_code == 200
    assert answer.json() == success(
        full(role_id=role.pk, role_name="Examiner", unlimited_sessions=True, updated_at=now),
        "User updated successfully",
    )


@pytest.mark.parametrize("status", ["INACTIVE", "DELETED"])
def test_activate_user(admin, john, now, status):
    User.objects.filter(pk=JOHN).update(status=status)

    answer = ApiClient(admin).post(f"{USERS}/{JOHN}/activate")

    assert answer.status_code == 200
    assert answer.json() == success(full(updated_at=now), "User activated successfully")


def test_deactivate_user(admin, john, now):
    answer = ApiClient(admin).post(f"{USERS}/{JOHN}/deactivate")

    assert answer.status_code == 200
    assert answer.json() == success(
        full(status="INACTIVE", updated_at=now), "User deactivated successfully"
    )


def test_resend_invite(api, john):
    first = issue_invitation(actor=None, user=john)

    answer = api.post(f"{USERS}/{JOHN}/resend-invite")

    assert answer.status_code == 200
    assert answer.json() == success(full(), "Invite resent successfully")
    assert Invitation.objects.exclude(pk=first.pk).get().replaced_at is None


def test_resend_invite_to_a_user_who_has_accepted(api, john):
    issue_invitation(actor=None, user=john)
    Invitation.objects.update(accepted_at=INVITED_AT)

    answer = api.post(f"{USERS}/{JOHN}/resend-invite")

    assert (answer.status_code, answer.json()["code"]) == (400, "VALIDATION_ERROR")
    assert Invitation.objects.count() == 1


def test_delete_user(admin, john, now):
    answer = ApiClient(admin).delete(f"{USERS}/{JOHN}")

    assert answer.status_code == 200
    assert answer.json() == success(
        full(status="DELETED", updated_at=now), "User deleted successfully"
    )
    assert User.objects.filter(pk=JOHN, status="DELETED").exists()
