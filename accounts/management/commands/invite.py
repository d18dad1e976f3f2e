"""``manage.py invite``: invites the first people of a tenant, where nobody else can do so yet."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import Role
from accounts.serializers.users import UserInviteSerializer
from accounts.services.users import invite_user
from config.commands import add_tenant_argument
from tenants.management.about_tenant import about_tenant


class Command(BaseCommand):
    help = (
        "Invites somebody into a tenant by e-mail, as the API does; here as a Super Admin too. The "
        "background worker sends the mail."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        add_tenant_argument(parser)
        parser.add_argument("--role", required=True, help="a role's name, such as 'Super Admin'")
        parser.add_argument("--first-name", required=True)
        parser.add_argument("--last-name", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        with about_tenant(options["tenant"]) as tenant:
            role = Role.objects.for_tenant(tenant).filter(name__iexact=options["role"]).first()
            if role is None:
                raise CommandError(f"{tenant.slug} has no role {options['role']!r}.")
            asked = {name: options[name] for name in ("email", "first_name", "last_name")}
            serializer = UserInviteSerializer(data=asked | {"role_id": role.pk})
            serializer.is_valid(raise_exception=True)
            user = invite_user(actor=None, tenant=tenant, **serializer.validated_data)
        self.stdout.write(f"{user} is invited to {tenant.name} as {role.name}.")
