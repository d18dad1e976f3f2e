"""Many connections on few: PgBouncer in transaction mode before a crowd of two universities."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from config.db import roles
from config.runtime.database import EmbeddedPostgres
from rehearsals.console import Console
from rehearsals.crowd import BUSY, Crowd, Seen, while_working
from rehearsals.pgbouncer import Pooled, running_pgbouncer
from rehearsals.programs import give_to_nobody

WORDS = """
SELECT slug, word FROM tenants_tenant JOIN (
    SELECT tenant_id, id AS word FROM accounts_user
    UNION SELECT tenant_id, email FROM accounts_user
    UNION SELECT tenant_id, id FROM programmes_programme
    UNION SELECT tenant_id, id FROM programmes_casestudy
    UNION SELECT tenant_id, id FROM accounts_role
) AS words ON words.tenant_id = tenants_tenant.id
"""


@dataclass(frozen=True)
class Size:
    """How many people there are, each with a connection, and how many sessions at PostgreSQL."""

    people: int
    sessions: int
    processes: int
    requests_of_each: int


WHOLE = Size(400, 20, 4, 8)
SHORT = Size(40, 4, 2, 8)


@dataclass(frozen=True)
class Outcome:
    """What the crowd saw, and the most connections and sessions that there were meanwhile."""

    size: Size
    seen: Seen
    clients: int
    sessions: int

    @property
    def name(self) -> str:
        return f"{self.size.people} on {self.size.sessions}"

    def faults(self) -> list[str]:
        """Return what was not kept."""
        faults = [f"wrong: {one}" for one in self.seen.wrong]
        expected = self.size.people * self.size.requests_of_each
        answered = self.seen.answers[200] + self.seen.answers[201]
        if answered != expected:
            faults.append(f"{answered} answers of {expected}")
        if self.seen.answered_later != self.seen.sent_away:
            faults.append(
                f"of {self.seen.sent_away} requests that were told to come back,"
                f" {self.seen.answered_later} were answered then"
            )
        # Figures, checks of readiness and the worker's role have some of their own.
        if self.sessions > 2 * self.size.sessions:
            faults.append(f"PostgreSQL had {self.sessions} sessions")
        if self.clients < self.size.people / 2:
            faults.append(f"only {self.clients} connections were pooled: that proves nothing")
        return faults


def table(outcomes: list[Outcome]) -> str:
    """Return the figures as docs/scaling.md shows them."""
    head = "People | connections | sessions | answers | told to come back | answered then"
    lines = [
        f"| {head} | wrong | a second | half in | 95 % in |",
        "|--:|--:|--:|---|---|--:|--:|--:|--:|--:|",
    ]
    for one in outcomes:
        seen = one.seen
        counted = sorted(seen.answers.items())
        answers = ", ".join(f"{count} × {status}" for status, count in counted if status != BUSY)
        lines.append(
            f"| {one.size.people} | {one.clients} | {one.sessions} | {answers} "
            f"| {seen.sent_away} by {seen.answers[BUSY]} × {BUSY} | {seen.answered_later} "
            f"| {len(seen.wrong)} | {seen.answers.total() / seen.took:.0f} "
            f"| {seen.slowest(0.5):.1f} s | {seen.slowest(0.95):.1f} s |"
        )
    return "\n".join(lines) + "\n"


def run(say: Callable[[str], None], *, short: bool) -> list[Outcome]:
    """Let the crowd work; return what it saw."""
    size = SHORT if short else WHOLE
    with tempfile.TemporaryDirectory(prefix="pooler-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        give_to_nobody(folder)
        with (
            EmbeddedPostgres(folder / "postgres", durable=False) as postgres,
            running_pgbouncer(postgres, folder, size.sessions) as pooled,
        ):
            say(f"{size.people} people, {size.sessions} sessions for each role …")
            return [_play(size, pooled, folder)]


def _play(size: Size, pooled: Pooled, folder: Path) -> Outcome:
    console = Console(
        pooled,
        folder,
        DATABASE_URL=pooled.url(roles.APPLICATION),
        SYSTEM_DATABASE_URL=pooled.url(roles.SYSTEM),
        DATABASE_DIRECT_URL=pooled.direct_url(),
        DATABASE_POOLER="transaction",
        WEB_WORKERS=str(size.processes),
        WEB_THREADS=str(size.people // size.processes),
    )
    console.manage("migrate", "--verbosity=0", "--no-input")
    console.manage("demo_data")
    crowd = Crowd(console.port, _words(pooled))
    clients = sessions = 0

    def look() -> int:
        nonlocal sessions
        sessions = max(sessions, pooled.sessions())
        return pooled.clients()

    with console.serving():
        clients = while_working(lambda: crowd.work(size.people, size.requests_of_each), look)
    for verify in ("verify_ledger", "verify_derived"):
        console.manage(verify)
    return Outcome(size, crowd.seen, clients, sessions)


def _words(pooled: Pooled) -> dict[str, set[bytes]]:
    """Return ids and addresses of each university, but those that both have."""
    words: dict[str, set[bytes]] = {}
    for slug, word in pooled.ask(WORDS):
        words.setdefault(slug, set()).add(word.encode())
    common = set.intersection(*words.values())
    return {slug: own - common for slug, own in words.items()}
