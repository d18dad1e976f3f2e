"""What somebody did as a student: sessions, what was said in them, grades, attempts."""

from collections.abc import Iterator
from typing import Any

from accounts.models import User
from students.models import AttemptTransaction, Grade, ImportedStudent, Session, Transcript
from students.queries.personal_data.parts import Part, Record, plain, who

# Transcripts and grades can be long: so many are held at once.
_LONG_ROWS = 50

_SESSION = (
    *("id", "conversation_id", "status", "start_time", "end_time", "last_activity"),
    *("elapsed_active_time", "reconnect_count", "end_reason", "duration_limit"),
    *("transcript_status", "transcript_removed_at", "grading_status"),
    *("counted_as_attempt", "seen_at"),
)
_GRADE = ("rubric_id", "final_score", "overall_summary", "criteria", "created_at")
_LINE = ("id", "created_at", "type", "amount", "reason", "expires_at")
_IMPORT = ("id", "created_at", "roster_id", "outcome", "changed")
_MESSAGE = ("role", "content", "timestamp")


def _about(row: Any) -> Record:
    """Return which case study something belongs to."""
    return {"case_study_id": row.case_study_id, "case_study": row.case_study.title}


def _sessions(person: User) -> Iterator[Record]:
    rows = Session.objects.for_tenant(person.tenant_id).filter(user=person)
    record = plain(*_SESSION)
    for row in rows.select_related("case_study").order_by("start_time", "pk").iterator():
        yield record(row) | _about(row)


def _transcripts(person: User) -> Iterator[Record]:
    rows = Transcript.objects.for_tenant(person.tenant_id).filter(session__user=person)
    rows = rows.select_related("session__case_study").order_by("session__start_time", "pk")
    for row in rows.iterator(chunk_size=_LONG_ROWS):
        session = {"session_id": row.session_id, "case_study": row.session.case_study.title}
        yield session | {"status": row.status, "messages": row.messages}


def _grades(person: User) -> Iterator[Record]:
    rows = Grade.objects.for_tenant(person.tenant_id).filter(session__user=person)
    rows = rows.select_related("session__case_study").order_by("session__start_time", "pk")
    record = plain(*_GRADE)
    for row in rows.iterator(chunk_size=_LONG_ROWS):
        session = {"session_id": row.session_id, "case_study": row.session.case_study.title}
        yield session | record(row)


def _ledger(person: User) -> Iterator[Record]:
    rows = AttemptTransaction.objects.for_tenant(person.tenant_id).filter(user=person)
    record = plain(*_LINE)
    for row in rows.select_related("case_study").order_by("created_at", "pk").iterator():
        by = {"grant_id": row.grant_id, "by": who(row.actor_user_id, person)}
        yield record(row) | _about(row) | by


def _imports(person: User) -> Iterator[Record]:
    rows = ImportedStudent.objects.for_tenant(person.tenant_id).filter(user=person)
    yield from map(plain(*_IMPORT), rows.order_by("created_at", "pk"))


STUDIES = (
    Part(
        "sessions",
        "Your conversations with case studies: when, for how many seconds, and how they ended.",
        (*_SESSION, "case_study_id", "case_study"),
        {"students.Session": (*_SESSION, "user", "case_study")},
        _sessions,
    ),
    Part(
        "transcripts",
        "What was said in your sessions, by you (student) and by the simulation (agent). In the"
        " CSV file each message is a line.",
        ("session_id", "case_study", "status", "messages"),
        {"students.Transcript": ("session", "status", "messages")},
        _transcripts,
        unfolded="messages",
        inner=_MESSAGE,
    ),
    Part(
        "grades",
        "The grades of your sessions: the score from 0 to 100, the grader's words, and each"
        " criterion with its weight, score and feedback.",
        ("session_id", "case_study", *_GRADE),
        {"students.Grade": ("session", *_GRADE)},
        _grades,
    ),
    Part(
        "attempts",
        "The attempts that you were granted, or that were taken back or lapsed, with the reason."
        " grant_id names the grant that a line was charged to.",
        (*_LINE, "case_study_id", "case_study", "grant_id", "by"),
        {
            "students.AttemptTransaction": (
                *(name for name in _LINE if name != "reason"),
                *("user", "case_study", "grant", "actor_user_id"),
            ),
            "students.LedgerPersonal": ("reason",),
        },
        _ledger,
    ),
    Part(
        "imports",
        "When a list of the university's students that was imported here added or changed you, and"
        " which of your fields it changed.",
        _IMPORT,
        {"students.ImportedStudent": ("user", *_IMPORT)},
        _imports,
    ),
)
