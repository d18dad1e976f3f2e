"""``manage.py dump``: a backup of the database, and the number of rows of that very moment."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from config.management.commands.count_rows import counts
from config.runtime.database import tools


class Command(BaseCommand):
    help = (
        "Dumps the database into a file, at any time and under load, and writes beside it"
        " (FILE.counts) how many rows each table had in the same snapshot. Needs pg_dump."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        # Its name appears once it is whole.
        draft = file.with_name(f"{file.name}.part")
        draft.touch(mode=0o600)
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
            tools.run(
                "pg_dump",
                *("--format=custom", "--enable-row-security", f"--snapshot={snapshot}"),
                f"--file={draft}",
            )
            rows = counts(cursor)
        listed = "".join(f"{table} {number}\n" for table, number in rows.items())
        file.with_name(f"{file.name}.counts").write_text(listed)
        draft.rename(file)
        self.stdout.write(f"{file}: {file.stat().st_size:,} bytes, {sum(rows.values()):,} rows")
