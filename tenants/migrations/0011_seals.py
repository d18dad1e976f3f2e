"""Seals of the audit trail, and how long a tenant's records are kept (contract §18)."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import config.ids
import config.models
from config.db.sql_objects import ApplySQL
from config.db.walls import BuildWalls


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0010_by_arrival"),
    ]

    operations = [
        migrations.CreateModel(
            name="TenantRetention",
            fields=[
                (
                    "tenant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="retention",
                        serialize=False,
                        to="tenants.tenant",
                    ),
                ),
                (
                    "audit_days",
                    models.PositiveSmallIntegerField(
                        default=400,
                        validators=[
                            django.core.validators.MinValueValidator(90),
                            django.core.validators.MaxValueValidator(3650),
                        ],
                    ),
                ),
                (
                    "transcript_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(30),
                            django.core.validators.MaxValueValidator(3650),
                        ],
                    ),
                ),
                ("updated_at", config.models.UpdatedAtField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("audit_days__range", (90, 3650))),
                        name="retention_audit_days_range",
                        violation_error_message="Audit events are kept for 90 to 3650 days.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("transcript_days__range", (30, 3650))),
                        name="retention_transcript_days_range",
                        violation_error_message="Transcripts are kept for 30 to 3650 days.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditSeal",
            fields=[
                (
                    "id",
                    config.ids.IdField(
                        default=config.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("sealed_at", models.DateTimeField()),
                ("after_arrival", models.BigIntegerField()),
                ("after_id", models.CharField(blank=True, db_collation="C", max_length=24)),
                ("last_arrival", models.BigIntegerField()),
                ("last_id", models.CharField(blank=True, db_collation="C", max_length=24)),
                ("events", models.PositiveIntegerField()),
                ("newest_at", models.DateTimeField(null=True)),
                ("dropped_to", models.PositiveIntegerField(null=True)),
                ("audit_days", models.PositiveSmallIntegerField(null=True)),
                ("content", models.BinaryField()),
                ("former", models.BinaryField(max_length=32)),
                ("hash", models.BinaryField(max_length=32)),
                (
                    "tenant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenants.tenant",
                    ),
                ),
            ],
            options={
                "ordering": ("tenant", "number"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("dropped_to__isnull", False)),
                        fields=["tenant", "dropped_to"],
                        name="seals_that_drop",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("tenant", "number"), name="unique_seal_number")
                ],
            },
        ),
        ApplySQL(
            "audit_digests",
            drop="""
            DROP FUNCTION audit_seal_hash(tenants_auditseal);
            DROP FUNCTION audit_seal_content(tenants_auditseal);
            DROP FUNCTION audit_event_digest(smallint, tenants_auditevent);
            DROP FUNCTION seal_instant(timestamptz);
            """,
        ),
        ApplySQL(
            "seal_chain",
            drop="""
            DROP TRIGGER append_only ON tenants_auditseal;
            DROP TRIGGER chain ON tenants_auditseal;
            DROP FUNCTION join_seal();
            DROP FUNCTION require_droppable(text, integer);
            DROP FUNCTION retained_days(text);
            """,
        ),
        ApplySQL(
            "audit_kept",
            drop="""
            DROP TRIGGER kept ON tenants_auditevent;
            DROP FUNCTION refuse_removal();
            """,
        ),
        ApplySQL("audit_append_only", version=2),
        ApplySQL(
            "remove_dropped_events", drop="DROP FUNCTION remove_dropped_events(text, integer)"
        ),
        BuildWalls("AuditSeal", "TenantRetention"),
    ]
