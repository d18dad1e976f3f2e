"""The history of a student: everything that happened to them, on one page (contract §19)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.admin.views.main import PAGE_VAR
from django.core.paginator import InvalidPage, Paginator
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.admin.display import timestamp
from config.admin.parameters import NotOffered
from students.models import AttemptTransaction, ImportedStudent, ImportOutcome
from students.models.attempts import TransactionType
from students.queries.timeline import Entry, Imported, Timeline
from tenants.admin.words import Words
from tenants.models import AuditEvent, EventType

_PER_PAGE = 50
_EVENT_OF_TYPE = {
    TransactionType.GRANT: EventType.ATTEMPT_GRANTED,
    TransactionType.REVOKE: EventType.ATTEMPT_REVOKED,
}


@dataclass(frozen=True)
class Told:
    """An entry in words: what happened, what more is known, and the page about it."""

    at: datetime
    sentence: SafeString | str
    details: SafeString | str = ""
    url: str | None = None


class TimelinePageMixin:
    """The History page of a student, in place of the events of their account alone."""

    def history_parameters(self, request) -> frozenset[str]:
        return frozenset({PAGE_VAR})

    def history_page(self, request, row, extra_context: dict) -> TemplateResponse:
        timeline = Timeline.seen_by(request.user, row)
        try:
            page = Paginator(timeline, _PER_PAGE).page(request.GET.get(PAGE_VAR) or 1)
        except InvalidPage as error:
            raise NotOffered([PAGE_VAR], line="") from error
        context = {
            **self.page_context(
                request, row, _("History of %(name)s") % {"name": row.display_name}
            ),
            "object": row,
            "page": page,
            "entries": in_words(request, page.object_list),
            "timeline": timeline,
            **extra_context,
        }
        return TemplateResponse(request, "admin/students/student/timeline.html", context)


def in_words(request, entries: Iterable[Entry]) -> list[Told]:
    """Return entries in the words of the trail; names are found by a statement for each kind."""
    pairs = [(entry, _event_of(entry)) for entry in entries]
    words = Words(request, request.tenant, [event for _entry, event in pairs if event])
    return [_told(entry, event, words) for entry, event in pairs]


def _event_of(entry: Entry) -> AuditEvent | None:
    """Return what the trail would say of an entry; None where it has no words for it."""
    match entry:
        case AuditEvent():
            return entry
        case Imported():
            return entry.event
        case AttemptTransaction(type=TransactionType.EXPIRY):
            return None
        case AttemptTransaction():
            return AuditEvent(
                tenant_id=entry.tenant_id,
                event_type=_EVENT_OF_TYPE[TransactionType(entry.type)],
                event_time=entry.created_at,
                actor_user_id=entry.actor_user_id,
                actor_name=entry.actor_name,
                target_type=EventType.ATTEMPT_GRANTED.target_type,
                target_id=entry.pk,
                metadata={
                    "tenant_id": entry.tenant_id,
                    "user_id": entry.user_id,
                    "case_study_id": entry.case_study_id,
                    "amount": entry.amount,
                },
            )


def _told(entry: Entry, event: AuditEvent | None, words: Words) -> Told:
    sentence = words.sentence(event) if event else ""
    match entry:
        case AuditEvent():
            # One change stands in the sentence.
            several = len(entry.metadata.get("changes") or ()) > 1
            changes = words.changes(entry) if several else ""
            return Told(entry.event_time, sentence, changes, _page_of(entry))
        case Imported(row=row):
            return Told(row.created_at, sentence or _("A roster was imported"), _import(row))
        case AttemptTransaction():
            url = reverse("admin:students_attempttransaction_change", args=[entry.pk])
            return Told(entry.created_at, sentence or _expired(entry), _terms(entry), url)


def _page_of(event: AuditEvent) -> str | None:
    """Return the page of the session whose transcript somebody read."""
    if event.event_type != EventType.TRANSCRIPT_READ:
        return None
    return reverse("admin:students_session_change", args=[event.target_id])


def _expired(line: AttemptTransaction) -> str:
    text = ngettext(
        "%(amount)d attempt at %(case_study)s expired",
        "%(amount)d attempts at %(case_study)s expired",
        line.amount,
    )
    return text % {"amount": line.amount, "case_study": line.case_study.title}


def _terms(line: AttemptTransaction) -> SafeString:
    facts = [
        (_("Reason"), line.reason),
        (_("Expires"), line.expires_at and timestamp(line.expires_at)),
    ]
    return _lines((label, value) for label, value in facts if value)


def _import(row: ImportedStudent) -> SafeString:
    outcomes = {
        ImportOutcome.CREATED: _("They were added."),
        ImportOutcome.CHANGED: _("They were changed."),
        ImportOutcome.DEACTIVATED: _("They were deactivated."),
        ImportOutcome.REACTIVATED: _("They were activated again."),
    }
    done = format_html("<div>{}</div>", outcomes[ImportOutcome(row.outcome)])
    labels = {"sis_id": _("student number"), "email": _("e-mail address")}
    names = [labels.get(name, name.replace("_", " ")) for name in row.changed]
    changed = [(_("Changed"), ", ".join(names))] if names else []
    return format_html("{}{}", done, _lines(changed))


def _lines(facts: Iterable[tuple[str, str]]) -> SafeString:
    return format_html_join("", '<div class="break-words">{}: {}</div>', facts)
