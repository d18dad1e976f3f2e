"""Browser sessions move under the digests of their keys; nobody is signed out by it."""

from django.db import migrations, models

# ``accounts.models.sso.digest``, in SQL.
DIGEST = "encode(sha256(convert_to(session_key, 'UTF8')), 'hex')"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_service_key_name"),
        ("sessions", "0001_initial"),
        ("tenants", "0007_quicker_text_cells"),
    ]

    operations = [
        migrations.CreateModel(
            name="BrowserSession",
            fields=[
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                (
                    "key_digest",
                    models.CharField(
                        db_collation="C", max_length=64, primary_key=True, serialize=False
                    ),
                ),
            ],
            options={
                "verbose_name": "browser session",
                "verbose_name_plural": "browser sessions",
                "abstract": False,
            },
        ),
        # Without a way back from digests to keys: then everybody signs in anew.
        migrations.RunSQL(
            f"""
            INSERT INTO accounts_browsersession (key_digest, session_data, expire_date)
            SELECT {DIGEST}, session_data, expire_date FROM django_session;
            TRUNCATE django_session;
            """,
            migrations.RunSQL.noop,
        ),
        migrations.RemoveIndex(model_name="ssologin", name="sso_logins_of_session"),
        migrations.AddField(
            model_name="ssologin",
            name="session_digest",
            field=models.CharField(db_collation="C", max_length=64, null=True),
        ),
        migrations.RunSQL(
            f"""
            UPDATE accounts_ssologin SET session_digest = {DIGEST}, session_key = NULL
            WHERE session_key IS NOT NULL
            """,
            migrations.RunSQL.noop,
        ),
        # The release before this one still asks for the column; a later one drops it.
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField(model_name="ssologin", name="session_key")]
        ),
        migrations.AddIndex(
            model_name="ssologin",
            index=models.Index(
                condition=models.Q(("session_digest__isnull", False)),
                fields=["session_digest"],
                name="sso_logins_of_session",
            ),
        ),
    ]
