"""Counts the statements of each request, for its line in the log."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from config.context import count_query


def count(execute: Any, sql: str, params: Any, many: bool, context: dict) -> Any:
    """Count a statement on its way to the database; Django calls this for each."""
    count_query()
    return execute(sql, params, many, context)


def watch(*, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Have a connection that was just made counted; called again when it is made anew.

    First in the list: whoever watches for the length of a block takes the last one away.
    """
    if count not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, count)
