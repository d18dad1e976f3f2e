"""What is left behind in sessions of PostgreSQL that a pooler lends: nothing may be."""

from contextlib import ExitStack

import psycopg

# What PgBouncer follows by itself, and gives each of its clients as that has set it.
_FOLLOWED = [
    *("application_name", "client_encoding", "DateStyle", "IntervalStyle", "TimeZone"),
    "standard_conforming_strings",
]
# Settings of ours, which PostgreSQL does not list.
_OURS = ["command_center.tenant", "command_center.repair", "command_center.probe"]

_LEFT = """
SELECT 'setting ' || name || ' = ' || setting FROM pg_settings
WHERE source = 'session' AND setting <> reset_val AND name <> ALL (%s)
UNION ALL SELECT 'setting ' || name || ' = ' || current_setting(name, true)
FROM unnest(%s::text[]) AS ours (name) WHERE current_setting(name, true) <> ''
UNION ALL SELECT 'statement ' || name FROM pg_prepared_statements WHERE name NOT LIKE 'PGBOUNCER_%%'
UNION ALL SELECT 'cursor ' || name FROM pg_cursors WHERE name <> ''
UNION ALL SELECT 'table ' || relname FROM pg_class WHERE relnamespace = pg_my_temp_schema()
UNION ALL SELECT 'role ' || current_user WHERE current_user <> session_user
UNION ALL SELECT 'channel ' || channel FROM pg_listening_channels() AS channel
UNION ALL SELECT 'lock ' || objid FROM pg_locks
WHERE pid = pg_backend_pid() AND locktype = 'advisory'
"""


def left_behind(url: str, size: int) -> list[str]:
    """Return what is found in the sessions of a pool that has so many, all of them looked at."""
    found: list[str] = []
    with ExitStack() as stack:
        backends = set()
        for _ in range(size):
            client = stack.enter_context(psycopg.connect(url, prepare_threshold=None))
            # Each holds its session until all are seen.
            backends.add(client.execute("SELECT pg_backend_pid()").fetchone())
            found += [what for (what,) in client.execute(_LEFT, [_FOLLOWED, _OURS]).fetchall()]
        assert len(backends) == size, "Not every session was looked at."
    return found
