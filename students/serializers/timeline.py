"""The serializer of a student's timeline (contract §19)."""

from typing import Any

from rest_framework import serializers

from students.models import AttemptTransaction
from students.queries.timeline import Entry, Imported
from tenants.models import AuditEvent, EventType

KINDS = ("event", "transaction", "import")


class TimelineEntrySerializer(serializers.Serializer):
    """Something that happened to a student; what does not apply is null."""

    id = serializers.CharField()
    kind = serializers.ChoiceField(KINDS)
    type = serializers.CharField(help_text="Of the event or transaction; an import's outcome.")
    happened_at = serializers.DateTimeField()
    actor_user_id = serializers.CharField(allow_null=True)
    actor_name = serializers.CharField(allow_null=True, help_text="The name of then.")
    changes = serializers.JSONField(allow_null=True, help_text="Field → before and after.")
    session_id = serializers.CharField(allow_null=True, help_text="Whose transcript was read.")
    case_study_id = serializers.CharField(allow_null=True)
    amount = serializers.IntegerField(allow_null=True)
    reason = serializers.CharField(allow_null=True)
    expires_at = serializers.DateTimeField(allow_null=True)
    changed = serializers.ListField(
        child=serializers.CharField(), allow_null=True, help_text="Fields that an import changed."
    )

    def to_representation(self, entry: Entry) -> dict[str, Any]:
        return dict.fromkeys(self.fields) | _facts(entry)


def _facts(entry: Entry) -> dict[str, Any]:
    match entry:
        case AuditEvent():
            read = entry.event_type == EventType.TRANSCRIPT_READ
            return _head(entry, "event", entry.event_type, entry.event_time) | {
                "id": entry.pk,
                "changes": entry.metadata.get("changes"),
                "session_id": entry.target_id if read else None,
                "case_study_id": entry.metadata.get("case_study_id"),
            }
        case AttemptTransaction():
            return _head(entry, "transaction", entry.type, entry.created_at) | {
                "id": entry.pk,
                "case_study_id": entry.case_study_id,
                "amount": entry.amount,
                "reason": entry.reason or None,
                "expires_at": entry.expires_at,
            }
        case Imported(row=row, event=event):
            return _head(event, "import", row.outcome, row.created_at) | {
                "id": row.pk,
                "changed": row.changed,
            }


def _head(done: AuditEvent | AttemptTransaction | None, kind: str, type_: str, at: Any) -> dict:
    return {
        "kind": kind,
        "type": type_,
        "happened_at": at,
        "actor_user_id": done.actor_user_id if done else None,
        "actor_name": done.actor_name if done else None,
    }
