"""The students who have no attempt left at a case study, or at any: part of a list's statement."""

from typing import Any

from django.db.models import Case, Exists, Subquery, When
from django.utils import timezone

from config.db.precompiled import Param, PrecompiledQuery
from students.models import CaseStudyProgress
from students.queries.entitlements import DEFAULT_BASE_ATTEMPTS, with_entitlement_of_progress
from tenants.models import TenantAIConfig

# What stands for a case study where any of them will do.
ANYWHERE = "any"


def exhausted_at(tenant_id: str, case_study_id: str) -> tuple[str, dict[str, Any]]:
    """Return a query for the ids of the students, now, and its named parameters.

    They are those whom the attempts list calls exhausted (§9.2): who never began has the whole base
    left. With ANYWHERE in place of the id, they are those of all case studies.
    """
    asked: dict[str, Any] = {"tenant": tenant_id, "at": timezone.now()}
    if case_study_id == ANYWHERE:
        compiled = [_PLAIN.statement(tenant=tenant_id), _CHANGED.statement(**asked)]
    else:
        compiled = [_AT_ONE.statement(case_study=case_study_id, **asked)]
    statements: list[str] = []
    parameters: dict[str, Any] = {}
    for place, (statement, values) in enumerate(compiled):
        named = {f"exhausted_{place}_{i}": value for i, value in enumerate(values)}
        statements.append(statement % tuple(f"%({name})s" for name in named))
        parameters |= named
    return " UNION ALL ".join(statements), parameters


def is_one_of(ids: str, student: str) -> str:
    """Return the condition that a student is among those whom a query finds, asked one by one.

    It is for those of a page or of a search. ``OFFSET 0`` keeps PostgreSQL from finding all first.
    """
    return f"EXISTS (SELECT FROM ({ids}) AS found (user_id) WHERE user_id = {student} OFFSET 0)"


def _base() -> Case:
    """Return the tenant's attempts as the base.

    Without COALESCE, which PostgreSQL asks of no index where rows are behind a wall.
    """
    limit = TenantAIConfig.objects.filter(
        tenant=Param("tenant"), max_sessions_per_student__isnull=False
    )
    return Case(
        When(Exists(limit), then=Subquery(limit.values("max_sessions_per_student"))),
        default=DEFAULT_BASE_ATTEMPTS,
    )


def _at_one() -> Any:
    return _without_any_left(case_study=Param("case_study"))


def _changed() -> Any:
    return _without_any_left(in_ledger=True)


def _without_any_left(**where: Any) -> Any:
    progress = CaseStudyProgress.objects.filter(tenant=Param("tenant"), **where)
    known = with_entitlement_of_progress(progress, base=_base(), at=Param("at"))
    return known.filter(attempts_remaining=0).values("user")


def _plain() -> Any:
    """Most students never got anything extra: an index knows who has used the base up."""
    progress = CaseStudyProgress.objects.filter(tenant=Param("tenant"), in_ledger=False)
    return progress.filter(counted_sessions__gte=_base()).values("user")


_AT_ONE = PrecompiledQuery(_at_one)
_CHANGED = PrecompiledQuery(_changed)
_PLAIN = PrecompiledQuery(_plain)
