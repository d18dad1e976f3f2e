"""The serializer of what another number of attempts per student would do (contract §19)."""

from rest_framework import serializers


class AllowanceEffectSerializer(serializers.Serializer):
    """What becomes of a tenant's students."""

    before = serializers.IntegerField(help_text="The attempts at a case study now.")
    after = serializers.IntegerField(help_text="The attempts at a case study then.")
    students = serializers.IntegerField(
        help_text="Active and inactive ones. All but those with unlimited sessions are concerned."
    )
    gaining = serializers.IntegerField(
        help_text="Those who have no attempt left at a case study, or at several, and get some."
    )
    losing = serializers.IntegerField(help_text="Those who have some left, and will have none.")
    is_complete = serializers.BooleanField(
        help_text="Whether all were counted: at most some 10,000 are."
    )
