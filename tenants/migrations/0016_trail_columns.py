"""Columns of an event by which lists find it: its job, where it was done, from where (§19).

The database writes them from the metadata, which seals cover, for the release before as well.
"""

from django.db import migrations

import config.ids
from config.db.sql_objects import ApplySQL


class Migration(migrations.Migration):
    dependencies = [("tenants", "0015_pass_mark_valid")]

    operations = [
        *(
            migrations.AddField(
                model_name="auditevent",
                name=name,
                field=config.ids.IdField(editable=False, null=True),
            )
            for name in ("part_of", "done_in", "done_from")
        ),
        ApplySQL("event_parts", version=2),
        ApplySQL("keep_apart", version=2),
    ]
