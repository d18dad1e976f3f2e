"""The encoding that somebody names for the files of a roster."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("students", "0005_refold")]

    operations = [
        migrations.AddField(
            model_name="rosterimport",
            name="encoding",
            field=models.CharField(blank=True, db_default="", default="", max_length=30),
        ),
    ]
