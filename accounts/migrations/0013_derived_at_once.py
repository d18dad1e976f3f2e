"""A load may write what is derived of users as it adds them; the triggers check it as ever."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("accounts", "0012_users_of_address")]

    operations = [ApplySQL("derived_user_columns", version=2)]
