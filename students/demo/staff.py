"""The staff of the two universities: their roles, and their invitations, also open ones."""

from datetime import datetime, timedelta
from typing import NamedTuple, Self

from accounts.models import LegacyRole, UserStatus
from config.permissions import Action, Module, flag
from students.demo.timestamps import utc

# Rows of the documented examples, with their ids.
FACULTY_ROLE_ID = "6650a0b1c2d3e4f5a6b7c8da"
JOHN_DOE_ID = "6650b2c3d4e5f6a7b8c9d0e1"


class CustomRole(NamedTuple):
    name: str
    description: str | None
    permissions: tuple[str, ...]


COORDINATOR = CustomRole(
    "Programme Coordinator",
    "Looks after students and their attempts, not after colleagues.",
    (
        flag(Module.USER_MANAGEMENT, Action.VIEW),
        flag(Module.PROGRAMMES, Action.VIEW),
        flag(Module.CASE_STUDIES, Action.VIEW),
        flag(Module.ATTEMPT_MANAGEMENT, Action.VIEW),
        flag(Module.ATTEMPT_MANAGEMENT, Action.CREATE),
        flag(Module.STUDENT_PERFORMANCE, Action.VIEW),
        flag(Module.STUDENT_PERFORMANCE, Action.EXPORT),
    ),
)
# A role without rights: its people are neither students nor console users (G18).
ALUMNUS = CustomRole("Alumnus", None, ())
REGISTRAR = CustomRole(
    "Registrar",
    "Keeps programmes and case studies.",
    (
        flag(Module.PROGRAMMES, Action.VIEW),
        flag(Module.PROGRAMMES, Action.EDIT),
        flag(Module.CASE_STUDIES, Action.VIEW),
    ),
)


class Invited(NamedTuple):
    """An invitation, valid for a week; without ``accepted_at`` it is open or has expired."""

    sent_at: datetime
    accepted_at: datetime | None = None
    replaced_at: datetime | None = None


class StaffMember(NamedTuple):
    """A staff member; with ``knows_password`` they have the demo password, else they use SSO."""

    email: str
    first_name: str
    last_name: str
    role: LegacyRole | CustomRole
    created_at: datetime
    middle_name: str | None = None
    title: str | None = None
    department: str | None = None
    codes: str = ""
    status: UserStatus = UserStatus.ACTIVE
    updated_at: datetime | None = None
    last_activity_at: datetime | None = None
    invitations: tuple[Invited, ...] = ()
    knows_password: bool = False
    id: str | None = None
    # Came lately: their arrival moves with the day of loading, as what people did last always does.
    is_new: bool = False

    def moved(self, by: timedelta) -> Self:
        """Return the member in a calendar that was moved."""
        moved = self._replace(
            updated_at=self.updated_at and self.updated_at + by,
            last_activity_at=self.last_activity_at and self.last_activity_at + by,
        )
        if not self.is_new:
            return moved
        return moved._replace(
            created_at=self.created_at + by,
            invitations=tuple(one._replace(sent_at=one.sent_at + by) for one in self.invitations),
        )


