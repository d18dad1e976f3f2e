"""Sessions that a pooler in transaction mode lends: what is said there ends with a transaction."""

from collections.abc import Iterator
from contextlib import suppress

import psycopg
import pytest
from django.db import ProgrammingError, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from config.context import within
from config.db.lent import base
from config.db.prepared import prepared_cursor
from config.db.roles import APPLICATION
from tests.contract.test_walls_connections import (
    WAYS,
    by_copy,
    each_way,
    fail,
    plainly,
    prepared,
)
from tests.factories import UserFactory
from tests.pooler import Pooler, running_pooler
from tests.trips import counting_trips, noting_messages
from tests.walled.connections import lent_connection
from tests.walled.leftovers import left_behind

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]


@pytest.fixture(scope="module")
def one_session(tmp_path_factory) -> Iterator[Pooler]:
    with running_pooler(tmp_path_factory.mktemp("pooler"), "transaction", 1, names=100) as pooler:
        yield pooler


@pytest.fixture
def tenants() -> list[str]:
    return [UserFactory().tenant_id for _ in range(2)]


@pytest.fixture
def web(one_session) -> Iterator[base.DatabaseWrapper]:
    with lent_connection(one_session) as wrapper:
        yield wrapper


def session_of(web: base.DatabaseWrapper) -> int:
    with web.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def work_in_turn(pooler: Pooler, tenants: list[str]) -> None:
    """Let two clients read by all ways, each for its own tenant, over one session."""
    first, second = tenants
    with lent_connection(pooler) as one, lent_connection(pooler, alias="other") as other:
        assert session_of(one) == session_of(other)
        for look in WAYS * 3:
            with within(first):
                assert look(one) == {first}
            with within(""):
                assert look(other) == set()
            with within(second):
                assert look(other) == {second}
            with within(second), suppress(LookupError), transaction.atomic(using=other.alias):
                assert look(other) == {second}
                raise LookupError


def test_two_clients_in_turn_see_their_own_rows_and_leave_nothing(one_session, tenants):
    work_in_turn(one_session, tenants)

    assert left_behind(one_session.url(APPLICATION), 1) == []


def test_a_setting_that_stayed_would_be_found(one_session, tenants, monkeypatch):
    usual = base._set
    monkeypatch.setattr(base, "_set", lambda *args: usual(*args).replace("SET LOCAL", "SET"))
    with lent_connection(one_session) as web, within(tenants[0]):
        assert plainly(web) == {tenants[0]}
    left = left_behind(one_session.url(APPLICATION), 1)
    with psycopg.connect(one_session.url(APPLICATION), autocommit=True) as plain:
        (seen,) = plain.execute("SELECT count(*) FROM accounts_user").fetchone()
        plain.execute("RESET ALL")

    assert left == ["setting jit = off", f"setting command_center.tenant = {tenants[0]}"]
    assert seen == 1, "whoever comes next would see their rows"


LEAVING = {
    "SET lock_timeout = '5s'": "setting lock_timeout = 5000",
    "SET ROLE command_center_system": "role command_center_system",
    "PREPARE mine AS SELECT 1": "statement mine",
    "DECLARE mine CURSOR WITH HOLD FOR SELECT 1": "cursor mine",
    "CREATE TEMPORARY TABLE mine ()": "table mine",
    "LISTEN mine": "channel mine",
    "SELECT pg_advisory_lock(7)": "lock 7",
}


@pytest.mark.parametrize("leaving", LEAVING)
def test_whatever_stays_in_a_session_would_be_found(one_session, leaving):
    with psycopg.connect(one_session.url(), autocommit=True) as plain:
        plain.execute(leaving)
    left = left_behind(one_session.url(), 1)
    with psycopg.connect(one_session.url(), autocommit=True) as plain:
        plain.execute("DISCARD ALL")

    assert left == [LEAVING[leaving]]
    assert left_behind(one_session.url(), 1) == []


def test_a_statement_takes_one_trip_whatever_has_to_be_said(web, tenants):
    for look in (plainly, prepared):
        with within(tenants[0]):
            look(web)
        with within(tenants[1]), counting_trips(web) as trips:
            assert look(web) == {tenants[1]}
        assert trips() == 1


