"""What happened to one student, whoever did it: one list, newest first (contract §19).

Three tables hold it: the audit trail (edits, activations, transcripts that somebody read), the
ledger (attempts), and the roster imports. Each part is found by an index that begins with the
student or with what belongs to them, so that the cost depends on their own history alone.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import F, QuerySet, Value

from config.admin.pagination import COUNTED
from config.permissions import Action, Module, Viewer, flag
from students.models import AttemptTransaction, ImportedStudent, Session, Student
from students.queries.students import StudentLine
from tenants.models import AuditEvent, EventType

_EVENT, _TRANSACTION, _IMPORT = "event", "transaction", "import"


@dataclass(frozen=True)
class Imported:
    """That a student was in a roster; ``event`` is of the whole import, None if it is removed."""

    row: ImportedStudent
    event: AuditEvent | None


type Entry = AuditEvent | AttemptTransaction | Imported


@dataclass(frozen=True)
class Timeline:
    """A student's timeline, which is counted and sliced like a queryset.

    Who may not see transactions, or sessions, gets it without what says something about these.
    """

    tenant_id: str
    student_id: str
    with_transactions: bool = True
    with_sessions: bool = True

    def count(self) -> int:
        """Return the number of entries, or one more than a list counts."""
        return self._rows.order_by()[: COUNTED + 1].count()

    def __getitem__(self, window: slice) -> list[Entry]:
        """Return the entries of a slice, which must have an end."""
        wanted = list(self._rows.order_by("-at", "-entry")[window])
        ids: dict[str, list[str]] = defaultdict(list)
        for source, entry, _ in wanted:
            ids[source].append(entry)
        found = {
            (source, entry): row
            for source, pks in ids.items()
            for entry, row in _READERS[source](self.tenant_id, pks).items()
        }
        return [found[source, entry] for source, entry, _ in wanted if (source, entry) in found]

    @classmethod
    def seen_by(cls, viewer: Viewer, student: Student | StudentLine) -> "Timeline":
        """Return the timeline as far as a person's role allows."""
        return cls(
            student.tenant_id,
            student.pk,
            with_transactions=viewer.has_flag(flag(Module.ATTEMPT_MANAGEMENT, Action.VIEW)),
            with_sessions=viewer.has_flag(flag(Module.STUDENT_PERFORMANCE, Action.VIEW)),
        )

    @cached_property
    def _rows(self) -> QuerySet[Any, tuple[str, str, datetime]]:
        whose = {"tenant": self.tenant_id, "user": self.student_id}
        events = AuditEvent.objects.for_tenant(self.tenant_id)
        parts = [_part(_IMPORT, ImportedStudent.objects.filter(**whose), "created_at")]
        if self.with_sessions:
            # As values: the trail's ids are sorted otherwise than the sessions', so that a join of
            # the two would have no index.
            sessions = Session.objects.filter(**whose).values_list("pk", flat=True)
            parts.append(_part(_EVENT, events.filter(target_id__in=list(sessions)), "event_time"))
        if self.with_transactions:
            lines = AttemptTransaction.objects.filter(**whose)
            parts.append(_part(_TRANSACTION, lines, "created_at"))
        own = events.filter(target_type="user", target_id=self.student_id)
        return _part(_EVENT, own, "event_time").union(*parts, all=True)


def _part(source: str, rows: QuerySet[Any], time: str) -> QuerySet[Any, tuple[str, str, datetime]]:
    """Return (source, id, time) of rows, as a part of a union."""
    named = rows.order_by().annotate(source=Value(source), entry=F("pk"), at=F(time))
    return named.values_list("source", "entry", "at")


def _events(tenant_id: str, ids: Collection[str]) -> dict[str, Entry]:
    return {row.pk: row for row in AuditEvent.objects.for_tenant(tenant_id).filter(pk__in=ids)}


def _transactions(tenant_id: str, ids: Collection[str]) -> dict[str, Entry]:
    lines = AttemptTransaction.objects.for_tenant(tenant_id).filter(pk__in=ids)
    return {line.pk: line for line in lines.select_related("case_study")}


def _imports(tenant_id: str, ids: Collection[str]) -> dict[str, Entry]:
    """Return the rows with the events of their imports: each event ends what was written before.

    The same roster may have been imported more than once.
    """
    rows = list(ImportedStudent.objects.for_tenant(tenant_id).filter(pk__in=ids))
    events = AuditEvent.objects.for_tenant(tenant_id).filter(
        event_type=EventType.ROSTER_IMPORTED,
        target_id__in={row.roster_id for row in rows},
        event_time__gte=min(row.created_at for row in rows),
    )
    of_roster: dict[str, list[AuditEvent]] = defaultdict(list)
    for event in events.order_by("event_time", "pk"):
        of_roster[event.target_id].append(event)
    return {row.pk: Imported(row, _first_after(row, of_roster[row.roster_id])) for row in rows}


def _first_after(row: ImportedStudent, events: list[AuditEvent]) -> AuditEvent | None:
    return next((event for event in events if event.event_time >= row.created_at), None)


_READERS: dict[str, Callable[[str, Collection[str]], dict[str, Entry]]] = {
    _EVENT: _events,
    _TRANSACTION: _transactions,
    _IMPORT: _imports,
}
