"""People who work while something breaks, and what they were told."""

import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from threading import Event, Lock
from typing import Any

from benchmarks.beside import beside
from rehearsals.asking import LOGIN, NOTHING, Answer, ask
from rehearsals.programs import wait_until

# Seconds between two requests of one person, and until a refused one is sent again.
APART, AGAIN = 0.2, 0.25

# Gives the rows of a query.
type Ask = Callable[[str], list[tuple]]


@dataclass
class Told:
    """What one kind of request was answered, and at which seconds it succeeded."""

    answers: Counter[int] = field(default_factory=Counter)
    successes: list[float] = field(default_factory=list)

    def longest_silence(self, since: float, until: float) -> float:
        """Return the longest time without a success between two moments, in seconds."""
        between = [moment for moment in self.successes if since < moment < until]
        return max(later - earlier for earlier, later in pairwise([since, *between, until]))


class People:
    """Somebody who grants attempts until each is acknowledged, and somebody who reads.

    ``acknowledged`` are the keys of grants that were; ``wrong`` is what must never be: an answer
    that is neither the right one nor a 503 with ``Retry-After``, or one that went back in time.
    """

    def __init__(self, port: int) -> None:
        self._port, self._lock = port, Lock()
        self._token = ""
        self.writes, self.reads = Told(), Told()
        self.acknowledged: list[str] = []
        self.wrong: list[str] = []

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let them work for the length of the block."""
        self._token = self._data("POST", "/v1/auth/login", LOGIN)["access_token"]
        studies = self._data("GET", "/v1/console/case-studies?limit=1")
        students = self._data("GET", "/v1/console/students?limit=2&status=active")
        grants = [
            partial(self._grant, student["user_id"], studies[0]["id"]) for student in students
        ]
        with beside(self._read, *grants):
            yield

    def both_succeeded(self, since: float) -> bool:
        """Return whether a write and a read have succeeded since a moment."""
        return all(
            told.successes and told.successes[-1] > since for told in (self.writes, self.reads)
        )

    def _data(self, method: str, path: str, body: dict | None = None) -> Any:
        """Return what a request gives before anything is broken: the database may just be back."""
        answers: list[Answer] = []

        def succeeded() -> bool:
            answers.append(self._ask(method, path, body))
            return answers[-1].status == 200

        wait_until(succeeded, f"an answer to {path}")
        return answers[-1].body["data"]

    def _grant(self, student: str, study: str, over: Event) -> None:
        """Grant one attempt after the other; the number granted must never fall behind."""
        known = 0
        while not over.is_set():
            key = f"rehearsal-{secrets.token_hex(8)}"
            body = {"user_id": student, "case_study_id": study, "amount": 1}
            body |= {"reason": key, "idempotency_key": key}
            path = "/v1/console/attempts/grant"
            answer = self._until_done(over, self.writes, "POST", path, body)
            if answer is None:
                return
            granted = answer["data"]["extra_attempts"]
            with self._lock:
                self.acknowledged.append(key)
                if granted <= known:
                    self.wrong.append(f"{granted} attempts granted, after {known} were")
            known = granted
            over.wait(APART)

    def _read(self, over: Event) -> None:
        while not over.is_set():
            self._until_done(over, self.reads, "GET", "/v1/console/students?limit=10")
            over.wait(APART)

    def _until_done(
        self, over: Event, told: Told, method: str, path: str, body: dict | None = None
    ) -> dict | None:
        """Send a request until it succeeds; return its answer, None when all is over."""
        while not over.is_set():
            status, answer, _ = self._ask(method, path, body)
            told.answers[status] += 1
            if status == 200:
                told.successes.append(time.monotonic())
                return answer
            if status not in {503, NOTHING}:
                with self._lock:
                    self.wrong.append(f"{method} {path}: {status} {answer}")
            over.wait(AGAIN)
        return None

    def _ask(self, method: str, path: str, body: dict | None = None) -> Answer:
        answer = ask(self._port, method, path, body, self._token)
        if answer.status == 503 and not answer.headers.get("retry-after"):
            with self._lock:
                self.wrong.append(f"{path}: 503 that does not say when to come back")
        return answer


@dataclass(frozen=True, kw_only=True)
class Work:
    """What people were answered, by status, and what became of the grants that they asked for."""

    answers: dict[int, int]
    acknowledged: int
    lost: int
    twice: int
    wrong: list[str]

    def broken_promises(self) -> list[str]:
        """Return what was not kept of what people were told."""
        faults = [f"wrong: {one}" for one in dict.fromkeys(self.wrong)]
        if self.twice:
            faults.append(f"{self.twice} grants were done twice")
        if self.lost:
            faults.append(f"{self.lost} of {self.acknowledged} acknowledged grants were lost")
        return faults

    @property
    def figures(self) -> str:
        """The cells of a table: answers, and what was acknowledged, lost and done twice."""
        answers = ", ".join(f"{count} × {status}" for status, count in sorted(self.answers.items()))
        return f"{answers} | {self.acknowledged} | {self.lost} | {self.twice}"


def done_by(people: People, grants: list[str]) -> dict[str, Any]:
    """Return what a ``Work`` tells of people, and of the grants that are there now."""
    return {
        "answers": dict(people.writes.answers + people.reads.answers),
        "acknowledged": len(people.acknowledged),
        "lost": len(set(people.acknowledged) - set(grants)),
        "twice": len(grants) - len(set(grants)),
        "wrong": people.wrong,
    }


def grants_in(database: Ask) -> list[str]:
    """Return the key of every grant in a ledger, twice where it was done twice."""
    keys = "SELECT reason FROM students_ledgerpersonal WHERE reason LIKE 'rehearsal-%'"
    return [key for (key,) in database(keys)]
