"""The attempts ledger of the demo: grants, revocations and lapsed grants."""

from datetime import datetime, timedelta
from typing import NamedTuple, Self

from students.demo.rows import Batch, LedgerRow, demo_id
from students.demo.sessions import Place
from students.models.attempts import TransactionType

GRANT = TransactionType.GRANT.value
REVOKE = TransactionType.REVOKE.value
EXPIRY = TransactionType.EXPIRY.value


class DemoActor(NamedTuple):
    id: str
    email: str
    name: str


class Entry(NamedTuple):
    """One line to write; ``charged_to`` is the position of its grant among the card's lines."""

    type: str
    amount: int
    created_at: datetime
    reason: str = ""
    expires_at: datetime | None = None
    charged_to: int | None = None

    def moved(self, by: timedelta) -> Self:
        """Return the line in a calendar that was moved."""
        return self._replace(
            created_at=self.created_at + by, expires_at=self.expires_at and self.expires_at + by
        )


def add_entries(
    batch: Batch, place: Place, entries: tuple[Entry, ...], *, actor: DemoActor, serial: int
) -> None:
    """Add a card's lines; expiries come from the system and have no actor."""
    ids = [demo_id(entry.created_at, serial + i) for i, entry in enumerate(entries)]
    for row_id, entry in zip(ids, entries, strict=True):
        by_staff = entry.type != EXPIRY
        batch.ledger.append(
            LedgerRow(
                id=row_id,
                tenant_id=place.tenant_id,
                user_id=place.user_id,
                case_study_id=place.case_study_id,
                created_at=entry.created_at,
                type=entry.type,
                amount=entry.amount,
                reason=entry.reason,
                expires_at=entry.expires_at,
                grant_id=None if entry.charged_to is None else ids[entry.charged_to],
                actor_user_id=actor.id if by_staff else None,
                actor_name=actor.name if by_staff else None,
            )
        )
