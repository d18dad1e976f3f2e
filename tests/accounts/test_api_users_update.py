"""PATCH /v1/console/users/{user_id}: what changes, and how (contract §5)."""

import pytest

from accounts.models import ProgrammeMembership, User
from tenants.models import AuditEvent
from tests.accounts.users import changes, stored, url
from tests.config.refusals import refusal
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
)

pytestmark = pytest.mark.django_db


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
        ({"programme_codes": ["M" * 256]}, "programme_codes.0"),
        ({"programme_codes": ["MPH"] * 1001}, "programme_codes"),
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
