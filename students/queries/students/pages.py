"""One page of the panel: first its students' ids off an index, then these students' lines."""

from datetime import datetime
from typing import NamedTuple

from django.db import connection

from config.db.prepared import prepared_cursor
from config.exports import Rows
from students.queries.students.criteria import Selection
from students.queries.students.ordering import order_by
from students.queries.students.page_ids import STUDENTS, page_ids
from students.queries.students.totals import Total


class Line(NamedTuple):
    """A student as the panel shows one."""

    pk: str
    tenant_id: str
    display_name: str
    email: str
    status: str
    created_at: datetime
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
    statement = _LINES.format(lines=_with_ids(ids), order=order_by(selection))
    with connection.cursor() as cursor:
        cursor.execute(statement, selection.parameters | parameters)
        return [Line(*row) for row in cursor]


def student(tenant_id: str, student_id: str) -> Line | None:
    """Return one student's line."""
    lines = f"SELECT {_COLUMNS} FROM {STUDENTS} AND id = %(student)s"
    statement = _LINES.format(lines=lines, order="id")
    with prepared_cursor(connection) as cursor:
        cursor.execute(statement, {"tenant": tenant_id, "student": student_id})
        return next((Line(*row) for row in cursor), None)


def cells(selection: Selection, total: Total) -> Rows:
    """Return all lines as the cells of an export, in the list's order (§8)."""
    parameters = selection.parameters
    if selection.search:
        ids, more = page_ids(selection, total, 0, total.rows)
        lines, parameters = _with_ids(ids), parameters | more
    else:
        # All of them, so that no order helps to find them: they are sorted at the end.
        conditions = ("status = ANY (%(statuses)s)", *selection.in_programme)
        where = " AND ".join((STUDENTS, *conditions, *selection.seen_between))
        lines = f"SELECT {_COLUMNS} FROM {where}"
    return Rows(_CELLS.format(lines=lines, order=order_by(selection)), parameters)


def _with_ids(ids: str) -> str:
    return f"""
        WITH page AS MATERIALIZED ({ids})
        SELECT {_COLUMNS} FROM page JOIN accounts_user AS student USING (id)
        WHERE tenant_id = %(tenant)s
    """


# Lines are copied before they are written out and sorted, so they hold no column too many.
_COLUMNS = """
    id, tenant_id, btrim(first_name || ' ' || last_name) AS name, email, status, created_at,
    last_seen_at, sort_name, programme_set_id
"""
# What depends on the programmes alone is worked out once per set of them.
_WITH_SETS = """
WITH line AS MATERIALIZED ({{lines}}),
enrolled AS MATERIALIZED (
    SELECT known.id AS set_id, known.sort_label, {of_set}, (
        SELECT count(DISTINCT shared.case_study_id)
        FROM programmes_casestudyprogramme AS shared
        JOIN programmes_casestudy AS case_study ON case_study.id = shared.case_study_id
        WHERE shared.tenant_id = %(tenant)s AND shared.programme_id = ANY (known.programmes)
            AND case_study.is_active
    ) AS case_studies
    FROM accounts_programmeset AS known
    WHERE known.id IN (SELECT programme_set_id FROM line)
)
SELECT {shown} FROM line LEFT JOIN enrolled ON set_id = programme_set_id
ORDER BY {{order}}
"""
_LINES = _WITH_SETS.format(
    of_set="""(
        SELECT json_agg(json_build_object('code', code, 'name', name) ORDER BY code)
        FROM programmes_programme WHERE id = ANY (known.programmes)
    ) AS programmes""",
    shown="""id, tenant_id, name, email, status, created_at, last_seen_at,
    coalesce(programmes, '[]'), coalesce(case_studies, 0)""",
)
_CELLS = _WITH_SETS.format(
    of_set="text_cell(known.label) AS label",
    shown="""text_cell(name), text_cell(email), label, lower(status), coalesce(case_studies, 0),
    instant_cell(last_seen_at)""",
)
