"""``manage.py verify_derived``: compares the rows that triggers maintain with their sources."""

from argparse import ArgumentParser
from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction


@dataclass(frozen=True)
class Derived:
    """Derived rows that triggers maintain, and the view that shows those that are wrong."""

    what: str
    view: str
    shown: str

    @property
    def wrong(self) -> str:
        return f"SELECT {self.shown} FROM {self.view}"  # noqa: S608 - constants


@dataclass(frozen=True)
class Group:
    """Derived rows that one function of the database repairs together."""

    derived: tuple[Derived, ...]
    repair: str


OF_STUDENTS = Group(
    (
        Derived("last_seen_at of users", "last_seen_difference", "user_id"),
        Derived("programme sets of users", "programme_set_difference", "user_id"),
        Derived("labels of programme sets", "programme_label_difference", "programme_set_id::text"),
        Derived("search entries of students", "search_entry_difference", "user_id"),
        Derived(
            "counts of students",
            "student_count_difference",
            "concat_ws(' ', programme, gram, status, day, 'lack', n, 'in', tenant_id)",
        ),
    ),
    repair="repair_panel",
)
# It comes after the former, from which it is derived as well.
OF_PROGRESS = Group(
    (
        Derived("progress of students", "standing_difference", "user_id"),
        Derived(
            "counts of progress",
            "standing_count_difference",
            "concat_ws(' ', transcript_status, day, 'lack', n, 'in', tenant_id)",
        ),
    ),
    repair="repair_standings",
)

# The most wrong rows that are listed; the number counts all.
SHOWN = 5


class Command(BaseCommand):
    help = (
        "Compares what the database keeps for the lists of students, attempts and results with the "
        "rows it follows from, and fails where they differ. Others may write meanwhile."
    )
    groups: tuple[Group, ...] = (OF_STUDENTS, OF_PROGRESS)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="put right what is wrong")

    def handle(self, *args: Any, repair: bool, **options: Any) -> None:
        wrong = self._report()
        if wrong and repair:
            with transaction.atomic(), connection.cursor() as cursor:
                for group in self.groups:
                    cursor.execute(f"SELECT {group.repair}()")
            self.stdout.write("Repaired; what is there now:")
            wrong = self._report()
        if wrong:
            raise CommandError("Lists show wrong rows. Run with --repair.")

    def _report(self) -> int:
        """Print the wrong rows of each kind; return their number."""
        sum_of_all = 0
        with connection.cursor() as cursor:
            for derived in (one for group in self.groups for one in group.derived):
                cursor.execute(derived.wrong)
                rows = [shown for (shown,) in cursor.fetchall()]
                sum_of_all += len(rows)
                self.stdout.write(f"{derived.what}: {f'{len(rows)} wrong' if rows else 'right'}")
                for shown in rows[:SHOWN]:
                    self.stdout.write(f"    {shown}")
        return sum_of_all
