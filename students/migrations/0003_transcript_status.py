from django.db import migrations, models

# What is stored already says of itself what its session says of it.
ADOPT = """
UPDATE students_transcript AS transcript
SET status = session.transcript_status
FROM students_session AS session
WHERE session.id = transcript.session_id
  AND session.transcript_status IN ('partial', 'missing', 'failed')
"""


class Migration(migrations.Migration):
    dependencies = [
        ("students", "0002_derived_columns"),
    ]

    operations = [
        migrations.AddField(
            model_name="transcript",
            name="status",
            field=models.CharField(
                choices=[
                    ("available", "Available"),
                    ("partial", "Partial"),
                    ("missing", "Missing"),
                    ("failed", "Failed"),
                ],
                db_default="available",
                default="available",
                max_length=10,
            ),
        ),
        migrations.RunSQL(ADOPT, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="transcript",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["available", "partial", "missing", "failed"])),
                name="transcript_status",
                violation_error_message=(
                    "A stored transcript is available, partial, missing or failed."
                ),
            ),
        ),
    ]
