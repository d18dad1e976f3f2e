"""Indexes with the students of a case study by attempts used, and by their latest attempt.

The first has all that the index which it replaces has.
"""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("students", "0019_never_emptied")]

    operations = [
        AddIndexConcurrently(
            "casestudyprogress",
            models.Index(
                fields=["tenant", "case_study", "counted_sessions", "sort_name", "user"],
                name="progress_by_used",
                include=[
                    "programme_set",
                    "in_ledger",
                    "latest_counted_at",
                    "graded_sessions",
                    "best_score",
                    "best_session_id",
                    "latest_graded_at",
                    "transcript_status",
                ],
            ),
        ),
        AddIndexConcurrently(
            "casestudyprogress",
            models.Index(
                fields=["tenant", "case_study", "latest_counted_at", "sort_name", "user"],
                name="progress_by_latest",
            ),
        ),
        RemoveIndexConcurrently("casestudyprogress", "standings_of_case_study"),
    ]
