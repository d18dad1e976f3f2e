"""``manage.py verify_ledger``: replays the ledger of attempts and prints every fault."""

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from students.services.attempts import ledger_faults
from tenants.models import Tenant


class Command(BaseCommand):
    help = "Replays the ledger of attempts and names every difference; fails when there is one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--tenant", metavar="SLUG", help="one tenant's alone")

    def handle(self, *args: Any, tenant: str | None, **options: Any) -> None:
        tenants = Tenant.objects.order_by("slug")
        if tenant:
            tenants = tenants.filter(slug=tenant)
            if not tenants:
                raise CommandError(f"there is no tenant {tenant}")
        found = 0
        with _snapshot():
            for one in tenants:
                for fault in ledger_faults(one):
                    self.stdout.write(f"{one.slug}: {fault}")
                    found += 1
        if found:
            raise CommandError(f"{found} differences")
        self.stdout.write("no differences")


@contextmanager
def _snapshot() -> Iterator[None]:
    """Read all data in the state of one moment, whatever is written meanwhile."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
