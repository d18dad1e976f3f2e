"""``manage.py demo_data``: fills the database with two invented universities."""

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from config.runtime.local_secrets import demo_password
from students.demo import loading
from students.demo.population import students_of
from students.demo.universities import DEMO, UNIVERSITIES
from tenants.models import Tenant


def student_count(text: str) -> int:
    """Return ``text`` as a number of students."""
    if not text.isdecimal() or not 0 < int(text) <= 10_000_000:
        raise ArgumentTypeError(f"{text!r} is not a number from 1 to 10,000,000.")
    return int(text)


class Command(BaseCommand):
    help = (
        "Loads two demo universities with the documented examples. What is there already stays as "
        "it is: a second run changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--students",
            type=student_count,
            metavar="N",
            help=(
                f"fill {DEMO.slug} up to N students with some five sessions each; without it there "
                f"are {students_of(DEMO)}. A later run with a larger N adds the missing ones, one "
                "with a smaller N none. Students added this way never match a search for "
                '"abdul", so that the documented example keeps its 137 rows.'
            ),
        )

    def handle(self, *args: Any, students: int | None, **options: Any) -> None:
        demo_password()
        written = False
        for university in UNIVERSITIES:
            if loading.load_university(university):
                written = True
                count = students_of(university)
                self.stdout.write(f"{university.name}: {count} students and their staff added.")
            else:
                self.stdout.write(f"{university.slug} is there already and stays as it is.")
        if written:
            loading.refresh_statistics()
        if students:
            self._fill_up(students)

    def _fill_up(self, students: int) -> None:
        if not Tenant.objects.filter(pk=DEMO.id).exists():
            raise CommandError(f"{DEMO.slug} is not the demo's: no students were added to it.")
        university = loading.as_loaded(DEMO)
        if university is None:
            raise CommandError(f"the students of {DEMO.slug} are not the demo's: none were added.")
        there = min(students, loading.count_students(university))
        with tqdm(total=students, initial=there, unit=" students", disable=None) as bar:
            added = loading.load_crowd(university, students, progress=bar.update)
        if added:
            self.stdout.write(f"{DEMO.name}: {added:,} students added to make {students:,}.")
            loading.refresh_statistics()
        else:
            self.stdout.write(f"{DEMO.name} has {students:,} students or more: none added.")
