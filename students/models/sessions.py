from datetime import datetime, timedelta
from typing import Annotated, Any, ClassVar, Self, TypedDict

from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import Annotations

from accounts.models import User
from config.constraints import SameTenant
from programmes.models import CaseStudy
from students.models.states import (
    COUNTED_FROM_SECONDS,
    ELAPSED_LIMIT,
    READABLE_TRANSCRIPTS,
    STORED_TRANSCRIPT_STATUSES,
    WITHOUT_TRANSCRIPT,
    EndReason,
    GradingStatus,
    SessionStatus,
    TranscriptStatus,
)
from tenants.models.scoping import EditableTenantEntity, TenantOwned, TenantOwnedQuerySet


class Score(TypedDict):
    """What ``with_score`` adds to a session."""

    score: float | None


class SessionQuerySet(TenantOwnedQuerySet["Session"]):
    """The selections of sessions for lists and totals (contract §12.2)."""

    def started(self) -> Self:
        """Keep the sessions that have begun: the others appear nowhere."""
        return self.filter(start_time__isnull=False)

    def started_of(self, **whose: Any) -> Self:
        """Keep the started sessions of given students, which are found by the students.

        Who has started was seen. Asked about ``start_time``, PostgreSQL may as well take an index
        of a case study's sessions by their start, and read all of these to find a student's: of one
        tenant among a thousand it takes a case study to have one session.
        """
        return self.filter(**whose, seen_at__isnull=False)

    def counted_by(self, moment: datetime) -> Self:
        """Keep counted sessions that began 60 seconds before a moment: they may count by then."""
        started_by = moment - timedelta(seconds=COUNTED_FROM_SECONDS)
        # Put positively, it would be a question about start_time (see ``started_of``).
        begun = self.started_of().exclude(start_time__gt=started_by)
        return begun.filter(counted_as_attempt=True)

    def newest_first(self) -> Self:
        return self.order_by("-start_time", "-id")

    def with_score(self) -> "models.QuerySet[Annotated[Session, Annotations[Score]]]":
        """Add ``score``: the grade's final score once grading is complete, else null."""
        scored: models.QuerySet[Any] = self.annotate(
            score=models.Case(
                models.When(
                    grading_status=GradingStatus.COMPLETE,
                    then=Cast("grade__final_score", models.FloatField()),
                )
            )
        )
        return scored


