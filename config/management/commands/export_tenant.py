"""``manage.py export_tenant``: all rows of one university, as a file that another cell can load."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.commands import add_tenant_argument
from config.management.tenant_files import write_tenant
from tenants.models import Tenant


class Command(BaseCommand):
    help = (
        "Writes all rows of a tenant into a file, as one moment holds them, at any time and under"
        " load. import_tenant loads it into another database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_tenant_argument(parser)
        parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="a new file")

    def handle(self, *args: Any, tenant: str, output: Path, **options: Any) -> None:
        found = Tenant.objects.filter(slug=tenant).first()
        if found is None:
            raise CommandError(f"there is no tenant with the slug {tenant}.")
        if output.exists():
            raise CommandError(f"{output} exists already, and nothing was done.")
        contents = write_tenant(found.pk, found.slug, output)
        size = output.stat().st_size
        self.stdout.write(f"{output}: {size:,} bytes, {contents.rows:,} rows of {found.name}")
