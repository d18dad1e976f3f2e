"""Serializers of the own second factor (contract §16)."""

from rest_framework import serializers

from accounts.services.second_factor import LONGEST_CODE
from config.api.inputs import InputSerializer, VerbatimField


class SecondFactorSetupSerializer(InputSerializer):
    """What shows that the caller may set up, or replace, the second factor."""

    current_password = VerbatimField(
        max_length=1000, trim_whitespace=False, required=False, allow_null=True
    )
    code = VerbatimField(max_length=LONGEST_CODE, required=False, allow_null=True)


class CodeSerializer(InputSerializer):
    """A code of the authenticator app; where one is active already, or a recovery code."""

    code = VerbatimField(max_length=LONGEST_CODE)


class SecondFactorSerializer(serializers.Serializer):
    """Whether there is a second factor, and how many ways back are left."""

    is_active = serializers.BooleanField()
    since = serializers.DateTimeField(allow_null=True)
    recovery_codes_left = serializers.IntegerField()
    is_required = serializers.BooleanField()


class OfferSerializer(serializers.Serializer):
    """A secret for an authenticator app, shown once."""

    secret = serializers.CharField()
    otpauth_uri = serializers.CharField()


class RecoveryCodesSerializer(serializers.Serializer):
    """Codes for the day the phone is lost, shown once; each works once."""

    recovery_codes = serializers.ListField(child=serializers.CharField())
