"""Which students a page shows: queries that read as little as the order allows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from students.queries.students.criteria import IS_STUDENT, SETS_OF_PROGRAMME, Criteria
from students.queries.students.ordering import order_by
from students.queries.students.totals import Total

# Up to so many matches of a search are all read and sorted. Of more, and where the trigrams are of
# no use, the first ones are looked for by going through so many students in the list's order.
FEW = 5_000

STUDENTS = f"accounts_user WHERE {IS_STUDENT} AND tenant_id = %(tenant)s"
_KEYS = "id, sort_name, last_seen_at, status"
_ENTRIES = "students_searchentry WHERE tenant_id = %(tenant)s"


@dataclass(frozen=True)
class Window:
    """Rows to pass over and rows to take; ``backwards`` from the end of the order."""

    offset: int
    limit: int
    backwards: bool = False

    @classmethod
    def nearest(cls, rows: int, skip: int, limit: int) -> Self:
        """Return the window onto ``limit`` of ``rows`` rows, from the end that is nearer."""
        if skip <= rows // 2:
            return cls(skip, limit)
        return cls(rows - skip - limit, limit, backwards=True)

    @property
    def reach(self) -> int:
        """How far any part of the rows can extend into the window."""
        return self.offset + self.limit

    def __str__(self) -> str:
        return f"OFFSET {self.offset} LIMIT {self.limit}"


def page_ids(criteria: Criteria, total: Total, skip: int, limit: int) -> tuple[str, dict[str, Any]]:
    """Return a query for the ids of the ``limit`` students after the first ``skip`` ones.

    That many have to be there. The second part is what the query wants as parameters beside the
    criteria's own.
    """
    window = Window.nearest(total.rows, skip, limit)
    if criteria.search:
        if _is_walkable(criteria) and (criteria.is_gram or total.rows > FEW):
            return _walk(criteria, skip, limit), {}
        return _matches(criteria, window), {}
    if criteria.programme or criteria.sort_by == "programme":
        return _set_by_set(criteria, window), {}
    if criteria.sort_by == "status":
        return _status_by_status(criteria, total, skip, limit), {}
    if total.landing:
        window = Window(skip - total.landing.rows_before, limit)
        pieces = _LANDED[criteria.descending] if total.landing.day else ()
        query = _merged(criteria, window, (*pieces, "last_seen_at IS NULL"))
        return query, {"day": total.landing.day}
    return _merged(criteria, window), {}


# Ranges of an index ---------------------------------------------------------------------------


def _range(criteria: Criteria, *conditions: str, status: str, also: str = "") -> str:
    where = " AND ".join((STUDENTS, f"status = {status}", *criteria.seen_between, *conditions))
    return f"SELECT {_KEYS}{also} FROM {where}"


def _union(queries: Iterable[str]) -> str:
    return " UNION ALL ".join(f"({query})" for query in queries)


def _merged(
    criteria: Criteria, window: Window, pieces: tuple[str, ...] = ("true",), also: str = ""
) -> str:
    """Both statuses' ranges, each read in order, merged."""
    order = order_by(criteria, backwards=window.backwards)
    ranges = (
        f"{_range(criteria, piece, status=f"'{status}'", also=also)}"
        f" ORDER BY {order} LIMIT {window.reach}"
        for status in criteria.statuses
        for piece in pieces
    )
    shown = f"{_KEYS}{also}" if also else "id"
    return f"SELECT {shown} FROM ({_union(ranges)}) AS student ORDER BY {order} {window}"


# Those who come after the beginning of a day's students, whichever the direction.
_LANDED = {
    True: ("last_seen_at < (%(day)s::date + 1)::timestamp AT TIME ZONE 'UTC'",),
    False: ("last_seen_at >= %(day)s::date::timestamp AT TIME ZONE 'UTC'",),
}


