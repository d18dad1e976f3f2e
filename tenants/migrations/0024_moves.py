"""Nobody writes the rows of a university that is on its way to another cell."""

from django.db import migrations, models

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("tenants", "0023_labels")]

    operations = [
        migrations.AddField(
            "tenant",
            "move_state",
            models.CharField(
                choices=[("HELD", "Held"), ("MOVED", "Moved"), ("ARRIVING", "Arriving")],
                editable=False,
                max_length=8,
                null=True,
            ),
        ),
        ApplySQL(
            "refuse_while_moving",
            drop="DROP TRIGGER moving ON tenants_tenant;"
            "DROP FUNCTION refuse_change_while_moving();"
            "DROP FUNCTION refuse_while_moving();",
        ),
        ApplySQL(
            "moving_triggers",
            drop="DROP TRIGGER moving ON tenants_allowedorigin;"
            "DROP TRIGGER moving ON tenants_auditevent;"
            "DROP TRIGGER moving ON tenants_auditpersonal;"
            "DROP TRIGGER moving ON tenants_auditseal;"
            "DROP TRIGGER moving ON tenants_erasure;"
            "DROP TRIGGER moving ON tenants_tenantaiconfig;"
            "DROP TRIGGER moving ON tenants_tenantbranding;"
            "DROP TRIGGER moving ON tenants_tenantretention;"
            "DROP TRIGGER moving ON tenants_tenantssoconfig;",
        ),
    ]
