"""Progress rows are what plain counting comes to, whoever writes how (``students/sql``)."""

from collections import Counter, defaultdict
from datetime import UTC, timedelta
from random import Random

import pytest
from django.db import connection, transaction

from accounts.models import ProgrammeMembership, User
from students.models import AttemptTransaction, CaseStudyProgress, Grade, ProgressCount, Session
from tests.counters import calls_of
from tests.factories import (
    START,
    AttemptTransactionFactory,
    CaseStudyFactory,
    GradeFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    SystemRoleFactory,
)
from tests.threads import at_once

pytestmark = pytest.mark.django_db

WORST_FIRST = ["failed", "missing", "processing", "partial", "available"]

COLUMNS = (
    "sort_name",
    "programme_set",
    "in_ledger",
    "counted_sessions",
    "latest_counted_at",
    "graded_sessions",
    "best_score",
    "best_session_id",
    "latest_graded_at",
    "transcript_status",
)


def counted_by_hand() -> dict[tuple, tuple]:
    """Return pair → columns, told from all rows there are."""
    users = {
        user.pk: user
        for user in User.objects.filter(legacy_role="STUDENT")
        if user.status != "DELETED"
    }
    sessions, pairs = defaultdict(list), defaultdict(bool)
    for session in Session.objects.select_related("grade").order_by("start_time", "pk"):
        if session.user_id in users and session.start_time:
            sessions[session.user_id, session.case_study_id].append(session)
            pairs[session.user_id, session.case_study_id] |= False
    for line in AttemptTransaction.objects.all():
        if line.user_id in users:
            pairs[line.user_id, line.case_study_id] = True
    return {
        pair: _columns(users[pair[0]], in_ledger, sessions[pair])
        for pair, in_ledger in pairs.items()
    }


def _columns(user, in_ledger: bool, sessions: list[Session]) -> tuple:
    counted = [s for s in sessions if s.elapsed_active_time >= 60]
    graded = [s for s in counted if s.grading_status == "complete" and hasattr(s, "grade")]
    best = max(graded, key=lambda s: (s.grade.final_score, s.start_time, s.pk), default=None)
    return (
        user.sort_name,
        user.programme_set_id,
        in_ledger,
        len(counted),
        counted[-1].start_time if counted else None,
        len(graded),
        best and best.grade.final_score,
        best and best.pk,
        graded[-1].start_time if graded else None,
        min((s.transcript_status for s in graded), key=WORST_FIRST.index, default=None),
    )


def kept() -> dict[tuple, tuple]:
    rows = CaseStudyProgress.objects.values_list("user_id", "case_study_id", *COLUMNS)
    return {row[:2]: row[2:] for row in rows}


def kept_counts() -> dict[tuple, int]:
    counts = Counter()
    for row in ProgressCount.objects.all():
        counts[row.tenant_id, row.transcript_status, row.day] += row.n
    return {kind: n for kind, n in counts.items() if n}


def counts_by_hand() -> dict[tuple, int]:
    return dict(
        Counter(
            (row.tenant_id, row.transcript_status, row.latest_graded_at.astimezone(UTC).date())
            for row in CaseStudyProgress.objects.all()
            if row.graded_sessions
        )
    )


def assert_true() -> None:
    assert kept() == counted_by_hand()
    assert kept_counts() == counts_by_hand()


