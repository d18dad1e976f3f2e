"""The same people, as Canvas, OneRoster, Moodle and Excel write them, are the same rows."""

import csv
from io import StringIO
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from students.services.roster.formats.csv_files import DELIMITERS
from students.services.roster.formats.detection import Roster, open_roster
from students.services.roster.formats.rows import EnrolmentStatus, RosterRow
from tests.students.test_roster.packages import packed, workbook
from tests.students.test_roster.rosters import named


class Person(NamedTuple):
    sis_id: str
    first: str
    last: str
    address: str
    cohort: str | None
    is_active: bool


WORDS = [
    "Adaeze",
    "Björn",
    "O'Connor",
    "van der Merwe",
    "Łukasz",
    "Nguyễn Thị",
    "王",
    "D’Arcy-Nwosu",
]

people = st.lists(
    st.tuples(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS),
        st.sampled_from([None, "2026-A", "Höhere Klasse"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
).map(
    lambda drawn: [
        Person(f"{n:05}", first, last, f"p{n}@uni.example", cohort, is_active)
        for n, (first, last, cohort, is_active) in enumerate(drawn)
    ]
)

CANVAS = ["user_id", "login_id", "first_name", "last_name", "email", "status", "cohort"]
ONEROSTER = [
    *("sourcedId", "enabledUser", "username", "givenName", "familyName", "email", "cohort"),
]
MOODLE = ["username", "firstname", "lastname", "email", "idnumber", "cohort1", "suspended"]


def canvas_rows(persons: list[Person]) -> list[list[str]]:
    status = {True: "active", False: "suspended"}
    return [
        CANVAS,
        *(
            [p.sis_id, p.sis_id, p.first, p.last, p.address, status[p.is_active], p.cohort or ""]
            for p in persons
        ),
    ]


def oneroster_rows(persons: list[Person]) -> list[list[str]]:
    enabled = {True: "true", False: "false"}
    return [
        ONEROSTER,
        *(
            [p.sis_id, enabled[p.is_active], "u", p.first, p.last, p.address, p.cohort or ""]
            for p in persons
        ),
    ]


def moodle_rows(persons: list[Person]) -> list[list[str]]:
    return [
        MOODLE,
        *(
            ["u", p.first, p.last, p.address, p.sis_id, p.cohort or "", str(int(not p.is_active))]
            for p in persons
        ),
    ]


def text(rows: list[list[str]], **style: str) -> str:
    written = StringIO(newline="")
    csv.writer(written, **style).writerows(rows)
    return written.getvalue()


def canvas(persons: list[Person]) -> Roster:
    return open_roster(named(text(canvas_rows(persons))))


def oneroster(persons: list[Person]) -> Roster:
    roles = [["userSourcedId", "roleType", "role"]]
    roles += [[p.sis_id, "primary", "student"] for p in persons]
    files = {"users.csv": text(oneroster_rows(persons)), "roles.csv": text(roles)}
    return open_roster(named(packed(files), "roster.zip"))


def moodle(persons: list[Person]) -> Roster:
    return open_roster(named(text(moodle_rows(persons), delimiter=";")))


def excel(persons: list[Person]) -> Roster:
    return open_roster(named(workbook(canvas_rows(persons)), "roster.xlsx"))


def told(roster: Roster) -> list[Person]:
    rows = [line for line in roster.read() if isinstance(line, RosterRow)]
    names = [row.name.names(None) for row in rows]
    return [
        Person(
            *(row.sis_id, name.first, name.last, row.email, row.cohort),
            row.status is EnrolmentStatus.ACTIVE,
        )
        for row, name in zip(rows, names, strict=True)
    ]


@pytest.mark.parametrize("written", [canvas, oneroster, moodle, excel])
@given(persons=people)
def test_the_same_people_come_back_from_every_format(written, persons):
    assert told(written(persons)) == persons


@given(
    persons=people,
    rows=st.sampled_from([canvas_rows, oneroster_rows, moodle_rows]),
    delimiter=st.sampled_from(sorted(DELIMITERS)),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
def test_people_come_back_however_they_are_written(persons, rows, delimiter, line_end, encoding):
    content = text(rows(persons), delimiter=delimiter, lineterminator=line_end).encode(encoding)
    name = "gb18030" if encoding == "gb18030" else ""
    assert told(open_roster(named(content, encoding=name))) == persons
