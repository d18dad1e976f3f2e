"""``manage.py reset_password``: the way back for people whom nobody else can help any more."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from accounts.models import User
from accounts.services import password_resets
from config.commands import add_tenant_argument
from tenants.management.about_tenant import about_tenant


class Command(BaseCommand):
    help = (
        "Sends somebody a mail with a link, good for an hour, by which they choose a new password. "
        "With --print-link no mail is sent: you take the link to them yourself."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        add_tenant_argument(parser)
        parser.add_argument(
            "--print-link",
            action="store_true",
            help="print the link, also while the mail server is down, and send nothing",
        )

    def handle(self, *args: Any, email: str, print_link: bool, **options: Any) -> None:
        with about_tenant(options["tenant"]) as tenant:
            user = User.objects.for_tenant(tenant).with_email(email).first()
            if user is None:
                raise CommandError(f"{tenant.slug} has no user {email}.")
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
