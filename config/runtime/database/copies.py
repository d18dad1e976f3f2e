"""The mark of a restored copy, which mails nobody.

It is a setting of the database itself, so that each connection has it; a dump does not take it
along, and whoever makes the copy the real one takes it away by one statement.
"""

from django.db import connection
from django.db.backends.utils import CursorWrapper

SETTING = "command_center.is_copy"


class CopyMailsNobody(OSError):
    """A mail that a restored copy would have sent."""


def is_copy() -> bool:
    """Return whether the current database is marked as a restored copy."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true) = 'on'", [SETTING])
        return bool(cursor.fetchone()[0])


def mark(cursor: CursorWrapper) -> None:
    """Mark the current database as a copy; connections made from then on know it."""
    cursor.execute(_statement(cursor, "SET command_center.is_copy = 'on'"))


def unmark(cursor: CursorWrapper) -> None:
    cursor.execute(_statement(cursor, "RESET command_center.is_copy"))


def _statement(cursor: CursorWrapper, change: str) -> str:
    cursor.execute("SELECT quote_ident(current_database())")
    return f"ALTER DATABASE {cursor.fetchone()[0]} {change}"
