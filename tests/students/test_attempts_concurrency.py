"""Attempts changed by many at the same moment (contract §9.3)."""

import os
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import chain
from random import Random
from threading import Event

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from config.errors import DomainError
from students.models import AttemptTransaction, Grade, IdempotencyRecord, Session
from students.services import attempts
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    GradeFactory,
    SessionFactory,
    StudentFactory,
)
from tests.students.test_progress import assert_true
from tests.threads import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]

ATTEMPTS = "/v1/console/attempts"

# How long the storm lasts: `STORM_SECONDS=30 pytest …` for a long one.
STORM_SECONDS = float(os.environ.get("STORM_SECONDS", "3"))

# Seconds that something may take which does not depend on anybody.
PATIENCE = 20


@pytest.fixture
def student(tenant):
    return StudentFactory(tenant=tenant)


@pytest.fixture
def case_study(tenant):
    return CaseStudyFactory(tenant=tenant)


def body(student, case_study, **changes) -> dict:
    return {
        "user_id": student.pk,
        "case_study_id": case_study.pk,
        "amount": 1,
        "reason": "Audio dropped",
    } | changes


def in_bulk(student, case_study, **changes) -> dict:
    asked = body(student, case_study, **changes)
    return asked | {"user_ids": [asked.pop("user_id")]}


@pytest.mark.parametrize(
    ("path", "make", "status"),
    [
        ("grant", body, 200),
        ("revoke", body, 200),
        ("grant/bulk", in_bulk, 202),
        ("revoke/bulk", in_bulk, 202),
    ],
)
def test_hundred_requests_with_one_key_are_one_effect_and_one_answer(
    admin, student, case_study, path, make, status
):
    clients = [ApiClient(admin) for _ in range(25)]
    asked = make(student, case_study, idempotency_key="once")

    def send(number: int) -> list[tuple]:
        answers = [clients[number].post(f"{ATTEMPTS}/{path}", asked) for _ in range(4)]
        return [(answer.status_code, answer.content) for answer in answers]

    answers = list(chain.from_iterable(at_once(send, 25)))

    assert len(answers) == 100
    assert {code for code, _ in answers} == {status}
    assert len({content for _, content in answers}) == 1
    assert AttemptTransaction.objects.count() == 1
    assert AuditEvent.objects.filter(event_type__startswith="attempt.").count() == 1
    assert IdempotencyRecord.objects.count() == 1


def test_of_different_bodies_with_one_key_the_first_alone_is_carried_out(
    admin, student, case_study
):
    clients = [ApiClient(admin) for _ in range(12)]

    def send(number: int) -> tuple[int, int]:
        amount = 1 + number % 3
        asked = body(student, case_study, amount=amount, idempotency_key="once")
        return amount, clients[number].post(f"{ATTEMPTS}/grant", asked).status_code

    answers = at_once(send, 12)

    granted = AttemptTransaction.objects.get().amount
    assert {code for amount, code in answers if amount == granted} == {200}
    assert {code for amount, code in answers if amount != granted} == {409}


def test_key_of_a_refused_request_may_be_used_again(api, student, case_study):
    SessionFactory.create_batch(3, user=student, case_study=case_study)
    asked = body(student, case_study, idempotency_key="again")

    assert api.post(f"{ATTEMPTS}/revoke", asked).status_code == 400
    assert not IdempotencyRecord.objects.exists()
    AttemptTransactionFactory(user=student, case_study=case_study)
    assert api.post(f"{ATTEMPTS}/revoke", asked).status_code == 200


def test_parallel_revocations_cannot_overdraw(admin, student, case_study):
    AttemptTransactionFactory(user=student, case_study=case_study, amount=2)
    SessionFactory(user=student, case_study=case_study)
    clients = [ApiClient(admin) for _ in range(10)]
    paths = {0: ("revoke", body), 1: ("revoke/bulk", in_bulk)}

    def send(number: int) -> int:
        path, make = paths[number % 2]
        return clients[number].post(f"{ATTEMPTS}/{path}", make(student, case_study)).status_code

    codes = Counter(at_once(send, 10))

    assert set(codes) <= {200, 202, 400}
    revoked = AttemptTransaction.objects.filter(type="revoke")
    assert sum(line.amount for line in revoked) == 4
    assert list(attempts.ledger_faults(student.tenant)) == []


