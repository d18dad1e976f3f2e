"""What DATABASE_REPLICA_URL leads to: replicas of the database that DATABASE_URL leads to."""

import os
from collections.abc import Iterator

import psycopg

from accounts.services.sso_check import Finding, Level
from config.runtime.database import addresses

# Seconds for an answer.
PATIENCE = 5

# Bytes of the log by which a replica may be behind before it is worth a line.
LATE = 16 << 20

# Who it is for, where it is in the log, and of which cluster it is.
_PRIMARY = """
SELECT current_user, pg_current_wal_flush_lsn()::text,
    (SELECT system_identifier FROM pg_control_system())
"""
_REPLICA = """
SELECT current_user, pg_wal_lsn_diff(%s::pg_lsn, pg_last_wal_replay_lsn())::bigint,
    (SELECT system_identifier FROM pg_control_system()), pg_is_in_recovery(),
    EXISTS (SELECT FROM pg_stat_wal_receiver), current_setting('hot_standby_feedback') = 'on'
"""


def replica_findings() -> Iterator[Finding]:
    """Yield what is found at each address."""
    urls = addresses(os.environ.get("DATABASE_REPLICA_URL", ""))
    primary = os.environ.get("DATABASE_URL", "")
    if not urls or not primary:
        return
    try:
        with psycopg.connect(primary, connect_timeout=PATIENCE) as connection:
            user, position, cluster = connection.execute(_PRIMARY).fetchone()  # type: ignore[misc]
    except psycopg.Error as error:
        yield Finding(Level.FAULT, f"DATABASE_URL leads to no primary: {_said(error)}", "")
        return
    for number, url in enumerate(urls, start=1):
        yield from _of_one(f"Replica {number}", url, user, position, cluster)


def _of_one(name: str, url: str, user: str, position: str, cluster: int) -> Iterator[Finding]:
    try:
        with psycopg.connect(url, connect_timeout=PATIENCE) as connection:
            found = connection.execute(_REPLICA, [position]).fetchone()
    except psycopg.Error as error:
        advice = "The primary answers meanwhile. Compare DATABASE_REPLICA_URL."
        yield Finding(Level.FAULT, f"{name} does not answer: {_said(error)}", advice)
        return
    own_user, behind, own_cluster, is_replica, is_fed, gives_feedback = found  # type: ignore[misc]
    if not is_replica or own_cluster != cluster:
        fault = f"{name} is no replica of the database of DATABASE_URL, and is not asked."
        yield Finding(Level.FAULT, fault, "Correct DATABASE_REPLICA_URL.")
        return
    if own_user != user:
        fault = f"{name} is asked as {own_user}, the primary as {user}."
        yield Finding(Level.FAULT, fault, "Walls hold for a role: take the same one.")
    if not is_fed:
        fault = f"{name} follows nobody, and is not asked."
        yield Finding(Level.FAULT, fault, "Look at its log for why it does not stream.")
        return
    level = Level.NOTE if behind > LATE else Level.OK
    yield Finding(level, f"{name} follows, and is {max(0, behind):,} bytes behind.", "")
    if not gives_feedback:
        advice = "Without it, long exports may be cancelled there, and start anew at the primary."
        yield Finding(Level.NOTE, f"{name} has hot_standby_feedback off.", advice)


def _said(error: psycopg.Error) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
