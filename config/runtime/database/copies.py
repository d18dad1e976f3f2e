"""The mark of a restored copy, which mails nobody.

It is the comment of the database itself: an owner who is no superuser may write it, every role sees
it, a restored dump does not bring it along, and one statement takes it away.
"""

from django.db import connection
from django.db.backends.utils import CursorWrapper

MARK = "restored copy: mails nobody"

COMMENT = (
    "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
    " WHERE datname = current_database()"
)


class CopyMailsNobody(OSError):
    """A mail that a restored copy would have sent."""


def is_copy() -> bool:
    """Return whether the current database is marked as a restored copy."""
    with connection.cursor() as cursor:
        cursor.execute(COMMENT)
        return bool(cursor.fetchone()[0] == MARK)


def mark(cursor: CursorWrapper) -> None:
    """Mark the current database as a copy, for all connections and at once."""
    _comment(cursor, f"'{MARK}'")


def unmark(cursor: CursorWrapper) -> None:
    _comment(cursor, "NULL")


def _comment(cursor: CursorWrapper, text: str) -> None:
    cursor.execute("SELECT quote_ident(current_database())")
    cursor.execute(f"COMMENT ON DATABASE {cursor.fetchone()[0]} IS {text}")
