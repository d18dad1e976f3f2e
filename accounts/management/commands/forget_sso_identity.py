"""``manage.py forget_sso_identity``: for people whose name at the CAS server has changed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from accounts.services.sso import forget_identity
from config.commands import add_tenant_argument
from tenants.management.about_tenant import about_tenant


class Command(BaseCommand):
    help = (
        "Forgets which account at the CAS server a user signs in with; the next sign-in with the "
        "user's e-mail address tells it anew. Make sure first that it is the same person."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        add_tenant_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        with about_tenant(options["tenant"]) as tenant:
            user = User.objects.for_tenant(tenant).with_email(options["email"]).first()
            if user is None:
                raise CommandError(f"{tenant.slug} has no user {options['email']}.")
            was_known = forget_identity(actor=None, user=user)
        self.stdout.write(
            f"{user.email}: forgotten." if was_known else f"{user.email}: nothing was known."
        )
