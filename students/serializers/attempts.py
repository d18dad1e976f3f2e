"""Serializers of the attempts' endpoints (contract §9)."""

from rest_framework import serializers

from config.api.inputs import (
    BooleanField,
    IdTextField,
    InputSerializer,
    IntegerField,
    ListField,
    TextOfLinesField,
    TimestampField,
    VerbatimField,
)
from students.models.attempts import JobStatus, JobType, TransactionType
from students.models.states import SessionStatus
from students.validators import LONGEST_REASON, MOST_ATTEMPTS, validate_in_the_future

# Students of one bulk job (contract §9.4).
MAX_BULK_ROWS = 500


class EntitlementSerializer(serializers.Serializer):
    base_attempts = serializers.IntegerField()
    extra_attempts = serializers.IntegerField()
    revoked_attempts = serializers.IntegerField()
    attempts_used = serializers.IntegerField()
    total_allowed = serializers.IntegerField()
    attempts_remaining = serializers.IntegerField()


class ParticipantSerializer(serializers.Serializer):
    """One line of the attempts list."""

    user_id = serializers.CharField(source="student.pk")
    student_name = serializers.CharField(source="student.display_name")
    student_email = serializers.EmailField(source="student.email")
    case_study_id = serializers.CharField(source="case_study.pk")
    case_study_title = serializers.CharField(source="case_study.title")
    base_attempts = serializers.IntegerField(source="entitlement.base_attempts")
    extra_attempts = serializers.IntegerField(source="entitlement.extra_attempts")
    revoked_attempts = serializers.IntegerField(source="entitlement.revoked_attempts")
    attempts_used = serializers.IntegerField(source="entitlement.attempts_used")
    total_allowed = serializers.IntegerField(source="entitlement.total_allowed")
    attempts_remaining = serializers.IntegerField(source="entitlement.attempts_remaining")
    best_score = serializers.FloatField(allow_null=True)
    latest_attempt_at = serializers.DateTimeField(allow_null=True)
    has_active_grants = serializers.BooleanField()
    unlimited_sessions = serializers.BooleanField(source="student.unlimited_sessions")


class AttemptFiguresSerializer(serializers.Serializer):
    """The figures of a case study's attempts."""

    case_study_id = serializers.CharField(source="case_study.pk")
    case_study_title = serializers.CharField(source="case_study.title")
    base_attempts = serializers.IntegerField(source="case_study.base_attempts")
    students = serializers.IntegerField(source="figures.students")
    never_started = serializers.IntegerField(source="figures.never_started")
    has_remaining = serializers.IntegerField(source="figures.has_remaining")
    exhausted = serializers.IntegerField(source="figures.exhausted")
    has_extra = serializers.IntegerField(source="figures.has_extra")
    attempts_used = serializers.IntegerField(source="figures.attempts_used")


class ListedAttemptSerializer(serializers.Serializer):
    """One started session of a student at a case study."""

    session_id = serializers.CharField(source="session.pk")
    attempt_label = serializers.CharField(source="label")
    status = serializers.ChoiceField(SessionStatus.choices, source="session.status")
    counted_as_attempt = serializers.BooleanField(source="session.counted_as_attempt")
    duration_seconds = serializers.IntegerField(source="session.duration_seconds")
    score = serializers.FloatField(source="session.score", allow_null=True)
    started_at = serializers.DateTimeField(source="session.start_time", allow_null=True)
    ended_at = serializers.DateTimeField(source="session.end_time", allow_null=True)


class TransactionSerializer(serializers.Serializer):
    """One line of the ledger; the type gives the amount its direction."""

    id = serializers.CharField(source="pk")
    type = serializers.ChoiceField(TransactionType.choices)
    amount = serializers.IntegerField()
    reason = serializers.CharField()
    actor_user_id = serializers.CharField(allow_null=True)
    actor_name = serializers.CharField(allow_null=True)
    expires_at = serializers.DateTimeField(allow_null=True)
    expired = serializers.BooleanField()
    created_at = serializers.DateTimeField()


