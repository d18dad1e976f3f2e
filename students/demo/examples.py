"""The student of the documented examples, with the ids and timestamps printed there."""

import orjson

from accounts.models import LegacyRole, UserStatus
from students.demo import sessions as s
from students.demo.catalogue import ETHIOPIAN_AIRLINES_ID, FUEL_SUBSIDY_ID
from students.demo.foundation import NO_PASSWORD
from students.demo.grades import Scores, grade_row
from students.demo.population import DOCUMENTED_CODE, DOCUMENTED_LAST_SEEN
from students.demo.rows import Batch, MembershipRow, SessionRow, TranscriptRow, UserRow, demo_id
from students.demo.timestamps import utc
from students.demo.universities import University

DOCUMENTED_STUDENT_ID = "6650a1b2c3d4e5f6a7b8c9d0"
FUEL_ATTEMPT_2_ID = "6650d4e5f6a7b8c9d0e1f2a3"
FUEL_ATTEMPT_1_ID = "6650d3e4f5a6b7c8d9e0f1a2"

_FUEL_START = utc(2025, 4, 3, 15)
_AIRLINES_BROKEN_OFF = utc(2026, 5, 28, 16, 2, 10)
_AIRLINES_START = utc(2026, 6, 4, 8, 49, 30)

_FUEL_CONVERSATION = (
    ("15:00:05", "agent", "Good morning. The unions call in an hour; what do I tell them?"),
    ("15:00:31", "student", "That the savings are theirs, and here is the calendar of transfers."),
    ("15:02:12", "agent", "They have heard of calendars before."),
    ("15:02:40", "student", "Then begin with buses. They can be counted, and they can be ridden."),
    ("15:05:03", "agent", "Who runs them once the first tyres are worn?"),
    ("15:05:27", "student", "The states, from their share; the agreement ties it to the fleet."),
    ("15:08:44", "agent", "That I can say. Stay close to the telephone."),
)
_AIRLINES_CONVERSATION = (
    ("2026-06-04T08:49:36Z", "agent", "The board has ten minutes. Why not simply grow faster?"),
    ("2026-06-04T08:50:02Z", "student", "Because a third of our revenue cannot leave its country."),
    ("2026-06-04T08:54:15Z", "agent", "Our bankers call that a matter of patience."),
    ("2026-06-04T08:54:49Z", "student", "Patience costs interest. I would sell seats in dollars."),
)


def add_documented_student(batch: Batch, university: University) -> None:
    """Add Abdulwahab Umar: ten case studies, two attempted, four sessions, two of them counted."""
    batch.users.append(
        UserRow(
            id=DOCUMENTED_STUDENT_ID,
            tenant_id=university.id,
            created_at=utc(2026, 1, 15, 8),
            updated_at=None,
            password=NO_PASSWORD,
            email="abdulwahabumar@miva.university",
            role_id=university.role_ids[LegacyRole.STUDENT],
            status=UserStatus.ACTIVE.value,
            first_name="Abdulwahab",
            middle_name=None,
            last_name="Umar",
            unlimited_sessions=False,
            # As printed: the number is the user id, and there is no cohort.
            sis_id=None,
            cohort=None,
        )
    )
    batch.memberships.append(
        MembershipRow(
            university.id, DOCUMENTED_STUDENT_ID, university.programme_ids[DOCUMENTED_CODE]
        )
    )
    _add_fuel_card(batch, university)
    _add_airlines_card(batch, university)


def _session(university: University, case_study_id: str, **values) -> SessionRow:
    return SessionRow(
        tenant_id=university.id,
        user_id=DOCUMENTED_STUDENT_ID,
        case_study_id=case_study_id,
        conversation_id=f"conv-{values['id']}",
        created_at=values["start_time"],
        status=s.ENDED,
        reconnect_count=0,
        duration_limit=s.DURATION_LIMIT,
        **values,
    )


def _add_transcript(batch: Batch, session: SessionRow, conversation, day: str = "") -> None:
    messages = [
        {"role": role, "content": content, "timestamp": f"{day}T{clock}Z" if day else clock}
        for clock, role, content in conversation
    ]
    batch.transcripts.append(
        TranscriptRow(
            session.tenant_id,
            session.id,
            session.transcript_status,
            orjson.dumps(messages).decode(),
        )
    )


def _add_fuel_card(batch: Batch, university: University) -> None:
    """Add the fuel card; both sessions began at the same moment, and the ids put them in order."""
    first = _session(
        university,
        FUEL_SUBSIDY_ID,
        id=FUEL_ATTEMPT_1_ID,
        start_time=_FUEL_START,
        end_time=utc(2025, 4, 3, 15, 5),
        last_activity=utc(2025, 4, 3, 15, 0, 41),
        # Five minutes by the clock, less than one of conversation: it does not count.
        elapsed_active_time=38.6,
        end_reason=s.USER_ENDED,
        transcript_status=s.MISSING,
        grading_status=s.UNGRADED,
    )
    second = _session(
        university,
        FUEL_SUBSIDY_ID,
        id=FUEL_ATTEMPT_2_ID,
        start_time=_FUEL_START,
        end_time=utc(2025, 4, 3, 15, 9),
        last_activity=utc(2025, 4, 3, 15, 9),
        elapsed_active_time=533.4,
        end_reason=s.USER_ENDED,
        transcript_status=s.AVAILABLE,
        grading_status=s.COMPLETE,
    )
    batch.sessions += [first, second]
    _add_transcript(batch, second, _FUEL_CONVERSATION, day="2025-04-03")
    scores = Scores(775, 720, 747)  # 75.0
    batch.grades.append(grade_row(second, scores, minutes=6, serial=university.part_serial(0, 0)))


def _add_airlines_card(batch: Batch, university: University) -> None:
    broken_off = _session(
        university,
        ETHIOPIAN_AIRLINES_ID,
        id=demo_id(_AIRLINES_BROKEN_OFF, university.part_serial(0, 1)),
        start_time=_AIRLINES_BROKEN_OFF,
        end_time=utc(2026, 5, 28, 16, 3, 1),
        last_activity=None,
        elapsed_active_time=47.2,
        end_reason=s.USER_ENDED,
        transcript_status=s.MISSING,
        grading_status=s.UNGRADED,
    )
    counted = _session(
        university,
        ETHIOPIAN_AIRLINES_ID,
        id=demo_id(_AIRLINES_START, university.part_serial(0, 2)),
        start_time=_AIRLINES_START,
        end_time=DOCUMENTED_LAST_SEEN,
        last_activity=DOCUMENTED_LAST_SEEN,
        elapsed_active_time=600.0,
        end_reason=s.TIMER_EXPIRED,
        transcript_status=s.AVAILABLE,
        grading_status=s.COMPLETE,
    )
    batch.sessions += [broken_off, counted]
    _add_transcript(batch, counted, _AIRLINES_CONVERSATION)
    scores = Scores(705, 650, 682)  # 68.2
    batch.grades.append(grade_row(counted, scores, minutes=9, serial=university.part_serial(0, 2)))
