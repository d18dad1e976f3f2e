"""``manage.py remove_second_factor``: for people who have lost phone and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from accounts.management.about_user import about_user, add_user_arguments
from accounts.services.second_factor import remove_of


class Command(BaseCommand):
    help = (
        "Removes the second factor of somebody who has lost phone and recovery codes, such as the "
        "only Super Admin. Make sure first that it is they who ask: the password alone signs them "
        "in from then on, and a Super Admin sets up another second factor at the next sign-in."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_user_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        with about_user(options["email"], options["tenant"]) as user:
            remove_of(actor=None, user=user)
        self.stdout.write(f"{user.email}: the second factor is removed.")
