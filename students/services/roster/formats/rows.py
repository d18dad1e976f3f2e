"""The rows that every format produces: one person of a roster, or the fault of a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.models.user import LONGEST_COHORT, LONGEST_SIS_ID
from accounts.validators.campus import kept_sis_id
from config.addresses import LONGEST_ADDRESS, new_address
from config.formulas import is_formula
from config.ruined import REPLACED, may_be_ruined, replaces_letters, ruin_of
from config.text import folded, one_line

# The field has a length, which fields in general need not have.
NAME_LENGTH: int = User._meta.get_field("first_name").max_length  # type: ignore[assignment]

# Why a line of somebody who is gone is skipped: nobody can be told by it.
GONE_UNKNOWN = "deleted, without an id and an address"


class BadRow(Exception):
    """A line that cannot be imported; the message gives the reason."""


@dataclass(frozen=True, slots=True)
class RowError:
    """A line that cannot be imported, with the person's address and SIS id, if they were read."""

    source: str
    line: int
    reason: str
    email: str | None = None
    sis_id: str | None = None

    def __str__(self) -> str:
        return f"{self.source}, line {self.line}: {self.reason}"


class EnrolmentStatus(Enum):
    """The status of a student in the other system."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    GONE = "gone"  # the other system has deleted them


class Names(NamedTuple):
    first: str
    middle: str | None
    last: str


class FullName(NamedTuple):
    """A first and a last name in one text, as in our own export and some of Canvas' files."""

    text: str

    def names(self, before: Names | None) -> Names:
        """Return the parts of the name, which the text does not mark.

        If the stored name reads like the text, its parts are kept; if only one part changed, the
        other one is kept. Otherwise the last word is the last name; a single word is a first name.
        """
        if before is None:
            first, last = self._guess()
            return _checked(Names(first, None, last))
        first, middle, last = before
        if self.text == folded(f"{first} {last}"):
            return before
        if last and self.text.endswith(f" {last}"):
            first = self.text.removesuffix(f" {last}")
        elif self.text.startswith(f"{first} "):
            last = self.text.removeprefix(f"{first} ")
        else:
            first, last = self._guess()
        return _checked(Names(first, middle, last))

    def _guess(self) -> tuple[str, str]:
        first, _, last = self.text.rpartition(" ")
        return (first, last) if first else (last, "")


class NameParts(NamedTuple):
    """A name in its parts; ``middle`` is None where the file does not contain it."""

    first: str
    last: str
    middle: str | None = None

    def names(self, before: Names | None) -> Names:
        """Return the parts; somebody with a single name has it as the first."""
        middle = self.middle or (before.middle if before else None)
        first, last = (self.first, self.last) if self.first else (self.last, "")
        return _checked(Names(first, middle, last))


@dataclass(frozen=True, slots=True)
class ProgrammeLabel:
    """All programmes of a student, by their names as in the students panel."""

    text: str


@dataclass(frozen=True, slots=True)
class Enrolments:
    """Codes of programmes to join and to leave; any other membership stays."""

    joined: frozenset[str]
    left: frozenset[str] = frozenset()


