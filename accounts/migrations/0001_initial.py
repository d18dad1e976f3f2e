"""The tables of users, roles and ways in.

What SameTenant keys point to is made right after its table: so it is still there, on the way back, when
those keys go.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import accounts.validators
import config.constraints
import config.ids
import config.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("programmes", "0001_initial"),
        ("tenants", "0001_initial"),
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
        migrations.CreateModel(
            name="RateCounter",
            fields=[
                (
                    "key",
                    models.CharField(
                        db_collation="C", max_length=200, primary_key=True, serialize=False
                    ),
                ),
                ("hits", models.PositiveIntegerField()),
                ("window_ends_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="User",
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
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("email", models.EmailField(max_length=254)),
                (
                    "legacy_role",
                    models.CharField(
                        choices=[
                            ("SUPER_ADMIN", "Super Admin"),
                            ("ADMIN", "Admin"),
                            ("FACULTY", "Faculty"),
                            ("STUDENT", "Student"),
                        ],
                        editable=False,
                        max_length=20,
                        null=True,
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
                        default="ACTIVE",
                        max_length=10,
                    ),
                ),
                ("first_name", models.CharField(max_length=255)),
                ("middle_name", models.CharField(blank=True, max_length=255, null=True)),
                ("last_name", models.CharField(max_length=255)),
                ("title", models.CharField(blank=True, max_length=100, null=True)),
                ("department", models.CharField(blank=True, max_length=255, null=True)),
                ("unlimited_sessions", models.BooleanField(default=False)),
                (
                    "access_epoch",
                    models.PositiveIntegerField(db_default=0, default=0, editable=False),
                ),
                ("last_activity_at", models.DateTimeField(editable=False, null=True)),
                ("last_seen_at", models.DateTimeField(editable=False, null=True)),
                (
                    "sort_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=config.models.Fold(
                            django.db.models.functions.text.Concat(
                                "first_name",
                                models.Value(" "),
                                "last_name",
                                output_field=models.TextField(),
                            )
                        ),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                (
                    "search_text",
                    models.GeneratedField(
                        db_persist=True,
                        expression=config.models.FoldCase(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.text.Concat(
                                    "first_name",
                                    models.Value(" "),
                                    "last_name",
                                    output_field=models.TextField(),
                                ),
                                models.Value("\n"),
                                django.db.models.functions.text.Concat(
                                    "first_name",
                                    models.Value(" "),
                                    models.Case(
                                        models.When(
                                            middle_name__gt="",
                                            then=django.db.models.functions.text.Concat(
                                                "middle_name",
                                                models.Value(" "),
                                                output_field=models.TextField(),
                                            ),
                                        ),
                                        default=models.Value(""),
                                        output_field=models.TextField(),
                                    ),
                                    "last_name",
                                    output_field=models.TextField(),
                                ),
                                models.Value("\n"),
                                "email",
                                output_field=models.TextField(),
                            )
                        ),
                        output_field=models.TextField(),
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
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(fields=("tenant", "id"), name="user_tenant_id"),
        ),
        migrations.CreateModel(
            name="ProgrammeMembership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.programme",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="programme_links",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="user",
            name="programmes",
            field=models.ManyToManyField(
                related_name="users",
                through="accounts.ProgrammeMembership",
                to="programmes.programme",
            ),
        ),
        migrations.CreateModel(
            name="ProgrammeSet",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                (
                    "programmes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=config.ids.IdField(), help_text="Ids, ascending."
                    ),
                ),
                ("label", models.TextField(help_text="The programmes' names in code order.")),
                (
                    "sort_label",
                    models.GeneratedField(
                        db_persist=True,
                        expression=config.models.Fold("label"),
                        output_field=models.TextField(db_collation="C"),
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
        ),
        migrations.AddField(
            model_name="user",
            name="programme_set",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="users",
                to="accounts.programmeset",
            ),
        ),
        migrations.CreateModel(
            name="Role",
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
                ("name", models.CharField(max_length=100)),
                ("description", models.CharField(blank=True, max_length=500, null=True)),
                (
                    "legacy_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("SUPER_ADMIN", "Super Admin"),
                            ("ADMIN", "Admin"),
                            ("FACULTY", "Faculty"),
                            ("STUDENT", "Student"),
                        ],
                        editable=False,
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "permissions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        validators=[accounts.validators.validate_flags],
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
                "ordering": ("name", "id"),
            },
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.UniqueConstraint(fields=("tenant", "id"), name="role_tenant_id"),
        ),
        migrations.AddField(
            model_name="user",
            name="role",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="users",
                to="accounts.role",
            ),
        ),
        migrations.CreateModel(
            name="ServiceKey",
            fields=[
                (
                    "id",
                    models.CharField(
                        editable=False,
                        max_length=150,
                        primary_key=True,
                        serialize=False,
                        unique=True,
                    ),
                ),
                ("prefix", models.CharField(editable=False, max_length=8, unique=True)),
                ("hashed_key", models.CharField(editable=False, max_length=150)),
                ("created", models.DateTimeField(auto_now_add=True, db_index=True)),
                (
                    "name",
                    models.CharField(
                        default=None,
                        help_text="A free-form name for the API key. Need not be unique. 50 characters max.",
                        max_length=50,
                    ),
                ),
                (
                    "revoked",
                    models.BooleanField(
                        blank=True,
                        default=False,
                        help_text="If the API key is revoked, clients cannot use it anymore. (This cannot be undone.)",
                    ),
                ),
                (
                    "expiry_date",
                    models.DateTimeField(
                        blank=True,
                        help_text="Once API key expires, clients cannot use it anymore.",
                        null=True,
                        verbose_name="Expires",
                    ),
                ),
                ("last_used_at", models.DateTimeField(editable=False, null=True)),
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
                "verbose_name": "service key",
                "verbose_name_plural": "service keys",
                "ordering": ("-created",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SSOIdentity",
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
                ("server_url", models.CharField(max_length=500)),
                ("subject", models.CharField(max_length=255)),
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
                        related_name="sso_identity",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SSOLogin",
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
                ("user_epoch", models.PositiveIntegerField(db_default=0, default=0)),
                ("tenant_epoch", models.PositiveIntegerField(db_default=0, default=0)),
                ("ticket_digest", models.CharField(db_collation="C", max_length=64)),
                ("session_digest", models.CharField(db_collation="C", max_length=64, null=True)),
                ("ended_at", models.DateTimeField(null=True)),
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
                        related_name="sso_logins",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="ssologin",
            constraint=models.UniqueConstraint(fields=("tenant", "id"), name="sso_login_tenant_id"),
        ),
        migrations.CreateModel(
            name="SSOCode",
            fields=[
                (
                    "digest",
                    models.CharField(
                        db_collation="C", max_length=64, primary_key=True, serialize=False
                    ),
                ),
                ("challenge", models.CharField(db_collation="C", max_length=43)),
                ("expires_at", models.DateTimeField(db_index=True)),
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
                    "login",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="codes",
                        to="accounts.ssologin",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SignIn",
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
                ("user_epoch", models.PositiveIntegerField(db_default=0, default=0)),
                ("tenant_epoch", models.PositiveIntegerField(db_default=0, default=0)),
                ("refresh_jti", models.CharField(db_collation="C", max_length=32)),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("ended_at", models.DateTimeField(null=True)),
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
                        related_name="sign_ins",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sso_login",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_ins",
                        to="accounts.ssologin",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
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
                ("invited_by_id", config.ids.IdField(null=True)),
                ("invited_by_name", models.CharField(max_length=511, null=True)),
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
                ("accepted_at", models.DateTimeField(null=True)),
                ("replaced_at", models.DateTimeField(null=True)),
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
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["tenant", "user"], name="invitations_of_user")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_at", None)),
                        fields=("tenant", "user"),
                        name="unique_live_invitation",
                        violation_error_message="The user has an invitation already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sent_at", None), ("token_hash__isnull", False), _connector="OR"
                        ),
                        name="invitation_sent_with_token",
                        violation_error_message="What was sent carried a token.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sent_at", None), ("failed_at", None), _connector="OR"),
                        name="invitation_sent_or_failed",
                        violation_error_message="A mail is sent or has failed, not both.",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="programmemembership",
            index=models.Index(fields=["tenant", "programme", "user"], name="members_of_programme"),
        ),
        migrations.AddConstraint(
            model_name="programmemembership",
            constraint=models.UniqueConstraint(
                fields=("user", "programme"), name="unique_programme_membership"
            ),
        ),
        migrations.AddConstraint(
            model_name="programmemembership",
            constraint=config.constraints.SameTenant("user", name="programme_membership_user_fk"),
        ),
        migrations.AddConstraint(
            model_name="programmemembership",
            constraint=config.constraints.SameTenant(
                "programme",
                name="programme_membership_programme_fk",
                violation_error_message="The programme is still in use.",
            ),
        ),
        migrations.AddIndex(
            model_name="programmeset",
            index=models.Index(fields=["tenant", "sort_label"], name="programme_sets_by_label"),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.UniqueConstraint(
                models.F("tenant"),
                django.db.models.functions.text.Lower("name"),
                name="unique_role_name",
                violation_error_message="A role with this name exists already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.UniqueConstraint(
                fields=("tenant", "legacy_role"),
                name="unique_system_role",
                violation_error_message="The tenant has this system role already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("legacy_role__in", ["SUPER_ADMIN", "ADMIN", "FACULTY", "STUDENT"]),
                    ("legacy_role__isnull", True),
                    _connector="OR",
                ),
                name="role_legacy_role",
                violation_error_message="Unknown system role.",
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="role_name_not_empty",
                violation_error_message="A role needs a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "permissions__contained_by",
                        [
                            "USER_MANAGEMENT.can_view",
                            "USER_MANAGEMENT.can_create",
                            "USER_MANAGEMENT.can_edit",
                            "USER_MANAGEMENT.can_delete",
                            "USER_MANAGEMENT.can_export",
                            "ROLE_MANAGEMENT.can_view",
                            "ROLE_MANAGEMENT.can_create",
                            "ROLE_MANAGEMENT.can_edit",
                            "ROLE_MANAGEMENT.can_delete",
                            "ROLE_MANAGEMENT.can_export",
                            "TENANT_MANAGEMENT.can_view",
                            "TENANT_MANAGEMENT.can_create",
                            "TENANT_MANAGEMENT.can_edit",
                            "TENANT_MANAGEMENT.can_delete",
                            "TENANT_MANAGEMENT.can_export",
                            "CASE_STUDIES.can_view",
                            "CASE_STUDIES.can_create",
                            "CASE_STUDIES.can_edit",
                            "CASE_STUDIES.can_delete",
                            "CASE_STUDIES.can_export",
                            "KNOWLEDGE_BASES.can_view",
                            "KNOWLEDGE_BASES.can_create",
                            "KNOWLEDGE_BASES.can_edit",
                            "KNOWLEDGE_BASES.can_delete",
                            "KNOWLEDGE_BASES.can_export",
                            "FEEDBACK.can_view",
                            "FEEDBACK.can_create",
                            "FEEDBACK.can_edit",
                            "FEEDBACK.can_delete",
                            "FEEDBACK.can_export",
                            "PROGRAMMES.can_view",
                            "PROGRAMMES.can_create",
                            "PROGRAMMES.can_edit",
                            "PROGRAMMES.can_delete",
                            "PROGRAMMES.can_export",
                            "ATTEMPT_MANAGEMENT.can_view",
                            "ATTEMPT_MANAGEMENT.can_create",
                            "ATTEMPT_MANAGEMENT.can_edit",
                            "ATTEMPT_MANAGEMENT.can_delete",
                            "ATTEMPT_MANAGEMENT.can_export",
                            "STUDENT_PERFORMANCE.can_view",
                            "STUDENT_PERFORMANCE.can_create",
                            "STUDENT_PERFORMANCE.can_edit",
                            "STUDENT_PERFORMANCE.can_delete",
                            "STUDENT_PERFORMANCE.can_export",
                        ],
                    )
                ),
                name="role_permissions_known",
                violation_error_message="Unknown permission.",
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("legacy_role", "SUPER_ADMIN"), ("legacy_role__isnull", False)),
                    models.Q(
                        (
                            "permissions__overlap",
                            [
                                "TENANT_MANAGEMENT.can_view",
                                "TENANT_MANAGEMENT.can_create",
                                "TENANT_MANAGEMENT.can_edit",
                                "TENANT_MANAGEMENT.can_delete",
                                "TENANT_MANAGEMENT.can_export",
                            ],
                        ),
                        _negated=True,
                    ),
                    _connector="OR",
                ),
                name="role_tenant_management",
                violation_error_message="Only the Super Admin role manages tenants.",
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("legacy_role", "STUDENT"), ("legacy_role__isnull", False), _negated=True
                    ),
                    ("permissions", []),
                    _connector="OR",
                ),
                name="role_student_without_permissions",
                violation_error_message="The Student role carries no permission.",
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(models.F("tenant"), models.F("role"), name="user_by_role"),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(
                models.F("tenant"),
                models.OrderBy(models.F("created_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(
                    models.Q(("legacy_role", "STUDENT"), _negated=True),
                    ("legacy_role", None),
                    _connector="OR",
                ),
                name="staff_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(
                models.F("tenant"),
                models.F("sort_name"),
                models.F("id"),
                condition=models.Q(
                    ("legacy_role", "STUDENT"), models.Q(("status", "DELETED"), _negated=True)
                ),
                name="student_by_name",
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(
                models.F("tenant"),
                models.F("status"),
                models.F("sort_name"),
                models.F("id"),
                condition=models.Q(
                    ("legacy_role", "STUDENT"), models.Q(("status", "DELETED"), _negated=True)
                ),
                name="student_status_name",
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(
                models.F("tenant"),
                models.F("status"),
                models.OrderBy(models.F("last_seen_at"), descending=True, nulls_last=True),
                models.F("sort_name"),
                models.F("id"),
                condition=models.Q(
                    ("legacy_role", "STUDENT"), models.Q(("status", "DELETED"), _negated=True)
                ),
                name="student_status_seen_desc",
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(
                models.F("tenant"),
                models.F("status"),
                models.OrderBy(models.F("last_seen_at"), nulls_last=True),
                models.F("sort_name"),
                models.F("id"),
                condition=models.Q(
                    ("legacy_role", "STUDENT"), models.Q(("status", "DELETED"), _negated=True)
                ),
                name="student_status_seen_asc",
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(
                models.F("tenant"),
                models.F("programme_set"),
                models.F("status"),
                models.F("sort_name"),
                models.F("id"),
                condition=models.Q(
                    ("legacy_role", "STUDENT"), models.Q(("status", "DELETED"), _negated=True)
                ),
                name="student_set_name",
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(
                models.F("tenant"),
                models.F("programme_set"),
                models.F("status"),
                models.OrderBy(models.F("last_seen_at"), descending=True, nulls_last=True),
                models.F("sort_name"),
                models.F("id"),
                condition=models.Q(
                    ("legacy_role", "STUDENT"), models.Q(("status", "DELETED"), _negated=True)
                ),
                name="student_set_seen",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                models.F("tenant"),
                django.db.models.functions.text.Lower("email"),
                name="unique_user_email",
                violation_error_message="A user with this e-mail address exists already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=config.constraints.SameTenant(
                "role",
                name="user_role_fk",
                violation_error_message="The role is still assigned to users.",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("email", ""), _negated=True),
                    models.Q(("first_name", ""), _negated=True),
                ),
                name="user_email_and_name_not_empty",
                violation_error_message="A user needs an e-mail address and a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["ACTIVE", "INACTIVE", "DELETED"])),
                name="user_status",
                violation_error_message="Unknown status.",
            ),
        ),
        migrations.AddIndex(
            model_name="servicekey",
            index=models.Index(fields=["tenant", "-created"], name="service_keys_newest"),
        ),
        migrations.AddConstraint(
            model_name="ssoidentity",
            constraint=config.constraints.SameTenant("user", name="sso_identity_user_fk"),
        ),
        migrations.AddIndex(
            model_name="ssologin",
            index=models.Index(fields=["tenant", "user"], name="sso_logins_of_user"),
        ),
        migrations.AddIndex(
            model_name="ssologin",
            index=models.Index(fields=["created_at"], name="sso_logins_by_age"),
        ),
        migrations.AddIndex(
            model_name="ssologin",
            index=models.Index(
                condition=models.Q(("session_digest__isnull", False)),
                fields=["session_digest"],
                name="sso_logins_of_session",
            ),
        ),
        migrations.AddConstraint(
            model_name="ssologin",
            constraint=models.UniqueConstraint(
                fields=("tenant", "ticket_digest"),
                name="unique_sso_ticket",
                violation_error_message="This ticket was used already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ssologin",
            constraint=config.constraints.SameTenant("user", name="sso_login_user_fk"),
        ),
        migrations.AddConstraint(
            model_name="ssocode",
            constraint=config.constraints.SameTenant("login", name="sso_code_login_fk"),
        ),
        migrations.AddIndex(
            model_name="signin",
            index=models.Index(
                condition=models.Q(("ended_at", None)),
                fields=["tenant", "user"],
                name="open_sign_ins",
            ),
        ),
        migrations.AddIndex(
            model_name="signin",
            index=models.Index(
                condition=models.Q(("sso_login__isnull", False)),
                fields=["sso_login"],
                name="sign_ins_by_sso",
            ),
        ),
        migrations.AddConstraint(
            model_name="signin",
            constraint=config.constraints.SameTenant("user", name="sign_in_user_fk"),
        ),
        migrations.AddConstraint(
            model_name="signin",
            constraint=config.constraints.SameTenant("sso_login", name="sign_in_sso_login_fk"),
        ),
        # Not with its table: Django asks for the statement there, since a column has a db_default, and a
        # SameTenant key has none to give.
        migrations.AddConstraint(
            model_name="invitation",
            constraint=config.constraints.SameTenant("user", name="invitation_user_fk"),
        ),
    ]
