"""The ledger's lines from before are taken apart, some thousand at a time.

No table is locked for long: people work on meanwhile. If it is interrupted, it goes on where it was:
a line without reason and name has had its turn. For its length, and for its connection alone, the
ledger lets lines be changed.
"""

from typing import Any

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

from config.db.batches import run_in_batches
from config.db.sql_objects import sql_text

_OPEN = """
    CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON students_attempttransaction
    FOR EACH ROW WHEN (current_setting('command_center.taking_apart', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION refuse_change()
"""
_CLOSE = sql_text("students", "ledger_append_only", 1)

_TAKE_APART = """
    WITH parts AS MATERIALIZED (
        SELECT id, tenant_id, nullif(reason, '') AS why, nullif(actor_name, '') AS who
        FROM students_attempttransaction
        WHERE id = ANY (%s) AND (reason <> '' OR actor_name <> '')
    ), kept AS (
        INSERT INTO students_ledgerpersonal (line_id, tenant_id, reason, actor_name)
        SELECT id, tenant_id, why, who FROM parts
    )
    UPDATE students_attempttransaction AS line SET reason = '', actor_name = NULL
    FROM parts WHERE line.id = parts.id
"""


def take_apart(apps: Any, schema_editor: Any) -> None:
    """Move what names people in each line; each batch is a transaction of its own."""
    schema_editor.execute(_OPEN, params=None)
    run_in_batches(
        schema_editor.connection,
        table="students_attempttransaction",
        statement=_TAKE_APART,
        setting="command_center.taking_apart",
    )
    schema_editor.execute(_CLOSE, params=None)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("students", "0008_kept_apart")]

    operations = [
        migrations.RunPython(take_apart, migrations.RunPython.noop),
        AddIndexConcurrently(
            "attempttransaction",
            models.Index(
                fields=["tenant", "actor_user_id"],
                name="ledger_by_actor",
                condition=models.Q(actor_user_id__isnull=False),
            ),
        ),
    ]
