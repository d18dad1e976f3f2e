"""The database code of tenants; the texts are in ``tenants/sql/``."""

from django.db import migrations

from config.db.sql_objects import ApplySQL

# Counting reads an index alone only where a vacuum has been. Rows of this table never change, so a
# vacuum looks at what is new: let it come after 2% of new rows, and not after 20%.
VACUUM_OFTEN = """
ALTER TABLE tenants_auditevent SET (autovacuum_vacuum_insert_scale_factor = 0.02)
"""
VACUUM_AS_USUAL = """
ALTER TABLE tenants_auditevent RESET (autovacuum_vacuum_insert_scale_factor)
"""


class Migration(migrations.Migration):
    dependencies = [("tenants", "0001_initial")]

    operations = [
        ApplySQL("text_cell", drop="DROP FUNCTION text_cell(text)"),
        ApplySQL("instant_cell", drop="DROP FUNCTION instant_cell(timestamptz)"),
        ApplySQL("refuse_change", drop="DROP FUNCTION refuse_change()"),
        ApplySQL("audit_append_only", drop="DROP TRIGGER append_only ON tenants_auditevent"),
        ApplySQL(
            "tenant_access_epoch",
            drop="""
            DROP TRIGGER access_epoch ON tenants_tenant;
            DROP FUNCTION count_tenant_epoch();
            """,
        ),
        migrations.RunSQL(VACUUM_OFTEN, VACUUM_AS_USUAL),
    ]
