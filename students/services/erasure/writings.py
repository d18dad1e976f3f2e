"""Texts of others that name a student who is erased: bulk jobs, rosters, keys of requests (§18)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from accounts.models import User
from students.models import (
    AttemptTransaction,
    BulkJob,
    IdempotencyRecord,
    ImportState,
    RosterImport,
)
from students.services.erasure.traces import Traces
from students.services.roster.upload_runs import finish
from tenants.models import AuditEvent

# What stands in place of a line of a report.
ERASED_LINE = "(a line about somebody who was erased)"

_WITHDRAWN = "It was discarded when a student was erased whom it may name. Upload it again."

# Events about nobody, which tell what somebody searched for.
_SEARCHES = (*("students.exported", "attempts.exported", "performance.exported", "audit.exported"),)


@dataclass
class OthersRows:
    """What is about others and names the person: bulk jobs, lines of the ledger, events."""

    jobs: list[BulkJob] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)


def rows_that_name(user: User, traces: Traces) -> OthersRows:
    """Return what names a student among the lines and events of other students.

    A bulk job gives each student's line the same reason, which may name one of them.
    """
    found = OthersRows(_jobs_that_name(user, traces))
    for job in found.jobs:
        lines = AttemptTransaction.objects.for_tenant(user.tenant_id).filter(
            case_study=job.case_study_id,
            user__in=[result["user_id"] for result in job.results],
            created_at__gte=job.started_at,
            personal__reason=job.reason,
        )
        found.lines += lines.exclude(user=user).values_list("pk", flat=True)
    events = AuditEvent.objects.for_tenant(user.tenant_id)
    about_lines = events.filter(target_type="attempt", target_id__in=found.lines)
    found.events += about_lines.values_list("pk", flat=True)
    searches = events.filter(event_type__in=_SEARCHES)
    found.events += [one.pk for one in searches.iterator() if traces.is_named_in(str(one.metadata))]
    return found


def forget_in_writings(user: User, traces: Traces, others: OthersRows) -> Counter[str]:
    """Take the person out of what others wrote; return rows by table."""
    counts = Counter[str]()
    for job in others.jobs:
        job.reason = ""
        job.save(update_fields=["reason"])
        counts["students.BulkJob"] += 1
    # An address is nobody else's; a key with a name may be another request's, which still counts.
    keys = IdempotencyRecord.objects.for_tenant(user.tenant_id).filter(
        _contains("key", traces.written_addresses)
    )
    counts["students.IdempotencyRecord"] = keys.delete()[0]
    counts["students.RosterImport"] = _forget_in_rosters(user, traces)
    return counts


def _jobs_that_name(user: User, traces: Traces) -> list[BulkJob]:
    """Return the bulk jobs that were about the person alone, or whose reason names them."""
    jobs = BulkJob.objects.for_tenant(user.tenant_id).filter(
        results__contains=[{"user_id": user.pk}]
    )
    return [
        job
        for job in jobs.exclude(reason="")
        if len(job.results) == 1 or traces.is_named_in(job.reason)
    ]


def _forget_in_rosters(user: User, traces: Traces) -> int:
    imports = RosterImport.objects.for_tenant(user.tenant_id)
    with_files = imports.exclude(people_content=None).select_for_update(no_key=True)
    count = imports.filter(created_by_id=user.pk).update(created_by_name=None)
    count += imports.filter(confirmed_by_id=user.pk).update(confirmed_by_name=None)
    for row in with_files.order_by("pk"):
        finish(row, ImportState.DISCARDED, _WITHDRAWN)
        count += 1
    told = imports.annotate(told=Cast("report", TextField())).filter(
        _contains("told", traces.searched) | _contains("refusal", traces.searched)
    )
    for row in told.defer("people_content", "companion_content").select_for_update(no_key=True):
        row.report = _without(row.report, traces)
        row.refusal = "" if traces.is_told_in(row.refusal) else row.refusal
        row.save(update_fields=["report", "refusal"])
        count += 1
    return count


def _without(told: Any, traces: Traces) -> Any:
    """Return a report whose lines about the person are taken out."""
    if isinstance(told, dict):
        return {name: _without(value, traces) for name, value in told.items()}
    if isinstance(told, list):
        return [_without(value, traces) for value in told]
    return ERASED_LINE if isinstance(told, str) and traces.is_told_in(told) else told


def _contains(column: str, texts: Iterable[str]) -> Q:
    found = Q(pk__in=[])
    for text in texts:
        found |= Q(**{f"{column}__icontains": text})
    return found
