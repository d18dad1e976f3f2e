"""``manage.py service_key``: creates, lists and revokes the keys of tenants' live services."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import ServiceKey
from accounts.services.service_keys import create_service_key, revoke_service_key
from config.commands import add_tenant_argument
from tenants.management.about_tenant import about_tenant
from tenants.models import Tenant


class Command(BaseCommand):
    help = "Makes, lists and revokes the keys with which tenants' live services report sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        whose = ArgumentParser(add_help=False)
        add_tenant_argument(whose)
        actions = parser.add_subparsers(dest="action", required=True)

        create = actions.add_parser("create", parents=[whose], help="make a key and show it once")
        create.add_argument("--name", required=True, help="what it is for, up to 50 characters")
        actions.add_parser("list", parents=[whose], help="list all keys, the newest first")
        revoke = actions.add_parser("revoke", parents=[whose], help="take a key out of use")
        revoke.add_argument("prefix", help="the key's first eight characters, as listed")

    def handle(self, *args: Any, action: str, tenant: str, **options: Any) -> None:
        with about_tenant(tenant, deleted_too=True) as owner:
            match action:
                case "create":
                    self._create(owner, options["name"])
                case "list":
                    self._list(owner)
                case "revoke":
                    self._revoke(owner, options["prefix"])

    def _create(self, tenant: Tenant, name: str) -> None:
        """Write the key alone to the standard output, so that a script can read it there."""
        _, text = create_service_key(actor=None, tenant=tenant, name=name)
        self.stderr.write(
            self.style.WARNING(
                "Keep this key now: only its hash is stored, nobody can show it again."
            )
        )
        self.stdout.write(text)

    def _list(self, tenant: Tenant) -> None:
        line = "{:<8}  {:<20}  {:<20}  {:<7}  {}"
        self.stdout.write(line.format("PREFIX", "CREATED", "LAST USED", "STATE", "NAME"))
        for key in ServiceKey.objects.for_tenant(tenant).order_by("-created", "pk"):
            state = "revoked" if key.revoked else "in use"
            times = (_timestamp(key.created), _timestamp(key.last_used_at))
            self.stdout.write(line.format(key.prefix, *times, state, key.name))

    def _revoke(self, tenant: Tenant, prefix: str) -> None:
        key = ServiceKey.objects.for_tenant(tenant).filter(prefix=prefix).first()
        if key is None:
            raise CommandError(f"{tenant.slug} has no key that begins with {prefix!r}.")
        revoke_service_key(actor=None, key=key)
        self.stdout.write(f"The key {prefix} is revoked: requests with it are refused from now on.")


def _timestamp(timestamp: datetime | None) -> str:
    return f"{timestamp:%Y-%m-%d %H:%M:%S}" if timestamp else "never"
