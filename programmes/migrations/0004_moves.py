"""Nobody writes the rows of a university that is on its way to another cell."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("programmes", "0003_labels"), ("tenants", "0024_moves")]

    operations = [
        ApplySQL(
            "moving_triggers",
            drop="DROP TRIGGER moving ON programmes_casestudy;"
            "DROP TRIGGER moving ON programmes_casestudyprogramme;"
            "DROP TRIGGER moving ON programmes_programme;",
        ),
    ]