def _status_by_status(criteria: Criteria, total: Total, skip: int, limit: int) -> str:
    """One status' students after the other's: the counts say where each begins."""
    parts = []
    for status in criteria.statuses:
        rows = total.by_status.get(status, 0)
        here = min(limit, rows - skip)
        if here > 0:
            window = Window.nearest(rows, skip, here)
            order = order_by(criteria, backwards=window.backwards, without="status")
            part = _range(criteria, status=f"'{status}'")
            parts.append(f"SELECT id FROM ({part} ORDER BY {order} {window}) AS student")
            limit -= here
        skip = max(0, skip - rows)
    return _union(parts)


def _set_by_set(criteria: Criteria, window: Window) -> str:
    """The first students of every set of programmes that can be in the window."""
    if criteria.programme:
        known = f"SELECT id AS set_id, sort_label FROM {SETS_OF_PROGRAMME}"
    else:
        known = _ALL_SETS
    within = order_by(criteria, backwards=window.backwards, without="sort_label")
    order = order_by(criteria, backwards=window.backwards)
    by_label = order.partition(",")[0] if criteria.sort_by == "programme" else "set_id"
    ranges = [
        f"{_range(criteria, belongs, status='shown')} ORDER BY {within} LIMIT {window.reach}"
        for belongs in (
            "programme_set_id = set_id",
            *(() if criteria.programme else ("programme_set_id IS NULL AND set_id IS NULL",)),
        )
    ]
    return f"""
        SELECT student.id FROM ({known} ORDER BY {by_label}) AS known
        CROSS JOIN unnest(%(statuses)s::text[]) AS shown
        CROSS JOIN LATERAL ({_union(ranges)}) AS student
        ORDER BY {order} {window}
    """


# Those without any programme are a set of their own here.
_ALL_SETS = """
    SELECT id AS set_id, sort_label FROM accounts_programmeset WHERE tenant_id = %(tenant)s
    UNION ALL SELECT NULL, NULL
"""

# Searches -------------------------------------------------------------------------------------


def _is_walkable(criteria: Criteria) -> bool:
    """Say whether the list is an index's, so that its beginning costs little."""
    return criteria.sort_by in {"last_seen", "name"} and not criteria.programme


def _matches(criteria: Criteria, window: Window) -> str:
    """All matches, sorted."""
    others = [*criteria.in_programme, *criteria.seen_between]
    if criteria.is_gram and others:
        # The trigrams are of no use here, but the other filters have indexes.
        rows, key, text = STUDENTS, "id", "strpos(search_text, fold_case(%(search)s)) > 0"
    else:
        rows, key, text = _ENTRIES, "user_id", "text LIKE fold_case(%(pattern)s)"
    where = " AND ".join((rows, "status = ANY (%(statuses)s)", text, *others))
    order = order_by(criteria, backwards=window.backwards)
    return f"""
        SELECT match.id FROM (
            SELECT {key} AS id, sort_name, last_seen_at, status, programme_set_id FROM {where}
        ) AS match
        LEFT JOIN (SELECT id AS set_id, sort_label FROM accounts_programmeset) AS known
            ON set_id = programme_set_id
        ORDER BY {order} {window}
    """


def _walk(criteria: Criteria, skip: int, limit: int) -> str:
    """The first matches among the first students, or all of them if those were too few."""
    order = order_by(criteria)
    early = _merged(criteria, Window(0, FEW), also=", search_text")
    return f"""
        WITH walked AS MATERIALIZED (
            SELECT id FROM ({early}) AS early
            WHERE strpos(search_text, fold_case(%(search)s)) > 0
            ORDER BY {order} OFFSET {skip} LIMIT {limit}
        ),
        filled AS MATERIALIZED (SELECT count(*) = {limit} AS page FROM walked),
        matches AS ({_matches(criteria, Window(skip, limit))})
        SELECT id FROM walked WHERE (SELECT page FROM filled)
        UNION ALL
        SELECT id FROM matches WHERE NOT (SELECT page FROM filled)
    """
