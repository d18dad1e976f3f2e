"""The plan of a run: what it changes and creates, the lines that it cannot use, and its figures."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from accounts.models import UserStatus
from students.models import ImportOutcome
from students.services.roster.formats.rows import RowError
from students.services.roster.stored import StoredProfile


@dataclass(frozen=True, slots=True)
class PlannedCreation:
    """A student whom the tenant does not have yet."""

    line: int
    profile: StoredProfile

    @property
    def email(self) -> str:
        return self.profile.email


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A change to an existing student; it has no ``line`` when the roster lacks them."""

    line: int | None
    user_id: str
    before: StoredProfile
    after: StoredProfile

    @property
    def email(self) -> str:
        """The address that the student has until then."""
        return self.before.email

    @property
    def is_deactivation(self) -> bool:
        return self._goes(UserStatus.ACTIVE, UserStatus.INACTIVE)

    @property
    def is_reactivation(self) -> bool:
        return self._goes(UserStatus.INACTIVE, UserStatus.ACTIVE)

    @property
    def is_of_address(self) -> bool:
        return self.before.email != self.after.email

    @property
    def outcome(self) -> ImportOutcome:
        if self.is_deactivation:
            return ImportOutcome.DEACTIVATED
        return ImportOutcome.REACTIVATED if self.is_reactivation else ImportOutcome.CHANGED

    @property
    def changed(self) -> list[str]:
        """The names of the fields that change, but for the status, which is the outcome."""
        pairs = zip(StoredProfile._fields, self.before, self.after, strict=True)
        return [name for name, before, after in pairs if before != after and name != "status"]

    def _goes(self, before: str, after: str) -> bool:
        return (self.before.status, self.after.status) == (before, after)


@dataclass
class RosterPlan:
    """The changes of a run, and the lines that change nothing.

    ``programmes`` gives the codes for the ids in the profiles; ``unknown_codes`` counts the
    students whom the file enrols in courses that are no programmes here. ``handed_on`` has the ids
    of the students whose address another one takes in this run. ``strangers`` counts the bad rows
    that do not say whom they are about. ``options`` are those of the run that change its result.
    """

    active_before: int = 0
    creations: list[PlannedCreation] = field(default_factory=list)
    changes: list[PlannedChange] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    unchanged: int = 0
    not_students: int = 0
    strangers: int = 0
    programmes: dict[str, str] = field(default_factory=dict)
    unknown_codes: dict[str, int] = field(default_factory=dict)
    handed_on: set[str] = field(default_factory=set)
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.creations and not self.changes

    @property
    def counts(self) -> dict[str, int]:
        """Return numbers by kind of change.

        Every line that is about somebody and every missing student counts once. Only those whose
        address changes count as ``addresses`` besides.
        """
        deactivated = sum(change.is_deactivation for change in self.changes)
        reactivated = sum(change.is_reactivation for change in self.changes)
        return {
            "created": len(self.creations),
            "updated": len(self.changes) - deactivated - reactivated,
            "addresses": sum(change.is_of_address for change in self.changes),
            "deactivated": deactivated,
            "reactivated": reactivated,
            "unchanged": self.unchanged,
            "not_students": self.not_students,
            "bad_rows": len(self.errors),
        }

    @property
    def fingerprint(self) -> str:
        """Return a SHA-256 that two plans share only if they would write the same.

        Neither the order of the lines nor anything that is made up while writing has a part in it.
        """
        digest = hashlib.sha256()
        for part in self._parts():
            digest.update(json.dumps(part, sort_keys=True, default=sorted).encode())
            digest.update(b"\n")
        return digest.hexdigest()

    def _parts(self) -> Iterator[Any]:
        yield self.options
        for change in sorted(self.changes, key=lambda change: change.user_id):
            yield ["change", change.user_id, change.before, change.after]
        for creation in sorted(self.creations, key=lambda creation: creation.email):
            yield ["creation", creation.profile]
        yield from sorted(str(error) for error in self.errors)

    def drop(self, lines: Iterable[int]) -> None:
        """Take out what was planned for some lines; those that were to change nothing count too."""
        dropped = set(lines)
        if not dropped:
            return
        before = len(self.changes) + len(self.creations)
        self.changes = [change for change in self.changes if change.line not in dropped]
        self.creations = [new for new in self.creations if new.line not in dropped]
        taken_out = before - len(self.changes) - len(self.creations)
        self.unchanged -= len(dropped) - taken_out
