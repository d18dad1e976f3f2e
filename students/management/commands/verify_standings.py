"""``manage.py verify_standings``: are the rows that triggers keep what they should be?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

# Differences that are named one by one.
NAMED = 20


class Command(BaseCommand):
    help = "Works out all standings and their counts again; fails when one differs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="make them what they should be")

    def handle(self, *args: Any, repair: bool, **options: Any) -> None:
        students, counts = self._differences()
        for user_id in students[:NAMED]:
            self.stdout.write(f"standings of student {user_id}")
        for tenant_id, status, day, n in counts[:NAMED]:
            self.stdout.write(f"count of tenant {tenant_id}, {status}, {day}: {n:+}")
        if not students and not counts:
            self.stdout.write("no differences")
        elif repair:
            with connection.cursor() as cursor:
                cursor.execute("SELECT repair_standings()")
            self.stdout.write(f"repaired: {len(students)} students, {len(counts)} counts")
        else:
            raise CommandError(f"{len(students)} students and {len(counts)} counts differ")

    def _differences(self) -> tuple[list[str], list[tuple]]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT user_id FROM standing_difference ORDER BY user_id")
            students = [user_id for (user_id,) in cursor.fetchall()]
            cursor.execute(
                "SELECT tenant_id, transcript_status, day, n FROM standing_count_difference"
                " ORDER BY tenant_id, transcript_status, day"
            )
            return students, cursor.fetchall()
