"""``manage.py tidy`` removes what has expired, and nothing else."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db.models import Model
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import BrowserSession, RateCounter, SignIn, SSOCode, SSOLogin
from config.background.models import BackgroundWorker
from config.management.commands import tidy
from students.models import IdempotencyRecord
from tenants.models import AuditEvent, Erasure
from tests.factories import (
    AuditEventFactory,
    PasswordResetFactory,
    RosterImportFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 4, 12, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)

LATER = NOW + DAY

NOTHING = {
    "sign-ins": 0,
    "sign-ins of erased people": 0,
    "browser sessions of erased people": 0,
    "browser sessions": 0,
    "single sign-on codes": 0,
    "single sign-ons": 0,
    "password resets": 0,
    "rate counters": 0,
    "idempotency keys": 0,
    "unconfirmed rosters": 0,
    "finished tasks": 0,
    "abandoned tasks": 0,
    "workers that are gone": 0,
    "old transcripts": 0,
    "old audit events": 0,
}


def run() -> dict[str, int]:
    """Return what the command says that it removed."""
    out = StringIO()
    with time_machine.travel(NOW, tick=False):
        call_command("tidy", stdout=out)
    lines = [line.removesuffix(" removed").split(": ") for line in out.getvalue().splitlines()]
    return {what: int(count) for what, count in lines}


def worker(name: str, *, settled_at: datetime | None) -> BackgroundWorker:
    return BackgroundWorker.objects.create(
        pk=name, queues="*", host="here", pid=1, settled_at=settled_at
    )


def sign_in(expires_at: datetime, ended_at: datetime | None = None) -> SignIn:
    user = UserFactory()
    return SignIn.objects.create(
        tenant=user.tenant, user=user, refresh_jti="x", expires_at=expires_at, ended_at=ended_at
    )


def sso_login(created_at: datetime, session_digest: str | None = None) -> SSOLogin:
    user = UserFactory()
    return SSOLogin.objects.create(
        tenant=user.tenant,
        user=user,
        ticket_digest=f"{created_at}",
        created_at=created_at,
        session_digest=session_digest,
    )


def of_session(created_at: datetime) -> SSOLogin:
    return sso_login(created_at, session(NOW + SECOND).key_digest)


def of_tokens(created_at: datetime) -> SSOLogin:
    """A front end's, which has refreshed its tokens ever since."""
    login = sso_login(created_at)
    SignIn.objects.create(
        tenant=login.tenant,
        user=login.user,
        sso_login=login,
        refresh_jti="x",
        expires_at=NOW + SECOND,
    )
    return login


def sso_code(expires_at: datetime) -> SSOCode:
    login = sso_login(NOW)
    return SSOCode.objects.create(
        tenant=login.tenant, login=login, digest="x", challenge="x", expires_at=expires_at
    )


def session(expire_date: datetime) -> BrowserSession:
    return BrowserSession.objects.create(key_digest=f"{expire_date}", expire_date=expire_date)


def session_of_somebody(key: str) -> BrowserSession:
    user = UserFactory()
    return BrowserSession.objects.create(
        key_digest=key, expire_date=LATER, user=user, tenant=user.tenant
    )


def erased[R: (SignIn, BrowserSession)](row: R) -> R:
    """Return a row that was being written when its person was erased."""
    Erasure.objects.create(tenant_id=row.tenant_id, user_id=row.user_id)
    return row


def counter(window_ends_at: datetime) -> RateCounter:
    return RateCounter.objects.create(
        key=f"{window_ends_at}", hits=1, window_ends_at=window_ends_at
    )


def idempotency_key(created_at: datetime) -> IdempotencyRecord:
    return IdempotencyRecord.objects.create(
        tenant=UserFactory().tenant, operation="grant", key="k", created_at=created_at
    )


def task(
    status: str, finished_at: datetime | None, started_at: datetime | None = None
) -> DBTaskResult:
    return DBTaskResult.objects.create(
        status=status,
        finished_at=finished_at,
        started_at=started_at,
        run_after=NOW,
        args_kwargs={},
        task_path="a.b",
    )


