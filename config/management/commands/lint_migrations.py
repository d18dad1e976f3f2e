"""``manage.py lint_migrations``: finds migrations that would block the work of a large university.

A migration shares its tables with everybody at work. squawk checks the SQL of each one newer than
the first release. It requires instead: an index by ``AddIndexConcurrently``, in a
migration that is not atomic; a constraint by ``AddConstraintNotValid``, and in the next migration
``ValidateConstraint``; a column that must not be null with a ``db_default``.
"""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db.migrations.loader import MigrationLoader

# The migrations of the first release, after which universities had data; they made all tables.
FIRST_RELEASE = {
    "tenants": "0002_database",
    "programmes": "0001_initial",
    "accounts": "0002_database",
    "students": "0002_database",
}

# Those that lock tables all the same, each with its reason. An upgrade across them wants an hour
# without people: see docs/operating.md.
LOCKING: dict[tuple[str, str], str] = {}

# What squawk would ask for besides. ``migrate`` sets the timeout itself, Django chooses the types,
# and each atomic migration is a transaction, so that none is ever found half done.
NOT_ASKED = [
    "prefer-bigint-over-int",
    "prefer-bigint-over-smallint",
    "prefer-identity",
    "prefer-robust-stmts",
    "prefer-text-field",
    "require-lock-timeout",
    "require-statement-timeout",
]

_THE_MOMENT = "CURRENT_TIMESTAMP"


class Command(BaseCommand):
    help = "Finds migrations newer than the first release that would lock a big table."

    def handle(self, *args: Any, **options: Any) -> None:
        ours = {app.label for app in apps.get_app_configs() if _is_ours(app)}
        found = [
            f"{app}.{name}: {fault}"
            for (app, name), migration in sorted(MigrationLoader(None).graph.nodes.items())
            if app in ours and name > FIRST_RELEASE.get(app, "") and (app, name) not in LOCKING
            for fault in faults(_sql(app, name), atomic=migration.atomic)
        ]
        for line in found:
            self.stderr.write(line)
        if found:
            raise CommandError(f"migrations would lock tables in {len(found)} places.")
        self.stdout.write("No migration locks a big table.")


def _is_ours(app: AppConfig) -> bool:
    return Path(app.path).parent in {settings.BASE_DIR, settings.BASE_DIR / "config"}


def _sql(app: str, name: str) -> str:
    written = StringIO()
    call_command("sqlmigrate", app, name, stdout=written, no_color=True)
    # Whether it is a transaction, squawk is told otherwise. And it takes a default in Django's
    # parentheses for a generated column; this one is the same for all rows, and rewrites none.
    return "\n".join(
        "" if line in {"BEGIN;", "COMMIT;"} else line.replace(f"({_THE_MOMENT})", _THE_MOMENT)
        for line in written.getvalue().splitlines()
    )


def faults(sql: str, *, atomic: bool) -> list[str]:
    """Return squawk's complaints about statements, run in one transaction when ``atomic``."""
    squawk = Path(sys.executable).with_name("squawk")
    if not squawk.exists():
        raise CommandError("squawk is not installed; it comes with requirements-dev.txt.")
    result = subprocess.run(
        [
            *(str(squawk), "--reporter", "json", "--pg-version", "15"),
            *("--exclude", ",".join(NOT_ASKED)),
            "--assume-in-transaction" if atomic else "--no-assume-in-transaction",
        ],
        input=sql,
        capture_output=True,
        text=True,
        check=False,
    )
    if not result.stdout:
        raise CommandError(f"squawk says: {result.stderr.strip()}")
    return [
        f"line {one['line'] + 1}, {one['rule_name']}: {one['message']}"
        for one in json.loads(result.stdout)
    ]
