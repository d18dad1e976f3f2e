"""The cohorts of a tenant's students, to choose one from."""

from config.db import reads
from students.queries.students.criteria import Criteria


def first_cohorts(tenant_id: str, most: int) -> list[str]:
    """Return a tenant's cohorts in their order, no more than the first ``most``."""
    statement = Criteria(tenant_id).fill(_FROM_ONE_TO_THE_NEXT)
    with reads.connection().cursor() as cursor:
        cursor.execute(statement, {"tenant": tenant_id, "most": most})
        return [cohort for (cohort,) in cursor]


# An index has the cohorts in order: it is entered once for each, not read through.
_FROM_ONE_TO_THE_NEXT = """
WITH RECURSIVE known AS (
    (SELECT cohort, 1 AS place FROM {students} AND cohort IS NOT NULL ORDER BY cohort LIMIT 1)
    UNION ALL
    SELECT (SELECT cohort FROM {students} AND cohort > known.cohort ORDER BY cohort LIMIT 1),
        place + 1
    FROM known WHERE known.cohort IS NOT NULL AND place < %(most)s
)
SELECT cohort FROM known WHERE cohort IS NOT NULL ORDER BY place
"""
