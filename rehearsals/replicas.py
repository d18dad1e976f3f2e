"""Readers: a replica that is near, late, paused, stopped, killed (docs/scaling.md, "Readers")."""

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rehearsals.programs import wait_until
from rehearsals.readers import Crowd, SignedIn
from rehearsals.replicated import ReplicatedConsole
from rehearsals.streaming import Replica, running_primary, running_replica

# Seconds of work before something happens, after it, and after all is well again.
BEFORE, MEANWHILE, AFTER = 3, 5, 5

DELAY = "recovery_min_apply_delay"


@dataclass(frozen=True)
class Happening:
    """What becomes of the replica while people work: ``happens``, and what ``mends`` it.

    It replays after ``delay``. ``least`` is the share of answers that it has to give. ``blind``
    ones must show what is of yesterday: they show that the check would notice.
    """

    name: str
    what: str
    happens: Callable[[Replica], None] = lambda replica: None
    mends: Callable[[Replica], None] = lambda replica: None
    delay: str = "0"
    least: float = 0.0
    short: bool = False
    blind: bool = False


@dataclass(frozen=True)
class Seen:
    """What people saw: how much they wrote and read, how much of it was of yesterday."""

    scenario: Happening
    writes: int
    reads: int
    by_replica: int
    by_primary: int
    stale: int
    wrong: dict[int, int]

    @property
    def share(self) -> float:
        """The share of answers that the replica gave, of those that it might give."""
        return self.by_replica / max(self.by_replica + self.by_primary, 1)

    @property
    def name(self) -> str:
        return self.scenario.name

    def faults(self) -> list[str]:
        """Return what was not kept."""
        if self.scenario.blind:
            return [] if self.stale else ["nothing was of yesterday: the check would not notice"]
        faults = [f"{count} answers were {status}" for status, count in self.wrong.items()]
        if self.stale:
            faults.append(f"{self.stale} of {self.reads} answers were of yesterday")
        if not self.writes or not self.reads:
            faults.append(f"{self.writes} writes and {self.reads} reads prove nothing")
        if self.share < self.scenario.least:
            faults.append(f"the replica gave {self.share:.0%} of the answers")
        return faults


HAPPENINGS = (
    Happening("near", "nothing: the replica is near", least=0.5, short=True),
    Happening("late", "the replica is 300 ms late, always", delay="300ms", short=True),
    Happening("paused", "its replay is paused, and goes on", Replica.pause, Replica.resume),
    Happening("stopped", "it is stopped in order, and started", Replica.stop, Replica.start),
    Happening("killed", "it is killed, and started", Replica.kill, Replica.start, short=True),
    Happening(
        "blind",
        "300 ms late, with the position ignored: it must show yesterday, or the check is blind",
        delay="300ms",
        blind=True,
        short=True,
    ),
)


def run(say: Callable[[str], None], *, short: bool) -> list[Seen]:
    """Play all of it, or the short ones; return what people saw."""
    outcomes = []
    with (
        tempfile.TemporaryDirectory(prefix="replicas-", ignore_cleanup_errors=True) as name,
        running_primary(Path(name)) as primary,
    ):
        ReplicatedConsole(primary, Path(name)).prepare()
        for happening in HAPPENINGS:
            if short and not happening.short:
                continue
            say(f"{happening.name}: {happening.what} …")
            folder = Path(name) / happening.name
            folder.mkdir()
            settings = "rehearsals.blind_settings" if happening.blind else "config.settings.local"
            console = ReplicatedConsole(primary, folder, DJANGO_SETTINGS_MODULE=settings)
            with ExitStack() as stack:
                console.replica = stack.enter_context(
                    running_replica(primary, folder, **{DELAY: happening.delay})
                )
                stack.enter_context(console.serving())
                outcomes.append(_play(happening, console.replica, console))
        ReplicatedConsole(primary, Path(name)).manage("verify_derived")
    return outcomes


def _play(happening: Happening, replica: Replica, console: ReplicatedConsole) -> Seen:
    wait_until(replica.has_caught_up, "a replica that has caught up")
    visitor = SignedIn(console.port)
    wait_until(lambda: visitor.looks() and console.reads()["replica"], "an answer of the replica")
    before = console.reads()
    crowd = Crowd(console.port)
    with crowd.at_work():
        crowd.work(BEFORE)
        happening.happens(replica)
        crowd.work(MEANWHILE)
        happening.mends(replica)
        crowd.work(AFTER)
    after = console.reads()
    return Seen(
        happening,
        crowd.writes,
        crowd.reads,
        after["replica"] - before["replica"],
        after["primary"] - before["primary"],
        crowd.stale,
        dict(crowd.wrong),
    )


def table(outcomes: list[Seen]) -> str:
    """Return the figures as docs/scaling.md shows them."""
    lines = [
        "| What happens | writes | reads | by the replica | of yesterday | errors |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {one.scenario.what} | {one.writes} | {one.reads} | {one.share:.0%} | {one.stale} "
        f"| {sum(one.wrong.values())} |"
        for one in outcomes
    ]
    return "\n".join(lines) + "\n"
