"""The tables of tenants, after what tables of all apps are made with.

Generated columns and indexes call ``fold_text`` and ``fold_case``, and indexes want the two extensions:
these come first. All other database code is in 0002.
"""

import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension
from django.db import migrations, models

import config.ids
import config.models
import tenants.validators
from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        TrigramExtension(),
        BtreeGinExtension(),
        ApplySQL("fold_text", drop="DROP FUNCTION fold_text(text)"),
        ApplySQL("fold_case", drop="DROP FUNCTION fold_case(text)"),
        migrations.CreateModel(
            name="AllowedOrigin",
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
                ("origin", models.CharField(db_collation="C", max_length=255)),
            ],
            options={
                "ordering": ("created_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                (
                    "id",
                    config.ids.IdField(
                        default=config.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("actor_user_id", config.ids.IdField(null=True)),
                ("actor_email", models.CharField(max_length=254, null=True)),
                ("actor_name", models.CharField(max_length=511, null=True)),
                ("target_type", models.CharField(max_length=30)),
                ("target_id", models.CharField(max_length=100, null=True)),
                ("event_type", models.CharField(max_length=50)),
                ("event_time", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "metadata",
                    models.JSONField(
                        default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                ("request_id", models.CharField(max_length=128, null=True)),
                ("address", models.GenericIPAddressField(null=True)),
            ],
            options={
                "ordering": ("-event_time", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Tenant",
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
                ("name", models.CharField(max_length=255)),
                (
                    "slug",
                    models.CharField(
                        db_collation="C",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9-]+\\Z",
                                "Use lower-case letters, digits and hyphens only.",
                            )
                        ],
                    ),
                ),
                ("domain", models.CharField(blank=True, max_length=255, null=True)),
                ("lms_type", models.CharField(blank=True, max_length=50, null=True)),
                ("is_active", models.BooleanField(default=True)),
                (
                    "access_epoch",
                    models.PositiveIntegerField(db_default=0, default=0, editable=False),
                ),
            ],
            options={
                "ordering": ("name", "id"),
            },
        ),
        migrations.CreateModel(
            name="TenantAIConfig",
            fields=[
                (
                    "tenant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="ai_config",
                        serialize=False,
                        to="tenants.tenant",
                    ),
                ),
                ("default_llm_model", models.CharField(blank=True, max_length=100, null=True)),
                ("default_tts_voice", models.CharField(blank=True, max_length=100, null=True)),
                ("default_stt_language", models.CharField(blank=True, max_length=10, null=True)),
                (
                    "max_sessions_per_student",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                    ),
                ),
                ("default_language", models.CharField(blank=True, max_length=10, null=True)),
                ("admin_email", models.EmailField(blank=True, max_length=254, null=True)),
                ("support_email", models.EmailField(blank=True, max_length=254, null=True)),
                ("updated_at", config.models.UpdatedAtField()),
            ],
        ),
        migrations.CreateModel(
            name="TenantBranding",
            fields=[
                (
                    "tenant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="branding",
                        serialize=False,
                        to="tenants.tenant",
                    ),
                ),
                (
                    "logo_url",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        validators=[tenants.validators.validate_logo_url],
                    ),
                ),
                (
                    "primary_color",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        null=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A#[0-9A-Fa-f]{6}\\Z", "Write colours as #RRGGBB."
                            )
                        ],
                    ),
                ),
                (
                    "secondary_color",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        null=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A#[0-9A-Fa-f]{6}\\Z", "Write colours as #RRGGBB."
                            )
                        ],
                    ),
                ),
                (
                    "widget_position",
                    models.CharField(
                        choices=[
                            ("bottom-right", "Bottom Right"),
                            ("bottom-left", "Bottom Left"),
                            ("top-right", "Top Right"),
                            ("top-left", "Top Left"),
                        ],
                        default="bottom-right",
                        max_length=20,
                    ),
                ),
                ("updated_at", config.models.UpdatedAtField()),
            ],
        ),
        migrations.CreateModel(
            name="TenantSSOConfig",
            fields=[
                (
                    "tenant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="sso_config",
                        serialize=False,
                        to="tenants.tenant",
                    ),
                ),
                (
                    "provider",
                    models.CharField(choices=[("cas", "Cas")], default="cas", max_length=20),
                ),
                (
                    "server_url",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        validators=[tenants.validators.validate_sso_url],
                    ),
                ),
                (
                    "callback_url",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        validators=[tenants.validators.validate_sso_url],
                    ),
                ),
                ("is_enabled", models.BooleanField(default=False)),
                ("updated_at", config.models.UpdatedAtField()),
            ],
        ),
        migrations.AddIndex(
            model_name="tenant",
            index=models.Index(
                config.models.Fold("name"), models.F("id"), name="tenant_in_name_order"
            ),
        ),
        migrations.AddIndex(
            model_name="tenant",
            index=models.Index(fields=["domain"], name="tenant_by_domain"),
        ),
        migrations.AddConstraint(
            model_name="tenant",
            constraint=models.UniqueConstraint(
                fields=("slug",),
                name="unique_tenant_slug",
                violation_error_message="A tenant with this slug exists already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tenant",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__regex", "\\A[a-z0-9-]+\\Z")),
                name="tenant_slug_format",
                violation_error_message="Use lower-case letters, digits and hyphens only.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tenant",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="tenant_name_not_empty",
                violation_error_message="A tenant needs a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tenant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_active", True)),
                fields=("domain",),
                name="unique_domain_of_active_tenant",
                violation_error_message="This domain belongs to another tenant.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tenant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "domain__regex",
                        "\\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\\Z",
                    )
                ),
                name="tenant_domain_format",
                violation_error_message="Give a host name, such as console.state.edu: no https://, no port, no path.",
            ),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="tenant",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenants.tenant",
            ),
        ),
        migrations.AddField(
            model_name="allowedorigin",
            name="tenant",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenants.tenant",
            ),
        ),
        migrations.AddConstraint(
            model_name="tenantaiconfig",
            constraint=models.CheckConstraint(
                condition=models.Q(("max_sessions_per_student__range", (1, 100))),
                name="ai_max_sessions_range",
                violation_error_message="A student may have from 1 to 100 sessions.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tenantbranding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("primary_color__regex", "\\A#[0-9A-Fa-f]{6}\\Z"),
                    ("secondary_color__regex", "\\A#[0-9A-Fa-f]{6}\\Z"),
                ),
                name="branding_colour_format",
                violation_error_message="Write colours as #RRGGBB.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tenantbranding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "widget_position__in",
                        ["bottom-right", "bottom-left", "top-right", "top-left"],
                    )
                ),
                name="branding_widget_position",
                violation_error_message="Unknown widget position.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tenantssoconfig",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_enabled", False),
                    models.Q(
                        ("callback_url__gt", ""),
                        ("callback_url__isnull", False),
                        ("server_url__gt", ""),
                        ("server_url__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="sso_enabled_needs_urls",
                violation_error_message="Single sign-on can be enabled once server and callback URL are set.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tenantssoconfig",
            constraint=models.CheckConstraint(
                condition=models.Q(("provider__in", ["cas"])),
                name="sso_provider",
                violation_error_message="Unknown single sign-on provider.",
            ),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["tenant", "-event_time", "-id"], name="audit_newest"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(
                fields=["tenant", "actor_user_id", "-event_time", "-id"], name="audit_by_actor"
            ),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(
                fields=["tenant", "event_type", "-event_time", "-id"], name="audit_by_event"
            ),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(
                fields=["tenant", "target_type", "-event_time", "-id"], name="audit_by_type"
            ),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(
                fields=["tenant", "target_id", "-event_time", "-id"], name="audit_by_target"
            ),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["tenant"], name="audit_count"),
        ),
        migrations.AddIndex(
            model_name="allowedorigin",
            index=models.Index(fields=["origin", "tenant"], name="allowed_origin_lookup"),
        ),
        migrations.AddConstraint(
            model_name="allowedorigin",
            constraint=models.UniqueConstraint(
                fields=("tenant", "origin"),
                name="unique_origin_per_tenant",
                violation_error_message="This origin is allowed already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="allowedorigin",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin", django.db.models.functions.text.Lower("origin"))),
                name="origin_lower_case",
                violation_error_message="Write origins in lower case.",
            ),
        ),
    ]
