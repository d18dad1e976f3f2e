"""Totals and pages of lists that ask for no attempt remaining, which may be true of many.

One index has all who have used the base up, and others have all that lists ask of students: the
two are read without a look at any row, and joined. Asked student by student, it takes ten times as
long.
"""

from accounts.models import UserStatus
from students.queries.students.criteria import STUDENTS, Criteria
from students.queries.students.ordering import COLUMNS, of_each_status, order_by
from students.queries.students.windows import Window


def total_of_exhausted(criteria: Criteria) -> str:
    """Return the statement for the number of students; it says nothing of their statuses."""
    return _TOTAL.format(first="'ACTIVE'", total=_total(criteria), found=_found(criteria))


def first_of_exhausted(criteria: Criteria, most: int) -> tuple[str, int]:
    """Return a statement that tells whether there are more than ``most`` students.

    It tells how many rows it has read, and of how many students. Where it has read fewer than the
    number beside it, there are no others.
    """
    enough = (most + 1) * 2  # some students are found several times, and some left out
    found = _found(criteria, f"LIMIT {enough}")
    if _takes_most(criteria) and _left_out(criteria):
        enough = 0  # who comes after the first ones is not known
    return _TOTAL.format(first="count(*)", total=_total(criteria), found=found), enough


def page_of_exhausted(criteria: Criteria, window: Window) -> str:
    """Return the query for the ids of a page, for which all of the list are found and sorted."""
    order = order_by(criteria, backwards=window.backwards)
    columns, sets = COLUMNS, ""
    if criteria.sort_by == "programme":
        columns, sets = f"{COLUMNS}, programme_set_id", _SETS
    return _PAGE.format(
        columns=columns,
        found=_both(criteria, columns, criteria.exhausted.ids),
        sets=sets,
        order=order,
        window=window,
    )


def walk_by_programme(criteria: Criteria, window: Window) -> str:
    """Return the query for the ids of a page by programme, which reads no further than it goes.

    The sets of programmes are taken in their order, until the page is full.
    """
    wanted = criteria.is_exhausted("accounts_user.id")
    within = order_by(criteria, without="sort_label")
    first = of_each_status(
        criteria,
        within,
        window.reach,
        columns="id, sort_name",
        ranges=[f"{one} AND {wanted}" for one in _OF_SET],
    )
    return criteria.fill(
        _WALK_BY_PROGRAMME,
        first=first,
        sets_order=order_by(criteria).partition(",")[0],
        within=within,
        order=order_by(criteria),
        reach=window.reach,
        window=window,
    )


def _takes_most(criteria: Criteria) -> bool:
    """Return whether the other filters leave out few, whom indexes have by themselves."""
    by_few = criteria.search or criteria.programme or criteria.cohort or criteria.unlimited
    by_time = criteria.start is not None or criteria.end is not None or criteria.started is False
    return not (by_few or by_time or criteria.status == UserStatus.INACTIVE)


def _left_out(criteria: Criteria) -> list[str]:
    """Return the conditions of those whom filters that take most leave out."""
    conditions = {
        "status = 'INACTIVE'": criteria.status == UserStatus.ACTIVE,
        "unlimited_sessions": criteria.unlimited is False,
        "status IN ('ACTIVE', 'INACTIVE') AND last_seen_at IS NULL": criteria.started is True,
    }
    return [condition for condition, holds in conditions.items() if holds]


def _total(criteria: Criteria) -> str:
    return "count(DISTINCT user_id)" if criteria.exhausted.is_anywhere else "count(*)"


def _found(criteria: Criteria, limit: str = "") -> str:
    """Return the query for the ids, each as often as it is found; no further than a limit."""
    ids = criteria.exhausted.ids
    if not _takes_most(criteria):
        return f"SELECT user_id FROM ({_both(criteria, 'id', ids)}) AS listed {limit}"
    # Only students have progress, and none who are deleted.
    left_out = [_LEFT_OUT.format(condition=condition) for condition in _left_out(criteria)]
    wanted = " AND ".join(["true", *left_out])
    return f"SELECT user_id FROM ({ids} {limit}) AS every (user_id) WHERE {wanted}"


def _both(criteria: Criteria, columns: str, ids: str) -> str:
    if criteria.search and not criteria.is_gram:
        students = _OF_SEARCH
    else:
        students = _OF_LETTERS if criteria.search else _OF_FILTERS
    listed = criteria.fill(students, columns=columns)
    return _BOTH.format(students=listed, ids=ids)


_TOTAL = "SELECT {first}, {total} FROM ({found}) AS found"

# ``OFFSET 0`` keeps PostgreSQL from looking for each student by itself, since it thinks them fewer
# than they are.
_BOTH = """
SELECT * FROM ({students}) AS student JOIN ({ids} OFFSET 0) AS exhausted (user_id) ON user_id = id
"""

_LEFT_OUT = f"""
NOT EXISTS (
    SELECT FROM (SELECT id FROM {STUDENTS} AND {{condition}} OFFSET 0) AS other WHERE id = user_id
)
"""

_OF_FILTERS = """
SELECT {columns} FROM {students} AND status = ANY ({statuses}) {enrolled} {seen}
"""

_OF_LETTERS = """
SELECT {columns} FROM {students} AND status = ANY ({statuses}) AND {named} {enrolled} {seen}
"""

_OF_SEARCH = """
SELECT {columns} FROM (SELECT user_id AS id, * FROM {entries}) AS entry
"""

_PAGE = """
SELECT match.id FROM (SELECT DISTINCT {columns} FROM ({found}) AS found) AS match {sets}
ORDER BY {order} {window}
"""

_SETS = """
LEFT JOIN (SELECT id AS set_id, sort_label FROM accounts_programmeset) AS known
    ON set_id = programme_set_id
"""

# Students without any programme are a set of their own here.
_OF_SET = ("programme_set_id = set_id", "programme_set_id IS NULL AND set_id IS NULL")
_WALK_BY_PROGRAMME = """
SELECT student.id FROM (
    SELECT id AS set_id, sort_label FROM accounts_programmeset WHERE tenant_id = %(tenant)s
    UNION ALL SELECT NULL, NULL
    ORDER BY {sets_order}
) AS known
CROSS JOIN LATERAL (
    SELECT id, sort_name FROM ({first}) AS part ORDER BY {within} LIMIT {reach}
) AS student
ORDER BY {order} {window}
"""
