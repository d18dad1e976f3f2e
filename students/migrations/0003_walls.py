"""Walls between tenants: what a connection sees follows the tenant it works for (docs/security.md)."""

from django.conf import settings
from django.db import migrations, models

from config.db.sql_objects import ApplySQL
from config.db.walls import BuildWalls

WITH_RIGHTS_OF_THE_CALLER = [
    ApplySQL("last_seen_difference", version=2),
    ApplySQL("expected_search_entry", version=2),
    ApplySQL("search_entry_difference", version=2),
    ApplySQL("expected_student_count", version=2),
    ApplySQL("student_count_difference", version=2),
    ApplySQL("expected_standing", version=2),
    ApplySQL("standing_difference", version=2),
    ApplySQL("standing_count_difference", version=2),
]

# Whoever searches reaches the entries by a view; triggers write them with the owner's rights.
SEARCH = [
    ApplySQL("search_entry", drop="DROP VIEW search_entry"),
    ApplySQL("refresh_search_entries", version=2),
]


class Migration(migrations.Migration):
    dependencies = [("students", "0002_database"), ("accounts", "0003_walls")]

    operations = [
        migrations.AlterField(
            model_name="searchentry",
            name="user",
            field=models.OneToOneField(
                db_constraint=False,
                on_delete=models.DO_NOTHING,
                primary_key=True,
                related_name="+",
                serialize=False,
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="VisibleSearchEntry",
            fields=[],
            options={"db_table": "search_entry", "managed": False},
        ),
        *WITH_RIGHTS_OF_THE_CALLER,
        *SEARCH,
        BuildWalls(
            "AttemptTransaction",
            "BulkJob",
            "IdempotencyRecord",
            "RosterImport",
            "StudentCount",
            "Session",
            "Transcript",
            "Grade",
            "CaseStudyProgress",
            "ProgressCount",
        ),
    ]
