"""The indexes that have the students of a tenant in the orders of the students panel."""

from django.db import models
from django.db.models import F, Q


def student_indexes(is_student: Q) -> tuple[models.Index, ...]:
    """Return the indexes on the users, which hold students alone."""
    return (
        models.Index("tenant", "sort_name", "id", name="student_by_name", condition=is_student),
        # The filters of a list of students: a status or both, a programme or any, and an
        # order. "Both" is two merged ranges; so every index can begin with the status.
        models.Index(
            "tenant",
            "status",
            "sort_name",
            "id",
            name="student_status_name",
            condition=is_student,
        ),
        models.Index(
            "tenant",
            "status",
            F("last_seen_at").desc(nulls_last=True),
            "sort_name",
            "id",
            name="student_status_seen_desc",
            condition=is_student,
        ),
        models.Index(
            "tenant",
            "status",
            F("last_seen_at").asc(nulls_last=True),
            "sort_name",
            "id",
            name="student_status_seen_asc",
            condition=is_student,
        ),
        models.Index(
            "tenant",
            "programme_set",
            "status",
            "sort_name",
            "id",
            name="student_set_name",
            condition=is_student,
        ),
        models.Index(
            "tenant",
            "programme_set",
            "status",
            F("last_seen_at").desc(nulls_last=True),
            "sort_name",
            "id",
            name="student_set_seen",
            condition=is_student,
        ),
        # Everything that a list of a cohort is filtered and sorted by, so that the rows themselves
        # need not be read. Students without a cohort are not in it, and cost nothing.
        models.Index(
            "tenant",
            "cohort",
            "status",
            F("last_seen_at").desc(nulls_last=True),
            "sort_name",
            "id",
            name="student_cohort_seen",
            include=["programme_set"],
            condition=is_student & Q(cohort__isnull=False),
        ),
        # The same for those to whom the limit of attempts does not apply: a few, as a rule.
        models.Index(
            "tenant",
            "status",
            F("last_seen_at").desc(nulls_last=True),
            "sort_name",
            "id",
            name="student_unlimited_seen",
            include=["programme_set"],
            condition=is_student & Q(unlimited_sessions=True),
        ),
    )
