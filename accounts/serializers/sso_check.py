"""The serializers of the test of a tenant's single sign-on (contract §19)."""

from rest_framework import serializers

from accounts.services.sso_check import Level


class FindingSerializer(serializers.Serializer):
    """One result of the test."""

    level = serializers.ChoiceField(
        choices=[level.value for level in Level],
        help_text="`ok`; `note`, which works; `fault`, with which nobody can sign in.",
    )
    text = serializers.CharField()
    advice = serializers.CharField(help_text="What to do; empty where nothing is to be done.")


class SSOCheckSerializer(serializers.Serializer):
    """What came of the test."""

    is_usable = serializers.BooleanField(
        help_text="Whether people can sign in, as far as can be told without one of them."
    )
    is_proven = serializers.BooleanField(
        help_text="Whether somebody has come back from this server before."
    )
    service_url = serializers.CharField(help_text="The address that the CAS server has to know.")
    findings = FindingSerializer(many=True)
