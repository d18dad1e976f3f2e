"""VACUUM passes over the trail ten times as often as it would by itself (D96).

A count of the trail reads an index alone, but for events that VACUUM has not seen yet.
"""

from django.db import migrations

_SETTINGS = {
    "autovacuum_vacuum_insert_scale_factor": "0.02",
    "autovacuum_vacuum_scale_factor": "0.02",
    "autovacuum_analyze_scale_factor": "0.02",
}
_SET = ", ".join(f"{name} = {value}" for name, value in _SETTINGS.items())
_RESET = ", ".join(_SETTINGS)


class Migration(migrations.Migration):
    dependencies = [("tenants", "0025_never_emptied")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} SET ({_SET})", f"ALTER TABLE {table} RESET ({_RESET})"
        )
        for table in ("tenants_auditevent", "tenants_auditpersonal")
    ]
