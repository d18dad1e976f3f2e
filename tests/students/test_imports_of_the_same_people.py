"""Canvas, OneRoster, Moodle and Excel tell of the same people, who stay the same (contract §17)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import LegacyRole, User
from tests.clients import ApiClient
from tests.factories import ProgrammeFactory, SystemRoleFactory, TenantFactory, UserFactory
from tests.mail import work
from tests.students.imports_api import confirm, job_of, send_form
from tests.students.test_roster.packages import packed, workbook
from tests.students.test_roster.test_same_people import (
    Person,
    canvas_rows,
    moodle_rows,
    oneroster_rows,
    text,
)

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = [
    Person("00007", "Adaeze", "Nwosu", "adaeze@uni.example", "2026-A", is_active=True),
    Person("00008", "Björn", "van der Merwe", "bjorn@uni.example", "2026-A", is_active=True),
    Person("00009", "Thị", "D’Arcy-Nwosu", "thi@uni.example", None, is_active=False),
    Person("A 10", "Łukasz", "O'Connor", "lukasz@uni.example", "Höhere Klasse", is_active=True),
]
MARRIED = [
    person._replace(first=f"{person.first}a", last="Eze", address=f"new.{n}@college.example")
    for n, person in enumerate(PEOPLE)
]


def canvas(people: list[Person]) -> tuple[str, bytes]:
    enrolments = [["course_id", "user_id", "role", "status"]]
    enrolments += [["MPH", person.sis_id, "student", "active"] for person in people]
    files = {"users.csv": text(canvas_rows(people)), "enrollments.csv": text(enrolments)}
    return "canvas.zip", packed(files)


def oneroster(people: list[Person]) -> tuple[str, bytes]:
    roles = [["userSourcedId", "roleType", "role"]]
    roles += [[person.sis_id, "primary", "student"] for person in people]
    files = {"users.csv": text(oneroster_rows(people)), "roles.csv": text(roles)}
    return "oneroster.zip", packed(files)


def moodle(people: list[Person]) -> tuple[str, bytes]:
    return "moodle.csv", text(moodle_rows(people), delimiter=";").encode()


def excel(people: list[Person]) -> tuple[str, bytes]:
    return "roster.xlsx", workbook(canvas_rows(people))


FORMATS = [canvas, oneroster, moodle, excel]


@pytest.fixture
def campus():
    """Return a client for somebody of a new university who may import rosters."""

    def made() -> ApiClient:
        tenant = TenantFactory()
        SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
        ProgrammeFactory(tenant=tenant, code="MPH")
        return ApiClient(UserFactory(tenant=tenant))

    return made


def imported(client: ApiClient, file: tuple[str, bytes]) -> dict[str, int]:
    """Import a file as an administrator does, whatever changes; return the figures of its plan."""
    sent = {"file": SimpleUploadedFile(*file), "programme": "MPH", "max_change": "100%"}
    import_id = send_form(client, sent).json()["data"]["id"]
    work()
    job = job_of(client, import_id)
    assert job["status"] == "checked", job["refusal"]
    assert confirm(client, job).status_code == 202
    work()
    assert job_of(client, import_id)["status"] == "imported"
    return job["counts"]


def told(client: ApiClient) -> dict[str, tuple]:
    """Return what the API says of each student, by their number."""
    rows = client.get("/v1/console/students", {"limit": 100}).json()["data"]
    details = [client.get(f"/v1/console/students/{row['user_id']}").json()["data"] for row in rows]
    return {
        one["student_number"]: (
            *(one["student_name"], one["student_email"], one["cohort"], one["status"]),
            tuple(programme["code"] for programme in one["programmes"]),
        )
        for one in details
    }


def as_it_should_be(people: list[Person]) -> dict[str, tuple]:
    return {
        person.sis_id: (
            *(f"{person.first} {person.last}", person.address, person.cohort),
            "active" if person.is_active else "inactive",
            ("MPH",) if person.is_active else (),
        )
        for person in people
    }


def without_programmes(students: dict[str, tuple]) -> dict[str, tuple]:
    return {number: facts[:-1] for number, facts in students.items()}


@pytest.mark.parametrize("written", FORMATS)
def test_each_format_makes_the_same_students(campus, written):
    client = campus()

    counts = imported(client, written(PEOPLE))

    assert counts["created"] == len(PEOPLE)
    assert without_programmes(told(client)) == without_programmes(as_it_should_be(PEOPLE))
    assert {number for number, facts in told(client).items() if "MPH" in facts[-1]} >= {
        person.sis_id for person in PEOPLE if person.is_active
    }


def test_one_format_after_the_other_changes_nothing(campus):
    client = campus()
    imported(client, canvas(PEOPLE))
    before = told(client)

    for written in FORMATS:
        counts = imported(client, written(PEOPLE))
        assert (counts["unchanged"], counts["created"], counts["updated"]) == (len(PEOPLE), 0, 0)

    assert told(client) == before


@pytest.mark.parametrize("written", FORMATS)
def test_whoever_gets_another_name_and_address_stays_the_same_student(campus, written):
    client = campus()
    imported(client, canvas(PEOPLE))
    ids = set(User.objects.exclude(sis_id=None).values_list("sis_id", "pk"))

    counts = imported(client, written(MARRIED))

    assert (counts["created"], counts["addresses"]) == (0, len(PEOPLE))
    assert set(User.objects.exclude(sis_id=None).values_list("sis_id", "pk")) == ids
    assert without_programmes(told(client)) == without_programmes(as_it_should_be(MARRIED))
