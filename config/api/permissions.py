"""Who may call an endpoint: the role's flags, mapped to the viewset's actions (contract §1.9)."""

from typing import Any

from rest_framework.exceptions import MethodNotAllowed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from config.errors import FlagMissing
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


def accepted_flags(view_class: Any, action_name: str, requires: Action | None) -> tuple[str, ...]:
    """Return the flags of which any one opens an action, first the one that refusals name.

    The others are its ``permission_alternatives``. None at all when nobody mapped the action.
    """
    module: Module | None = getattr(view_class, "permission_module", None)
    mapped = getattr(view_class, "permission_actions", STANDARD_ACTIONS)
    action = requires or mapped.get(action_name)
    if not (module and action):
        return ()
    alternatives = getattr(view_class, "permission_alternatives", {}).get(action_name, ())
    return tuple(flag(*pair) for pair in [(module, action), *alternatives])


class DenyAll(BasePermission):
    """The default of views that declare nothing."""

    def has_permission(self, request: Any, view: Any) -> bool:
        return False


class IsSignedIn(BasePermission):
    """Any role, as long as the token, its user and the tenant are live."""

    def has_permission(self, request: Any, view: Any) -> bool:
        return request.user is not None


class HasModulePermission(BasePermission):
    """The caller's role holds a flag that opens the action; an unmapped action is refused."""

    judges_rights = True

    def has_permission(self, request: Any, view: Any) -> bool:
        if request.user is None:
            return False
        _require_served(request, view)
        accepted = accepted_flags(type(view), view.action, view.requires)
        if not accepted:
            return False
        if not any(map(request.user.has_flag, accepted)):
            raise FlagMissing(accepted[0])
        return True


class IsSuperAdmin(BasePermission):
    """The caller has the Super Admin role, where no flag will do (contract §11)."""

    judges_rights = True

    def has_permission(self, request: Any, view: Any) -> bool:
        if request.user is None:
            return False
        _require_served(request, view)
        if not request.user.is_super_admin:
            raise FlagMissing(SUPER_ADMIN_ROLE)
        return True


def _require_served(request: Request, view: Any) -> None:
    """Refuse a method that the address does not have before judging who asks."""
    # "metadata" is how REST framework calls OPTIONS, which nobody answers.
    if view.action in {None, "metadata"}:
        raise MethodNotAllowed(request.method or "")
