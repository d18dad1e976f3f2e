"""The two universities: their settings, and the rows that their students' rows refer to."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Self

from accounts.models import LegacyRole
from students.demo import catalogue, staff
from students.demo.catalogue import CaseStudyEntry, ProgrammeEntry
from students.demo.ledger import DemoActor
from students.demo.rows import demo_id
from students.demo.staff import CustomRole, StaffMember
from students.demo.timestamps import utc

# Numbers of one table never meet: each university has a range of its own, staff below students.
_UNIVERSITY_RANGE = 1 << 60
_STUDENTS_FROM = 1 << 50
_PER_STUDENT = 64


@dataclass(frozen=True)
class University:
    """A tenant of the demo, and the ids of its rows, which are computed and not looked up."""

    number: int
    id: str
    name: str
    slug: str
    domain: str
    lms_type: str
    created_at: datetime
    programmes: tuple[ProgrammeEntry, ...]
    case_studies: tuple[CaseStudyEntry, ...]
    staff: tuple[StaffMember, ...]
    custom_roles: tuple[CustomRole, ...]
    actor_email: str
    student_domain: str
    sis_ids: str
    branding: dict[str, Any]
    ai_config: dict[str, Any]
    sso_config: dict[str, Any] | None = None
    allowed_origins: tuple[str, ...] = ()
    time_zone: str = "Africa/Lagos"
    role_ids_given: dict[LegacyRole, str] = field(default_factory=dict)
    # The file of the logo, without its ending.
    logo: str = ""
    # How far the calendar is moved: from the day it is written for to that of the loading.
    moved_by: timedelta = timedelta()

    def moved(self, by: timedelta) -> Self:
        """Return the university in a calendar that was moved."""
        return replace(self, moved_by=by, staff=tuple(one.moved(by) for one in self.staff))

    def serial(self, position: int) -> int:
        """Return the number, unique in its table, of the row at ``position`` in this university."""
        return self.number * _UNIVERSITY_RANGE + position

    def student_serial(self, student: int) -> int:
        return self.serial(_STUDENTS_FROM + student)

    def part_serial(self, student: int, part: int) -> int:
        """Return the number of a student's ``part``-th (below 64) session, grade or ledger line."""
        return self.serial(student * _PER_STUDENT + part)

    def sis_id(self, student: int, created_at: datetime) -> str:
        """Return what the university's own system calls the student with a number."""
        return self.sis_ids.format(year=created_at.year, number=student)

    def _id(self, given: str | None, created_at: datetime, position: int) -> str:
        return given or demo_id(created_at, self.serial(position))

    @cached_property
    def role_ids(self) -> dict[LegacyRole | CustomRole, str]:
        roles: list[LegacyRole | CustomRole] = [*LegacyRole, *self.custom_roles]
        return {
            role: self._id(self.role_ids_given.get(role), self.created_at, i)
            for i, role in enumerate(roles)
        }

    @cached_property
    def programme_dates(self) -> list[datetime]:
        return [
            entry.created_at or catalogue.nth_creation(self.created_at, i)
            for i, entry in enumerate(self.programmes)
        ]

    @cached_property
    def programme_ids(self) -> dict[str, str]:
        """The programmes' ids by their codes, the common ones first."""
        return {
            entry.code: self._id(entry.id, self.programme_dates[i], i)
            for i, entry in enumerate(self.programmes)
        }

    @cached_property
    def case_study_dates(self) -> list[datetime]:
        return [
            entry.created_at or catalogue.nth_creation(self.created_at, i)
            for i, entry in enumerate(self.case_studies)
        ]

    @cached_property
    def case_study_ids(self) -> list[str]:
        return [
            self._id(entry.id, self.case_study_dates[i], i)
            for i, entry in enumerate(self.case_studies)
        ]

    @cached_property
    def staff_ids(self) -> dict[str, str]:
        """Staff ids by e-mail address."""
        return {
            member.email: self._id(member.id, member.created_at, i)
            for i, member in enumerate(self.staff)
        }

    @cached_property
    def actor(self) -> DemoActor:
        """The staff member who grants and revokes attempts here."""
        person = next(member for member in self.staff if member.email == self.actor_email)
        name = f"{person.first_name} {person.last_name}"
        return DemoActor(self.staff_ids[person.email], person.email, name)

    def case_studies_where(self, *, codes: frozenset[str], active: bool = True) -> list[str]:
        """Return the case studies that share a code; without codes, those that are open to all."""
        return [
            case_study_id
            for case_study_id, entry in zip(self.case_study_ids, self.case_studies, strict=True)
            if entry.is_active == active
            and (codes & set(entry.codes.split()) if codes else not entry.codes)
        ]


DEMO = University(
    number=1,
    id="6650a1b2c3d4e5f6a7b8c9d0",
    name="Demo University",
    slug="demo-university",
    domain="demo.miva.university",
    lms_type="canvas",
    created_at=utc(2025, 1, 1),
    programmes=catalogue.DEMO_PROGRAMMES,
    case_studies=catalogue.DEMO_CASE_STUDIES,
    staff=staff.DEMO_STAFF,
    custom_roles=(staff.COORDINATOR, staff.ALUMNUS),
    actor_email="admin@demo.example",
    student_domain="students.demo.example",
    sis_ids="DU/{year}/{number:05}",
    branding={
        "primary_color": "#0B5D3B",
        "secondary_color": "#E3B23C",
        "widget_position": "bottom-left",
    },
    ai_config={
        "default_llm_model": "gpt-4o",
        "default_tts_voice": "verse",
        "default_stt_language": "en",
        "max_sessions_per_student": 2,
        "pass_mark": 60,
        "default_language": "en",
        "admin_email": "admin@demo.example",
        "support_email": "support@demo.example",
    },
    role_ids_given={LegacyRole.FACULTY: staff.FACULTY_ROLE_ID},
    logo="demo-university",
)

STATE = University(
    number=2,
    id="6650c3d4e5f6a7b8c9d0e1f2",
    name="State University",
    # Not those of the documented request that creates a tenant: whoever tries it finds them free.
    slug="state",
    domain="state.demo.example",
    lms_type="canvas",
    created_at=utc(2025, 6, 1, 14),
    programmes=catalogue.STATE_PROGRAMMES,
    case_studies=catalogue.STATE_CASE_STUDIES,
    staff=staff.STATE_STAFF,
    custom_roles=(staff.REGISTRAR,),
    actor_email="admin@state.example",
    student_domain="students.state.example",
    # Digits alone, with a zero in front that spreadsheets like to take off.
    sis_ids="0{number:07}",
    branding={
        "primary_color": "#1E3A5F",
        "secondary_color": "#F5A623",
        "widget_position": "bottom-right",
    },
    sso_config={
        "provider": "cas",
        "server_url": "https://cas.state.edu",
        "callback_url": "https://app.state.edu/cas/callback",
        "is_enabled": True,
    },
    ai_config={
        "default_llm_model": "gpt-4o",
        "default_tts_voice": "alloy",
        "default_stt_language": "en",
        "max_sessions_per_student": 5,
        "default_language": "en",
        "admin_email": "admin@state.edu",
        "support_email": "support@state.edu",
    },
    allowed_origins=("https://app.state.edu",),
    logo="state-university",
)

UNIVERSITIES = (DEMO, STATE)
