"""The states of sessions, their transcripts and grades (contract §12)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# Seconds of live conversation from which a session counts as an attempt (contract §12.2).
COUNTED_FROM_SECONDS = 60

# Seconds that no session can have: the bound keeps out infinity and NaN, which a float would take.
ELAPSED_LIMIT = 1_000_000


class SessionStatus(models.TextChoices):
    PENDING = "pending", _("Pending")
    ACTIVE = "active", _("Active")
    ENDED = "ended", _("Ended")


class EndReason(models.TextChoices):
    USER_ENDED = "user_ended", _("User ended")
    TIMER_EXPIRED = "timer_expired", _("Timer expired")
    RECONNECT_WINDOW_EXPIRED = "reconnect_window_expired", _("Reconnect window expired")
    RECONNECT_LIMIT = "reconnect_limit", _("Reconnect limit")


class TranscriptStatus(models.TextChoices):
    AVAILABLE = "available", _("Available")
    PARTIAL = "partial", _("Partial")
    PROCESSING = "processing", _("Processing")
    MISSING = "missing", _("Missing")
    FAILED = "failed", _("Failed")


# In any other state the stored transcript is not reliable.
READABLE_TRANSCRIPTS = {TranscriptStatus.AVAILABLE, TranscriptStatus.PARTIAL}

# All but ``processing``, which says that nothing is stored yet.
STORED_TRANSCRIPT_STATUSES = [
    TranscriptStatus.AVAILABLE,
    TranscriptStatus.PARTIAL,
    TranscriptStatus.MISSING,
    TranscriptStatus.FAILED,
]


class GradingStatus(models.TextChoices):
    PENDING = "pending", _("Pending")
    COMPLETE = "complete", _("Complete")
    FAILED = "failed", _("Failed")


# Attempts that ended and whose transcript nobody can read: it was not removed, it never came.
WITHOUT_TRANSCRIPT = Q(
    status=SessionStatus.ENDED,
    counted_as_attempt=True,
    transcript_removed_at=None,
    transcript_status__in=[
        TranscriptStatus.PROCESSING,
        TranscriptStatus.MISSING,
        TranscriptStatus.FAILED,
    ],
)
