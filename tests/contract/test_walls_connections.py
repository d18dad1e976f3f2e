"""A connection shows the rows of the tenant that is worked for, whatever happened on it before.

It really is one of the web server's role, made as the product makes it, and none of the statements
here filters by tenant: what is seen is what the walls let through. All of it holds as well behind
a pooler in transaction mode that has one session, which then serves everybody in turn.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random

import pytest
from django.db import DatabaseError, connections, transaction
from psycopg import ClientCursor

from config.context import (
    RequestContext,
    enter_request,
    leave_request,
    show_rows_of,
    within,
)
from config.db.prepared import prepared_cursor
from config.db.walled.base import DatabaseWrapper, StillReading
from tests.factories import UserFactory
from tests.pooler import Pooler, running_pooler
from tests.walled.connections import lent_connection, product_connection

pytestmark = pytest.mark.django_db(transaction=True)

SEEN = "SELECT DISTINCT tenant_id FROM accounts_user"


@pytest.fixture
def tenants() -> list[str]:
    """Three tenants with people."""
    return [UserFactory().tenant_id for _ in range(3)]


@pytest.fixture(scope="module")
def one_session(tmp_path_factory) -> Iterator[Pooler]:
    """A pooler in transaction mode with one session for each role."""
    with running_pooler(tmp_path_factory.mktemp("pooler"), "transaction", 1, names=100) as pooler:
        yield pooler


@pytest.fixture(params=["directly", pytest.param("lent", marks=pytest.mark.system)])
def web(request, tenants) -> Iterator[DatabaseWrapper]:
    if request.param == "directly":
        made = product_connection()
    else:
        made = lent_connection(request.getfixturevalue("one_session"))
    with made as wrapper:
        yield wrapper


# Ways to read -----------------------------------------------------------------------------------


def plainly(web: DatabaseWrapper) -> set[str]:
    with web.cursor() as cursor:
        cursor.execute(SEEN)
        return {tenant for (tenant,) in cursor.fetchall()}


def prepared(web: DatabaseWrapper) -> set[str]:
    with prepared_cursor(web) as cursor:
        cursor.execute(SEEN)
        return {tenant for (tenant,) in cursor.fetchall()}


def by_copy(web: DatabaseWrapper) -> set[str]:
    with web.cursor() as cursor, cursor.copy(f"COPY ({SEEN}) TO STDOUT") as copy:
        return {tenant for (tenant,) in copy.rows()}


def in_chunks(web: DatabaseWrapper) -> set[str]:
    with transaction.atomic(using=web.alias), web.chunked_cursor() as cursor:
        cursor.execute(SEEN)
        return {tenant for (tenant,) in cursor.fetchall()}


WAYS: list[Callable[[DatabaseWrapper], set[str]]] = [plainly, prepared, by_copy, in_chunks]
each_way = pytest.mark.parametrize("look", WAYS, ids=lambda look: look.__name__)


@each_way
def test_tenants_in_turn_see_their_own_rows(look, web, tenants):
    for tenant in [*tenants, *reversed(tenants)] * 5:
        with within(tenant):
            assert look(web) == {tenant}


def test_no_statement_is_compiled(web, tenants):
    query = "SELECT current_setting('jit')"
    with within(tenants[0]), web.cursor() as cursor, prepared_cursor(web) as kept:
        for one in (cursor, kept):
            one.execute(query)
            assert one.fetchone() == ("off",)
    with within(tenants[1]), transaction.atomic(using=web.alias), web.cursor() as cursor:
        cursor.execute(query)
        assert cursor.fetchone() == ("off",)


@each_way
def test_nobody_sees_anything(look, web, tenants):
    assert look(web) == set()  # a command asks for all tenants, and this role may not
    for nobody in ("", "*", "0" * 24):
        with within(tenants[0]):
            assert look(web) == {tenants[0]}
        with within(nobody):
            assert look(web) == set()


@each_way
def test_a_rollback_brings_no_former_tenant_back(look, web, tenants):
    first, second, third = tenants
    with within(first):
        assert look(web) == {first}
    with transaction.atomic(using=web.alias):
        with within(second):
            assert look(web) == {second}
        transaction.set_rollback(True, using=web.alias)
    with within(second):
        assert look(web) == {second}
    with within(third):
        assert look(web) == {third}


@each_way
def test_the_rollback_of_a_savepoint_brings_no_former_tenant_back(look, web, tenants):
    first, second, _ = tenants
    with within(first), transaction.atomic(using=web.alias):
        assert look(web) == {first}
        with suppress(LookupError), transaction.atomic(using=web.alias), within(second):
            assert look(web) == {second}
            raise LookupError
        with within(second):
            assert look(web) == {second}
        assert look(web) == {first}
        with suppress(LookupError), within(second), transaction.atomic(using=web.alias):
            assert look(web) == {second}
            raise LookupError
        with within(second):
            assert look(web) == {second}
        assert look(web) == {first}


@each_way
def test_a_request_that_turned_to_another_tenant_goes_on_there_after_a_rollback(look, web, tenants):
    first, second, _ = tenants
    token = enter_request(RequestContext(id="x", tenant_id=first))
    try:
        with transaction.atomic(using=web.alias):
            assert look(web) == {first}
            with suppress(LookupError), transaction.atomic(using=web.alias):
                show_rows_of(second)
                assert look(web) == {second}
                raise LookupError
            assert look(web) == {second}
    finally:
        leave_request(token)


@each_way
def test_an_error_brings_no_former_tenant_back(look, web, tenants):
    first, second, _ = tenants
    with within(first), transaction.atomic(using=web.alias):
        look(web)
        with suppress(DatabaseError), transaction.atomic(using=web.alias), within(second):
            look(web)
            fail(web)
        with within(second):
            assert look(web) == {second}
    with suppress(DatabaseError), transaction.atomic(using=web.alias), within(second):
        look(web)
        fail(web)
    with within(second):
        assert look(web) == {second}
    with within(first):
        assert look(web) == {first}


def fail(web: DatabaseWrapper) -> None:
    with web.cursor() as cursor:
        cursor.execute("SELECT 1 / 0")


class Interrupted(Exception):
    """Whoever runs the process has had enough."""


class _Interrupting(ClientCursor):
    """Sends what it is given, and then does not come back."""

    def execute(self, *args, **options):
        super().execute(*args, **options)
        raise Interrupted


@each_way
def test_whoever_is_interrupted_while_the_tenant_is_told_leaves_no_wrong_one(look, web, tenants):
    first, second, _ = tenants
    with within(first):
        look(web)
    usual, web.connection.cursor_factory = web.connection.cursor_factory, _Interrupting
    with pytest.raises(Interrupted), within(second):
        plainly(web)
    web.connection.cursor_factory = usual

    with within(first):
        assert look(web) == {first}


class Undone(Exception):
    """Leaves a transaction."""


@pytest.mark.parametrize("seed", range(10))
def test_no_way_through_transactions_leads_to_another_tenant(seed, web, tenants):
    chance = Random(seed)
    looks, last = 0, tenants[0]

    def seen(tenant: str) -> None:
        nonlocal looks, last
        with within(tenant):
            assert chance.choice(WAYS)(web) == {tenant}
        looks, last = looks + 1, tenant

    def wander(depth: int) -> None:
        for _ in range(chance.randint(1, 4)):
            tenant = chance.choice(tenants)
            with within(tenant):
                seen(tenant)
                if depth < 4:
                    with suppress(Undone, DatabaseError), transaction.atomic(using=web.alias):
                        wander(depth + 1)
                        leave()
                # What was told last may have been undone.
                seen(last)
                seen(tenant)

    def leave() -> None:
        match chance.choice(["commit", "rollback", "error", "forced"]):
            case "rollback":
                raise Undone
            case "error":
                fail(web)
            case "forced":
                transaction.set_rollback(True, using=web.alias)

    wander(0)

    assert looks > 3
    assert not connections[web.alias].in_atomic_block


def test_nobody_else_reads_while_a_cursor_of_the_servers_is_open(web, tenants):
    first, second, _ = tenants
    with within(first), transaction.atomic(using=web.alias):
        with web.chunked_cursor() as cursor:
            cursor.execute("SELECT tenant_id FROM accounts_user")
            assert cursor.fetchmany(1) == [(first,)]
            assert plainly(web) == {first}
            with pytest.raises(StillReading), within(second):
                plainly(web)
            assert cursor.fetchall() == []
        with within(second):
            assert plainly(web) == {second}


def test_a_cursor_that_outlives_its_transaction_has_read_its_rows(web, tenants):
    first, second, _ = tenants
    with within(first), web.chunked_cursor() as cursor:
        cursor.execute("SELECT tenant_id FROM accounts_user")
        with within(second):
            assert plainly(web) == {second}
        assert cursor.fetchall() == [(first,)]
