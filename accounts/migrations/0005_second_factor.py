"""Second factors: authenticator apps and recovery codes (contract §16)."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import config.constraints
import config.ids
import config.models
from config.db.walls import BuildWalls


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_reset"),
        ("tenants", "0003_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="SecondFactor",
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
                    "secret",
                    models.CharField(db_collation="C", db_default="", default="", max_length=500),
                ),
                (
                    "pending",
                    models.CharField(db_collation="C", db_default="", default="", max_length=500),
                ),
                ("since", models.DateTimeField(null=True)),
                ("last_step", models.PositiveBigIntegerField(db_default=0, default=0)),
                (
                    "recovery_digests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(db_collation="C", max_length=64),
                        db_default=[],
                        default=list,
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
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="second_factor",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    config.constraints.SameTenant("user", name="second_factor_user_fk"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("secret", ""), ("since", None)),
                            models.Q(
                                ("since__isnull", False), models.Q(("secret", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="second_factor_active_with_secret",
                        violation_error_message="An active second factor has a secret.",
                    ),
                ],
            },
        ),
        BuildWalls("SecondFactor"),
    ]
