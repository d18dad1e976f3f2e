"""``manage.py verify_addresses``: names addresses from before the rule for them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.queries.addresses import doubtful_addresses


class Command(BaseCommand):
    help = (
        "Names people whose addresses are one, and addresses that would not be taken now; changes "
        "nothing, and fails when there are any."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for sentence in doubtful_addresses():
            self.stdout.write(sentence)
            found += 1
        if found:
            raise CommandError(f"{found} addresses to look at")
        self.stdout.write("no addresses to look at")
