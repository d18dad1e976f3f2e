"""Where and when sign-ins are used, and by whom; how long they last (contract §16).

Sessions that the release before opened count from now on: they end by the lifetimes as if they
were opened at this moment.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.contrib.postgres.functions import TransactionNow
from django.db import migrations, models

import config.ids


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_second_factor"), ("tenants", "0005_user_agent")]

    operations = [
        migrations.AddField(
            model_name="browsersession",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="browsersession",
            name="public_id",
            field=config.ids.IdField(null=True),
        ),
        migrations.AddField(
            model_name="browsersession",
            name="created_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now, db_default=TransactionNow()
            ),
        ),
        migrations.AddField(
            model_name="browsersession",
            name="last_used_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now, db_default=TransactionNow()
            ),
        ),
        migrations.AddField(
            model_name="browsersession",
            name="address",
            field=models.GenericIPAddressField(null=True),
        ),
        migrations.AddField(
            model_name="browsersession",
            name="user_agent",
            field=models.CharField(max_length=256, null=True),
        ),
        migrations.AddField(
            model_name="signin",
            name="last_used_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="signin",
            name="address",
            field=models.GenericIPAddressField(null=True),
        ),
        migrations.AddField(
            model_name="signin",
            name="user_agent",
            field=models.CharField(max_length=256, null=True),
        ),
        migrations.AddField(
            model_name="signin",
            name="previous_jti",
            field=models.CharField(db_collation="C", max_length=32, null=True),
        ),
        migrations.AddField(
            model_name="signin",
            name="rotated_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="signin",
            name="rotated_by",
            field=models.CharField(db_collation="C", max_length=64, null=True),
        ),
    ]
