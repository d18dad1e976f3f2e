"""The texts that a spreadsheet takes for formulas, whoever typed them (contract §8).

The database puts an apostrophe before such texts when it writes cells, by its function
``text_cell``, which has the same pattern; a test compares the two.
"""

import re
import unicodedata

# Invisible characters, which programs drop: controls, blanks, marks of direction, joiners and
# separators of letters, fillers. The apostrophe is among them because it is the guard: a person
# with the name '=Ada has an apostrophe of their own, and keeps it.
_UNSEEN = (
    r"'\x01-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891"
    r"\u08e2\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    r"\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd"
    r"\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Characters that begin a formula, and those that become one of them in compatibility form.
_SIGNS = (
    r"=+@\t\n\r\u207a-\u207c\u208a-\u208c\u2212\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b"
    r"\uff0b\uff0d\uff1d\uff20-"
)

_formula = re.compile(rf"\A[{_UNSEEN}]*[{_SIGNS}]")


def begins_formula(text: str) -> bool:
    """Return whether a spreadsheet might take a text for a formula."""
    return _formula.match(text) is not None


# After hyphens, a letter and nothing that a formula is made of: digits, brackets, operators. Of the
# ASCII signs, names have blanks, apostrophes, commas, hyphens and full stops.
_after_hyphens = re.compile(
    r"\A['’ʼ ]*[-\u2212\ufe63\uff0d]+['’ʼ ]*[^\W\d_][^\d!-&(-+/-@\[-`{-\x7f]*", re.DOTALL
)


def is_formula(name: str) -> bool:
    """Return whether a name is nothing that a person is called, but a spreadsheet's formula."""
    if not begins_formula(name):
        return False
    return not _after_hyphens.fullmatch(unicodedata.normalize("NFKC", name))


def guarded(text: str) -> str:
    """Return a text for a cell, with an apostrophe before what would be a formula."""
    return f"'{text}" if begins_formula(text) else text


def unguarded(cell: str) -> str:
    """Return the text of a cell that an export may have put an apostrophe before."""
    return cell[1:] if cell.startswith("'") and begins_formula(cell) else cell
