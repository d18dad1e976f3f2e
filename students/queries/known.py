"""What the audit trail asks about students: whom a name means, rows about them, bulk jobs."""

from collections.abc import Collection

from django.db.models import QuerySet

from students.models import AttemptTransaction, BulkJob, Session
from students.queries.students import StudentList
from tenants.queries.known import NamedRow


def bulk_jobs(tenant_id: str, ids: Collection[str]) -> dict[str, NamedRow]:
    found = BulkJob.objects.for_tenant(tenant_id).filter(pk__in=ids).values_list("pk", flat=True)
    return {pk: NamedRow("a bulk job", "students.BulkJob") for pk in found}


def students_called(tenant_id: str, text: str, most: int) -> list[str]:
    return [line.pk for line in StudentList.of(tenant_id).filter(search=text)[:most]]


def sessions_of(tenant_id: str, people: Collection[str]) -> QuerySet:
    return Session.objects.for_tenant(tenant_id).filter(user__in=people).values("pk")


def ledger_lines_of(tenant_id: str, people: Collection[str]) -> QuerySet:
    return AttemptTransaction.objects.for_tenant(tenant_id).filter(user__in=people).values("pk")