class Session(EditableTenantEntity):
    """One conversation of a student with a case study, as the live service reported it (§12.1)."""

    user = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="sessions",
        db_constraint=False,
        db_index=False,
        verbose_name=_("user"),
    )
    case_study = models.ForeignKey(
        CaseStudy,
        on_delete=models.PROTECT,
        related_name="sessions",
        db_constraint=False,
        db_index=False,
        verbose_name=_("case study"),
    )
    conversation_id = models.CharField(max_length=100, null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=SessionStatus, default=SessionStatus.PENDING
    )
    start_time = models.DateTimeField(_("start time"), null=True, blank=True)
    end_time = models.DateTimeField(null=True, blank=True)
    last_activity = models.DateTimeField(null=True, blank=True)
    elapsed_active_time = models.FloatField(default=0, help_text=_("Seconds, pauses excluded."))
    reconnect_count = models.PositiveSmallIntegerField(default=0)
    end_reason = models.CharField(max_length=30, choices=EndReason, null=True, blank=True)
    duration_limit = models.PositiveIntegerField(default=600, help_text=_("Seconds."))
    transcript_status = models.CharField(
        _("transcript status"),
        max_length=10,
        choices=TranscriptStatus,
        default=TranscriptStatus.PROCESSING,
    )
    grading_status = models.CharField(
        _("grading status"), max_length=10, choices=GradingStatus, default=GradingStatus.PENDING
    )
    # When the text of its transcript was removed, since the tenant keeps it no longer (§18).
    transcript_removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    counted_as_attempt = models.GeneratedField(
        # Django takes a Q here as well; its stubs do not say so.
        expression=Q(elapsed_active_time__gte=COUNTED_FROM_SECONDS),  # type: ignore[arg-type]
        output_field=models.BooleanField(),
        db_persist=True,
    )
    # The latest activity of a started session; a student's last_seen_at is the maximum of these.
    seen_at = models.GeneratedField(
        expression=models.Case(
            models.When(
                start_time__isnull=False,
                then=Coalesce(F("last_activity"), F("end_time"), F("start_time")),
            )
        ),
        output_field=models.DateTimeField(null=True),
        db_persist=True,
    )

    objects: ClassVar = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = (
            models.UniqueConstraint(fields=["tenant", "id"], name="session_tenant_id"),
            SameTenant("user", name="session_user_fk"),
            SameTenant("case_study", name="session_case_study_fk"),
            models.CheckConstraint(
                condition=Q(elapsed_active_time__range=(0, ELAPSED_LIMIT)),
                name="session_elapsed_range",
                violation_error_message=_("The elapsed time is out of range."),
            ),
            models.CheckConstraint(
                condition=Q(end_time__gte=F("start_time")),
                name="session_ends_after_start",
                violation_error_message=_("A session cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=SessionStatus.values)
                & (Q(end_reason__in=EndReason.values) | Q(end_reason__isnull=True))
                & Q(transcript_status__in=TranscriptStatus.values)
                & Q(grading_status__in=GradingStatus.values),
                name="session_known_states",
                violation_error_message=_("Unknown session, transcript or grading state."),
            ),
        )
        indexes = (
            models.Index(
                fields=["tenant", "user", "case_study", "start_time"], name="sessions_of_student"
            ),
            models.Index(
                fields=["tenant", "case_study", "user", "start_time"], name="sessions_of_case_study"
            ),
            # The list of all sessions. The states of most sessions need no index of their own.
            models.Index(
                fields=["tenant", "-start_time", "-id"],
                name="sessions_newest",
                condition=Q(start_time__isnull=False),
            ),
            # The states at its end spare a look at each row where the list is narrowed by them.
            models.Index(
                fields=["tenant", "case_study", "-start_time", "-id", "grading_status", "status"],
                name="case_study_sessions_newest",
                condition=Q(start_time__isnull=False),
            ),
            models.Index(
                fields=["tenant", "status", "-start_time", "-id"],
                name="open_sessions_newest",
                condition=~Q(status=SessionStatus.ENDED) & Q(start_time__isnull=False),
            ),
            models.Index(
                fields=["tenant", "grading_status", "-start_time", "-id"],
                name="ungraded_sessions_newest",
                condition=~Q(grading_status=GradingStatus.COMPLETE) & Q(start_time__isnull=False),
            ),
            models.Index(
                fields=["tenant", "-start_time", "-id"],
                name="sessions_without_transcript",
                condition=WITHOUT_TRANSCRIPT & Q(start_time__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return gettext("Session %(id)s") % {"id": self.id}

    @property
    def is_active(self) -> bool:
        """Return whether it is open: pending or in conversation."""
        return self.status != SessionStatus.ENDED

    @property
    def counts(self) -> bool:
        """The value of ``counted_as_attempt``, as it will be once the session is saved."""
        return self.elapsed_active_time >= COUNTED_FROM_SECONDS

    @property
    def has_readable_transcript(self) -> bool:
        return self.transcript_status in READABLE_TRANSCRIPTS

    @property
    def duration_seconds(self) -> int:
        return int(self.elapsed_active_time)


class MessageRole(models.TextChoices):
    """The authors of messages in a session."""

    AGENT = "agent", _("Agent")
    STUDENT = "student", _("Student")


class TranscriptQuerySet(TenantOwnedQuerySet["Transcript"]):
    def with_message_count(self) -> Self:
        """Add ``message_count``, which the database counts."""
        length = Func("messages", function="jsonb_array_length", output_field=models.IntegerField())
        return self.annotate(message_count=length)


class Transcript(TenantOwned):
    """The record of what was said in a session.

    ``status`` becomes the session's ``transcript_status`` once the session has ended: the two may
    be reported in either order, and while a session is open its transcript is processing.
    """

    session = models.OneToOneField(
        Session,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="transcript",
        db_constraint=False,
    )
    status = models.CharField(
        max_length=10,
        choices=[(status, status.label) for status in STORED_TRANSCRIPT_STATUSES],
        default=TranscriptStatus.AVAILABLE,
        db_default=TranscriptStatus.AVAILABLE,
    )
    messages = models.JSONField(default=list, help_text=_("[{role, content, timestamp}]"))

    objects: ClassVar = TranscriptQuerySet.as_manager()

    class Meta:
        constraints = (
            SameTenant("session", name="transcript_session_fk"),
            models.CheckConstraint(
                condition=Q(status__in=STORED_TRANSCRIPT_STATUSES),
                name="transcript_status",
                violation_error_message=_(
                    "A stored transcript is available, partial, missing or failed."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"Transcript of {self.session_id}"


class Grade(EditableTenantEntity):
    """The grade that the grader gave; only a graded session has one."""

    session = models.OneToOneField(
        Session, on_delete=models.CASCADE, related_name="grade", db_constraint=False
    )
    rubric_id = models.CharField(max_length=100, null=True, blank=True)
    final_score = models.DecimalField(max_digits=4, decimal_places=1)
    overall_summary = models.TextField(blank=True)
    criteria = models.JSONField(default=list, help_text=_("[{name, weight, score, feedback}]"))

    class Meta:
        constraints = (
            SameTenant("session", name="grade_session_fk"),
            models.CheckConstraint(
                condition=Q(final_score__range=(0, 100)),
                name="grade_score_range",
                violation_error_message=_("A score lies between 0 and 100."),
            ),
        )

    def __str__(self) -> str:
        return f"Grade of {self.session_id}"
