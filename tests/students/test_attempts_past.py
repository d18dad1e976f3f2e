"""What a student could do at a moment of the past: ``as_of`` (contract §9.2)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from students.models import AttemptTransaction
from tenants.services import configuration
from tests.clients import ApiClient
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.students.test_api_attempts import entitled

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 4, 1, 9, tzinfo=UTC)


@pytest.fixture
def pair(tenant):
    return {
        "user": StudentFactory(tenant=tenant),
        "case_study": CaseStudyFactory(tenant=tenant),
        "tenant": tenant,
    }


def day(number: float) -> datetime:
    return DAY + timedelta(days=number)


def ask(api, pair, as_of: str):
    asked = {"case_study_id": pair["case_study"].pk, "as_of": as_of}
    return api.get(f"/v1/console/attempts/{pair['user'].pk}", asked)


def shown(api, pair, moment: datetime) -> dict:
    answer = ask(api, pair, moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
    assert answer.status_code == 200, answer.content
    return answer.json()["data"]


def test_ledger_is_read_as_it_was(api, pair):
    grant = AttemptTransactionFactory(**pair, amount=3, created_at=day(1), expires_at=day(5))
    AttemptTransaction.objects.create(
        **pair, type="revoke", amount=2, grant=grant, created_at=day(2)
    )
    AttemptTransactionFactory(**pair, amount=4, created_at=day(6))

    told = [shown(api, pair, day(n))["entitlement"] for n in (0, 1, 2, 4.9, 5.1, 6)]

    assert told == [
        entitled(),
        entitled(extra=3),
        entitled(extra=3, revoked=2),
        entitled(extra=3, revoked=2),
        entitled(),
        entitled(extra=4),
    ]
    past = shown(api, pair, day(2))
    assert [line["type"] for line in past["transactions"]] == ["revoke", "grant"]
    assert not any(line["expired"] for line in past["transactions"])
    assert shown(api, pair, day(6))["transactions"][2]["expired"]


def test_session_is_used_up_from_its_first_minute_on(api, pair):
    SessionFactory(
        user=pair["user"], case_study=pair["case_study"], start_time=day(1), elapsed_active_time=60
    )
    SessionFactory(
        user=pair["user"], case_study=pair["case_study"], start_time=day(1), elapsed_active_time=59
    )
    started = day(1)

    used = {
        seconds: shown(api, pair, started + timedelta(seconds=seconds))
        for seconds in (-1, 0, 58, 59, 60)
    }

    numbers = {n: one["entitlement"]["attempts_used"] for n, one in used.items()}
    # The moment that is asked about is the end of its second.
    assert numbers == {-1: 0, 0: 0, 58: 0, 59: 0, 60: 1}
    assert {n: len(one["attempts"]) for n, one in used.items()} == {
        -1: 0, 0: 2, 58: 2, 59: 2, 60: 2,
    }  # fmt: skip


def test_base_is_the_tenants_of_then(tenant, pair):
    admin = SuperAdminFactory(tenant=tenant)
    other = TenantFactory()
    for number, (whose, base) in enumerate(
        [(tenant, 5), (other, 50), (tenant, None), (tenant, 2)], start=1
    ):
        with time_machine.travel(day(number), tick=False):
            configuration.update_ai_config(actor=admin, tenant=whose, max_sessions_per_student=base)
    with time_machine.travel(day(5), tick=False):
        configuration.update_ai_config(actor=admin, tenant=tenant, default_language="en")
        api = ApiClient(UserFactory(tenant=tenant))

        told = [shown(api, pair, day(n))["entitlement"]["base_attempts"] for n in range(6)]

    assert told == [3, 5, 5, 3, 2, 2]


@pytest.mark.parametrize("as_of", ["2026-04-01", "2026-04-01T09:00:00Z", "2026-04-01T10:00:00+01"])
def test_moment_runs_to_the_end_of_its_second_or_day(api, pair, as_of):
    AttemptTransactionFactory(**pair, created_at=DAY + timedelta(milliseconds=300))

    assert ask(api, pair, as_of).json()["data"]["entitlement"] == entitled(extra=1)


def test_this_very_second_has_come(tenant, pair):
    with time_machine.travel(day(1) + timedelta(milliseconds=1), tick=False):
        api = ApiClient(UserFactory(tenant=tenant))
        assert ask(api, pair, "2026-04-02T09:00:00Z").status_code == 200
        for future in ("2026-04-02T09:00:01Z", "2026-04-02", "2027-01-01"):
            answer = ask(api, pair, future)
            assert answer.status_code == 422
            assert answer.json()["details"]["errors"] == [
                {"field": "as_of", "message": "Give a moment that has passed."}
            ]
        assert ask(api, pair, "yesterday").status_code == 422
