"""What the commands about one user share."""

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from accounts.models import User
from config.commands import add_tenant_argument
from tenants.management.about_tenant import about_tenant


def add_user_arguments(parser: ArgumentParser) -> None:
    """Add the e-mail address, and the tenant in which it is unique."""
    parser.add_argument("email")
    add_tenant_argument(parser)


@contextmanager
def about_user(email: str, slug: str) -> Iterator[User]:
    """Yield the user with an address in the tenant with a slug; refuses as ``about_tenant``."""
    with about_tenant(slug) as tenant:
        user = User.objects.for_tenant(tenant).with_email(email).first()
        if user is None:
            raise CommandError(f"{tenant.slug} has no user {email}.")
        yield user
