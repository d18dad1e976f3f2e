"""The arithmetic of attempts against a plain reading of the contract, over random histories."""

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.errors import RuleViolation
from students.models import AttemptTransaction, BulkJob
from students.queries.attempt_rows import load_rows
from students.queries.attempts import AttemptList
from students.queries.entitlements import find_case_study_with_base
from students.queries.profiles import history_of, profile_of
from students.services import attempts
from tenants.models import AuditEvent, TenantAIConfig
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    SessionFactory,
    StudentFactory,
    TenantFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

BEGIN = datetime(2026, 4, 1, tzinfo=UTC)

randomly = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@dataclass
class Grant:
    amount: int
    lapses: datetime | None
    charged: int = 0

    def lives(self, now: datetime) -> bool:
        return self.lapses is None or now < self.lapses


@dataclass
class Pair:
    """A student at a case study, kept by hand (§9.1, §9.3)."""

    base: int
    grants: list[Grant] = field(default_factory=list)
    taken_from_base: int = 0
    starts: list[datetime] = field(default_factory=list)

    def numbers(self, now: datetime) -> dict[str, int]:
        living = [grant for grant in self.grants if grant.lives(now)]
        extra = sum(grant.amount for grant in living)
        revoked = self.taken_from_base + sum(grant.charged for grant in living)
        allowed = max(0, self.base + extra - revoked)
        return {
            "base_attempts": self.base,
            "extra_attempts": extra,
            "revoked_attempts": revoked,
            "attempts_used": len(self.starts),
            "total_allowed": allowed,
            "attempts_remaining": max(0, allowed - len(self.starts)),
        }

    def grant(self, amount: int, lapses: datetime | None) -> None:
        self.grants.append(Grant(amount, lapses))

    def revoke(self, amount: int, now: datetime) -> bool:
        if amount > self.numbers(now)["attempts_remaining"]:
            return False
        never = datetime.max.replace(tzinfo=UTC)
        for grant in sorted(self.grants, key=lambda grant: grant.lapses or never):
            if grant.lives(now):
                part = min(amount, grant.amount - grant.charged)
                grant.charged += part
                amount -= part
        self.taken_from_base += amount
        return True


amounts = st.integers(1, 4)
steps = st.one_of(
    st.tuples(st.just("grant"), amounts, st.none() | st.integers(1, 60)),
    st.tuples(st.just("revoke"), amounts),
    st.tuples(st.just("session"), st.sampled_from([59, 60, 300])),
    st.tuples(st.just("expiries")),
)
# What is done, and the hours that pass before it.
histories = st.lists(st.tuples(st.integers(1, 30), steps), min_size=1, max_size=10)


class World:
    """One student at one case study, beside others that must have no say."""

    def __init__(self, base: int | None) -> None:
        self.tenant = TenantFactory()
        if base:
            TenantAIConfig.objects.create(tenant=self.tenant, max_sessions_per_student=base)
        self.staff = UserFactory(tenant=self.tenant)
        self.student = StudentFactory(tenant=self.tenant)
        self.case_study = CaseStudyFactory(tenant=self.tenant)
        neighbour = StudentFactory(tenant=self.tenant)
        for other in (
            {"user": neighbour, "case_study": self.case_study},
            {"user": self.student, "case_study": CaseStudyFactory(tenant=self.tenant)},
        ):
            AttemptTransactionFactory(**other, amount=50)
            SessionFactory(**other)
        # A session too short to count makes the student's card.
        self.session(1, BEGIN - timedelta(days=1))

    def session(self, seconds: int, start: datetime) -> None:
        SessionFactory(
            user=self.student,
            case_study=self.case_study,
            start_time=start,
            end_time=None,
            elapsed_active_time=seconds,
        )

    def do(self, step: tuple, pair: Pair, now: datetime) -> None:
        asked = {
            "actor": self.staff,
            "tenant": self.tenant,
            "user_id": self.student.pk,
            "case_study_id": self.case_study.pk,
            "reason": "x",
        }
        match step:
            case ("grant", amount, hours):
                lapses = hours and now + timedelta(hours=hours, minutes=30)
                pair.grant(amount, lapses)
                told = attempts.grant_attempts(**asked, amount=amount, expires_at=lapses)
                assert told == pair.numbers(now)
            case ("revoke", amount):
                left = pair.numbers(now)["attempts_remaining"]
                if pair.revoke(amount, now):
                    told = attempts.revoke_attempts(**asked, amount=amount)
                    assert told == pair.numbers(now)
                else:
                    with pytest.raises(RuleViolation) as refusal:
                        attempts.revoke_attempts(**asked, amount=amount)
                    assert refusal.value.details == {"requested": amount, "revocable": left}
            case ("session", seconds):
                start = now - timedelta(minutes=5)
                self.session(seconds, start)
                if seconds >= 60:
                    pair.starts.append(start)
            case ("expiries",):
                attempts.record_expiries()

    def told(self) -> list[dict[str, int]]:
        """Return what details, student card and list say."""
        cards = {card.case_study.pk: card for card in profile_of(self.student).cards}
        case_study = find_case_study_with_base(self.tenant, self.case_study.pk)
        rows = AttemptList(case_study)
        own = next(row for row in rows._page(slice(10)) if row["user_id"] == self.student.pk)
        [listed] = load_rows(case_study, [own])
        entitlement = asdict(listed.entitlement)
        # What the list sorts by is what it shows.
        for name in ("attempts_used", "attempts_remaining"):
            assert own[name] == entitlement[name]
        return [
            asdict(history_of(self.student, self.case_study.pk).card.entitlement),
            asdict(cards[self.case_study.pk].entitlement),
            entitlement,
        ]

    def statuses(self) -> set[str]:
        case_study = find_case_study_with_base(self.tenant, self.case_study.pk)
        return {
            status
            for status in ("has_remaining", "exhausted", "has_extra")
            if any(
                row["user_id"] == self.student.pk
                for row in AttemptList(case_study).filter(status=status)._page(slice(10))
            )
        }


