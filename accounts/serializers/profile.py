"""Serializers of the own profile (contract §2)."""

from rest_framework import serializers

from accounts.models import User
from accounts.serializers.auth import NewPasswordField
from accounts.serializers.users import UserSerializer
from config.api.inputs import InputSerializer, ModelInputSerializer, VerbatimField
from config.permissions import matrix


class ProfileSerializer(UserSerializer):
    """The caller's own user object, with what the role permits."""

    permissions = serializers.SerializerMethodField()

    class Meta(UserSerializer.Meta):
        fields = (*UserSerializer.Meta.fields, "permissions")
        read_only_fields = fields

    def get_permissions(self, user: User) -> dict[str, dict[str, bool]]:
        """All modules and actions; nothing at all without a role."""
        return matrix(user.flags) if user.role else {}


class ProfileUpdateSerializer(ModelInputSerializer):
    """What people change about themselves."""

    class Meta:
        model = User
        fields = ("first_name", "last_name", "title", "department")


class ChangePasswordSerializer(InputSerializer):
    """The password of before, and the one from now on."""

    current_password = VerbatimField(max_length=1000, trim_whitespace=False)
    new_password = NewPasswordField()
