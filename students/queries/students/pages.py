"""One page of the list: the ids of its students from an index, then the lines of these students."""

from datetime import datetime
from typing import NamedTuple

from config.db.together import Statement, read_together
from students.queries.students.criteria import STUDENTS, Criteria
from students.queries.students.deep_pages import lies_deep
from students.queries.students.ordering import order_by
from students.queries.students.page_ids import Query, early_page_ids, page_ids
from students.queries.students.totals import Total, counting, counts_letters, total_of


class StudentLine(NamedTuple):
    """A student as a line of the list."""

    pk: str
    tenant_id: str
    display_name: str
    email: str
    status: str
    created_at: datetime
    last_seen_at: datetime | None
    sis_id: str | None
    cohort: str | None
    programme_list: list[dict[str, str]]
    overall_case_studies: int

    @property
    def student_number(self) -> str:
        """The id in the university's own system; our own where there is none."""
        return self.sis_id or self.pk


def read_page(criteria: Criteria, total: Total, *, skip: int, limit: int) -> list[StudentLine]:
    """Return up to ``limit`` lines after the first ``skip`` ones, in one statement.

    ``total`` is the count for the same criteria.
    """
    if skip >= total.rows:
        return []
    ids = page_ids(criteria, total, skip, min(limit, total.rows - skip))
    (rows,) = read_together(_statement(criteria, ids, is_kept=lies_deep(criteria, skip)))
    return [StudentLine(*row) for row in rows]


def read_early_page(
    criteria: Criteria, *, skip: int, limit: int
) -> tuple[Total, list[StudentLine]] | None:
    """Return the total and a page that is found without it, in one trip to the database.

    None where only the total tells how the page is read best. Where one plan is good for both they
    are one statement, since a second one costs more than the counts that it reads.
    """
    ids = early_page_ids(criteria, skip, limit)
    if ids is None:
        return None
    is_kept = _is_kept(criteria, skip)
    counts = counting(criteria)
    if is_kept and len(counts) == 1 and counts[0].is_kept:
        (rows,) = read_together(_statement(criteria, ids, is_kept=True, counts=counts[0]))
        by_status = rows[0][-1] or {}
        # An empty page is one row of the total alone.
        return total_of([by_status.items()]), [StudentLine(*row[:-1]) for row in rows if row[0]]
    *answers, rows = read_together(*counts, _statement(criteria, ids, is_kept=is_kept))
    return total_of(answers), [StudentLine(*row) for row in rows]


def _statement(
    criteria: Criteria, ids: Query, *, is_kept: bool = False, counts: Statement | None = None
) -> Statement:
    """Return the statement for the lines of a page; with ``counts``, they end with the total."""
    query, parameters = ids
    words = {"page": PAGE.format(ids=query), "students": OF_PAGE, "total": "", "shown": _SHOWN}
    if counts:
        words |= {"total": ", total", "shown": _SHOWN_WITH_TOTAL.format(counts=counts.sql)}
        parameters |= counts.parameters
    sql = _LINES.format(order=order_by(criteria), **words)
    return Statement(sql, criteria.parameters | parameters, is_kept)


def _is_kept(criteria: Criteria, skip: int) -> bool:
    """Return whether the page is the beginning of an index, or found by counts, whoever is in it.

    Its plan is the same for all tenants, and takes longer to make than the page to read.
    """
    if lies_deep(criteria, skip):
        return True
    if skip > 0 or criteria.cohort or criteria.is_picked:
        return False
    if criteria.search:
        return counts_letters(criteria)
    return not criteria.has_range or criteria.sort_by == "last_seen"


def student_line(tenant_id: str, student_id: str) -> StudentLine | None:
    """Return one student's line; None when the tenant has no such student."""
    (rows,) = read_together(asking_for(tenant_id, student_id))
    return line_of(rows)


def asking_for(tenant_id: str, student_id: str) -> Statement:
    """Return the statement for one student's line, which ``line_of`` finds in its answer."""
    return Statement(_ONE, {"tenant": tenant_id, "student": student_id}, is_kept=True)


def line_of(rows: list[tuple]) -> StudentLine | None:
    return next((StudentLine(*row) for row in rows), None)


# The students of a query for ids. Materialized, the query runs once; without, the planner may join
# it as it is, and run it for each student again.
PAGE = "WITH page AS MATERIALIZED ({ids})"
OF_PAGE = "page JOIN accounts_user AS student USING (id) WHERE tenant_id = %(tenant)s"

# Values that depend on the programmes alone are computed once per set, of which a page has few.
_LINES = """
WITH line AS MATERIALIZED (
    {page}
    SELECT id, tenant_id, btrim(first_name || ' ' || last_name) AS name, email, status, created_at,
        last_seen_at, sis_id, cohort, sort_name, programme_set_id
    FROM {students}
),
enrolled AS MATERIALIZED (
    SELECT known.id AS set_id, known.sort_label, (
        SELECT json_agg(json_build_object('code', code, 'name', name) ORDER BY code)
        FROM programmes_programme WHERE id = ANY (known.programmes)
    ) AS programmes, (
        SELECT count(DISTINCT shared.case_study_id)
        FROM programmes_casestudyprogramme AS shared
        JOIN programmes_casestudy AS case_study ON case_study.id = shared.case_study_id
        WHERE shared.tenant_id = %(tenant)s AND shared.programme_id = ANY (known.programmes)
            AND case_study.is_active
    ) AS case_studies
    FROM accounts_programmeset AS known
    WHERE known.id IN (SELECT programme_set_id FROM line)
)
SELECT id, tenant_id, name, email, status, created_at, last_seen_at, sis_id, cohort,
    coalesce(programmes, '[]'), coalesce(case_studies, 0) {total}
FROM {shown}
ORDER BY {order}
"""

_SHOWN = "line LEFT JOIN enrolled ON set_id = programme_set_id"
_SHOWN_WITH_TOTAL = f"""
    (SELECT json_object_agg(status, n) AS total FROM ({{counts}}) AS counted (status, n)) AS counts
    LEFT JOIN ({_SHOWN}) ON true
"""

_ONE = _LINES.format(
    total="", page="", students=f"{STUDENTS} AND id = %(student)s", shown=_SHOWN, order="id"
)
