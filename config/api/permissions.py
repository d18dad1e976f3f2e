"""The permissions of endpoints: a role's flags, mapped to a viewset's actions (contract §1.9)."""

from typing import Any

from rest_framework.exceptions import MethodNotAllowed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from config.errors import FlagMissing
from config.permissions import Action, Module, flag

# The rights for the standard actions of a viewset without ``permission_actions`` of its own; any
# other action declares its right itself: @action(requires=…).
STANDARD_ACTIONS = {
    "list": Action.VIEW,
    "retrieve": Action.VIEW,
    "create": Action.CREATE,
    "partial_update": Action.EDIT,
    "destroy": Action.DELETE,
    "export": Action.EXPORT,
}

# The name in refusals of the one right that is no flag.
SUPER_ADMIN_ROLE = "Super Admin role"


def accepted_flags(view_class: Any, action_name: str, requires: Action | None) -> tuple[str, ...]:
    """Return the flags of which any one opens an action; the first is the one that refusals name.

    The others are its ``permission_alternatives``. The result is empty for an unmapped action.
    """
    module: Module | None = getattr(view_class, "permission_module", None)
    mapped = getattr(view_class, "permission_actions", STANDARD_ACTIONS)
    action = requires or mapped.get(action_name)
    if not (module and action):
        return ()
    alternatives = getattr(view_class, "permission_alternatives", {}).get(action_name, ())
    return tuple(flag(*pair) for pair in [(module, action), *alternatives])


def further_flags(view_class: Any, action_name: str) -> tuple[str, ...]:
    """Return the flags that an action needs as well, all of them (``permission_additions``)."""
    additions = getattr(view_class, "permission_additions", {}).get(action_name, ())
    return tuple(flag(*pair) for pair in additions)


class DenyAll(BasePermission):
    """The default of views that declare nothing."""

    def has_permission(self, request: Any, view: Any) -> bool:
        return False


class IsSignedIn(BasePermission):
    """The caller is signed in, in any role: token, user and tenant are all valid."""

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
        for further in further_flags(type(view), view.action):
            if not request.user.has_flag(further):
                raise FlagMissing(further)
        return True


class IsSuperAdmin(BasePermission):
    """The caller has the Super Admin role, where no flag is enough (contract §11)."""

    judges_rights = True

    def has_permission(self, request: Any, view: Any) -> bool:
        if request.user is None:
            return False
        _require_served(request, view)
        if not request.user.is_super_admin:
            raise FlagMissing(SUPER_ADMIN_ROLE)
        return True


def _require_served(request: Request, view: Any) -> None:
    """Refuse a method that the address does not have, before the caller's rights are checked."""
    # "metadata" is REST framework's name for OPTIONS, which no view answers.
    if view.action in {None, "metadata"}:
        raise MethodNotAllowed(request.method or "")
