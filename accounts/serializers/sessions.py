"""Serializers of open sign-ins (contract §16)."""

from rest_framework import serializers

from accounts.models import SignInKind, SignInWay


class OpenSignInSerializer(serializers.Serializer):
    """A browser or a program in which somebody is signed in."""

    id = serializers.CharField()
    kind = serializers.ChoiceField(SignInKind.choices)
    created_at = serializers.DateTimeField()
    last_used_at = serializers.DateTimeField(help_text="Noted once a minute.")
    address = serializers.CharField(allow_null=True, help_text="Where it was used last.")
    user_agent = serializers.CharField(allow_null=True)
    via = serializers.ChoiceField(SignInWay.choices)
    current = serializers.BooleanField(help_text="Whether this very request was made by it.")
