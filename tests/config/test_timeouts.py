"""What connections of a web server tell PostgreSQL of time; files take as long as they need."""

import pytest
from django.db import connection, transaction

from config.context import unhurried
from config.exports import written_whole

pytestmark = pytest.mark.django_db

NAMES = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")


@pytest.fixture(autouse=True)
def a_web_server(settings):
    settings.DATABASE_TIMEOUTS = dict(zip(NAMES, ("7s", "31s", "61s"), strict=True))
    yield
    with connection.cursor() as cursor:
        cursor.execute("; ".join(f"RESET {name}" for name in NAMES))
    connection.connection.told = {}, False


def shown() -> list[str]:
    found = []
    with connection.cursor() as cursor:
        for name in NAMES:
            cursor.execute(f"SHOW {name}")
            found.append(cursor.fetchone()[0])
    return found


def test_a_web_server_sets_how_long_things_may_take():
    assert shown() == ["7s", "31s", "61s"]


def test_statements_of_files_take_as_long_as_they_need_and_no_others():
    file, during = written_whole(lambda _: shown(), "A file")
    file.close()

    assert during == ["7s", "0", "61s"]
    assert shown() == ["7s", "31s", "61s"]


def test_what_was_undone_with_a_transaction_is_set_again():
    shown()
    with transaction.atomic(), unhurried():
        assert shown()[1] == "0"
        transaction.set_rollback(True)

    assert shown() == ["7s", "31s", "61s"]


def test_commands_are_not_bound(settings):
    settings.DATABASE_TIMEOUTS = {}
    connection.connection.told = {}, False
    with connection.cursor() as cursor:
        cursor.execute("; ".join(f"RESET {name}" for name in NAMES))

    assert shown() == ["0", "0", "0"]
