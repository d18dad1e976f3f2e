"""Nobody writes the rows of a university that is on its way to another cell."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("accounts", "0014_labels"), ("tenants", "0024_moves")]

    operations = [
        ApplySQL(
            "moving_triggers",
            drop="DROP TRIGGER moving ON accounts_invitation;"
            "DROP TRIGGER moving ON accounts_passwordreset;"
            "DROP TRIGGER moving ON accounts_programmemembership;"
            "DROP TRIGGER moving ON accounts_programmeset;"
            "DROP TRIGGER moving ON accounts_role;"
            "DROP TRIGGER moving ON accounts_secondfactor;"
            "DROP TRIGGER moving ON accounts_servicekey;"
            "DROP TRIGGER moving ON accounts_signin;"
            "DROP TRIGGER moving ON accounts_ssocode;"
            "DROP TRIGGER moving ON accounts_ssoidentity;"
            "DROP TRIGGER moving ON accounts_ssologin;"
            "DROP TRIGGER moving ON accounts_user;",
        ),
    ]
