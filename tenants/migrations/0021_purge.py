"""What is kept apart from events that are let go is removed by its keys, however much there is."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("tenants", "0020_words")]

    operations = [ApplySQL("remove_dropped_events", version=2)]
