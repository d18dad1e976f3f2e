"""How many students match: read off the counts, unless a search has to look at the texts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from accounts.models import UserStatus
from students.queries.students.criteria import IS_STUDENT, PROGRAMME, Criteria

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


def count_students(criteria: Criteria, skip: int = 0) -> Total:
    """Count the students that match exactly, in one statement.

    ``skip`` is how many of them a page will leave out.
    """
    if criteria.is_empty:
        return Total({})
    if not _lands_on_a_day(criteria, skip):
        return Total(_by_status(_read(_statement(criteria), criteria)))
    rows = _read(
        _LANDING.format(kind=_kind(criteria, by_day=True), way=criteria.way), criteria, skip=skip
    )
    landing = next(
        (Landing(day, int(before)) for *_, before, day in rows if before is not None), None
    )
    return Total(_by_status(row[:2] for row in rows), landing)


def _read(statement: str, criteria: Criteria, **more: Any) -> list[tuple]:
    days = criteria.days
    if days:
        more |= {"first": days.first, "last": days.last}
        for i, (start, end) in enumerate(days.edges):
            more |= {f"edge_{i}_start": start, f"edge_{i}_end": end}
    with connection.cursor() as cursor:
        cursor.execute(statement, criteria.parameters | more)
        return cursor.fetchall()


def _by_status(rows) -> dict[UserStatus, int]:
    return {UserStatus(status): int(n) for status, n in rows if n}


def total_depends_on(criteria: Criteria, skip: int) -> int:
    """Return the ``skip`` that a total has to know of; 0 where any will do."""
    return skip if _lands_on_a_day(criteria, skip) else 0


def _lands_on_a_day(criteria: Criteria, skip: int) -> bool:
    return (
        skip >= DEEP
        and criteria.sort_by == "last_seen"
        and not criteria.search
        and not criteria.programme
        and criteria.days is not None
        and criteria.days.whole
    )


def _statement(criteria: Criteria) -> str:
    if criteria.search:
        return _of_search(criteria)
    days = criteria.days
    if days is None:
        return _counted(_USERS, [*criteria.in_programme, *criteria.seen_between])
    counted = f"SELECT status, sum(n) AS n FROM {_kind(criteria)} GROUP BY status"
    if days.whole:
        return counted
    edges = (
        _counted(_USERS, [*criteria.in_programme, _EDGE.format(i)]) for i in range(len(days.edges))
    )
    parts = " UNION ALL ".join(f"({part})" for part in (counted, *edges))
    return f"SELECT status, sum(n) FROM ({parts}) AS part GROUP BY status"


def _of_search(criteria: Criteria) -> str:
    others = [*criteria.in_programme, *criteria.seen_between]
    if not criteria.is_gram:
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


def _kind(criteria: Criteria, *, by_day: bool = False) -> str:
    """Return the counts that a list without a search adds up, whole days only."""
    conditions = [f"programme = {PROGRAMME if criteria.programme else "''"}"]
    conditions.append(f"dated = {criteria.has_range or by_day}")
    if criteria.has_range:
        conditions.append("day IS NOT NULL")
    if criteria.start:
        conditions.append("day >= %(first)s")
    if criteria.end:
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
