"""When people were last here: stored rarely, and at nobody's expense (contract §5)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection, connections, transaction

from accounts.models import User, UserStatus
from accounts.services.activity import note_activity
from tests.clients import ApiClient
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ME = "/v1/users/me"
NOON = datetime(2026, 6, 4, 12, tzinfo=UTC)


def stored(user: User) -> datetime | None:
    return User.objects.values_list("last_activity_at", flat=True).get(pk=user.pk)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def test_activity_is_stored_once_a_minute(clock, admin):
    client = ApiClient(admin)  # signs in at noon
    seen = []

    for seconds in (59, 1, 59, 1):
        clock.shift(timedelta(seconds=seconds))
        assert client.get(ME).status_code == 200
        seen.append(stored(admin) - NOON)

    assert seen == [timedelta(seconds=seconds) for seconds in (0, 60, 60, 120)]


def test_a_request_within_the_minute_costs_nothing(clock, admin, django_assert_num_queries):
    client = ApiClient(admin)
    clock.shift(timedelta(seconds=59))

    with django_assert_num_queries(2):  # who asks, and the programme codes
        client.get(ME)


def test_a_request_after_a_minute_costs_one_update(clock, admin, django_assert_num_queries):
    client = ApiClient(admin)
    clock.shift(timedelta(seconds=60))

    with django_assert_num_queries(5) as queries:  # the update, in a transaction of its own
        client.get(ME)
    with django_assert_num_queries(2):
        client.get(ME)

    begin, update, end = (query["sql"] for query in queries[1:4])
    assert (begin.split()[0], end.split()[0]) == ("SAVEPOINT", "RELEASE")
    assert "UPDATE accounts_user SET last_activity_at = " in update
    assert "UPDATE accounts_signin" in update
    assert "FOR NO KEY UPDATE SKIP LOCKED" in update


def test_the_answer_knows_the_activity_that_it_is(clock, admin):
    client = ApiClient(admin)
    clock.shift(timedelta(minutes=5))

    assert client.get(ME).json()["data"]["last_activity_at"] == "2026-06-04T12:05:00Z"


def test_activity_is_no_change_of_the_user(clock, admin):
    client = ApiClient(admin)
    before = User.objects.values().get(pk=admin.pk)
    clock.shift(timedelta(minutes=5))

    client.get(ME)

    after = User.objects.values().get(pk=admin.pk)
    assert {key for key in after if after[key] != before[key]} == {"last_activity_at"}
    assert after["updated_at"] is None


def test_a_refused_request_is_an_activity_too(clock, admin):
    admin.role.permissions = []
    admin.role.save()
    client = ApiClient(admin)
    clock.shift(timedelta(minutes=5))

    assert client.get("/v1/console/students").status_code == 403

    assert stored(admin) == NOON + timedelta(minutes=5)


def test_of_requests_at_the_same_time_one_stores_it(clock, admin):
    User.objects.filter(pk=admin.pk).update(last_activity_at=NOON)
    clock.shift(timedelta(minutes=5))
    first, second = (User.objects.get(pk=admin.pk) for _ in range(2))

    note_activity(first)
    clock.shift(timedelta(seconds=1))
    note_activity(second)

    assert stored(admin) == NOON + timedelta(minutes=5)


@pytest.mark.parametrize("status", [UserStatus.INACTIVE, UserStatus.DELETED])
def test_who_may_not_act_leaves_no_activity(clock, admin, status):
    client = ApiClient(admin)
    User.objects.filter(pk=admin.pk).update(status=status)
    clock.shift(timedelta(minutes=5))

    assert client.get(ME).status_code == 401

    assert stored(admin) == NOON


def test_the_first_activity_is_stored(tenant):
    user = UserFactory(tenant=tenant)

    note_activity(user)

    assert stored(user) == user.last_activity_at is not None


def test_somebody_elses_activity_stays(clock, admin):
    colleague = UserFactory(tenant=admin.tenant, last_activity_at=NOON)
    client = ApiClient(admin)
    clock.shift(timedelta(minutes=5))

    client.get(ME)

    assert stored(colleague) == NOON


def test_a_read_only_database_is_read_all_the_same(clock, admin, caplog):
    client = ApiClient(admin)
    clock.shift(timedelta(minutes=5))
    connection.check_constraints()  # now, and not at the end, when nothing works any more
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL transaction_read_only = on")

    answer = client.get(ME)

    assert answer.status_code == 200
    assert answer.json()["data"]["last_activity_at"] == "2026-06-04T12:00:00Z"
    assert "A user's activity could not be stored: ReadOnlySqlTransaction" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_whoever_changes_the_user():
    user = UserFactory()
    client = ApiClient(user)
    User.objects.filter(pk=user.pk).update(last_activity_at=NOON)

    def ask() -> int:
        try:
            return client.get(ME).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads, transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        assert threads.submit(ask).result(timeout=30) == 200

    assert stored(user) == NOON
    assert client.get(ME).status_code == 200
    assert stored(user) > NOON
