"""The rules of the ledger a second time, in plain Python (contract §9.1, §9.3).

It shares neither SQL nor code with the services and queries: where the two agree, a mistake would
have to be made twice. It replays a pair's lines in the order in which they were written.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class LedgerLine:
    """A line of the ledger."""

    id: str
    type: str
    amount: int
    created_at: datetime
    expires_at: datetime | None = None
    grant_id: str | None = None


@dataclass(frozen=True)
class Use:
    """A counted session: it counts from ``earliest`` at the soonest, from ``certain`` for sure."""

    earliest: datetime
    certain: datetime


@dataclass
class Grant:
    """A grant with the sum that is charged to it."""

    line: LedgerLine
    charged: int = 0
    expiry: LedgerLine | None = None

    def in_force(self, at: datetime) -> bool:
        return self.line.expires_at is None or self.line.expires_at > at


@dataclass
class PairLedger:
    """The state of one student at one case study, as far as the ledger has been replayed."""

    base_at: Callable[[datetime], int]
    uses: Sequence[Use] = ()
    grants: dict[str, Grant] = field(default_factory=dict)
    charged_to_base: int = 0

    def replay(self, lines: Sequence[LedgerLine]) -> Iterator[str]:
        """Replay lines, the earliest first; yield the faults of each."""
        for line in sorted(lines, key=_order):
            for fault in self._take(line):
                yield f"{line.type} {line.id}: {fault}"

    def _take(self, line: LedgerLine) -> Iterator[str]:
        match line.type:
            case "grant":
                self.grants[line.id] = Grant(line)
            case "revoke":
                yield from self._revoke(line)
            case "expiry":
                yield from self._expire(line)

    def _revoke(self, line: LedgerLine) -> Iterator[str]:
        if line.grant_id is None:
            self.charged_to_base += line.amount
        elif (grant := self.grants.get(line.grant_id)) is None:
            yield "it is charged to something that is no earlier grant"
            return
        else:
            grant.charged += line.amount
            if grant.charged > grant.line.amount:
                yield f"{grant.charged} are charged to a grant of {grant.line.amount}"
            if not grant.in_force(line.created_at):
                yield "it is charged to a grant that had lapsed"
        used = sum(use.certain <= line.created_at for use in self.uses)
        left = self._allowed(line.created_at) - used
        if left < 0:
            yield f"it took {-left} more than there were left"

    def _expire(self, line: LedgerLine) -> Iterator[str]:
        grant = self.grants.get(line.grant_id or "")
        if grant is None:
            yield "it ends something that is no earlier grant"
            return
        if grant.expiry:
            yield "its grant had been ended before"
        if grant.in_force(line.created_at):
            yield "its grant had not lapsed"
        if line.amount != grant.line.amount:
            yield f"it ends {line.amount} of a grant of {grant.line.amount}"
        grant.expiry = line

    def _allowed(self, at: datetime) -> int:
        """Return the attempts from base and ledger; below 0 where too many are revoked."""
        return self.base_at(at) + self.granted(at) - self.revoked(at)

    def granted(self, at: datetime) -> int:
        return sum(g.line.amount for g in self.grants.values() if g.in_force(at))

    def revoked(self, at: datetime) -> int:
        lapsing = sum(g.charged for g in self.grants.values() if g.in_force(at))
        return self.charged_to_base + lapsing

    def entitlement(self, at: datetime) -> dict[str, int]:
        """Return the six numbers of §9.1 at a moment no earlier than the last line."""
        used = sum(use.earliest <= at for use in self.uses)
        allowed = max(0, self._allowed(at))
        return {
            "base_attempts": self.base_at(at),
            "extra_attempts": self.granted(at),
            "revoked_attempts": self.revoked(at),
            "attempts_used": used,
            "total_allowed": allowed,
            "attempts_remaining": max(0, allowed - used),
        }


def _order(line: LedgerLine) -> tuple:
    """Return a line's sort key: of one microsecond grants come first, since others use them."""
    return line.created_at, line.type != "grant", line.id
