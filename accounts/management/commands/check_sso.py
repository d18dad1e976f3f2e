"""``manage.py check_sso``: finds faults of a tenant's CAS configuration before people meet them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.services.sso_check import Finding, Level, check_sso, is_usable
from config.commands import add_tenant_argument
from tenants.management.about_tenant import about_tenant


class Command(BaseCommand):
    help = (
        "Tries out the CAS server that a tenant's people are to sign in at, also before single "
        "sign-on is enabled, and says what is wrong. Ends with 1 when nobody could sign in."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_tenant_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        with about_tenant(options["tenant"]) as tenant:
            findings = check_sso(tenant)
        for finding in findings:
            self._tell(finding)
        if not is_usable(findings):
            raise CommandError(f"Nobody can sign in to {tenant.slug} through CAS like this.")

    def _tell(self, finding: Finding) -> None:
        style = {
            Level.OK: self.style.SUCCESS,
            Level.NOTE: self.style.WARNING,
            Level.FAULT: self.style.ERROR,
        }
        self.stdout.write(style[finding.level](f"{finding.level:>5}  {finding.text}"))
        if finding.advice:
            self.stdout.write(f"       {finding.advice}")
