"""A crowd of two universities, each of whom looks whether an answer is of their own alone."""

import json
import re
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from io import BytesIO
from itertools import cycle, islice
from threading import Lock
from typing import Any
from zipfile import ZipFile

from benchmarks.ports import HOST

# Who signs in for each university.
ADMINS = {"demo-university": "admin@demo.example", "state": "admin@state.example"}
PASSWORD = "demo-Passw0rd"  # noqa: S105 - the demo's, which is published

# Seconds for an answer: many wait for few.
PATIENCE = 120

# Who is told to come back does, after some seconds, but not for ever.
BUSY, AGAIN, TIMES = 503, 1, 60

PROGRAMMES = "/v1/console/programmes"
READS = (
    "/v1/console/students?limit=20",
    PROGRAMMES,
    "/v1/console/students?search=an&limit=10",
    "/v1/console/users?limit=20",
    "/v1/console/students/export?format=csv",
    "/v1/console/dashboard",
    "/v1/console/students/export?format=xlsx",
)

# What betrays a row: its id, or somebody's address.
_TELLING = re.compile(rb"\b[0-9a-f]{24}\b|[^\s\"<>,;@]+@[^\s\"<>,;@]+")


@dataclass
class Seen:
    """What a crowd was answered: statuses, seconds of each, and what must never be.

    ``sent_away`` counts the requests that were told to come back once or more, ``answered_later``
    those of them that were answered then as they should be.
    """

    answers: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    took: float = 0.0
    sent_away: int = 0
    answered_later: int = 0

    def slowest(self, share: float) -> float:
        """Return the seconds within which this share was answered."""
        ordered = sorted(self.seconds)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


class Crowd:
    """People who ask a server over connections of their own, all at once.

    ``rows`` are ids and addresses of each university's rows, by its slug.
    """

    def __init__(self, port: int, rows: dict[str, set[bytes]]) -> None:
        self._port, self._rows, self._lock = port, rows, Lock()
        self.seen = Seen()

    def work(self, people: int, requests_of_each: int) -> None:
        """Let so many people ask; half of them are of either university."""
        tokens = {slug: self._sign_in(slug) for slug in self._rows}
        whose = list(islice(cycle(tokens), people))
        began = time.monotonic()
        with ThreadPoolExecutor(people) as threads:
            list(
                threads.map(
                    lambda number: self._ask_all(
                        number, whose[number], tokens[whose[number]], requests_of_each
                    ),
                    range(people),
                )
            )
        self.seen.took = time.monotonic() - began

    def _sign_in(self, slug: str) -> str:
        body = {"email": ADMINS[slug], "password": PASSWORD, "tenant_slug": slug}
        with closing(HTTPConnection(HOST, self._port, timeout=PATIENCE)) as call:
            call.request(
                "POST", "/v1/auth/login", json.dumps(body), {"Content-Type": "application/json"}
            )
            return json.load(call.getresponse())["data"]["access_token"]

    def _ask_all(self, number: int, slug: str, token: str, times: int) -> None:
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        with closing(HTTPConnection(HOST, self._port, timeout=PATIENCE)) as call:
            for step in range(times):
                path, body = READS[(number + step) % len(READS)], None
                if (number + step) % 8 == 0:
                    name = f"Rehearsed {slug} {number} {step}"
                    path, body = PROGRAMMES, {"name": name, "code": f"R{number}-{step}"}
                self.ask(slug, call, path, body and json.dumps(body), headers)

    def ask(self, *request: Any) -> None:
        """Ask, and again as long as the answer is to come back."""
        if self._ask(*request)[0] != BUSY:
            return
        for _ in range(TIMES):
            time.sleep(AGAIN)
            status, is_right = self._ask(*request)
            if status != BUSY:
                break
        with self._lock:
            self.seen.sent_away += 1
            self.seen.answered_later += is_right

    def _ask(
        self, slug: str, call: HTTPConnection, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[int, bool]:
        """Ask once; return the status, 0 where nothing came, and whether the answer is right."""
        method, began = "POST" if body else "GET", time.monotonic()
        try:
            call.request(method, path, body, headers)
            with call.getresponse() as answer:
                status, content = answer.status, answer.read()
        except (OSError, HTTPException) as error:
            call.close()
            self._note(0, began, f"{method} {path}: {type(error).__name__}")
            return 0, False
        fault = ""
        if status not in {200, 201, BUSY}:
            fault = f"{method} {path}: {status} {content[:200]!r}"
        elif strangers := self._strangers(slug, content):
            fault = f"{method} {path} shows {slug} {len(strangers)} rows of another university"
        self._note(status, began, fault)
        return status, status != BUSY and not fault

    def _strangers(self, slug: str, content: bytes) -> set[bytes]:
        words = set(_TELLING.findall(_text_of(content)))
        others = [one for one in self._rows if one != slug]
        made = {one.encode() for one in others if f"Rehearsed {one} ".encode() in content}
        return made.union(*(words & self._rows[one] for one in others))

    def _note(self, status: int, began: float, fault: str) -> None:
        with self._lock:
            self.seen.answers[status] += 1
            self.seen.seconds.append(time.monotonic() - began)
            if fault:
                self.seen.wrong.append(fault)


def _text_of(content: bytes) -> bytes:
    """Return an answer, or all that is in a workbook."""
    if not content.startswith(b"PK"):
        return content
    with ZipFile(BytesIO(content)) as book:
        return b"".join(book.read(name) for name in book.namelist())


def while_working(work: Callable[[], None], look: Callable[[], int]) -> int:
    """Return the most that ``look`` told while ``work`` went on."""
    most = 0
    with ThreadPoolExecutor(1) as thread:
        working = thread.submit(work)
        while not working.done():
            most = max(most, look())
            time.sleep(0.2)
        working.result()
    return most
