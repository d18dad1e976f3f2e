"""Roles, and what they permit (contract §4)."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from accounts.models import Role
from accounts.serializers.roles import (
    PermissionsInputSerializer,
    RoleInputSerializer,
    RolePermissionsSerializer,
    RoleSerializer,
)
from accounts.services import roles
from config.api.permissions import STANDARD_ACTIONS
from config.api.schema import errors
from config.api.viewsets import ConsoleViewSet, ListMixin, RetrieveMixin
from config.permissions import Action, Module


class RoleViewSet(ListMixin, RetrieveMixin, ConsoleViewSet):
    """The four system roles of the tenant, and those of its own making."""

    permission_module = Module.ROLE_MANAGEMENT
    permission_actions = STANDARD_ACTIONS | {
        "permissions": Action.VIEW,
        "replace_permissions": Action.EDIT,
    }
    # Whoever invites users chooses a role for them.
    permission_alternatives = {"list": [(Module.USER_MANAGEMENT, Action.VIEW)]}
    queryset = Role.objects.system_first()
    serializer_class = RoleSerializer
    lookup_url_kwarg = "role_id"
    default_limit = 50
    max_limit = 200

    @errors("409")
    @extend_schema(request=RoleInputSerializer, responses={201: RoleSerializer})
    def create(self, request):
        """Create a role, which permits nothing yet."""
        values = self.validated_body(RoleInputSerializer)
        role = roles.create_role(actor=request.user, tenant=self.tenant, **values)
        return self.respond_row(role, "Role created successfully", status=201)

    @errors("400", "409")
    @extend_schema(request=RoleInputSerializer)
    def partial_update(self, request, *args, **kwargs):
        """Change name and description of a role that holds no flag that the caller lacks (403).

        A system role keeps its name.
        """
        values = self.validated_body(RoleInputSerializer, partial=True)
        role = roles.update_role(actor=request.user, role=self.get_object(), **values)
        return self.respond_row(role, "Role updated successfully")

    @errors("400", "409")
    @extend_schema(responses={200: None})
    def destroy(self, request, *args, **kwargs):
        """Delete a role that nobody has, and that holds no flag that the caller lacks (403)."""
        roles.delete_role(actor=request.user, role=self.get_object())
        return self.respond(None, "Role deleted successfully")

    @extend_schema(responses=RolePermissionsSerializer)
    @action(detail=True)
    def permissions(self, request, *args, **kwargs):
        """What the role permits: all modules with all actions."""
        return self.respond(RolePermissionsSerializer(self.get_object()).data)

    @errors("400")
    @extend_schema(request=PermissionsInputSerializer, responses=RolePermissionsSerializer)
    @permissions.mapping.put
    def replace_permissions(self, request, *args, **kwargs):
        """Replace the matrix; what is left out becomes false.

        Nobody grants what they lack, or takes from a role that holds a flag that they lack (403).
        The last active user who can edit both users and roles has to be left (400).
        """
        flags = self.validated_body(PermissionsInputSerializer)["permissions"]
        role = roles.replace_permissions(actor=request.user, role=self.get_object(), flags=flags)
        return self.respond(
            RolePermissionsSerializer(role).data, "Permissions updated successfully"
        )
