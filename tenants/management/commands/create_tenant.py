"""``manage.py create_tenant``: adds a university when nobody can use the API for that yet."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from config.commands import report_rejections
from tenants.serializers import TenantCreateSerializer
from tenants.services.tenants import create_tenant


class Command(BaseCommand):
    help = "Creates a tenant with its four system roles; then invite somebody into it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="lower-case letters, digits and hyphens; stays for ever")
        parser.add_argument("name", help="what the university is called")
        parser.add_argument("--domain", help="the host of its site")
        parser.add_argument("--lms-type", help="canvas, moodle, …")
        parser.add_argument("--time-zone", help="such as Africa/Lagos; UTC without it")

    def handle(self, *args: Any, **options: Any) -> None:
        asked = {
            name: options[name] for name in ("slug", "name", "domain", "lms_type", "time_zone")
        }
        with report_rejections():
            serializer = TenantCreateSerializer(data=asked)
            serializer.is_valid(raise_exception=True)
            tenant = create_tenant(actor=None, **serializer.validated_data)
        self.stdout.write(f"{tenant.name} is there, with the id {tenant.pk}.")
