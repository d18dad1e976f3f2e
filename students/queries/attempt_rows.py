"""The rows of the attempts list: students at a case study, with what they have left (§9.2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef

from programmes.models import CaseStudy
from students.models import Student
from students.queries.entitlements import Entitlement, with_entitlement


@dataclass(frozen=True)
class AttemptRow:
    """A student at a case study, with the attempts that are left."""

    student: Student
    case_study: CaseStudy
    entitlement: Entitlement
    best_score: Decimal | None
    latest_attempt_at: datetime | None

    @property
    def has_active_grants(self) -> bool:
        return self.entitlement.extra_attempts > 0


def load_rows(case_study: CaseStudy, rows: Iterable[Mapping[str, Any]]) -> list[AttemptRow]:
    """Return the complete rows of a page, in the page's order."""
    rows = list(rows)
    students = with_entitlement(
        Student.objects.for_tenant(case_study.tenant_id),
        student=OuterRef("pk"),
        case_study=case_study.pk,
        at=None,
    ).in_bulk([row["user_id"] for row in rows])
    return [
        AttemptRow(
            student=students[row["user_id"]],
            case_study=case_study,
            entitlement=Entitlement.of(students[row["user_id"]]),
            best_score=row["best_score"],
            latest_attempt_at=row["latest_attempt_at"],
        )
        for row in rows
        if row["user_id"] in students  # who is deleted this moment is gone
    ]
