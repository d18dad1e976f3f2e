"""What answers a request: the method of a view, or the hook that does an action's work."""

from collections.abc import Callable
from typing import Any

# Actions whose views say in a hook what is done; the mixins of ``config.api.viewsets`` call it.
_HOOKS = {"create": "create_row", "partial_update": "update_row", "destroy": "delete_row"}


def handler_of(view: Any, method: str) -> Callable | None:
    """Return what a view answers a method with: it bears the docstring, limits and errors."""
    name = getattr(view, "action", None) or method.lower()
    return getattr(view, _HOOKS.get(name, name), None) or getattr(view, name, None)
