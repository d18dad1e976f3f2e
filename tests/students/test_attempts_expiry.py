"""Lapsed grants get their line in the ledger, once (contract §9.3)."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from students import tasks
from students.models import AttemptTransaction
from students.services import attempts
from students.services.attempts import expiry
from tests.factories import AttemptTransactionFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db


def lapsed(**values) -> AttemptTransaction:
    return AttemptTransactionFactory(expires_at=timezone.now() - timedelta(seconds=1), **values)


def expiries() -> list[tuple]:
    rows = AttemptTransaction.objects.filter(type="expiry").order_by("created_at", "pk")
    return list(rows.values_list("grant_id", "amount", "user_id", "actor_user_id"))


def test_each_lapsed_grant_gets_one_line():
    grant = lapsed(amount=3)
    AttemptTransactionFactory(expires_at=timezone.now() + timedelta(hours=1))
    AttemptTransactionFactory()
    AttemptTransaction.objects.create(
        tenant=grant.tenant,
        user=grant.user,
        case_study=grant.case_study,
        type="revoke",
        amount=1,
        grant=grant,
    )

    assert attempts.record_expiries() == 1
    assert attempts.record_expiries() == 0

    assert expiries() == [(grant.pk, 3, grant.user_id, None)]


def test_line_changes_no_number(api, tenant):
    grant = lapsed(user__tenant=tenant, amount=3)
    url = f"/v1/console/attempts/{grant.user_id}"

    def shown() -> dict:
        return api.get(url, {"case_study_id": grant.case_study_id}).json()["data"]

    before = shown()
    attempts.record_expiries()
    after = shown()

    assert after["entitlement"] == before["entitlement"]
    assert [line["type"] for line in after["transactions"]] == ["expiry", "grant"]
    assert [line["expired"] for line in after["transactions"]] == [False, True]


def test_many_are_taken_in_batches(monkeypatch):
    monkeypatch.setattr(expiry, "BATCH", 2)
    grants = [lapsed() for _ in range(5)]

    assert attempts.record_expiries() == 5
    assert {row[0] for row in expiries()} == {grant.pk for grant in grants}


@pytest.mark.django_db(transaction=True)
def test_runs_at_the_same_time_add_each_line_once(monkeypatch):
    monkeypatch.setattr(expiry, "BATCH", 3)
    grants = [lapsed() for _ in range(10)]

    counts = at_once(lambda _: attempts.record_expiries(), 4)

    assert sum(counts) == 10
    assert sorted(row[0] for row in expiries()) == sorted(grant.pk for grant in grants)


def test_command_says_how_many():
    lapsed()
    out = StringIO()

    call_command("record_expiries", stdout=out)

    assert out.getvalue() == "1 expiries recorded\n"


def test_command_leaves_it_to_the_worker():
    lapsed()

    call_command("record_expiries", "--queue", stdout=StringIO())

    assert DBTaskResult.objects.ready().get().task_path == "students.tasks.record_expiries"
    assert expiries() == []


def test_task_does_what_the_command_does():
    grant = lapsed()

    assert tasks.record_expiries.call() == 1
    assert [row[0] for row in expiries()] == [grant.pk]
