"""Nobody writes the rows of a university that is on its way to another cell."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("students", "0017_labels"), ("tenants", "0024_moves")]

    operations = [
        ApplySQL(
            "moving_triggers",
            drop="DROP TRIGGER moving ON students_attempttransaction;"
            "DROP TRIGGER moving ON students_bulkjob;"
            "DROP TRIGGER moving ON students_grade;"
            "DROP TRIGGER moving ON students_idempotencyrecord;"
            "DROP TRIGGER moving ON students_importedstudent;"
            "DROP TRIGGER moving ON students_ledgerpersonal;"
            "DROP TRIGGER moving ON students_rosterimport;"
            "DROP TRIGGER moving ON students_session;"
            "DROP TRIGGER moving ON students_transcript;",
        ),
    ]
