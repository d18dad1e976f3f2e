"""Serializers of the students' endpoints (contract §8).

The fields describe the answers for the OpenAPI document; ``to_representation`` writes them, since
the fields would take longer than the database takes to find the rows.
"""

from rest_framework import serializers

from accounts.models import User
from accounts.serializers.campus import CohortField, SisIdField
from config.api.inputs import ModelInputSerializer
from programmes.serializers import ProgrammeCodesField
from students.models.states import GradingStatus, SessionStatus, TranscriptStatus
from students.models.student import STUDENT_STATUSES


def _label(programmes: list[dict]) -> str:
    """Return the programmes' names in code order, ``""`` without any."""
    return ", ".join(programme["name"] for programme in programmes)


class ProgrammeEntrySerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()


class StudentStatusField(serializers.ChoiceField):
    """``active`` or ``inactive``: students' statuses are spelt in lower case (contract §1.10)."""

    def __init__(self, **kwargs) -> None:
        super().__init__(choices=STUDENT_STATUSES, **kwargs)


class StudentRowSerializer(serializers.Serializer):
    """One line of the students panel."""

    user_id = serializers.CharField()
    student_name = serializers.CharField()
    student_email = serializers.EmailField()
    programmes = ProgrammeEntrySerializer(many=True)
    programme_label = serializers.CharField()
    overall_case_studies = serializers.IntegerField()
    status = StudentStatusField()
    last_seen = serializers.DateTimeField(allow_null=True)

    def to_representation(self, line) -> dict:
        return {
            "user_id": line.pk,
            "student_name": line.display_name,
            "student_email": line.email,
            "programmes": line.programme_list,
            "programme_label": _label(line.programme_list),
            "overall_case_studies": line.overall_case_studies,
            "status": line.status.lower(),
            "last_seen": line.last_seen_at,
        }


class StudentCreateSerializer(ModelInputSerializer):
    """Who is added as a student."""

    sis_id = SisIdField(help_text="Their id in the university's own system.")
    cohort = CohortField(help_text="Who belongs together in the university's own words.")
    programme_codes = ProgrammeCodesField(default=list)

    class Meta:
        model = User
        fields = (
            "email",
            "first_name",
            "last_name",
            "middle_name",
            "programme_codes",
            "sis_id",
            "cohort",
        )


class AttemptSerializer(serializers.Serializer):
    """One started session on a card."""

    session_id = serializers.CharField()
    attempt_label = serializers.CharField()
    score = serializers.FloatField(allow_null=True)
    status = serializers.ChoiceField(SessionStatus.choices)
    transcript_status = serializers.ChoiceField(TranscriptStatus.choices)
    grading_status = serializers.ChoiceField(GradingStatus.choices)
    used_for_final_score = serializers.BooleanField()
    started_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)

    def to_representation(self, attempt) -> dict:
        session = attempt.session
        return {
            "session_id": session.pk,
            "attempt_label": attempt.label,
            "score": session.score,
            "status": session.status,
            "transcript_status": session.transcript_status,
            "grading_status": session.grading_status,
            "used_for_final_score": attempt.used_for_final_score,
            "started_at": session.start_time,
            "ended_at": session.end_time,
        }


class CardSerializer(serializers.Serializer):
    """What a student did with one case study."""

    case_study_id = serializers.CharField()
    case_study_title = serializers.CharField()
    programme_codes = serializers.ListField(child=serializers.CharField())
    programme_label = serializers.CharField()
    attempts_used = serializers.IntegerField()
    attempts_allowed = serializers.IntegerField()
    extra_attempts = serializers.IntegerField()
    best_score = serializers.FloatField(allow_null=True)
    attempts = AttemptSerializer(many=True)

    def to_representation(self, card) -> dict:
        programmes = card.case_study.programme_list
        return {
            "case_study_id": card.case_study.pk,
            "case_study_title": card.case_study.title,
            "programme_codes": [programme["code"] for programme in programmes],
            "programme_label": _label(programmes),
            "attempts_used": card.entitlement.attempts_used,
            "attempts_allowed": card.entitlement.total_allowed,
            "extra_attempts": card.entitlement.extra_attempts,
            "best_score": card.best_score,
            "attempts": AttemptSerializer(card.attempts, many=True).data,
        }


class StudentProfileSerializer(serializers.Serializer):
    """One student in full, with or without the cards."""

    user_id = serializers.CharField()
    student_number = serializers.CharField()
    student_name = serializers.CharField()
    student_email = serializers.EmailField()
    programmes = ProgrammeEntrySerializer(many=True)
    programme_label = serializers.CharField()
    cohort = serializers.CharField(allow_null=True)
    status = StudentStatusField()
    last_seen = serializers.DateTimeField(allow_null=True)
    overall_case_studies = serializers.IntegerField()
    case_studies_attempted = serializers.IntegerField()
    total_attempts = serializers.IntegerField()
    total_sessions = serializers.IntegerField()
    created_at = serializers.DateTimeField()
    case_study_details = CardSerializer(many=True, required=False)
    case_studies_not_attempted = CardSerializer(many=True, required=False)

    def __init__(
        self, *args, include_case_studies: bool = True, not_attempted=None, **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        self._include_case_studies = include_case_studies
        self._not_attempted = not_attempted

    def to_representation(self, profile) -> dict:
        student = profile.student
        shown = {
            "user_id": student.pk,
            "student_number": student.student_number,
            "student_name": student.display_name,
            "student_email": student.email,
            "programmes": student.programme_list,
            "programme_label": _label(student.programme_list),
            "cohort": student.cohort,
            "status": student.status.lower(),
            "last_seen": student.last_seen_at,
            "overall_case_studies": student.overall_case_studies,
            "case_studies_attempted": len(profile.cards),
            "total_attempts": profile.total_attempts,
            "total_sessions": profile.total_sessions,
            "created_at": student.created_at,
        }
        if self._include_case_studies:
            shown["case_study_details"] = CardSerializer(profile.cards, many=True).data
        if self._not_attempted is not None:
            cards = CardSerializer(self._not_attempted, many=True)
            shown["case_studies_not_attempted"] = cards.data
        return shown
