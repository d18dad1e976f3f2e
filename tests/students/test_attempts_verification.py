"""``verify_ledger`` finds what the database would let through (contract §9.3)."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from students.models import AttemptTransaction
from students.services import attempts
from students.services.attempts.replay import LedgerLine, PairLedger, Use
from tenants.models import TenantAIConfig
from tenants.services import configuration
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    SessionFactory,
    StudentFactory,
    TenantFactory,
)

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 4, 1, tzinfo=UTC)


def verify(*arguments: str) -> list[str]:
    """Return what the command says, with how it ended."""
    out = StringIO()
    try:
        call_command("verify_ledger", *arguments, stdout=out)
    except CommandError as error:
        return [*out.getvalue().splitlines(), str(error)]
    return out.getvalue().splitlines()


@pytest.fixture
def pair(tenant):
    return {
        "user": StudentFactory(tenant=tenant),
        "case_study": CaseStudyFactory(tenant=tenant),
        "tenant": tenant,
    }


def at(days: float):
    return time_machine.travel(DAY + timedelta(days=days), tick=False)


def add(pair, kind: str, days: float, **values) -> AttemptTransaction:
    return AttemptTransaction.objects.create(
        **pair, type=kind, created_at=DAY + timedelta(days=days), **values
    )


def test_what_the_services_write_is_in_order(admin, pair):
    asked = {"user_id": pair["user"].pk, "case_study_id": pair["case_study"].pk, "reason": "x"}
    with at(1):
        SessionFactory(user=pair["user"], case_study=pair["case_study"])
        attempts.grant_attempts(
            actor=admin, tenant=admin.tenant, amount=2, expires_at=DAY + timedelta(days=3), **asked
        )
        attempts.revoke_attempts(actor=admin, tenant=admin.tenant, amount=4, **asked)
    with at(2):
        configuration.update_ai_config(actor=admin, tenant=admin.tenant, max_sessions_per_student=1)
    with at(4):
        attempts.record_expiries()
        attempts.grant_attempts(actor=admin, tenant=admin.tenant, amount=5, **asked)

        assert verify() == ["no differences"]
        assert verify("--tenant", admin.tenant.slug) == ["no differences"]


@pytest.mark.django_db(transaction=True)
def test_it_reads_in_a_snapshot_of_its_own(pair):
    add(pair, "grant", 1, amount=2)

    assert verify() == ["no differences"]


def test_overdraft_is_named_with_tenant_student_and_case_study(pair):
    revoked = add(pair, "revoke", 1, amount=4)
    other = TenantFactory()

    whose = f"{pair['tenant'].slug}: {pair['user'].pk} at {pair['case_study'].pk}"
    what = f"revoke {revoked.pk}: it took 1 more than there were left"
    assert verify() == [f"{whose}: {what}", "1 differences"]
    assert verify("--tenant", other.slug) == ["no differences"]
    assert verify("--tenant", "nobody") == ["there is no tenant nobody"]


def test_overdraft_of_the_past_is_found_though_it_was_made_good(pair):
    add(pair, "revoke", 1, amount=4)
    add(pair, "grant", 2, amount=9)

    assert verify()[-1] == "1 differences"


def test_base_of_then_decides(admin, pair):
    TenantAIConfig.objects.create(tenant=pair["tenant"], max_sessions_per_student=9)
    with at(2):
        configuration.update_ai_config(
            actor=admin, tenant=pair["tenant"], max_sessions_per_student=1
        )
    add(pair, "revoke", 1, amount=8)
    assert verify() == ["no differences"]

    add(pair, "revoke", 3, amount=1)
    assert verify()[-1] == "1 differences"


def test_attempts_used_for_certain_are_out_of_reach(pair):
    SessionFactory(user=pair["user"], case_study=pair["case_study"], start_time=DAY, created_at=DAY)
    add(pair, "revoke", 1, amount=3)

    assert verify()[-1] == "1 differences"


def test_attempt_that_was_reported_later_is_not_held_against_anybody(pair):
    SessionFactory(user=pair["user"], case_study=pair["case_study"], start_time=DAY)
    add(pair, "revoke", 1, amount=3)

    assert verify() == ["no differences"]


def line(kind: str, day: int, amount: int = 1, **values) -> LedgerLine:
    return LedgerLine(f"{kind[0]}{day}", kind, amount, DAY + timedelta(days=day), **values)


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        (
            [line("grant", 1, 2), line("revoke", 2, 3, grant_id="g1")],
            ["revoke r2: 3 are charged to a grant of 2"],
        ),
        (
            [line("grant", 1, 2, expires_at=DAY + timedelta(days=2)),
             line("revoke", 2, 1, grant_id="g1")],
            ["revoke r2: it is charged to a grant that had lapsed"],
        ),
        (
            [line("revoke", 1), line("revoke", 2, grant_id="r1")],
            ["revoke r2: it is charged to something that is no earlier grant"],
        ),
        (
            [line("revoke", 1, grant_id="g2"), line("grant", 2)],
            ["revoke r1: it is charged to something that is no earlier grant"],
        ),
        (
            [line("revoke", 1), line("expiry", 2, grant_id="r1")],
            ["expiry e2: it ends something that is no earlier grant"],
        ),
        (
            [line("grant", 1), line("expiry", 2, grant_id="g1")],
            ["expiry e2: its grant had not lapsed"],
        ),
        (
            [line("grant", 1, 2, expires_at=DAY + timedelta(days=2)),
             line("expiry", 2, 1, grant_id="g1"), line("expiry", 3, 2, grant_id="g1")],
            ["expiry e2: it ends 1 of a grant of 2", "expiry e3: its grant had been ended before"],
        ),
    ],
)  # fmt: skip
def test_replay_names_what_is_wrong(lines, faults):
    assert list(PairLedger(base_at=lambda moment: 9).replay(lines)) == faults


def test_replay_comes_to_the_six_numbers():
    ledger = PairLedger(lambda moment: 3, [Use(DAY, DAY)])
    lapses = DAY + timedelta(days=4)

    assert not list(
        ledger.replay(
            [
                line("grant", 1, 2, expires_at=lapses),
                line("revoke", 2, 1, grant_id="g1"),
                line("revoke", 3, 1),
            ]
        )
    )

    assert list(ledger.entitlement(DAY + timedelta(days=3)).values()) == [3, 2, 2, 1, 3, 2]
    assert list(ledger.entitlement(lapses).values()) == [3, 0, 1, 1, 2, 1]


def test_lines_of_others_have_no_say(pair):
    AttemptTransactionFactory(user=pair["user"], amount=5)
    add(pair, "revoke", 1, amount=3)

    assert verify() == ["no differences"]
