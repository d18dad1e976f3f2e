"""An index for the tabs of a case study: its students by name."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("students", "0014_words")]

    operations = [
        AddIndexConcurrently(
            "casestudyprogress",
            models.Index(
                fields=["tenant", "case_study", "sort_name", "user"], name="standings_by_name"
            ),
        ),
    ]
