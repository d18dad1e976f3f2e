"""The switch that turns passwords off for a tenant with single sign-on (contract §16)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenants", "0003_walls")]

    operations = [
        migrations.AddField(
            model_name="tenantssoconfig",
            name="allow_password_login",
            field=models.BooleanField(db_default=True, default=True),
        ),
    ]
