"""The tables of sessions, attempts, imports, and of what is derived for lists."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import config.constraints
import config.ids
import config.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("programmes", "0001_initial"),
        ("tenants", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    config.ids.IdField(
                        default=config.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("updated_at", config.models.UpdatedAtField()),
                ("conversation_id", models.CharField(blank=True, max_length=100, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("pending", "Pending"), ("active", "Active"), ("ended", "Ended")],
                        default="pending",
                        max_length=10,
                    ),
                ),
                ("start_time", models.DateTimeField(blank=True, null=True)),
                ("end_time", models.DateTimeField(blank=True, null=True)),
                ("last_activity", models.DateTimeField(blank=True, null=True)),
                (
                    "elapsed_active_time",
                    models.FloatField(default=0, help_text="Seconds, pauses excluded."),
                ),
                ("reconnect_count", models.PositiveSmallIntegerField(default=0)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("user_ended", "User Ended"),
                            ("timer_expired", "Timer Expired"),
                            ("reconnect_window_expired", "Reconnect Window Expired"),
                            ("reconnect_limit", "Reconnect Limit"),
                        ],
                        max_length=30,
                        null=True,
                    ),
                ),
                ("duration_limit", models.PositiveIntegerField(default=600, help_text="Seconds.")),
                (
                    "transcript_status",
                    models.CharField(
                        choices=[
                            ("available", "Available"),
                            ("partial", "Partial"),
                            ("processing", "Processing"),
                            ("missing", "Missing"),
                            ("failed", "Failed"),
                        ],
                        default="processing",
                        max_length=10,
                    ),
                ),
                (
                    "grading_status",
                    models.CharField(
                        choices=[
                            ("pending", "Pending"),
                            ("complete", "Complete"),
                            ("failed", "Failed"),
                        ],
                        default="pending",
                        max_length=10,
                    ),
                ),
                (
                    "counted_as_attempt",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Q(("elapsed_active_time__gte", 60)),
                        output_field=models.BooleanField(),
                    ),
                ),
                (
                    "seen_at",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                start_time__isnull=False,
                                then=django.db.models.functions.comparison.Coalesce(
                                    models.F("last_activity"),
                                    models.F("end_time"),
                                    models.F("start_time"),
                                ),
                            )
                        ),
                        output_field=models.DateTimeField(null=True),
                    ),
                ),
                (
                    "case_study",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="programmes.casestudy",
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
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.UniqueConstraint(fields=("tenant", "id"), name="session_tenant_id"),
        ),
        migrations.CreateModel(
            name="Student",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("accounts.user",),
        ),
        migrations.CreateModel(
            name="Grade",
            fields=[
                (
                    "id",
                    config.ids.IdField(
                        default=config.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("updated_at", config.models.UpdatedAtField()),
                ("rubric_id", models.CharField(blank=True, max_length=100, null=True)),
                ("final_score", models.DecimalField(decimal_places=1, max_digits=4)),
                ("overall_summary", models.TextField(blank=True)),
                (
                    "criteria",
                    models.JSONField(default=list, help_text="[{name, weight, score, feedback}]"),
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
                    "session",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grade",
                        to="students.session",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StudentCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("programme", models.CharField(db_collation="C", default="", max_length=24)),
                ("gram", models.CharField(db_collation="C", default="", max_length=2)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ACTIVE", "Active"),
                            ("INACTIVE", "Inactive"),
                            ("DELETED", "Deleted"),
                        ],
                        max_length=10,
                    ),
                ),
                ("dated", models.BooleanField()),
                ("day", models.DateField(null=True)),
                ("ticket", models.BigIntegerField(default=0)),
                ("n", models.BigIntegerField()),
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
            ],
        ),
        migrations.CreateModel(
            name="AttemptTransaction",
            fields=[
                (
                    "id",
                    config.ids.IdField(
                        default=config.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[("grant", "Grant"), ("revoke", "Revoke"), ("expiry", "Expiry")],
                        max_length=10,
                    ),
                ),
                ("amount", models.PositiveIntegerField()),
                ("reason", models.CharField(blank=True, max_length=1000)),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                ("actor_user_id", config.ids.IdField(null=True)),
                ("actor_name", models.CharField(max_length=511, null=True)),
                (
                    "case_study",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.casestudy",
                    ),
                ),
                (
                    "grant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="charges",
                        to="students.attempttransaction",
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
                "verbose_name": "ledger line",
                "verbose_name_plural": "ledger lines",
                "ordering": ("-created_at", "-id"),
                "indexes": [
                    models.Index(
                        fields=["tenant", "user", "case_study", "created_at"],
                        name="ledger_of_student",
                    ),
                    models.Index(
                        fields=["tenant", "case_study", "user"], name="ledger_of_case_study"
                    ),
                    models.Index(fields=["tenant", "-created_at", "-id"], name="ledger_newest"),
                    models.Index(
                        fields=["tenant", "type", "-created_at", "-id"],
                        name="ledger_newest_of_type",
                    ),
                    models.Index(
                        condition=models.Q(("expires_at__isnull", False), ("type", "grant")),
                        fields=["tenant", "expires_at"],
                        name="grants_by_expiry",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "user", "case_study", "id"),
                        name="attempt_transaction_of_pair",
                    ),
                    config.constraints.SameTenant("user", name="attempt_transaction_user_fk"),
                    config.constraints.SameTenant(
                        "case_study", name="attempt_transaction_case_study_fk"
                    ),
                    config.constraints.SameTenant(
                        "grant", also=("user", "case_study"), name="attempt_transaction_grant_fk"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("type__in", ["grant", "revoke", "expiry"])),
                        name="attempt_transaction_type",
                        violation_error_message="Unknown type of transaction.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="attempt_transaction_amount",
                        violation_error_message="The amount is at least 1; the type gives the direction.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("type", "grant"), ("expires_at__isnull", True), _connector="OR"
                        ),
                        name="attempt_transaction_expiry_of_grants",
                        violation_error_message="Only a grant expires.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("type", "grant"), _negated=True),
                            ("grant__isnull", True),
                            _connector="OR",
                        ),
                        name="attempt_transaction_grant_of_charges",
                        violation_error_message="A grant is not charged to another.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("type", "expiry"), _negated=True),
                            ("grant__isnull", False),
                            _connector="OR",
                        ),
                        name="attempt_transaction_expiry_of_a_grant",
                        violation_error_message="An expiry belongs to a grant.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("type", "expiry")),
                        fields=("grant",),
                        name="unique_expiry_of_grant",
                        violation_error_message="The expiry of this grant is recorded already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BulkJob",
            fields=[
                (
                    "id",
                    config.ids.IdField(
                        default=config.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "job_type",
                    models.CharField(
                        choices=[
                            ("attempt_grant", "Attempt Grant"),
                            ("attempt_revoke", "Attempt Revoke"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("pending", "Pending"),
                            ("running", "Running"),
                            ("completed", "Completed"),
                            ("failed", "Failed"),
                        ],
                        default="pending",
                        max_length=10,
                    ),
                ),
                ("amount", models.PositiveIntegerField()),
                ("reason", models.CharField(max_length=1000)),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                ("dry_run", models.BooleanField(default=False)),
                ("total_rows", models.PositiveIntegerField()),
                ("processed_rows", models.PositiveIntegerField(default=0)),
                ("succeeded_rows", models.PositiveIntegerField(default=0)),
                ("failed_rows", models.PositiveIntegerField(default=0)),
                (
                    "results",
                    models.JSONField(default=list, help_text="[{user_id, success, error}]"),
                ),
                ("actor_user_id", config.ids.IdField(null=True)),
                ("started_at", models.DateTimeField(null=True)),
                ("completed_at", models.DateTimeField(null=True)),
                (
                    "case_study",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.casestudy",
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
            ],
            options={
                "ordering": ("-created_at", "-id"),
                "indexes": [
                    models.Index(fields=["tenant", "-created_at", "-id"], name="bulk_jobs_newest")
                ],
                "constraints": [
                    config.constraints.SameTenant("case_study", name="bulk_job_case_study_fk"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("job_type__in", ["attempt_grant", "attempt_revoke"]),
                            ("status__in", ["pending", "running", "completed", "failed"]),
                        ),
                        name="bulk_job_known_states",
                        violation_error_message="Unknown job type or status.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseStudyProgress",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "user",
                        "case_study",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("sort_name", models.TextField(db_collation="C")),
                (
                    "in_ledger",
                    models.BooleanField(help_text="Whether attempts were granted or revoked."),
                ),
                ("counted_sessions", models.PositiveIntegerField()),
                ("latest_counted_at", models.DateTimeField(null=True)),
                (
                    "graded_sessions",
                    models.PositiveIntegerField(help_text="Counted ones that have a score."),
                ),
                ("best_score", models.DecimalField(decimal_places=1, max_digits=4, null=True)),
                ("best_session_id", config.ids.IdField(null=True)),
                ("latest_graded_at", models.DateTimeField(null=True)),
                (
                    "transcript_status",
                    models.CharField(
                        choices=[
                            ("available", "Available"),
                            ("partial", "Partial"),
                            ("processing", "Processing"),
                            ("missing", "Missing"),
                            ("failed", "Failed"),
                        ],
                        help_text="The worst of the graded sessions.",
                        max_length=10,
                        null=True,
                    ),
                ),
                (
                    "case_study",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="programmes.casestudy",
                    ),
                ),
                (
                    "programme_set",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.programmeset",
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
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "students_standing",
                "indexes": [
                    models.Index(
                        fields=["tenant", "case_study", "user"],
                        include=(
                            "sort_name",
                            "programme_set",
                            "in_ledger",
                            "counted_sessions",
                            "latest_counted_at",
                            "graded_sessions",
                            "best_score",
                            "best_session_id",
                            "latest_graded_at",
                            "transcript_status",
                        ),
                        name="standings_of_case_study",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.F("sort_name"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_name",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.F("latest_graded_at"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_date",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.F("best_score"),
                        models.F("sort_name"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_score",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.OrderBy(models.F("best_score"), descending=True),
                        models.F("sort_name"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_score_desc",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.F("graded_sessions"),
                        models.F("sort_name"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_count",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.OrderBy(models.F("graded_sessions"), descending=True),
                        models.F("sort_name"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_count_desc",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.F("transcript_status"),
                        models.F("latest_graded_at"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_transcript",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IdempotencyRecord",
            fields=[
                (
                    "id",
                    config.ids.IdField(
                        default=config.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("operation", models.CharField(max_length=50)),
                ("key", models.CharField(db_collation="C", max_length=128)),
                ("request_hash", models.CharField(max_length=64)),
                ("response", models.JSONField(null=True)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, editable=False
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "operation", "key"),
                        name="unique_idempotency_key",
                        violation_error_message="This idempotency key was used already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "transcript_status",
                    models.CharField(
                        choices=[
                            ("available", "Available"),
                            ("partial", "Partial"),
                            ("processing", "Processing"),
                            ("missing", "Missing"),
                            ("failed", "Failed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("day", models.DateField()),
                ("ticket", models.BigIntegerField(default=0)),
                ("n", models.BigIntegerField()),
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
            ],
            options={
                "db_table": "students_standingcount",
                "indexes": [
                    models.Index(
                        condition=models.Q(("ticket", 0), _negated=True),
                        fields=["tenant"],
                        name="ticketed_standings",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "transcript_status", "day", "ticket"),
                        name="unique_standing_count",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RosterImport",
            fields=[
                (
                    "id",
                    config.ids.IdField(
                        default=config.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("updated_at", config.models.UpdatedAtField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("checking", "being checked"),
                            ("refused", "refused"),
                            ("checked", "waits for your confirmation"),
                            ("importing", "being imported"),
                            ("imported", "imported"),
                            ("discarded", "discarded"),
                        ],
                        default="checking",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("file_name", models.CharField(editable=False, max_length=255)),
                ("people_content", models.BinaryField(null=True)),
                ("companion_name", models.CharField(blank=True, editable=False, max_length=255)),
                ("companion_content", models.BinaryField(null=True)),
                ("programme", models.CharField(blank=True, max_length=32)),
                ("max_change", models.CharField(default="10%", max_length=20)),
                ("deactivate_missing", models.BooleanField(default=False)),
                ("skip_bad_rows", models.BooleanField(default=False)),
                ("report", models.JSONField(default=dict, editable=False)),
                ("refusal", models.CharField(blank=True, editable=False, max_length=1000)),
                ("stage", models.CharField(blank=True, editable=False, max_length=50)),
                ("steps", models.PositiveIntegerField(default=0, editable=False)),
                ("steps_done", models.PositiveIntegerField(default=0, editable=False)),
                ("heard_of_at", models.DateTimeField(editable=False, null=True)),
                ("finished_at", models.DateTimeField(editable=False, null=True)),
                ("created_by_id", config.ids.IdField(null=True)),
                ("created_by_name", models.CharField(editable=False, max_length=511, null=True)),
                ("confirmed_by_id", config.ids.IdField(null=True)),
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
                "ordering": ("-created_at", "-id"),
                "indexes": [
                    models.Index(
                        fields=["tenant", "-created_at", "-id"], name="roster_imports_newest"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "checking",
                                    "refused",
                                    "checked",
                                    "importing",
                                    "imported",
                                    "discarded",
                                ],
                            )
                        ),
                        name="roster_import_state",
                        violation_error_message="Unknown state of an import.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ACTIVE", "Active"),
                            ("INACTIVE", "Inactive"),
                            ("DELETED", "Deleted"),
                        ],
                        max_length=10,
                    ),
                ),
                ("last_seen_at", models.DateTimeField(null=True)),
                ("sort_name", models.TextField(db_collation="C")),
                ("text", models.TextField()),
                (
                    "programme_set",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.programmeset",
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
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        models.F("tenant"),
                        django.contrib.postgres.indexes.OpClass("text", "gin_trgm_ops"),
                        name="students_by_trigram",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Transcript",
            fields=[
                (
                    "session",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="transcript",
                        serialize=False,
                        to="students.session",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("available", "Available"),
                            ("partial", "Partial"),
                            ("missing", "Missing"),
                            ("failed", "Failed"),
                        ],
                        db_default="available",
                        default="available",
                        max_length=10,
                    ),
                ),
                (
                    "messages",
                    models.JSONField(default=list, help_text="[{role, content, timestamp}]"),
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
            ],
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                fields=["tenant", "user", "case_study", "start_time"], name="sessions_of_student"
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                fields=["tenant", "case_study", "user", "start_time"], name="sessions_of_case_study"
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                condition=models.Q(("start_time__isnull", False)),
                fields=["tenant", "-start_time", "-id"],
                name="sessions_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                condition=models.Q(("start_time__isnull", False)),
                fields=["tenant", "case_study", "-start_time", "-id", "grading_status", "status"],
                name="case_study_sessions_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                condition=models.Q(
                    models.Q(("status", "ended"), _negated=True), ("start_time__isnull", False)
                ),
                fields=["tenant", "status", "-start_time", "-id"],
                name="open_sessions_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                condition=models.Q(
                    models.Q(("grading_status", "complete"), _negated=True),
                    ("start_time__isnull", False),
                ),
                fields=["tenant", "grading_status", "-start_time", "-id"],
                name="ungraded_sessions_newest",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=config.constraints.SameTenant("user", name="session_user_fk"),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=config.constraints.SameTenant("case_study", name="session_case_study_fk"),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("elapsed_active_time__range", (0, 1000000))),
                name="session_elapsed_range",
                violation_error_message="The elapsed time is out of range.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("end_time__gte", models.F("start_time"))),
                name="session_ends_after_start",
                violation_error_message="A session cannot end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ["pending", "active", "ended"]),
                    models.Q(
                        (
                            "end_reason__in",
                            [
                                "user_ended",
                                "timer_expired",
                                "reconnect_window_expired",
                                "reconnect_limit",
                            ],
                        ),
                        ("end_reason__isnull", True),
                        _connector="OR",
                    ),
                    (
                        "transcript_status__in",
                        ["available", "partial", "processing", "missing", "failed"],
                    ),
                    ("grading_status__in", ["pending", "complete", "failed"]),
                ),
                name="session_known_states",
                violation_error_message="Unknown session, transcript or grading state.",
            ),
        ),
        migrations.AddConstraint(
            model_name="grade",
            constraint=config.constraints.SameTenant("session", name="grade_session_fk"),
        ),
        migrations.AddConstraint(
            model_name="grade",
            constraint=models.CheckConstraint(
                condition=models.Q(("final_score__range", (0, 100))),
                name="grade_score_range",
                violation_error_message="A score lies between 0 and 100.",
            ),
        ),
        migrations.AddIndex(
            model_name="studentcount",
            index=models.Index(
                condition=models.Q(("ticket", 0), _negated=True),
                fields=["tenant"],
                name="ticketed_counts",
            ),
        ),
        migrations.AddConstraint(
            model_name="studentcount",
            constraint=models.UniqueConstraint(
                fields=("tenant", "programme", "gram", "status", "dated", "day", "ticket"),
                name="unique_student_count",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="transcript",
            constraint=config.constraints.SameTenant("session", name="transcript_session_fk"),
        ),
        migrations.AddConstraint(
            model_name="transcript",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["available", "partial", "missing", "failed"])),
                name="transcript_status",
                violation_error_message="A stored transcript is available, partial, missing or failed.",
            ),
        ),
    ]
