"""The rows of workbooks are made by the database (contract §8)."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("tenants", "0021_purge")]

    operations = [
        ApplySQL(
            "sheet_cell",
            drop="""
            DROP FUNCTION sheet_cell(text);
            DROP FUNCTION sheet_cell(numeric);
            DROP FUNCTION sheet_text(text);
            """,
        )
    ]
