"""An index by which the effect of another number of attempts per student is told."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("students", "0010_roster_plan")]

    operations = [
        AddIndexConcurrently(
            model_name="casestudyprogress",
            index=models.Index(
                fields=["tenant", "in_ledger", "counted_sessions", "user"],
                name="progress_by_sessions",
            ),
        ),
    ]
