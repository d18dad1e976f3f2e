"""Queries for the students of a page, which read as few rows as the order allows."""

from typing import Any

from students.queries.students.criteria import Criteria
from students.queries.students.deep_pages import DEEP, deep_page, lies_deep
from students.queries.students.exhausted_pages import page_of_exhausted, walk_by_programme
from students.queries.students.ordering import COLUMNS, of_each_status, order_by
from students.queries.students.totals import Total, counting, counts_letters
from students.queries.students.windows import Window

# Up to so many matches of a search are all read and sorted. With more, and where trigrams are of no
# use, the first ones are found by reading so many students in the list's order.
FEW = 5_000
# As far as those out of attempts are asked one by one: all that the admin's lists offer.
FAR = 10_200

type Query = tuple[str, dict[str, Any]]
"""A query, and what it wants as parameters beside those of the criteria."""


def page_ids(criteria: Criteria, total: Total, skip: int, limit: int) -> Query:
    """Return a query for the ids of the ``limit`` students after the first ``skip`` ones.

    There must be as many.
    """
    if lies_deep(criteria, skip):
        return deep_page(criteria, limit), {"skip": skip}
    window = Window(skip, limit)
    if total.more_than is None:
        window = Window.nearest(total.rows, skip, limit)
    if criteria.search or criteria.exhausted_at:
        return _searched(criteria, total, window, skip, limit), {}
    if criteria.sort_by == "status" and not (criteria.programme or criteria.is_picked):
        return _status_by_status(criteria, total, skip, limit), {}
    return _by_order(criteria, window), {}


def early_page_ids(criteria: Criteria, skip: int, limit: int) -> Query | None:
    """Return a query for up to ``limit`` ids after the first ``skip`` ones, of however many.

    None where that depends on their number, or where the page may be far from the beginning and no
    counts lead to it.
    """
    if lies_deep(criteria, skip):
        return deep_page(criteria, limit), {"skip": skip}
    if skip >= DEEP or criteria.sort_by == "status" or criteria.exhausted_at:
        return None
    window = Window(skip, limit)
    if not criteria.search:
        return _by_order(criteria, window), {}
    if not _is_walkable(criteria) or not counts_letters(criteria):
        return None
    # The counts are read once more: they tell how many are to be found.
    (counts,) = counting(criteria)
    rows = f"(SELECT coalesce(sum(n), 0) FROM ({counts.sql}) AS known (status, n))"
    return _walk(criteria, window, found=f"greatest(0, least({limit}, {rows} - {skip}))"), {}


def _filled(statement: str, criteria: Criteria, window: Window, **more: object) -> str:
    order = order_by(criteria, backwards=window.backwards)
    return criteria.fill(statement, order=order, reach=window.reach, window=window, **more)


def _by_order(criteria: Criteria, window: Window) -> str:
    """Return a query for a window onto the list's order, from either end."""
    by_programme = criteria.programme or criteria.sort_by == "programme"
    if criteria.is_picked or (criteria.cohort and by_programme):
        return _filled(_OF_FEW, criteria, window)
    if by_programme:
        return _set_by_set(criteria, window)
    order = order_by(criteria, backwards=window.backwards)
    first = of_each_status(criteria, order, window.reach)
    return f"SELECT id FROM ({first}) AS student ORDER BY {order} {window}"


# Ranges of an index ---------------------------------------------------------------------------

# By status: the students of one status after those of the other. The counts show how much of the
# page belongs to each status, so only that is read; nothing of a status that is not on the page.
_STATUS_BY_STATUS = """
(SELECT id FROM {students} AND status = {first} {seen} ORDER BY {first_order} {first_window})
UNION ALL
(SELECT id FROM {students} AND status = {second} {seen} ORDER BY {second_order} {second_window})
"""


def _status_by_status(criteria: Criteria, total: Total, skip: int, limit: int) -> str:
    words: dict[str, object] = {}
    statuses = [*criteria.statuses, *criteria.statuses]
    for name, status in zip(("first", "second"), statuses, strict=False):
        rows = total.by_status.get(status, 0)
        here = max(0, min(limit, rows - skip))
        window = Window.nearest(rows, skip, here) if here else Window(0, 0)
        words |= {
            name: f"'{status}'",
            f"{name}_order": order_by(criteria, backwards=window.backwards, without="status"),
            f"{name}_window": window,
        }
        limit -= here
        skip = max(0, skip - rows)
    return criteria.fill(_STATUS_BY_STATUS, **words)


# By programme, or of one: an index has each set's students in order, by status. The sets are few,
# and so are the first ones of each that can be on the page.
_OF_PROGRAMME = """
SELECT student.id
FROM (SELECT id AS set_id, sort_label FROM {sets_of_programme} ORDER BY {sets_order}) AS known
CROSS JOIN unnest({statuses}) AS shown
CROSS JOIN LATERAL (
    SELECT id, sort_name, last_seen_at, status FROM {students}
        AND status = shown {seen} AND programme_set_id = set_id
    ORDER BY {within} LIMIT {reach}
) AS student
ORDER BY {order} {window}
"""

