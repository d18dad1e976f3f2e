"""PATCH /v1/users/me (contract §2)."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection

from accounts.models import ProgrammeMembership, User
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.factories import ProgrammeFactory, StudentFactory, UserFactory
from tests.recorded import recorded

pytestmark = pytest.mark.django_db

ME = "/v1/users/me"
NOON = datetime(2026, 6, 4, 12, tzinfo=UTC)


def patch(client: ApiClient, body):
    return client.patch(ME, body, "application/json")


@pytest.fixture
def ada(tenant) -> User:
    return UserFactory(
        tenant=tenant, first_name="Ada", last_name="Obi", title="Dr", department="Law"
    )


def test_a_change_answers_the_whole_profile(ada):
    programme = ProgrammeFactory(tenant=ada.tenant, code="MBA")
    ProgrammeMembership.objects.create(tenant=ada.tenant, user=ada, programme=programme)
    with time_machine.travel(NOON, tick=False):
        client = ApiClient(ada)
        body = {"first_name": "Adaeze", "last_name": "Eze", "title": "Prof", "department": None}

        answer = patch(client, body)

        assert answer.status_code == 200
        assert answer.json() == {
            "success": True,
            "data": client.get(ME).json()["data"],
            "message": "Profile updated successfully",
        }
    data = answer.json()["data"]
    assert {key: data[key] for key in (*body, "display_name", "programme_codes")} == {
        **body,
        "display_name": "Adaeze Eze",
        "programme_codes": ["MBA"],
    }
    assert data["updated_at"] == "2026-06-04T12:00:00Z"
    assert data["permissions"]["USER_MANAGEMENT"]["can_view"] is True


def test_what_is_not_given_stays(ada):
    answer = patch(ApiClient(ada), {"title": "Prof"})

    data = answer.json()["data"]
    assert [data[key] for key in ("first_name", "last_name", "title", "department")] == [
        "Ada",
        "Obi",
        "Prof",
        "Law",
    ]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"first_name": None, "last_name": None},
        {"first_name": "Ada", "title": "Dr"},
        {"email": "eve@example.com", "role_id": "0" * 24, "status": "DELETED", "id": "0" * 24},
        {"programme_codes": [], "unlimited_sessions": True, "tenant_id": "0" * 24},
        {"middle_name": "M", "legacy_role": "SUPER_ADMIN", "password": "x", "permissions": {}},
    ],
)
def test_what_says_nothing_new_or_is_not_theirs_to_change_changes_nothing(ada, body):
    client = ApiClient(ada)
    before = client.get(ME).json()["data"]
    stored = User.objects.values().get(pk=ada.pk)

    answer = patch(client, body)

    assert (answer.status_code, answer.json()["data"]) == (200, before)
    assert User.objects.values().get(pk=ada.pk) == stored
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("field", ["title", "department"])
def test_null_and_empty_text_clear_what_can_be_empty(ada, field):
    client = ApiClient(ada)

    for empty in (None, ""):
        User.objects.filter(pk=ada.pk).update(**{field: "x"})
        assert patch(client, {field: empty}).json()["data"][field] is None


@pytest.mark.parametrize(
    ("field", "longest"),
    [("first_name", 255), ("last_name", 255), ("title", 100), ("department", 255)],
)
def test_texts_have_the_documented_lengths(ada, field, longest):
    client = ApiClient(ada)

    assert patch(client, {field: "ü" * longest}).json()["data"][field] == "ü" * longest
    answer = patch(client, {field: "ü" * (longest + 1)})

    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["details"]["errors"]] == [field]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"first_name": ""}, "first_name"),
        ({"last_name": "  "}, "last_name"),
        ({"first_name": 7}, "first_name"),
        ({"title": ["Dr"]}, "title"),
        ({"department": "a\0b"}, "department"),
        ([], ""),
    ],
)
def test_a_malformed_body_is_refused(ada, body, field):
    answer = patch(ApiClient(ada), body)

    assert (answer.status_code, answer.json()["code"]) == (422, "VALIDATION_ERROR")
    assert [error["field"] for error in answer.json()["details"]["errors"]] == [field]


def test_any_role_may_change_itself_and_nobody_else(tenant):
    student, other = StudentFactory(tenant=tenant), StudentFactory(tenant=tenant)

    assert patch(ApiClient(student), {"first_name": "New"}).status_code == 200

    other.refresh_from_db()
    assert other.first_name == "Ada"


def test_a_change_is_recorded_with_what_was_before(ada):
    client = ApiClient(ada)

    patch(client, {"first_name": "Adaeze", "last_name": "Obi", "department": None})

    assert recorded(AuditEvent.objects.get(), {"id", "event_time", "request_id"}) == {
        "tenant_id": ada.tenant_id,
        "actor_user_id": ada.pk,
        "actor_email": ada.email,
        "actor_name": "Ada Obi",
        "target_type": "user",
        "target_id": ada.pk,
        "event_type": "user.updated",
        "metadata": {
            "user_id": ada.pk,
            "tenant_id": ada.tenant_id,
            "changes": {
                "first_name": {"before": "Ada", "after": "Adaeze"},
                "department": {"before": "Law", "after": None},
            },
        },
        "address": "127.0.0.1",
        "user_agent": None,
    }


def test_what_can_not_be_recorded_is_not_changed(ada):
    client = ApiClient(ada)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE tenants_auditevent ADD CHECK (event_type = 'none') NOT VALID")

    answer = patch(client, {"first_name": "Adaeze"})

    assert answer.status_code == 422  # what the database refused, as far as anybody can tell
    ada.refresh_from_db()
    assert (ada.first_name, ada.updated_at) == ("Ada", None)
