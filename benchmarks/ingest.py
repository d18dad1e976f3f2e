"""Sessions reported to a university while others read, and as fast as they go."""

import time
from contextlib import closing
from random import Random
from statistics import median
from threading import Event, Thread
from typing import Self

from psycopg import Connection

from benchmarks import crowd
from benchmarks.databases import Database

# Sessions of one statement, when nothing matters but how many are taken in.
BATCH, BATCHES = 500, 12
# How often a second reports arrive, several at once.
BEATS = 20

_REPORT = """
INSERT INTO students_session (
    id, tenant_id, user_id, case_study_id, created_at, status, start_time, last_activity,
    elapsed_active_time, reconnect_count, duration_limit, transcript_status, grading_status
)
SELECT id, %(tenant)s, student, %(case_study)s, now(), 'active', now(), now(), 60, 0, 600,
    'processing', 'pending'
FROM unnest(%(ids)s::text[], %(students)s::text[]) AS report (id, student)
ON CONFLICT (id) DO UPDATE SET last_activity = excluded.last_activity
"""


def _report(connection: Connection, chance: Random, students: int, count: int) -> None:
    """Report so many new sessions of different students in one statement."""
    connection.execute(
        _REPORT,
        {
            "tenant": crowd.TENANT,
            "case_study": crowd.case_study_id(1),
            "ids": [f"70000000{chance.getrandbits(64):016x}" for _ in range(count)],
            "students": [crowd.student_id(n) for n in chance.sample(range(students), count)],
        },
    )


def new_sessions_per_second(database: Database, students: int) -> float:
    """Return how many new sessions the database takes in when they come by hundreds."""
    chance = Random()  # noqa: S311 - other sessions at every run
    seconds = []
    with closing(database.connect()) as connection:
        for _ in range(BATCHES):
            began = time.perf_counter()
            _report(connection, chance, students, BATCH)
            seconds.append(time.perf_counter() - began)
    return BATCH / median(seconds)


class Reports:
    """Sessions that are reported meanwhile, so many a second."""

    def __init__(self, database: Database, students: int, a_second: int) -> None:
        self._end = Event()
        self._thread = Thread(target=self._work, args=(database, students, a_second))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _work(self, database: Database, students: int, a_second: int) -> None:
        chance = Random()  # noqa: S311 - as above
        with closing(database.connect()) as connection:
            while not self._end.wait(1 / BEATS):
                _report(connection, chance, students, a_second // BEATS)
