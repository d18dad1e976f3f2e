"""The cells of the list as a file (contract §8)."""

from typing import Any

from config.exports import Rows
from students.queries.students.criteria import Criteria
from students.queries.students.ordering import order_by
from students.queries.students.page_ids import page_ids
from students.queries.students.pages import OF_PAGE, PAGE
from students.queries.students.totals import Total

HEADER = (
    "Student Name",
    "Email",
    "Programme",
    "Status",
    "Overall Case Studies",
    "Last Seen",
)


def cells(criteria: Criteria, total: Total) -> Rows:
    """Return all students as the cells of a file, in the list's order."""
    page, students = "", criteria.fill(_ALL)
    parameters: dict[str, Any] = {}
    if criteria.search or criteria.exhausted_at:
        ids, parameters = page_ids(criteria, total, 0, total.rows)
        page, students = PAGE.format(ids=ids), OF_PAGE
    statement = _CELLS.format(page=page, students=students, order=order_by(criteria))
    return Rows(statement, criteria.parameters | parameters)


# All students are read, so no index order helps to find them: they are sorted at the end.
_ALL = "{students} AND status = ANY ({statuses}) {enrolled} {seen}"

# As the list's lines (``pages``), without what a file has no column for: lines are copied before
# they are sorted and written.
_CELLS = """
WITH line AS MATERIALIZED (
    {page}
    SELECT id, btrim(first_name || ' ' || last_name) AS name, email, status, last_seen_at,
        sort_name, programme_set_id
    FROM {students}
),
enrolled AS MATERIALIZED (
    SELECT known.id AS set_id, known.sort_label, text_cell(known.label) AS label, (
        SELECT count(DISTINCT shared.case_study_id)
        FROM programmes_casestudyprogramme AS shared
        JOIN programmes_casestudy AS case_study ON case_study.id = shared.case_study_id
        WHERE shared.tenant_id = %(tenant)s AND shared.programme_id = ANY (known.programmes)
            AND case_study.is_active
    ) AS case_studies
    FROM accounts_programmeset AS known
    WHERE known.id IN (SELECT programme_set_id FROM line)
)
SELECT text_cell(name), text_cell(email), label, lower(status), coalesce(case_studies, 0),
    instant_cell(last_seen_at)
FROM line LEFT JOIN enrolled ON set_id = programme_set_id
ORDER BY {order}
"""
