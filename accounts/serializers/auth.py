"""Shapes of the sign-in endpoints (contract §2)."""

from rest_framework import serializers

from config.api.inputs import InputSerializer, TextField


class LoginSerializer(serializers.Serializer):
    email = serializers.EmailField(max_length=254)
    password = serializers.CharField(max_length=1000, trim_whitespace=False)
    tenant_slug = serializers.CharField(max_length=100, required=False, allow_null=True)


class RefreshSerializer(serializers.Serializer):
    refresh_token = serializers.CharField(max_length=4096)


class LogoutSerializer(serializers.Serializer):
    refresh_token = serializers.CharField(max_length=4096, required=False, allow_null=True)


class AcceptInvitationSerializer(InputSerializer):
    token = TextField(max_length=200)


class TokenPairSerializer(serializers.Serializer):
    access_token = serializers.CharField()
    refresh_token = serializers.CharField()
    token_type = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds.")
