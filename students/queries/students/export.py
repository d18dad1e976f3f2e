"""The cells of the list as a file (contract §8)."""

from config.exports import Rows
from students.queries.students.criteria import Criteria
from students.queries.students.ordering import order_by
from students.queries.students.page_ids import STUDENTS, page_ids
from students.queries.students.pages import COLUMNS, WITH_SETS, with_ids
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
    """Return all lines as the cells of an export, in the list's order (§8)."""
    parameters = criteria.parameters
    if criteria.search:
        ids, more = page_ids(criteria, total, 0, total.rows)
        lines, parameters = with_ids(ids), parameters | more
    else:
        # All of them, so that no order helps to find them: they are sorted at the end.
        conditions = ("status = ANY (%(statuses)s)", *criteria.in_programme)
        where = " AND ".join((STUDENTS, *conditions, *criteria.seen_between))
        lines = f"SELECT {COLUMNS} FROM {where}"
    return Rows(_CELLS.format(lines=lines, order=order_by(criteria)), parameters)


_CELLS = WITH_SETS.format(
    of_set="text_cell(known.label) AS label",
    shown="""text_cell(name), text_cell(email), label, lower(status), coalesce(case_studies, 0),
    instant_cell(last_seen_at)""",
)
