"""TRUNCATE is refused where rows are never deleted."""

from django.db import migrations

from config.db.sql_objects import ApplySQL

_TABLES = ("attempttransaction", "ledgerpersonal")


class Migration(migrations.Migration):
    dependencies = [("students", "0018_moves"), ("tenants", "0025_never_emptied")]

    operations = [
        ApplySQL(
            "ledger_never_emptied",
            drop=";".join(f"DROP TRIGGER never_emptied ON students_{table}" for table in _TABLES),
        )
    ]
