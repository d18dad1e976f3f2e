"""The orders of the list of students, each equal to that of an index."""

from students.queries.students.criteria import Criteria

_FIRST_KEYS = {
    "name": "sort_name",
    "last_seen": "last_seen_at",
    "programme": "sort_label",
    "status": "status",
}
SORT_KEYS = tuple(_FIRST_KEYS)

_NULLABLE = ("last_seen_at", "sort_label")


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


def _key(column: str, *, descending: bool, backwards: bool) -> str:
    key = f"{column} {'DESC' if descending else 'ASC'}"
    # Only where there are nulls: the indexes declare it there only.
    return f"{key} NULLS {'FIRST' if backwards else 'LAST'}" if column in _NULLABLE else key
