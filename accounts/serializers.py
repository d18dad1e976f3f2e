"""Shapes of the sign-in and profile endpoints (contract §2)."""

from rest_framework import serializers

from accounts.models import User
from config.api.inputs import InputSerializer, ModelInputSerializer, TextField
from config.permissions import matrix


class LoginSerializer(serializers.Serializer):
    email = serializers.EmailField(max_length=254)
    password = serializers.CharField(max_length=1000, trim_whitespace=False)
    tenant_slug = serializers.CharField(max_length=100, required=False, allow_null=True)


class RefreshSerializer(serializers.Serializer):
    refresh_token = serializers.CharField(max_length=4096)


class LogoutSerializer(serializers.Serializer):
    refresh_token = serializers.CharField(max_length=4096, required=False, allow_null=True)


class TokenPairSerializer(serializers.Serializer):
    access_token = serializers.CharField()
    refresh_token = serializers.CharField()
    token_type = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds.")


class UserSerializer(serializers.ModelSerializer):
    """The full user object (contract §5)."""

    role_id = serializers.CharField(allow_null=True)
    role_name = serializers.CharField(source="role.name", default=None, allow_null=True)
    programme_codes = serializers.SerializerMethodField()

    class Meta:
        model = User
        fields = (
            "id",
            "email",
            "first_name",
            "last_name",
            "middle_name",
            "display_name",
            "role_id",
            "role_name",
            "status",
            "title",
            "department",
            "unlimited_sessions",
            "programme_codes",
            "last_activity_at",
            "created_at",
            "updated_at",
        )
        read_only_fields = fields

    def get_programme_codes(self, user: User) -> list[str]:
        return sorted(programme.code for programme in user.programmes.all())


class ProfileUpdateSerializer(ModelInputSerializer):
    class Meta:
        model = User
        fields = ("first_name", "last_name", "title", "department")


class ChangePasswordSerializer(InputSerializer):
    current_password = TextField(max_length=1000, trim_whitespace=False)
    new_password = TextField(min_length=8, max_length=100, trim_whitespace=False)


class ProfileSerializer(UserSerializer):
    """The caller's own user object, with what the role permits."""

    permissions = serializers.SerializerMethodField()

    class Meta(UserSerializer.Meta):
        fields = (*UserSerializer.Meta.fields, "permissions")
        read_only_fields = fields

    def get_permissions(self, user: User) -> dict[str, dict[str, bool]]:
        """All modules and actions; nothing at all without a role."""
        return matrix(user.flags) if user.role else {}
