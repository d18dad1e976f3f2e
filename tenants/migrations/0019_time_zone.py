"""The time zone of a university; none for UTC, which is all that there was."""

from django.db import migrations, models

import config.local_time


class Migration(migrations.Migration):
    dependencies = [("tenants", "0018_done_elsewhere")]

    operations = [
        migrations.AddField(
            model_name="tenant",
            name="time_zone",
            field=models.CharField(
                blank=True,
                max_length=64,
                null=True,
                validators=[config.local_time.validate_time_zone],
            ),
        ),
    ]
