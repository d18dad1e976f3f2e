"""Searches that find accents by plain letters, and names however their blanks are written."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("tenants", "0006_cas_as_spoken")]

    operations = [ApplySQL("fold_case", version=2)]
