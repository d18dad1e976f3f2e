"""Whom a roster import was about: one row for each student that it adds or changes."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import config.constraints
import config.ids
from config.db.walls import BuildWalls

_OUTCOMES = ["created", "changed", "deactivated", "reactivated"]


class Migration(migrations.Migration):
    dependencies = [
        ("students", "0011_progress_by_sessions"),
        ("tenants", "0013_events_kept_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportedStudent",
            fields=[
                (
                    "id",
                    config.ids.IdField(
                        default=config.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("roster_id", models.CharField(max_length=100)),
                (
                    "outcome",
                    models.CharField(
                        choices=[(outcome, outcome.capitalize()) for outcome in _OUTCOMES],
                        max_length=11,
                    ),
                ),
                (
                    "changed",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), default=list
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenants.tenant",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["tenant", "user", "-created_at", "-id"], name="imports_of_student"
                    )
                ],
                "constraints": [
                    config.constraints.SameTenant("user", name="imported_student_user_fk"),
                    models.CheckConstraint(
                        condition=models.Q(outcome__in=_OUTCOMES),
                        name="imported_student_outcome",
                        violation_error_message="Unknown outcome of an import.",
                    ),
                ],
            },
        ),
        BuildWalls("ImportedStudent"),
    ]
