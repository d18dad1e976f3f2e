import django.core.validators
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0013_events_kept_apart"),
    ]

    operations = [
        migrations.AddField(
            model_name="tenantaiconfig",
            name="pass_mark",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="The final score from which a case study is passed.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(100),
                ],
            ),
        ),
        AddConstraintNotValid(
            model_name="tenantaiconfig",
            constraint=models.CheckConstraint(
                condition=models.Q(pass_mark__range=(1, 100)),
                name="ai_pass_mark_range",
                violation_error_message="The pass mark is from 1 to 100.",
            ),
        ),
    ]
