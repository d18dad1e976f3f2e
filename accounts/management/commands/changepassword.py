"""The replacement of Django's command, which finds users by e-mail in all tenants at once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Is not used here: `manage.py reset_password` lets people choose a new one themselves."

    def handle(self, *args: Any, **options: Any) -> None:
        raise CommandError("Use: manage.py reset_password EMAIL --tenant SLUG [--print-link]")
