"""Cells as the database writes them, and as a roster's reader takes them (contract §8)."""

import unicodedata

import pytest
from django.db import connection

from config.formulas import begins_formula, unguarded

pytestmark = pytest.mark.django_db

# All characters that are assigned, but NUL, which PostgreSQL does not hold, and halves of pairs.
CHARACTERS = [
    chr(n) for n in (*range(1, 0xD800), *range(0xE000, 0x20_000), *range(0xE_0000, 0xE_1000))
]
# What no XML holds.
IMPOSSIBLE = {*map(chr, range(1, 32)), "\ufffe", "\uffff"} - set("\t\n\r")

# What looks like the sign that begins a formula becomes one on somebody's way to a spreadsheet.
SIGNS = {c for c in CHARACTERS if unicodedata.normalize("NFKC", c)[0] in "=+-@\N{MINUS SIGN}"}
# Nothing is seen of these, and there are programs that drop them. The standard's list of characters
# that may be ignored, which Python does not know, takes in some that are in no such category.
UNSEEN = {c for c in CHARACTERS if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp", "Zs"}} | {
    chr(n)
    for first, last in (
        *((0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F)),
        *((0x2065, 0x2065), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F)),
        *((0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0xE_0000, 0xE_0FFF)),
    )
    for n in range(first, last + 1)
}


def cell_of(text: str) -> str:
    """Read the contract plainly."""
    held = "".join(character for character in text if character not in IMPOSSIBLE)
    for character in held:
        if character in SIGNS or character in "\t\n\r":
            return f"'{held}"
        if character not in UNSEEN and character != "'":
            break
    return held


def cells_of(texts: list[str | None]) -> list[str | None]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT text_cell(text) FROM unnest(%s::text[]) WITH ORDINALITY AS t (text, n)"
            " ORDER BY n",
            [texts],
        )
        return [text for (text,) in cursor.fetchall()]


@pytest.mark.drill
@pytest.mark.parametrize(
    "around", ["{}", "{}=1", "{}1", "a{}b", "={}", "\x01{}", "a\n{}", "'{}", "'{}=", "\ufeff {}-1"]
)
def test_a_text_cell_is_no_formula_and_holds_what_xml_can(around):
    texts = [around.format(character) for character in CHARACTERS]

    assert cells_of(texts) == [cell_of(text) for text in texts]


@pytest.mark.drill
@pytest.mark.parametrize("around", ["{}", "{}=1", "'{}", "'{}=", "''{}@", " {}'='"])
def test_a_cell_is_read_back_as_what_was_written(around):
    texts = [around.format(character) for character in CHARACTERS if character not in IMPOSSIBLE]

    cells = cells_of(texts)

    assert [unguarded(cell) for cell in cells] == texts
    guarded = [text for text, cell in zip(texts, cells, strict=True) if cell != text]
    assert [text for text in texts if begins_formula(text)] == guarded


def test_a_text_cell_of_nothing_is_nothing():
    assert cells_of([None, "", "\x01"]) == [None, "", ""]
