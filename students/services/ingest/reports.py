"""The storing of the live service's reports: one session, or some hundreds in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db import transaction

from config.errors import Conflict, DomainError, InvalidInput, NotFound
from students.models import Session, Transcript
from students.models.states import SessionStatus
from students.services.ingest.admission import Admission
from students.services.ingest.merging import joined
from students.services.ingest.session_updates import REPORTED, update_sessions
from students.services.ingest.transcripts_and_grades import (
    store_grades,
    store_transcripts,
    transcript_status,
)
from students.services.locks import lock_students
from tenants.models import Tenant
from tenants.services import audit


@dataclass(frozen=True)
class Report:
    """The report of one session: facts by field name (§15), with transcript and grade if any."""

    session_id: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    transcript: Mapping[str, Any] | None = None
    grade: Mapping[str, Any] | None = None
    # Whether the session must have been reported before; otherwise it is an error.
    of_known_session: bool = False


class ReportEffect(StrEnum):
    """The effect of a report."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class StoredReport:
    """The session as it is now, and what the report did."""

    session: Session
    change: ReportEffect


@dataclass(frozen=True)
class RefusedReport:
    """Why a report was refused."""

    error: DomainError


type ReportOutcome = StoredReport | RefusedReport
"""The outcome of a report: the session as it is now, or the error that refused it."""


def report_session(*, tenant: Tenant, session_id: str, report: Mapping[str, Any]) -> Session:
    """Create or update a session, and return it (§15); ``report`` is the validated body.

    Raises for a new session NotFound or RuleViolation when the student may not begin it, and
    InvalidInput when it does not say whose it is; Conflict when it names another student or case
    study than before, or when another tenant's session has the id; InvalidInput when it would end
    before it starts.
    """
    return _one(tenant, Report(session_id, report))


def store_transcript(
    *, tenant: Tenant, session_id: str, transcript: Mapping[str, Any]
) -> Transcript:
    """Replace a session's transcript; return it without its messages but with their number.

    Raises NotFound for a session that was never reported.
    """
    _one(tenant, Report(session_id, transcript=transcript, of_known_session=True))
    stored = Transcript.objects.for_tenant(tenant).with_message_count()
    return stored.select_related("session").defer("messages").get(pk=session_id)


def store_grade(*, tenant: Tenant, session_id: str, grade: Mapping[str, Any]) -> Session:
    """Replace a session's grade; return the session with it.

    Raises NotFound for a session that was never reported.
    """
    return _one(tenant, Report(session_id, grade=grade, of_known_session=True))


def _one(tenant: Tenant, report: Report) -> Session:
    [outcome] = report_sessions(tenant=tenant, reports=[report])
    if isinstance(outcome, RefusedReport):
        raise outcome.error
    return outcome.session


def report_sessions(*, tenant: Tenant, reports: Sequence[Report]) -> list[ReportOutcome]:
    """Store reports in their order, in one transaction; return the outcome of each.

    A refused one changes nothing and does not prevent the others. An error of the database itself
    is raised, and then nothing of the batch is stored.
    """
    # A report that changes nothing now never will (see ``merging``): it needs no lock and no write.
    known = _sessions(tenant, reports)
    if all(_says_nothing_new(known.get(report.session_id), report) for report in reports):
        return [
            StoredReport(known[report.session_id], ReportEffect.UNCHANGED) for report in reports
        ]
    with transaction.atomic():
        return _Batch(tenant, reports, known).store()


def _sessions(tenant: Tenant, reports: Sequence[Report]) -> dict[str, Session]:
    ids = {report.session_id for report in reports}
    return Session.objects.for_tenant(tenant).in_bulk(list(ids))


def _says_nothing_new(session: Session | None, report: Report) -> bool:
    if session is None or report.transcript or report.grade or _names_another(session, report):
        return False
    now = {name: getattr(session, name) for name in REPORTED}
    try:
        return joined(session, report.facts) == now
    except InvalidInput:
        return False


def _names_another(session: Session, report: Report) -> bool:
    return any(
        report.facts.get(name, getattr(session, name)) != getattr(session, name)
        for name in ("user_id", "case_study_id")
    )


