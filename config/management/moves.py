"""A tenant's move from this cell to another: what is done in which order (docs/scaling.md).

At every moment at most one cell lets the tenant be written, whatever fails. A cell where it is not
settled says where it stands:

    here      there
    –         –          it lives here
    HELD      –          nobody writes it; its rows are being copied
    HELD      ARRIVING   the copy is complete and the same; nobody uses it
    MOVED     ARRIVING   it does not live here any more
    MOVED     –          it lives there; its rows wait here to be removed, or to be taken back
    –         ARRIVING   it lives here; a copy that nobody uses any more waits to be removed

Each step is one transaction. After a crash between two of them the same command goes on from where
it was, and ``--undo`` goes back from there.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from django.core.management.base import CommandError
from psycopg import Rollback, errors

from config.management import parked_tasks
from config.management.cells import SETTLED, Cell
from config.management.comparing import compare
from tenants.models import EventType, MoveState

HELD, MOVED, ARRIVING = MoveState.HELD.value, MoveState.MOVED.value, MoveState.ARRIVING.value

_PAUSE = 0.05

type Say = Callable[[str], None]


@dataclass(frozen=True)
class Figures:
    """What a move cost: the rows that it copied, and the seconds without writes."""

    rows: int
    seconds: float


@dataclass(frozen=True)
class Move:
    """The move of one tenant; ``patience`` are the seconds to wait for those who write."""

    here: Cell
    there: Cell
    tenant_id: str
    patience: float
    say: Say

    def try_out(self) -> int:
        """Copy and compare as a move does, and keep nothing; return the number of rows."""
        self._require_ready()
        self._require_place()
        if self.here.state(self.tenant_id) is not SETTLED:
            raise CommandError("it is on its way already: there is nothing to try out.")
        return self._copy(self.here, self.there, keep=False)

    def go(self) -> Figures:
        """Move the tenant, or go on with a move that was cut off; raises a CommandError.

        Where it fails before the copy is used, the tenant is written here again.
        """
        begun, rows = time.monotonic(), 0
        state = self.here.state(self.tenant_id)
        if state == ARRIVING:
            raise CommandError("it is on its way to this cell: go on at the cell it comes from.")
        if state != MOVED:
            self._require_ready()
            self._require_place()
            if state is SETTLED:
                self._hold(self.here, HELD, EventType.TENANT_HELD)
            begun = time.monotonic()
            with self._released_again():
                self._drain(self.here)
                rows = self._copy(self.here, self.there)
            self.here.set_state(self.tenant_id, MOVED, former=HELD)
        self._let_live_there()
        return Figures(rows, time.monotonic() - begun)

    def bring_back(self) -> Figures:
        """Let the tenant live here again, with all that was done there meanwhile.

        The copy there stays until that is confirmed: callers may still be led to it, and have to
        be told to come again.
        """
        state = self.here.state(self.tenant_id)
        begun, rows = time.monotonic(), 0
        if state == MOVED:
            self._require_ready()
            if self.there.state(self.tenant_id) is SETTLED:
                self._hold(self.there, ARRIVING)
            if self.there.state(self.tenant_id) != ARRIVING:
                raise CommandError(f"it is on its way from {self.there} to another cell.")
            begun = time.monotonic()
            with self._living_there_again():
                self._drain(self.there)
                rows = self._copy(self.there, self.here, released=True)
        elif state == HELD:
            release(self.here, self.tenant_id)
            self.remove_copy()
        else:
            raise CommandError("it was not moved from here: there is nothing to take back.")
        return Figures(rows, time.monotonic() - begun)

    def confirm(self) -> None:
        """Remove the rows that were left where the tenant does not live any more."""
        state = self.here.state(self.tenant_id)
        if state is SETTLED and self.there.has(self.tenant_id):
            self.remove_copy()
            return
        if state != MOVED:
            raise CommandError("it was not moved from here: there is nothing to confirm.")
        if self.there.state(self.tenant_id) is not SETTLED:
            raise CommandError(f"it does not live at {self.there} yet: run the move again.")
        self._require_super_admin()
        self.here.require_ready()
        with self.here.transaction():
            self.here.without_triggers()
            self.here.remove(self.tenant_id, with_sessions=True)

    # Its parts

    def _require_ready(self) -> None:
        for cell in (self.here, self.there):
            cell.require_ready()
        if self.here.migrations() != self.there.migrations():
            raise CommandError(
                "the two databases are of different releases: bring both to the same one first."
            )

    def _require_place(self) -> None:
        """Raise a CommandError where the other cell has the tenant, or its slug, already."""
        self._require_super_admin()
        ((slug,),) = self.here.ask("SELECT slug FROM tenants_tenant WHERE id = %s", self.tenant_id)
        found = self.there.ask(
            "SELECT id, move_state FROM tenants_tenant WHERE id = %s OR slug = %s",
            self.tenant_id,
            slug,
        )
        for tenant_id, state in found:
            if tenant_id != self.tenant_id:
                raise CommandError(f"{self.there} has another university with this slug already.")
            if state != ARRIVING:
                raise CommandError(f"{self.there} has this university already.")

    def _require_super_admin(self) -> None:
        if not self.here.keeps_super_admin_without(self.tenant_id):
            raise CommandError(
                "no active Super Admin would be left in this cell: make somebody of another"
                " university one first."
            )

    def _hold(self, cell: Cell, state: str, event: EventType | None = None) -> None:
        """Let nobody write the tenant there any more; tasks that run may end before."""
        deadline = time.monotonic() + self.patience
        while running := self._held(cell, state, event):
            if time.monotonic() > deadline:
                raise CommandError(
                    f"{running} background tasks of it are running. Try again later."
                )
            time.sleep(_PAUSE)

    def _held(self, cell: Cell, state: str, event: EventType | None) -> int:
        """Write the state unless tasks run; return how many do."""
        with cell.transaction() as transaction:
            cell.set_state(self.tenant_id, state, former=SETTLED)
            parked_tasks.park(cell.connection, self.tenant_id)
            running = parked_tasks.running(cell.connection, self.tenant_id)
            if running:
                raise Rollback(transaction)
            if event:
                cell.record(event, self.tenant_id, to=self.there.address)
        return running

    def _drain(self, cell: Cell) -> None:
        cell.drain(self.tenant_id, self.patience)
        # What those who were waited for have queued.
        parked_tasks.park(cell.connection, self.tenant_id)

    def _copy(
        self,
        source: Cell,
        target: Cell,
        *,
        keep: bool = True,
        released: bool = False,
        snapshot: str | None = None,
    ) -> int:
        """Copy all rows in the place of those that are there, and compare; return how many."""
        tables = target.tables()
        with (
            source.snapshot(snapshot) as reading,
            in_words(target),
            target.transaction() as writing,
        ):
            target.without_triggers()
            target.remove(self.tenant_id)
            target.take_in(reading, self.tenant_id, tables)
            left = compare(reading, source, target, self.tenant_id, tables)
            for name, found in left.items():
                if found.rows:
                    self.say(f"{name}: {found.rows:,} rows")
            if released:
                _settle(target, self.tenant_id, EventType.TENANT_RELEASED)
            else:
                target.do(
                    "UPDATE tenants_tenant SET move_state = %s WHERE id = %s",
                    ARRIVING,
                    self.tenant_id,
                )
            if not keep:
                raise Rollback(writing)
        return sum(found.rows for found in left.values())

    def _let_live_there(self) -> None:
        with self.there.transaction():
            state = self.there.state(self.tenant_id)
            if state is SETTLED:
                self.say(f"It lives at {self.there} already: confirm it, or take it back.")
                return
            self.there.set_state(self.tenant_id, SETTLED, former=ARRIVING)
            _settle(self.there, self.tenant_id, EventType.TENANT_ARRIVED)

    def remove_copy(self) -> None:
        """Remove the copy that nobody uses, where there is one."""
        if not self.there.has(self.tenant_id):
            return
        if self.there.state(self.tenant_id) != ARRIVING:
            raise CommandError(f"{self.there} has this university, and it is no copy of a move.")
        with self.there.transaction():
            self.there.without_triggers()
            self.there.remove(self.tenant_id, with_sessions=True)

    @contextmanager
    def _released_again(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            release(self.here, self.tenant_id)
            raise

    @contextmanager
    def _living_there_again(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.there.set_state(self.tenant_id, SETTLED, former=ARRIVING)
            parked_tasks.resume(self.there.connection, self.tenant_id)
            raise


def release(cell: Cell, tenant_id: str) -> None:
    """Let a held tenant be written again; raises a CommandError where that cannot be written."""
    try:
        with cell.transaction():
            cell.set_state(tenant_id, SETTLED, former=HELD)
            _settle(cell, tenant_id, EventType.TENANT_RELEASED)
    except psycopg.Error as error:
        raise CommandError(
            f"{cell} is away, and the university still held there: move_tenant --undo releases it."
        ) from error


def _settle(cell: Cell, tenant_id: str, event: EventType) -> None:
    """Let the tasks go on of a tenant that lives here now, and record how it came to."""
    parked_tasks.resume(cell.connection, tenant_id)
    cell.record(event, tenant_id)


@contextmanager
def in_words(cell: Cell) -> Iterator[None]:
    """Raise a CommandError where rows could not be written in a cell."""
    try:
        yield
    except errors.UniqueViolation as error:
        raise CommandError(
            f"{cell} has something already that one university alone may have"
            f" ({error.diag.constraint_name}): change it there or here first."
        ) from error
    except psycopg.Error as error:
        # Its first line: others repeat rows.
        reason = str(error).strip().partition("\n")[0]
        raise CommandError(f"nothing was copied to {cell}: {reason}") from error
