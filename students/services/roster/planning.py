"""The comparison of a roster with the tenant's students, which makes the plan."""

from collections.abc import Callable, Sequence
from datetime import datetime
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
    require_letters,
)
from students.services.roster.identity import Handovers, Match, match, refusal
from students.services.roster.plans import PlannedChange, PlannedCreation, RosterPlan
from students.services.roster.programmes import Catalogue, Programmes
from students.services.roster.stored import (
    BATCH,
    Known,
    Stored,
    StoredProfile,
    find_users,
    fold,
    get_users,
)
from tenants.models import Tenant
from tenants.queries.erasures import was_erased

# It does not repeat the address: reports are kept.
_ERASED = (
    "This person was erased at their request on {:%Y-%m-%d}. Take the line out, or allow people who"
    " were erased to come back."
)

type Watch = Callable[[str, int], Callable[[int], Any]]
"""Told a stage and how many steps it has, it returns what wants to hear of steps done."""


def nobody_watches(stage: str, steps: int) -> Callable[[int], Any]:
    return lambda done: None


def plan_import(
    *,
    tenant: Tenant,
    roster: Roster,
    deactivate_missing: bool = False,
    programme: str | None = None,
    allow_erased: bool = False,
    watch: Watch = nobody_watches,
) -> RosterPlan:
    """Return the plan from a comparison of a roster with the tenant's students; write nothing.

    ``programme`` is the code of one that every active student of the roster joins; an unknown or
    inactive one raises RuleViolation. Lines that would bring back people who were erased are bad
    rows, unless ``allow_erased``.
    """
    active = Student.objects.for_tenant(tenant).active()
    catalogue = Catalogue(Programme.objects.filter(tenant=tenant))
    also = frozenset({catalogue.require(programme).pk} if programme else ())
    plan = RosterPlan(active_before=active.count(), programmes=catalogue.codes)
    comparison = _Comparison(tenant, roster, catalogue, also, plan, allow_erased=allow_erased)
    advance = watch("Comparing", roster.lines)
    for lines in batched(roster.read(), BATCH):
        comparison.add(lines)
        advance(len(lines))
    comparison.settle()
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
        *,
        allow_erased: bool,
    ) -> None:
        self._tenant = tenant
        self._source = roster.name
        self._catalogue = catalogue
        self._also = also
        self._plan = plan
        self._allow_erased = allow_erased
        self._lines: dict[str, int] = {}
        self._lines_of_ids: dict[str, int] = {}
        self._handovers = Handovers()
        self._withdrawn: list[int] = []
        # The line in which somebody is; 0 for a line that is not read further.
        self.seen: dict[str, int] = {}

    def add(self, lines: Sequence[RosterLine]) -> None:
        """Plan the changes of these lines; the number of queries is always the same."""
        people = [line for line in lines if not isinstance(line, NotAStudent)]
        self._plan.not_students += len(lines) - len(people)
        addresses = [line.email for line in people if line.email]
        keys = dict(zip(addresses, fold(addresses), strict=True))
        ids = _ids(people)
        known = find_users(self._tenant, set(keys.values()), ids)
        erased = self._erased_among(keys, known, ids)
        for line in people:
            key = keys.get(line.email or "", "")
            if not isinstance(line, RosterRow):
                self._note(line, key, known)
                continue
            try:
                self._require_first(line, key)
                found = match(line, key, known)
                self._require_one_line(line, found.person)
                _require_not_erased(line, found, erased)
                self._place(line, found)
                if found.person:
                    self.seen[found.person.user_id] = line.line
            except BadRow as bad:
                self._refuse(line, str(bad))
                self._note(line, key, known)

    def settle(self) -> None:
        """Take out the rows that, now that all are known, cannot be carried out."""
        plan = self._plan
        moving = {change.user_id for change in plan.changes if change.is_of_address}
        for claim in self._handovers.settle(moving):
            plan.errors.append(refusal(claim, self._source))
            self._withdrawn.append(claim.row.line)
            self.seen.setdefault(claim.holder.user_id, 0)
        plan.drop(self._withdrawn)
        plan.handed_on = self._handovers.handed_on

    def _erased_among(
        self, keys: dict[str, str], known: Known, ids: set[str]
    ) -> dict[str, datetime]:
        """Return the addresses and ids of new people who were erased, and when."""
        if self._allow_erased:
            return {}
        addresses = [one for one, key in keys.items() if key not in known.by_address]
        return was_erased(self._tenant, addresses, ids - known.by_id.keys())

    def deactivate(self, ids: Sequence[str]) -> None:
        """Plan that students who are not in the roster become inactive."""
        for stored in get_users(self._tenant, ids).values():
            after = stored.profile._replace(status=UserStatus.INACTIVE)
            self._plan.changes.append(PlannedChange(None, stored.user_id, stored.profile, after))

    def _note(self, line: RosterRow | RowError | Skipped, key: str, known: Known) -> None:
        """Note a line of which nothing is taken: whoever it may be about is not missing."""
        found = [*map(known.by_id.get, _ids([line])), known.by_address.get(key)]
        people = [person.user_id for person in found if person]
        for user_id in people:
            self.seen.setdefault(user_id, 0)
        if isinstance(line, RowError):
            self._plan.errors.append(line)
            self._plan.strangers += not line.email and not people

    def _refuse(self, row: RosterRow, reason: str) -> None:
        error = RowError(self._source, row.line, reason, row.email, row.sis_id)
        self._plan.errors.append(error)

    def _require_first(self, row: RosterRow, key: str) -> None:
        first = self._lines.setdefault(key, row.line) if key else row.line
        if first != row.line:
            raise BadRow(f"{row.email} is in line {first} already.")
        if row.sis_id:
            first = self._lines_of_ids.setdefault(row.sis_id, row.line)
            if first != row.line:
                raise BadRow(f"The SIS id {row.sis_id} is in line {first} already.")

    def _require_one_line(self, row: RosterRow, person: Stored | None) -> None:
        """Raise BadRow, or withdraw the former line, when somebody is in two: the id wins."""
        first = self.seen.get(person.user_id) if person else None
        if not person or not first:
            return
        who = f"{person.profile.email} (SIS id {person.profile.sis_id})"
        if not row.sis_id:
            raise BadRow(f"{who} is in line {first} already. Give this line its own SIS id.")
        self._withdrawn.append(first)
        reason = f"{who} is in line {row.line} as well. Give this line its own SIS id."
        email = person.profile.email
        self._plan.errors.append(RowError(self._source, first, reason, email))

    def _place(self, row: RosterRow, found: Match) -> None:
        person = found.person
        if row.only_known and not (person and person.is_student):
            self._plan.not_students += 1
        elif person is None and row.status is not EnrolmentStatus.GONE:
            self._plan.creations.append(PlannedCreation(row.line, self._profile(row)))
            self._handovers.claim(row, found)
        elif person and (after := self._after(row, found, person)) != person.profile:
            change = PlannedChange(row.line, person.user_id, person.profile, after)
            self._plan.changes.append(change)
            if change.is_of_address:
                self._handovers.claim(row, found)
        else:
            self._plan.unchanged += 1

    def _after(self, row: RosterRow, found: Match, stored: Stored) -> StoredProfile:
        before = stored.profile
        who = row.email or before.email
        if not stored.is_student:
            raise BadRow(f"{who} is a member of staff here.")
        if before.status == UserStatus.DELETED:
            if row.status is EnrolmentStatus.ACTIVE:
                raise BadRow(f"{who} was deleted here; activate the account first.")
            return before
        before = before._replace(sis_id=before.sis_id or row.sis_id)
        if row.status is EnrolmentStatus.GONE:
            return before._replace(status=UserStatus.INACTIVE)
        return self._profile(row, before, moves=found.moves)

    def _profile(
        self, row: RosterRow, before: StoredProfile | None = None, *, moves: bool = False
    ) -> StoredProfile:
        if row.name is None:  # those who are gone alone have none
            raise BadRow("There is no name.")
        names = row.name.names(before and before.names)
        if before and names != before.names:
            require_letters("name", names, before.names)
        if before and row.cohort and before.cohort:
            require_letters("cohort", [row.cohort], [before.cohort])
        is_active = row.status is EnrolmentStatus.ACTIVE
        return StoredProfile(
            row.email if before is None or moves else before.email,
            before.sis_id if before else row.sis_id,
            names.first,
            names.middle,
            names.last,
            row.cohort or (before.cohort if before else None),
            UserStatus.ACTIVE if is_active else UserStatus.INACTIVE,
            self._catalogue.after(
                row.programmes,
                before.programmes if before else frozenset(),
                also=self._also if is_active else frozenset(),
            ),
        )


def _require_not_erased(row: RosterRow, found: Match, erased: dict[str, datetime]) -> None:
    """Raise BadRow for a new student who was erased."""
    if found.person is None and row.status is not EnrolmentStatus.GONE:
        for mark in (row.email, row.sis_id, *row.other_ids):
            if moment := erased.get(mark or ""):
                raise BadRow(_ERASED.format(moment))


def _ids(lines: Sequence[RosterRow | RowError | Skipped]) -> set[str]:
    """Return the SIS ids of the lines, those of further logins too."""
    ids = {line.sis_id for line in lines if line.sis_id}
    return ids.union(*(row.other_ids for row in lines if isinstance(row, RosterRow)))
