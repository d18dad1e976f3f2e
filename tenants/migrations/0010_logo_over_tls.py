from django.db import migrations, models

import tenants.validators


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0009_domains"),
    ]

    operations = [
        migrations.AlterField(
            model_name="tenantbranding",
            name="logo_url",
            field=models.CharField(
                blank=True,
                max_length=500,
                null=True,
                validators=[tenants.validators.validate_logo_url],
            ),
        ),
    ]
