"""``manage.py tidy`` removes what has expired, and nothing else."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import psycopg
import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import BrowserSession, RateCounter, SignIn, SSOCode, SSOLogin
from config.background.models import BackgroundWorker
from config.db import batches
from config.management.commands import tidy
from config.time_allowed import TimeAllowed
from students.models import IdempotencyRecord, Transcript
from tenants.models import AuditEvent, Erasure, TenantRetention
from tests.factories import (
    AuditEventFactory,
    PasswordResetFactory,
    RosterImportFactory,
    TenantFactory,
    UserFactory,
)
from tests.servers import database_url
from tests.students.talks import talk
from tests.tenants.trails import aged, verified

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
    monkeypatch.setattr(batches, "FIRST_REMOVED", 2)
    monkeypatch.setattr(batches, "MOST_REMOVED", 2)
    for age in range(1, 6):
        counter(NOW - age * DAY)
    rows = tidy.expired(NOW)["rate counters"]

    with django_assert_num_queries(7):  # two, two and one are found and removed, then none
        assert batches.remove_rows(rows, TimeAllowed()) == 5

    assert not RateCounter.objects.exists()


@pytest.mark.parametrize(
    ("size", "seconds", "then"),
    [
        (500, 0.01, 1_000),
        (4_000, 0.01, 5_000),
        (500, 0.5, 500),
        (500, 3.0, 250),
        (1, 60.0, 1),
    ],
)
def test_batches_are_as_large_as_their_time_allows(size, seconds, then):
    assert batches.next_size(size, seconds) == then


def test_what_the_trail_records_stays_for_as_long_as_the_tenant_keeps_it():
    event = AuditEventFactory(event_time=timezone.now() - 399 * DAY)

    assert run() == NOTHING

    assert list(AuditEvent.objects.all()) == [event]


# Limited in time ------------------------------------------------------------------------------


def said(*options: str) -> dict[str, str]:
    out = StringIO()
    call_command("tidy", *options, stdout=out)
    return dict(line.split(": ", 1) for line in out.getvalue().splitlines())


LEFT = "left to the next run, for want of time"


@pytest.fixture
def backlog(tenant, monkeypatch) -> None:
    """More than one piece of each kind of work."""
    monkeypatch.setattr(batches, "FIRST_REMOVED", 2)
    monkeypatch.setattr("students.services.retention._BATCH", 2)
    for age in range(1, 6):
        counter(timezone.now() - age * DAY)
        task("FAILED", timezone.now() - (20 + age) * DAY)
    TenantRetention.objects.create(tenant=tenant, transcript_days=60, audit_days=90)
    for _ in range(5):
        talk(tenant, 61)
    aged(tenant, 91, seals=3)


def test_a_run_without_time_does_a_piece_of_everything_and_says_what_is_left(backlog):
    first = said("--minutes", "0")

    assert first["rate counters"] == "2 removed"
    assert first["finished tasks"] == "2 removed"
    assert first["old transcripts"] == "2 removed"
    assert first["old audit events"] == "3 removed"
    assert first[LEFT] == "rate counters, finished tasks, old transcripts, old audit events"


def test_what_is_left_goes_the_next_time(backlog):
    said("--minutes", "0")

    second = said()

    assert LEFT not in second
    assert (second["rate counters"], second["finished tasks"]) == ("3 removed", "3 removed")
    assert (second["old transcripts"], second["old audit events"]) == ("3 removed", "6 removed")
    assert not Transcript.objects.exclude(messages=[]).exists()
    assert verified()[0]


def test_each_part_of_a_removal_stands_in_the_trail(backlog):
    said("--minutes", "0")
    said()

    removed = AuditEvent.objects.filter(event_type="transcript.removed").order_by("arrival")
    assert [event.metadata["transcripts"] for event in removed] == [2, 3]
    let_go = AuditEvent.objects.get(event_type="audit.removed")
    assert let_go.metadata["events"] == 9


def test_a_tenant_with_much_does_not_hold_up_another(tenant, backlog):
    other = TenantFactory()
    TenantRetention.objects.create(tenant=other, transcript_days=60)
    talk(other, 61)

    said("--minutes", "0")

    assert not Transcript.objects.filter(tenant=other).exclude(messages=[]).exists()


@pytest.mark.django_db(transaction=True)
def test_rows_that_somebody_holds_are_not_waited_for():
    held, free = counter(NOW - DAY), counter(NOW - 2 * DAY)

    with psycopg.connect(database_url()) as other:
        other.execute("SELECT FROM accounts_ratecounter WHERE key = %s FOR UPDATE", [held.key])
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '20s'")  # rather than to wait for ever
            assert batches.remove_rows(tidy.expired(NOW)["rate counters"], TimeAllowed()) == 1

    assert list(RateCounter.objects.all()) == [held]
    assert free != held
