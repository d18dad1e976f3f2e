"""One SIS id, one person of a tenant; the index is made while everybody goes on working."""

from django.db import migrations, models

from config.db.concurrent_indexes import made_concurrently

_NAME = "unique_user_sis_id"
_MAKE = (
    f"CREATE UNIQUE INDEX CONCURRENTLY {_NAME} ON accounts_user (tenant_id, sis_id)"
    " WHERE sis_id IS NOT NULL"
)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("accounts", "0008_sis_id")]

    operations = [
        made_concurrently(
            _NAME,
            _MAKE,
            migrations.AddConstraint(
                model_name="user",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("sis_id__isnull", False)),
                    fields=("tenant", "sis_id"),
                    name=_NAME,
                    violation_error_message="Somebody else has this SIS id.",
                ),
            ),
        )
    ]