class _Batch:
    """Reports that are stored together, under the locks of all their students."""

    def __init__(
        self, tenant: Tenant, reports: Sequence[Report], known: Mapping[str, Session]
    ) -> None:
        self.tenant = tenant
        self.reports = reports
        users = {session.user_id for session in known.values()}
        users |= {report.facts["user_id"] for report in reports if "user_id" in report.facts}
        locked = lock_students(tenant=tenant, user_ids=users)
        # Read again: others may have written while we waited for the locks. Sessions that were
        # created meanwhile, of students whom we have not locked, must not be changed here.
        self.sessions = {
            session_id: session
            for session_id, session in _sessions(tenant, reports).items()
            if session.user_id in locked
        }
        pairs = {
            (report.facts["user_id"], report.facts["case_study_id"])
            for report in reports
            if report.session_id not in self.sessions
            and {"user_id", "case_study_id"} <= set(report.facts)
        }
        self.admission = Admission(tenant=tenant, users=locked, pairs=pairs)
        self.created: dict[str, Session] = {}
        self.changed: dict[str, Session] = {}
        self.just_ended: set[str] = set()
        self.transcripts: dict[str, Mapping[str, Any]] = {}
        self.grades: dict[str, Mapping[str, Any]] = {}

    def store(self) -> list[ReportOutcome]:
        outcomes = [self._take(report) for report in self.reports]
        self._settle_transcript_statuses()
        self._write()
        touched = store_transcripts(tenant=self.tenant, reported=self.transcripts)
        touched |= store_grades(tenant=self.tenant, sessions=self.sessions, reported=self.grades)
        return [self._complete(outcome, touched) for outcome in outcomes]

    def _take(self, report: Report) -> ReportOutcome:
        """Merge one report into its session, in memory; a refused one changes nothing."""
        try:
            session = self.sessions.get(report.session_id)
            self.admission.refuse_erased(
                session.user_id if session else report.facts.get("user_id")
            )
            if session is None:
                return self._create(report)
            if _names_another(session, report):
                raise Conflict("The session belongs to another student or case study.")
            changes = self._join(session, report)
        except DomainError as error:
            return RefusedReport(error)
        return StoredReport(session, ReportEffect.UPDATED if changes else ReportEffect.UNCHANGED)

    def _create(self, report: Report) -> ReportOutcome:
        if report.of_known_session:
            raise NotFound
        missing = [name for name in ("user_id", "case_study_id") if name not in report.facts]
        if missing:
            raise InvalidInput([(name, "This field is required.") for name in missing])
        pair = report.facts["user_id"], report.facts["case_study_id"]
        self.admission.check(*pair)
        session = Session(
            id=report.session_id, tenant=self.tenant, user_id=pair[0], case_study_id=pair[1]
        )
        self._join(session, report)
        self.sessions[session.pk] = self.created[session.pk] = session
        return StoredReport(session, ReportEffect.CREATED)

    def _join(self, session: Session, report: Report) -> bool:
        """Apply a report's facts; return whether the session's own fields changed."""
        was_open, counted = session.is_active, session.counts
        changes = audit.apply(session, joined(session, report.facts))
        if session.counts and not counted:
            self.admission.use(session)
        if was_open and not session.is_active:
            self.just_ended.add(session.pk)
        # What was removed since it is old does not come back.
        if report.transcript and session.transcript_removed_at is None:
            self.transcripts[session.pk] = report.transcript
        if report.grade:
            self.grades[session.pk] = report.grade
            changes |= audit.apply(session, {"grading_status": report.grade["status"]})
        if changes:
            self.changed[session.pk] = session
        return bool(changes)

    def _settle_transcript_statuses(self) -> None:
        """Give ended sessions the status of their transcript; open ones are processing (§12.2)."""
        statuses = {
            session_id: transcript_status(transcript)
            for session_id, transcript in self.transcripts.items()
        }
        earlier = self.just_ended - self.created.keys() - statuses.keys()
        if earlier:
            stored = Transcript.objects.for_tenant(self.tenant).filter(pk__in=earlier)
            statuses |= dict(stored.values_list("pk", "status"))
        for session_id, status in statuses.items():
            session = self.sessions[session_id]
            if session.status == SessionStatus.ENDED and audit.apply(
                session, {"transcript_status": status}
            ):
                self.changed[session_id] = session

    def _write(self) -> None:
        Session.objects.bulk_create(session for _, session in sorted(self.created.items()))
        changed = [
            session
            for session_id, session in sorted(self.changed.items())
            if session_id not in self.created
        ]
        if changed:
            update_sessions(tenant=self.tenant, sessions=changed)

    def _complete(self, outcome: ReportOutcome, touched: set[str]) -> ReportOutcome:
        """Return "updated" for a report whose only changes were in a transcript or grade."""
        match outcome:
            case StoredReport(session, ReportEffect.UNCHANGED) if session.pk in touched:
                return StoredReport(session, ReportEffect.UPDATED)
        return outcome
