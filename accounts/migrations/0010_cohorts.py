"""The students of a cohort in the order of the panel; made while everybody goes on working."""

from django.db import migrations, models

from config.db.concurrent_indexes import made_concurrently

_NAME = "student_cohort_seen"
_MAKE = (
    f"CREATE INDEX CONCURRENTLY {_NAME} ON accounts_user"
    " (tenant_id, cohort, status, last_seen_at DESC NULLS LAST, sort_name, id)"
    " INCLUDE (programme_set_id)"
    " WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED') AND cohort IS NOT NULL"
)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("accounts", "0009_unique_sis_id")]

    operations = [
        made_concurrently(
            _NAME,
            _MAKE,
            migrations.AddIndex(
                model_name="user",
                index=models.Index(
                    "tenant",
                    "cohort",
                    "status",
                    models.F("last_seen_at").desc(nulls_last=True),
                    "sort_name",
                    "id",
                    condition=models.Q(
                        ("legacy_role", "STUDENT"),
                        models.Q(("status", "DELETED"), _negated=True),
                        ("cohort__isnull", False),
                    ),
                    include=("programme_set",),
                    name=_NAME,
                ),
            ),
        )
    ]
