"""People who stand in several lines of a file: the same line twice, or two logins of one person."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from students.services.roster.formats.rows import (
    Enrolments,
    EnrolmentStatus,
    RosterRow,
    RowError,
    Skipped,
)

SAME = "the same line again"
GONE_BESIDE = "deleted, beside another line of the same person"
OTHER_LOGIN = "a further login of the same person"


class Repeated:
    """The ids and addresses of a file, and which of them it has more than once.

    Of each its hash alone is kept: a file may have millions. Two that agree by accident are looked
    at like any that are the same.
    """

    def __init__(self) -> None:
        self.ids: set[int] = set()
        self._addresses: set[int] = set()
        self._again: set[int] = set()
        self._others: set[int] = set()

    def survey(self, lines: Iterable[list[str]], who: int, email: int, login: int) -> None:
        """Note people by the places of their id, their address and their login, -1 for none."""
        ids, addresses, again = self.ids, self._addresses, self._again
        width = 1 + max(who, email, login)
        for cells in lines:
            cells.append("")  # what -1 stands for
            if len(cells) <= width:
                cells.extend([""] * width)
            sis_id, address = cells[who], cells[email] or cells[login]
            if sis_id:
                key = hash(sis_id.strip())
                (again if key in ids else ids).add(key)
            if address:
                key = hash(address.strip().casefold())
                (again if key in addresses else addresses).add(key)

    def __bool__(self) -> bool:
        """Return whether anything stands in the file more than once."""
        return bool(self._again)

    def has(self, row: RosterRow) -> bool:
        address = row.email.casefold()
        return (bool(address) and hash(address) in self._again) or hash(row.sis_id) in self._again

    def note_other(self, address: str) -> None:
        """Note the address of somebody who is no student by one of their lines."""
        if self._again and (key := hash(address.casefold())) in self._again:
            self._others.add(key)

    def is_other(self, address: str) -> bool:
        return hash(address.casefold()) in self._others

    def knows(self, sis_id: str) -> bool:
        return hash(sis_id) in self.ids


def merged(
    rows: list[RosterRow], source: str, *, has_logins: bool
) -> Iterator[RosterRow | RowError | Skipped]:
    """Yield one row for each person, and a reason for each further line of theirs.

    Lines that contradict each other are left to the comparison, which refuses the later ones.
    """
    for group in _people(rows):
        kept: list[RosterRow] = []
        there = any(row.status is not EnrolmentStatus.GONE for row in group)
        has_address = any(row.email for row in group)
        for row in group:
            is_gone = row.status is EnrolmentStatus.GONE
            if is_gone and (there or (has_address and not row.email)):
                yield Skipped(row.line, GONE_BESIDE)
            elif any(row == other._replace(line=row.line) for other in kept):
                yield Skipped(row.line, SAME)
            else:
                kept.append(row)
        if has_logins and len(kept) > 1 and _are_logins(kept):
            yield from (Skipped(row.line, OTHER_LOGIN) for row in kept[1:])
            kept = [_one(kept)]
        yield kept[0]
        for row in kept[1:]:
            yield _contradiction(kept, row, source) or row


def _people(rows: list[RosterRow]) -> Iterable[list[RosterRow]]:
    """Return the rows by person: those who share an id or an address, also by way of others."""
    parents = list(range(len(rows)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    shared: dict[tuple[str, str], list[int]] = {}
    for place, row in enumerate(rows):
        if row.email:
            shared.setdefault(("address", row.email.casefold()), []).append(place)
        if row.sis_id:
            shared.setdefault(("id", row.sis_id), []).append(place)
    for places in shared.values():
        for one, other in pairwise(places):
            # The earlier line is the root, so that people keep the order of the file.
            low, high = sorted((root(one), root(other)))
            parents[high] = low
    groups: dict[int, list[RosterRow]] = {}
    for place, row in enumerate(rows):
        groups.setdefault(root(place), []).append(row)
    return groups.values()


def _are_logins(rows: list[RosterRow]) -> bool:
    """Return whether rows differ by what belongs to a login: its id, its status, its courses."""
    return all(
        (row.email.casefold(), row.name) == (rows[0].email.casefold(), rows[0].name) for row in rows
    )


def _one(rows: list[RosterRow]) -> RosterRow:
    """Return the row of a person with several logins.

    The id is that of an active login which has courses, of several the least: the same one
    whatever the order of the lines. By the other ids the person is known as well.
    """
    main = min(rows, key=lambda row: (row.status.value, row.programmes is None, row.sis_id or ""))
    courses = [row.programmes for row in rows if isinstance(row.programmes, Enrolments)]
    joined = frozenset[str]().union(*(one.joined for one in courses))
    left = frozenset[str]().union(*(one.left for one in courses)) - joined
    return main._replace(
        line=rows[0].line,
        programmes=Enrolments(joined, left) if courses else None,
        other_ids=tuple(sorted({row.sis_id for row in rows if row.sis_id} - {main.sis_id})),
    )


def _contradiction(kept: list[RosterRow], row: RosterRow, source: str) -> RowError | None:
    """Return the error of a line whose id stands before another address."""
    for other in kept:
        if other.line == row.line:
            break
        if row.sis_id == other.sis_id and row.email.casefold() != other.email.casefold():
            reason = f"The id {row.sis_id} is in line {other.line} already, with another address."
            return RowError(source, row.line, reason, row.email)
    return None
