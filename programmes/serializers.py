"""Serializers of the programmes' and case studies' endpoints (contract §6, §7)."""

from rest_framework import serializers

from config.api.inputs import ListField, ModelInputSerializer, TextOfLinesField, VerbatimField
from programmes.models import CaseStudy, Programme
from programmes.validators import INSTRUCTION_LENGTH, MAX_INSTRUCTIONS


class ProgrammeRowSerializer(serializers.ModelSerializer):
    """One line of the list of programmes."""

    class Meta:
        model = Programme
        fields = ("id", "code", "name", "is_active", "created_at")
        read_only_fields = fields


class ProgrammeSerializer(serializers.ModelSerializer):
    """The full programme."""

    class Meta:
        model = Programme
        fields = ("id", "code", "name", "description", "is_active", "created_at", "updated_at")
        read_only_fields = fields


class ProgrammeInputSerializer(ModelInputSerializer):
    """What is said of a programme to create or change it."""

    class Meta:
        model = Programme
        fields = ("code", "name", "description", "is_active")


class ProgrammeCodesField(ListField):
    """Codes of programmes. Whether there are such programmes is the services' question (400)."""

    child = VerbatimField(max_length=255)

    def __init__(self, **kwargs) -> None:
        super().__init__(max_length=1000, **kwargs)


class CaseStudySerializer(serializers.ModelSerializer):
    """The full case study, also as a line of the list."""

    instructions = serializers.ListField(child=serializers.CharField())
    programme_codes = serializers.ListField(
        child=serializers.CharField(), help_text="None of them means: open to all."
    )

    class Meta:
        model = CaseStudy
        fields = (
            "id",
            "title",
            "slug",
            "description",
            "instructions",
            "time_limit_minutes",
            "document_url",
            "first_message",
            "programme_codes",
            "is_active",
            "created_at",
            "updated_at",
        )
        read_only_fields = fields


class CaseStudyUpdateSerializer(ModelInputSerializer):
    """What is said of a case study to change it."""

    instructions = ListField(
        child=TextOfLinesField(max_length=INSTRUCTION_LENGTH),
        max_length=MAX_INSTRUCTIONS,
        required=False,
    )
    programme_codes = ProgrammeCodesField(
        required=False, help_text="To whose students it is open; none of them means: to all."
    )

    class Meta:
        model = CaseStudy
        fields = (
            "title",
            "slug",
            "description",
            "instructions",
            "time_limit_minutes",
            "document_url",
            "first_message",
            "programme_codes",
            "is_active",
        )


class CaseStudyCreateSerializer(CaseStudyUpdateSerializer):
    """What is said of a new case study."""

    class Meta(CaseStudyUpdateSerializer.Meta):
        extra_kwargs = {
            "slug": {
                "required": False,
                "allow_null": True,
                "help_text": "Derived from the title when absent, null or empty.",
            }
        }
