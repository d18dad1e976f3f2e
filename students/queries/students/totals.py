"""How many students match: read off the counts, unless a search has to look at the texts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from accounts.models import UserStatus
from students.queries.students.criteria import IS_STUDENT, PROGRAMME, Selection

# Rows to skip from which on looking up the day that they end in pays.
DEEP = 1_000


@dataclass(frozen=True)
class Landing:
    """Where a deep page begins: among the students last seen on ``day`` (None: never).

    ``rows_before`` students come before all of those.
    """

    day: date | None
    rows_before: int


@dataclass(frozen=True)
class Total:
    """Matching students per status, and for some deep pages where they begin."""

    by_status: dict[UserStatus, int]
    landing: Landing | None = None

    @property
    def rows(self) -> int:
        return sum(self.by_status.values())


def total(selection: Selection, skip: int = 0) -> Total:
    """Count the students of a selection exactly, in one statement.

    ``skip`` is how many of them a page will leave out.
    """
    if selection.is_empty:
        return Total({})
    if not _lands_on_a_day(selection, skip):
        return Total(_by_status(_read(_statement(selection), selection)))
    rows = _read(
        _LANDING.format(kind=_kind(selection, by_day=True), way=selection.way), selection, skip=skip
    )
    landing = next(
        (Landing(day, int(before)) for *_, before, day in rows if before is not None), None
    )
    return Total(_by_status(row[:2] for row in rows), landing)


def _read(statement: str, selection: Selection, **more: Any) -> list[tuple]:
    days = selection.days
    if days:
        more |= {"first": days.first, "last": days.last}
        for i, (start, end) in enumerate(days.edges):
            more |= {f"edge_{i}_start": start, f"edge_{i}_end": end}
    with connection.cursor() as cursor:
        cursor.execute(statement, selection.parameters | more)
        return cursor.fetchall()


def _by_status(rows) -> dict[UserStatus, int]:
    return {UserStatus(status): int(n) for status, n in rows if n}


def _lands_on_a_day(selection: Selection, skip: int) -> bool:
    return (
        skip >= DEEP
        and selection.sort_by == "last_seen"
        and not selection.search
        and not selection.programme
        and selection.days is not None
        and selection.days.whole
    )


def _statement(selection: Selection) -> str:
    if selection.search:
        return _of_search(selection)
    days = selection.days
    if days is None:
        return _counted(_USERS, [*selection.in_programme, *selection.seen_between])
    counted = f"SELECT status, sum(n) AS n FROM {_kind(selection)} GROUP BY status"
    if days.whole:
        return counted
    edges = (
        _counted(_USERS, [*selection.in_programme, _EDGE.format(i)]) for i in range(len(days.edges))
    )
    parts = " UNION ALL ".join(f"({part})" for part in (counted, *edges))
    return f"SELECT status, sum(n) FROM ({parts}) AS part GROUP BY status"


def _of_search(selection: Selection) -> str:
    others = [*selection.in_programme, *selection.seen_between]
    if not selection.is_gram:
        return _counted(_ENTRIES, ["text LIKE fold_case(%(pattern)s)", *others])
    if not others:
        return _GRAM
    # The trigrams are of no use here, but the other filters have indexes.
    return _counted(_USERS, ["strpos(search_text, fold_case(%(search)s)) > 0", *others])


_ENTRIES = "students_searchentry WHERE tenant_id = %(tenant)s AND status = ANY (%(statuses)s)"
_USERS = (
    f"accounts_user WHERE {IS_STUDENT} AND tenant_id = %(tenant)s AND status = ANY (%(statuses)s)"
)
_EDGE = "last_seen_at BETWEEN %(edge_{0}_start)s AND %(edge_{0}_end)s"


def _counted(rows: str, conditions: list[str]) -> str:
    where = " AND ".join([rows, *conditions])
    return f"SELECT status, count(*) AS n FROM {where} GROUP BY status"


def _kind(selection: Selection, *, by_day: bool = False) -> str:
    """Return the counts that a selection without a search adds up, whole days only."""
    conditions = [f"programme = {PROGRAMME if selection.programme else "''"}"]
    conditions.append(f"dated = {selection.has_range or by_day}")
    if selection.has_range:
        conditions.append("day IS NOT NULL")
    if selection.start:
        conditions.append("day >= %(first)s")
    if selection.end:
        conditions.append("day <= %(last)s")
    return f"{_COUNTS} AND gram = '' AND {' AND '.join(conditions)}"


_COUNTS = "students_studentcount WHERE tenant_id = %(tenant)s AND status = ANY (%(statuses)s)"

_GRAM = f"""
SELECT status, sum(n) FROM {_COUNTS} AND programme = '' AND gram = fold_case(%(search)s)
GROUP BY status
"""

_LANDING = """
WITH kind AS MATERIALIZED (SELECT status, day, n FROM {kind}),
days AS (
    SELECT day, sum(n) AS n, sum(sum(n)) OVER (ORDER BY day {way} NULLS LAST) - sum(n) AS before
    FROM kind GROUP BY day
),
landing AS (
    SELECT day, before FROM days WHERE n > 0 AND before <= %(skip)s ORDER BY before DESC LIMIT 1
)
SELECT status, sum(n), (SELECT before FROM landing), (SELECT day FROM landing)
FROM kind GROUP BY status
"""
