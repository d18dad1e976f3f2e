"""The index by which events are sealed and verified; everybody goes on working meanwhile."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("tenants", "0009_arrival")]

    operations = [
        AddIndexConcurrently(
            model_name="auditevent",
            index=models.Index(fields=["tenant", "arrival", "id"], name="audit_by_arrival"),
        ),
    ]
