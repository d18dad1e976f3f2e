"""Cells as the database writes them (contract §8)."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db

# All characters but NUL, which PostgreSQL does not hold, and halves of pairs.
CHARACTERS = [chr(n) for n in range(1, 0x11_000) if not 0xD800 <= n <= 0xDFFF]
# What no XML holds.
IMPOSSIBLE = {*map(chr, range(1, 32)), "\ufffe", "\uffff"} - set("\t\n\r")


def cell_of(text: str) -> str:
    """Read the contract plainly."""
    held = "".join(character for character in text if character not in IMPOSSIBLE)
    return f"'{held}" if held.startswith(("=", "+", "-", "@", "\t", "\r")) else held


def cells_of(texts: list[str | None]) -> list[str | None]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT text_cell(text) FROM unnest(%s::text[]) WITH ORDINALITY AS t (text, n)"
            " ORDER BY n",
            [texts],
        )
        return [text for (text,) in cursor.fetchall()]


@pytest.mark.parametrize("around", ["{}", "{}=1", "a{}b", "={}", "\x01{}", "a\n{}"])
def test_a_text_cell_is_no_formula_and_holds_what_xml_can(around):
    texts = [around.format(character) for character in CHARACTERS]

    assert cells_of(texts) == [cell_of(text) for text in texts]


def test_a_text_cell_of_nothing_is_nothing():
    assert cells_of([None, "", "\x01"]) == [None, "", ""]
