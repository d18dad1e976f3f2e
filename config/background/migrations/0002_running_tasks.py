"""The tasks that run are found among a million that have run; everybody goes on working meanwhile."""

from django.db import migrations

from config.db.concurrent_indexes import made_concurrently


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("background", "0001_initial"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [
        made_concurrently(
            "running_tasks",
            "CREATE INDEX CONCURRENTLY running_tasks ON django_tasks_database_dbtaskresult"
            " (started_at) WHERE status = 'RUNNING'",
        ),
    ]
