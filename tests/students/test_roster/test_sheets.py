"""Excel workbooks: what is read of their first sheet, and what would be read as something else."""

import tracemalloc
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from config.errors import RuleViolation
from students.services.roster.formats import sheets
from students.services.roster.formats.detection import Roster, open_roster
from students.services.roster.formats.rows import FullName, NotAStudent, RosterRow, RowError
from tests.students.test_roster.rosters import named
from tests.students.test_roster.test_bundles import packed

HEADER = ["user_id", "login_id", "first_name", "last_name", "email", "status", "notes"]
ADA = ["0007", "ada", "Adaeze", "Nwosu", "adaeze@uni.example", "active", None]
EXPORT = ["Student Name", "Email", "Programme", "Status"]
KINDS = "[Content_Types].xml"
SHEET = "xl/worksheets/sheet1.xml"


def workbook(rows: list[list[Any]], change: Callable[[Worksheet], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book.active)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def rewritten(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook of which one part is another."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return packed({**parts, part: change(parts.get(part, b""))})


def opened(content: bytes, **beside) -> Roster:
    return open_roster(named(content, "roster.xlsx"), **beside)


def read(*rows: list[Any]) -> list:
    return list(opened(workbook([HEADER, *rows])).read())


def test_a_sheet_is_read_with_the_numbers_of_its_rows():
    content = workbook([[], [None, None], HEADER, [], ADA, [None] * 3, ["0008", "b@uni.example"]])

    ada, short = opened(content).read()

    assert (ada.line, ada.sis_id, ada.email) == (5, "0007", "adaeze@uni.example")
    assert (short.line, short.reason) == (
        7,
        "The line is cut off: it has 2 cells for 7 columns.",
    )


def test_a_sheet_may_be_read_any_number_of_times():
    roster = opened(workbook([HEADER, ADA]))
    assert list(roster.read()) == list(roster.read()) != []
    assert roster.lines == 2
    assert len(roster.sha256) == 64


@given(
    st.lists(
        st.text(
            alphabet=st.characters(
                exclude_categories=["Cs", "Cc"], exclude_characters="_\ufffe\uffff"
            ),
            max_size=12,
        ),
        max_size=5,
    )
)
def test_texts_come_back_as_they_were_written(labels):
    rows = [[f"Ada {n}", f"a{n}@uni.example", label, "active"] for n, label in enumerate(labels)]
    plain = [row for row in rows if not row[2].startswith(("=", "'"))]
    content = workbook([EXPORT, *plain])
    assert [row.programmes.text for row in opened(content).read()] == [
        row[2].strip() for row in plain
    ]


@pytest.mark.parametrize(
    ("value", "number_format", "sis_id"),
    [
        (1007, "General", "1007"),
        (1007.0, "General", "1007"),
        (7, "0000", "0007"),
        (202601000000, "General", "202601000000"),
        ("0007", "General", "0007"),
        (7.5, "General", "7.5"),
    ],
)
def test_an_id_that_is_a_number_is_read_as_excel_shows_it(value, number_format, sis_id):
    def change(sheet):
        sheet["A2"].number_format = number_format

    (row,) = opened(workbook([HEADER, [value, *ADA[1:]]], change)).read()
    assert row.sis_id == sis_id


def test_ids_that_are_numbers_are_remarked():
    roster = opened(workbook([HEADER, ADA, [8, "ben", "Ben", "Obi", "ben@uni.example", "active"]]))
    assert "The ids in user_id are numbers to Excel (the first in line 3)" in roster.notes[-1]
    assert len(opened(workbook([HEADER, ADA])).notes) == len(roster.notes) - 1


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (2026010000001234567, "is a number beyond the 15 digits that Excel keeps"),
        (date(2026, 2, 1), "is a date to Excel"),
        (datetime(2026, 2, 1, 12, tzinfo=None), "is a date to Excel"),  # noqa: DTZ001 - as Excel has it
        ("#N/A", "is the error #N/A"),
        ("2.02601E+11", "a number that a spreadsheet has rounded"),
    ],
)
def test_an_id_that_excel_has_changed_is_a_bad_row(value, reason):
    def change(sheet):
        if value == "#N/A":
            sheet["A2"].data_type = "e"

    (row,) = opened(workbook([HEADER, [value, *ADA[1:]]], change)).read()
    assert isinstance(row, RowError)
    assert reason in row.reason


