"""Password resets: a link that is mailed, behind the walls like invitations (contract §16)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

import config.constraints
import config.ids
from config.db.sql_objects import ApplySQL
from config.db.walls import BuildWalls

# Backwards, the table goes, which the function reads.
DIRECTORY = ApplySQL("directory", version=2)
WITHOUT_THE_FUNCTION = migrations.RunSQL(
    migrations.RunSQL.noop, "DROP FUNCTION tenant_of_password_reset(text)"
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_walls"),
        ("tenants", "0004_allow_password_login"),
    ]

    operations = [
        migrations.CreateModel(
            name="PasswordReset",
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
                    "token_hash",
                    models.CharField(db_collation="C", max_length=64, null=True, unique=True),
                ),
                ("expires_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(db_default=0, default=0)),
                ("claimed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("failed_at", models.DateTimeField(null=True)),
                ("failure", models.CharField(max_length=500, null=True)),
                ("replaced_at", models.DateTimeField(null=True)),
                ("asked_from", models.CharField(max_length=50, null=True)),
                ("used_at", models.DateTimeField(null=True)),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["tenant", "user"], name="password_resets_of_user"),
                    models.Index(fields=["created_at"], name="password_resets_by_age"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=Q(replaced_at=None),
                        fields=("tenant", "user"),
                        name="unique_live_passwordreset",
                        violation_error_message="The user has a password reset already.",
                    ),
                    models.CheckConstraint(
                        condition=Q(sent_at=None) | Q(token_hash__isnull=False),
                        name="passwordreset_sent_with_token",
                        violation_error_message="What was sent carried a token.",
                    ),
                    models.CheckConstraint(
                        condition=Q(sent_at=None) | Q(failed_at=None),
                        name="passwordreset_sent_or_failed",
                        violation_error_message="A mail is sent or has failed, not both.",
                    ),
                    config.constraints.SameTenant("user", name="passwordreset_user_fk"),
                ],
            },
        ),
        # What both kinds of links have is written once now; nothing changes in the database.
        migrations.AlterField(
            model_name="invitation",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="%(class)ss",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        BuildWalls("PasswordReset"),
        WITHOUT_THE_FUNCTION,
        DIRECTORY,
    ]
