"""A machine dies: Patroni, etcd and HAProxy, and people who go on working (docs/scaling.md)."""

import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from rehearsals.cluster import Cluster, Machine, running_cluster
from rehearsals.console import Console
from rehearsals.people import People, Work, done_by, grants_in
from rehearsals.programs import RehearsalError, engine, wait_until

# Seconds of work before something breaks, and after all is well again.
BEFORE, AFTER = 4, 4

# Seconds that etcd is away, and that the standbys hear nothing before the primary dies.
ETCD_AWAY, HELD_UP = 15, 3


@dataclass(frozen=True)
class Scenario:
    """Something that breaks, and the most seconds until people's writes and reads succeed again.

    Another machine becomes the primary in those with ``moves``. ``failing`` ones must lose
    something: they show that the check would notice.
    """

    name: str
    what: str
    breaks: Callable[[Cluster, Machine], None]
    within: float
    moves: bool = True
    short: bool = False
    synchronous: bool = True
    failing: bool = False


@dataclass(frozen=True)
class Outcome(Work):
    """What people saw, with the seconds without a success of their writes and reads."""

    scenario: Scenario
    writes: float
    reads: float

    @property
    def name(self) -> str:
        return self.scenario.name

    def faults(self) -> list[str]:
        """Return what was not kept."""
        if self.scenario.failing:
            return [] if self.lost else ["nothing was lost: the check would not notice"]
        faults = self.broken_promises()
        if max(self.writes, self.reads) > self.scenario.within:
            faults.append(
                f"writes came back after {self.writes:.1f} s, reads after {self.reads:.1f} s"
            )
        return faults


def _postgres_killed(cluster: Cluster, leader: Machine) -> None:
    leader.postgres()[0].kill()


def _machine_killed(cluster: Cluster, leader: Machine) -> None:
    leader.kill()


def _patroni_hangs(cluster: Cluster, leader: Machine) -> None:
    if leader.patroni:
        leader.patroni.suspend()


def _switchover(cluster: Cluster, leader: Machine) -> None:
    command = [*engine("patronictl"), "-c", str(leader.folder / "patroni.yml"), "switchover"]
    ended = subprocess.run(
        [*command, "command-center", "--leader", leader.name, "--force"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if ended.returncode:
        raise RehearsalError(f"patronictl: {ended.stdout}{ended.stderr}")


def _etcd_away(cluster: Cluster, leader: Machine) -> None:
    for machine in cluster.machines:
        if machine.etcd:
            machine.etcd.kill()
            machine.etcd.wait()
    time.sleep(ETCD_AWAY)
    for machine in cluster.machines:
        machine.start_etcd()


def _held_up_then_killed(cluster: Cluster, leader: Machine) -> None:
    """Let nothing reach the standbys for a while, then take the primary's machine away."""
    for sender in leader.senders():
        sender.suspend()
    time.sleep(HELD_UP)
    leader.kill()


SCENARIOS = (
    Scenario("postgres", "PostgreSQL is killed, Patroni lives", _postgres_killed, 10, short=True),
    Scenario("switchover", "a planned switchover", _switchover, 10),
    Scenario("machine", "the primary's machine is gone", _machine_killed, 30),
    Scenario("patroni", "Patroni hangs, its PostgreSQL goes on", _patroni_hangs, 35),
    Scenario("etcd", "etcd is away for 15 seconds", _etcd_away, 5, moves=False),
    Scenario(
        "held-up",
        "the standbys hear nothing for 3 seconds, then the primary's machine is gone",
        _held_up_then_killed,
        35,
        short=True,
    ),
    Scenario(
        "asynchronous",
        "the same without synchronous mode: it must lose grants, or the check is blind",
        _held_up_then_killed,
        35,
        synchronous=False,
        failing=True,
    ),
)


def table(outcomes: list[Outcome]) -> str:
    """Return the figures as docs/scaling.md shows them."""
    lines = [
        "| What breaks | writes succeed again | reads | answers | acknowledged | lost | twice |",
        "|---|--:|--:|---|--:|--:|--:|",
    ]
    lines += [
        f"| {one.scenario.what} | {one.writes:.1f} s | {one.reads:.1f} s | {one.figures} |"
        for one in outcomes
    ]
    return "\n".join(lines) + "\n"


def run(say: Callable[[str], None], *, short: bool) -> list[Outcome]:
    """Play every scenario, or the short ones; return what people saw."""
    outcomes = []
    for synchronous in (True, False):
        scenarios = [
            one for one in SCENARIOS if one.synchronous is synchronous and (one.short or not short)
        ]
        if not scenarios:
            continue
        with (
            tempfile.TemporaryDirectory(prefix="failover-", ignore_cleanup_errors=True) as folder,
            running_cluster(Path(folder), synchronous=synchronous) as cluster,
        ):
            console = Console(cluster, Path(folder))
            console.prepare()
            with console.serving():
                for scenario in scenarios:
                    say(f"{scenario.name}: {scenario.what} …")
                    outcomes.append(_play(scenario, cluster, console))
            if synchronous:
                for verify in ("verify_ledger", "verify_derived"):
                    console.manage(verify)
    return outcomes


def _play(scenario: Scenario, cluster: Cluster, console: Console) -> Outcome:
    leader = cluster.leader()
    if leader is None:
        raise RehearsalError("there is no primary to break.")
    before = set(grants_in(cluster.ask))
    people = People(console.port)
    with people.at_work():
        time.sleep(BEFORE)
        broken = time.monotonic()
        scenario.breaks(cluster, leader)
        if scenario.moves:
            wait_until(lambda: cluster.leader() not in {None, leader}, "another primary", 120)
        mended = time.monotonic()
        wait_until(lambda: people.both_succeeded(since=mended), "work as before", 120)
        time.sleep(AFTER)
        over = time.monotonic()
    _mend(cluster, leader)
    kept = [key for key in grants_in(cluster.ask) if key not in before]
    return Outcome(
        scenario,
        people.writes.longest_silence(broken, over),
        people.reads.longest_silence(broken, over),
        **done_by(people, kept),
    )


def _mend(cluster: Cluster, former: Machine) -> None:
    """Bring back what was broken, until the cluster is as it was."""
    if former.patroni and former.patroni.status() == psutil.STATUS_STOPPED:
        former.patroni.resume()
    former.repair()
    wait_until(
        lambda: cluster.leader() and len(cluster.standbys()) == len(cluster.machines) - 1,
        "a cluster of three",
        180,
    )
