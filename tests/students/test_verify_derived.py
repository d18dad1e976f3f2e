"""The command verify_derived finds what is wrong, says where, and puts it right."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from programmes.models import Programme
from students.models import SearchEntry, Session, StudentCount
from tests.counters import calls_of
from tests.factories import (
    GradeFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    TenantFactory,
)
from tests.students.panel_truth import kept_and_true
from tests.students.test_progress import assert_true
from tests.threads import at_once

RIGHT = [
    "last_seen_at of users: right",
    "programme sets of users: right",
    "labels of programme sets: right",
    "search entries of students: right",
    "counts of students: right",
    "progress of students: right",
    "counts of progress: right",
]

# A way to break each thing kept, and what is then wrong; triggers are off meanwhile.
ERRORS = {
    "a moment": ("UPDATE accounts_user SET last_seen_at = now()", {0, 3, 4}),
    "a set": ("UPDATE accounts_user SET programme_set_id = NULL", {1, 3, 4, 5}),
    "a missing set": ("DELETE FROM accounts_programmeset", {1, 4}),
    "another tenant's set": ("UPDATE accounts_programmeset SET tenant_id = 'x'", {1}),
    "a set's programmes": ("UPDATE accounts_programmeset SET programmes = '{x}'", {1, 2, 4}),
    "a label": ("UPDATE accounts_programmeset SET label = 'x'", {2}),
    "an entry's text": ("UPDATE students_searchentry SET text = 'x'", {3}),
    "a missing entry": ("DELETE FROM students_searchentry", {3}),
    "an entry of nobody": ("UPDATE students_searchentry SET user_id = 'x'", {3}),
    "a count": ("UPDATE students_studentcount SET n = n + 1", {4}),
    "missing counts": ("DELETE FROM students_studentcount", {4}),
    "counts appended twice": (
        """
        INSERT INTO students_studentcount
            (tenant_id, programme, gram, status, dated, day, n, ticket)
        SELECT tenant_id, programme, gram, status, dated, day, n, 7 FROM students_studentcount
        """,
        {4},
    ),
    "a status that nobody saw change": ("UPDATE accounts_user SET status = 'INACTIVE'", {3, 4}),
    "a membership that nobody saw": ("DELETE FROM accounts_programmemembership", {1}),
    "a session that nobody saw": ("DELETE FROM students_session", {0, 5}),
    "a number of sessions": (
        "UPDATE students_standing SET counted_sessions = 9, graded_sessions = 0",
        {5, 6},
    ),
    "missing progress": ("DELETE FROM students_standing", {5, 6}),
    "a count of progress": ("UPDATE students_standingcount SET n = n + 1", {6}),
    "missing counts of progress": ("DELETE FROM students_standingcount", {6}),
    "a new name that nobody saw": ("UPDATE programmes_programme SET name = 'x'", {2}),
}


@pytest.fixture
def campus(tenant):
    programmes = ProgrammeFactory.create_batch(2, tenant=tenant)
    session = SessionFactory(user=StudentFactory(tenant=tenant, programmes=programmes))
    GradeFactory(session=session)
    return tenant


def verify(*arguments: str) -> list[str]:
    """Return what the command says, without the wrong rows themselves."""
    said = StringIO()
    try:
        call_command("verify_derived", *arguments, stdout=said)
    except CommandError as error:
        return [*_lines(said), str(error)]
    return _lines(said)


def _lines(said: StringIO) -> list[str]:
    return [line for line in said.getvalue().splitlines() if not line.startswith(" ")]


def unseen(statement: str, *parameters: str) -> None:
    """Execute a statement with all triggers off."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, parameters)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def test_nothing_is_wrong_at_first(campus):
    assert verify() == RIGHT


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_is_found_and_repaired(campus, error):
    statement, wrong = ERRORS[error]
    unseen(statement)

    said = verify()

    assert {at for at, line in enumerate(said[:7]) if line.endswith(" wrong")} == wrong
    assert said[7] == "Lists show wrong rows. Run with --repair."
    assert verify("--repair")[-8:] == ["Repaired; what is there now:", *RIGHT]
    kept, true = kept_and_true()
    assert kept == true
    assert_true()


@pytest.mark.parametrize(
    ("loss", "adding", "repair"),
    [
        ("DELETE FROM students_studentcount", "add_student_counts", "repair_panel"),
        ("DELETE FROM students_standingcount", "add_standing_counts", "repair_standings"),
    ],
)
def test_each_tenant_is_repaired_by_itself(campus, loss, adding, repair):
    """Who adds to counts looks through all it is given for each tenant: of a thousand, for long."""
    for _ in range(2):
        GradeFactory(session=SessionFactory(user=StudentFactory(tenant=TenantFactory())))

    def calls_of_repair() -> int:
        calls = calls_of(adding)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {repair}()")
        return calls()

    with_nothing_wrong = calls_of_repair()
    unseen(loss)
    assert calls_of_repair() == with_nothing_wrong + 3
    assert verify() == RIGHT


def test_the_wrong_rows_are_named(campus):
    student = StudentFactory(tenant=campus)
    unseen("DELETE FROM students_searchentry WHERE user_id = %s", student.pk)
    said = StringIO()

    with pytest.raises(CommandError):
        call_command("verify_derived", stdout=said)

    assert f"search entries of students: 1 wrong\n    {student.pk}\n" in said.getvalue()


def test_who_writes_afterwards_starts_from_what_was_repaired(campus):
    unseen("UPDATE students_studentcount SET n = n + 5")
    verify("--repair")
    StudentFactory(tenant=campus, programmes=Programme.objects.all())
    assert verify() == RIGHT


@pytest.mark.django_db(transaction=True)
def test_repairs_and_writers_at_once_lose_nothing(campus):
    students = StudentFactory.create_batch(4, tenant=campus, programmes=Programme.objects.all())
    StudentCount.objects.update(n=100)
    SearchEntry.objects.all().delete()

    def act(index: int) -> None:
        if index >= len(students):
            verify("--repair")
            return
        for _ in range(3):
            SessionFactory(user=students[index])
            Session.objects.filter(user=students[index]).first().delete()
            StudentFactory(tenant=campus, email=f"{index}.{_}@example.com")

    at_once(act, len(students) + 2)

    kept, true = kept_and_true()
    assert kept == true


@pytest.mark.parametrize(
    ("name", "parts"), [("verify_panel", RIGHT[:5]), ("verify_standings", RIGHT[5:])]
)
def test_former_names_go_on_for_their_parts(campus, name, parts):
    said = StringIO()
    call_command(name, stdout=said)
    assert _lines(said) == parts
