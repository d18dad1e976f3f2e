"""The door of an uploaded roster, the fingerprint of its plan, and who confirmed it."""

from django.db import migrations, models

import config.ids


class Migration(migrations.Migration):
    dependencies = [("students", "0009_lines_kept_apart")]

    operations = [
        migrations.AddField(
            model_name="rosterimport",
            name="source",
            field=models.CharField(
                choices=[("admin", "on a page"), ("api", "by the API")],
                db_default="admin",
                default="admin",
                editable=False,
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="rosterimport",
            name="plan_hash",
            field=models.CharField(
                blank=True, db_default="", default="", editable=False, max_length=64
            ),
        ),
        migrations.AddField(
            model_name="rosterimport",
            name="confirmed_by_tenant_id",
            field=config.ids.IdField(null=True),
        ),
        migrations.AddField(
            model_name="rosterimport",
            name="confirmed_by_name",
            field=models.CharField(editable=False, max_length=511, null=True),
        ),
    ]
