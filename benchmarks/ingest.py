"""A live service that reports sessions while others read, and as fast as the server stores them."""

import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection
from random import Random
from threading import Event

from benchmarks import crowd
from benchmarks.beside import beside
from benchmarks.databases import CommandFailedError, Database
from benchmarks.load import HOST
from benchmarks.web_servers import service_key

# Sessions of one request, when nothing matters but how many are taken in.
BATCH, BATCHES = 500, 8
# How often a second reports arrive, several at once.
BEATS = 10

_PATIENCE = 60

# Students who may begin a case study that they have not tried yet, drawn anew at every run.
_PAIRS = """
SELECT DISTINCT ON (student.id) student.id, link.case_study_id
FROM unnest(%(students)s::text[]) AS drawn (id)
JOIN accounts_user AS student USING (id)
JOIN accounts_programmemembership AS member ON member.user_id = student.id
JOIN programmes_casestudyprogramme AS link USING (programme_id)
JOIN programmes_casestudy AS case_study ON case_study.id = link.case_study_id
WHERE student.tenant_id = %(tenant)s AND student.status = 'ACTIVE' AND case_study.is_active
AND NOT EXISTS (
    SELECT FROM students_session AS session
    WHERE session.tenant_id = student.tenant_id AND session.user_id = student.id
        AND session.case_study_id = link.case_study_id
)
"""
_DRAWN = 20_000


# Seconds after which a connection that nobody used is opened anew.
_RESTED = 5


class LiveService:
    """A university's live service, with a key of its own and one connection to a server."""

    def __init__(self, database: Database, port: int, students: int) -> None:
        self._chance = Random()  # noqa: S311 - other sessions at every run
        self._ask = HTTPConnection(HOST, port, timeout=_PATIENCE)
        self._asked_at = 0.0
        self._key = service_key(database, crowd.SLUG)
        drawn = self._chance.sample(range(students), min(students, _DRAWN))
        with closing(database.connect()) as connection:
            self._pairs = connection.execute(
                _PAIRS, {"tenant": crowd.TENANT, "students": list(map(crowd.student_id, drawn))}
            ).fetchall()

    def report(self, count: int) -> None:
        """Report so many sessions of different students that have just begun, in one request."""
        now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        lines = [
            json.dumps(
                {
                    "session_id": f"70000000{self._chance.getrandbits(64):016x}",
                    "user_id": student,
                    "case_study_id": case_study,
                    "status": "active",
                    "start_time": now,
                    "last_activity": now,
                    "elapsed_active_time": 30,
                }
            )
            for student, case_study in self._chance.sample(self._pairs, count)
        ]
        headers = {
            "Authorization": f"Api-Key {self._key}",
            "Content-Type": "application/x-ndjson",
        }
        if time.monotonic() - self._asked_at > _RESTED:
            self._ask.close()  # the server has closed its end meanwhile
        self._asked_at = time.monotonic()
        self._ask.request("POST", "/v1/ingest/sessions/bulk", "\n".join(lines).encode(), headers)
        answer = json.load(self._ask.getresponse())
        if not answer["success"] or answer["data"]["created"] != count:
            raise CommandFailedError(f"not all sessions were taken in: {answer}")

    @contextmanager
    def reporting(self, a_second: int) -> Iterator[None]:
        """Report so many sessions a second during the block, or as many as the server stores."""

        def work(end: Event) -> None:
            due = time.monotonic()
            while not end.wait(max(0, due - time.monotonic())):
                self.report(a_second // BEATS)
                due += 1 / BEATS

        with beside(work):
            yield


def sessions_per_second(services: Sequence[LiveService]) -> float:
    """Return how many new sessions are stored per second when all report at once, by hundreds."""

    def work(service: LiveService) -> None:
        for _ in range(BATCHES):
            service.report(BATCH)

    with ThreadPoolExecutor(len(services)) as threads:
        began = time.perf_counter()
        list(threads.map(work, services))
    return len(services) * BATCHES * BATCH / (time.perf_counter() - began)
