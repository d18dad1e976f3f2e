"""A university that is on its way between cells says since when."""

from django.db import migrations, models

from config.db.sql_objects import ApplySQL

# Those that are on their way just now: nothing else of them may change.
_SINCE_NOW = """
ALTER TABLE tenants_tenant DISABLE TRIGGER moving;
UPDATE tenants_tenant SET move_state_since = clock_timestamp() WHERE move_state IS NOT NULL;
ALTER TABLE tenants_tenant ENABLE TRIGGER moving;
"""


class Migration(migrations.Migration):
    dependencies = [("tenants", "0026_passed_over_often")]

    operations = [
        migrations.AddField(
            "tenant", "move_state_since", models.DateTimeField(editable=False, null=True)
        ),
        migrations.RunSQL(_SINCE_NOW, migrations.RunSQL.noop),
        ApplySQL(
            "move_state_since",
            drop="DROP TRIGGER move_state_since ON tenants_tenant;"
            "DROP FUNCTION keep_move_state_since();",
        ),
    ]
