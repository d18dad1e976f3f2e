"""Serializers of uploaded rosters (contract §17)."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from config.api.inputs import BooleanField, IdTextField, InputSerializer, TextField, VerbatimField
from config.api.uploads import FormSerializer, UploadField, WrittenBooleanField
from students.models import RosterImport
from students.models.imports import ImportSource, ImportState
from students.services.roster import DEFAULT_MAX_CHANGE
from students.services.roster.importing import MAX_CHANGE, SKIP_BAD_ROWS


class RosterUploadSerializer(FormSerializer):
    """A roster, and the options of its import."""

    file = UploadField(
        help_text="CSV, XLSX or ZIP: our own export, Canvas, OneRoster, Moodle or Blackboard."
    )
    enrolments = UploadField(
        default=None, help_text="Canvas' enrollments.csv or OneRoster's roles.csv."
    )
    programme = TextField(
        default="",
        allow_blank=True,
        max_length=32,
        help_text="The code of one that every active student joins.",
    )
    encoding = TextField(
        default="",
        allow_blank=True,
        max_length=30,
        help_text="Of CSV that is neither UTF-8 nor UTF-16 with its mark.",
    )
    max_change = TextField(
        default=str(DEFAULT_MAX_CHANGE),
        max_length=20,
        help_text="The most students that may change: 25, or 10% of the active ones.",
    )
    deactivate_missing = WrittenBooleanField(
        default=False, help_text="Active students who are not in the roster become inactive."
    )
    skip_bad_rows = WrittenBooleanField(
        default=False, help_text="Otherwise one bad row refuses the whole roster."
    )
    allow_erased = WrittenBooleanField(
        default=False, help_text="People who were erased may come back; else their rows are bad."
    )
    replaces = IdTextField(
        default="", help_text="The import that is discarded, since this is its corrected file."
    )


class RosterRecheckSerializer(InputSerializer):
    """The option by which a refused roster may be imported after all."""

    skip_bad_rows = BooleanField(default=False, help_text="Import the others.")
    max_change = TextField(
        default="", allow_blank=True, max_length=20, help_text="Another limit, such as 50%."
    )


class RosterConfirmSerializer(InputSerializer):
    """Which plan is confirmed."""

    plan_hash = VerbatimField(max_length=64)


class RosterCountsSerializer(serializers.Serializer):
    """What a plan does, in figures; every line that is about somebody counts once."""

    created = serializers.IntegerField()
    updated = serializers.IntegerField()
    addresses = serializers.IntegerField(help_text="Those whose e-mail address changes, besides.")
    deactivated = serializers.IntegerField()
    reactivated = serializers.IntegerField()
    unchanged = serializers.IntegerField()
    not_students = serializers.IntegerField()
    bad_rows = serializers.IntegerField()

    def to_representation(self, counts: dict[str, int]) -> dict[str, int]:
        return counts


class ImportProgressSerializer(serializers.Serializer):
    """How far the worker is."""

    stage = serializers.CharField(help_text="Reading, Comparing or Writing.")
    steps = serializers.IntegerField(help_text="How many there are; 0 where it is not known.")
    steps_done = serializers.IntegerField()


class RosterImportRowSerializer(serializers.ModelSerializer):
    """One line of the list of uploaded rosters."""

    status = serializers.ChoiceField(ImportState.choices, source="state")
    source = serializers.ChoiceField(ImportSource.choices)
    enrolments_name = serializers.SerializerMethodField()
    programme = serializers.SerializerMethodField()
    encoding = serializers.SerializerMethodField()
    counts = serializers.SerializerMethodField()
    plan_hash = serializers.SerializerMethodField()
    refusal = serializers.SerializerMethodField()
    is_stuck = serializers.BooleanField(help_text="Nothing is heard of the worker.")
    progress = serializers.SerializerMethodField()

    class Meta:
        model = RosterImport
        fields = (
            "id",
            "status",
            "source",
            "file_name",
            "enrolments_name",
            "programme",
            "encoding",
            "max_change",
            "deactivate_missing",
            "skip_bad_rows",
            "allow_erased",
            "counts",
            "plan_hash",
            "refusal",
            "is_stuck",
            "progress",
            "created_by_id",
            "created_by_name",
            "confirmed_by_id",
            "confirmed_by_name",
            "created_at",
            "finished_at",
        )
        read_only_fields = fields

    def get_enrolments_name(self, row: RosterImport) -> str | None:
        return row.companion_name or None

    def get_programme(self, row: RosterImport) -> str | None:
        return row.programme or None

    def get_encoding(self, row: RosterImport) -> str | None:
        return row.encoding or None

    def get_plan_hash(self, row: RosterImport) -> str | None:
        return row.plan_hash or None

    def get_refusal(self, row: RosterImport) -> str | None:
        return row.refusal or None

    @extend_schema_field(RosterCountsSerializer(allow_null=True))
    def get_counts(self, row: RosterImport) -> dict[str, int] | None:
        return row.figures

    @extend_schema_field(ImportProgressSerializer(allow_null=True))
    def get_progress(self, row: RosterImport) -> dict[str, Any] | None:
        if not (row.is_at_work and row.stage):
            return None
        return {"stage": row.stage, "steps": row.steps, "steps_done": row.steps_done}


class UnderstoodSerializer(serializers.Serializer):
    """What was understood of one file."""

    file = serializers.CharField()
    format = serializers.CharField()
    encoding = serializers.CharField()
    parted_by = serializers.CharField(help_text="What parts its cells; empty in a workbook.")
    used = serializers.ListField(child=serializers.CharField(), help_text="Columns that are read.")
    ignored = serializers.ListField(child=serializers.CharField(), help_text="The others.")
    rows = serializers.ListField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text="The first five, in the columns that are read, while the files are kept.",
    )


class PlannedChangeSerializer(serializers.Serializer):
    """One change of a plan."""

    kind = serializers.ChoiceField(("created", "updated", "deactivated", "reactivated"))
    line = serializers.IntegerField(allow_null=True, help_text="Null where the roster lacks them.")
    email = serializers.CharField()
    text = serializers.CharField(help_text="The same in words.")


class BadRowSerializer(serializers.Serializer):
    """A line that cannot be imported."""

    file = serializers.CharField()
    line = serializers.IntegerField()
    message = serializers.CharField()


def _of_report(field: type[serializers.Field], name: str, default: Any, **kwargs: Any) -> Any:
    """Return a field of the report, which lacks parts at first, and in rows of earlier releases."""
    return field(source=f"report.{name}", default=default, read_only=True, **kwargs)


class RosterImportSerializer(RosterImportRowSerializer):
    """An uploaded roster in full: what was understood, and what the plan does."""

    understood = _of_report(UnderstoodSerializer, "understood", [], many=True)
    notes = _of_report(serializers.ListField, "notes", [], child=serializers.CharField())
    changes = _of_report(
        PlannedChangeSerializer, "changes", [], many=True, help_text="The first 100."
    )
    more_changes = _of_report(serializers.IntegerField, "more_changes", 0)
    bad_rows = _of_report(BadRowSerializer, "bad_rows", [], many=True, help_text="The first 1,000.")
    more_bad_rows = _of_report(serializers.IntegerField, "more_bad_rows", 0)
    unknown_codes = _of_report(
        serializers.ListField,
        "unknown_codes",
        [],
        child=serializers.CharField(),
        help_text="Courses that are no programmes here; the first 100.",
    )
    more_unknown_codes = _of_report(serializers.IntegerField, "more_unknown_codes", 0)
    remedy = serializers.SerializerMethodField()

    class Meta(RosterImportRowSerializer.Meta):
        fields = (
            *RosterImportRowSerializer.Meta.fields,
            *("understood", "notes", "changes", "more_changes", "bad_rows", "more_bad_rows"),
            *("unknown_codes", "more_unknown_codes", "remedy"),
        )
        read_only_fields = fields

    @extend_schema_field(RosterCountsSerializer(allow_null=True))
    def get_counts(self, row: RosterImport) -> dict[str, int] | None:
        return row.report.get("counts")

    @extend_schema_field(
        serializers.ChoiceField(
            (SKIP_BAD_ROWS, MAX_CHANGE),
            allow_null=True,
            help_text="The option with which a refused one may be checked again.",
        )
    )
    def get_remedy(self, row: RosterImport) -> str | None:
        return row.report.get("remedy") if row.waits_for_remedy else None
