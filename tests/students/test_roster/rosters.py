"""Rosters as text, and helpers for the tests. The people in them do not exist."""

from io import BytesIO
from typing import Any

from accounts.models import ProgrammeMembership, User
from students.services.roster import MaxChange, RosterPlan, import_roster
from students.services.roster.formats.detection import NamedFile, Roster, open_roster

ANY = MaxChange.parse("100%")

EXPORT_HEADER = "Student Name,Email,Programme,Status,Overall Case Studies,Last Seen\r\n"

EXPORT = EXPORT_HEADER + (
    "Adaeze Nwosu,adaeze.nwosu@uni.example,Masters in Public Health,active,"
    "4,2026-06-04T09:00:00Z\r\n"
    'Björn Åkesson,bjorn@uni.example,"Business, Law and Society, Masters in Public Health",active,'
    "9,\r\n"
    "Chidi van der Merwe,chidi@uni.example,,inactive,0,\r\n"
)

CANVAS = """\
user_id,integration_id,login_id,password,first_name,last_name,full_name,sortable_name,short_name,email,status
01103,,anwosu,,Adaeze,Nwosu,,,Ada,adaeze.nwosu@uni.example,active
01104,,bakesson,,,,Björn Åkesson,"Åkesson, Björn",,bjorn@uni.example,active
01105,,chidi@uni.example,,Chidi,van der Merwe,,,,,suspended
01106,,deborah,,Deborah,Okoro,,,,deborah@uni.example,deleted
01107,,eteacher,,Esther,Teach,,,,esther@uni.example,active
"""

ENROLLMENTS = """\
course_id,user_id,role,section_id,status
MPH,01103,student,,active
mba,01103,student,S1,completed
ENG115,01103,student,,active
,01104,student,MBA,active
MPH,01104,student,A,deleted
MPH,01104,student,B,active
MPH,01107,teacher,,active
"""

ONEROSTER = """\
"sourcedId","status","dateLastModified","enabledUser","username","userIds","givenName",\
"familyName","middleName","identifier","email","sms","phone","agentSourcedIds","grades",\
"password","userMasterIdentifier","preferredGivenName","preferredMiddleName",\
"preferredFamilyName","primaryOrgSourcedId","pronouns"
u-1,,,true,anwosu,,Adaeze,Nwosu,Ngozi,,adaeze.nwosu@uni.example,,,,,,,Ada,,,o-1,she/her
u-2,active,2026-08-01T09:00:00.000Z,TRUE,bjorn@uni.example,,Björn,Åkesson,,,,,,,,,,,,,o-1,
u-3,,,false,chidi,,Chidi,van der Merwe,,,chidi@uni.example,,,,,,,,,,o-1,
u-4,tobedeleted,2026-08-01T09:00:00.000Z,true,deborah,,Deborah,Okoro,,,deborah@uni.example,\
,,,,,,,,,o-1,
u-5,,,true,esther,,Esther,Teach,,,esther@uni.example,,,,,,,,,,o-1,
"""

ROLES = """\
sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
r-1,,,u-1,primary,student,,,o-1,
r-2,,,u-2,primary,student,,,o-1,
r-3,,,u-3,secondary,student,,,o-1,
r-4,,,u-4,primary,student,,,o-1,
r-5,,,u-5,primary,teacher,,,o-1,
r-6,tobedeleted,,u-5,secondary,student,,,o-1,
"""


def named(content: str | bytes, name: str = "users.csv", encoding: str = "") -> NamedFile:
    binary = content.encode() if isinstance(content, str) else content
    return NamedFile(BytesIO(binary), name, encoding)


def roster(
    content: str | bytes, *, enrolments: str = "", roles: str = "", encoding: str = ""
) -> Roster:
    return open_roster(
        named(content, encoding=encoding),
        enrolments=named(enrolments, "enrollments.csv") if enrolments else None,
        roles=named(roles, "roles.csv") if roles else None,
    )


def export(*lines: str) -> Roster:
    """Return an export with the first four of its columns, which contain all that is read."""
    return roster("".join(f"{line}\n" for line in ("Student Name,Email,Programme,Status", *lines)))


def run(tenant, file: Roster, **options: Any) -> RosterPlan:
    """Import without a limit on changes, unless the test sets one."""
    options = {"max_change": ANY, **options}
    return import_roster(actor=None, tenant=tenant, roster=file, source="test", **options)


def people(tenant) -> dict[str, tuple]:
    """Return everybody of a tenant by address: names, status, role, codes of programmes."""
    codes: dict[str, list[str]] = {}
    links = ProgrammeMembership.objects.for_tenant(tenant).order_by("programme__code")
    for user_id, code in links.values_list("user_id", "programme__code"):
        codes.setdefault(user_id, []).append(code)
    return {
        user.email: (
            *(user.first_name, user.middle_name, user.last_name),
            *(user.status, user.legacy_role, codes.get(user.pk, [])),
        )
        for user in User.objects.for_tenant(tenant)
    }


def everything() -> list[tuple]:
    """Return all users and memberships with all their columns."""
    columns = [field.attname for field in User._meta.concrete_fields]
    links = ProgrammeMembership.objects.values_list("tenant_id", "user_id", "programme_id")
    return sorted(map(repr, [*User.objects.values_list(*columns), *links]))


def canvas(*lines: str, enrolments: str = "") -> Roster:
    """Return people with SIS ids: ``id, first name, last name, address, status, cohort``."""
    header = "user_id,login_id,first_name,last_name,email,status,cohort"
    width = header.count(",") - 1
    rows = []
    for line in lines:
        sis_id, *rest = line.split(",")
        rest += [""] * (width - len(rest))
        rest[3] = rest[3] or "active"
        rows.append(",".join((sis_id, "", *rest)))
    return roster("".join(f"{row}\n" for row in (header, *rows)), enrolments=enrolments)


def refused(tenant, file: Roster, **options: Any) -> list[tuple[int, str]]:
    """Run without the bad rows; return their lines and reasons."""
    plan = run(tenant, file, skip_bad_rows=True, **options)
    return sorted((error.line, error.reason) for error in plan.errors)
