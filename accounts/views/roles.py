"""The views of roles and their permissions (contract §4)."""

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
from config.api.preconditions import conditional, tagged
from config.api.schema import errors
from config.api.viewsets import (
    CreateMixin,
    DestroyMixin,
    ListMixin,
    RetrieveMixin,
    UpdateMixin,
)
from config.permissions import Action, Module
from tenants.views import HistoryMixin


class RoleViewSet(ListMixin, RetrieveMixin, CreateMixin, UpdateMixin, DestroyMixin, HistoryMixin):
    """The four system roles of the tenant, and those of its own making."""

    permission_module = Module.ROLE_MANAGEMENT
    permission_actions = STANDARD_ACTIONS | {
        "permissions": Action.VIEW,
        "replace_permissions": Action.EDIT,
    }
    # People who invite users choose a role for them.
    permission_alternatives = {"list": [(Module.USER_MANAGEMENT, Action.VIEW)]}
    queryset = Role.objects.system_first()
    serializer_class = RoleSerializer
    lookup_url_kwarg = "role_id"
    default_limit = 50
    max_limit = 200

    noun = "Role"
    audit_target = "role"
    create_serializer_class = update_serializer_class = RoleInputSerializer

    @errors("409")
    def create_row(self, *, actor, tenant, **values) -> Role:
        """Create a role, which permits nothing yet."""
        return roles.create_role(actor=actor, tenant=tenant, **values)

    @errors("400", "409")
    def update_row(self, *, actor, row, **values) -> Role:
        """Change name and description of a role that holds no flag that the caller lacks (403).

        A system role keeps its name.
        """
        return roles.update_role(actor=actor, role=row, **values)

    @errors("400", "409")
    def delete_row(self, *, actor, row) -> None:
        """Delete a role that nobody has, and that holds no flag that the caller lacks (403)."""
        roles.delete_role(actor=actor, role=row)

    @tagged
    @extend_schema(responses=RolePermissionsSerializer)
    @action(detail=True)
    def permissions(self, request, *args, **kwargs):
        """What the role permits: all modules with all actions."""
        return self.respond_tagged(self._matrix())

    @conditional
    @errors("400")
    @extend_schema(request=PermissionsInputSerializer, responses=RolePermissionsSerializer)
    @permissions.mapping.put
    def replace_permissions(self, request, *args, **kwargs):
        """Replace the matrix; what is left out becomes false.

        Nobody grants what they lack, or takes from a role that holds a flag that they lack (403).
        The last active user who can edit both users and roles has to be left (400).
        """
        flags = self.validated_body(PermissionsInputSerializer)["permissions"]
        role = self.get_object()
        with self.if_match(role, self._matrix):
            role = roles.replace_permissions(actor=request.user, role=role, flags=flags)
        return self.respond_tagged(
            RolePermissionsSerializer(role).data, "Permissions updated successfully"
        )

    def _matrix(self):
        return RolePermissionsSerializer(self.get_object()).data
