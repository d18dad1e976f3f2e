"""Helpers that see how PostgreSQL runs what a request asks of it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.db import connection

from config.db.prepared import KeptCursor
from tests.clients import ApiClient, OperatorClient


def asked(client: ApiClient | OperatorClient, path: str) -> list[tuple[str, object]]:
    """Return what a request asks of the database: statements with their parameters."""
    found = []

    def note(execute, statement, parameters, many, context):
        found.append((statement, parameters))
        return execute(statement, parameters, many, context)

    with connection.execute_wrapper(note):
        assert client.get(path).status_code == 200
    return found


def analyse(*tables: str) -> None:
    """Let the planner know these tables (or all), and choose as it would on a server.

    Rows that earlier tests took back have left their entries in the indexes, and empty pages in
    any order. The indexes are made anew, and a page costs the same in any order, as on a flash
    disk, so that none of it tempts into reading all.
    """
    with connection.cursor() as cursor:
        # A table is not indexed anew while something waits to be checked.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in tables or connection.introspection.table_names(cursor):
            cursor.execute(f"REINDEX TABLE {table}")
        cursor.execute(f"ANALYZE {', '.join(tables)}")
        cursor.execute("SET LOCAL random_page_cost = 1")
        cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")


@contextmanager
def kept_in_transactions() -> Iterator[None]:
    """Let plans be kept although the test itself is a transaction, where none are."""
    never = property(lambda cursor: False, lambda cursor, value: None)
    with patch.object(KeptCursor, "in_transaction", never):
        yield


def plan(explain: str, parameters: object = None) -> list[dict]:
    """Return the nodes of a plan that ``EXPLAIN (FORMAT JSON) …`` tells."""
    with connection.cursor() as cursor:
        cursor.execute(explain, parameters)
        (told,) = cursor.fetchone()
    told = json.loads(told) if isinstance(told, str) else told
    return list(_nodes(told[0]["Plan"]))


def _nodes(node: dict) -> Iterator[dict]:
    yield node
    for child in node.get("Plans", ()):
        yield from _nodes(child)


def rows_read(statement: str, parameters: object = None) -> int:
    """Run a statement and return how many rows of tables and indexes it read, in vain or not."""
    nodes = plan(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters)
    return sum(map(_read, nodes))


def _read(node: dict) -> int:
    if not {"Relation Name", "Index Name"} & node.keys() or node["Node Type"] == "ModifyTable":
        return 0
    removed = (node.get(f"Rows Removed by {by}", 0) for by in ("Filter", "Index Recheck"))
    return round(node["Actual Loops"] * (node["Actual Rows"] + sum(removed)))
