"""Connections of the tests, which belong to the owner: fixtures write as it, all else does not.

Fixtures and requests of a test share one transaction, hence one connection. So its role changes:
inside a request it is the web server's, inside a task or a command the worker's, as in production,
and else the owner's.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from functools import wraps
from typing import Any

from django.core.management import BaseCommand

from config.context import ALL_TENANTS, current_request, is_in_request, within
from config.db import roles
from config.db.walled import base
from config.runtime.database.process_role import DatabaseRole, role_of
from tests.walled.creation import DatabaseCreation

OWNER = "none"  # whoever logged in

_NAMES = {
    DatabaseRole.OWNER: OWNER,
    DatabaseRole.SYSTEM: roles.SYSTEM,
    DatabaseRole.APPLICATION: roles.APPLICATION,
}

_chosen: ContextVar[str | None] = ContextVar("chosen_role", default=None)


class InRole:
    """What a backend of the tests says beside what the product's says: the role."""

    creation_class = DatabaseCreation

    def wanted(self) -> dict[str, str]:
        return super().wanted() | {"role": _chosen.get() or _role_of_context()}


class DatabaseWrapper(InRole, base.DatabaseWrapper):
    pass


def _role_of_context() -> str:
    if not is_in_request():
        return OWNER
    return roles.SYSTEM if current_request().is_task else roles.APPLICATION


@contextmanager
def as_role(name: str) -> Iterator[None]:
    """Let all statements be this role's, for the length of the block."""
    token = _chosen.set(name)
    try:
        yield
    finally:
        _chosen.reset(token)


@contextmanager
def requests_of_the_owner() -> Iterator[None]:
    """Let requests do what only the owner may, for tests of something else than walls."""
    with as_role(OWNER), within(ALL_TENANTS):
        yield


def owners_way() -> AbstractContextManager[None]:
    """How a command of the owner connects; ``tests.pooled`` leads it past the pooler."""
    return nullcontext()


def run_commands_as_in_production() -> None:
    """Let each management command have the role and the way that its process would log in by."""
    execute = BaseCommand.execute

    @wraps(execute)
    def executing(self: BaseCommand, *args: Any, **options: Any) -> Any:
        command = type(self).__module__.rpartition(".")[2]
        role = role_of(["manage.py", command])
        way = owners_way() if role == DatabaseRole.OWNER else nullcontext()
        with way, as_role(_NAMES[role]):
            return execute(self, *args, **options)

    BaseCommand.execute = executing
