"""An index for the dashboard: attempts whose transcript never came."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("students", "0012_imported_students")]

    operations = [
        AddIndexConcurrently(
            "session",
            models.Index(
                fields=["tenant", "-start_time", "-id"],
                name="sessions_without_transcript",
                condition=models.Q(
                    status="ended",
                    counted_as_attempt=True,
                    transcript_removed_at=None,
                    transcript_status__in=["processing", "missing", "failed"],
                )
                & models.Q(start_time__isnull=False),
            ),
        ),
    ]
