"""A session, a grade or a line of the ledger has its own pair worked out anew, and no other one."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("students", "0021_repairs_by_tenant")]

    operations = [
        ApplySQL(
            "refresh_standing_pairs", drop="DROP FUNCTION refresh_standing_pairs(text[], text[])"
        ),
        ApplySQL("refresh_standings", version=2),
        ApplySQL("standing_session_triggers", version=2),
        ApplySQL("standing_grade_triggers", version=2),
        ApplySQL("standing_ledger_trigger", version=2),
    ]
