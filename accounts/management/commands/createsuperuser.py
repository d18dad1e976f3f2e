"""The replacement of Django's command, which knows neither tenants nor roles."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Is not used here: `manage.py invite` lets the first Super Admin in."

    def handle(self, *args: Any, **options: Any) -> None:
        raise CommandError("Use: manage.py invite EMAIL --tenant SLUG --role 'Super Admin' …")