def expected_statuses(numbers: dict[str, int]) -> set[str]:
    left = "has_remaining" if numbers["attempts_remaining"] else "exhausted"
    return {left} | ({"has_extra"} if numbers["extra_attempts"] else set())


@randomly
@given(base=st.none() | st.integers(1, 4), history=histories)
def test_attempts_are_reckoned_as_the_contract_says(base, history):
    with transaction.atomic():
        with time_machine.travel(BEGIN - timedelta(days=2), tick=False):
            world = World(base)
        pair, now, moments = Pair(base or 3), BEGIN, []
        for hours, step in history:
            now += timedelta(hours=hours)
            with time_machine.travel(now, tick=False):
                world.do(step, pair, now)
                numbers = pair.numbers(now)
                assert world.told() == [numbers] * 3
                assert world.statuses() == expected_statuses(numbers)
                moments.append((now, numbers))
        later = now + timedelta(hours=100)
        with time_machine.travel(later, tick=False):
            assert world.told() == [pair.numbers(later)] * 3
            assert list(attempts.ledger_faults(world.tenant)) == []
            for moment, numbers in moments:
                past = history_of(world.student, world.case_study.pk, as_of=moment)
                assert asdict(past.card.entitlement) == numbers
        transaction.set_rollback(True)


people = st.lists(
    st.tuples(
        st.integers(0, 4),  # sessions
        st.lists(st.tuples(amounts, st.sampled_from([None, -1, 1])), max_size=2),  # grants
        st.sampled_from(["here", "here", "here", "away", "deleted", "elsewhere"]),
    ),
    min_size=1,
    max_size=6,
)


@randomly
@given(everybody=people, amount=amounts, verb=st.sampled_from(["grant", "revoke"]))
def test_dry_run_says_what_the_real_run_does_and_writes_nothing(everybody, amount, verb):
    with transaction.atomic():
        tenant = TenantFactory()
        case_study = CaseStudyFactory(tenant=tenant)
        ids = [_settle(tenant, case_study, *one) for one in everybody]
        act = {
            "grant": attempts.grant_attempts_in_bulk,
            "revoke": attempts.revoke_attempts_in_bulk,
        }[verb]
        asked = {
            "actor": UserFactory(tenant=tenant),
            "tenant": tenant,
            "case_study_id": case_study.pk,
            "user_ids": ids,
            "amount": amount,
            "reason": "x",
        }
        before = _written()

        tried = act(**asked, dry_run=True)
        assert _written() == before
        done = act(**asked)

        assert tried.results == done.results
        assert _counts(tried) == _counts(done)
        changed = {row["user_id"] for row in done.results if row["success"]}
        lines = AttemptTransaction.objects.filter(actor_user_id=asked["actor"].pk)
        assert set(lines.values_list("user_id", flat=True)) == changed
        transaction.set_rollback(True)


def _settle(tenant, case_study, sessions: int, grants: list, where: str) -> str:
    if where == "elsewhere":
        return StudentFactory().pk
    statuses = {"here": "ACTIVE", "away": "INACTIVE", "deleted": "DELETED"}
    student = StudentFactory(tenant=tenant, status=statuses[where])
    SessionFactory.create_batch(sessions, user=student, case_study=case_study)
    for amount, days in grants:
        lapses = days and datetime.now(UTC) + timedelta(days=days)
        AttemptTransactionFactory(
            user=student, case_study=case_study, amount=amount, expires_at=lapses
        )
    return student.pk


def _written() -> tuple[int, int]:
    return AttemptTransaction.objects.count(), AuditEvent.objects.count()


def _counts(job: BulkJob) -> tuple[int, ...]:
    return job.total_rows, job.processed_rows, job.succeeded_rows, job.failed_rows
