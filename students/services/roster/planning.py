"""The plan of the changes that a roster would make."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import batched
from typing import Any

from accounts.models import UserStatus
from programmes.models import Programme
from students.models import Student
from students.services.roster.formats.detection import Roster
from students.services.roster.formats.reader import RosterLine
from students.services.roster.formats.rows import (
    BadRow,
    EnrolmentStatus,
    NotAStudent,
    RosterRow,
    RowError,
    Skipped,
)
from students.services.roster.programmes import Catalogue, Programmes
from students.services.roster.stored import (
    BATCH,
    Stored,
    StoredProfile,
    find_users,
    fold,
    get_users,
)
from tenants.models import Tenant

type Watch = Callable[[str, int], Callable[[int], Any]]
"""Told a stage and how many steps it has, it returns what wants to hear of steps done."""


def nobody_watches(stage: str, steps: int) -> Callable[[int], Any]:
    return lambda done: None


@dataclass(frozen=True, slots=True)
class PlannedCreation:
    """A student whom the tenant does not have yet."""

    line: int
    email: str
    profile: StoredProfile


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A change to an existing student; it has no ``line`` when the roster lacks them."""

    line: int | None
    user_id: str
    email: str
    before: StoredProfile
    after: StoredProfile

    @property
    def is_deactivation(self) -> bool:
        return self._goes(UserStatus.ACTIVE, UserStatus.INACTIVE)

    @property
    def is_reactivation(self) -> bool:
        return self._goes(UserStatus.INACTIVE, UserStatus.ACTIVE)

    def _goes(self, before: str, after: str) -> bool:
        return (self.before.status, self.after.status) == (before, after)


@dataclass
class RosterPlan:
    """The changes of a run, and the lines that change nothing.

    ``programmes`` gives the codes for the ids in the profiles; ``unknown_codes`` counts the
    students whom the file enrols in courses that are no programmes here.
    """

    active_before: int = 0
    creations: list[PlannedCreation] = field(default_factory=list)
    changes: list[PlannedChange] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    unchanged: int = 0
    not_students: int = 0
    programmes: dict[str, str] = field(default_factory=dict)
    unknown_codes: dict[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.creations and not self.changes

    @property
    def counts(self) -> dict[str, int]:
        """Return numbers by kind of change.

        Every line that is about somebody and every missing student counts once.
        """
        deactivated = sum(change.is_deactivation for change in self.changes)
        reactivated = sum(change.is_reactivation for change in self.changes)
        return {
            "created": len(self.creations),
            "updated": len(self.changes) - deactivated - reactivated,
            "deactivated": deactivated,
            "reactivated": reactivated,
            "unchanged": self.unchanged,
            "not_students": self.not_students,
            "bad_rows": len(self.errors),
        }


def plan_import(
    *,
    tenant: Tenant,
    roster: Roster,
    deactivate_missing: bool = False,
    programme: str | None = None,
    watch: Watch = nobody_watches,
) -> RosterPlan:
    """Return the plan from a comparison of a roster with the tenant's students; write nothing.

    ``programme`` is the code of one that every active student of the roster joins; an unknown or
    inactive one raises RuleViolation.
    """
    active = Student.objects.for_tenant(tenant).active()
    catalogue = Catalogue(Programme.objects.filter(tenant=tenant))
    also = frozenset({catalogue.require(programme).pk} if programme else ())
    plan = RosterPlan(active_before=active.count(), programmes=catalogue.codes)
    comparison = _Comparison(tenant, roster, catalogue, also, plan)
    advance = watch("Comparing", roster.lines)
    for lines in batched(roster.read(), BATCH):
        comparison.add(lines)
        advance(len(lines))
    if deactivate_missing:
        everybody = active.order_by("pk").values_list("pk", flat=True)
        missing = [pk for pk in everybody.iterator() if pk not in comparison.seen]
        for ids in batched(missing, BATCH):
            comparison.deactivate(ids)
    plan.unknown_codes = dict(catalogue.unknown_codes)
    return plan


class _Comparison:
    """The comparison of a roster with the stored students, some lines at a time."""

    def __init__(
        self,
        tenant: Tenant,
        roster: Roster,
        catalogue: Catalogue,
        also: Programmes,
        plan: RosterPlan,
    ) -> None:
        self._tenant = tenant
        self._source = roster.name
        self._catalogue = catalogue
        self._also = also
        self._plan = plan
        self._lines: dict[str, int] = {}
        self.seen: set[str] = set()

    def add(self, lines: Sequence[RosterLine]) -> None:
        """Plan the changes of these lines; the number of queries is always the same."""
        people = [line for line in lines if not isinstance(line, NotAStudent)]
        self._plan.not_students += len(lines) - len(people)
        addresses = [line.email for line in people if line.email]
        keys = dict(zip(addresses, fold(addresses), strict=True))
        users = find_users(self._tenant, set(keys.values()))
        for line in people:
            key = keys.get(line.email or "", "")
            stored = users.get(key)
            if stored:
                self.seen.add(stored.user_id)
            if isinstance(line, Skipped):
                continue
            if isinstance(line, RowError):
                self._plan.errors.append(line)
                continue
            try:
                self._require_first(line, key)
                self._place(line, stored)
            except BadRow as bad:
                self._plan.errors.append(RowError(self._source, line.line, str(bad), line.email))

    def deactivate(self, ids: Sequence[str]) -> None:
        """Plan that students who are not in the roster become inactive."""
        for stored in get_users(self._tenant, ids).values():
            after = stored.profile._replace(status=UserStatus.INACTIVE)
            change = PlannedChange(None, stored.user_id, stored.email, stored.profile, after)
            self._plan.changes.append(change)

    def _require_first(self, row: RosterRow, key: str) -> None:
        first = self._lines.setdefault(key, row.line)
        if first != row.line:
            raise BadRow(f"{row.email} is in line {first} already.")

    def _place(self, row: RosterRow, stored: Stored | None) -> None:
        if row.only_known and not (stored and stored.is_student):
            self._plan.not_students += 1
            return
        if stored is None and row.status is not EnrolmentStatus.GONE:
            profile = self._profile(row, None)
            self._plan.creations.append(PlannedCreation(row.line, row.email, profile))
        elif stored and (after := self._after(row, stored)) != stored.profile:
            change = PlannedChange(row.line, stored.user_id, stored.email, stored.profile, after)
            self._plan.changes.append(change)
        else:
            self._plan.unchanged += 1

    def _after(self, row: RosterRow, stored: Stored) -> StoredProfile:
        before = stored.profile
        if not stored.is_student:
            raise BadRow(f"{row.email} is a member of staff here.")
        if before.status == UserStatus.DELETED:
            if row.status is EnrolmentStatus.ACTIVE:
                raise BadRow(f"{row.email} was deleted here; activate the account first.")
            return before
        if row.status is EnrolmentStatus.GONE:
            return before._replace(status=UserStatus.INACTIVE)
        return self._profile(row, before)

    def _profile(self, row: RosterRow, before: StoredProfile | None) -> StoredProfile:
        if row.name is None:  # those who are gone alone have none
            raise BadRow("There is no name.")
        names = row.name.names(before and before.names)
        is_active = row.status is EnrolmentStatus.ACTIVE
        return StoredProfile(
            names.first,
            names.middle,
            names.last,
            UserStatus.ACTIVE if is_active else UserStatus.INACTIVE,
            self._catalogue.after(
                row.programmes,
                before.programmes if before else frozenset(),
                also=self._also if is_active else frozenset(),
            ),
        )
