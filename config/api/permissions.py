"""Who may call an endpoint: the role's flags, mapped to the viewset's actions (contract §1.9)."""

from rest_framework.exceptions import MethodNotAllowed
from rest_framework.permissions import BasePermission

from config.errors import PermissionDenied
from config.permissions import Action, Module, flag

# What the standard actions of a viewset need, unless it has ``permission_actions`` of its own;
# any other action says it itself: @action(requires=…).
STANDARD_ACTIONS = {
    "list": Action.VIEW,
    "retrieve": Action.VIEW,
    "create": Action.CREATE,
    "partial_update": Action.EDIT,
    "destroy": Action.DELETE,
    "export": Action.EXPORT,
}

# How a refusal names the one right that is no flag.
SUPER_ADMIN_ROLE = "Super Admin role"


def required_flag(view_class, action_name: str, requires: Action | None) -> str | None:
    """Return the flag that an action of a viewset needs; None when nobody mapped it."""
    module: Module | None = getattr(view_class, "permission_module", None)
    mapped = getattr(view_class, "permission_actions", STANDARD_ACTIONS)
    action = requires or mapped.get(action_name)
    return flag(module, action) if module and action else None


class DenyAll(BasePermission):
    """The default of views that declare nothing."""

    def has_permission(self, request, view) -> bool:
        return False


class IsSignedIn(BasePermission):
    """Any role, as long as the token, its user and the tenant are live."""

    def has_permission(self, request, view) -> bool:
        return request.user is not None


class HasModulePermission(BasePermission):
    """The caller's role holds the flag of the action; an unmapped action is refused."""

    def has_permission(self, request, view) -> bool:
        if request.user is None:
            return False
        _require_served(request, view)
        needed = required_flag(type(view), view.action, view.requires)
        if needed is None:
            return False
        if not request.user.holds(needed):
            raise PermissionDenied(f"Permission denied: {needed} required")
        return True


class IsSuperAdmin(BasePermission):
    """The caller has the Super Admin role, where no flag will do (contract §11)."""

    def has_permission(self, request, view) -> bool:
        if request.user is None:
            return False
        _require_served(request, view)
        if not request.user.is_super_admin:
            raise PermissionDenied(f"Permission denied: {SUPER_ADMIN_ROLE} required")
        return True


def _require_served(request, view) -> None:
    """Refuse a method that the address does not have before judging who asks."""
    # "metadata" is how REST framework calls OPTIONS, which nobody answers.
    if view.action in {None, "metadata"}:
        raise MethodNotAllowed(request.method)
