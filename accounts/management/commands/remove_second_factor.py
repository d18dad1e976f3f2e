"""``manage.py remove_second_factor``: for people who have lost phone and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from accounts.services.second_factor import remove_of
from config.commands import add_tenant_argument
from tenants.management.about_tenant import about_tenant


class Command(BaseCommand):
    help = (
        "Removes the second factor of somebody who has lost phone and recovery codes, such as the "
        "only Super Admin. Make sure first that it is they who ask: the password alone signs them "
        "in from then on, and a Super Admin sets up another second factor at the next sign-in."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        add_tenant_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        with about_tenant(options["tenant"]) as tenant:
            user = User.objects.for_tenant(tenant).with_email(options["email"]).first()
            if user is None:
                raise CommandError(f"{tenant.slug} has no user {options['email']}.")
            remove_of(actor=None, user=user)
        self.stdout.write(f"{user.email}: the second factor is removed.")
