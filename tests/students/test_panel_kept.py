"""What the database keeps for the panel stays true under any write, in SQL, API and threads."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from accounts.models import LegacyRole, ProgrammeMembership, User
from config.ids import new_id
from programmes.models import Programme
from students.models import SearchEntry, Session, StudentCount
from tests.contents import undone
from tests.factories import (
    CaseStudyFactory,
    FacultyFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    SystemRoleFactory,
    TenantFactory,
)
from tests.students.panel_truth import kept_and_true
from tests.threads import at_once

pytestmark = pytest.mark.drill

START = datetime(2026, 4, 1, 22, 30, tzinfo=UTC)

# What anybody may do in plain SQL. `some` are users, `a` and `b` programmes of theirs.
STATEMENTS = [
    """
    INSERT INTO accounts_user (
        id, tenant_id, role_id, status, first_name, middle_name, last_name, email, password,
        unlimited_sessions, created_at
    )
    SELECT id, %(tenant)s, %(role)s, %(status)s, first, nullif(middle, ''), last,
        'a' || id || '@example.com', '!', false, now()
    FROM unnest(%(ids)s::text[], %(firsts)s::text[], %(middles)s::text[], %(lasts)s::text[])
        AS row (id, first, middle, last)
    """,
    """
    INSERT INTO accounts_programmemembership (tenant_id, user_id, programme_id)
    SELECT %(tenant)s, id, programme
    FROM unnest(%(some)s::text[]) AS id, unnest(ARRAY[%(a)s, %(b)s]) AS programme
    ON CONFLICT DO NOTHING
    """,
    """
    INSERT INTO accounts_programmemembership (tenant_id, user_id, programme_id)
    SELECT %(tenant)s, id, %(a)s FROM unnest(%(some)s::text[]) AS id
    ON CONFLICT (user_id, programme_id) DO UPDATE SET tenant_id = excluded.tenant_id
    """,
    "DELETE FROM accounts_programmemembership WHERE programme_id = %(a)s",
    "DELETE FROM accounts_programmemembership WHERE user_id = ANY(%(some)s)",
    """
    UPDATE accounts_programmemembership SET programme_id = %(a)s
    WHERE programme_id = %(b)s AND user_id NOT IN (
        SELECT user_id FROM accounts_programmemembership WHERE programme_id = %(a)s
    )
    """,
    "UPDATE accounts_user SET status = %(status)s WHERE id = ANY(%(some)s)",
    "UPDATE accounts_user SET role_id = %(role)s WHERE id = ANY(%(some)s)",
    "UPDATE accounts_user SET first_name = %(name)s WHERE id = ANY(%(some)s)",
    "UPDATE accounts_user SET middle_name = %(name)s, title = 'Dr' WHERE id = ANY(%(some)s)",
    "UPDATE accounts_user SET programme_set_id = NULL, last_seen_at = now()",
    "UPDATE accounts_user SET last_name = first_name, first_name = last_name WHERE last_name <> ''",
    """
    INSERT INTO students_session (
        id, tenant_id, user_id, case_study_id, start_time, status, elapsed_active_time,
        reconnect_count, duration_limit, transcript_status, grading_status, created_at
    )
    SELECT id, %(tenant)s, user_id, %(case_study)s, %(moment)s, 'active', 0, 0, 600, 'processing',
        'pending', now()
    FROM unnest(%(ids)s::text[], %(some)s::text[]) AS row (id, user_id)
    WHERE id IS NOT NULL AND user_id IS NOT NULL
    """,
    """
    UPDATE students_session SET start_time = %(moment)s, end_time = NULL
    WHERE user_id = ANY(%(some)s)
    """,
    "UPDATE students_session SET last_activity = start_time + interval '1 day'",
    "DELETE FROM students_session WHERE user_id = ANY(%(some)s)",
    "UPDATE programmes_programme SET name = %(name)s WHERE id = %(a)s",
    """
    UPDATE programmes_programme SET code = reverse(code), name = name || '!'
    WHERE tenant_id = %(tenant)s
    """,
    """
    DELETE FROM accounts_user WHERE id = ANY(%(some)s)
        AND NOT EXISTS (SELECT FROM students_session WHERE user_id = accounts_user.id)
        AND NOT EXISTS (
            SELECT FROM accounts_programmemembership WHERE user_id = accounts_user.id
        )
    """,
]
NAMES = ["Ada", "Zoë", "Ab", "Öz", "Line\nbreak", "ß", "A%_\\", "Νίκος"]


@pytest.fixture
def campus(tenant):
    """A university with programmes, a case study and roles, and another one beside it."""
    for where in (tenant, TenantFactory()):
        programmes = ProgrammeFactory.create_batch(4, tenant=where)
        CaseStudyFactory(tenant=where)
        for role in (LegacyRole.STUDENT, LegacyRole.FACULTY):
            SystemRoleFactory(tenant=where, legacy_role=role)
        SessionFactory(user=StudentFactory(tenant=where, programmes=programmes[:2]))
        FacultyFactory(tenant=where)
    return tenant


def drawn(chance: random.Random, tenant) -> dict:
    """Return parameters for any of the statements."""
    people = list(User.objects.filter(tenant=tenant).order_by("pk").values_list("pk", flat=True))
    programmes = Programme.objects.filter(tenant=tenant).order_by("pk")
    a, b = chance.sample([programme.pk for programme in programmes], 2)
    ids = [new_id() for _ in range(chance.choice([1, 3]))]
    return {
        "tenant": tenant.pk,
        "role": chance.choice(
            [*tenant_roles(tenant, "STUDENT") * 3, *tenant_roles(tenant, "FACULTY"), None]
        ),
        "case_study": CaseStudyFactory._meta.model.objects.filter(tenant=tenant).first().pk,
        "status": chance.choice(["ACTIVE", "ACTIVE", "INACTIVE", "DELETED"]),
        "ids": ids,
        "firsts": [chance.choice(NAMES) for _ in ids],
        "middles": [chance.choice(["", *NAMES]) for _ in ids],
        "lasts": [chance.choice(NAMES) for _ in ids],
        "name": chance.choice(NAMES),
        "some": [pk for pk in people if chance.random() < 0.4],
        "a": a,
        "b": b,
        "moment": chance.choice([None, *(START + timedelta(hours=h) for h in range(0, 60, 5))]),
    }


def tenant_roles(tenant, legacy_role: str) -> list[str]:
    return [SystemRoleFactory(tenant=tenant, legacy_role=legacy_role).pk]


@pytest.mark.parametrize("seed", range(10))
def test_all_that_is_kept_is_true_after_every_statement(campus, seed):
    chance, done, met = random.Random(seed), [], set()
    with connection.cursor() as cursor:
        for turn in range(50):
            statement = STATEMENTS[0] if turn % 4 == 0 else chance.choice(STATEMENTS[1:])
            parameters = drawn(chance, campus)
            done.append((statement, parameters))
            cursor.execute(statement, parameters)
            kept, true = kept_and_true()
            assert kept == true, done
            met |= {programme != "" for _, programme, *_ in kept["counts"]}
    # Only a sequence that reaches students with and without programmes proves something.
    assert met == {True, False}


def test_copy_is_followed_as_well(campus):
    student = SystemRoleFactory(tenant=campus, legacy_role=LegacyRole.STUDENT).pk
    columns = (
        "id, tenant_id, role_id, status, first_name, last_name, email, password, "
        "unlimited_sessions, created_at"
    )
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY accounts_user ({columns}) FROM STDIN") as copy,
    ):
        for i in range(30):
            copy.write_row(
                (
                    new_id(),
                    campus.pk,
                    student,
                    "ACTIVE",
                    "Ada",
                    f"Obi {i}",
                    f"{i}@x.org",
                    "!",
                    0,
                    START,
                )
            )
    kept, true = kept_and_true()
    assert kept == true
    assert len(kept["entries"]) == 32


def test_the_orm_is_followed_too(campus):
    StudentFactory.create_batch(3, tenant=campus)
    User.objects.filter(tenant=campus).update(status="INACTIVE")
    user = StudentFactory(tenant=campus, programmes=Programme.objects.filter(tenant=campus))
    user.first_name = "Grace"
    user.programme_set = None
    user.save()
    ProgrammeMembership.objects.filter(user=user).first().delete()
    Session.objects.all().delete()

    kept, true = kept_and_true()

    assert kept == true
    assert len(kept["programmes"][user.pk]) == 3


def test_a_change_that_is_rolled_back_counts_nothing(campus):
    before = kept_and_true()
    with transaction.atomic():
        StudentFactory.create_batch(2, tenant=campus)
        User.objects.update(status="INACTIVE")
        transaction.set_rollback(True)
    assert kept_and_true() == before


def test_a_session_on_a_day_known_already_changes_no_count(campus):
    student = StudentFactory(tenant=campus)
    SessionFactory(user=student, start_time=START, end_time=None)
    rows = "SELECT xmin::text, ctid::text, n FROM students_studentcount ORDER BY id"
    with connection.cursor() as cursor:
        cursor.execute(rows)
        before = cursor.fetchall()

        Session.objects.filter(user=student).update(last_activity=START + timedelta(minutes=5))

        cursor.execute(rows)
        assert cursor.fetchall() == before
    assert SearchEntry.objects.get(pk=student.pk).last_seen_at == START + timedelta(minutes=5)


def test_a_renamed_programme_touches_no_student(campus):
    students = StudentFactory.create_batch(
        3, tenant=campus, programmes=Programme.objects.filter(tenant=campus)
    )
    versions = "SELECT xmin::text, ctid::text FROM accounts_user ORDER BY id"
    with connection.cursor() as cursor:
        cursor.execute(versions)
        before = cursor.fetchall()

        Programme.objects.filter(tenant=campus).update(name="Law")

        cursor.execute(versions)
        assert cursor.fetchall() == before
    student = User.objects.get(pk=students[0].pk)
    assert student.programme_set.label == "Law, Law, Law, Law"


@pytest.mark.django_db(transaction=True)
def test_truncated_tables_leave_nothing_behind(campus):
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE students_session CASCADE")
        assert kept_and_true()[0] == kept_and_true()[1]
        assert set(kept_and_true()[0]["last seen"].values()) == {None}
        cursor.execute("TRUNCATE accounts_programmemembership")
        assert kept_and_true()[0] == kept_and_true()[1]
        with undone():
            # The ledger would go with its people, and refuses that.
            cursor.execute("ALTER TABLE students_attempttransaction DISABLE TRIGGER never_emptied")
            cursor.execute("TRUNCATE accounts_user CASCADE")
            assert not StudentCount.objects.exists()
            assert not SearchEntry.objects.exists()


# Threads --------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_parallel_writers_lose_no_count_and_wait_for_nobody(campus):
    """All change students of one tenant at once, each in a transaction with several statements."""
    programmes = list(Programme.objects.filter(tenant=campus))
    students = StudentFactory.create_batch(8, tenant=campus, programmes=programmes[:1])

    def write(index: int) -> None:
        own = students[index]
        for turn in range(3):
            with transaction.atomic():
                SessionFactory(user=own, start_time=START + timedelta(days=turn), end_time=None)
                User.objects.filter(pk=own.pk).update(status="INACTIVE" if turn % 2 else "ACTIVE")
                ProgrammeMembership.objects.create(
                    tenant=campus, user=own, programme=programmes[turn + 1]
                )
                StudentFactory(tenant=campus, email=f"new{index}.{turn}@example.com")
                if turn == 2 and index % 2:
                    transaction.set_rollback(True)

    at_once(write, 8)

    kept, true = kept_and_true()
    assert kept == true


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_meets_another_appends_and_the_next_one_takes_it_in(campus):
    first, second, third = StudentFactory.create_batch(3, tenant=campus)

    def change(index: int) -> None:
        User.objects.filter(pk=second.pk).update(status="INACTIVE")

    with transaction.atomic():
        User.objects.filter(pk=first.pk).update(status="INACTIVE")
        at_once(change, 1)  # ends, although the rows with ticket 0 are locked
        assert StudentCount.objects.exclude(ticket=0).exists()
    kept, true = kept_and_true()
    assert kept == true

    User.objects.filter(pk=third.pk).update(status="INACTIVE")

    assert not StudentCount.objects.exclude(ticket=0).exists()
    kept, true = kept_and_true()
    assert kept == true


@pytest.mark.django_db(transaction=True)
def test_memberships_and_renames_at_once_leave_true_labels(campus):
    programmes = list(Programme.objects.filter(tenant=campus))
    students = StudentFactory.create_batch(8, tenant=campus)

    def act(index: int) -> None:
        if index % 2:
            Programme.objects.filter(pk=programmes[index // 2].pk).update(name=f"New {index}")
        else:
            with transaction.atomic():
                for programme in programmes[: index // 2 + 1]:
                    ProgrammeMembership.objects.create(
                        tenant=campus, user=students[index], programme=programme
                    )

    at_once(act, 8)

    kept, true = kept_and_true()
    assert kept == true
