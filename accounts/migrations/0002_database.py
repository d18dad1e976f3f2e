"""The database code of accounts; the texts are in ``accounts/sql/``."""

from django.db import migrations

from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        # Counters of tries are not worth a write-ahead log: losing them in a crash is harmless.
        migrations.RunSQL(
            "ALTER TABLE accounts_ratecounter SET UNLOGGED",
            "ALTER TABLE accounts_ratecounter SET LOGGED",
        ),
        ApplySQL(
            "derived_user_columns",
            drop="""
            DROP TRIGGER derived_columns ON accounts_user;
            DROP FUNCTION guard_derived_user_columns();
            """,
        ),
        ApplySQL(
            "legacy_role_is_fixed",
            drop="""
            DROP TRIGGER legacy_role_is_fixed ON accounts_role;
            DROP FUNCTION refuse_role_change();
            """,
        ),
        ApplySQL("programme_set_id", drop="DROP FUNCTION programme_set_id(text[])"),
        ApplySQL("programme_label", drop="DROP FUNCTION programme_label(text[])"),
        ApplySQL("expected_programme_set", drop="DROP VIEW expected_programme_set"),
        ApplySQL("refresh_programme_sets", drop="DROP FUNCTION refresh_programme_sets(text[])"),
        ApplySQL(
            "membership_triggers",
            drop="""
            DROP TRIGGER programme_set_after_insert ON accounts_programmemembership;
            DROP TRIGGER programme_set_after_update ON accounts_programmemembership;
            DROP TRIGGER programme_set_after_delete ON accounts_programmemembership;
            DROP TRIGGER programme_set_after_truncate ON accounts_programmemembership;
            DROP FUNCTION membership_inserted();
            DROP FUNCTION membership_updated();
            DROP FUNCTION membership_deleted();
            DROP FUNCTION memberships_truncated();
            """,
        ),
        ApplySQL(
            "programme_label_triggers",
            drop="""
            DROP TRIGGER labels_after_update ON programmes_programme;
            DROP TRIGGER labels_after_delete ON programmes_programme;
            DROP FUNCTION programme_renamed();
            DROP FUNCTION programme_deleted();
            """,
        ),
        ApplySQL("programme_set_difference", drop="DROP VIEW programme_set_difference"),
        ApplySQL("programme_label_difference", drop="DROP VIEW programme_label_difference"),
    ]