# Students without any programme are a set of their own here.
_BY_PROGRAMME = """
SELECT student.id FROM (
    SELECT id AS set_id, sort_label FROM accounts_programmeset WHERE tenant_id = %(tenant)s
    UNION ALL SELECT NULL, NULL
    ORDER BY {sets_order}
) AS known
CROSS JOIN unnest({statuses}) AS shown
CROSS JOIN LATERAL (
    (SELECT id, sort_name, last_seen_at, status FROM {students}
        AND status = shown {seen} AND programme_set_id = set_id
    ORDER BY {within} LIMIT {reach})
    UNION ALL
    (SELECT id, sort_name, last_seen_at, status FROM {students}
        AND status = shown {seen} AND programme_set_id IS NULL AND set_id IS NULL
    ORDER BY {within} LIMIT {reach})
) AS student
ORDER BY {order} {window}
"""


def _set_by_set(criteria: Criteria, window: Window) -> str:
    order = order_by(criteria, backwards=window.backwards)
    return _filled(
        _OF_PROGRAMME if criteria.programme else _BY_PROGRAMME,
        criteria,
        window,
        within=order_by(criteria, backwards=window.backwards, without="sort_label"),
        sets_order=order.partition(",")[0] if criteria.sort_by == "programme" else "set_id",
    )


# By programme, or of one, in a cohort: an index has all that is asked about the cohort's students,
# but not set by set. Those without limit have such an index, too.
_OF_FEW = """
SELECT student.id FROM (
    SELECT id, sort_name, last_seen_at, status, programme_set_id
    FROM {students} AND status = ANY ({statuses}) {enrolled} {seen}
) AS student
LEFT JOIN (SELECT id AS set_id, sort_label FROM accounts_programmeset) AS known
    ON set_id = programme_set_id
ORDER BY {order} {window}
"""

# Searches -------------------------------------------------------------------------------------

# All matches, found by their trigrams, and sorted.
_MATCHES = """
SELECT match.id FROM (
    SELECT user_id AS id, sort_name, last_seen_at, status, programme_set_id
    FROM {entries}
) AS match
LEFT JOIN (SELECT id AS set_id, sort_label FROM accounts_programmeset) AS known
    ON set_id = programme_set_id
ORDER BY {order} {window}
"""

# One or two characters: the trigrams are of no use, but the other filters have indexes.
_MATCHES_OF_LETTERS = """
SELECT match.id FROM (
    SELECT id, sort_name, last_seen_at, status, programme_set_id
    FROM {students} AND status = ANY ({statuses})
        AND {named} {enrolled} {seen}
) AS match
LEFT JOIN (SELECT id AS set_id, sort_label FROM accounts_programmeset) AS known
    ON set_id = programme_set_id
ORDER BY {order} {window}
"""

# Many match, or many are out of attempts: among the first students of the list, a page of them is
# soon found. Where it is not, all are read; the half of the statement that is not needed reads
# nothing.
_WALK = """
WITH walked AS MATERIALIZED (
    SELECT id FROM (
        SELECT * FROM ({first}) AS early ORDER BY {order} LIMIT {few}
    ) AS student
    WHERE {wanted}
    ORDER BY {order} {window}
),
filled AS MATERIALIZED (SELECT count(*) = {found} AS page FROM walked),
matches AS ({matches})
SELECT id FROM walked WHERE (SELECT page FROM filled)
UNION ALL
SELECT id FROM matches WHERE NOT (SELECT page FROM filled)
"""


def _searched(criteria: Criteria, total: Total, window: Window, skip: int, limit: int) -> str:
    ahead = Window(skip, limit)
    is_far = criteria.exhausted_at and ahead.reach > FAR
    if not is_far and (criteria.is_gram or total.rows > FEW):
        if _is_walkable(criteria):
            return _walk(criteria, ahead, found=limit)
        if criteria.exhausted_at and _is_by_programme(criteria):
            return walk_by_programme(criteria, ahead)
    return _all_of_them(criteria, window)


def _is_walkable(criteria: Criteria) -> bool:
    """Return whether an index has the list's order, so that its beginning costs little."""
    orders = {"last_seen", "name"} | ({"status"} if criteria.exhausted_at else set())
    return criteria.sort_by in orders and not criteria.programme and not criteria.unlimited


def _is_by_programme(criteria: Criteria) -> bool:
    """Return whether all students are listed set by set."""
    few = criteria.search or criteria.cohort or criteria.programme or criteria.unlimited
    return criteria.sort_by == "programme" and not few


def _walk(criteria: Criteria, window: Window, *, found: int | str) -> str:
    """Return the query that walks the list; ``found`` is how many rows the page has."""
    matches = _all_of_them(criteria, window)
    wanted = criteria.is_exhausted("student.id")
    if criteria.search:
        wanted = f"{criteria.named} AND {wanted}"
    few = max(FEW, 4 * window.reach) if criteria.exhausted_at else FEW
    columns = f"{COLUMNS}, search_text"
    return _filled(
        _WALK,
        criteria,
        window,
        first=of_each_status(criteria, order_by(criteria), few, columns=columns),
        few=few,
        found=found,
        matches=matches,
        wanted=wanted,
    )


def _all_of_them(criteria: Criteria, window: Window) -> str:
    """Return the query for which all of the list are found and sorted."""
    if criteria.exhausted_at:
        return page_of_exhausted(criteria, window)
    is_narrow = criteria.is_gram and criteria.is_narrowed
    return _filled(_MATCHES_OF_LETTERS if is_narrow else _MATCHES, criteria, window)
