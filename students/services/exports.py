"""The lists of students and of their results as files, each on record (contract §8, §10, §18)."""

from django.http import HttpResponseBase

from accounts.models import User
from config import exports
from students.queries.attempts import AttemptList
from students.queries.performance import PerformanceList
from students.queries.students import StudentList
from tenants.models import EventType, Tenant
from tenants.services.exports import give_out


def export_students(
    *, actor: User, tenant: Tenant, students: StudentList, kind: str
) -> HttpResponseBase:
    """Return a list of students as a file; raises as ``_export``."""
    name = f"students_{tenant.slug}"
    return _export(
        EventType.STUDENTS_EXPORTED, students, name, actor=actor, tenant=tenant, kind=kind
    )


def export_attempts(
    *, actor: User, tenant: Tenant, attempts: AttemptList, kind: str
) -> HttpResponseBase:
    """Return a list of attempts as a file; raises as ``_export``."""
    name = f"attempts_{tenant.slug}"
    return _export(
        EventType.ATTEMPTS_EXPORTED, attempts, name, actor=actor, tenant=tenant, kind=kind
    )


def export_performance(
    *, actor: User, tenant: Tenant, results: PerformanceList, kind: str
) -> HttpResponseBase:
    """Return a list of results as a file; raises as ``_export``."""
    name = f"student_performance_{tenant.slug}"
    return _export(
        EventType.PERFORMANCE_EXPORTED, results, name, actor=actor, tenant=tenant, kind=kind
    )


def _export(
    event_type: EventType,
    rows: StudentList | AttemptList | PerformanceList,
    name: str,
    *,
    actor: User,
    tenant: Tenant,
    kind: str,
) -> HttpResponseBase:
    """Return a list as a file; raises RuleViolation when it is longer than a file may be."""
    exports.require_exportable(rows.count())
    return give_out(
        event_type,
        exports.writer_of_list(rows, kind),
        name=name,
        media_type=exports.MEDIA_TYPES[kind],
        actor=actor,
        tenant=tenant,
        filters=rows.asked,
        rows=rows.count(),
        kind=kind,
    )
