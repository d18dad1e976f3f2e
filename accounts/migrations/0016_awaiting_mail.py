"""Invitations that were not sent are found among all that were; everybody goes on meanwhile."""

from django.db import migrations, models

from config.db.concurrent_indexes import made_concurrently
from config.db.sql_objects import ApplySQL

_NAME = "invitations_awaiting_mail"
_MAKE = (
    f"CREATE INDEX CONCURRENTLY {_NAME} ON accounts_invitation (tenant_id)"
    " WHERE accepted_at IS NULL AND replaced_at IS NULL AND sent_at IS NULL"
)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("accounts", "0015_moves")]

    operations = [
        made_concurrently(
            _NAME,
            _MAKE,
            migrations.AddIndex(
                model_name="invitation",
                index=models.Index(
                    fields=["tenant"],
                    condition=models.Q(sent_at=None, accepted_at=None, replaced_at=None),
                    name=_NAME,
                ),
            ),
        ),
        ApplySQL("tenants_awaiting_mail", drop="DROP FUNCTION tenants_awaiting_mail();"),
    ]
