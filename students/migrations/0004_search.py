"""Searches that find a last name before the first one as well."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("students", "0003_walls"), ("tenants", "0007_search")]

    operations = [
        ApplySQL("expected_search_entry", version=3),
        ApplySQL("panel_triggers", version=2),
    ]
