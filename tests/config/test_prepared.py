"""Statements that a connection keeps, and what may happen to what it keeps."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection, transaction

from config.db.prepared import prepared_cursor
from config.runtime.database import preparing
from tests.servers import database_url

ASKED = "SELECT code FROM things WHERE code = %s"


@pytest.fixture
def things() -> Iterator[None]:
    """A table that everybody sees, with one row."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE things AS SELECT 'one'::varchar(10) AS code")
        yield
        cursor.execute("DROP TABLE things")


def ask(code: str = "one") -> list[tuple]:
    with prepared_cursor(connection) as cursor:
        cursor.execute(ASKED, [code])
        return cursor.fetchall()


def kept() -> list[int]:
    """How often each kept statement about the things was run."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans + custom_plans FROM pg_prepared_statements"
            " WHERE statement LIKE '%FROM things%'"
        )
        return [runs for (runs,) in cursor.fetchall()]


def widen(to: int = 20) -> None:
    """Do what a migration does meanwhile, in another process."""
    with psycopg.connect(database_url(), autocommit=True) as other:
        other.execute(f"ALTER TABLE things ALTER code TYPE varchar({to})")


@pytest.mark.django_db(transaction=True)
@pytest.mark.direct  # asks what its session keeps
def test_a_statement_is_kept_and_each_run_has_its_own_values(things, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert [ask("one"), ask("two"), ask("one")] == [[("one",)], [], [("one",)]]

    assert kept() == [3]


@pytest.mark.django_db(transaction=True)
@pytest.mark.direct  # asks what its session keeps
def test_other_cursors_keep_nothing(things):
    ask()

    with connection.cursor() as cursor:
        cursor.execute(ASKED.replace("code FROM", "code, code FROM"), ["one"])

    assert kept() == [1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.direct  # asks what its session keeps
def test_a_column_that_changes_its_type_costs_no_answer(things):
    ask()
    for size in (20, 30, 40):
        widen(to=size)
        assert [ask(), ask()] == [[("one",)]] * 2
        assert kept() == [1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.direct  # asks what its session keeps
def test_a_column_that_changes_its_type_costs_no_transaction(things):
    ask()
    widen()

    with transaction.atomic():
        assert ask() == [("one",)]
        with transaction.atomic():
            assert ask() == [("one",)]

    assert [ask(), ask()] == [[("one",)]] * 2
    assert kept() == [1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.direct  # asks what its session keeps
def test_a_transaction_uses_no_plan_and_loses_none(things):
    ask()
    with transaction.atomic():
        ask()
    assert kept() == [1]


@pytest.mark.django_db(transaction=True)
def test_behind_a_pooler_nothing_is_kept(things):
    threshold = connection.connection.prepare_threshold
    connection.connection.prepare_threshold = None
    try:
        assert [ask(), ask()] == [[("one",)]] * 2
        assert kept() == []
    finally:
        connection.connection.prepare_threshold = threshold


def test_the_setting_is_a_connections_option():
    entry = {"NAME": "x", "OPTIONS": {"connect_timeout": 5}}

    assert preparing(entry)["OPTIONS"] == {"connect_timeout": 5, "prepare_threshold": 1}
    assert preparing(entry, prepares=False)["OPTIONS"]["prepare_threshold"] is None
