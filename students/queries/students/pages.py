"""One page of the list: the ids of its students from an index, then the lines of these students."""

from datetime import datetime
from typing import NamedTuple

from django.db import connection

from config.db.prepared import prepared_cursor
from students.queries.students.criteria import STUDENTS, Criteria
from students.queries.students.ordering import order_by
from students.queries.students.page_ids import page_ids
from students.queries.students.totals import Total


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

    ``total`` is the count for the same criteria and skip.
    """
    if skip >= total.rows:
        return []
    ids, parameters = page_ids(criteria, total, skip, min(limit, total.rows - skip))
    page = PAGE.format(ids=ids)
    statement = _LINES.format(page=page, students=OF_PAGE, order=order_by(criteria))
    with connection.cursor() as cursor:
        cursor.execute(statement, criteria.parameters | parameters)
        return [StudentLine(*row) for row in cursor]


def student_line(tenant_id: str, student_id: str) -> StudentLine | None:
    """Return one student's line; None when the tenant has no such student."""
    statement = _LINES.format(page="", students=f"{STUDENTS} AND id = %(student)s", order="id")
    with prepared_cursor(connection) as cursor:
        cursor.execute(statement, {"tenant": tenant_id, "student": student_id})
        return next((StudentLine(*row) for row in cursor), None)


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
    coalesce(programmes, '[]'), coalesce(case_studies, 0)
FROM line LEFT JOIN enrolled ON set_id = programme_set_id
ORDER BY {order}
"""
