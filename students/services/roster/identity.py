"""Whom a row is about (contract §17): the person with its SIS id, else the one with its address.

Nobody is guessed. Where id and address lead to two people, or an address leads to somebody with
another id, the row is bad, unless the address becomes free in the same run (``Handovers``).
"""

from collections.abc import Container, Iterator
from typing import NamedTuple

from accounts.models import UserStatus
from students.services.roster.formats.rows import BadRow, EnrolmentStatus, RosterRow, RowError
from students.services.roster.stored import Known, Stored


class Match(NamedTuple):
    """The person whom a row is about, or None; and who else has the row's address now."""

    person: Stored | None
    holder: Stored | None = None
    moves: bool = False  # the row gives the person another address


def match(row: RosterRow, key: str, known: Known) -> Match:
    """Return whom a row is about; ``key`` is its folded address, empty where it has none.

    Raises BadRow when its ids belong to several people.
    """
    person = _with_id(row, known)
    holder = known.by_address.get(key) if key else None
    is_gone = row.status is EnrolmentStatus.GONE
    if person is not None:
        if holder is not None and holder.user_id == person.user_id:
            return Match(person)
        # Of those who are gone, nothing but the id counts: others may have their address by now.
        return Match(person) if is_gone or not key else Match(person, holder, moves=True)
    if holder is None or not row.sis_id or holder.profile.sis_id is None:
        return Match(holder)
    return Match(None) if is_gone else Match(None, holder)


def _with_id(row: RosterRow, known: Known) -> Stored | None:
    ids = [sis_id for sis_id in (row.sis_id, *row.other_ids) if sis_id in known.by_id]
    if len(ids) > 1:
        raise BadRow(
            f"Its logins are two people here, with the SIS ids {ids[0]} and {ids[1]}. Take one of "
            "the ids away here, or keep one of the lines."
        )
    return known.by_id[ids[0]] if ids else None


class _Claim(NamedTuple):
    """A row that gives somebody the address of another person, the holder."""

    row: RosterRow
    claimant: Stored | None  # None for a new student
    holder: Stored


class Handovers:
    """The addresses that go from one person to another in a run, and those that cannot."""

    def __init__(self) -> None:
        self._claims: dict[str, _Claim] = {}

    def claim(self, row: RosterRow, match: Match) -> None:
        """Note that a planned row needs the address that somebody else has."""
        if match.holder is not None:
            self._claims[match.holder.user_id] = _Claim(row, match.person, match.holder)

    def settle(self, moving: Container[str]) -> Iterator[_Claim]:
        """Yield the rows that cannot have the address, as its holder keeps it.

        ``moving`` are those who get another address in this run. Whoever does not get theirs after
        all keeps the former one, and so on along the chain; a ring of people swaps.
        """
        stuck = [claim for user_id, claim in self._claims.items() if user_id not in moving]
        while stuck:
            claim = stuck.pop()
            del self._claims[claim.holder.user_id]
            yield claim
            if claim.claimant and claim.claimant.user_id in self._claims:
                stuck.append(self._claims[claim.claimant.user_id])

    @property
    def handed_on(self) -> set[str]:
        """The ids of those whose address another one gets; call it once all is settled."""
        return set(self._claims)


def refusal(claim: _Claim, source: str) -> RowError:
    """Return the error of a row that would need the address that somebody else keeps."""
    row, claimant, holder = claim
    if claimant:
        reason = (
            f"The SIS id {claimant.profile.sis_id} belongs to {claimant.profile.email} here, and "
            f"{row.email} to {_described(holder)}. Correct the line; or, if both are right, give "
            "the other one another address first."
        )
    else:
        reason = (
            f"{row.email} belongs to {_described(holder)} here, and the line has {row.sis_id}. If "
            "that is the same person, make the SIS ids the same; if not, give the other one "
            "another address first."
        )
    return RowError(source, row.line, reason, row.email, row.sis_id)


def _described(person: Stored) -> str:
    if not person.is_student:
        return "a member of staff"
    who = "a deleted student" if person.profile.status == UserStatus.DELETED else "a student"
    sis_id = person.profile.sis_id
    return f"{who} with the SIS id {sis_id}" if sis_id else f"{who} without a SIS id"
