"""The cells of the attempts list as a file (contract §9.2)."""

from typing import Any

from django.db.models import QuerySet

from config.db import reads
from config.db.sort_keys import SortKey
from config.exports import Rows
from programmes.models import CaseStudy

HEADER = (
    "Student Name",
    "Email",
    "Case Study",
    "Base Attempts",
    "Extra Attempts",
    "Revoked Attempts",
    "Attempts Used",
    "Total Allowed",
    "Attempts Remaining",
    "Best Score",
    "Latest Attempt",
)

COLUMNS = (
    "user_id",
    "sort_name",
    "base_attempts",
    "extra_attempts",
    "revoked_attempts",
    "attempts_used",
    "total_allowed",
    "attempts_remaining",
    "best_score",
    "latest_attempt_at",
)

_CELLS = """
SELECT text_cell(btrim(first_name || ' ' || last_name)), text_cell(email), text_cell(%s),
    base_attempts, extra_attempts, revoked_attempts, attempts_used, total_allowed,
    attempts_remaining, best_score, instant_cell(latest_attempt_at)
FROM ({lines}) AS line ({columns})
JOIN accounts_user AS student ON student.id = line.user_id AND student.tenant_id = %s
ORDER BY {order}, line.sort_name, line.user_id
"""


def cells(
    lines: QuerySet[Any, Any], *, case_study: CaseStudy, sort_key: SortKey, descending: bool
) -> Rows:
    """Return students, whose ``lines`` have COLUMNS in this order, as the cells of a file."""
    text, parameters = lines.query.get_compiler(connection=reads.connection()).as_sql()
    direction = "DESC" if descending else "ASC"
    statement = _CELLS.format(
        lines=text,
        columns=", ".join(COLUMNS),
        order=f"line.{sort_key.column} {direction} NULLS LAST",
    )
    return Rows(statement, (case_study.title, *parameters, case_study.tenant_id))
