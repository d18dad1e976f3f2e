"""Workbooks whose rows the database makes: whatever is written comes back (contract §8)."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from config import exports
from config.exports import Rows
from tests.sheets import sheet

pytestmark = pytest.mark.django_db

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MOST_UNITS = 32_767

# The elements of a worksheet that there may be here, in the standard's order (ECMA-376, 18.3.1.99).
ORDER = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "pageMargins"]

# All that PostgreSQL holds; and pieces that together look like escapes, markup and formulas.
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
pieces = st.sampled_from(
    [
        *("_", "x", "_x000D_", "_x005F_", "_x00", "41", "41_", "_xFFFF_", "_xffff", "x0041_"),
        *("\r", "\n", "\r\n", "\t", "\x01", "\x0b", "\x1f", "\ufffe", "\uffff", "\x85", "\u2028"),
        *("&", "&amp;", "&#10;", "<", ">", "</t>", "]]>", '"', "'", "\\", "\\.", "\\N", ",", "=1"),
        *(" ", "  ", "😀", "𝔸", "é", "e\u0301", "\u202e"),
    ]
)
written = st.lists(texts | st.lists(pieces).map("".join), min_size=1, max_size=20)


def book_of(statement: str, parameters: list, header: list[str]) -> bytes:
    class Asked:
        export_header = tuple(header)

        def export_rows(self) -> Rows:
            return Rows(statement, parameters)

    file = BytesIO()
    exports.writer_of_list(Asked(), "xlsx")(file)
    return file.getvalue()


def book_of_texts(found: list[str | None]) -> bytes:
    statement = "SELECT t, n FROM unnest(%s::text[]) WITH ORDINALITY AS u (t, n) ORDER BY n"
    return book_of(statement, [found], ["Text", "Number"])


def decoded(text: str) -> str:
    """Return what the standard has a reader take a text for (ECMA-376, 22.9.2.19)."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def cells_of(content: bytes) -> list[list[str]]:
    """Read a sheet by the standard alone: no program's own idea of it."""
    root = etree.fromstring(ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml"))
    return [[decoded("".join(cell.itertext())) for cell in row] for row in root.iter(f"{MAIN}row")]


@given(written)
def test_any_text_comes_back_as_it_was(found):
    content = book_of_texts(found)

    assert cells_of(content)[1:] == [[text, str(n)] for n, text in enumerate(found, start=1)]


@given(written)
def test_openpyxl_reads_the_same(found):
    # It leaves out what it takes for an escape: such texts are the standard's reader's above.
    found = ["".join(re.findall(r"[^_\0-\x1f\x7f-\x9f\ufffe\uffff]", text)) for text in found]

    rows = sheet(book_of_texts(found), read_only=True)

    assert rows[1:] == [[text or None, n] for n, text in enumerate(found, start=1)]


def test_text_stays_text_and_a_number_a_number():
    content = book_of(
        "SELECT '=1+1'::text, 7::bigint, 12.5::numeric(4, 1), '0007'::varchar, NULL::text,"
        " NULL::int, '' ORDER BY 1",
        [],
        list("abcdefg"),
    )

    assert sheet(content)[1] == ["=1+1", 7, 12.5, "0007", None, None, None]
    root = etree.fromstring(ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml"))
    kinds = [cell.get("t", "n") for cell in list(root.iter(f"{MAIN}row"))[1]]
    assert kinds == ["inlineStr", "n", "n", "inlineStr", "n", "n", "n"]
    assert not list(root.iter(f"{MAIN}f"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a" * MOST_UNITS, MOST_UNITS),
        ("a" * 40_000, MOST_UNITS),
        ("&" * 40_000, MOST_UNITS),
        ("\x01" * 40_000, MOST_UNITS),
        ("😀" * 16_383, 16_383),
        ("😀" * 16_384, 16_383),
        ("😀" * 40_000, 16_383),
        ("a" + "😀" * 16_383, 16_384),
    ],
)
def test_a_cell_has_the_beginning_of_a_text_that_is_too_long(text, kept):
    (cell,) = cells_of(book_of_texts([text]))[1][:1]

    assert text.startswith(cell)
    assert len(cell.encode("utf-16-le")) // 2 <= MOST_UNITS
    if text.isascii() or len(text) <= kept:
        assert len(cell) == kept


def test_the_parts_stand_in_the_order_of_the_standard_and_none_lies():
    content = book_of_texts(["a"] * 1000)

    with ZipFile(BytesIO(content)) as book:
        assert book.testzip() is None
        root = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        assert {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml"} <= set(
            book.namelist()
        )
        assert len(set(book.namelist())) == len(book.namelist())
    names = [etree.QName(part).localname for part in root]
    assert names == [name for name in ORDER if name in names]
    # A size that was written before the rows were would hide all but the first.
    assert "dimension" not in names
    assert len(sheet(content, read_only=True)) == 1001


def test_titles_stay_in_sight():
    root = etree.fromstring(ZipFile(BytesIO(book_of_texts([]))).read("xl/worksheets/sheet1.xml"))

    (pane,) = root.iter(f"{MAIN}pane")
    assert (pane.get("state"), pane.get("topLeftCell")) == ("frozen", "A2")
    assert cells_of(book_of_texts([])) == [["Text", "Number"]]