DEMO_STAFF = (
    StaffMember(
        "superadmin@demo.example",
        "Solveig",
        "Anyanwu-Lund",
        LegacyRole.SUPER_ADMIN,
        utc(2025, 1, 1, 0, 5),
        title="Platform Lead",
        department="Digital Campus",
        knows_password=True,
    ),
    StaffMember(
        "admin@demo.example",
        "Adaora",
        "Nwachukwu-Bell",
        LegacyRole.ADMIN,
        utc(2025, 1, 2, 9),
        title="Head of Student Services",
        department="Registry",
        knows_password=True,
    ),
    StaffMember(
        "faculty@demo.example",
        "Kwabena",
        "Lartey",
        LegacyRole.FACULTY,
        utc(2025, 1, 6, 9, 30),
        middle_name="Selorm",
        title="Senior Lecturer",
        department="Business School",
        codes="MBA MBA1234",
        knows_password=True,
    ),
    StaffMember(
        # The address of the documented list; that of the documented invitation is free.
        "john.doe@example.com",
        "John",
        "Doe",
        LegacyRole.FACULTY,
        utc(2025, 1, 15, 10, 30),
        codes="MPH MBA",
        invitations=(Invited(utc(2025, 1, 15, 10, 30, 2)),),
        id=JOHN_DOE_ID,
    ),
    StaffMember(
        "olawale.fagbemi@demo.example",
        "Ọláwálé",
        "Fágbẹ́mi",
        LegacyRole.FACULTY,
        utc(2025, 2, 3, 8, 15),
        title="Professor",
        department="Public Health",
        codes="BSC-NUR MPH",
        last_activity_at=utc(2026, 5, 29, 15, 41, 7),
        invitations=(Invited(utc(2025, 2, 3, 8, 15, 3), accepted_at=utc(2025, 2, 4, 7, 2, 11)),),
    ),
    StaffMember(
        "m.slazakiewicz@demo.example",
        "Małgorzata",
        "Ślązakiewicz",
        COORDINATOR,
        utc(2025, 3, 17, 10),
        title="Coordinator",
        department="Business School",
        codes="MBA1234",
        last_activity_at=utc(2026, 6, 2, 8, 12, 55),
        invitations=(
            Invited(utc(2025, 3, 17, 10, 0, 2), replaced_at=utc(2025, 3, 28, 9, 40)),
            Invited(utc(2025, 3, 28, 9, 40), accepted_at=utc(2025, 3, 28, 11, 5, 30)),
        ),
    ),
    StaffMember(
        "taras.hrytsenko@demo.example",
        "Тарас",
        "Гриценко",
        LegacyRole.FACULTY,
        utc(2025, 4, 22, 12),
        department="Computing",
        codes="MIT",
        status=UserStatus.INACTIVE,
        updated_at=utc(2026, 1, 31, 17),
        last_activity_at=utc(2026, 1, 30, 16, 20),
    ),
    StaffMember(
        "philippa.darcy@demo.example",
        "Philippa",
        "D'Arcy",
        LegacyRole.ADMIN,
        utc(2025, 1, 20, 9),
        title="Registrar",
        department="Registry",
        status=UserStatus.DELETED,
        updated_at=utc(2025, 9, 30, 16, 55),
        last_activity_at=utc(2025, 9, 30, 12),
    ),
    StaffMember(
        "meenakshi.nambiar@demo.example",
        "Meenakshi",
        "Nambiar",
        LegacyRole.FACULTY,
        utc(2026, 6, 29, 9),
        title="Visiting Lecturer",
        codes="BSC-ECO",
        invitations=(Invited(utc(2026, 6, 29, 9, 0, 4)),),  # open
        is_new=True,
    ),
    StaffMember("jorg.weisshaupt@demo.example", "Jörg", "Weißhaupt", ALUMNUS, utc(2025, 7, 14, 11)),
)

STATE_STAFF = (
    StaffMember(
        "admin@state.example",
        "Begoña",
        "Quiñones-Ampofo",
        LegacyRole.ADMIN,
        utc(2025, 6, 2, 8),
        title="IT Director",
        knows_password=True,
    ),
    StaffMember(
        "emeka.umeh@state.example",
        "Emeka",
        "Ụmeh",
        LegacyRole.FACULTY,
        utc(2025, 6, 9, 8),
        department="Law",
        codes="LLM",
        last_activity_at=utc(2026, 5, 11, 10),
    ),
    StaffMember(
        "haiyan.ouyang@state.example",
        "海燕",
        "欧阳",
        REGISTRAR,
        utc(2025, 6, 16, 8),
        invitations=(Invited(utc(2025, 6, 16, 8, 0, 1)),),
    ),
)
