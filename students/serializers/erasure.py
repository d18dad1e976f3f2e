"""Serializers of the erasure of a student (contract §18)."""

from typing import Any

from rest_framework import serializers

from config.addresses import LONGEST_ADDRESS
from config.api.inputs import BooleanField, InputSerializer, KnownEmailField, TextField
from students.validators import LONGEST_REASON


class ErasureInputSerializer(InputSerializer):
    """Who is erased, and why; a dry run needs neither."""

    confirm_email = KnownEmailField(
        required=False,
        max_length=LONGEST_ADDRESS,
        help_text="The student's address, as on their page. A dry run needs none.",
    )
    reason = TextField(
        required=False,
        max_length=LONGEST_REASON,
        help_text="Stays on record, so it must not name the person. A dry run needs none.",
    )
    dry_run = BooleanField(default=False, help_text="Tell what would go, and change nothing.")

    def validate(self, values: dict[str, Any]) -> dict[str, Any]:
        if not values["dry_run"]:
            missing = [name for name in ("confirm_email", "reason") if not values.get(name)]
            if missing:
                raise serializers.ValidationError(dict.fromkeys(missing, "This field is required."))
        return values


class ErasureSerializer(serializers.Serializer):
    """What was erased, or would be: the number of rows by table."""

    user_id = serializers.CharField()
    dry_run = serializers.BooleanField()
    counts = serializers.DictField(child=serializers.IntegerField())
