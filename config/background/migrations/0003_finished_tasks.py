"""A million finished tasks are in nobody's way: old ones are removed, and failed ones counted, by
indexes. They are made while everybody goes on working.
"""

from django.db import migrations

from config.db.concurrent_indexes import made_concurrently

_MAKE = "CREATE INDEX CONCURRENTLY {} ON django_tasks_database_dbtaskresult (finished_at) WHERE {}"


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("background", "0002_running_tasks"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [
        made_concurrently(
            "finished_tasks",
            _MAKE.format("finished_tasks", "status IN ('FAILED', 'SUCCESSFUL')"),
        ),
        made_concurrently("failed_tasks", _MAKE.format("failed_tasks", "status = 'FAILED'")),
    ]
