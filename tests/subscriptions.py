"""What follows other databases, and would not let a test's own be dropped."""

from typing import Any

import psycopg

from tests.servers import database_url


def drop_subscriptions(cursor: Any, database: str) -> None:
    """Remove what a run that was cut off follows in a database, which could not be dropped else."""
    cursor.execute(
        "SELECT subname FROM pg_subscription JOIN pg_database ON pg_database.oid = subdbid"
        " WHERE datname = %s",
        [database],
    )
    for (name,) in cursor.fetchall():
        with psycopg.connect(database_url(database), autocommit=True) as there:
            there.execute(f"ALTER SUBSCRIPTION {name} DISABLE")
            there.execute(f"ALTER SUBSCRIPTION {name} SET (slot_name = NONE)")
            there.execute(f"DROP SUBSCRIPTION {name}")
