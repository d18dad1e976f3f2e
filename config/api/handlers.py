"""The handler of a request: a method of a view, or the hook that does an action's work."""

from collections.abc import Callable
from typing import Any

# Actions whose work is in a hook of the view, which the mixins of ``config.api.viewsets`` call.
_HOOKS = {"create": "create_row", "partial_update": "update_row", "destroy": "delete_row"}


def handler_of(view: Any, method: str) -> Callable | None:
    """Return the handler of a method; its docstring, limits and errors are the endpoint's."""
    name = getattr(view, "action", None) or method.lower()
    return getattr(view, _HOOKS.get(name, name), None) or getattr(view, name, None)


def is_marked(view: Any, method: str, mark: str) -> bool:
    """Return whether the view's own method for a request was marked by a decorator."""
    name = getattr(view, "action", None) or method.lower()
    return getattr(getattr(view, name, None), mark, False)
