"""Serializers of the sign-in endpoints (contract §2)."""

from typing import Any

from rest_framework import serializers

from accounts.services.second_factor import LONGEST_CODE
from accounts.validators.passwords import LENGTHS
from config.api.inputs import InputSerializer, KnownEmailField, VerbatimField


class NewPasswordField(VerbatimField):
    """A password that somebody chooses; blanks belong to it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**LENGTHS, trim_whitespace=False, **kwargs)


class LoginSerializer(InputSerializer):
    """Who signs in; the tenant may be left to the page's origin."""

    email = KnownEmailField(max_length=254)
    password = VerbatimField(max_length=1000, trim_whitespace=False)
    tenant_slug = VerbatimField(max_length=100, required=False, allow_null=True)
    # Of the second factor, where the account has one.
    code = VerbatimField(max_length=LONGEST_CODE, required=False, allow_null=True)


class RefreshSerializer(InputSerializer):
    """The refresh token to exchange."""

    refresh_token = VerbatimField(max_length=4096)


class LogoutSerializer(InputSerializer):
    """The sign-in to end; all of the caller's when it names none."""

    # An empty text is a client's mistake, and must not end them all.
    refresh_token = VerbatimField(
        max_length=4096, required=False, allow_null=True, allow_blank=False
    )


class AcceptInvitationSerializer(InputSerializer):
    """The token of the link that was mailed, and a password where people sign in with one."""

    token = VerbatimField(max_length=200)
    password = NewPasswordField(required=False, allow_null=True)


class PasswordResetSerializer(InputSerializer):
    """Whose password is lost; the tenant may be left to the page's origin."""

    email = KnownEmailField(max_length=254)
    tenant_slug = VerbatimField(max_length=100, required=False, allow_null=True)


class PasswordResetConfirmSerializer(InputSerializer):
    """The token of the link that was mailed, and the new password."""

    token = VerbatimField(max_length=200)
    new_password = NewPasswordField()


class SSOTokenSerializer(InputSerializer):
    """The code that single sign-on ended with, and what its challenge was made of."""

    code = VerbatimField(max_length=200)
    code_verifier = VerbatimField(max_length=128)


class TokenPairSerializer(serializers.Serializer):
    """What a front end needs to act for a user."""

    access_token = serializers.CharField()
    refresh_token = serializers.CharField()
    token_type = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds.")
