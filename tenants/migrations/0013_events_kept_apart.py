"""The events from before are taken apart, some thousand at a time.

No table is locked for long: people work on meanwhile. If it is interrupted, it goes on where it was:
an event with a digest has had its turn. For its length, and for its connection alone, the trail lets
events be changed.
"""

from typing import Any

from django.db import migrations

from config.db.batches import run_in_batches
from config.db.sql_objects import sql_text

_OPEN = """
    CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE ON tenants_auditevent
    FOR EACH ROW WHEN (current_setting('command_center.taking_apart', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION refuse_change()
"""
_CLOSE = sql_text("tenants", "audit_append_only", 2)

_TAKE_APART = """
    WITH parts AS MATERIALIZED (
        SELECT id, tenant_id, of_actor, of_target,
            CASE WHEN of_actor IS NOT NULL THEN gen_random_uuid() END AS actor_salt,
            CASE WHEN of_target IS NOT NULL THEN gen_random_uuid() END AS target_salt
        FROM tenants_auditevent
        CROSS JOIN LATERAL (
            SELECT actor_part(actor_email, actor_name, address, user_agent) AS of_actor,
                metadata_part(metadata, target_type, event_type) AS of_target
        ) AS part
        WHERE id = ANY (%s) AND actor_digest IS NULL AND metadata_digest IS NULL
            AND (of_actor IS NOT NULL OR of_target IS NOT NULL)
    ), kept AS (
        INSERT INTO tenants_auditpersonal
            (event_id, tenant_id, actor, actor_salt, metadata, metadata_salt)
        SELECT id, tenant_id, of_actor, actor_salt, of_target, target_salt FROM parts
    )
    UPDATE tenants_auditevent AS event
    SET actor_email = NULL, actor_name = NULL, address = NULL, user_agent = NULL,
        actor_digest = personal_digest(actor_salt, of_actor),
        metadata = CASE WHEN of_target IS NULL THEN metadata
            ELSE metadata - ARRAY(SELECT jsonb_object_keys(of_target)) END,
        metadata_digest = personal_digest(target_salt, of_target)
    FROM parts WHERE event.id = parts.id
"""


def take_apart(apps: Any, schema_editor: Any) -> None:
    """Move what names people in each event; each batch is a transaction of its own."""
    schema_editor.execute(_OPEN, params=None)
    run_in_batches(
        schema_editor.connection,
        table="tenants_auditevent",
        statement=_TAKE_APART,
        setting="command_center.taking_apart",
    )
    schema_editor.execute(_CLOSE, params=None)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("tenants", "0012_kept_apart")]

    operations = [migrations.RunPython(take_apart, migrations.RunPython.noop)]
