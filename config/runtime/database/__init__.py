"""The source of the database: DATABASE_URL, or a PostgreSQL of our own under .data/."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from config.runtime.database.checks import check, check_replica
from config.runtime.database.embedded import EmbeddedPostgres
from config.runtime.database.errors import PostgresError
from config.runtime.database.external import ExternalPostgres
from config.runtime.database.process_role import DatabaseRole, name_of

__all__ = [
    "EmbeddedPostgres",
    "ExternalPostgres",
    "PostgresError",
    "addresses",
    "lent",
    "named",
    "pooled",
    "preparing",
    "replicas",
    "server",
]

# The database backend behind a pooler that lends its sessions for transactions.
LENT = "config.db.lent"

# Seconds a request waits for a connection before it is told that the database is unavailable, and
# seconds until the pool stops waiting longer and longer between its own attempts.
POOL_PATIENCE = 2
RECONNECT_PATIENCE = 5

# Seconds that a request waits for a connection to a replica before it asks the primary, and that a
# replica may take to greet (libpq takes no fewer).
REPLICA_PATIENCE = 0.5
REPLICA_CONNECT_TIMEOUT = 2

# Commas stand between addresses, and between the hosts of one.
_BETWEEN_ADDRESSES = re.compile(r",(?=\s*postgres(?:ql)?://)")


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
    return {**entry, "ENGINE": LENT}


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


def addresses(urls: str) -> list[str]:
    """Return the addresses that commas separate."""
    every = (url.strip(" ,") for url in _BETWEEN_ADDRESSES.split(urls))
    return [url for url in every if url]


def replicas(urls: str, *, prepares: bool, pool_size: int) -> dict[str, dict[str, Any]]:
    """Return entries of DATABASES, by their names, for the replicas at these addresses.

    Raises PostgresError for an invalid one.
    """
    entries: dict[str, dict[str, Any]] = {}
    for number, url in enumerate(addresses(urls), start=1):
        server = ExternalPostgres(url, "DATABASE_REPLICA_URL")
        entry = server.settings(REPLICA_CONNECT_TIMEOUT) | {"ENGINE": "config.db.replica"}
        entries[f"replica{number}"] = pooled(
            preparing(named(entry), prepares=prepares),
            pool_size,
            check=check_replica,
            patience=REPLICA_PATIENCE,
        )
    return entries


def pooled(
    entry: dict[str, Any],
    size: int,
    *,
    check: Callable[[Any], None] = check,
    patience: float = POOL_PATIENCE,
) -> dict[str, Any]:
    """Return an entry of DATABASES whose connections are kept, at most ``size`` in one process.

    A new connection costs more than most requests. Threads borrow connections from a pool, since
    servers end idle threads, and a thread's own connection would end with it. Each is checked
    before it is lent (``checks``), so that a restart of PostgreSQL costs no request. A size of 0
    leaves the entry as it is.

    A connection to PostgreSQL is a process there, and is made when it is needed. One to a pooler
    costs little, and all of them are made at the start: a pool makes one at a time later, which
    many who come at once would wait for.
    """
    if not size:
        return entry
    pool = {
        "min_size": size if entry.get("ENGINE") == LENT else 1,
        "max_size": size,
        "timeout": patience,
        "reconnect_timeout": RECONNECT_PATIENCE,
        "check": check,
    }
    options = {**entry.get("OPTIONS", {}), "pool": pool}
    return {**entry, "OPTIONS": options}
