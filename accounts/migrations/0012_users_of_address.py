"""Users are found by their address through its index, behind the walls as well."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_unlimited")]

    operations = [
        ApplySQL("users_of_address", drop="DROP FUNCTION users_of_address(text[]);"),
    ]