@each_way
def test_nothing_is_sent_behind_the_end_of_a_transaction(look, web, tenants):
    """The pooler would lend a session for it until the next transaction of this client ends."""
    with within(tenants[0]), noting_messages(web) as messages:
        assert look(web) == {tenants[0]}

    assert [name for way, name in messages if way == "F"][-1] in {"Query", "Sync"}


def test_what_is_noted_of_a_statement_is_what_was_asked(web, tenants):
    asked = "SELECT tenant_id FROM accounts_user WHERE last_name <> {}"
    for values, noted in (([], "'50%%'"), (["50%"], "'50%'"), (None, "'50%'")):
        with within(tenants[0]), CaptureQueriesContext(web) as queries, web.cursor() as cursor:
            cursor.execute(asked.format("%s" if values else noted), values)
        assert [one["sql"] for one in queries] == [asked.format("'50%'")]


def test_a_transaction_takes_a_trip_for_each_statement_and_one_for_its_end(web, tenants):
    first, second = tenants
    with counting_trips(web) as trips, within(first), transaction.atomic(using=web.alias):
        assert plainly(web) == {first}
        with within(second):
            assert prepared(web) == {second}
        assert plainly(web) == {first}
    assert trips() == 4


def test_a_copy_takes_one_trip_to_begin_and_one_to_end(web, tenants):
    with within(tenants[0]), counting_trips(web) as trips:
        assert by_copy(web) == {tenants[0]}
    assert trips() == 3


def test_a_transaction_without_a_statement_takes_none(web):
    session_of(web)
    with counting_trips(web) as trips, transaction.atomic(using=web.alias):
        pass
    assert trips() == 0


def test_the_isolation_of_a_transaction_can_be_chosen(web, tenants):
    with within(tenants[0]), transaction.atomic(using=web.alias), web.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        assert plainly(web) == {tenants[0]}
        cursor.execute("SHOW transaction_isolation")
        assert cursor.fetchone() == ("repeatable read",)


@pytest.mark.parametrize("values", [None, [], ["50%"]])
def test_a_percent_sign_is_one(web, tenants, values):
    text = "'50%%'" if values == [] else "'50%'" if values is None else "%s"
    for tenant in (tenants[0], "100%", "it's"):
        with within(tenant), web.cursor() as cursor:
            query = f"SELECT {text}, current_setting('command_center.tenant')"
            cursor.execute(query, values)
            assert cursor.fetchone() == ("50%", tenant)
        with within(tenant), prepared_cursor(web) as cursor:
            cursor.execute("SELECT current_setting('command_center.tenant')")
            assert cursor.fetchone() == (tenant,)


def test_the_orm_reads_and_writes_and_what_is_undone_is_undone(web, tenants):
    mine = User.objects.using(web.alias)
    with within(tenants[0]):
        with suppress(Exception), transaction.atomic(using=web.alias):
            assert mine.update(last_name="Somebody Else") == 1
            fail(web)
        assert not mine.filter(last_name="Somebody Else").exists()
        with transaction.atomic(using=web.alias):
            mine.update(last_name="Somebody Else")
        assert [one.last_name for one in mine.iterator()] == ["Somebody Else"]
    with within(tenants[1]):
        assert not mine.filter(last_name="Somebody Else").exists()


def test_many_statements_take_their_values_one_by_one(web, tenants):
    change = "UPDATE accounts_user SET last_name = %s WHERE tenant_id <> %s"
    with within(tenants[0]), web.cursor() as cursor:
        cursor.executemany(change, [("A", ""), ("B", "")])
    with within(tenants[1]):
        assert User.objects.using(web.alias).filter(last_name="B").count() == 0
    with within(tenants[0]):
        assert User.objects.using(web.alias).filter(last_name="B").count() == 1


def test_a_cursor_that_was_left_open_holds_nobody_up(web, tenants):
    with within(tenants[0]), transaction.atomic(using=web.alias):
        left = web.chunked_cursor()
        left.execute("SELECT tenant_id FROM accounts_user")
        assert left.fetchmany(1) == [(tenants[0],)]
    with within(tenants[1]):
        assert plainly(web) == {tenants[1]}
    left.close()


def test_an_open_transaction_cannot_be_forgotten(web, tenants):
    web.ensure_connection()
    web.set_autocommit(False)
    with within(tenants[0]):
        plainly(web)
    with pytest.raises(ProgrammingError):
        web.set_autocommit(True)
    web.rollback()
    web.set_autocommit(True)
