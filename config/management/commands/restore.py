"""``manage.py restore``: a dump into an empty database, as a copy that mails nobody."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from config.db.roles import grant_rights
from config.runtime.database import copies, tools

_TABLES = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"


class Command(BaseCommand):
    help = (
        "Restores a dump into the empty database that OWNER_DATABASE_URL leads to, and marks that"
        " as a copy: it mails nobody. --take-over takes the mark away, when the copy is to be the"
        " real one. Needs pg_restore."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("file", type=Path, nargs="?", metavar="FILE")
        what.add_argument(
            "--take-over", action="store_true", help="let the restored copy mail people again"
        )

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        if file is None:
            with connection.cursor() as cursor:
                copies.unmark(cursor)
            self.stdout.write("This database is no copy any more; start the worker anew.")
            return
        if not file.is_file():
            raise CommandError(f"there is no file {file}.")
        with connection.cursor() as cursor:
            cursor.execute(_TABLES)
            if cursor.fetchone()[0]:
                raise CommandError(
                    "this database is not empty, and nothing was done: restore into a new one"
                    " (createdb, see docs/operating.md)."
                )
            # Before anything is there that somebody could be mailed about.
            copies.mark(cursor)
        tools.run(
            "pg_restore",
            *("--no-owner", "--exit-on-error"),
            f"--dbname={connection.settings_dict['NAME']}",
            str(file),
        )
        grant_rights()
        self.stdout.write("Restored, as a copy that mails nobody.")
