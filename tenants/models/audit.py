from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from config.http.requests import LONGEST_USER_AGENT
from config.ids import IdField, new_id
from tenants.models.scoping import TenantOwned

# Events of people's own access: the target is the user.
_OF_USERS = frozenset({"sign_in", "sign_out", "password", "second_factor"})


class EventType(models.TextChoices):
    """The types of events; the part before the dot is the type of the target, or leads to it."""

    TENANT_CREATED = "tenant.created"
    TENANT_UPDATED = "tenant.updated"
    TENANT_DELETED = "tenant.deleted"
    USER_CREATED = "user.created"
    USER_UPDATED = "user.updated"
    USER_ACTIVATED = "user.activated"
    USER_DEACTIVATED = "user.deactivated"
    USER_DELETED = "user.deleted"
    PASSWORD_RESET_REQUESTED = "password.reset_requested"  # noqa: S105 - an event
    PASSWORD_CHANGED = "password.changed"  # noqa: S105 - likewise
    SECOND_FACTOR_ADDED = "second_factor.added"
    SECOND_FACTOR_REMOVED = "second_factor.removed"
    ROLE_CREATED = "role.created"
    ROLE_UPDATED = "role.updated"
    ROLE_DELETED = "role.deleted"
    PERMISSION_UPDATED = "permission.updated"
    PROGRAMME_CREATED = "programme.created"
    PROGRAMME_UPDATED = "programme.updated"
    PROGRAMME_DELETED = "programme.deleted"
    CASE_STUDY_CREATED = "case_study.created"
    CASE_STUDY_UPDATED = "case_study.updated"
    CASE_STUDY_DELETED = "case_study.deleted"
    ATTEMPT_GRANTED = "attempt.granted"
    ATTEMPT_REVOKED = "attempt.revoked"
    TRANSCRIPT_READ = "transcript.read"
    ROSTER_IMPORTED = "roster.imported"
    SESSIONS_IMPORTED = "sessions.imported"
    SERVICE_KEY_CREATED = "service_key.created"
    SERVICE_KEY_REVOKED = "service_key.revoked"
    ACCESS_DENIED = "access.denied"
    SIGN_IN_SUCCEEDED = "sign_in.succeeded"
    SIGN_IN_FAILED = "sign_in.failed"
    SIGN_OUT = "sign_out"

    @property
    def target_type(self) -> str:
        subject = self.value.partition(".")[0]
        return "user" if subject in _OF_USERS else subject

    @classmethod
    def target_types(cls) -> list[str]:
        """Return every type of target once."""
        return list(dict.fromkeys(event.target_type for event in cls))


class AuditEvent(TenantOwned):
    """An event: its actor, type and target as they were then; it never changes (contract §11)."""

    id = IdField(primary_key=True, default=new_id, editable=False)
    actor_user_id = IdField(null=True)
    actor_email = models.CharField(max_length=254, null=True)
    actor_name = models.CharField(max_length=511, null=True)
    target_type = models.CharField(max_length=30)
    target_id = models.CharField(max_length=100, null=True)
    event_type = models.CharField(max_length=50)
    event_time = models.DateTimeField(default=timezone.now)
    metadata = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    request_id = models.CharField(max_length=128, null=True)
    address = models.GenericIPAddressField(null=True)
    user_agent = models.CharField(max_length=LONGEST_USER_AGENT, null=True)

    class Meta:
        ordering = ("-event_time", "-id")
        indexes = (
            models.Index(fields=["tenant", "-event_time", "-id"], name="audit_newest"),
            models.Index(
                fields=["tenant", "actor_user_id", "-event_time", "-id"], name="audit_by_actor"
            ),
            models.Index(
                fields=["tenant", "event_type", "-event_time", "-id"], name="audit_by_event"
            ),
            models.Index(
                fields=["tenant", "target_type", "-event_time", "-id"], name="audit_by_type"
            ),
            models.Index(
                fields=["tenant", "target_id", "-event_time", "-id"], name="audit_by_target"
            ),
            # A page shows the number of events. This index stores equal keys once, so that a count
            # of a million reads a twentieth of what it would in the others.
            models.Index(fields=["tenant"], name="audit_count"),
        )

    def __str__(self) -> str:
        return f"{self.event_type} {self.target_id}"
