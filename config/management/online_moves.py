"""A tenant's move while its people write: copied and followed, held for the last moment only.

The order is that of ``config.management.moves``, with this before it:

    here      there
    –         ARRIVING   the copy of one moment is there; what is written since follows
    HELD      ARRIVING   the last changes follow; both are compared

Rows are copied as in any move, from the snapshot of the moment at which PostgreSQL's log begins to
be kept; its own logical replication writes what comes after it (docs/decisions.md, D104). Whatever
fails before the tenant lives there, all of it is taken down again. What is left after a crash is
taken down by the next command for that tenant.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from django.core.management.base import CommandError

from config.db.tenant_rows import TenantTable
from config.management.cells import SETTLED
from config.management.comparing import compare
from config.management.following import Following
from config.management.moves import ARRIVING, HELD, MOVED, Figures, Move, in_words, release
from config.management.parked_tasks import TASKS
from tenants.models import EventType

# Tables that are copied while the tenant is held. They grow with days, programmes and letters, or
# with what waits, and not with the number of people.
COPIED_WHILE_HELD = {
    "students_standingcount": "numbers for each status and day",
    "students_studentcount": "numbers for each programme, day and pair of letters",
    TASKS: "what waits for a worker, which nobody works on from here on",
}


@dataclass(frozen=True)
class OnlineMove(Move):
    """The move of one tenant that people write; ``source`` is how the other cell reaches this."""

    source: dict[str, Any]

    def try_out(self) -> int:
        """Copy, follow and compare as a move does, hold nobody, and keep nothing."""
        self._require_ready()
        self._require_place()
        if self.here.state(self.tenant_id) is not SETTLED:
            raise CommandError("it is on its way already: there is nothing to try out.")
        with self._followed() as (rows, _):
            return rows

    def go(self) -> Figures:
        """Move the tenant; a move that was cut off before it lived there begins anew."""
        state = self.here.state(self.tenant_id)
        if state in (MOVED, ARRIVING):
            return super().go()
        if state == HELD:
            release(self.here, self.tenant_id)
        self._require_ready()
        self._require_place()
        with self._followed() as (copied, following):
            begun = time.monotonic()
            self._hold(self.here, HELD, EventType.TENANT_HELD)
            self._drain(self.here)
            following.end()
            rows, last = self._copy_the_rest()
            self.here.set_state(self.tenant_id, MOVED, former=HELD)
            self._let_live_there()
            seconds = time.monotonic() - begun
        self.say(f"{copied:,} rows were copied while people wrote, {last:,} while nobody did.")
        return Figures(rows, seconds)

    @contextmanager
    def _followed(self) -> Iterator[tuple[int, Following]]:
        """Let the other cell have the tenant's rows, and follow them for the block.

        Unless the tenant lives there afterwards, nothing of it is kept.
        """
        following = Following(self.here, self.there, self.tenant_id, self.patience)
        with following.alone():
            following.require_possible()
            try:
                rows = self._follow(following)
                yield rows, following
            except BaseException as error:
                self._give_up(following)
                if isinstance(error, psycopg.Error):
                    reason = str(error).strip().partition("\n")[0]
                    raise CommandError(f"the move was cut off: {reason}") from error
                raise
            self._take_down(following)

    def _follow(self, following: Following) -> int:
        """Return how many rows the other cell has; it has come as far as this one."""
        following.prepare(
            self.source, [one for one in self.here.tables() if one.name not in COPIED_WHILE_HELD]
        )
        self.say("Waiting for those who had begun to write before …")
        with following.from_now() as snapshot:
            rows = self._copy(self.here, self.there, snapshot=snapshot)
        following.begin()
        self.say(f"{rows:,} rows are there; what is written meanwhile follows.")
        following.catch_up()
        self.say("Caught up.")
        return rows

    def _give_up(self, following: Following) -> None:
        """Let people write here again, and take all down; what cannot be is told."""
        try:
            try:
                if self.here.state(self.tenant_id) == HELD:
                    release(self.here, self.tenant_id)
            finally:
                self._take_down(following)
        except (psycopg.Error, CommandError) as error:
            self.say(str(error))

    def _take_down(self, following: Following) -> None:
        try:
            following.take_down()
        finally:
            if self.here.state(self.tenant_id) is SETTLED:
                self.remove_copy()

    def _copy_the_rest(self) -> tuple[int, int]:
        """Copy what was not followed, and compare; return the rows of all tables, and of these."""
        tables = self.there.tables()
        rest: list[TenantTable] = [one for one in tables if one.name in COPIED_WHILE_HELD]
        with (
            self.here.snapshot() as reading,
            in_words(self.there),
            self.there.transaction(),
        ):
            self.there.without_triggers()
            self.there.remove(self.tenant_id, rest)
            self.there.take_in(reading, self.tenant_id, rest)
            found = compare(reading, self.here, self.there, self.tenant_id, tables)
        return (
            sum(one.rows for one in found.values()),
            sum(found[one.name].rows for one in rest),
        )
