"""The rows that every format produces: one person of a roster, or the fault of a line."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from django.core.exceptions import ValidationError

from accounts.models import User
from config.addresses import LONGEST_ADDRESS, new_address
from config.formulas import begins_formula
from config.text import folded, one_line

# The field has a length, which fields in general need not have.
NAME_LENGTH: int = User._meta.get_field("first_name").max_length  # type: ignore[assignment]


class BadRow(Exception):
    """A line that cannot be imported; the message gives the reason."""


@dataclass(frozen=True, slots=True)
class RowError:
    """A line that cannot be imported; ``email`` is the person's address, if it could be read."""

    source: str
    line: int
    reason: str
    email: str | None = None

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


@dataclass(frozen=True, slots=True)
class FullName:
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


@dataclass(frozen=True, slots=True)
class NameParts:
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


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One student. A value of None is not in the file, and stays as it is."""

    line: int
    email: str
    status: EnrolmentStatus
    name: FullName | NameParts | None
    programmes: ProgrammeLabel | Enrolments | None = None


@dataclass(frozen=True, slots=True)
class NotAStudent:
    """A line about somebody else, such as a teacher."""

    line: int


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
    if begins_formula(name) and not guarded:
        raise BadRow(f"The name is a formula: {shortened(name)}.")
    return name


def full_name(text: str, *, guarded: bool = False) -> FullName:
    """Return a name that must not be empty, its blanks made single, or raise BadRow."""
    name = require_name(text, guarded=guarded)
    if not name:
        raise BadRow("There is no name.")
    return FullName(name)


def name_parts(first: str, last: str, middle: str = "") -> NameParts:
    """Return a name of which at least one part must not be empty, or raise BadRow."""
    parts = [require_name(part) for part in (first, last, middle)]
    if not parts[0] and not parts[1]:
        raise BadRow("There is no name.")
    return NameParts(parts[0], parts[1], parts[2] or None)


def shortened(text: str) -> str:
    """Return a text cut to a length that fits into a message."""
    return repr(text if len(text) <= 60 else f"{text[:59]}…")
