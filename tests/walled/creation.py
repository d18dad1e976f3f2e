"""The tests' databases: copies of one that was migrated, once for the code as it is.

Each worker has a database of its own, and migrations take long. So the first one that needs them
migrates a template, and all are copied from it, those of later runs too until any code changes.
Django migrates each copy again: nothing is left to do but what is granted for a database by name.
"""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db.backends.postgresql import creation

from tests.subscriptions import drop_subscriptions

# What is run when a database is migrated: anything of ours, and packages.
_PACKAGES = ("config", "tenants", "programmes", "accounts", "students")
_KINDS = {".py", ".sql"}

# One at a time looks for the template, makes it and copies it.
_LOCK = 7_164_523


class DatabaseCreation(creation.DatabaseCreation):
    def _create_test_db(self, verbosity: int, autoclobber: bool, keepdb: bool = False) -> str:
        with self._nodb_cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
            # A cell that still follows it would not let it be dropped.
            drop_subscriptions(cursor, f"{self._get_test_db_name()}_cell")
            template = self._template(cursor)
            self.connection.settings_dict["TEST"]["TEMPLATE"] = template
            return super()._create_test_db(verbosity, autoclobber, keepdb)

    def _template(self, cursor: Any) -> str:
        """Return the name of the template, which is made if the code has changed since the last."""
        family = f"template_of_{self.connection.settings_dict['NAME']}_"
        name = family + fingerprint(settings.BASE_DIR)
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [family])
        found = {database for (database,) in cursor.fetchall()}
        if name not in found:
            for former in found:
                cursor.execute(f"DROP DATABASE {self._quote_name(former)} WITH (FORCE)")
            # One that is only half migrated has another name, and goes with the next one.
            draft = f"{family}draft"
            cursor.execute(f"CREATE DATABASE {self._quote_name(draft)}")
            self._migrate(draft)
            names = self._quote_name(draft), self._quote_name(name)
            cursor.execute("ALTER DATABASE {} RENAME TO {}".format(*names))
        return name

    def _migrate(self, database: str) -> None:
        entry = self.connection.settings_dict
        named = entry["NAME"]
        self.connection.close()
        entry["NAME"] = database
        try:
            call_command("migrate", verbosity=0, interactive=False, database=self.connection.alias)
        finally:
            self.connection.close()
            entry["NAME"] = named


def fingerprint(base: Path) -> str:
    """Return what changes with any file that decides what a migrated database looks like."""
    digest = hashlib.sha256()
    for path in [base / "requirements.txt", *sorted(_sources(base))]:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(base)} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _sources(base: Path) -> list[Path]:
    return [
        path
        for package in _PACKAGES
        for path in (base / package).rglob("*")
        if path.suffix in _KINDS
    ]
