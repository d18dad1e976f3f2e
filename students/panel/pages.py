"""One page of the panel: first its students' ids off an index, then these students' lines."""

from datetime import datetime
from typing import NamedTuple

from django.db import connection

from config.exports import Rows
from students.models import Student
from students.panel.ids import STUDENTS, page_ids
from students.panel.order import order_by
from students.panel.selection import Selection
from students.panel.totals import Total


class Line(NamedTuple):
    """A student as the panel shows one."""

    pk: str
    display_name: str
    email: str
    status: str
    last_seen_at: datetime | None
    programme_list: list[dict[str, str]]
    overall_case_studies: int


def page(selection: Selection, total: Total, *, skip: int, limit: int) -> list[Line]:
    """Return up to ``limit`` lines after the first ``skip`` ones, in one statement.

    ``total`` is what was counted for the same selection and skip.
    """
    if skip >= total.rows:
        return []
    ids, parameters = page_ids(selection, total, skip, min(limit, total.rows - skip))
    statement = _WITH_LINES.format(ids=ids) + _LINES.format(order=order_by(selection))
    with connection.cursor() as cursor:
        cursor.execute(statement, selection.parameters | parameters)
        return [Line(*row) for row in cursor.fetchall()]


def student(tenant_id: str, student_id: str) -> Student | None:
    """Return one student with a line's columns."""
    ids = f"SELECT id FROM {STUDENTS} AND id = %(student)s"
    statement = _WITH_LINES.format(ids=ids) + _STUDENT
    rows = Student.objects.raw(statement, {"tenant": tenant_id, "student": student_id})
    return next(iter(rows), None)


def cells(selection: Selection, total: Total) -> Rows:
    """Return all lines as the cells of an export, in the list's order (§8)."""
    ids, parameters = page_ids(selection, total, 0, total.rows)
    statement = _WITH_LINES.format(ids=ids) + _CELLS.format(order=order_by(selection))
    return Rows(statement, selection.parameters | parameters)


# What depends on the programmes alone is worked out once per set of them.
_WITH_LINES = """
WITH page AS MATERIALIZED ({ids}),
line AS MATERIALIZED (
    SELECT student.* FROM page JOIN accounts_user AS student USING (id)
    WHERE student.tenant_id = %(tenant)s
),
enrolled AS MATERIALIZED (
    SELECT known.id AS set_id, known.label, known.sort_label, (
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
"""
_FROM = "FROM line LEFT JOIN enrolled ON set_id = programme_set_id"
_EXTRAS = f"""
    coalesce(programmes, '[]') AS programme_list,
    coalesce(case_studies, 0) AS overall_case_studies
{_FROM}
"""
_LINES = f"""
SELECT id, btrim(first_name || ' ' || last_name), email, status, last_seen_at, {_EXTRAS}
ORDER BY {{order}}
"""
_CELLS = f"""
SELECT text_cell(btrim(first_name || ' ' || last_name)), text_cell(email), text_cell(label),
    lower(status), coalesce(case_studies, 0), instant_cell(last_seen_at)
{_FROM}
ORDER BY {{order}}
"""
_STUDENT = f"""
SELECT line.*, {_EXTRAS}
"""
