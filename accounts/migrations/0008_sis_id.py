"""A student's id in the university's own system, and their cohort (contract §17)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0007_sessions_of_user")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="sis_id",
            field=models.CharField(
                blank=True, db_collation="C", max_length=255, null=True, verbose_name="SIS id"
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="cohort",
            field=models.CharField(blank=True, max_length=100, null=True),
        ),
    ]
