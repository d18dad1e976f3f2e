"""A university moves to another cell and back, while its people work (docs/scaling.md, "Cells")."""

import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from config.runtime.database.embedded import EmbeddedPostgres
from rehearsals.asking import LOGIN
from rehearsals.console import OWNER
from rehearsals.door import CellConsole, Cells
from rehearsals.people import People, Work, done_by, grants_in
from rehearsals.programs import RehearsalError, wait_until

SLUG = LOGIN["tenant_slug"]

# Seconds of work before a step and after it: in full, and in CI.
AROUND, SHORTLY = 5, 1

# The most seconds without writes, of a small university on a quiet machine.
HELD_AT_MOST = 10

_FIGURES = re.compile(r"([\d,]+) rows, nobody wrote for ([\d.]+) seconds")


class Scenario(NamedTuple):
    """One step of the play."""

    name: str
    what: str


FORTH = Scenario("forth", "to the other cell, under writes")
BACK = Scenario("back", "taken back, with what was done there")
ONLINE = Scenario("online", "to the other cell again, copied while they work, and confirmed")


@dataclass(frozen=True)
class Outcome(Work):
    """What a step cost, and what people saw meanwhile."""

    scenario: Scenario
    rows: int
    held: float
    silence: float

    @property
    def name(self) -> str:
        return self.scenario.name

    def faults(self) -> list[str]:
        """Return what was not kept."""
        faults = self.broken_promises()
        if not self.rows:
            faults.append("nothing was moved")
        if self.held > HELD_AT_MOST:
            faults.append(f"nobody wrote for {self.held:.1f} s")
        return faults


def table(outcomes: list[Outcome]) -> str:
    """Return the figures as docs/scaling.md shows them."""
    head = (
        "| The university moves | rows | held | writes again | answers | acknowledged | lost "
        "| twice |"
    )
    lines = [head, "|---|--:|--:|--:|---|--:|--:|--:|"]
    lines += [
        f"| {one.scenario.what} | {one.rows:,} | {one.held:.1f} s | {one.silence:.1f} s "
        f"| {one.figures} |"
        for one in outcomes
    ]
    return "\n".join(lines) + "\n"


def run(say: Callable[[str], None], *, short: bool) -> list[Outcome]:
    """Play all steps; return what people saw."""
    play = partial(_play, around=SHORTLY if short else AROUND, say=say)
    with (
        tempfile.TemporaryDirectory(prefix="cells-", ignore_cleanup_errors=True) as folder,
        EmbeddedPostgres(Path(folder) / "postgres") as server,
    ):
        Path(folder).chmod(0o755)
        cells = Cells(Path(folder), server)
        say("two cells, one of them with two universities …")
        cells.prepare()
        here, there = cells.consoles
        to = there.database.url(OWNER)
        with cells.serving():
            outcomes = [
                play(FORTH, cells, there, lambda: _moved(here, to)),
                play(BACK, cells, here, lambda: _moved(here, to, "--undo")),
                play(ONLINE, cells, there, lambda: _moved(here, to, "--online")),
            ]
            here.manage("move_tenant", SLUG, "--to", to, "--confirm")
        if (SLUG,) in here.database.ask("SELECT slug FROM tenants_tenant"):
            raise RehearsalError(f"{SLUG} is still there.")
        for verify in ("verify_ledger", "verify_derived", "verify_audit"):
            for console in cells.consoles:
                console.manage(verify)
    return outcomes


def _moved(here: CellConsole, to: str, *options: str) -> str:
    return here.manage("move_tenant", SLUG, "--to", to, *options)


def _play(
    scenario: Scenario,
    cells: Cells,
    home: CellConsole,
    move: Callable[[], str],
    *,
    around: float,
    say: Callable[[str], None],
) -> Outcome:
    """Move while people work, and lead them to their university's new ``home``."""
    say(f"{scenario.name}: {scenario.what} …")
    people = People(cells.port)
    with people.at_work():
        wait_until(lambda: people.both_succeeded(since=0), "work")
        time.sleep(around)
        begun = time.monotonic()
        told = move()
        cells.write_maps()
        moved = time.monotonic()
        wait_until(lambda: people.both_succeeded(since=moved), "work as before", 120)
        time.sleep(around)
        over = time.monotonic()
    rows, held = _FIGURES.findall(told)[0]
    return Outcome(
        scenario,
        int(rows.replace(",", "")),
        float(held),
        people.writes.longest_silence(begun, over),
        **done_by(people, grants_in(home.database.ask)),
    )
