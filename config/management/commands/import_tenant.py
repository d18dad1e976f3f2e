"""``manage.py import_tenant``: one university out of the file that export_tenant has written."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from config.management.tenant_files import load_tenant, read_contents


class Command(BaseCommand):
    help = (
        "Loads a tenant from a file of export_tenant, all of it or nothing, and compares each table"
        " with what the file says. The database has to be of the same release, and must not know"
        " the tenant."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--dry-run", action="store_true", help="load, compare, and take everything back"
        )

    def handle(self, *args: Any, file: Path, dry_run: bool, **options: Any) -> None:
        contents = read_contents(file)
        load_tenant(file, contents, keep=not dry_run)
        how = "could be loaded; nothing was kept" if dry_run else "loaded, and the same as there"
        self.stdout.write(f"{contents.slug}: {contents.rows:,} rows {how}.")
