from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0014_pass_mark"),
    ]

    operations = [ValidateConstraint("tenantaiconfig", "ai_pass_mark_range")]
