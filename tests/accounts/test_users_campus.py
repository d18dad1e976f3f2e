"""SIS id and cohort of a student by PATCH /v1/console/users/{user_id} (contract §5, §17)."""

import pytest

from accounts.models import LegacyRole, User, UserStatus
from accounts.models.user import LONGEST_COHORT, LONGEST_SIS_ID, SIS_ID_TAKEN
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.factories import (
    FacultyFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

USERS = "/v1/console/users"
STAFF = "Only students have a SIS id and a cohort."


def change(api, user, **body):
    return api.patch(f"{USERS}/{user.pk}", body)


def kept(user) -> tuple[str | None, str | None]:
    user = User.objects.get(pk=user.pk)
    return user.sis_id, user.cohort


def test_both_are_set_changed_and_cleared_with_a_trail(api, tenant):
    student = StudentFactory(tenant=tenant)

    for body, after in (
        ({"sis_id": " 0007/A  b ", "cohort": " 2026\u00a0 A "}, ("0007/A  b", "2026 A")),
        ({"sis_id": "0007/a  b"}, ("0007/a  b", "2026 A")),
        ({"first_name": "Ada"}, ("0007/a  b", "2026 A")),
        ({"sis_id": "", "cohort": " "}, (None, None)),
        ({"sis_id": "7", "cohort": "é"}, ("7", "é")),
        ({"sis_id": None, "cohort": None}, (None, None)),
    ):
        assert change(api, student, **body).status_code == 200
        assert kept(student) == after

    changes = [
        event.metadata["changes"]
        for event in AuditEvent.objects.for_tenant(tenant)
        .filter(event_type="user.updated")
        .order_by("event_time", "pk")
    ]
    assert changes[0] == {
        "sis_id": {"before": None, "after": "0007/A  b"},
        "cohort": {"before": None, "after": "2026 A"},
    }
    assert changes[1] == {"sis_id": {"before": "0007/A  b", "after": "0007/a  b"}}
    assert changes[-1] == {
        "sis_id": {"before": "7", "after": None},
        "cohort": {"before": "é", "after": None},
    }


def test_what_stays_the_same_leaves_no_trace(api, tenant):
    student = StudentFactory(tenant=tenant, sis_id="S-1", cohort="2026")

    assert change(api, student, sis_id=" S-1 ", cohort="2026 ").status_code == 200

    assert not AuditEvent.objects.for_tenant(tenant).filter(event_type="user.updated").exists()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("sis_id", "x" * (LONGEST_SIS_ID + 1), "no more than 255 characters"),
        ("sis_id", "a\tb", "Take out the tab at position 2."),
        ("sis_id", "a\nb", "it has a line break at position 2"),
        ("sis_id", "a\u200bb", "which nobody sees: U+200B"),
        ("sis_id", "a\x00b", "Take out the character at position 2"),
        ("sis_id", "2.02601E+11", "a number that a spreadsheet has rounded"),
        ("sis_id", 7, "Not a valid string."),
        ("sis_id", ["7"], "Not a valid string."),
        ("cohort", "x" * (LONGEST_COHORT + 1), "no more than 100 characters"),
        ("cohort", "a\u202eb", "which nobody sees: U+202E"),
        ("cohort", 2026, "Not a valid string."),
    ],
)
def test_what_is_none_is_refused_and_nothing_is_changed(api, tenant, field, value, said):
    student = StudentFactory(tenant=tenant, first_name="Ada", sis_id="S-1", cohort="2026")

    answer = change(api, student, first_name="Eve", **{field: value})

    assert answer.status_code == 422
    (error,) = answer.json()["details"]["errors"]
    assert error["field"] == field
    assert said in error["message"]
    assert (kept(student), User.objects.get(pk=student.pk).first_name) == (("S-1", "2026"), "Ada")


def test_the_longest_are_taken(api, tenant):
    student = StudentFactory(tenant=tenant)
    longest = {"sis_id": "\U0001f393" * LONGEST_SIS_ID, "cohort": "é" * LONGEST_COHORT}

    assert change(api, student, **longest).status_code == 200
    assert kept(student) == (longest["sis_id"], longest["cohort"])


@pytest.mark.parametrize("status", UserStatus.values)
def test_an_id_belongs_to_one_person_of_a_university(api, tenant, status):
    StudentFactory(tenant=tenant, sis_id="S-1", status=status)
    StudentFactory(sis_id="S-2")
    student = StudentFactory(tenant=tenant, sis_id="S-3")

    answer = change(api, student, sis_id="S-1", cohort="2026")

    assert (answer.status_code, answer.json()["error"]) == (409, SIS_ID_TAKEN)
    assert kept(student) == ("S-3", None)
    # Another university's, and the same in other letters, are other ids.
    for free in ("S-2", "s-1"):
        assert change(api, student, sis_id=free).status_code == 200


def test_staff_have_neither(api, tenant):
    for user in (FacultyFactory(tenant=tenant), UserFactory(tenant=tenant, role=None)):
        for body in ({"sis_id": "S-1"}, {"cohort": "2026"}, {"sis_id": "S-1", "first_name": "A"}):
            answer = change(api, user, **body)
            assert (answer.status_code, answer.json()["error"]) == (400, STAFF)
        assert change(api, user, sis_id=None, cohort="").status_code == 200
        assert kept(user) == (None, None)


def test_who_becomes_staff_and_student_again_keeps_both(tenant):
    api = ApiClient(SuperAdminFactory(tenant=tenant))
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
    student = StudentFactory(tenant=tenant, sis_id="S-1", cohort="2026")
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])

    assert change(api, student, role_id=role.pk, sis_id="S-2").status_code == 400
    assert change(api, student, role_id=role.pk, sis_id="S-1").status_code == 200
    assert kept(student) == ("S-1", "2026")
    assert change(api, student, cohort="2027").status_code == 400

    # Whoever wonders whose id it is finds them among the staff.
    listed = api.get(USERS, {"search": " S-1 "}).json()["data"]
    assert [row["id"] for row in listed] == [student.pk]
    assert api.get(USERS, {"search": "S-"}).json()["data"] == []

    api.post(f"{USERS}/{student.pk}/return-to-students")
    line = api.get(f"/v1/console/students/{student.pk}").json()["data"]
    assert (line["student_number"], line["cohort"]) == ("S-1", "2026")


def test_answers_about_users_keep_their_keys(api, tenant):
    student = StudentFactory(tenant=tenant, sis_id="S-1", cohort="2026")

    for answer in (change(api, student, title="Dr"), api.get(f"{USERS}/{student.pk}")):
        assert not {"sis_id", "cohort", "student_number"} & set(answer.json()["data"])


def test_another_universitys_student_is_not_there(api):
    assert change(api, StudentFactory(), sis_id="S-1").status_code == 404


def test_who_may_not_edit_users_changes_nothing(tenant):
    student = StudentFactory(tenant=tenant)
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])
    viewer = ApiClient(UserFactory(tenant=tenant, role=role))

    assert change(viewer, student, sis_id="S-1", cohort="2026").status_code == 403
    assert kept(student) == (None, None)
