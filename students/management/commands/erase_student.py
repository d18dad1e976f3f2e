"""``manage.py erase_student``: erases a student for ever, as the Command Center does."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from accounts.management.about_user import about_user, add_user_arguments
from students.services.erasure import erase_student


class Command(BaseCommand):
    help = (
        "Erases a student: names, address, SIS id, transcripts and texts about them go for ever. "
        "Sessions, scores and attempts stay under a pseudonym. Try --dry-run first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_user_arguments(parser)
        parser.add_argument(
            "--reason", default="", help="stays on record: must not name the person"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="tell what would go, and change nothing"
        )

    def handle(self, *args: Any, email: str, reason: str, dry_run: bool, **options: Any) -> None:
        with about_user(email, options["tenant"]) as user:
            erased = erase_student(actor=None, user=user, reason=reason, dry_run=dry_run)
        for model, number in erased.counts.items():
            self.stdout.write(f"{model}: {number:,}")
        self.stdout.write("nothing was changed" if dry_run else f"{erased.user_id} is erased")
