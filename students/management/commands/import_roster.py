"""``manage.py import_roster``: changes a tenant's students to agree with a roster."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from config.commands import add_tenant_argument
from students.services.roster import (
    DEFAULT_MAX_CHANGE,
    MaxChange,
    PlanChanged,
    RosterPlan,
    RosterRefused,
    Watch,
    import_roster,
)
from students.services.roster.formats.detection import NamedFile, Roster, open_roster
from students.services.roster.formats.encodings import known_encoding
from students.services.roster.formats.rows import shortened
from students.services.roster.report import TITLES, lines
from tenants.management.about_tenant import about_tenant
from tenants.models import Tenant

# Changes that are listed one by one; the figures count all.
_LISTED = 20


def max_change(text: str) -> MaxChange:
    """Return ``text`` as a limit for changes."""
    try:
        return MaxChange.parse(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error


def encoding(text: str) -> str:
    """Return ``text`` as an encoding."""
    try:
        return known_encoding(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error


class Command(BaseCommand):
    help = (
        "Makes a tenant's students what a roster says: our own students export, or the users of "
        "Canvas, OneRoster, Moodle or Blackboard, recognised by the header; as CSV, as XLSX, or in "
        "a ZIP file with what belongs to it. All of it is imported or nothing. Ends with 1 when it "
        "is refused. With --verbosity 2, the columns and the first rows are shown as they were "
        "understood."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        add_tenant_argument(parser)
        parser.add_argument(
            "--dry-run", action="store_true", help="show what would be done; write nothing"
        )
        parser.add_argument(
            "--enrollments",
            type=Path,
            metavar="FILE",
            help="Canvas' enrollments.csv: tells who is a student, and in which programmes",
        )
        parser.add_argument(
            "--roles",
            type=Path,
            metavar="FILE",
            help="OneRoster's roles.csv: tells who is a student",
        )
        parser.add_argument(
            "--encoding",
            type=encoding,
            default="",
            metavar="NAME",
            help="of CSV files that are neither UTF-8 nor UTF-16 with its mark, as windows-1250",
        )
        parser.add_argument(
            "--programme", metavar="CODE", help="every active student of the file joins this one"
        )
        parser.add_argument(
            "--deactivate-missing",
            action="store_true",
            help="active students who are not in the file become inactive",
        )
        parser.add_argument(
            "--max-change",
            type=max_change,
            default=DEFAULT_MAX_CHANGE,
            metavar="LIMIT",
            help=(
                "stop when more students than this would be changed or are new: a number, or a "
                "share of the active students; new ones count once there is somebody active "
                "(default: 10%%)"
            ),
        )
        parser.add_argument(
            "--skip-bad-rows",
            action="store_true",
            help="import the others; without it one bad row stops the run",
        )
        parser.add_argument(
            "--allow-erased",
            action="store_true",
            help="let people come back who were erased; without it their rows are bad",
        )

        parser.add_argument(
            "--plan-hash",
            metavar="HASH",
            help="import this very plan, which --dry-run showed, or nothing",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        paths = {name: options[name] for name in ("file", "enrollments", "roles")}
        with about_tenant(options["tenant"]) as tenant:
            try:
                with _opened(paths, options["encoding"]) as files, _bars() as watch:
                    roster = open_roster(
                        files["file"], enrolments=files["enrollments"], roles=files["roles"]
                    )
                    self._introduce(roster, tenant)
                    if options["verbosity"] > 1:
                        self._show(roster)
                    plan = import_roster(
                        actor=None,
                        tenant=tenant,
                        roster=roster,
                        source="command",
                        deactivate_missing=options["deactivate_missing"],
                        max_change=options["max_change"],
                        programme=options["programme"],
                        skip_bad_rows=options["skip_bad_rows"],
                        plan_hash=options["plan_hash"],
                        allow_erased=options["allow_erased"],
                        dry_run=options["dry_run"],
                        watch=watch,
                    )
            except RosterRefused as refused:
                self._report(refused.plan, roster)
                raise CommandError(f"{refused.message} Nothing was written.") from refused
            except PlanChanged as changed:
                self._report(changed.plan, roster)
                raise CommandError(f"{changed.message} {_pinned(changed.plan)}") from changed
        self._report(plan, roster)
        done = f"Dry run: nothing was written. {_pinned(plan)}" if options["dry_run"] else "Done."
        self.stdout.write(f"\n{done}")

    def _introduce(self, roster: Roster, tenant: Tenant) -> None:
        self.stdout.write(f"For {tenant.name} ({tenant.slug})")
        for table in roster.tables:
            self.stdout.write(f"{table.description}, sha256 {table.file.sha256}")
        for note in roster.notes:
            self.stdout.write(note)

    def _show(self, roster: Roster) -> None:
        for understood in roster.understood:
            self.stdout.write(f"\n{understood.file}")
            for line in understood.lines:
                self.stdout.write(line)

    def _report(self, plan: RosterPlan, roster: Roster) -> None:
        self.stdout.write("")
        for name, count in plan.counts.items():
            self.stdout.write(f"{TITLES[name]:<17}{count:>11,}")
        if plan.unknown_codes:
            some = ", ".join(map(shortened, sorted(plan.unknown_codes)[:5]))
            self.stdout.write(
                f"Courses that are no programmes here, left aside: {len(plan.unknown_codes):,} "
                f"({some}{', …' if len(plan.unknown_codes) > 5 else ''})"
            )
        for remark in roster.remarks:
            self.stdout.write(remark)
        total = len(plan.changes) + len(plan.creations)
        if total:
            self.stdout.write("")
        for line in islice(lines(plan), _LISTED):
            self.stdout.write(line)
        if total > _LISTED:
            self.stdout.write(f"… and {total - _LISTED:,} more.")
        for error in plan.errors:
            self.stderr.write(str(error))


def _pinned(plan: RosterPlan) -> str:
    return f"For this very plan: --plan-hash {plan.fingerprint}"


@contextmanager
def _opened(paths: dict[str, Path | None], encoding: str) -> Iterator[dict[str, NamedFile | None]]:
    with ExitStack() as stack:
        files = {}
        for name, path in paths.items():
            try:
                file = path and stack.enter_context(path.open("rb"))
            except OSError as error:
                raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
            if file and not file.seekable():
                raise CommandError(f"{path} must be a file, which is read twice.")
            files[name] = file and NamedFile(file, path.name, encoding)
        yield files


@contextmanager
def _bars() -> Iterator[Watch]:
    """Show each stage as a progress bar, where there is a terminal."""
    with ExitStack() as bars:

        def watch(stage: str, steps: int) -> Callable[[int], Any]:
            bars.close()
            bar = bars.enter_context(tqdm(total=steps, desc=stage, unit=" rows", disable=None))
            return bar.update

        yield watch
