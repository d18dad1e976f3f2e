"""A place beside the trail for what names people, and from now on each event is written in parts."""

import django.contrib.postgres.fields
import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import config.ids
from config.db.sql_objects import ApplySQL
from config.db.walls import BuildWalls

AUDIT_PERSONAL = migrations.CreateModel(
    name="AuditPersonal",
    fields=[
        (
            "event",
            models.OneToOneField(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                primary_key=True,
                related_name="personal",
                serialize=False,
                to="tenants.auditevent",
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
            "actor",
            models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True),
        ),
        ("actor_salt", models.UUIDField(null=True)),
        (
            "metadata",
            models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True),
        ),
        ("metadata_salt", models.UUIDField(null=True)),
    ],
)

ERASURE = migrations.CreateModel(
    name="Erasure",
    fields=[
        (
            "id",
            config.ids.IdField(
                default=config.ids.new_id, editable=False, primary_key=True, serialize=False
            ),
        ),
        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
        ("user_id", config.ids.IdField()),
        ("actor_user_id", config.ids.IdField(null=True)),
        (
            "digests",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(db_collation="C", max_length=64), default=list
            ),
        ),
        (
            "events",
            django.contrib.postgres.fields.ArrayField(
                base_field=config.ids.IdField(), default=list
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
                fields=("user_id",),
                name="unique_erasure_of_user",
                violation_error_message="This person was erased already.",
            ),
            models.CheckConstraint(
                condition=models.Q(("user_id", ""), _negated=True),
                name="erasure_of_somebody",
                violation_error_message="An erasure is of somebody.",
            ),
        ],
    },
)


class Migration(migrations.Migration):
    dependencies = [("tenants", "0011_seals")]

    operations = [
        AUDIT_PERSONAL,
        ERASURE,
        BuildWalls("AuditPersonal", "Erasure"),
        ApplySQL(
            "event_parts",
            drop="""
            DROP FUNCTION event_subject(jsonb, text, text);
            DROP FUNCTION actor_part(text, text, inet, text);
            DROP FUNCTION metadata_part(jsonb, text, text);
            DROP FUNCTION personal_digest(uuid, jsonb);
            """,
        ),
        ApplySQL(
            "erased_people",
            drop="""
            DROP FUNCTION lock_person(text, boolean);
            DROP FUNCTION was_erased(text);
            DROP FUNCTION named_somebody_erased(text, text);
            """,
        ),
        ApplySQL("only_erased", drop="DROP FUNCTION refuse_all_but_erasure()"),
        ApplySQL("audit_only_erased", drop="DROP TRIGGER only_erased ON tenants_auditpersonal"),
        ApplySQL("erase_from_trail", drop="DROP FUNCTION erase_from_trail(text, text[])"),
        ApplySQL("audit_parts_difference", drop="DROP VIEW audit_parts_difference"),
        ApplySQL(
            "keep_apart",
            drop="DROP TRIGGER keep_apart ON tenants_auditevent; DROP FUNCTION keep_event_apart();",
        ),
    ]
