"""Serializers of the users' endpoints (contract §5)."""

from rest_framework import serializers

from accounts.models import User
from accounts.queries.membership import programme_codes
from accounts.serializers.campus import CohortField, SisIdField
from config.api.inputs import IdTextField, ModelInputSerializer
from programmes.serializers import ProgrammeCodesField


class UserRowSerializer(serializers.ModelSerializer):
    """One line of the list of users."""

    role_id = serializers.CharField(allow_null=True)
    role_name = serializers.CharField(source="role.name", default=None, allow_null=True)

    class Meta:
        model = User
        fields = (
            "id",
            "email",
            "first_name",
            "last_name",
            "display_name",
            "role_id",
            "role_name",
            "status",
            "created_at",
        )
        read_only_fields = fields


class UserSerializer(UserRowSerializer):
    """The full user object."""

    programme_codes = serializers.SerializerMethodField()

    class Meta(UserRowSerializer.Meta):
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
        return programme_codes(user)


class UserInviteSerializer(ModelInputSerializer):
    """Who is invited, and as what."""

    role_id = IdTextField()
    programme_codes = ProgrammeCodesField(default=list)

    class Meta:
        model = User
        fields = (
            "email",
            "first_name",
            "last_name",
            "middle_name",
            "role_id",
            "programme_codes",
        )


class EmailChangeSerializer(ModelInputSerializer):
    """The new address of a user."""

    class Meta:
        model = User
        fields = ("email",)


class UserUpdateSerializer(ModelInputSerializer):
    """What may change of a user: everything but the e-mail address (``EmailChangeSerializer``)."""

    role_id = IdTextField()
    programme_codes = ProgrammeCodesField()
    sis_id = SisIdField()
    cohort = CohortField()

    class Meta:
        model = User
        fields = (
            "first_name",
            "last_name",
            "middle_name",
            "role_id",
            "status",
            "title",
            "department",
            "unlimited_sessions",
            "programme_codes",
            "sis_id",
            "cohort",
        )