# What goes, and its neighbour that stays.
CASES = {
    "sign-ins": [
        (lambda: sign_in(NOW - 30 * DAY - SECOND), lambda: sign_in(NOW - 30 * DAY + SECOND)),
        (
            lambda: sign_in(NOW - 31 * DAY, ended_at=NOW - 33 * DAY),
            lambda: sign_in(NOW + SECOND, ended_at=NOW - 6 * DAY),
        ),
    ],
    "sign-ins of erased people": [(lambda: erased(sign_in(LATER)), lambda: sign_in(LATER))],
    "browser sessions of erased people": [
        (lambda: erased(session_of_somebody("gone")), lambda: session_of_somebody("there"))
    ],
    "browser sessions": [(lambda: session(NOW - SECOND), lambda: session(NOW + SECOND))],
    "single sign-ons": [
        (
            lambda: sso_login(NOW - 30 * DAY - SECOND),
            lambda: sso_login(NOW - 30 * DAY + SECOND),
        ),
        (lambda: sso_login(NOW - 31 * DAY, "gone"), lambda: of_session(NOW - 32 * DAY)),
        (lambda: sso_login(NOW - 31 * DAY), lambda: of_tokens(NOW - 32 * DAY)),
    ],
    "password resets": [
        (
            lambda: PasswordResetFactory(created_at=NOW - 30 * DAY - SECOND),
            lambda: PasswordResetFactory(created_at=NOW - 30 * DAY + SECOND),
        )
    ],
    "rate counters": [(lambda: counter(NOW - SECOND), lambda: counter(NOW + SECOND))],
    "idempotency keys": [
        (
            lambda: idempotency_key(NOW - 30 * DAY - SECOND),
            lambda: idempotency_key(NOW - 30 * DAY + SECOND),
        )
    ],
    "unconfirmed rosters": [
        (
            lambda: RosterImportFactory(created_at=NOW - 14 * DAY - SECOND),
            lambda: RosterImportFactory(created_at=NOW - 14 * DAY + SECOND),
        ),
        (
            lambda: RosterImportFactory(state="refused", created_at=NOW - 15 * DAY),
            lambda: RosterImportFactory(state="imported", created_at=NOW - 15 * DAY),
        ),
    ],
    "finished tasks": [
        (
            lambda: task("SUCCESSFUL", NOW - 14 * DAY - SECOND),
            lambda: task("SUCCESSFUL", NOW - 14 * DAY + SECOND),
        ),
        (lambda: task("FAILED", NOW - 15 * DAY), lambda: task("RUNNING", None)),
    ],
    "workers that are gone": [
        (
            lambda: worker("gone", settled_at=NOW - 14 * DAY - SECOND),
            lambda: worker("late", settled_at=NOW - 14 * DAY + SECOND),
        ),
        (
            lambda: worker("long gone", settled_at=NOW - 15 * DAY),
            lambda: worker("alive", settled_at=None),
        ),
    ],
    "abandoned tasks": [
        (
            lambda: task("RUNNING", None, NOW - 14 * DAY - SECOND),
            lambda: task("RUNNING", None, NOW - 14 * DAY + SECOND),
        ),
        (
            lambda: task("RUNNING", None, NOW - 15 * DAY),
            lambda: task("READY", None, NOW - 15 * DAY),
        ),
    ],
}


@pytest.mark.parametrize(
    ("what", "goes", "stays"), [(what, *case) for what, cases in CASES.items() for case in cases]
)
def test_expired_rows_go_and_others_stay(what, goes, stays):
    gone, kept = goes(), stays()
    rows: type[Model] = type(kept)

    assert run() == NOTHING | {what: 1}

    assert list(rows.objects.all()) == [kept]
    assert gone != kept
    assert run() == NOTHING


def test_codes_that_nobody_fetched_go():
    sso_code(NOW - SECOND)
    assert run() == NOTHING | {"single sign-on codes": 1}

    sso_code(NOW + SECOND)
    assert run() == NOTHING


def test_many_rows_go_in_batches(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(tidy, "BATCH", 2)
    for age in range(1, 6):
        counter(NOW - age * DAY)
    rows = tidy.expired(NOW)["rate counters"]

    with django_assert_num_queries(4):  # two, two, one, none
        assert tidy.remove(rows) == 5

    assert not RateCounter.objects.exists()


def test_what_the_trail_records_stays_for_as_long_as_the_tenant_keeps_it():
    event = AuditEventFactory(event_time=timezone.now() - 399 * DAY)

    assert run() == NOTHING

    assert list(AuditEvent.objects.all()) == [event]