def is_waiting() -> bool:
    """Tell whether another connection waits for a lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees the same
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone()[0] > 0


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize("first", ["session", "grant", "revoke"])
def test_revocation_waits_for_whoever_is_at_the_same_pair(admin, student, case_study, first):
    client, begun = ApiClient(admin), Event()

    def revoke() -> dict:
        begun.wait(PATIENCE)
        try:
            answer = client.post(f"{ATTEMPTS}/revoke", body(student, case_study, amount=3))
            return answer.json()
        finally:
            connections.close_all()

    asked = {
        "actor": admin,
        "tenant": admin.tenant,
        "user_id": student.pk,
        "case_study_id": case_study.pk,
        "amount": 1,
        "reason": "x",
    }
    with ThreadPoolExecutor(1) as threads:
        other = threads.submit(revoke)
        with transaction.atomic():
            match first:
                case "session":
                    SessionFactory(user=student, case_study=case_study)
                case "grant":
                    attempts.grant_attempts(**asked)
                case "revoke":
                    attempts.revoke_attempts(**asked)
            begun.set()
            wait_until(is_waiting)
        answer = other.result(PATIENCE)

    if first == "grant":
        assert answer["data"]["attempts_remaining"] == 1
    else:
        assert answer["details"] == {"requested": 3, "revocable": 2}


class Storm:
    """Everybody changes everything about a few students, in any order."""

    def __init__(self, admin) -> None:
        self.admin = admin
        self.tenant = admin.tenant
        self.students = StudentFactory.create_batch(5, tenant=self.tenant)
        self.case_studies = CaseStudyFactory.create_batch(2, tenant=self.tenant)
        self.until = time.monotonic() + STORM_SECONDS

    def blow(self, number: int) -> Counter:
        """Do things until the time is up; return how often each came out how."""
        random, done = Random(number), Counter()
        while time.monotonic() < self.until:
            act = random.choice(self.ACTIONS)
            try:
                act(self, random)
                done[act.__name__] += 1
            except DomainError as error:
                done[act.__name__, type(error).__name__] += 1
        return done

    def _asked(self, random: Random) -> dict:
        return {
            "actor": self.admin,
            "tenant": self.tenant,
            "case_study_id": random.choice(self.case_studies).pk,
            "amount": random.randint(1, 3),
            "reason": "x",
        }

    def _some(self, random: Random) -> list[str]:
        return [student.pk for student in random.sample(self.students, random.randint(1, 5))]

    def grant(self, random: Random) -> None:
        lapses = random.choice([None, timezone.now() + timedelta(milliseconds=300)])
        user_id = self._some(random)[0]
        attempts.grant_attempts(**self._asked(random), user_id=user_id, expires_at=lapses)

    def revoke(self, random: Random) -> None:
        attempts.revoke_attempts(**self._asked(random), user_id=self._some(random)[0])

    def grant_in_bulk(self, random: Random) -> None:
        attempts.grant_attempts_in_bulk(**self._asked(random), user_ids=self._some(random))

    def revoke_in_bulk(self, random: Random) -> None:
        attempts.revoke_attempts_in_bulk(
            **self._asked(random), user_ids=self._some(random), dry_run=random.random() < 0.3
        )

    def start_sessions(self, random: Random) -> None:
        """Several students' at once, in no order, as no service of ours does."""
        case_study = random.choice(self.case_studies)
        Session.objects.bulk_create(
            SessionFactory.build(user=user, tenant=self.tenant, case_study=case_study)
            for user in random.sample(self.students, 3)
        )

    def touch_sessions(self, random: Random) -> None:
        sessions = Session.objects.filter(user__in=self._some(random))
        if random.random() < 0.5:
            sessions = sessions.filter(case_study=random.choice(self.case_studies))
        # A plain UPDATE locks its rows as it meets them; locked in order, two never cross.
        with transaction.atomic():
            locked = list(sessions.order_by("pk").select_for_update().values_list("pk", flat=True))
            Session.objects.filter(pk__in=locked[:3]).update(
                transcript_status=random.choice(["available", "partial"]),
                last_activity=timezone.now(),
            )

    def grade(self, random: Random) -> None:
        session = Session.objects.filter(user__in=self._some(random), grade=None).last()
        if session and random.random() < 0.3:
            with transaction.atomic():
                Session.objects.select_for_update().get(pk=session.pk)
                if not Grade.objects.filter(session=session).exists():
                    GradeFactory(session=session)

    def record_expiries(self, random: Random) -> None:
        attempts.record_expiries()

    ACTIONS = (
        grant,
        revoke,
        revoke,
        grant_in_bulk,
        revoke_in_bulk,
        start_sessions,
        touch_sessions,
        grade,
        record_expiries,
    )


def test_mixed_storm_ends_without_a_deadlock_and_with_a_true_ledger(admin):
    storm = Storm(admin)

    done = sum(at_once(storm.blow, 8), Counter())

    for act in Storm.ACTIONS:
        assert done[act.__name__], act.__name__
    assert list(attempts.ledger_faults(storm.tenant)) == []
    assert_true()
