"""The indexes of lists without the lines of jobs; everybody goes on working meanwhile."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

_SHOWN = models.Q(part_of__isnull=True)
_NEWEST = ["-event_time", "-id"]


def _add(name: str, fields: list[str], **options: object) -> AddIndexConcurrently:
    return AddIndexConcurrently(
        model_name="auditevent",
        index=models.Index(fields=["tenant", *fields], name=name, **options),
    )


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("tenants", "0016_trail_columns")]

    operations = [
        _add("audit_shown", _NEWEST, include=("done_in",), condition=_SHOWN),
        _add("audit_shown_by_actor", ["actor_user_id", *_NEWEST], condition=_SHOWN),
        *(
            _add(
                f"audit_shown_{verb}",
                _NEWEST,
                condition=_SHOWN & models.Q(event_type__in=[f"attempt.{verb}", f"bulk_job.{verb}"]),
            )
            for verb in ("granted", "revoked")
        ),
        _add(
            "audit_lines_of_job", ["part_of", *_NEWEST], condition=models.Q(part_of__isnull=False)
        ),
        _add(
            "audit_elsewhere",
            ["done_in", *_NEWEST],
            include=("part_of",),
            condition=models.Q(done_in__isnull=False),
        ),
        _add(
            "audit_by_visitor",
            ["actor_user_id", *_NEWEST],
            condition=models.Q(done_from__isnull=False),
        ),
    ]
