"""The tasks that run are found among a million that have run; everybody goes on working meanwhile."""

from django.db import migrations


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("background", "0001_initial"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [
        # Half an index is left where a former try was broken off.
        migrations.RunSQL("DROP INDEX CONCURRENTLY IF EXISTS running_tasks", ""),
        migrations.RunSQL(
            "CREATE INDEX CONCURRENTLY running_tasks ON django_tasks_database_dbtaskresult"
            " (started_at) WHERE status = 'RUNNING'",
            "DROP INDEX CONCURRENTLY running_tasks",
        ),
    ]
