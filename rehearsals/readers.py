"""People who write and read by turns, and what of it was of yesterday."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from threading import Event, Lock
from typing import Any

from benchmarks.beside import beside
from rehearsals.asking import LOGIN, Answer, ask
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
        answer = self.ask("POST", "/v1/auth/login", LOGIN)
        if answer.status != 200:
            raise RehearsalError(f"nobody could sign in: {answer.status} {answer.body}")
        self._token = answer.body["data"]["access_token"]

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Answer:
        return ask(self._port, method, path, body, self._token)

    def looks(self) -> bool:
        """Look at the list of programmes; return whether it was shown."""
        return self.ask("GET", PROGRAMMES).status == 200

    def rename(self, programme: str, number: int) -> int:
        """Give a programme a name with this number; return the answer's status."""
        name = {"name": f"Rehearsed {number}"}
        return self.ask("PATCH", f"{PROGRAMMES}/{programme}", name).status

    def number_of(self, programme: str, *, in_list: bool = False) -> tuple[int, int]:
        """Return the status, and the number that a programme's name has."""
        path = f"{PROGRAMMES}?limit=100" if in_list else f"{PROGRAMMES}/{programme}"
        answer = self.ask("GET", path)
        if answer.status != 200:
            return answer.status, 0
        data = answer.body["data"]
        rows = data if in_list else [data]
        (name,) = (row["name"] for row in rows if row["id"] == programme)
        before, _, number = name.rpartition(" ")
        # The demo's own name is older than any of ours.
        return answer.status, int(number) if before == "Rehearsed" else -1


class Crowd:
    """Two who write and read what they wrote, and two who read what others write.

    ``stale`` is how often somebody did not see what was acknowledged before they asked, ``wrong``
    how often anybody was answered with anything but a success.
    """

    def __init__(self, port: int) -> None:
        self._port, self._lock = port, Lock()
        self.writes = self.reads = self.stale = 0
        self.wrong: Counter[int] = Counter()
        self._acknowledged: dict[str, int] = {}

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let them work for the length of the block."""
        first = SignedIn(self._port)
        for row in first.ask("GET", f"{PROGRAMMES}?limit=2").body["data"]:
            if first.rename(row["id"], 0) != 200:
                raise RehearsalError("nothing could be written.")
            self._acknowledged[row["id"]] = 0
        works = [
            partial(act, SignedIn(self._port), programme)
            for programme in self._acknowledged
            for act in (self._write, self._read)
        ]
        with beside(*works):
            yield

    def work(self, seconds: float) -> None:
        """Wait while they work."""
        time.sleep(seconds)

    def _write(self, person: SignedIn, programme: str, over: Event) -> None:
        number = 0
        while not over.is_set():
            number += 1
            status = person.rename(programme, number)
            with self._lock:
                if status == 200:
                    self.writes += 1
                    self._acknowledged[programme] = number
                else:
                    self.wrong[status] += 1
            self._look(person, programme, in_list=False)
            over.wait(APART)

    def _read(self, person: SignedIn, programme: str, over: Event) -> None:
        times = 0
        while not over.is_set():
            times += 1
            self._look(person, programme, in_list=times % LIST_EVERY == 0)
            over.wait(APART)

    def _look(self, person: SignedIn, programme: str, *, in_list: bool) -> None:
        acknowledged = self._acknowledged[programme]
        status, number = person.number_of(programme, in_list=in_list)
        with self._lock:
            if status == 200:
                self.reads += 1
                self.stale += number < acknowledged
            else:
                self.wrong[status] += 1
