"""The tables of programmes and case studies."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import config.constraints
import config.ids
import config.models
import programmes.validators
import tenants.validators


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenants", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseStudy",
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
                ("title", models.CharField(max_length=255)),
                (
                    "slug",
                    models.CharField(
                        db_collation="C",
                        max_length=255,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9-]+\\Z",
                                "Use lower-case letters, digits and hyphens only.",
                            )
                        ],
                    ),
                ),
                ("description", models.CharField(blank=True, max_length=5000, null=True)),
                (
                    "instructions",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[programmes.validators.validate_instructions],
                    ),
                ),
                (
                    "time_limit_minutes",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                    ),
                ),
                (
                    "document_url",
                    models.CharField(
                        blank=True,
                        max_length=1000,
                        null=True,
                        validators=[tenants.validators.validate_web_url],
                    ),
                ),
                ("first_message", models.CharField(blank=True, max_length=2000, null=True)),
                ("is_active", models.BooleanField(default=True)),
                (
                    "sort_title",
                    models.GeneratedField(
                        db_persist=True,
                        expression=config.models.Fold("title"),
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
            options={
                "verbose_name_plural": "case studies",
                "ordering": ("sort_title", "id"),
            },
        ),
        migrations.AddConstraint(
            model_name="casestudy",
            constraint=models.UniqueConstraint(
                fields=("tenant", "id"), name="case_study_tenant_id"
            ),
        ),
        migrations.CreateModel(
            name="Programme",
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
                    "code",
                    models.CharField(
                        db_collation="C",
                        max_length=32,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[A-Z0-9_-]+\\Z",
                                "Use upper-case letters, digits, hyphens and underscores only.",
                            )
                        ],
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("description", models.CharField(blank=True, max_length=2000, null=True)),
                ("is_active", models.BooleanField(default=True)),
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
                "ordering": ("code", "id"),
            },
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(fields=("tenant", "id"), name="programme_tenant_id"),
        ),
        migrations.CreateModel(
            name="CaseStudyProgramme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case_study",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="programme_links",
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
                    "programme",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.programme",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="casestudy",
            name="programmes",
            field=models.ManyToManyField(
                related_name="case_studies",
                through="programmes.CaseStudyProgramme",
                to="programmes.programme",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(
                fields=("tenant", "code"),
                name="unique_programme_code",
                violation_error_message="A programme with this code exists already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(("code__regex", "\\A[A-Z0-9_-]+\\Z")),
                name="programme_code_format",
                violation_error_message="Use upper-case letters, digits, hyphens and underscores only.",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="programme_name_not_empty",
                violation_error_message="A programme needs a name.",
            ),
        ),
        migrations.AddIndex(
            model_name="casestudyprogramme",
            index=models.Index(
                fields=["tenant", "programme", "case_study"], name="case_studies_of_prog"
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudyprogramme",
            constraint=models.UniqueConstraint(
                fields=("case_study", "programme"), name="unique_case_study_programme"
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudyprogramme",
            constraint=config.constraints.SameTenant(
                "case_study", name="case_study_programme_case_study_fk"
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudyprogramme",
            constraint=config.constraints.SameTenant(
                "programme",
                name="case_study_programme_programme_fk",
                violation_error_message="The programme is still in use.",
            ),
        ),
        migrations.AddIndex(
            model_name="casestudy",
            index=models.Index(
                models.F("tenant"),
                models.F("sort_title"),
                models.F("id"),
                name="case_study_by_title",
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudy",
            constraint=models.UniqueConstraint(
                fields=("tenant", "slug"),
                name="unique_case_study_slug",
                violation_error_message="A case study with this slug exists already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudy",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True),
                name="case_study_title_not_empty",
                violation_error_message="A case study needs a title.",
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudy",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__regex", "\\A[a-z0-9-]+\\Z")),
                name="case_study_slug_format",
                violation_error_message="Use lower-case letters, digits and hyphens only.",
            ),
        ),
        migrations.AddConstraint(
            model_name="casestudy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("time_limit_minutes__gt", 0), ("time_limit_minutes", None), _connector="OR"
                ),
                name="case_study_time_limit_positive",
                violation_error_message="A time limit is at least one minute.",
            ),
        ),
    ]