class Writer:
    """Does random things to sessions, grades, ledger and users, by ORM and by SQL."""

    def __init__(self, tenant, seed: int) -> None:
        self.random = Random(seed)
        self.tenant = tenant
        self.students = StudentFactory.create_batch(4, tenant=tenant)
        self.case_studies = CaseStudyFactory.create_batch(3, tenant=tenant)
        self.programmes = ProgrammeFactory.create_batch(2, tenant=tenant)
        self.faculty = SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")

    def act(self) -> None:
        self.random.choice(self.ACTIONS)(self)

    def some(self, model) -> list[str]:
        ids = sorted(model.objects.filter(tenant=self.tenant).values_list("pk", flat=True))
        return self.random.sample(ids, min(len(ids), self.random.randint(1, 4)))

    def pair(self) -> dict:
        return {
            "user": self.random.choice(self.students),
            "case_study": self.random.choice(self.case_studies),
        }

    def facts(self) -> dict:
        start = START + timedelta(hours=self.random.randint(0, 60))
        return {
            "start_time": self.random.choice([None, start, start, start]),
            "end_time": None,
            "elapsed_active_time": self.random.choice([0, 59, 60, 300]),
            "grading_status": self.random.choice(["pending", "complete", "complete", "failed"]),
            "transcript_status": self.random.choice(WORST_FIRST),
        }

    def add_sessions(self) -> None:
        Session.objects.bulk_create(
            SessionFactory.build(**self.pair(), tenant=self.tenant, **self.facts())
            for _ in range(self.random.randint(1, 4))
        )

    def save_session(self) -> None:
        for session in Session.objects.filter(pk__in=self.some(Session)[:1]):
            for name, value in self.facts().items():
                setattr(session, name, value)
            session.save()

    def update_sessions(self) -> None:
        facts = self.facts()
        names = self.random.sample(sorted(facts), 2)
        sessions = Session.objects.filter(pk__in=self.some(Session))
        sessions.update(**{name: facts[name] for name in names})

    def move_sessions(self) -> None:
        Session.objects.filter(pk__in=self.some(Session)).update(**self.pair())

    def delete_sessions(self) -> None:
        Session.objects.filter(pk__in=self.some(Session)[:2]).delete()

    def add_grades(self) -> None:
        sessions = Session.objects.filter(pk__in=self.some(Session), grade=None)
        Grade.objects.bulk_create(
            Grade(tenant=self.tenant, session=session, final_score=self.random.randint(0, 4) * 25)
            for session in sessions
        )

    def change_grades_by_sql(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE students_grade SET final_score = 100 - final_score WHERE id = ANY (%s)",
                [self.some(Grade)],
            )

    def delete_grades(self) -> None:
        Grade.objects.filter(pk__in=self.some(Grade)).delete()

    def grant(self) -> None:
        AttemptTransactionFactory(**self.pair(), tenant=self.tenant)

    def rename(self) -> None:
        User.objects.filter(pk__in=self.some(User)).update(first_name=self.random.choice("ABC"))

    def change_status(self) -> None:
        one = self.random.choice(self.students)
        User.objects.filter(pk=one.pk).update(
            status=self.random.choice(["ACTIVE", "INACTIVE", "DELETED"])
        )

    def change_role(self) -> None:
        one = self.random.choice(self.students)
        role = self.random.choice([one.role, one.role, self.faculty])
        User.objects.filter(pk=one.pk).update(role=role)

    def enrol(self) -> None:
        one, programme = self.random.choice(self.students), self.random.choice(self.programmes)
        key = {"tenant": self.tenant, "user": one, "programme": programme}
        _, is_new = ProgrammeMembership.objects.get_or_create(**key)
        if not is_new:
            ProgrammeMembership.objects.filter(**key).delete()

    def roll_back(self) -> None:
        with transaction.atomic():
            self.add_sessions()
            self.delete_grades()
            transaction.set_rollback(True)

    ACTIONS = (
        add_sessions,
        add_sessions,
        save_session,
        update_sessions,
        move_sessions,
        delete_sessions,
        add_grades,
        add_grades,
        change_grades_by_sql,
        delete_grades,
        grant,
        rename,
        change_status,
        change_role,
        enrol,
        roll_back,
    )


@pytest.mark.drill
@pytest.mark.parametrize("seed", range(5))
def test_standings_are_true_after_every_random_write(tenant, seed):
    writer = Writer(tenant, seed)
    AttemptTransactionFactory()
    GradeFactory()

    for _ in range(40):
        writer.act()
        assert_true()


@pytest.mark.parametrize(
    "write",
    [
        lambda grade: Grade.objects.filter(pk=grade.pk).update(final_score=grade.final_score),
        lambda grade: AttemptTransactionFactory(
            user=grade.session.user, case_study=grade.session.case_study
        ),
    ],
    ids=["the same score", "another line about the pair"],
)
def test_what_changes_no_progress_writes_none(tenant, write):
    grade = GradeFactory(session=SessionFactory(user=StudentFactory(tenant=tenant)))
    AttemptTransactionFactory(user=grade.session.user, case_study=grade.session.case_study)
    looked = calls_of("refresh_standing_pairs")
    written = calls_of("count_standing_inserted")

    write(grade)

    assert looked() >= 1
    assert written() == 0
    assert_true()


@pytest.mark.django_db(transaction=True)
def test_standings_are_true_after_writes_at_the_same_time(tenant):
    student, other = StudentFactory.create_batch(2, tenant=tenant)
    case_study = CaseStudyFactory(tenant=tenant)

    def write(number: int) -> None:
        for user in (student, other) if number % 2 else (other, student):
            session = SessionFactory(
                user=user, case_study=case_study, start_time=START + timedelta(minutes=number)
            )
            GradeFactory(session=session, final_score=number)

    at_once(write, 8)

    assert_true()
    assert CaseStudyProgress.objects.get(pk=(student.pk, case_study.pk)).graded_sessions == 8


@pytest.mark.django_db(transaction=True)
def test_emptied_tables_leave_nothing():
    GradeFactory()
    line = AttemptTransactionFactory()

    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE students_session, students_grade, students_transcript")

    assert_true()
    assert list(kept()) == [(line.user_id, line.case_study_id)]
