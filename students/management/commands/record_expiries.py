"""``manage.py record_expiries``: notes lapsed grants in the ledger; run it daily."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from students import tasks
from students.services import attempts


class Command(BaseCommand):
    help = "Adds a line to the ledger for every grant of attempts that has lapsed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--queue", action="store_true", help="leave it to the background worker"
        )

    def handle(self, *args: Any, queue: bool, **options: Any) -> None:
        if queue:
            tasks.record_expiries.enqueue()
            self.stdout.write("queued")
        else:
            self.stdout.write(f"{attempts.record_expiries():,} expiries recorded")
