from argparse import ArgumentParser
from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction


@dataclass(frozen=True)
class Kept:
    """Something the database keeps, and the view that shows where it is not as it should be."""

    what: str
    view: str
    shown: str

    @property
    def wrong(self) -> str:
        return f"SELECT {self.shown} FROM {self.view}"  # noqa: S608 - constants


ALL_KEPT = (
    Kept("last_seen_at of users", "last_seen_difference", "user_id"),
    Kept("programme sets of users", "programme_set_difference", "user_id"),
    Kept("labels of programme sets", "programme_label_difference", "programme_set_id::text"),
    Kept("search entries of students", "search_entry_difference", "user_id"),
    Kept(
        "counts of students",
        "student_count_difference",
        "concat_ws(' ', programme, gram, status, day, 'lack', n, 'in', tenant_id)",
    ),
)

# Wrong rows to name, of more only the number is told.
SHOWN = 5


class Command(BaseCommand):
    help = (
        "Compares what the database keeps for the students panel with the rows it follows from, "
        "and fails where they differ. Others may write meanwhile."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="put right what is wrong")

    def handle(self, *args: Any, repair: bool, **options: Any) -> None:
        wrong = self._report()
        if wrong and repair:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT repair_panel()")
            self.stdout.write("Repaired; what is there now:")
            wrong = self._report()
        if wrong:
            raise CommandError("The panel shows wrong rows. Run with --repair.")

    def _report(self) -> int:
        """Say what is wrong where; return how much."""
        sum_of_all = 0
        with connection.cursor() as cursor:
            for kept in ALL_KEPT:
                cursor.execute(kept.wrong)
                rows = [shown for (shown,) in cursor.fetchall()]
                sum_of_all += len(rows)
                self.stdout.write(f"{kept.what}: {f'{len(rows)} wrong' if rows else 'right'}")
                for shown in rows[:SHOWN]:
                    self.stdout.write(f"    {shown}")
        return sum_of_all
