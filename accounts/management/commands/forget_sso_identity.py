"""``manage.py forget_sso_identity``: for people whose name at the CAS server has changed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from accounts.management.about_user import about_user, add_user_arguments
from accounts.services.sso import forget_identity


class Command(BaseCommand):
    help = (
        "Forgets which account at the CAS server a user signs in with; the next sign-in with the "
        "user's e-mail address tells it anew. Make sure first that it is the same person."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_user_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        with about_user(options["email"], options["tenant"]) as user:
            was_known = forget_identity(actor=None, user=user)
        self.stdout.write(
            f"{user.email}: forgotten." if was_known else f"{user.email}: nothing was known."
        )
