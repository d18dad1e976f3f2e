"""The source of the database: DATABASE_URL, or a PostgreSQL of our own under .data/."""

import sys
from pathlib import Path
from typing import Any

from config.runtime.database.checks import check
from config.runtime.database.embedded import EmbeddedPostgres
from config.runtime.database.errors import PostgresError
from config.runtime.database.external import ExternalPostgres
from config.runtime.database.process_role import DatabaseRole, name_of

__all__ = [
    "EmbeddedPostgres",
    "ExternalPostgres",
    "PostgresError",
    "lent",
    "named",
    "pooled",
    "preparing",
    "server",
]

# Seconds a request waits for a connection before it is told that the database is unavailable, and
# seconds until the pool stops waiting longer and longer between its own attempts.
POOL_PATIENCE = 2
RECONNECT_PATIENCE = 5


def server(
    url: str, data_dir: Path, *, durable: bool = True, role: DatabaseRole = DatabaseRole.OWNER
) -> ExternalPostgres | EmbeddedPostgres:
    """Return the PostgreSQL at ``url``, or with no url the one that lives in ``data_dir``.

    The url names who logs in; at our own server that is ``role``.

    A server that is not ``durable`` may lose data when the machine (not merely PostgreSQL) crashes,
    and is faster for it: right for tests. Raises PostgresError for an invalid url.
    """
    if url:
        return ExternalPostgres(url)
    return EmbeddedPostgres(data_dir, durable=durable, role=role)


def lent(entry: dict[str, Any], *, is_lent: bool) -> dict[str, Any]:
    """Return an entry of DATABASES whose sessions a pooler lends for one transaction each.

    Raises PostgresError for an address with ``options``: those are of a session, and poolers refuse
    them or lend them to others.
    """
    if not is_lent:
        return entry
    if "options" in entry.get("OPTIONS", {}):
        raise PostgresError(
            "the address of the database gives PostgreSQL options, which a pooler in transaction"
            " mode refuses: give them to the role instead, by ALTER ROLE … SET …."
        )
    return {**entry, "ENGINE": "config.db.lent"}


def named(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry of DATABASES whose connections PostgreSQL shows under what this process does.

    A name in the address counts first.
    """
    options = {"fallback_application_name": name_of(sys.argv), **entry.get("OPTIONS", {})}
    return {**entry, "OPTIONS": options}


def preparing(entry: dict[str, Any], *, prepares: bool = True) -> dict[str, Any]:
    """Return an entry of DATABASES whose connections keep the plans of ``config.db.prepared``."""
    options = {**entry.get("OPTIONS", {}), "prepare_threshold": 1 if prepares else None}
    return {**entry, "OPTIONS": options}


def pooled(entry: dict[str, Any], size: int) -> dict[str, Any]:
    """Return an entry of DATABASES whose connections are kept, at most ``size`` in one process.

    A new connection costs more than most requests. Threads borrow connections from a pool, since
    servers end idle threads, and a thread's own connection would end with it. Each is checked
    before it is lent (``checks``), so that a restart of PostgreSQL costs no request. A size of 0
    leaves the entry as it is.
    """
    if not size:
        return entry
    pool = {
        "min_size": 1,
        "max_size": size,
        "timeout": POOL_PATIENCE,
        "reconnect_timeout": RECONNECT_PATIENCE,
        "check": check,
    }
    options = {**entry.get("OPTIONS", {}), "pool": pool}
    return {**entry, "OPTIONS": options}
