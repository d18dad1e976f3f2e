"""Serializers of the live service's reports, and of the answers to it (contract §12.1, §15)."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError as DjangoValidationError
from drf_spectacular.utils import extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from config.api.exceptions import as_domain_error
from config.api.inputs import (
    ChoiceField,
    IdTextField,
    InputSerializer,
    IntegerField,
    NumberField,
    TextField,
    TextOfLinesField,
    TimestampField,
    VerbatimField,
)
from students.models import Session
from students.models.sessions import MessageRole
from students.models.states import (
    ELAPSED_LIMIT,
    EndReason,
    GradingStatus,
    SessionStatus,
    TranscriptStatus,
)
from students.validators import validate_not_in_the_future, validate_span

MOST_MESSAGES = 5000
LONGEST_MESSAGE = 10_000
MOST_CRITERIA = 100
LONGEST_SUMMARY = 20_000

_REQUIRED = serializers.Field.default_error_messages["required"]


class PastTimestampField(TimestampField):
    """A moment that may have happened: our clocks differ by minutes at most."""

    def __init__(self, **kwargs) -> None:
        super().__init__(validators=[validate_not_in_the_future], **kwargs)


class SessionReportSerializer(InputSerializer):
    """The state of a session, as far as it is known: ``null`` says no more than leaving it out."""

    null_is_absence = True

    user_id = IdTextField(required=False)
    case_study_id = IdTextField(required=False)
    status = ChoiceField(SessionStatus.choices, required=False)
    start_time = PastTimestampField(required=False)
    end_time = PastTimestampField(required=False)
    last_activity = PastTimestampField(required=False)
    elapsed_active_time = NumberField(
        required=False, min_value=0, max_value=ELAPSED_LIMIT, help_text="Seconds, pauses excluded."
    )
    reconnect_count = IntegerField(required=False, min_value=0, max_value=32_767)
    end_reason = ChoiceField(EndReason.choices, required=False)

    def validate(self, report: dict[str, Any]) -> dict[str, Any]:
        try:
            validate_span(report.get("start_time"), report.get("end_time"))
        except DjangoValidationError as error:
            raise serializers.ValidationError({"end_time": error.messages}) from error
        return report


@extend_schema_serializer(component_name="Message")
class MessageReportSerializer(InputSerializer):
    """What one of the two said."""

    role = ChoiceField(MessageRole.choices)
    content = VerbatimField(allow_blank=True, trim_whitespace=False, max_length=LONGEST_MESSAGE)
    timestamp = PastTimestampField()


class TranscriptReportSerializer(InputSerializer):
    """A whole transcript; one that failed needs no messages, and none are kept of it."""

    status = ChoiceField(
        [TranscriptStatus.AVAILABLE, TranscriptStatus.PARTIAL, TranscriptStatus.FAILED]
    )
    messages = MessageReportSerializer(many=True, required=False, max_length=MOST_MESSAGES)

    def validate(self, transcript: dict[str, Any]) -> dict[str, Any]:
        if transcript["status"] != TranscriptStatus.FAILED and "messages" not in transcript:
            raise serializers.ValidationError({"messages": _REQUIRED})
        return {"messages": [], **transcript}


class CriterionSerializer(InputSerializer):
    """How one criterion of the rubric was met."""

    name = TextField(max_length=255)
    weight = NumberField(min_value=0, max_value=100)
    score = NumberField(min_value=0, max_value=100)
    feedback = TextOfLinesField(allow_blank=True, default="", max_length=LONGEST_MESSAGE)


class GradeReportSerializer(InputSerializer):
    """A verdict; ``failed`` says that the grader gave up, and the other fields nothing then."""

    status = ChoiceField([GradingStatus.COMPLETE, GradingStatus.FAILED])
    final_score = NumberField(
        required=False,
        allow_null=True,
        min_value=0,
        max_value=100,
        help_text="Needed with `complete`; kept with one decimal, halves rounded up.",
    )
    overall_summary = TextOfLinesField(required=False, allow_null=True, max_length=LONGEST_SUMMARY)
    rubric_id = VerbatimField(required=False, allow_null=True, max_length=100)
    criteria = CriterionSerializer(many=True, default=list, max_length=MOST_CRITERIA)

    def validate(self, grade: dict[str, Any]) -> dict[str, Any]:
        if grade["status"] == GradingStatus.COMPLETE and grade.get("final_score") is None:
            raise serializers.ValidationError({"final_score": _REQUIRED})
        return grade


class SessionLineSerializer(SessionReportSerializer):
    """One line of a bulk report: a session, with what it left behind if that is known."""

    session_id = IdTextField()
    transcript = TranscriptReportSerializer(required=False)
    grade = GradeReportSerializer(required=False)


def line_validator() -> Callable[[Any], dict[str, Any]]:
    """Return a function that validates a line and returns its report, or raises InvalidInput."""
    serializer = SessionLineSerializer()  # one for all lines: making it costs more than using it

    def validate(line: Any) -> dict[str, Any]:
        try:
            return serializer.run_validation(line)
        except serializers.ValidationError as error:
            raise as_domain_error(error) from error

    return validate


class StoredSessionSerializer(serializers.Serializer):
    """A session with all its stored fields (§12.1)."""

    id = serializers.CharField()
    user_id = serializers.CharField()
    case_study_id = serializers.CharField()
    content_type_id = serializers.CharField(default="case_study")
    content_id = serializers.CharField(source="case_study_id")
    conversation_id = serializers.CharField(allow_null=True)
    status = serializers.ChoiceField(SessionStatus.choices)
    is_active = serializers.BooleanField()
    start_time = serializers.DateTimeField(allow_null=True)
    end_time = serializers.DateTimeField(allow_null=True)
    last_activity = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()
    elapsed_active_time = serializers.FloatField()
    reconnect_count = serializers.IntegerField()
    end_reason = serializers.ChoiceField(EndReason.choices, allow_null=True)
    duration_limit = serializers.IntegerField()
    transcript_status = serializers.ChoiceField(TranscriptStatus.choices)
    grading_status = serializers.ChoiceField(GradingStatus.choices)
    counted_as_attempt = serializers.BooleanField(source="counts")


class StoredTranscriptSerializer(serializers.Serializer):
    """What a transcript came to; the messages are not sent back."""

    session_id = serializers.CharField()
    transcript_status = serializers.ChoiceField(
        TranscriptStatus.choices, source="session.transcript_status"
    )
    message_count = serializers.IntegerField()


class StoredGradeSerializer(serializers.Serializer):
    """A session's grade; where the grader gave up there is only the status."""

    id = serializers.CharField(source="grade.pk", allow_null=True)
    session_id = serializers.CharField(source="pk")
    grading_status = serializers.ChoiceField(GradingStatus.choices)
    final_score = serializers.FloatField(source="grade.final_score", allow_null=True)
    overall_summary = serializers.CharField(source="grade.overall_summary", allow_null=True)
    rubric_id = serializers.CharField(source="grade.rubric_id", allow_null=True)
    criteria = serializers.SerializerMethodField()
    created_at = serializers.DateTimeField(source="grade.created_at", allow_null=True)

    @extend_schema_field(CriterionSerializer(many=True))
    def get_criteria(self, session: Session) -> list[dict]:
        return session.grade.criteria if hasattr(session, "grade") else []


class LineErrorSerializer(serializers.Serializer):
    """Why one line was not stored."""

    line = serializers.IntegerField(help_text="Its number in what was sent, from 1.")
    session_id = serializers.CharField(allow_null=True)
    code = serializers.CharField()
    error = serializers.CharField()
    details = serializers.DictField()


class BulkResultSerializer(serializers.Serializer):
    """What became of the lines; blank ones are not counted."""

    lines = serializers.IntegerField()
    created = serializers.IntegerField()
    updated = serializers.IntegerField()
    unchanged = serializers.IntegerField()
    failed = serializers.IntegerField()
    errors = LineErrorSerializer(many=True)
