"""``manage.py cell_maps``: the maps by which the door finds each request's cell."""

from argparse import ArgumentParser, ArgumentTypeError
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from config.management.cells import parameters_of, reached
from config.management.door_maps import hand_over, maps_of, page_of, write_maps


def _cell(text: str) -> tuple[str, str]:
    name, found, url = text.partition("=")
    if not found or not name.replace("-", "").isalnum():
        raise ArgumentTypeError("a cell is NAME=URL, by the name of its backend at the door.")
    return name, url


class Command(BaseCommand):
    help = (
        "Reads from the databases of all cells which universities, keys, domains and origins each"
        " of them has, and writes the maps of deploy/cells/haproxy.cfg. Run it every minute, and"
        " after each move_tenant."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--cell",
            type=_cell,
            action="append",
            required=True,
            dest="cells",
            metavar="NAME=URL",
            help="a cell and its database; once for each cell",
        )
        parser.add_argument(
            "--output", type=Path, required=True, metavar="FOLDER", help="where the maps are"
        )
        parser.add_argument(
            "--socket",
            type=Path,
            metavar="PATH",
            help="hand them over to the door that is running, by its socket",
        )

    def handle(
        self,
        *args: Any,
        cells: list[tuple[str, str]],
        output: Path,
        socket: Path | None,
        **options: Any,
    ) -> None:
        with ExitStack() as opened:
            found = [
                opened.enter_context(reached(name, **parameters_of(url))) for name, url in cells
            ]
            maps = maps_of(found)
            write_maps(maps, page_of(found), output)
        if socket is not None:
            hand_over(maps, socket)
        numbers = ", ".join(f"{len(keys):,} {name}" for name, keys in maps.items())
        self.stdout.write(f"{output}: {numbers}")
