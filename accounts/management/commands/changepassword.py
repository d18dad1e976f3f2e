"""The replacement of Django's command, which finds users by e-mail in all tenants at once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Is not used here: people choose their passwords themselves."

    def handle(self, *args: Any, **options: Any) -> None:
        raise CommandError("People choose their passwords themselves, by invitation or profile.")
