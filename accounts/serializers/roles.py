"""Serializers of the roles' endpoints (contract §4)."""

from typing import Any

from rest_framework import serializers

from accounts.models import Role
from config.api.inputs import BooleanField, InputSerializer, ModelInputSerializer
from config.permissions import Action, Module, flags_of, matrix


class RoleSerializer(serializers.ModelSerializer):
    """A role, without what it permits."""

    is_system_role = serializers.BooleanField()

    class Meta:
        model = Role
        fields = ("id", "name", "description", "is_system_role", "created_at", "updated_at")
        read_only_fields = fields


class RoleInputSerializer(ModelInputSerializer):
    """What a role is called, and what it is for."""

    class Meta:
        model = Role
        fields = ("name", "description")


# The most unknown words that a refusal names; a body can contain hundreds of thousands.
_NAMED = 100


class _CompleteVocabulary(InputSerializer):
    """Keys are words of a vocabulary: one that is left out grants nothing, others are refused."""

    # For the OpenAPI document; everywhere else unknown keys are ignored.
    refuses_unknown_keys = True

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if isinstance(data, dict) and (unknown := [key for key in data if key not in self.fields]):
            raise serializers.ValidationError({key: [self.unknown] for key in unknown[:_NAMED]})
        return super().to_internal_value(data)


class ModuleFlagsSerializer(_CompleteVocabulary):
    """Action → whether it is allowed."""

    unknown = "There is no such action."

    def get_fields(self) -> dict[str, serializers.Field]:
        return {action.value: BooleanField(default=False) for action in Action}


class MatrixSerializer(_CompleteVocabulary):
    """Module → action → whether it is allowed."""

    unknown = "There is no such module."

    def get_fields(self) -> dict[str, serializers.Field]:
        return {module.value: ModuleFlagsSerializer(required=False) for module in Module}


class PermissionsInputSerializer(InputSerializer):
    """A whole matrix; what is left out becomes false."""

    permissions = MatrixSerializer()

    def validate_permissions(self, permissions: dict[str, dict[str, bool]]) -> set[str]:
        return flags_of(permissions)


class RolePermissionsSerializer(serializers.ModelSerializer):
    """A role with its whole matrix."""

    role_id = serializers.CharField(source="pk")
    role_name = serializers.CharField(source="name")
    permissions = serializers.SerializerMethodField()

    class Meta:
        model = Role
        fields = ("role_id", "role_name", "permissions")

    def get_permissions(self, role: Role) -> dict[str, dict[str, bool]]:
        return matrix(role.flags)
