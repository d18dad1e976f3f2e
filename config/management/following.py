"""One cell that follows another's changes of a tenant: from the first step to the last one."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.core.management.base import CommandError

from config.db.tenant_rows import TenantTable
from config.management.cells import Cell
from config.management.publications import Publication
from config.management.subscriptions import Subscription

_PAUSE = 0.05

# Seconds without anybody who reads the log, before that is taken for a fault.
_SILENCE = 90

# Seconds for a round of catching up that is short enough to be the last one.
_SHORT = 1


class Following:
    """How ``there`` follows what is written ``here`` for one tenant."""

    def __init__(self, here: Cell, there: Cell, tenant_id: str, patience: float) -> None:
        self.here, self.there, self.patience = here, there, patience
        self._publication = Publication(here, tenant_id, patience)
        self._subscription = Subscription(there, tenant_id, patience)

    def require_possible(self) -> None:
        """Raise a CommandError, which says what to set, unless one can follow the other."""
        self._publication.require_possible()
        self._subscription.require_possible()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody else begin an online move here or there: they share what is changed."""
        called = "another university online"
        with (
            self.here.alone("online", called=called),
            self.there.alone("online", called=called),
        ):
            yield

    def prepare(self, source: dict[str, Any], tables: list[TenantTable]) -> None:
        """Make all that is needed to follow what is reached by way of ``source``."""
        self._publication.make(tables)
        self._subscription.make(source, tables)

    def from_now(self) -> Any:
        """Keep the log from now on; the context is the name of the snapshot of this moment."""
        return self._publication.slot()

    def begin(self) -> None:
        """Follow what has changed since."""
        self._subscription.begin()

    def catch_up(self) -> None:
        """Wait until there is little left to follow.

        Each round ends where the one before has ended, so that a round is short when its
        forerunner was; where rounds become no shorter, waiting longer does not help.
        """
        former = float("inf")
        while True:
            begun = time.monotonic()
            self._wait_until_past(self._publication.position())
            took = time.monotonic() - begun
            if took < _SHORT or took > former / 2:
                break
            former = took
        if took > self.patience:
            raise CommandError(
                f"{self.there} falls behind: it needs {took:.0f} seconds for what was written here."
                " Move the university when there is less to do."
            )

    def end(self) -> None:
        """Follow to the last change, and nothing more; nobody may write any more before."""
        deadline = time.monotonic() + self.patience
        self._wait_until_past(self._publication.position(), deadline)
        self._subscription.disable()
        self._publication.drop_slot()
        self._subscription.wait_for_end()

    def take_down(self) -> bool:
        """Remove what is left of it in both cells; return whether there was anything.

        One cell that is away does not keep what is in the other one.
        """
        failed, found = [], False
        for side in (self._publication, self._subscription):
            try:
                if side.exists():
                    found = True
                    side.take_down()
            except (psycopg.Error, CommandError) as error:
                failed.append(f"{side.cell}: {str(error).strip()}")
        if failed:
            raise CommandError(
                "something of the online move is left; the next move_tenant for this university"
                " removes it (--undo without --to: here, and nothing else).\n" + "\n".join(failed)
            )
        return found

    def _wait_until_past(self, position: str, deadline: float | None = None) -> None:
        """Wait until the other cell has written all that the log says before a position."""
        heard = time.monotonic()
        while not (progress := self._publication.progress(position)).is_past:
            self._subscription.require_sound()
            now = time.monotonic()
            if not progress.is_kept:
                raise CommandError(
                    f"{self.here} has thrown away what {self.there} had not read yet: raise"
                    " max_slot_wal_keep_size there."
                )
            if progress.is_read:
                heard = now
            if now - heard > max(_SILENCE, self.patience):
                raise CommandError(
                    f"{self.there} has not followed for {now - heard:.0f} seconds; its log says"
                    " why. --from names how it reaches this cell."
                )
            if deadline and now > deadline:
                raise CommandError(
                    f"{self.there} has not caught up in {self.patience:.0f} seconds. Try again"
                    " later, or with more --patience."
                )
            time.sleep(_PAUSE)


def take_down_here(here: Cell, tenant_id: str, patience: float) -> bool:
    """Remove what an online move has left in the cell it comes from; return whether it did."""
    publication = Publication(here, tenant_id, patience)
    if found := publication.exists():
        publication.take_down()
    return found