def test_what_is_in_a_column_that_is_not_read_does_not_matter():
    (row,) = read([*ADA[:-1], date(2026, 2, 1)])
    assert isinstance(row, RosterRow)


def test_dates_and_truths_are_read_where_they_belong():
    users = [
        ["sourcedId", "enabledUser", "username", "givenName", "familyName", "email"],
        ["u1", True, "ada", "Ada", "Obi", "ada@uni.example"],
        ["u2", False, "ben", "Ben", "Obi", "ben@uni.example"],
        ["u3", True, "chi", "Chi", "Obi", "chi@uni.example"],
    ]
    roles = [
        ["userSourcedId", "roleType", "role", "beginDate", "endDate"],
        ["u1", "primary", "student", date(2020, 9, 1), None],
        ["u2", "primary", "student", date(2020, 9, 1), "2999-01-01"],
        ["u3", "primary", "student", date(2016, 9, 1), date(2020, 6, 30)],
    ]
    roster = opened(workbook(users), roles=named(workbook(roles), "roles.xlsx"))

    ada, ben, chi = roster.read()
    assert (ada.status.value, ben.status.value, chi) == ("active", "inactive", NotAStudent(4))


def test_a_date_that_lost_its_format_is_a_bad_row():
    users = [
        ["sourcedId", "enabledUser", "username", "givenName", "familyName", "email"],
        ["u1", True, "ada", "Ada", "Obi", "ada@uni.example"],
    ]
    roles = [["userSourcedId", "roleType", "role", "endDate"], ["u1", "primary", "student", 44012]]
    roster = opened(workbook(users), roles=named(workbook(roles), "roles.xlsx"))

    bad, *_ = roster.read()
    assert bad.reason == "endDate is '44012', not a date such as 2026-08-31."


def second(title: str, state: str, *cells: str) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet.title = "Students"
        other = sheet.parent.create_sheet(title)
        other.append(list(cells))
        other.sheet_state = state

    return change


def test_two_sheets_with_something_in_them_are_refused():
    content = workbook([HEADER, ADA], second("Staff", "visible", "user_id"))
    with pytest.raises(RuleViolation, match=r"more than one sheet .*\('Students', 'Staff'\)"):
        opened(content)


@pytest.mark.parametrize(
    "other", [second("Sheet2", "visible"), second("Lists", "hidden", "active")]
)
def test_empty_and_hidden_sheets_do_not_matter(other):
    assert len(list(opened(workbook([HEADER, ADA], other)).read())) == 1


def formula(sheet: Worksheet) -> None:
    sheet["E2"] = '=B2&"@uni.example"'


def merged(sheet: Worksheet) -> None:
    sheet.merge_cells("C2:C3")


def far(sheet: Worksheet) -> None:
    sheet["XFD1"] = "x"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (formula, r"has formulas \(the first in E2\); copy the table, and paste it as values only"),
        (merged, r"has merged cells \(C2:C3\); unmerge them"),
        (far, r"has more than 100 columns \(a cell XFD1\); delete those to the right"),
        (lambda sheet: sheet.delete_rows(1, 9), "is empty: there is nothing in its first sheet"),
    ],
)
def test_a_sheet_that_is_no_plain_table_is_refused(change, message):
    with pytest.raises(RuleViolation, match=message):
        opened(workbook([HEADER, ADA], change))


def test_links_to_other_workbooks_are_refused():
    content = rewritten(workbook([HEADER, ADA]), "xl/externalLinks/externalLink1.xml", bytes)
    with pytest.raises(RuleViolation, match="has links to other workbooks"):
        opened(content)


