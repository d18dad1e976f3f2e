"""A place beside the ledger for what names people, and from now on each line is written in parts."""

import django.db.models.deletion
from django.db import migrations, models

from config.db.sql_objects import ApplySQL
from config.db.walls import BuildWalls

LEDGER_PERSONAL = migrations.CreateModel(
    name="LedgerPersonal",
    fields=[
        (
            "line",
            models.OneToOneField(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                primary_key=True,
                related_name="personal",
                serialize=False,
                to="students.attempttransaction",
            ),
        ),
        (
            "tenant",
            models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="tenants.tenant",
            ),
        ),
        ("reason", models.CharField(max_length=1000, null=True)),
        ("actor_name", models.CharField(max_length=511, null=True)),
    ],
)


class Migration(migrations.Migration):
    dependencies = [("students", "0007_transcript_removed"), ("tenants", "0013_events_kept_apart")]

    operations = [
        migrations.AddField(
            model_name="rosterimport",
            name="allow_erased",
            field=models.BooleanField(db_default=False, default=False),
        ),
        LEDGER_PERSONAL,
        BuildWalls("LedgerPersonal"),
        ApplySQL(
            "ledger_only_erased",
            drop="""
            DROP TRIGGER only_erased ON students_ledgerpersonal;
            DROP TRIGGER append_only ON students_ledgerpersonal;
            """,
        ),
        ApplySQL("erase_from_ledger", drop="DROP FUNCTION erase_from_ledger(text, text[])"),
        ApplySQL(
            "keep_line_apart",
            drop="""
            DROP TRIGGER keep_apart ON students_attempttransaction;
            DROP FUNCTION keep_line_apart();
            """,
        ),
    ]
