"""The contract's §8, §9.1 and §12 read word by word in plain Python: slow, and obvious."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta

from tests.students.test_panel_properties.worlds import (
    CaseStudy,
    Programme,
    Session,
    Student,
    World,
)


def timestamp(moment: datetime | None) -> str | None:
    return moment and f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def label(programmes: Iterable[Programme]) -> str:
    return ", ".join(one.name for one in sorted(programmes, key=lambda one: one.code))


def entries(programmes: Iterable[Programme]) -> list[dict]:
    ordered = sorted(programmes, key=lambda one: one.code)
    return [{"code": one.code, "name": one.name} for one in ordered]


def started(student: Student) -> list[Session]:
    return [session for session in student.sessions if session.start]


def seen(session: Session) -> datetime:
    return session.last_activity or session.end or session.start


def last_seen(student: Student) -> datetime | None:
    return max(map(seen, started(student)), default=None)


def assigned(student: Student, world: World) -> int:
    codes = {one.code for one in student.programmes}
    return sum(
        case_study.is_active and any(one.code in codes for one in case_study.programmes)
        for case_study in world.case_studies
    )


def full_name(student: Student) -> str:
    return f"{student.first} {student.last}".strip()


def row(student: Student, world: World) -> dict:
    return {
        "user_id": student.id,
        "student_name": full_name(student),
        "student_email": student.email,
        "programmes": entries(student.programmes),
        "programme_label": label(student.programmes),
        "overall_case_studies": assigned(student, world),
        "status": student.status.lower(),
        "last_seen": timestamp(last_seen(student)),
    }


# Which students, in which order -----------------------------------------------------------------


def folded(value: str) -> str:
    """Return a text for sorting: without case and accents."""
    marks = unicodedata.normalize("NFD", value.lower())
    return "".join(letter for letter in marks if not unicodedata.combining(letter))


def found(student: Student, wanted: str) -> bool:
    if not wanted or wanted == student.sis_id or wanted.lower() == student.id:
        return True
    wanted = wanted.replace(",", " ").strip()
    if not wanted:
        return False
    with_middle = " ".join(filter(None, [student.first, student.middle, student.last]))
    turned = " ".join([student.last, student.first, student.middle or ""])
    places = [f"{student.first} {student.last}", with_middle, turned, student.email]
    return any(spaced(wanted) in spaced(place) for place in places)


def spaced(value: str) -> str:
    return re.sub(" +", " ", folded(value))


def matches(student: Student, query: dict, world: World) -> bool:
    moment = last_seen(student)
    if student.status == "DELETED" or not found(student, query.get("search", "").strip()):
        return False
    if "programme" in query and query["programme"] not in [one.code for one in student.programmes]:
        return False
    if query.get("cohort", student.cohort) != student.cohort:
        return False
    if query.get("started", bool(moment)) != bool(moment):
        return False
    if query.get("unlimited_sessions", student.unlimited) != student.unlimited:
        return False
    if "exhausted_at" in query and not is_exhausted(student, query["exhausted_at"], world):
        return False
    if "status" in query and query["status"].upper() != student.status:
        return False
    if "start_date" in query and not (moment and moment >= bound(query["start_date"])):
        return False
    return "end_date" not in query or bool(moment and moment <= bound(query["end_date"], end=True))


def is_exhausted(student: Student, case_study_id: str, world: World) -> bool:
    """Return whether no attempt is left at a case study, or at any."""
    anywhere = case_study_id.lower() == "any"
    cards = [
        card(student, one, world)
        for one in world.case_studies
        if anywhere or one.id == case_study_id
    ]
    return any(one["attempts_used"] >= one["attempts_allowed"] for one in cards)


def bound(text: str, *, end: bool = False) -> datetime:
    """Return a bound: a bare date means the whole day, one without offset is in UTC (§1.6)."""
    moment = datetime.fromisoformat(text if "T" in text else f"{text}T00:00:00+00:00")
    return moment + timedelta(days=1, seconds=-1) if end and "T" not in text else moment


def listed(world: World, query: dict) -> list[dict]:
    """Return all rows that the query finds, in its order."""
    students = [student for student in world.students if matches(student, query, world)]
    students.sort(key=lambda one: (folded(f"{one.first} {one.last}"), one.id))
    key = {
        "name": lambda one: folded(f"{one.first} {one.last}"),
        "last_seen": last_seen,
        "programme": lambda one: folded(label(one.programmes)) if one.programmes else None,
        "status": lambda one: one.status,
    }[query.get("sort_by", "last_seen")]
    with_value = [student for student in students if key(student) is not None]
    # Sorting is stable in both directions: ties stay by name, then id.
    with_value.sort(key=key, reverse=query.get("sort_order", "desc") == "desc")
    without = [student for student in students if key(student) is None]
    return [row(student, world) for student in with_value + without]


# One student --------------------------------------------------------------------------------------


def card(student: Student, case_study: CaseStudy, world: World) -> dict:
    sessions = [one for one in started(student) if one.case_study is case_study]
    sessions.sort(key=lambda one: (one.start, one.id))
    graded = [one for one in sessions if one.seconds >= 60 and one.score is not None]
    best = max(graded, key=lambda one: (one.score, one.start, one.id), default=None)
    grants = [
        one
        for one in student.grants
        if one.case_study is case_study and (one.expires is None or one.expires > 0)
    ]
    extra, revoked = sum(one.amount for one in grants), sum(one.revoked for one in grants)
    return {
        "case_study_id": case_study.id,
        "case_study_title": case_study.title,
        "programme_codes": [one["code"] for one in entries(case_study.programmes)],
        "programme_label": label(case_study.programmes),
        "attempts_used": sum(one.seconds >= 60 for one in sessions),
        "attempts_allowed": max(0, (world.base or 3) + extra - revoked),
        "extra_attempts": extra,
        "best_score": best and float(best.score),
        "attempts": [
            {
                "session_id": one.id,
                "attempt_label": f"Attempt {number}",
                "score": None if one.score is None else float(one.score),
                "status": "active" if one.end is None else "ended",
                "transcript_status": one.transcript,
                "grading_status": one.grading,
                "used_for_final_score": one is best,
                "started_at": timestamp(one.start),
                "ended_at": timestamp(one.end),
            }
            for number, one in reversed(list(enumerate(sessions, start=1)))
        ],
    }


def profile(student: Student, world: World) -> dict:
    tried = [
        case_study
        for case_study in world.case_studies
        if any(one.case_study is case_study for one in started(student))
    ]

    def latest(case_study: CaseStudy) -> tuple[datetime, str]:
        moments = [seen(one) for one in started(student) if one.case_study is case_study]
        return max(moments), case_study.id

    cards = [card(student, one, world) for one in sorted(tried, key=latest, reverse=True)]
    header = row(student, world)
    return {
        "user_id": header["user_id"],
        "student_number": student.sis_id or student.id,
        "student_name": header["student_name"],
        "student_email": header["student_email"],
        "programmes": header["programmes"],
        "programme_label": header["programme_label"],
        "cohort": student.cohort,
        "status": header["status"],
        "last_seen": header["last_seen"],
        "overall_case_studies": header["overall_case_studies"],
        "case_studies_attempted": len(cards),
        "total_attempts": sum(one["attempts_used"] for one in cards),
        "total_sessions": len(started(student)),
        "created_at": timestamp(student.created_at),
        "case_study_details": cards,
    }
