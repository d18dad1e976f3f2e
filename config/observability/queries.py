"""The counter of statements of each request, for its line in the log."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from config.context import count_query


def count(execute: Any, sql: str, params: Any, many: bool, context: dict) -> Any:
    """Count a statement on its way to the database; Django calls this for each."""
    count_query()
    return execute(sql, params, many, context)


def watch(*, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Count the statements of a new connection; called again when it is made anew.

    It goes first in the list: code that wraps statements for one block removes the last entry.
    """
    if count not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, count)
