"""Finds a user's browser sessions; made while everybody goes on working."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("accounts", "0006_sessions")]

    operations = [
        AddIndexConcurrently(
            model_name="browsersession",
            index=models.Index(
                condition=models.Q(("user__isnull", False)),
                fields=["user"],
                name="browser_sessions_of_user",
            ),
        ),
    ]
