"""``manage.py replay_erasures``: erases again whom a restored backup has brought back."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError

from config.commands import report_rejections
from config.ids import is_id
from config.timestamps import parse_timestamp
from students.services.erasure import erased_people, repeat_erasure


class Command(BaseCommand):
    help = (
        "Repeats erasures after a restore, from a list kept outside of the database: a line "
        "for each, with the id of the account and the moment. --export writes that list."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the list; - stands for standard input or output")
        parser.add_argument(
            "--export", action="store_true", help="write the list instead, of all who were erased"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="read the list, and change nothing"
        )

    def handle(self, *args: Any, file: str, export: bool, dry_run: bool, **options: Any) -> None:
        if export:
            self._export(file)
            return
        with _opened(file) as lines:
            listed = list(_read(lines))
        if dry_run:
            self.stdout.write(f"{len(listed):,} erasures in the list")
            return
        with report_rejections():
            done = sum(repeat_erasure(user_id=user_id, at=at) for user_id, at in listed)
        self.stdout.write(f"{done:,} of {len(listed):,} erasures repeated")

    def _export(self, file: str) -> None:
        text = "".join(f"{user_id} {moment}\n" for user_id, moment in erased_people())
        if file == "-":
            self.stdout.write(text, ending="")
        else:
            Path(file).write_text(text, encoding="utf-8")


@contextmanager
def _opened(file: str) -> Iterator[TextIO]:
    if file == "-":
        yield sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8") as lines:
            yield lines
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error


def _read(lines: TextIO) -> Iterator[tuple[str, datetime]]:
    """Yield the entries of a list; raises CommandError for a line that is none."""
    for number, line in enumerate(lines, start=1):
        user_id, _, moment = line.strip().partition(" ")
        if not user_id:
            continue
        at = parse_timestamp(moment)
        if at is None or not is_id(user_id):
            raise CommandError(f"Line {number} is no id and moment: nothing was erased.")
        yield user_id, at
