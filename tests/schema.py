"""The schema of the tests' database, in which no test may leave a change to those after it.

A trigger that a committing test switches off is off for the rest of the run, and the rules that it
keeps are then true of no test.
"""

from functools import cache

from django.db import connection

_SCHEMA = """
WITH ours AS (
    SELECT *, oid::regclass::text AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace
)
SELECT format('relation %s %s %s %s', name, relkind, relacl, reloptions) FROM ours
UNION ALL SELECT format('walls of %s: %s %s', name, relrowsecurity, relforcerowsecurity) FROM ours
UNION ALL SELECT format('column %s.%s %s %s', name, attname, atttypid::regtype, atttypmod)
FROM pg_attribute JOIN ours ON ours.oid = attrelid WHERE attnum > 0 AND NOT attisdropped
UNION ALL SELECT format('constraint %s %s %s', name, conname, convalidated)
FROM pg_constraint JOIN ours ON ours.oid = conrelid
UNION ALL SELECT format('trigger %s %s %s', name, tgname, tgenabled)
FROM pg_trigger JOIN ours ON ours.oid = tgrelid
UNION ALL SELECT format('policy %s %s %s %s', name, polname, polcmd, polroles)
FROM pg_policy JOIN ours ON ours.oid = polrelid
UNION ALL SELECT format('function %s %s %s %s', proname, md5(prosrc), prosecdef, proconfig)
FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""


@cache
def known() -> set[str]:
    """Return what the schema is like before the first test."""
    return _lines()


def require_unchanged() -> None:
    """Raise AssertionError with what the last test has left otherwise; it is told of once."""
    now = _lines()
    left = sorted(now - known()) + [f"no {line}" for line in sorted(known() - now)]
    known().clear()
    known().update(now)
    assert not left, f"The schema is left otherwise: {', '.join(left)}"


def _lines() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(_SCHEMA)
        return {line for (line,) in cursor.fetchall()}