class RosterRow(NamedTuple):
    """One student. A value of None is not in the file, and stays as it is.

    Only those who are gone may lack an address, and then have a SIS id. ``other_ids`` are those of
    further logins of the same person.
    """

    line: int
    email: str
    status: EnrolmentStatus
    name: FullName | NameParts | None
    programmes: ProgrammeLabel | Enrolments | None = None
    sis_id: str | None = None
    cohort: str | None = None
    only_known: bool = False  # the file does not say that they are a student: never created
    other_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotAStudent:
    """A line about somebody else, such as a teacher."""

    line: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line that says nothing, such as the second of two equal ones; ``reason`` is one of few.

    Whoever has the address or the SIS id is there nevertheless, and not missing.
    """

    line: int
    reason: str
    email: str | None = None
    sis_id: str | None = None


def _checked(names: Names) -> Names:
    if max(len(part or "") for part in names) > NAME_LENGTH:
        raise BadRow(f"A name is longer than {NAME_LENGTH} characters.")
    return names


def require_email(text: str) -> str:
    """Return an e-mail address, or raise BadRow."""
    if not text:
        raise BadRow("There is no e-mail address.")
    if len(text) > LONGEST_ADDRESS:
        raise BadRow(f"The e-mail address is longer than {LONGEST_ADDRESS} characters.")
    try:
        return new_address(text)
    except ValidationError as error:
        fault = "" if error.code == "invalid" else f" {error.message}"
        raise BadRow(f"{shortened(text)} is not an e-mail address.{fault}") from None


def require_name(text: str, *, guarded: bool = False) -> str:
    """Return a part of a name, or raise BadRow; ``guarded`` when an apostrophe stood before it.

    It is kept as the rule for texts says (``config.text``).
    """
    try:
        name = one_line(text)
    except ValidationError as error:
        raise BadRow(f"This is no name. {error.message}") from None
    if is_formula(name) and not guarded:
        raise BadRow(f"The name is a formula: {shortened(name)}.")
    return name


def full_name(text: str, *, guarded: bool = False) -> FullName:
    """Return a name that must not be empty, its blanks made single, or raise BadRow."""
    name = require_name(_intact("name", text), guarded=guarded)
    if not name:
        raise BadRow("There is no name.")
    return FullName(name)


def name_parts(first: str, last: str, middle: str = "") -> NameParts:
    """Return a name of which at least one part must not be empty, or raise BadRow."""
    if may_be_ruined(f"{first}\n{last}\n{middle}"):
        for part in (first, last, middle):
            _intact("name", part)
    parts = [require_name(part) for part in (first, last, middle)]
    if not parts[0] and not parts[1]:
        raise BadRow("There is no name.")
    return NameParts(parts[0], parts[1], parts[2] or None)


def sis_id(text: str) -> str | None:
    """Return a person's id in the other system, or None for an empty cell, or raise BadRow."""
    return _kept("SIS id", kept_sis_id, text, LONGEST_SIS_ID) if text else None


def cohort(text: str) -> str | None:
    """Return a cohort, or None for an empty cell, or raise BadRow."""
    return _kept("cohort", one_line, _intact("cohort", text), LONGEST_COHORT) if text else None


def _kept(what: str, rule: Callable[[str], str], text: str, longest: int) -> str | None:
    try:
        kept = rule(text)
    except ValidationError as error:
        raise BadRow(f"This is no {what}. {error.message}") from None
    if len(kept) > longest:
        raise BadRow(f"The {what} is longer than {longest} characters.")
    return kept or None


def _intact(what: str, text: str) -> str:
    """Return a text, or raise BadRow where another program has ruined it."""
    if ruin := ruin_of(text):
        raise _ruined(what, text, ruin)
    return text


def require_letters(what: str, new: Sequence[str | None], stored: Sequence[str | None]) -> None:
    """Raise BadRow where a text is the stored one with question marks in place of letters.

    The texts may be the parts of a whole, which is compared too: a letter may have been lost where
    another part begins.
    """
    wholes = [
        (" ".join(filter(None, new[::step])), " ".join(filter(None, stored[::step])))
        for step in (1, 2)  # with a middle name and without
    ]
    for text, kept in (*zip(new, stored, strict=True), *wholes):
        if text and kept and replaces_letters(text, kept):
            raise _ruined(what, text, f"{REPLACED}; here it is {shortened(kept)}")


def _ruined(what: str, text: str, ruin: str) -> BadRow:
    return BadRow(
        f"The {what} {shortened(text)} was ruined by another program: {ruin}. Export the file "
        "again, as CSV in UTF-8."
    )


def shortened(text: str) -> str:
    """Return a text cut to a length that fits into a message."""
    return repr(text if len(text) <= 60 else f"{text[:59]}…")
