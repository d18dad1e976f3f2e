"""``manage.py move_tenant``: a university from this cell to another, and back (docs/scaling.md)."""

from argparse import ArgumentParser
from contextlib import ExitStack
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from config.management.cells import SETTLED, Cell, parameters_of, reached
from config.management.following import Following, take_down_here
from config.management.moves import HELD, Figures, Move, release
from config.management.online_moves import OnlineMove
from config.management.publications import online_moves

# Seconds to wait for whoever writes for the university.
PATIENCE = 30.0


class Command(BaseCommand):
    help = (
        "Moves a tenant to another cell's database: holds its writes, copies and compares each"
        " table as one moment holds it, and lets it live there. Then lead callers to the other cell"
        " (cell_maps), and --confirm that its rows here may go, or --undo, cell_maps and --confirm."
        " Without a tenant: lists those that are on their way."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", nargs="?", metavar="SLUG", help="the tenant's slug")
        parser.add_argument(
            "--to", metavar="URL", help="the owner's address of the other cell's database"
        )
        parser.add_argument(
            "--online",
            action="store_true",
            help="copy while people write, by logical replication; hold for the last moment alone",
        )
        parser.add_argument(
            "--from",
            dest="source",
            metavar="URL",
            help="with --online: how the other cell's PostgreSQL reaches this cell's database,"
            " where that differs from how this command does",
        )
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            "--dry-run",
            action="store_true",
            help="copy and compare under load, and take everything back; nothing is held",
        )
        what.add_argument(
            "--confirm",
            action="store_true",
            help="remove the rows that a move, or one taken back, has left where they were",
        )
        what.add_argument(
            "--undo",
            action="store_true",
            help="release a tenant that is held; with --to, bring one that was moved back",
        )
        parser.add_argument(
            "--patience",
            type=float,
            default=PATIENCE,
            metavar="SECONDS",
            help="the time to wait for those who write (%(default)s)",
        )

    def handle(
        self,
        *args: Any,
        slug: str | None,
        to: str | None,
        dry_run: bool,
        confirm: bool,
        undo: bool,
        patience: float,
        online: bool,
        source: str | None,
        **options: Any,
    ) -> None:
        with ExitStack() as opened:
            here = opened.enter_context(reached("this cell", **_parameters()))
            if slug is None:
                self._list(here)
                return
            found = here.tenant_called(slug)
            if found is None:
                raise CommandError(f"this cell has no tenant with the slug {slug}.")
            tenant_id, name = found
            opened.enter_context(here.alone(tenant_id))
            if undo and to is None:
                self._release(here, tenant_id, name, patience)
                return
            if to is None:
                raise CommandError("name the other cell's database: --to URL.")
            there = opened.enter_context(reached("the other cell", **parameters_of(to)))
            if here.is_same_as(there):
                raise CommandError("--to leads to this cell's own database.")
            opened.enter_context(there.alone(tenant_id))
            move = Move(here, there, tenant_id, patience, self._say)
            if online:
                reaches = parameters_of(source, "--from") if source else _parameters()
                move = OnlineMove(here, there, tenant_id, patience, self._say, reaches)
            # Before anything else: what still follows would write into what is there now.
            left = Following(here, there, tenant_id, patience).take_down()
            if left:
                self._say("What an online move had left was taken down.")
            if left and undo and here.state(tenant_id) is SETTLED:
                move.remove_copy()
                self.stdout.write(f"{name} lives here again.")
                return
            self._do(move, name, dry_run=dry_run, confirm=confirm, undo=undo)

    def _do(self, move: Move, name: str, *, dry_run: bool, confirm: bool, undo: bool) -> None:
        if dry_run:
            rows = move.try_out()
            self.stdout.write(f"{name}: {rows:,} rows could be moved; nothing was kept.")
        elif confirm:
            move.confirm()
            self.stdout.write(f"{name} is in one cell alone.")
        elif undo:
            self._tell(f"{name} lives here again", move.bring_back())
        else:
            self._tell(f"{name} lives at the other cell", move.go())

    def _release(self, here: Cell, tenant_id: str, name: str, patience: float) -> None:
        left = take_down_here(here, tenant_id, patience)
        if left:
            self.stdout.write("What an online move had left here was taken down.")
        state = here.state(tenant_id)
        if left and state != HELD:
            return
        if state != HELD:
            raise CommandError(
                f"{name} is {'not held' if state is None else state.lower()}"
                f"{'' if state is None else ': name the other cell with --to URL'}."
            )
        release(here, tenant_id)
        self.stdout.write(f"{name} lives here again.")

    def _list(self, here: Cell) -> None:
        for slug, state in here.on_their_way():
            self.stdout.write(f"{slug}: {state.lower()}")
        for known in online_moves(here):
            self.stdout.write(f"{known or 'a university that has gone'}: moved online, or cut off")

    def _say(self, text: str) -> None:
        self.stdout.write(text)

    def _tell(self, what: str, figures: Figures) -> None:
        self.stdout.write(
            f"{what}: {figures.rows:,} rows, nobody wrote for {figures.seconds:.1f} seconds."
        )


def _parameters() -> dict[str, Any]:
    """Return how this process reaches its own database."""
    parameters = connection.get_connection_params()
    names = ("host", "port", "user", "password", "dbname", "sslmode", "sslrootcert")
    return {name: parameters[name] for name in names if parameters.get(name)}
