"""The clients of the benchmark ``soak``: the module reads a Mix and writes an Outcome.

It is a day's traffic of a university in random order, but the same at every run. With a rate,
requests begin at their time, whatever happened to those before: a delay counts as waiting. As in
``load``, the clients are a process of their own, with HTTP written by hand.
"""

import asyncio
import json
import re
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from benchmarks import crowd
from benchmarks.load import CLOSING, HOST, LENGTH

# Seconds for an answer.
PATIENCE = 30

_STATUS = re.compile(rb"HTTP/1.1 (\d+) ")

_TEXTS = ("abdul", "okafor", "emeka okafor", "ab", "chukwu", "zainab bello", "williams")


# Case studies that sessions are reported of, and whose attempts are looked at.
OPEN = [crowd.case_study_id(number) for number in range(1, crowd.CASE_STUDIES, 10)]
_LOOKED_AT = [crowd.case_study_id(number) for number in range(2, crowd.CASE_STUDIES, 10)]


@dataclass(frozen=True)
class Mix:
    """The traffic: server, callers, number of connections, requests a second, and duration.

    Without a ``rate``, each connection sends its next request as soon as it is answered.
    """

    port: int
    token: str
    key: str
    students: int
    connections: int
    seconds: float
    rate: float = 0
    seed: int = 1


@dataclass
class Outcome:
    """The answers, each with its request, its time in seconds from the beginning, and its duration.

    The errors have the same, with the fault in words.
    """

    answers: list[tuple[str, float, float]] = field(default_factory=list)
    errors: list[tuple[str, float, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    body: dict | None = None
    with_key: bool = False

    def encode(self, mix: Mix) -> bytes:
        who = f"Api-Key {mix.key}" if self.with_key else f"Bearer {mix.token}"
        body = json.dumps(self.body) if self.body else ""
        content = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        return (
            f"{self.method} {self.path} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: {who}\r\n"
            f"{content if body else ''}\r\n{body}"
        ).encode()


# Kinds of requests ------------------------------------------------------------------------------

type Make = Callable[[Random, int], Request]


def _student(chance: Random, students: int) -> str:
    return crowd.student_id(chance.randrange(students))


def _list(chance: Random, students: int) -> Request:
    order = chance.choice(
        ["", "&sort_by=name&sort_order=asc", "&programme=P07", "&status=inactive"]
    )
    return Request("GET", f"/v1/console/students?skip={chance.randrange(10) * 50}{order}")


def _search(chance: Random, students: int) -> Request:
    return Request("GET", f"/v1/console/students?search={chance.choice(_TEXTS)}".replace(" ", "+"))


def _details(chance: Random, students: int) -> Request:
    return Request("GET", f"/v1/console/students/{_student(chance, students)}")


def _attempts(chance: Random, students: int) -> Request:
    return Request("GET", f"/v1/console/attempts?case_study_id={chance.choice(_LOOKED_AT)}")


def _performance(chance: Random, students: int) -> Request:
    order = chance.choice(["final_score", "student_name", "latest_attempt_at"])
    return Request("GET", f"/v1/console/student-performance?sort_by={order}")


def _export(chance: Random, students: int) -> Request:
    return Request("GET", f"/v1/console/students/export?programme=P{chance.randrange(40):02}")


def _report(chance: Random, students: int) -> Request:
    end = datetime.now(UTC)
    body = {
        "user_id": _student(chance, students),
        "case_study_id": chance.choice(OPEN),
        "status": "ended",
        "start_time": (end - timedelta(minutes=9)).isoformat(),
        "end_time": end.isoformat(),
        "last_activity": end.isoformat(),
        "elapsed_active_time": 535.5,
        "end_reason": "user_ended",
    }
    session = f"{chance.getrandbits(96):024x}"
    return Request("PUT", f"/v1/ingest/sessions/{session}", body, with_key=True)


def _grant(chance: Random, students: int) -> Request:
    body = {
        "user_id": _student(chance, students),
        "case_study_id": chance.choice(OPEN),
        "amount": 1,
        "reason": "Outage",
        "idempotency_key": f"{chance.getrandbits(128):032x}",
    }
    return Request("POST", "/v1/console/attempts/grant", body)


# Of a thousand requests.
KINDS: dict[str, tuple[int, Make]] = {
    "list": (250, _list),
    "search": (200, _search),
    "details": (200, _details),
    "attempts": (90, _attempts),
    "performance": (90, _performance),
    "report": (130, _report),
    "grant": (38, _grant),
    "export": (2, _export),
}


# Clients ----------------------------------------------------------------------------------------


class _Clients:
    def __init__(self, mix: Mix) -> None:
        self._mix = mix
        self._chance = Random(mix.seed)  # noqa: S311
        self._names = list(KINDS)
        self._weights = [weight for weight, _ in KINDS.values()]
        self._asked = 0
        self.outcome = Outcome()

    async def run(self) -> None:
        self._began = time.perf_counter()
        await asyncio.gather(*(self._ask() for _ in range(self._mix.connections)))

    async def _ask(self) -> None:
        """Send requests over one connection as long as the server keeps it."""
        reader = writer = None
        while (due := self._next()) < self._mix.seconds:
            await asyncio.sleep(due - self._now())
            (name,) = self._chance.choices(self._names, self._weights)
            request = KINDS[name][1](self._chance, self._mix.students).encode(self._mix)
            try:
                async with asyncio.timeout(PATIENCE):
                    if writer is None:
                        reader, writer = await asyncio.open_connection(HOST, self._mix.port)
                    writer.write(request)
                    status, stays = await _answer(reader)
            except (OSError, EOFError) as error:  # a timeout is an OSError too
                status, stays = type(error).__name__, False
            if status in {"200", "201"}:
                self.outcome.answers.append((name, due, self._now() - due))
            else:
                self.outcome.errors.append((name, due, status))
            if writer and not stays:
                writer.close()
                writer = None
        if writer:
            writer.close()

    def _next(self) -> float:
        """Return the time at which the next request is due."""
        self._asked += 1
        return (self._asked - 1) / self._mix.rate if self._mix.rate else self._now()

    def _now(self) -> float:
        return time.perf_counter() - self._began


async def _answer(reader: asyncio.StreamReader) -> tuple[str, bool]:
    """Read one answer; return its status and whether the server keeps the connection."""
    head = await reader.readuntil(b"\r\n\r\n")
    if length := LENGTH.search(head):
        await reader.readexactly(int(length[1]))
    else:
        while size := int(await reader.readuntil(b"\r\n"), 16):
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    return _STATUS.match(head)[1].decode(), not CLOSING.search(head)


def main() -> None:
    clients = _Clients(Mix(**json.load(sys.stdin)))
    asyncio.run(clients.run())
    json.dump(asdict(clients.outcome), sys.stdout)


if __name__ == "__main__":
    main()
