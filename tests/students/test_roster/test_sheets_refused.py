"""Excel workbooks that are no plain table, or are made to do harm."""

import tracemalloc
from collections.abc import Callable

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from config.errors import RuleViolation
from students.services.roster.formats import sheets
from tests.students.test_roster.packages import (
    ADA,
    HEADER,
    KINDS,
    SHEET,
    also,
    opened,
    packed,
    read,
    rewritten,
    with_shared_texts,
    workbook,
)


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
