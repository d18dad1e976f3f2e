"""What no seal covers is found in all audit trails at once."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("tenants", "0027_move_state_since")]

    operations = [ApplySQL("unsealed_trails", drop="DROP FUNCTION unsealed_trails(text[]);")]
