"""``manage.py reseal_secrets``: what is stored encrypted, encrypted anew under a new SECRET_KEY."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.services.second_factor import reseal_secrets
from tenants.models import Tenant


class Command(BaseCommand):
    help = (
        "Stores the secrets of second factors under the present SECRET_KEY; a former one among "
        "SECRET_KEY_FALLBACKS is needed to read them, and not afterwards. May run at any time."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        anew = lost = 0
        for tenant in Tenant.objects.order_by("pk"):
            of_tenant = reseal_secrets(tenant)
            anew, lost = anew + of_tenant[0], lost + of_tenant[1]
        self.stdout.write(f"{anew:,} secrets stored under the present SECRET_KEY")
        if lost:
            raise CommandError(
                f"{lost:,} secrets cannot be read, and are as they were: add the SECRET_KEY of "
                "their time to SECRET_KEY_FALLBACKS. The log names whose they are."
            )
