"""``manage.py check_config``: finds what is wrong with a deployment before people meet it."""

import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core import checks
from django.core.checks.registry import registry
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from accounts.services.sso_check import Finding, Level
from config.deployment_checks import WEB_UNIT, unit_stops_too_early
from config.management import reach

# Where the units of systemd are installed.
INSTALLED_UNITS = Path("/etc/systemd/system")

# The checks that ask the database: of models, whose fields depend on its version, and its own.
_ASKING = {checks.Tags.models, checks.Tags.database}


class Command(BaseCommand):
    help = (
        "Tells what is wrong with the configuration, and how it is mended. With --reach it also"
        " connects to the database with each role, greets the mail server, asks the CAS servers of"
        " tenants whose single sign-on is enabled, and prints the connections and the memory that"
        " are planned. Ends with 1 when something is wrong."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reach", action="store_true", help="also ask all that it depends on")

    def handle(self, *args: Any, **options: Any) -> None:
        found = [*_of_checks(), *_of_this_machine()]
        for finding in found:
            self._tell(finding)
        if options["reach"]:
            for finding in reach.findings():
                self._tell(finding)
                found.append(finding)
        if faults := sum(finding.level == Level.FAULT for finding in found):
            raise CommandError(f"{faults} of this has to be mended.")
        self.stdout.write("Nothing is wrong.")

    def _tell(self, finding: Finding) -> None:
        self.stdout.write(f"{finding.level:>5}  {finding.text}")
        if finding.advice:
            self.stdout.write(f"       {finding.advice}")
        self.stdout.flush()


def _of_checks() -> Iterator[Finding]:
    """Yield what ``check --deploy`` says, as far as it can without the database."""
    try:
        messages = checks.run_checks(include_deployment_checks=True)
    except OperationalError:
        yield Finding(
            Level.NOTE,
            "The database does not answer, so the checks that ask it were left out.",
            "--reach tells why.",
        )
        tags = set(registry.tags_available(deployment_checks=True)) - _ASKING
        messages = checks.run_checks(tags=sorted(tags), include_deployment_checks=True)
    for message in messages:
        if not message.is_silenced():
            level = Level.FAULT if message.level >= checks.ERROR else Level.NOTE
            yield Finding(level, message.msg, message.hint or "")


def _of_this_machine() -> Iterator[Finding]:
    for fault, remedy in unit_stops_too_early(INSTALLED_UNITS / WEB_UNIT):
        yield Finding(Level.FAULT, fault, remedy)
    try:
        with tempfile.TemporaryFile():
            pass
    except OSError as error:
        yield Finding(
            Level.FAULT,
            f"There is no folder for temporary files: {error.strerror}.",
            "Make TMPDIR lead to one that the service's user may write to.",
        )
