"""A university of many students, as the benchmarks write it, in the transaction of a test."""

from django.db import connection

from benchmarks import crowd


def filled_with_a_crowd(students: int) -> None:
    """Write so many students; what is set for it ends with the test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")  # else none is open yet behind a pooler (config.db.lent)
    crowd.fill(connection.connection, students, lambda text: None)
