"""Shapes of the students' endpoints (contract §8)."""

from rest_framework import serializers

from students.models.sessions import GradingStatus, SessionStatus, TranscriptStatus
from students.models.student import STUDENT_STATUSES


class ProgrammeEntrySerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()


class ProgrammeLabelField(serializers.CharField):
    """The programmes' names in code order, ``""`` without any."""

    def to_representation(self, programmes: list[dict]) -> str:
        return ", ".join(programme["name"] for programme in programmes)


class StudentStatusField(serializers.ChoiceField):
    """``active`` or ``inactive``: students' statuses are spelt in lower case (contract §1.10)."""

    def __init__(self, **kwargs) -> None:
        super().__init__(choices=STUDENT_STATUSES, **kwargs)

    def to_representation(self, status: str) -> str:
        return status.lower()


class StudentRowSerializer(serializers.Serializer):
    """One line of the students panel.

    The fields describe it; they would take longer to write a page than the database to find it.
    """

    user_id = serializers.CharField(source="pk")
    student_name = serializers.CharField(source="display_name")
    student_email = serializers.EmailField(source="email")
    programmes = ProgrammeEntrySerializer(many=True, source="programme_list")
    programme_label = ProgrammeLabelField(source="programme_list")
    overall_case_studies = serializers.IntegerField()
    status = StudentStatusField()
    last_seen = serializers.DateTimeField(source="last_seen_at", allow_null=True)

    def to_representation(self, line) -> dict:
        return {
            "user_id": line.pk,
            "student_name": line.display_name,
            "student_email": line.email,
            "programmes": line.programme_list,
            "programme_label": ", ".join(entry["name"] for entry in line.programme_list),
            "overall_case_studies": line.overall_case_studies,
            "status": line.status.lower(),
            "last_seen": line.last_seen_at,
        }


class AttemptSerializer(serializers.Serializer):
    """One started session on a card."""

    session_id = serializers.CharField(source="session.pk")
    attempt_label = serializers.CharField(source="label")
    score = serializers.FloatField(source="session.score", allow_null=True)
    status = serializers.ChoiceField(SessionStatus.choices, source="session.status")
    transcript_status = serializers.ChoiceField(
        TranscriptStatus.choices, source="session.transcript_status"
    )
    grading_status = serializers.ChoiceField(GradingStatus.choices, source="session.grading_status")
    used_for_final_score = serializers.BooleanField()
    started_at = serializers.DateTimeField(source="session.start_time")
    ended_at = serializers.DateTimeField(source="session.end_time", allow_null=True)


class CardSerializer(serializers.Serializer):
    """What a student did with one case study."""

    case_study_id = serializers.CharField(source="case_study.pk")
    case_study_title = serializers.CharField(source="case_study.title")
    programme_codes = serializers.SerializerMethodField()
    programme_label = ProgrammeLabelField(source="case_study.programme_list")
    attempts_used = serializers.IntegerField(source="entitlement.attempts_used")
    attempts_allowed = serializers.IntegerField(source="entitlement.total_allowed")
    extra_attempts = serializers.IntegerField(source="entitlement.extra_attempts")
    best_score = serializers.FloatField(allow_null=True)
    attempts = AttemptSerializer(many=True)

    def get_programme_codes(self, card) -> list[str]:
        return [programme["code"] for programme in card.case_study.programme_list]


class StudentProfileSerializer(serializers.Serializer):
    """One student in full; without the cards when the context says so."""

    user_id = serializers.CharField(source="student.pk")
    student_number = serializers.CharField(source="student.pk")
    student_name = serializers.CharField(source="student.display_name")
    student_email = serializers.EmailField(source="student.email")
    programmes = ProgrammeEntrySerializer(many=True, source="student.programme_list")
    programme_label = ProgrammeLabelField(source="student.programme_list")
    cohort = serializers.CharField(default=None, allow_null=True)
    status = StudentStatusField(source="student.status")
    last_seen = serializers.DateTimeField(source="student.last_seen_at", allow_null=True)
    overall_case_studies = serializers.IntegerField(source="student.overall_case_studies")
    case_studies_attempted = serializers.SerializerMethodField()
    total_attempts = serializers.IntegerField()
    total_sessions = serializers.IntegerField()
    created_at = serializers.DateTimeField(source="student.created_at")
    case_study_details = CardSerializer(many=True, source="cards", required=False)

    def __init__(self, *args, include_case_studies: bool = True, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not include_case_studies:
            del self.fields["case_study_details"]

    def get_case_studies_attempted(self, profile) -> int:
        return len(profile.cards)
