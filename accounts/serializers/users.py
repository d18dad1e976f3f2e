"""Shapes of the users' endpoints (contract §5)."""

from rest_framework import serializers

from accounts.models import User


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
