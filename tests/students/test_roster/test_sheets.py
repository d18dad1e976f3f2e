"""Excel workbooks: what is read of their first sheet."""

import re
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from students.services.roster.formats.rows import FullName, NotAStudent, RosterRow, RowError
from tests.students.test_roster.packages import (
    ADA,
    EXPORT,
    HEADER,
    SHEET,
    opened,
    read,
    rewritten,
    with_shared_texts,
    workbook,
)
from tests.students.test_roster.rosters import named


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
        (7, '"S"0000', "S0007"),
        (7, "00000", "00007"),
        (12345678, "000-00-0000", "012-34-5678"),
        ("0007", '"S"@', "S0007"),
        # What is for the eye: the id is the number.
        (1007, "#,##0", "1007"),
        (1007, "0.00", "1007"),
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


def test_ids_whose_format_shows_all_of_them_need_no_remark():
    def change(sheet):
        sheet["A2"].number_format = "0000"

    plain = opened(workbook([HEADER, ADA])).notes
    assert opened(workbook([HEADER, [7, *ADA[1:]]], change)).notes == plain


def test_a_number_that_is_shown_as_something_else_by_a_condition_is_a_bad_row():
    def change(sheet):
        sheet["A2"].number_format = '[<1000]"S"0000;"T"0000'

    (row,) = opened(workbook([HEADER, [7, *ADA[1:]]], change)).read()

    assert isinstance(row, RowError)
    assert "is a number that its format shows as something else" in row.reason


BEN = ["0008", "ben", "Ben", "Obi", "ben@uni.example", "active", None]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A2" t="d"><v>2026-02-31</v></c>',
        '<c r="A2" t="d"><v>soon</v></c>',
        '<c r="A2" s="1"><v>99999999999</v></c>',
        '<c r="A2" s="1"><v>-7</v></c>',
    ],
)
@pytest.mark.parametrize("is_read", [True, False])
def test_a_date_that_there_is_not_spoils_its_own_row_alone(cell, is_read):
    rows = [HEADER, ADA, BEN] if is_read else [row[::-1] for row in (HEADER, ADA, BEN)]
    rows[1] = [date(2026, 2, 1), *rows[1][1:]]

    def spoilt(xml: bytes) -> bytes:
        return re.sub(rb'<c r="A2".*?</c>', cell.encode(), xml, count=1)

    content = rewritten(workbook(rows), SHEET, spoilt)

    first, second = opened(content).read()

    assert isinstance(first, RowError) is is_read
    if is_read:
        assert "is a date that there is not" in first.reason
    assert (second.line, second.email) == (3, "ben@uni.example")


def test_a_date_in_a_format_without_a_text_is_a_date():
    def change(sheet):
        sheet["A2"].number_format = "0000"

    def local(xml: bytes) -> bytes:
        # 31: a date as an East Asian Excel writes it.
        return xml.replace(b'<xf numFmtId="164"', b'<xf numFmtId="31"')

    content = rewritten(workbook([HEADER, [46054, *ADA[1:]]], change), "xl/styles.xml", local)

    (row,) = opened(content).read()

    assert "is a date to Excel" in row.reason


def test_rows_that_are_hidden_are_read_and_remarked():
    def change(sheet):
        sheet.row_dimensions[3].hidden = True

    roster = opened(workbook([HEADER, ADA, BEN], change))

    assert [row.email for row in roster.read()] == ["adaeze@uni.example", "ben@uni.example"]
    assert roster.notes[-1] == (
        "roster.xlsx has rows that Excel hides (1, the first is line 3): they were read as well. "
        "Delete those that are not meant."
    )
    assert len(opened(workbook([HEADER, ADA, BEN])).notes) == len(roster.notes) - 1


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


def test_texts_that_stand_in_a_part_of_their_own_are_read():
    (row,) = opened(with_shared_texts(0)).read()
    assert (row.name, row.email) == (FullName("Ada Obi"), "ada@uni.example")


def test_a_sheet_that_is_written_without_shared_texts_is_read():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Students")
    for row in (EXPORT, ["Ada Obi", "ada@uni.example", "", "active"]):
        sheet.append(row)
    content = BytesIO()
    book.save(content)

    (row,) = opened(content.getvalue()).read()
    assert row.name == FullName("Ada Obi")
