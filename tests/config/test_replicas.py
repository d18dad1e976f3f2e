"""Which database is asked, and replicas that are left alone; over real ones: tests/replicas."""

from collections.abc import Iterator

import pytest
from django.db import OperationalError, connection, connections, transaction
from psycopg.errors import SerializationFailure
from psycopg_pool import ConnectionPool

from accounts.models import SignIn
from config.context import RequestContext, enter_request, leave_request
from config.db import reads, replicas
from config.db.replica.base import DatabaseWrapper, ReplicaFailed
from config.runtime import database
from config.runtime.database import checks
from programmes.models import Programme
from tenants.models import Tenant
from tests.waiting import eventually
from tests.walled.connections import entry_of

URL = "postgresql://web:secret@{}:5432/command_center"


class Counted(DatabaseWrapper):
    """Connections to a replica, or what is taken for one; ``tries`` is how many were wanted."""

    def __init__(self, **changes) -> None:
        super().__init__(connection.settings_dict | changes, alias="replica1")
        self.tries = 0

    def get_new_connection(self, parameters):
        self.tries += 1
        return super().get_new_connection(parameters)


@pytest.fixture
def request_context() -> Iterator[RequestContext]:
    """A request whose caller is known, and that only reads."""
    context = RequestContext()
    context.reading.position = "0/1"
    token = enter_request(context)
    yield context
    leave_request(token)


@pytest.fixture
def clock(monkeypatch) -> Iterator[list[float]]:
    """A clock that a test moves; no replica rests."""
    now = [1000.0]
    monkeypatch.setattr(replicas.time, "monotonic", lambda: now[0])
    replicas.forget()
    yield now
    replicas.forget()


@pytest.fixture
def away(settings, clock) -> Iterator[Counted]:
    """A replica at a place where nobody is."""
    settings.DATABASE_REPLICAS = ["replica1"]
    connections["replica1"] = wrapper = Counted(HOST="/nowhere")
    yield wrapper
    del connections["replica1"]


def test_commas_stand_between_addresses_and_between_hosts():
    assert database.addresses(" ") == []
    two = f"{URL.format('a,b')} , {URL.format('c')},"
    assert database.addresses(two) == [URL.format("a,b"), URL.format("c")]


def test_each_address_is_an_entry_whose_pool_waits_for_nobody():
    entries = database.replicas(f"{URL.format('a')},{URL.format('b')}", prepares=True, pool_size=3)

    assert list(entries) == ["replica1", "replica2"]
    assert {entry["ENGINE"] for entry in entries.values()} == {"config.db.replica"}
    assert [entry["HOST"] for entry in entries.values()] == ["a", "b"]
    pool = entries["replica1"]["OPTIONS"]["pool"]
    assert (pool["max_size"], pool["timeout"]) == (3, database.REPLICA_PATIENCE)


def test_a_wrong_address_is_told_by_the_name_of_its_variable():
    with pytest.raises(database.PostgresError, match=r"DATABASE_REPLICA_URL is not the address"):
        database.replicas("postgresql://", prepares=True, pool_size=0)


@pytest.mark.django_db
def test_without_replicas_nothing_is_asked_for(settings, request_context):
    rows = SignIn.objects.all()
    assert reads.with_position(rows) is rows
    reads.may_read_from_replica()
    assert (reads.alias(), request_context.reading.answered_by) == ("default", None)

    settings.DATABASE_REPLICAS = ["replica1"]
    assert "pg_current_wal_flush_lsn()" in str(reads.with_position(rows).query)


@pytest.mark.django_db(transaction=True)
def test_a_replica_that_is_away_is_tried_by_one_request_after_its_rest(
    away, clock, request_context
):
    assert [replicas.choose("0/1") for _ in range(3)] == [None] * 3
    assert away.tries == 1

    clock[0] += replicas.REST_AWAY + 1
    assert [replicas.choose("0/1") for _ in range(3)] == [None] * 3
    assert away.tries == 2


@pytest.mark.django_db(transaction=True)
def test_a_request_without_a_replica_reads_the_primary(away, request_context):
    reads.may_read_from_replica()
    assert reads.connection() is connections["default"]
    assert request_context.reading.answered_by == "primary"
    assert reads.Router().db_for_read(Programme) == "default"
    assert away.tries == 1, "it is looked for once in a request"


@pytest.mark.django_db(transaction=True)
@pytest.mark.direct  # replicas are asked without a pooler
def test_a_server_that_follows_nobody_is_no_replica(settings, clock):
    """The primary itself, or one that was made a primary."""
    settings.DATABASE_REPLICAS = ["replica1"]
    connections["replica1"] = Counted(**entry_of(connection.settings_dict["USER"]))
    try:
        assert replicas.choose("0/1") is None
        assert replicas.faults() == ["replica1 is away (OperationalError)"]
    finally:
        connections["replica1"].close()
        del connections["replica1"]


@pytest.mark.django_db(transaction=True)
def test_transactions_and_what_was_written_stay_at_the_primary(away, request_context):
    reads.may_read_from_replica()
    with transaction.atomic():
        assert reads.alias() == "default"
    assert away.tries == 0

    reads.watch(connection=connections["default"])
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.execute("DELETE FROM accounts_ratecounter")
            assert request_context.reading.may_use_replica
            cursor.execute("DELETE FROM django_session")
    finally:
        connection.execute_wrappers.remove(reads.note_write)
    assert (reads.alias(), away.tries) == ("default", 0)


@pytest.mark.django_db(transaction=True)
def test_a_caller_whose_position_is_unknown_reads_the_primary(away, request_context):
    request_context.reading.position = ""
    reads.may_read_from_replica()
    assert (reads.alias(), away.tries) == ("default", 0)
    assert request_context.reading.answered_by == "primary"


@pytest.mark.django_db(transaction=True)
@pytest.mark.direct  # replicas are asked without a pooler
def test_what_fails_there_is_told_apart_from_what_takes_too_long(settings):
    wrapper = Counted()
    try:
        with wrapper.cursor() as cursor:
            cursor.execute("SET statement_timeout = '10ms'")
            with pytest.raises(OperationalError, match="statement timeout") as slow:
                cursor.execute("SELECT pg_sleep(60)")
            with pytest.raises(ReplicaFailed) as lost:
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    finally:
        wrapper.close()
    assert not isinstance(slow.value, ReplicaFailed)
    assert lost.value.alias == "replica1"


@pytest.mark.django_db(transaction=True)
def test_a_statement_that_was_cancelled_is_no_reason_to_rest(away):
    cancelled = ReplicaFailed()
    cancelled.alias, cancelled.__cause__ = "replica1", SerializationFailure()
    replicas.note_failure(cancelled)
    replicas.choose("0/1")
    assert away.tries == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.direct  # replicas are asked without a pooler
def test_a_connection_of_a_replica_that_has_ended_is_not_lent_again():
    parameters = connection.get_connection_params()
    wanted = {name: parameters[name] for name in ("dbname", "user", "host", "port")}
    with ConnectionPool(
        kwargs=wanted, min_size=1, max_size=1, check=checks.check_replica, open=True
    ) as pool:
        first = pool.getconn()
        pool.putconn(first)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [first.info.backend_pid])
        eventually(lambda: checks._has_news(first.fileno()))

        second = pool.getconn()
        assert second is not first
        assert second.execute("SELECT 1").fetchone() == (1,)
        pool.putconn(second)


def test_rows_of_replicas_are_the_primarys():
    router = reads.Router()
    assert router.allow_relation(Tenant(), Programme())
    assert router.allow_migrate("default", "tenants")
    assert not router.allow_migrate("replica1", "tenants")
