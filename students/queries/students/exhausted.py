"""The students who have no attempt left at a case study, or at any: part of a list's statement."""

from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from django.db.models import Exists, ExpressionWrapper, IntegerField, OuterRef
from django.utils import timezone

from config.db.precompiled import Param, PrecompiledQuery
from students.models import AttemptTransaction, CaseStudyProgress
from students.models.attempts import TransactionType
from students.queries.allowance import allowance_of
from students.queries.entitlements import with_entitlement_of_progress

# What stands for a case study where any of them will do.
ANYWHERE = "any"


@dataclass(frozen=True)
class Exhausted:
    """Those whom the attempts list calls exhausted (§9.2) at a case study now, or at ANYWHERE.

    Who never began has the whole base left. The base is read first: the planner knows how many
    have used so many up, if it knows how many that is.
    """

    tenant_id: str
    case_study_id: str

    @property
    def is_anywhere(self) -> bool:
        """Return whether a student may be found several times: once at each case study."""
        return self.case_study_id == ANYWHERE

    @property
    def ids(self) -> str:
        """The query for their ids, from indexes alone for those who never got anything extra."""
        return self._all[0]

    def is_one(self, student: str) -> str:
        """Return the condition that a student is one of them, asked one by one.

        It is for those of a page. ``OFFSET 0`` keeps PostgreSQL from finding all first.
        """
        found = f"SELECT FROM ({self._each[0]}) AS found (user_id)"
        return f"EXISTS ({found} WHERE user_id = {student} OFFSET 0)"

    @property
    def parameters(self) -> dict[str, Any]:
        return self._all[1] | self._each[1]

    @cached_property
    def _all(self) -> tuple[str, dict[str, Any]]:
        return self._named("all", _PLAIN, _USED_UP, _REVOKED)

    @cached_property
    def _each(self) -> tuple[str, dict[str, Any]]:
        return self._named("each", _EACH)

    def _named(self, kind: str, *parts: dict[bool, PrecompiledQuery]) -> tuple[str, dict[str, Any]]:
        """Return a statement of several parts, and its parameters by names of their own."""
        statements: list[str] = []
        parameters: dict[str, Any] = {}
        for part in parts:
            statement, values = part[self.is_anywhere].statement(**self._values)
            first = len(parameters)
            named = [f"exhausted_{kind}_{first + i}" for i in range(len(values))]
            statements.append(statement % tuple(f"%({name})s" for name in named))
            parameters |= dict(zip(named, values, strict=True))
        return " UNION ALL ".join(statements), parameters

    @cached_property
    def _values(self) -> dict[str, Any]:
        return {
            "tenant": self.tenant_id,
            "case_study": self.case_study_id,
            "base": allowance_of(self.tenant_id),
            "at": timezone.now(),
        }


_BASE = ExpressionWrapper(Param("base"), IntegerField())


def _progress(*, anywhere: bool, **where: Any) -> Any:
    rows = CaseStudyProgress.objects.filter(tenant=Param("tenant"), **where)
    return rows if anywhere else rows.filter(case_study=Param("case_study"))


def _without_any_left(*, anywhere: bool, **where: Any) -> Any:
    progress = _progress(anywhere=anywhere, **where)
    known = with_entitlement_of_progress(progress, base=_BASE, at=Param("at"))
    return known.filter(attempts_remaining=0).values("user")


def _either(build: Any) -> dict[bool, PrecompiledQuery]:
    """Return the query for one case study and the one for all, by whether it is for all."""
    return {
        anywhere: PrecompiledQuery(partial(build, anywhere=anywhere)) for anywhere in (False, True)
    }


def _plain(*, anywhere: bool) -> Any:
    """Most students never got anything extra: an index knows who has used the base up."""
    progress = _progress(anywhere=anywhere, in_ledger=False)
    return progress.filter(counted_sessions__gte=Param("base")).values("user")


def _used_up(*, anywhere: bool) -> Any:
    """Return those who got something and have used the base up: of each, the ledger is read."""
    return _without_any_left(anywhere=anywhere, in_ledger=True, counted_sessions__gte=Param("base"))


def _revoked(*, anywhere: bool) -> Any:
    """Return those who have not: attempts were revoked from them, else they had some left."""
    revoked = AttemptTransaction.objects.filter(
        tenant=Param("tenant"),
        type=TransactionType.REVOKE,
        user=OuterRef("user"),
        case_study=OuterRef("case_study"),
    )
    few = _without_any_left(anywhere=anywhere, in_ledger=True, counted_sessions__lt=Param("base"))
    return few.filter(Exists(revoked))


_PLAIN, _USED_UP, _REVOKED = _either(_plain), _either(_used_up), _either(_revoked)
_EACH = _either(_without_any_left)
