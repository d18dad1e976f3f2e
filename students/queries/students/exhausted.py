"""The students who have no attempt left at a case study, as part of a list's statement."""

from typing import Any

from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from config.db.precompiled import Param, PrecompiledQuery
from students.models import CaseStudyProgress
from students.queries.entitlements import DEFAULT_BASE_ATTEMPTS, with_entitlement_of_progress
from tenants.models import TenantAIConfig


def exhausted_at(tenant_id: str, case_study_id: str) -> tuple[str, dict[str, Any]]:
    """Return a query for the ids of the students, now, and its named parameters.

    They are those whom the attempts list calls exhausted (§9.2): who never began has the whole base
    left.
    """
    statement, values = _EXHAUSTED.statement(
        tenant=tenant_id, case_study=case_study_id, at=timezone.now()
    )
    parameters = {f"exhausted_{i}": value for i, value in enumerate(values)}
    return statement % tuple(f"%({name})s" for name in parameters), parameters


def _exhausted() -> Any:
    limit = TenantAIConfig.objects.filter(tenant=Param("tenant"))
    base = Subquery(limit.values("max_sessions_per_student"))
    progress = CaseStudyProgress.objects.filter(
        tenant=Param("tenant"), case_study=Param("case_study")
    )
    known = with_entitlement_of_progress(
        progress, base=Coalesce(base, DEFAULT_BASE_ATTEMPTS), at=Param("at")
    )
    return known.filter(attempts_remaining=0).values("user")


_EXHAUSTED = PrecompiledQuery(_exhausted)
