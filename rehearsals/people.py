"""People who work while something breaks, and what they were told."""

import json
import secrets
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import pairwise
from threading import Event, Lock, Thread
from typing import Any

from rehearsals.console import HOST, PATIENCE
from rehearsals.programs import wait_until

LOGIN = {
    "email": "admin@demo.example",
    "password": "demo-Passw0rd",
    "tenant_slug": "demo-university",
}

# Seconds between two requests of one person, and until a refused one is sent again.
APART, AGAIN = 0.2, 0.25

# Answers that are none: the server took longer than anybody waits, or hung up.
NOTHING = 0


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
        self._port, self._over, self._lock = port, Event(), Lock()
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
        workers = [Thread(target=self._read)] + [
            Thread(target=self._grant, args=(student["user_id"], studies[0]["id"]))
            for student in students
        ]
        for worker in workers:
            worker.start()
        try:
            yield
        finally:
            self._over.set()
            for worker in workers:
                worker.join()

    def both_succeeded(self, since: float) -> bool:
        """Return whether a write and a read have succeeded since a moment."""
        return all(
            told.successes and told.successes[-1] > since for told in (self.writes, self.reads)
        )

    def _data(self, method: str, path: str, body: dict | None = None) -> Any:
        """Return what a request gives before anything is broken: the database may just be back."""
        answers: list[tuple[int, dict]] = []

        def succeeded() -> bool:
            answers.append(self._ask(method, path, body))
            return answers[-1][0] == 200

        wait_until(succeeded, f"an answer to {path}")
        return answers[-1][1]["data"]

    def _grant(self, student: str, study: str) -> None:
        """Grant one attempt after the other; the number granted must never fall behind."""
        known = 0
        while not self._over.is_set():
            key = f"rehearsal-{secrets.token_hex(8)}"
            body = {"user_id": student, "case_study_id": study, "amount": 1}
            body |= {"reason": key, "idempotency_key": key}
            answer = self._until_done("POST", "/v1/console/attempts/grant", body, self.writes)
            if answer is None:
                return
            granted = answer["data"]["extra_attempts"]
            with self._lock:
                self.acknowledged.append(key)
                if granted <= known:
                    self.wrong.append(f"{granted} attempts granted, after {known} were")
            known = granted
            self._over.wait(APART)

    def _read(self) -> None:
        while not self._over.is_set():
            self._until_done("GET", "/v1/console/students?limit=10", None, self.reads)
            self._over.wait(APART)

    def _until_done(self, method: str, path: str, body: dict | None, told: Told) -> dict | None:
        """Send a request until it succeeds; return its answer, None when all is over."""
        while not self._over.is_set():
            status, answer = self._ask(method, path, body)
            told.answers[status] += 1
            if status == 200:
                told.successes.append(time.monotonic())
                return answer
            if status not in {503, NOTHING}:
                with self._lock:
                    self.wrong.append(f"{method} {path}: {status} {answer}")
            self._over.wait(AGAIN)
        return None

    def _ask(self, method: str, path: str, body: dict | None = None) -> tuple[int, dict]:
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"}
        try:
            with closing(HTTPConnection(HOST, self._port, timeout=PATIENCE)) as call:
                call.request(method, path, body and json.dumps(body), headers)
                with call.getresponse() as answer:
                    if answer.status == 503 and not answer.headers["Retry-After"]:
                        self.wrong.append(f"{path}: 503 that does not say when to come back")
                    return answer.status, json.load(answer)
        except (OSError, HTTPException):
            return NOTHING, {}
