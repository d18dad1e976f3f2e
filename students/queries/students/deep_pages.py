"""A page that lies deep in the list by last activity: it is entered at the day it begins on."""

from students.queries.students.criteria import Criteria
from students.queries.students.ordering import of_each_status, order_by
from students.queries.students.totals import counts_days, days_of

# The number of skipped rows from which on it is faster to look up the day in which they end.
DEEP = 1_000


def lies_deep(criteria: Criteria, skip: int) -> bool:
    """Return whether the page's beginning is found by the numbers of students seen on each day."""
    return (
        skip >= DEEP
        and criteria.sort_by == "last_seen"
        and not (criteria.search or criteria.programme)
        and criteria.complement is None
        and counts_days(criteria)
    )


def deep_page(criteria: Criteria, limit: int) -> str:
    """Return the query for up to ``limit`` ids after the first ``%(skip)s`` ones.

    It is the same however many are skipped, so that its plan can be kept.
    """
    order = order_by(criteria)
    on = _UP_TO_THE_DAY if criteria.descending else _FROM_THE_DAY
    reach = f"coalesce((SELECT skipped + {limit} FROM begun), 0)"
    return criteria.fill(
        _DEEP,
        **days_of(criteria),
        way="DESC" if criteria.descending else "ASC",
        first=of_each_status(criteria, order, reach, ranges=(on, "last_seen_at IS NULL")),
        order=order,
        limit=limit,
    )


# The numbers of students of each day, in the list's order: the page begins on the day within which
# the rows to skip end. No row before that day is read, and none at all where the list ends earlier.
# People who were never seen come last, in ranges of their own: one range cannot include nulls.
_DEEP = """
WITH of_day AS (
    SELECT day, sum(n)::bigint AS n FROM students_studentcount
    WHERE tenant_id = %(tenant)s AND status = ANY ({statuses}) AND gram = ''
        AND programme = '' AND dated = true {days}
    GROUP BY day
),
placed AS (
    SELECT day, n, sum(n) OVER (ORDER BY day {way} NULLS LAST)::bigint - n AS before FROM of_day
),
begun AS MATERIALIZED (
    SELECT day, %(skip)s - before AS skipped FROM placed
    WHERE before <= %(skip)s AND before + n > %(skip)s
)
SELECT id FROM ({first}) AS student
ORDER BY {order} OFFSET (SELECT skipped FROM begun) LIMIT {limit}
"""

_UP_TO_THE_DAY = "last_seen_at < ((SELECT day FROM begun) + 1)::timestamp AT TIME ZONE 'UTC'"
_FROM_THE_DAY = "last_seen_at >= (SELECT day FROM begun)::timestamp AT TIME ZONE 'UTC'"
