"""TRUNCATE is refused where rows are never deleted."""

from django.db import migrations

from config.db.sql_objects import ApplySQL

_TABLES = ("auditevent", "auditpersonal", "auditseal")


class Migration(migrations.Migration):
    dependencies = [("tenants", "0024_moves")]

    operations = [
        ApplySQL(
            "audit_never_emptied",
            drop=";".join(f"DROP TRIGGER never_emptied ON tenants_{table}" for table in _TABLES),
        )
    ]
