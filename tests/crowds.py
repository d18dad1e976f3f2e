"""Universities of many students, as the benchmarks write them, in the transaction of a test."""

import psycopg
from django.db import connection

from benchmarks import crowd


def begun() -> psycopg.Connection:
    """Return the connection in the test's transaction, with which ends what is set there.

    Behind a pooler none is open before the first statement (config.db.lent).
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return connection.connection


def filled_with_a_crowd(students: int) -> None:
    """Write a university of so many students."""
    crowd.fill(begun(), students, lambda text: None)
