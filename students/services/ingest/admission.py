"""The admission of new sessions (contract §6, §9.1, §15)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db import connection
from django.db.models import CharField, Func, OuterRef
from django.utils import timezone

from accounts.models import LegacyRole, User, is_erased
from config.db.precompiled import Param, PrecompiledQuery
from config.errors import NotFound, RuleViolation
from programmes.models import CaseStudy
from students.models import Session
from students.queries.entitlements import may_see, with_entitlement
from tenants.models import Tenant

type Pair = tuple[str, str]
"""A student's and a case study's id."""

# The numbers of one pair, which the statement around it names.
_ENTITLEMENT = PrecompiledQuery(
    lambda: (
        with_entitlement(
            User.objects.for_tenant(Param("tenant")).filter(pk=_of_pair("user_id")),
            student=OuterRef("pk"),
            case_study=_of_pair("case_study_id"),
            at=Param("now"),
        )
        .annotate(may_see=may_see(_of_pair("case_study_id")))
        .values("may_see", "attempts_remaining")
    )
)
_ENTITLEMENTS = """
    SELECT user_id, case_study_id, may_see, attempts_remaining
    FROM unnest(%s::text[], %s::text[]) AS pair (user_id, case_study_id)
    CROSS JOIN LATERAL ({entitlement}) AS entitlement
"""


def _of_pair(column: str) -> Func:
    return Func(template=f"pair.{column}", output_field=CharField())


def _entitlements(tenant: Tenant, pairs: Iterable[Pair]) -> dict[Pair, tuple[bool, int]]:
    """Return for each pair whether the case study is open to the student, and the attempts left."""
    entitlement, given = _ENTITLEMENT.statement(tenant=tenant.pk, now=timezone.now())
    users, case_studies = zip(*pairs, strict=True)
    with connection.cursor() as cursor:
        statement = _ENTITLEMENTS.format(entitlement=entitlement)
        cursor.execute(statement, [list(users), list(case_studies), *given])
        return {(user, case_study): tuple(of) for user, case_study, *of in cursor.fetchall()}


class Admission:
    """The check of first reports of new sessions, whose students are locked.

    It reads once, and counts the attempts that are used after that. Of two sessions that are
    reported at the same time with one attempt left, each with a minute of conversation, exactly one
    is admitted: the lock makes one of them the second, and the first one's attempt is used by then.

    An open session before its 60th second uses no attempt: §9.1 counts only sessions that reached
    it, and an attempt that the console shows as left must not be refused. Many sessions
    never reach it, and one whose student just went away stays open for ever. The live service has
    to make sure that nobody begins a second one meanwhile (§12.1, SESSION_ACTIVE).
    """

    def __init__(self, *, tenant: Tenant, users: Mapping[str, User], pairs: Iterable[Pair]) -> None:
        self._users = users
        self._used: Counter[Pair] = Counter()
        pairs = sorted(pairs)
        case_studies = {case_study for _, case_study in pairs}
        self._case_studies = CaseStudy.objects.for_tenant(tenant).in_bulk(list(case_studies))
        self._entitlements = _entitlements(tenant, pairs) if pairs else {}

    def use(self, session: Session) -> None:
        """Count one more used attempt, after a session has begun to count."""
        self._used[session.user_id, session.case_study_id] += 1

    def refuse_erased(self, user_id: str | None) -> None:
        """Raise RuleViolation for somebody who was erased: late words would bring them back."""
        user = self._users.get(user_id or "")
        if user is not None and is_erased(user):
            raise RuleViolation("The student was erased: nothing more is stored about them.")

    def check(self, user_id: str, case_study_id: str) -> None:
        """Raise NotFound or RuleViolation when the student may not begin this session."""
        user = self._users.get(user_id)
        if user is None or user.legacy_role != LegacyRole.STUDENT:
            raise NotFound("There is no such student.")
        case_study = self._case_studies.get(case_study_id)
        if case_study is None:
            raise NotFound("There is no such case study.")
        if not user.is_active:
            raise RuleViolation("The student is not active.")
        if not case_study.is_active:
            raise RuleViolation("The case study is not active.")
        sees, remaining = self._entitlements[user_id, case_study_id]
        if not sees:
            raise RuleViolation("The case study is not open to the student.")
        left = remaining - self._used[user_id, case_study_id]
        if left <= 0 and not user.unlimited_sessions:
            raise RuleViolation("The student has no attempt left.", {"attempts_remaining": 0})
