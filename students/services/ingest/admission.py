"""Whether a new session may begin at all (contract §6, §9.1, §15)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import OuterRef
from django.utils import timezone

from accounts.models import LegacyRole, User
from config.compiled import Compiled, Given, GivenAmong
from config.errors import NotFound, RuleViolation
from programmes.models import CaseStudy
from students.entitlements import may_see, with_entitlement
from students.models import Session
from tenants.models import Tenant

type Pair = tuple[str, str]
"""A student's and a case study's id."""

_STANDINGS = Compiled(
    lambda: (
        with_entitlement(
            User.objects.for_tenant(Given("tenant")).filter(pk__in=GivenAmong("users")),
            student=OuterRef("pk"),
            case_study=Given("case_study"),
            at=Given("now"),
        )
        .annotate(may_see=may_see(Given("case_study")))
        .values_list("pk", "may_see", "attempts_remaining")
    )
)


class Admission:
    """Judges the first reports of new sessions, whose students are locked.

    It reads once, a query for each case study, and keeps count of the attempts that come to be used
    after that. Of two sessions that are reported at the same time with one attempt left, each
    with a minute of conversation, exactly one is admitted: the lock makes one of them the second,
    and the first one's attempt is used by then.

    An open session that has not come to its 60th second holds no attempt: §9.1 reckons with
    counted ones alone, and what the console shows as left must not be refused. Many sessions never
    reach it, and one whose student just went away stays open for ever. That nobody begins a second
    one meanwhile is for the live service to see to (§12.1, SESSION_ACTIVE).
    """

    def __init__(self, *, tenant: Tenant, users: Mapping[str, User], pairs: Iterable[Pair]) -> None:
        self._users = users
        self._used: Counter[Pair] = Counter()
        wanted: dict[str, set[str]] = defaultdict(set)
        for user_id, case_study_id in pairs:
            wanted[case_study_id].add(user_id)
        case_studies = CaseStudy.objects.for_tenant(tenant).filter(pk__in=wanted)
        self._case_studies = {case_study.pk: case_study for case_study in case_studies}
        self._standing: dict[Pair, tuple[bool, int]] = {}
        now = timezone.now()
        for case_study_id in self._case_studies:
            users_of_it = list(wanted[case_study_id])
            for user_id, *standing in _STANDINGS.rows(
                tenant=tenant.pk, users=users_of_it, case_study=case_study_id, now=now
            ):
                self._standing[user_id, case_study_id] = tuple(standing)

    def use(self, session: Session) -> None:
        """Note that a session came to count."""
        self._used[session.user_id, session.case_study_id] += 1

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
        sees, remaining = self._standing[user_id, case_study_id]
        if not sees:
            raise RuleViolation("The case study is not open to the student.")
        left = remaining - self._used[user_id, case_study_id]
        if left <= 0 and not user.unlimited_sessions:
            raise RuleViolation("The student has no attempt left.", {"attempts_remaining": 0})
