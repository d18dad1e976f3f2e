from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.http.requests import LONGEST_USER_AGENT
from config.ids import IdField, new_id
from tenants.models.kept_apart import KeptApart, KeptApartQuerySet, WholeManager

# What is kept apart of the actor → the columns that it came from.
_ACTOR_PART = {
    "email": "actor_email",
    "name": "actor_name",
    "address": "address",
    "user_agent": "user_agent",
}

# Events of people's own access: the target is the user.
_OF_USERS = frozenset({"sign_in", "sign_out", "password", "second_factor", "personal_data"})
# Whole lists that were given out: the target is the tenant.
_OF_TENANTS = frozenset({"students", "attempts", "performance", "audit", "export"})


class EventType(models.TextChoices):
    """The types of events; the part before the dot is the type of the target, or leads to it."""

    TENANT_CREATED = "tenant.created"
    TENANT_UPDATED = "tenant.updated"
    TENANT_DELETED = "tenant.deleted"
    TENANT_HELD = "tenant.held"
    TENANT_RELEASED = "tenant.released"
    TENANT_ARRIVED = "tenant.arrived"
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
    BULK_JOB_GRANTED = "bulk_job.granted"
    BULK_JOB_REVOKED = "bulk_job.revoked"
    TRANSCRIPT_READ = "transcript.read"
    ROSTER_IMPORTED = "roster.imported"
    TRANSCRIPT_REMOVED = "transcript.removed"
    AUDIT_REMOVED = "audit.removed"
    SESSIONS_IMPORTED = "sessions.imported"
    SERVICE_KEY_CREATED = "service_key.created"
    SERVICE_KEY_REVOKED = "service_key.revoked"
    ACCESS_DENIED = "access.denied"
    SIGN_IN_SUCCEEDED = "sign_in.succeeded"
    SIGN_IN_FAILED = "sign_in.failed"
    SIGN_OUT = "sign_out"
    PERSONAL_DATA_ERASED = "personal_data.erased"
    STUDENTS_EXPORTED = "students.exported"
    ATTEMPTS_EXPORTED = "attempts.exported"
    PERFORMANCE_EXPORTED = "performance.exported"
    AUDIT_EXPORTED = "audit.exported"
    PERSONAL_DATA_EXPORTED = "personal_data.exported"
    EXPORT_FAILED = "export.failed"

    @property
    def target_type(self) -> str:
        subject = self.value.partition(".")[0]
        if subject in _OF_TENANTS:
            return "tenant"
        return "user" if subject in _OF_USERS else subject

    @classmethod
    def target_types(cls) -> list[str]:
        """Return every type of target once."""
        return list(dict.fromkeys(event.target_type for event in cls))


# An event of one student → that of a job, which tells of many: people ask for both as one kind.
TOLD_TOGETHER = {
    EventType.ATTEMPT_GRANTED.value: EventType.BULK_JOB_GRANTED.value,
    EventType.ATTEMPT_REVOKED.value: EventType.BULK_JOB_REVOKED.value,
}

NO_LINE_OF_A_JOB = Q(part_of__isnull=True)


class NextArrival(models.Func):
    """The next number of arrival: the database gives it to an event as it takes it in."""

    template = "nextval('tenants_auditevent_arrival')"
    output_field = models.BigIntegerField()


class AuditEvent(KeptApart):
    """An event: its actor, type and target as they were then; it never changes (contract §11).

    What names a person in it the database keeps apart, for an erasure (``AuditPersonal``).
    """

    id = IdField(primary_key=True, default=new_id, editable=False)
    actor_user_id = IdField(verbose_name=_("actor user id"), null=True)
    actor_email = models.CharField(_("actor email"), max_length=254, null=True)
    actor_name = models.CharField(max_length=511, null=True)
    target_type = models.CharField(_("target type"), max_length=30)
    target_id = models.CharField(_("target id"), max_length=100, null=True)
    event_type = models.CharField(_("event type"), max_length=50)
    event_time = models.DateTimeField(_("event time"), default=timezone.now)
    metadata = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    request_id = models.CharField(_("request id"), max_length=128, null=True)
    address = models.GenericIPAddressField(_("address"), null=True)
    user_agent = models.CharField(_("user agent"), max_length=LONGEST_USER_AGENT, null=True)
    # SHA-256, salted, of what names a person and is kept apart, so that it can be erased (§18).
    actor_digest = models.BinaryField(max_length=32, null=True)
    metadata_digest = models.BinaryField(max_length=32, null=True)
    # The order in which seals cover events, which no clock decides. Events of before have 0.
    arrival = models.BigIntegerField(db_default=NextArrival(), editable=False)
    # What the metadata say, which seals cover; the database writes them as it takes an event in.
    # The job of which the event is one line: lists show the event of the job in its place.
    part_of = IdField(null=True, editable=False)
    # The tenant in which it was done, where that is another than the trail's.
    done_in = IdField(null=True, editable=False)
    # The tenant from which whoever did it came, likewise.
    done_from = IdField(null=True, editable=False)

    # Another manager than other rows of tenants have, on purpose: it reads whole events.
    objects: ClassVar = WholeManager.from_queryset(KeptApartQuerySet)()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
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
            # The order of seals.
            models.Index(fields=["tenant", "arrival", "id"], name="audit_by_arrival"),
            # A page shows the number of events. This index stores equal keys once, so that a count
            # of a million reads a twentieth of what it would in the others.
            models.Index(fields=["tenant"], name="audit_count"),
            # Lists without the lines of jobs, however many these are: all of it, what somebody did,
            # what was granted and what was revoked. None has the tenant alone, as audit_count has:
            # it would be taken for what is rare, where the others are far shorter.
            models.Index(
                fields=["tenant", "-event_time", "-id"],
                include=["done_in"],
                condition=NO_LINE_OF_A_JOB,
                name="audit_shown",
            ),
            models.Index(
                fields=["tenant", "actor_user_id", "-event_time", "-id"],
                condition=NO_LINE_OF_A_JOB,
                name="audit_shown_by_actor",
            ),
            *(
                models.Index(
                    fields=["tenant", "-event_time", "-id"],
                    condition=NO_LINE_OF_A_JOB & Q(event_type__in=[one, of_job]),
                    name=f"audit_shown_{of_job.rpartition('.')[2]}",
                )
                for one, of_job in TOLD_TOGETHER.items()
            ),
            models.Index(
                fields=["tenant", "part_of", "-event_time", "-id"],
                condition=Q(part_of__isnull=False),
                name="audit_lines_of_job",
            ),
            models.Index(
                fields=["tenant", "done_in", "-event_time", "-id"],
                include=["part_of"],
                condition=Q(done_in__isnull=False),
                name="audit_elsewhere",
            ),
            models.Index(
                fields=["tenant", "actor_user_id", "-event_time", "-id"],
                condition=Q(done_from__isnull=False),
                name="audit_by_visitor",
            ),
        )

    def __str__(self) -> str:
        return f"{self.event_type} {self.target_id or ''}".strip()

    def complete(self) -> None:
        kept = getattr(self, "personal", None)
        if kept is None:
            return
        if kept.metadata:
            self.metadata = self.metadata | kept.metadata
        for name, field in _ACTOR_PART.items():
            if kept.actor and name in kept.actor:
                setattr(self, field, kept.actor[name])
