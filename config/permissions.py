"""The vocabulary of rights: nine modules, five actions, flags ``MODULE.action`` (contract §1.9)."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import product
from typing import Protocol


class Module(StrEnum):
    """The modules that rights refer to."""

    USER_MANAGEMENT = "USER_MANAGEMENT"
    ROLE_MANAGEMENT = "ROLE_MANAGEMENT"
    TENANT_MANAGEMENT = "TENANT_MANAGEMENT"
    CASE_STUDIES = "CASE_STUDIES"
    KNOWLEDGE_BASES = "KNOWLEDGE_BASES"
    FEEDBACK = "FEEDBACK"
    PROGRAMMES = "PROGRAMMES"
    ATTEMPT_MANAGEMENT = "ATTEMPT_MANAGEMENT"
    STUDENT_PERFORMANCE = "STUDENT_PERFORMANCE"


class Action(StrEnum):
    """The actions that a right allows on its module."""

    VIEW = "can_view"
    CREATE = "can_create"
    EDIT = "can_edit"
    DELETE = "can_delete"
    EXPORT = "can_export"


class Viewer(Protocol):
    """A person with a role."""

    def has_flag(self, flag: str) -> bool: ...


def flag(module: Module, action: Action) -> str:
    """Return the flag as roles store it and errors print it: ``USER_MANAGEMENT.can_view``."""
    return f"{module}.{action}"


ALL_FLAGS: tuple[str, ...] = tuple(
    flag(module, action) for module, action in product(Module, Action)
)


def matrix(flags: set[str]) -> dict[str, dict[str, bool]]:
    """Return the whole module → action → boolean matrix of the granted flags."""
    return {
        module.value: {action.value: flag(module, action) in flags for action in Action}
        for module in Module
    }


def flags_of(spread: Mapping[str, Mapping[str, bool]]) -> set[str]:
    """Return the flags that a matrix grants; absent entries grant nothing."""
    return {
        flag(Module(module), Action(action))
        for module, actions in spread.items()
        for action, granted in actions.items()
        if granted
    }
