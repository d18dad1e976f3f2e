"""``manage.py reset_password``: the way back for people whom nobody else can help any more."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse

from accounts.management.about_user import about_user, add_user_arguments
from accounts.services import password_resets


class Command(BaseCommand):
    help = (
        "Sends somebody a mail with a link, good for an hour, by which they choose a new password. "
        "With --print-link no mail is sent: you take the link to them yourself."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_user_arguments(parser)
        parser.add_argument(
            "--print-link",
            action="store_true",
            help="print the link, also while the mail server is down, and send nothing",
        )

    def handle(self, *args: Any, email: str, print_link: bool, **options: Any) -> None:
        with about_user(email, options["tenant"]) as user:
            if print_link:
                self._print(password_resets.print_reset(user=user))
            else:
                password_resets.send_reset_by_command(user=user)
                self.stdout.write(f"{user.email}: the background worker sends the mail.")

    def _print(self, token: str) -> None:
        """Write the link alone to the standard output, so that a script can read it there."""
        self.stderr.write(
            self.style.WARNING(
                "Whoever has this link gets into the account. It works once, for an hour."
            )
        )
        self.stdout.write(settings.PUBLIC_URL + reverse("password-reset", args=[token]))
