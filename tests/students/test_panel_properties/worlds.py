"""Random small universities as plain values, and the function that stores them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from django.utils import timezone
from hypothesis import strategies as st

from students.models import AttemptTransaction
from tenants.models import Tenant, TenantAIConfig
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
)

# Few letters, so that names meet, match and tie; among them all that a pattern could mistake.
LETTERS = "abAéÉñzŁ%_\\' "
DAY = datetime(2026, 4, 1, tzinfo=UTC)

text = st.text(LETTERS, min_size=1, max_size=5)
name = text.filter(str.strip)
# One or two letters, which names hold too, more of them, and what searches leave out.
sis_ids = st.sampled_from(["a", "A", "z", "ab", "%", "\\_", "zzz", "é a", "a  b", ",", "007"])
COHORTS = ["a", "A", "é b"]


def unlike(sis_id: str | None) -> object:
    """Return what two students of a university must not share; many may be without an id."""
    return object() if sis_id is None else sis_id


@dataclass
class Programme:
    code: str
    name: str
    id: str = ""


@dataclass
class CaseStudy:
    title: str
    programmes: list[Programme]
    is_active: bool
    id: str = ""


@dataclass
class Session:
    case_study: CaseStudy
    start: datetime | None
    minutes: int | None  # until its end; None while it is open
    last_activity: datetime | None
    seconds: int  # of live conversation
    transcript: str
    grading: str
    score: Decimal | None
    id: str = ""

    @property
    def end(self) -> datetime | None:
        if self.start is None or self.minutes is None:
            return None
        return self.start + timedelta(minutes=self.minutes)


@dataclass
class Grant:
    case_study: CaseStudy
    amount: int
    expires: int | None  # in days from now; negative ones have expired
    revoked: int


@dataclass
class Student:
    first: str
    middle: str | None
    last: str
    email: str
    status: str
    sis_id: str | None
    cohort: str | None
    unlimited: bool
    programmes: list[Programme]
    sessions: list[Session]
    grants: list[Grant]
    id: str = ""
    created_at: datetime | None = None


@dataclass
class World:
    programmes: list[Programme]
    case_studies: list[CaseStudy]
    students: list[Student]
    base: int | None
    tenant: Tenant | None = field(default=None, compare=False)


def moments():
    return st.integers(0, 4 * 24 * 60).map(lambda minutes: DAY + timedelta(minutes=minutes * 15))


@st.composite
def _session(draw, case_studies) -> Session:
    start = draw(st.none() | moments())
    grading = draw(st.sampled_from(["pending", "complete", "failed"]))
    score = draw(st.integers(0, 4)) * Decimal("12.5")
    return Session(
        case_study=draw(st.sampled_from(case_studies)),
        start=start,
        minutes=draw(st.none() | st.integers(0, 20)),
        last_activity=draw(st.none() | moments()),
        seconds=draw(st.sampled_from([0, 59, 60, 500])),
        transcript=draw(st.sampled_from(["available", "missing", "processing"])),
        grading=grading,
        score=score if grading == "complete" else None,
    )


@st.composite
def _grant(draw, case_studies) -> Grant:
    amount = draw(st.integers(1, 3))
    return Grant(
        case_study=draw(st.sampled_from(case_studies)),
        amount=amount,
        expires=draw(st.sampled_from([None, -1, 1])),
        revoked=draw(st.integers(0, amount)),
    )


def _some(of: list):
    return st.lists(st.sampled_from(of), unique_by=id, max_size=2)


@st.composite
def worlds(draw) -> World:
    """Draw a university of three programmes, a few case studies, and up to six students."""
    programmes = [Programme(code, draw(name)) for code in ("A_1", "B", "C")]
    case_studies = [
        CaseStudy(f"Case {number}", draw(_some(programmes)), draw(st.booleans()))
        for number in range(draw(st.integers(1, 4)))
    ]
    numbers = draw(st.lists(sis_ids | st.none(), min_size=6, max_size=6, unique_by=unlike))
    students = [
        Student(
            first=draw(name).strip(),
            middle=draw(st.none() | name.map(str.strip)),
            last=draw(st.just("") | name.map(str.strip)),
            email=f"{draw(st.sampled_from(['a', 'AB', 'b_a']))}{number}@x.edu",
            status=draw(st.sampled_from(["ACTIVE", "ACTIVE", "INACTIVE", "DELETED"])),
            sis_id=numbers[number],
            cohort=draw(st.none() | st.sampled_from(COHORTS)),
            unlimited=draw(st.booleans()),
            programmes=draw(_some(programmes)),
            sessions=draw(st.lists(_session(case_studies), max_size=4)),
            grants=draw(st.lists(_grant(case_studies), max_size=2)),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    return World(programmes, case_studies, students, draw(st.none() | st.integers(1, 4)))


def settle(world: World, tenant: Tenant) -> None:
    """Write the world into a tenant, beside others that must not show, and keep the ids."""
    world.tenant = tenant
    if world.base:
        TenantAIConfig.objects.create(tenant=tenant, max_sessions_per_student=world.base)
    rows: dict[int, object] = {}
    for programme in world.programmes:
        row = ProgrammeFactory(tenant=tenant, code=programme.code, name=programme.name)
        rows[id(programme)], programme.id = row, row.pk
    for case_study in world.case_studies:
        row = CaseStudyFactory(
            tenant=tenant,
            title=case_study.title,
            programmes=[rows[id(one)] for one in case_study.programmes],
            is_active=case_study.is_active,
        )
        rows[id(case_study)], case_study.id = row, row.pk
    for student in world.students:
        _settle_student(student, tenant, rows)
    FacultyFactory(tenant=tenant, first_name="a", last_name="b")
    SessionFactory()  # in a university of its own
    for student in world.students:
        StudentFactory(sis_id=student.sis_id, cohort=student.cohort)  # and so are these


def _settle_student(student: Student, tenant: Tenant, rows: dict[int, object]) -> None:
    row = StudentFactory(
        tenant=tenant,
        first_name=student.first,
        middle_name=student.middle,
        last_name=student.last,
        email=student.email,
        status=student.status,
        sis_id=student.sis_id,
        cohort=student.cohort,
        unlimited_sessions=student.unlimited,
        programmes=[rows[id(one)] for one in student.programmes],
    )
    student.id, student.created_at = row.pk, row.created_at
    for session in student.sessions:
        made = SessionFactory(
            user=row,
            case_study=rows[id(session.case_study)],
            status="active" if session.end is None else "ended",
            start_time=session.start,
            end_time=session.end,
            last_activity=session.last_activity,
            elapsed_active_time=session.seconds,
            transcript_status=session.transcript,
            grading_status=session.grading,
        )
        session.id = made.pk
        if session.score is not None:
            GradeFactory(session=made, final_score=session.score)
    for grant in student.grants:
        _settle_grant(grant, row, rows)


def _settle_grant(grant: Grant, row, rows: dict[int, object]) -> None:
    case_study = rows[id(grant.case_study)]
    expires_at = None if grant.expires is None else timezone.now() + timedelta(days=grant.expires)
    made = AttemptTransactionFactory(
        user=row, case_study=case_study, amount=grant.amount, expires_at=expires_at
    )
    if grant.revoked:
        AttemptTransaction.objects.create(
            tenant=row.tenant,
            user=row,
            case_study=case_study,
            type="revoke",
            amount=grant.revoked,
            grant=made,
        )
