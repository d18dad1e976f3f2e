"""Repairs of many tenants take as long as those of each, not as many times as there are tenants."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("students", "0020_attempts_in_order")]

    operations = [
        ApplySQL("repair_panel", version=2),
        ApplySQL("repair_standings", version=2),
    ]
