"""A replica that is away, hangs, breaks off or cancels: the primary answers, and nobody notices."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

import psycopg
import pytest

from config.db.replica.base import DatabaseWrapper, ReplicaFailed
from config.runtime import database
from tests.replicas.world import PROGRAMMES, Answer, World
from tests.servers import PATIENCE
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

# What each kind of answer is read from, and nothing that finds out who calls.
TABLES = {
    "list": "programmes_programme",
    "page": "programmes_programme",
    "file": "students_session",
}
WAITING = (
    "SELECT max(pid) FROM pg_stat_activity"
    " WHERE wait_event_type = 'Lock' AND application_name = 'command-center web'"
)

AT_WORK = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"


@contextmanager
def locked(world: World, table: str) -> Iterator[Callable[[], None]]:
    """Lock a table, at the replica as well, until the yielded function is called."""
    with psycopg.connect(world.primary.url()) as holder:
        holder.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        world.write_something()  # the lock is sent with what is flushed
        eventually(world.replica.has_caught_up)
        yield holder.rollback


def broken_off(world: World, table: str, call: Callable[[], Answer]) -> Answer:
    """Return the answer to a call whose statement ends in the middle, with the connection."""
    while True:
        with ThreadPoolExecutor(1) as threads, locked(world, table) as unlock:
            answer = threads.submit(call)
            eventually(lambda: waiting(world.replica.url()) or waiting(world.primary.url()))
            if pid := waiting(world.replica.url()):
                end = f"SELECT pg_terminate_backend({pid}, 10000)"
                assert world.replica.ask(end) == (True,)
            unlock()
            given = answer.result(PATIENCE)
        if pid:
            return given
        world.settle()  # the primary was asked: the replica was late


def waiting(url: str) -> int | None:
    """Return the process that waits there for a lock, for the server."""
    with psycopg.connect(url) as connection:
        return connection.execute(WAITING).fetchone()[0]


def failed_exports(world: World) -> int:
    with psycopg.connect(world.primary.url()) as connection:
        query = "SELECT count(*) FROM tenants_auditevent WHERE event_type = 'export.failed'"
        return connection.execute(query).fetchone()[0]


@pytest.mark.parametrize("kind", TABLES)
def test_what_breaks_off_is_read_anew_from_the_primary(world: World, kind: str):
    student = world.rows.students[0].pk
    call = {
        "list": lambda: world.get(f"{PROGRAMMES}?limit=100"),
        "page": lambda: world.page("/admin/programmes/programme/"),
        "file": lambda: world.get(f"/v1/console/students/{student}/personal-data"),
    }[kind]
    usual = world.from_replica(call)
    failed = failed_exports(world)

    answer = broken_off(world, TABLES[kind], call)

    assert usual.status == 200
    assert (answer.status, answer.source) == (200, "primary")
    assert failed_exports(world) == failed, "a file was made: nothing has failed"
    if kind == "list":
        assert answer.body == usual.body


def test_a_replica_that_is_away_is_missed_by_nobody(world: World):
    for gone in (world.replica.stop, world.replica.kill):
        gone()
        answers = [world.get(PROGRAMMES, number % 2) for number in range(12)]
        assert {(one.status, one.source) for one in answers} == {(200, "primary")}
        assert world.page("/admin/programmes/programme/").status == 200
        world.rename(world.rows.programmes[0].pk)
        world.replica.start()
        world.settle()


def test_a_replica_that_hangs_is_left_alone(world: World):
    processes = world.replica.processes()
    for one in processes:
        one.suspend()
    try:
        answers = [world.get(PROGRAMMES, number % 2) for number in range(12)]
    finally:
        for one in processes:
            one.resume()
    assert {(one.status, one.source) for one in answers} == {(200, "primary")}
    world.settle()


def test_a_new_connection_waits_for_no_replica_that_hangs(world: World):
    """The pool has made it, and nobody has asked anything over it yet."""
    (entry,) = database.replicas(world.replica.url(), prepares=False, pool_size=1).values()
    with closing(_wrapper(entry)) as reader, ThreadPoolExecutor(1) as threads:
        reader.inc_thread_sharing()
        reader.pool.open(wait=True)
        processes = world.replica.processes()
        for one in processes:
            one.suspend()
        try:
            failure = threads.submit(reader.ensure_connection).exception(PATIENCE)
        finally:
            for one in processes:
                one.resume()
        assert isinstance(failure, ReplicaFailed)
    world.settle()


def test_a_replica_that_follows_nobody_is_not_asked(world: World):
    world.replica.stop()
    world.replica.start_alone()
    try:
        answers = [world.get(PROGRAMMES, number % 2) for number in range(6)]
    finally:
        world.replica.stop()
        world.replica.start()
    assert {(one.status, one.source) for one in answers} == {(200, "primary")}
    world.settle()


def test_a_conflict_with_the_replay_is_told_apart(world: World):
    """What the replay cancels has failed at the replica alone."""
    (entry,) = database.replicas(world.replica.url(), prepares=False, pool_size=0).values()
    world.replica.stop()
    world.replica.start(max_standby_streaming_delay="0")
    with (
        psycopg.connect(world.primary.url(), autocommit=True) as primary,
        closing(_wrapper(entry)) as reader,
        ThreadPoolExecutor(1) as threads,
    ):

        def reading() -> None:
            with reader.cursor() as cursor:
                cursor.execute("SELECT pg_sleep(600) FROM passing")

        primary.execute("CREATE TABLE passing AS SELECT 1 AS number")
        eventually(world.replica.has_caught_up)
        reader.inc_thread_sharing()
        answer = threads.submit(reading)
        eventually(lambda: world.replica.ask(AT_WORK) == (1,) or answer.done())
        primary.execute("DROP TABLE passing")
        with pytest.raises(ReplicaFailed, match="conflict with recovery"):
            answer.result(PATIENCE)
    world.replica.stop()
    world.replica.start()
    world.settle()


def _wrapper(entry: dict) -> DatabaseWrapper:
    usual = {"TIME_ZONE": None, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": False, "AUTOCOMMIT": True}
    return DatabaseWrapper(usual | entry)
