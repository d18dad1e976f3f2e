"""``manage.py seal_audit``: seals what came to the audit trails; run it every minute."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from tenants import tasks
from tenants.models import Tenant
from tenants.queries.seals import unsealed_trails
from tenants.services.seals import seal_events


class Command(BaseCommand):
    help = "Seals the events of all audit trails that no seal covers yet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--queue", action="store_true", help="leave it to the background worker"
        )

    def handle(self, *args: Any, queue: bool, **options: Any) -> None:
        tenants = list(Tenant.objects.settled().order_by("pk"))
        if queue:
            for tenant_id in unsealed_trails(tenant.pk for tenant in tenants):
                tasks.seal_events_of.enqueue(tenant_id)
            self.stdout.write("queued")
        else:
            self.stdout.write(f"{seal_events(tenants):,} events sealed")
