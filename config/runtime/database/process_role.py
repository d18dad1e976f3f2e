"""The role of the database that a process logs in with: the least that does its work.

A web server needs the *application* role, the worker and commands *system*, and migrations the
*owner* (docs/operating.md, "Roles").
"""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

# The commands that change tables or roles, or load a database from nothing.
_OF_THE_OWNER = frozenset(
    (
        *("migrate", "sqlmigrate", "makemigrations", "lint_migrations", "database_roles"),
        *("dbshell", "flush", "loaddata", "demo", "demo_data"),
        *("dump", "restore", "export_tenant", "import_tenant"),
        *("move_tenant", "cell_maps"),
    )
)


class DatabaseRole(StrEnum):
    OWNER = "owner"
    SYSTEM = "system"
    APPLICATION = "application"

    @property
    def variables(self) -> tuple[str, ...]:
        """The environment variables that name its address, the first one that is set counts."""
        own = {
            # What the owner does needs a session of its own, which poolers do not lend.
            DatabaseRole.OWNER: ("DATABASE_DIRECT_URL", "OWNER_DATABASE_URL"),
            DatabaseRole.SYSTEM: ("SYSTEM_DATABASE_URL",),
            DatabaseRole.APPLICATION: (),
        }
        return (*own[self], "DATABASE_URL")


def name_of(argv: Sequence[str]) -> str:
    """Return what a process with these arguments is called at PostgreSQL: what it does."""
    program = Path(argv[0]).name if argv else ""
    command = argv[1] if program in {"manage.py", "django-admin"} and len(argv) > 1 else ""
    if program == "__main__.py":
        command = "tool"
    what = {"": "web", "serve": "web", "db_worker": "worker"}.get(command, command)
    return f"command-center {what}"


def role_of(argv: Sequence[str]) -> DatabaseRole:
    """Return the role for a process with these arguments; any other program is a web server."""
    program = Path(argv[0]).name if argv else ""
    if program in {"__main__.py", "database.py"}:  # python -m: tools of developers
        return DatabaseRole.OWNER
    if program not in {"manage.py", "django-admin"}:
        return DatabaseRole.APPLICATION
    command = argv[1] if len(argv) > 1 else ""
    if command == "serve":
        return DatabaseRole.APPLICATION
    return DatabaseRole.OWNER if command in _OF_THE_OWNER else DatabaseRole.SYSTEM