class LedgerRowSerializer(TransactionSerializer):
    """A line of a student's whole ledger, with the case study that it is about."""

    case_study_id = serializers.CharField()
    case_study_title = serializers.CharField(source="case_study.title")


class TransactionRowSerializer(LedgerRowSerializer):
    """A line of the ledger of all students, with whose it is."""

    user_id = serializers.CharField()
    student_name = serializers.CharField(source="user.display_name")
    student_email = serializers.EmailField(source="user.email")
    grant_id = serializers.CharField(
        allow_null=True, help_text="The grant that a revocation is charged to, or an expiry ends."
    )


class HistorySerializer(serializers.Serializer):
    """One student's attempts at one case study."""

    user_id = serializers.CharField(source="student.pk")
    student_name = serializers.CharField(source="student.display_name")
    student_email = serializers.EmailField(source="student.email")
    case_study_id = serializers.CharField(source="card.case_study.pk")
    case_study_title = serializers.CharField(source="card.case_study.title")
    entitlement = EntitlementSerializer(source="card.entitlement")
    attempts = ListedAttemptSerializer(many=True, source="card.attempts")
    transactions = TransactionSerializer(many=True)


class JobSerializer(serializers.Serializer):
    """A bulk job as it is accepted."""

    job_id = serializers.CharField(source="pk")
    job_type = serializers.ChoiceField(JobType.choices)
    status = serializers.ChoiceField(JobStatus.choices)
    dry_run = serializers.BooleanField()
    total_rows = serializers.IntegerField()


class JobResultSerializer(serializers.Serializer):
    user_id = serializers.CharField()
    success = serializers.BooleanField()
    error = serializers.CharField(allow_null=True)


class JobRowSerializer(serializers.Serializer):
    """A bulk job: what it does, how far it is, and who started it."""

    job_id = serializers.CharField(source="pk")
    job_type = serializers.ChoiceField(JobType.choices)
    status = serializers.ChoiceField(JobStatus.choices)
    content_id = serializers.CharField(source="case_study_id")
    amount = serializers.IntegerField()
    reason = serializers.CharField()
    expires_at = serializers.DateTimeField(allow_null=True)
    dry_run = serializers.BooleanField()
    total_rows = serializers.IntegerField()
    processed_rows = serializers.IntegerField()
    succeeded_rows = serializers.IntegerField()
    failed_rows = serializers.IntegerField()
    actor_user_id = serializers.CharField(allow_null=True)
    actor_name = serializers.CharField(allow_null=True)
    created_at = serializers.DateTimeField()
    started_at = serializers.DateTimeField(allow_null=True)
    completed_at = serializers.DateTimeField(allow_null=True)


class JobDetailsSerializer(JobRowSerializer):
    """A bulk job with the outcome of every row."""

    results = JobResultSerializer(many=True)


# Bodies ---------------------------------------------------------------------------------------


class ChangeSerializer(InputSerializer):
    """What every grant and revocation says."""

    case_study_id = IdTextField()
    amount = IntegerField(min_value=1, max_value=MOST_ATTEMPTS)
    reason = TextOfLinesField(max_length=LONGEST_REASON)
    idempotency_key = VerbatimField(max_length=128, required=False, allow_null=True)


class ExpirySerializer(InputSerializer):
    """When a grant lapses; never, without it."""

    expires_at = TimestampField(
        upper=True, required=False, allow_null=True, validators=[validate_in_the_future]
    )


class RevokeSerializer(ChangeSerializer):
    user_id = IdTextField()


class GrantSerializer(RevokeSerializer, ExpirySerializer):
    pass


class BulkRevokeSerializer(ChangeSerializer):
    user_ids = ListField(child=IdTextField(), min_length=1, max_length=MAX_BULK_ROWS)
    dry_run = BooleanField(default=False)


class BulkGrantSerializer(BulkRevokeSerializer, ExpirySerializer):
    pass
