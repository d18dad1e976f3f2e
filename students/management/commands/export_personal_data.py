"""``manage.py export_personal_data``: all that is held about one person, as a file for them."""

import os
from argparse import ArgumentParser
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.management.about_user import about_user, add_user_arguments
from students.services.personal_data import give_personal_data


class Command(BaseCommand):
    help = (
        "Writes everything that is held about a person to a ZIP of JSON and CSV files with a "
        "README.txt. The person may be anybody of the tenant, also somebody who was deleted."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_user_arguments(parser)
        parser.add_argument("--output", required=True, metavar="FILE", help="the new file")

    def handle(self, *args: Any, email: str, output: str, **options: Any) -> None:
        path = Path(output)
        with about_user(email, options["tenant"]) as person:
            try:
                # For its owner alone, and never in the place of another file.
                mode = os.O_WRONLY | os.O_CREAT | os.O_EXCL
                target = os.fdopen(os.open(path, mode, 0o600), "wb")
            except FileExistsError as error:
                raise CommandError(f"{path} is there already. Name a file that is not.") from error
            except OSError as error:
                raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
            try:
                with target, give_personal_data(actor=None, person=person) as file:
                    copyfileobj(file, target)
            except BaseException:
                path.unlink(missing_ok=True)
                raise
        self.stdout.write(f"{path}: everything about {person.email}.")