ROW = b'<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>'
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: sheet.replace(
            b"</sheetData>", b'<row r="3">' + b"<c/>" * 9_000_000 + b"</row></sheetData>"
        ),
        lambda sheet: sheet.replace(b"</sheetData>", b'<row r="2000000000"/></sheetData>'),
        lambda sheet: sheet.replace(
            b"</sheetData>", b'<row r="3"><c r="ZZZZZZ3"><v>1</v></c></row></sheetData>'
        ),
        lambda sheet: DOCTYPE + sheet,
        lambda sheet: sheet[:-200],
        lambda sheet: b"no XML",
        lambda sheet: sheet.replace(b'r="A2"', b'r="2A"'),
    ],
    ids=["a million cells", "far row", "far column", "entities", "cut off", "no XML", "odd cell"],
)
def test_a_sheet_made_to_do_harm_is_refused_in_little_memory(change, monkeypatch):
    monkeypatch.setattr("students.services.roster.formats.archives.MAX_RATIO", 10_000)
    content = rewritten(workbook([HEADER, ADA]), SHEET, change)

    tracemalloc.start()
    try:
        with pytest.raises(
            RuleViolation, match=r"roster\.xlsx (has more|is built|cannot be read|is empty)"
        ):
            list(opened(content).read())
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()


def also(part: str) -> Callable[[bytes], bytes]:
    """Return a change of the list of parts: it says of one that it holds the shared texts."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    more = f'<Override PartName="/xl/{part}.xml" ContentType="{kind}"/></Types>'
    return lambda old: old.replace(b"</Types>", more.encode())


def with_shared_texts(count: int) -> bytes:
    """Return a workbook as Excel writes it: texts stand in a part of their own, each once."""
    texts = [*EXPORT, "Ada Obi", "ada@uni.example", "", "active"]
    strings = "".join(f"<si><t>{text}</t></si>" for text in texts) + "<si/>" * count
    cells = ["".join(f'<c t="s"><v>{n}</v></c>' for n in range(k, k + 4)) for k in (0, 4)]
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rows = "".join(f"<row>{row}</row>" for row in cells)
    content = workbook([EXPORT])
    content = rewritten(content, KINDS, also("sharedStrings"))
    content = rewritten(
        content, "xl/sharedStrings.xml", lambda _: f"<sst {space}>{strings}</sst>".encode()
    )
    return rewritten(
        content,
        SHEET,
        lambda _: f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>".encode(),
    )


def test_texts_that_stand_in_a_part_of_their_own_are_read():
    (row,) = opened(with_shared_texts(0)).read()
    assert (row.name, row.email) == (FullName("Ada Obi"), "ada@uni.example")


def test_texts_that_repeat_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(sheets, "MAX_BYTES", 5_000)
    with pytest.raises(RuleViolation, match="when it is unpacked"):
        read(*[[*ADA[:-1], "x" * 500]] * 50)


@pytest.mark.parametrize("part", ["sharedStrings", "worksheet"])
def test_parts_that_are_held_whole_are_bounded(monkeypatch, part):
    limits = {kind: 1_000 if part in kind else size for kind, size in sheets._LIMITS.items()}
    monkeypatch.setattr(sheets, "_LIMITS", limits)
    content = with_shared_texts(500) if part == "sharedStrings" else workbook([HEADER, *[ADA] * 9])
    with pytest.raises(
        RuleViolation, match="is too large to be read as a workbook; save it as CSV"
    ):
        opened(content)


def test_a_part_that_is_said_to_be_two_things_has_the_lesser_limit(monkeypatch):
    monkeypatch.setattr(sheets, "_MAX_PART", 12_000)
    content = rewritten(workbook([HEADER, *[ADA] * 99]), KINDS, also("worksheets/sheet1"))
    with pytest.raises(RuleViolation, match="is too large to be read as a workbook"):
        opened(content)


def test_other_packages_are_no_workbooks():
    with pytest.raises(RuleViolation, match=r"has no file of people in it: word/document\.xml"):
        opened(packed({"word/document.xml": "<w/>"}))
    with pytest.raises(RuleViolation, match="cannot be read as a workbook"):
        opened(packed({"xl/workbook.xml": "<w/>"}))


def test_a_sheet_that_is_written_without_shared_texts_is_read():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Students")
    for row in (EXPORT, ["Ada Obi", "ada@uni.example", "", "active"]):
        sheet.append(row)
    content = BytesIO()
    book.save(content)

    (row,) = opened(content.getvalue()).read()
    assert row.name == FullName("Ada Obi")
