"""The orders of the list of students, each equal to that of an index."""

from collections.abc import Sequence

from students.queries.students.criteria import Criteria

_FIRST_KEYS = {
    "name": "sort_name",
    "last_seen": "last_seen_at",
    "programme": "sort_label",
    "status": "status",
}
SORT_KEYS = tuple(_FIRST_KEYS)

_NULLABLE = ("last_seen_at", "sort_label")

# What all orders ask of a student, but for that by programme.
COLUMNS = "id, sort_name, last_seen_at, status"


def order_by(criteria: Criteria, *, backwards: bool = False, without: str = "") -> str:
    """Return an ORDER BY clause; ``backwards`` reverses it, ``without`` omits a fixed column."""
    first = _FIRST_KEYS[criteria.sort_by]
    ways = {first: criteria.descending, "sort_name": False, "id": False}
    if criteria.sort_by == "name":
        ways["sort_name"] = criteria.descending
    return ", ".join(
        _key(column, descending=descending != backwards, backwards=backwards)
        for column, descending in ways.items()
        if column != without
    )


def of_each_status(
    criteria: Criteria,
    order: str,
    limit: object,
    *,
    columns: str = COLUMNS,
    ranges: Sequence[str] = ("true",),
) -> str:
    """Return the union of the first students of each status to show: of each range, if several.

    An index has those of one status, or of one range of it, in the list's order. A status that is
    not asked for has no part: PostgreSQL 15 starts processes even for one that is always empty.
    """
    return " UNION ALL ".join(
        f"(SELECT {columns} FROM {criteria.students}"
        f" AND status = '{status}' {criteria.seen} AND {one} ORDER BY {order} LIMIT {limit})"
        for one in ranges
        for status in criteria.statuses
    )


def _key(column: str, *, descending: bool, backwards: bool) -> str:
    key = f"{column} {'DESC' if descending else 'ASC'}"
    # Only where there are nulls: the indexes declare it there only.
    return f"{key} NULLS {'FIRST' if backwards else 'LAST'}" if column in _NULLABLE else key
