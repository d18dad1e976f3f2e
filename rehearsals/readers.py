"""People who write and read by turns, and what of it was of yesterday."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from threading import Event, Lock, Thread
from typing import Any

from rehearsals.console import HOST, PATIENCE
from rehearsals.people import LOGIN, NOTHING
from rehearsals.programs import RehearsalError

PROGRAMMES = "/v1/console/programmes"

# Seconds between two requests of one person.
APART = 0.05

# Somebody who reads looks at the list every so many times.
LIST_EVERY = 3


class SignedIn:
    """Somebody who is signed in and works at a port of this machine."""

    def __init__(self, port: int) -> None:
        self._port, self._token = port, ""
        status, answer, _ = self.ask("POST", "/v1/auth/login", LOGIN)
        if status != 200:
            raise RehearsalError(f"nobody could sign in: {status} {answer}")
        self._token = answer["data"]["access_token"]

    def ask(
        self, method: str, path: str, body: dict[str, Any] | None = None
    ) -> tuple[int, dict[str, Any], str]:
        """Return the status and body of an answer, and who gave it where the server tells."""
        headers = {"Content-Type": "application/json"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        try:
            with closing(HTTPConnection(HOST, self._port, timeout=PATIENCE)) as call:
                call.request(method, path, body and json.dumps(body), headers)
                with call.getresponse() as answer:
                    return answer.status, json.load(answer), answer.headers["X-Read-From"] or ""
        except (OSError, HTTPException):
            return NOTHING, {}, ""

    def looks(self) -> bool:
        """Look at the list of programmes; return whether it was shown."""
        return self.ask("GET", PROGRAMMES)[0] == 200

    def rename(self, programme: str, number: int) -> int:
        """Give a programme a name with this number; return the answer's status."""
        name = {"name": f"Rehearsed {number}"}
        status, _, _ = self.ask("PATCH", f"{PROGRAMMES}/{programme}", name)
        return status

    def number_of(self, programme: str, *, in_list: bool = False) -> tuple[int, int, str]:
        """Return the status, the number that a programme's name has, and who answered."""
        path = f"{PROGRAMMES}?limit=100" if in_list else f"{PROGRAMMES}/{programme}"
        status, answer, source = self.ask("GET", path)
        if status != 200:
            return status, 0, source
        rows = answer["data"] if in_list else [answer["data"]]
        (name,) = (row["name"] for row in rows if row["id"] == programme)
        before, _, number = name.rpartition(" ")
        # The demo's own name is older than any of ours.
        return status, int(number) if before == "Rehearsed" else -1, source


class Crowd:
    """Two who write and read what they wrote, and two who read what others write.

    ``stale`` is how often somebody did not see what was acknowledged before they asked, ``wrong``
    how often anybody was answered with anything but a success.
    """

    def __init__(self, port: int) -> None:
        self._port, self._over, self._lock = port, Event(), Lock()
        self.writes = self.reads = self.stale = 0
        self.wrong: Counter[int] = Counter()
        self._acknowledged: dict[str, int] = {}

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let them work for the length of the block."""
        first = SignedIn(self._port)
        _, answer, _ = first.ask("GET", f"{PROGRAMMES}?limit=2")
        for row in answer["data"]:
            if first.rename(row["id"], 0) != 200:
                raise RehearsalError("nothing could be written.")
            self._acknowledged[row["id"]] = 0
        workers = [
            Thread(target=act, args=(SignedIn(self._port), programme))
            for programme in self._acknowledged
            for act in (self._write, self._read)
        ]
        for worker in workers:
            worker.start()
        try:
            yield
        finally:
            self._over.set()
            for worker in workers:
                worker.join()

    def work(self, seconds: float) -> None:
        """Wait while they work."""
        time.sleep(seconds)

    def _write(self, person: SignedIn, programme: str) -> None:
        number = 0
        while not self._over.is_set():
            number += 1
            status = person.rename(programme, number)
            with self._lock:
                if status == 200:
                    self.writes += 1
                    self._acknowledged[programme] = number
                else:
                    self.wrong[status] += 1
            self._look(person, programme, in_list=False)
            self._over.wait(APART)

    def _read(self, person: SignedIn, programme: str) -> None:
        times = 0
        while not self._over.is_set():
            times += 1
            self._look(person, programme, in_list=times % LIST_EVERY == 0)
            self._over.wait(APART)

    def _look(self, person: SignedIn, programme: str, *, in_list: bool) -> None:
        acknowledged = self._acknowledged[programme]
        status, number, _ = person.number_of(programme, in_list=in_list)
        with self._lock:
            if status == 200:
                self.reads += 1
                self.stale += number < acknowledged
            else:
                self.wrong[status] += 1
