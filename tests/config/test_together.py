"""Several statements in one trip: what they answer, what a failure leaves, and what is kept."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import DataError, connection, transaction

from config.context import within
from config.db.together import Statement, read_together
from tests.servers import database_url
from tests.trips import counting_trips

pytestmark = pytest.mark.django_db(transaction=True)

ONE = Statement("SELECT code FROM things WHERE code = %s", ["one"], is_kept=True)
TWO = Statement("SELECT code, 2 FROM things ORDER BY code", [])
NONE = Statement("SELECT code FROM things WHERE code = %(code)s", {"code": "none"}, is_kept=True)
BROKEN = Statement("SELECT 1 / (SELECT count(*) FROM things WHERE code = %s)", ["none"])


@pytest.fixture(autouse=True)
def things() -> Iterator[None]:
    """A table that everybody sees, with two rows."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE things AS SELECT unnest('{one,two}'::varchar(10)[]) AS code")
        yield
        cursor.execute("DROP TABLE things")


def widen() -> None:
    """Do what a migration does meanwhile, in another process."""
    with psycopg.connect(database_url(), autocommit=True) as other:
        other.execute("ALTER TABLE things ALTER code TYPE varchar(20)")


def test_each_statement_has_its_own_rows_and_all_take_one_trip(django_assert_num_queries):
    read_together(ONE, TWO, NONE)

    with counting_trips() as trips, django_assert_num_queries(3):
        answers = read_together(ONE, TWO, NONE)

    assert answers == [[("one",)], [("one", 2), ("two", 2)], []]
    assert trips() == 1


def test_they_are_read_inside_a_transaction_as_well():
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO things VALUES ('new')")
        assert read_together(NONE, TWO)[1][0] == ("new", 2)
        transaction.set_rollback(True)

    assert read_together(TWO) == [[("one", 2), ("two", 2)]]


@pytest.mark.parametrize("order", [(TWO, BROKEN, ONE), (BROKEN, TWO, ONE), (ONE, TWO, BROKEN)])
def test_a_failure_of_one_is_an_error_of_django_and_the_connection_goes_on(order):
    with pytest.raises(DataError):
        read_together(*order)

    assert read_together(ONE, TWO)[0] == [("one",)]


def test_whose_rows_are_seen_outlives_a_failure():
    whose = Statement("SELECT current_setting('command_center.tenant')", [])
    read_together(whose, ONE)

    with within("a" * 24):
        with pytest.raises(DataError):
            read_together(whose, BROKEN)
        with pytest.raises(DataError), transaction.atomic():
            read_together(whose, BROKEN)
        inside = read_together(whose, ONE)[0]
    with within("b" * 24):
        outside = read_together(whose, ONE)[0]

    assert (inside, outside) == ([("a" * 24,)], [("b" * 24,)])


def test_a_column_that_changes_its_type_costs_no_answer():
    read_together(ONE, NONE)
    widen()

    assert [read_together(ONE, NONE), read_together(NONE, ONE)] == [
        [[("one",)], []],
        [[], [("one",)]],
    ]


def test_a_column_that_changes_its_type_costs_no_transaction():
    read_together(ONE, NONE)
    widen()

    with transaction.atomic():
        assert read_together(ONE, NONE) == [[("one",)], []]

    assert read_together(ONE, NONE) == [[("one",)], []]
