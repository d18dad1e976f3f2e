"""Sessions reported by the thousand: newline-delimited JSON in constant memory (contract §15)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.db import DatabaseError, DataError, IntegrityError

from config.api.exceptions import as_domain_error
from config.api.parsers import LARGEST_BODY
from config.errors import DomainError, InvalidInput, RuleViolation
from config.ids import is_id
from config.ndjson import numbered_lines
from students.services.ingest import RefusedReport, Report, ReportOutcome, report_sessions
from tenants.models import Tenant

# Lines of one transaction: enough to share its queries, few enough to hold its locks briefly.
BATCH_LINES = 500
BATCH_BYTES = 4 * 1024 * 1024

# The most errors that are reported for one line: a transcript can have fifteen thousand.
MOST_FAULTS = 10


@dataclass(frozen=True)
class LineError:
    """The reason why a line was not stored; ``session_id`` if it could be read."""

    line: int
    session_id: str | None
    code: str
    error: str
    details: dict[str, Any]


@dataclass
class Result:
    """The numbers of lines by their effect."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: int = 0

    @property
    def lines(self) -> int:
        return self.created + self.updated + self.unchanged + self.failed


def store_lines(
    *,
    tenant: Tenant,
    read: Callable[[int], bytes],
    validate: Callable[[Any], dict[str, Any]],
    into: Result,
    on_error: Callable[[LineError], Any],
    at_most: int | None = None,
) -> None:
    """Store every valid line, and call ``on_error`` for the others, in their order.

    ``read`` returns the next bytes; ``validate`` returns the report of a line, or raises
    InvalidInput. Some hundreds of lines are stored in one transaction, and so are kept when the
    rest never comes: it can all be sent again. They are counted ``into`` a result as they are
    stored. A line after ``at_most`` is an error of its own, and nothing is read any further.
    """
    intake = _Intake(tenant, validate, on_error, into)
    for count, (number, line) in enumerate(numbered_lines(read, longest=LARGEST_BODY), start=1):
        if at_most is not None and count > at_most:
            intake.store()
            too_many = RuleViolation(
                f"At most {at_most} lines; this and all later ones are not stored."
            )
            intake.refuse(number, None, too_many)
            break
        intake.add(number, line)
    intake.store()


@dataclass
class _Intake:
    """The lines read so far that are not stored yet, and the count of those that are."""

    tenant: Tenant
    validate: Callable[[Any], dict[str, Any]]
    on_error: Callable[[LineError], Any]
    result: Result
    waiting: list[tuple[int, Report | tuple[str | None, DomainError]]] = field(default_factory=list)
    size: int = 0

    def add(self, number: int, line: bytes | None) -> None:
        """Add a line; store the waiting lines when there are enough."""
        self.waiting.append((number, self._read(line)))
        self.size += len(line or b"")
        if len(self.waiting) >= BATCH_LINES or self.size >= BATCH_BYTES:
            self.store()

    def _read(self, line: bytes | None) -> Report | tuple[str | None, DomainError]:
        if line is None:
            return None, InvalidInput([("", f"The line is longer than {LARGEST_BODY} bytes.")])
        try:
            data = orjson.loads(line)
        except orjson.JSONDecodeError:
            return None, InvalidInput([("", "The line is not valid JSON.")])
        try:
            facts = self.validate(data)
        except InvalidInput as error:
            faults = error.details["errors"][:MOST_FAULTS]
            return _session_id(data), InvalidInput([(f["field"], f["message"]) for f in faults])
        return Report(
            facts.pop("session_id"),
            transcript=facts.pop("transcript", None),
            grade=facts.pop("grade", None),
            facts=facts,
        )

    def store(self) -> None:
        """Store the waiting lines, and report the outcome of each."""
        reports = [entry for _, entry in self.waiting if isinstance(entry, Report)]
        outcomes = iter(self._store(reports))
        for number, entry in self.waiting:
            if not isinstance(entry, Report):
                self.refuse(number, *entry)
                continue
            outcome = next(outcomes)
            if isinstance(outcome, RefusedReport):
                self.refuse(number, entry.session_id, outcome.error)
            else:
                name = outcome.change.value
                setattr(self.result, name, getattr(self.result, name) + 1)
        self.waiting.clear()
        self.size = 0

    def _store(self, reports: list[Report]) -> list[ReportOutcome]:
        if not reports:
            return []
        try:
            return report_sessions(tenant=self.tenant, reports=reports)
        except DatabaseError:
            # The database refused one line, or there was a deadlock: only that line must fail.
            return [self._store_alone(report) for report in reports]

    def _store_alone(self, report: Report) -> ReportOutcome:
        try:
            [outcome] = report_sessions(tenant=self.tenant, reports=[report])
        except (IntegrityError, DataError) as refusal:
            error = as_domain_error(refusal)
            if error is None:
                raise
            return RefusedReport(error)
        return outcome

    def refuse(self, number: int, session_id: str | None, error: DomainError) -> None:
        self.result.failed += 1
        self.on_error(LineError(number, session_id, error.code, error.message, error.details))


def _session_id(data: Any) -> str | None:
    """Return the session that a bad line names, or None."""
    named = data.get("session_id") if isinstance(data, dict) else None
    return named if isinstance(named, str) and is_id(named) else None
