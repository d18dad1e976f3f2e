"""A new session moves the time at which a student was last seen without a look at the others."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("students", "0015_standings_by_name")]

    operations = [ApplySQL("last_seen_triggers", version=2)]
