"""Shapes of the students' endpoints (contract §8)."""

from rest_framework import serializers


class ProgrammeEntrySerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()


class StudentRowSerializer(serializers.Serializer):
    """One line of the students panel."""

    user_id = serializers.CharField(source="pk")
    student_name = serializers.CharField(source="display_name")
    student_email = serializers.EmailField(source="email")
    programmes = ProgrammeEntrySerializer(many=True, source="programme_list")
    programme_label = serializers.SerializerMethodField()
    overall_case_studies = serializers.IntegerField()
    status = serializers.SerializerMethodField()
    last_seen = serializers.DateTimeField(source="last_seen_at", allow_null=True)

    def get_programme_label(self, student) -> str:
        return ", ".join(programme["name"] for programme in student.programme_list)

    def get_status(self, student) -> str:
        return student.status.lower()
