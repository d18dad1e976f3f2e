"""Events from before that were done in another tenant than their trail's say so in a column.

Some thousand at a time: people work on meanwhile, and what was interrupted goes on where it was.
For its length, and for its connection alone, the trail lets events be changed.
"""

from typing import Any

from django.db import migrations

from config.db.batches import run_in_batches
from config.db.sql_objects import ApplySQL, sql_text

_OPEN = """
    CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE ON tenants_auditevent
    FOR EACH ROW WHEN (current_setting('command_center.telling_places', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION refuse_change()
"""

_PLACE = """
    UPDATE tenants_auditevent SET done_in = metadata ->> 'tenant_id'
    WHERE id = ANY (%s) AND done_in IS NULL AND metadata ->> 'tenant_id' <> tenant_id
"""


def place(apps: Any, schema_editor: Any) -> None:
    """Write the column; each batch is a transaction of its own."""
    schema_editor.execute(_OPEN, params=None)
    run_in_batches(
        schema_editor.connection,
        table="tenants_auditevent",
        statement=_PLACE,
        setting="command_center.telling_places",
    )
    schema_editor.execute(sql_text("tenants", "audit_append_only", 2), params=None)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("tenants", "0017_trail_indexes")]

    operations = [
        migrations.RunPython(place, migrations.RunPython.noop),
        ApplySQL("audit_parts_difference", version=2),
    ]
