"""Serializers of the endpoints of student performance (contract §10)."""

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from students.models.sessions import MessageRole
from students.models.states import EndReason, GradingStatus, SessionStatus, TranscriptStatus

# All content is a case study (contract §12.1).
CONTENT_TYPE = "case_study"


class PerformanceRowSerializer(serializers.Serializer):
    """One student at one case study."""

    user_id = serializers.CharField()
    student_name = serializers.CharField(source="user.display_name")
    student_email = serializers.EmailField(source="user.email")
    case_study_id = serializers.CharField()
    case_study_title = serializers.CharField(source="case_study.title")
    attempt_count = serializers.IntegerField(source="graded_sessions")
    final_score = serializers.FloatField(source="best_score")
    best_session_id = serializers.CharField()
    latest_attempt_at = serializers.DateTimeField(source="latest_graded_at")
    transcript_status = serializers.ChoiceField(TranscriptStatus.choices)


class BandSerializer(serializers.Serializer):
    """A band of scores: from the lowest on, below the highest; the last has both."""

    lowest = serializers.IntegerField(source="low")
    highest = serializers.IntegerField(source="high")
    results = serializers.IntegerField()


class ScoreFiguresSerializer(serializers.Serializer):
    """The figures of a case study's results."""

    case_study_id = serializers.CharField(source="case_study.pk")
    case_study_title = serializers.CharField(source="case_study.title")
    results = serializers.IntegerField(source="figures.results")
    average = serializers.FloatField(source="figures.average", allow_null=True)
    median = serializers.FloatField(source="figures.median", allow_null=True)
    pass_mark = serializers.IntegerField(source="figures.pass_mark", allow_null=True)
    passed = serializers.IntegerField(source="figures.passed", allow_null=True)
    distribution = BandSerializer(many=True, source="figures.distribution")


class SessionRowSerializer(serializers.Serializer):
    """A session in a list."""

    session_id = serializers.CharField(source="pk")
    user_id = serializers.CharField()
    student_name = serializers.CharField(source="user.display_name")
    student_email = serializers.EmailField(source="user.email")
    case_study_id = serializers.CharField()
    case_study_title = serializers.CharField(source="case_study.title")
    status = serializers.ChoiceField(SessionStatus.choices)
    counted_as_attempt = serializers.BooleanField()
    duration_seconds = serializers.IntegerField()
    started_at = serializers.DateTimeField(source="start_time")
    ended_at = serializers.DateTimeField(source="end_time", allow_null=True)
    score = serializers.FloatField(allow_null=True)
    transcript_status = serializers.ChoiceField(TranscriptStatus.choices)
    grading_status = serializers.ChoiceField(GradingStatus.choices)


class SessionDetailsSerializer(serializers.Serializer):
    """One attempt, with whose it is."""

    session_id = serializers.CharField(source="attempt.session.pk")
    user_id = serializers.CharField(source="student.pk")
    student_name = serializers.CharField(source="student.display_name")
    student_email = serializers.EmailField(source="student.email")
    case_study_id = serializers.CharField(source="case_study.pk")
    case_study_title = serializers.CharField(source="case_study.title")
    attempt_label = serializers.CharField(source="attempt.label")
    status = serializers.ChoiceField(SessionStatus.choices, source="attempt.session.status")
    counted_as_attempt = serializers.BooleanField(source="attempt.session.counted_as_attempt")
    duration_seconds = serializers.IntegerField(source="attempt.session.duration_seconds")
    started_at = serializers.DateTimeField(source="attempt.session.start_time")
    ended_at = serializers.DateTimeField(source="attempt.session.end_time", allow_null=True)
    end_reason = serializers.ChoiceField(
        EndReason.choices, source="attempt.session.end_reason", allow_null=True
    )
    score = serializers.FloatField(source="attempt.session.score", allow_null=True)
    used_for_final_score = serializers.BooleanField(source="attempt.used_for_final_score")
    transcript_status = serializers.ChoiceField(
        TranscriptStatus.choices, source="attempt.session.transcript_status"
    )
    grading_status = serializers.ChoiceField(
        GradingStatus.choices, source="attempt.session.grading_status"
    )


@extend_schema_serializer(component_name="Message")
class TranscriptMessageSerializer(serializers.Serializer):
    index = serializers.IntegerField()
    role = serializers.ChoiceField(MessageRole.choices)
    content = serializers.CharField()
    timestamp = serializers.CharField(allow_null=True)


class SessionTranscriptSerializer(serializers.Serializer):
    """What was said in a session; an entry of ``messages`` has its place as ``index``."""

    session_id = serializers.CharField(source="session.pk")
    transcript_status = serializers.ChoiceField(
        TranscriptStatus.choices, source="session.transcript_status"
    )
    message_count = serializers.SerializerMethodField()
    messages = serializers.SerializerMethodField()

    def get_message_count(self, transcript) -> int:
        return len(transcript["messages"])

    def get_messages(self, transcript) -> TranscriptMessageSerializer(many=True):
        return [
            {
                "index": index,
                "role": message["role"],
                "content": message["content"],
                "timestamp": message.get("timestamp"),
            }
            for index, message in enumerate(transcript["messages"])
        ]


class GradedCriterionSerializer(serializers.Serializer):
    name = serializers.CharField()
    weight = serializers.FloatField()
    score = serializers.FloatField()
    feedback = serializers.CharField()


class SessionGradeSerializer(serializers.Serializer):
    """The grader's verdict on a session; empty as long as there is none."""

    id = serializers.CharField(source="grade.pk", default=None, allow_null=True)
    session_id = serializers.CharField(source="session.pk")
    user_id = serializers.CharField(source="session.user.pk")
    user_name = serializers.CharField(source="session.user.display_name")
    content_type_id = serializers.ChoiceField([CONTENT_TYPE], default=CONTENT_TYPE)
    content_id = serializers.CharField(source="session.case_study_id")
    rubric_id = serializers.CharField(source="grade.rubric_id", default=None, allow_null=True)
    grading_status = serializers.ChoiceField(GradingStatus.choices, source="session.grading_status")
    final_score = serializers.FloatField(source="grade.final_score", default=None, allow_null=True)
    overall_summary = serializers.CharField(
        source="grade.overall_summary", default=None, allow_null=True
    )
    criteria = serializers.SerializerMethodField()
    created_at = serializers.DateTimeField(source="grade.created_at", default=None, allow_null=True)

    def get_criteria(self, verdict) -> GradedCriterionSerializer(many=True):
        return verdict["grade"].criteria if verdict["grade"] else []
