"""The clock of the machine jumps back, as after a repair of its time: nobody notices much."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command

from config.ids import new_id
from tests.clients import ApiClient, bearer, login
from tests.students.reports import ENDED, LiveService

pytestmark = pytest.mark.django_db

AHEAD = datetime(2026, 6, 4, 10, tzinfo=UTC)
BACK = AHEAD - timedelta(hours=1)
ME = "/v1/users/me"


@pytest.fixture
def clock():
    with time_machine.travel(AHEAD, tick=False) as clock:
        yield clock


def test_ids_stay_unique(clock):
    made = [new_id() for _ in range(1000)]
    clock.move_to(BACK)
    again = [new_id() for _ in range(1000)]
    clock.move_to(AHEAD)
    once_more = [new_id() for _ in range(1000)]

    assert len({*made, *again, *once_more}) == 3000


def test_whoever_is_signed_in_stays_so(clock, anonymous, admin):
    pair = login(anonymous, admin).json()["data"]

    clock.move_to(BACK)

    assert anonymous.get(ME, headers=bearer(pair)).status_code == 200
    body = {"refresh_token": pair["refresh_token"]}
    answer = anonymous.post("/v1/auth/refresh", body)
    assert answer.status_code == 200
    assert anonymous.get(ME, headers=bearer(answer.json()["data"])).status_code == 200
    assert login(anonymous, admin).status_code == 200


def test_a_token_lasts_no_longer_than_its_own_time_says(clock, anonymous, admin):
    pair = login(anonymous, admin).json()["data"]

    clock.move_to(BACK)
    clock.move_to(AHEAD + timedelta(minutes=30, seconds=1))

    assert anonymous.get(ME, headers=bearer(pair)).status_code == 401


def test_whoever_was_locked_out_waits_no_longer_than_before(clock, anonymous, admin):
    attempts, seconds = settings.LOGIN_LIMIT_PER_ACCOUNT
    for _ in range(attempts):
        login(anonymous, admin, "wrong")
    assert login(anonymous, admin).status_code == 429

    clock.move_to(BACK)
    for _ in range(attempts):
        login(anonymous, admin, "wrong")
    answer = login(anonymous, admin)

    assert answer.status_code == 429
    assert answer.json()["details"]["retry_after"] <= seconds


def test_work_goes_on_and_its_books_are_right(clock, tenant, admin):
    service, api = LiveService(tenant), ApiClient(admin)

    def change(what: str) -> None:
        body = service.whose | {"amount": 1, "reason": "Audio dropped"}
        answer = api.post(f"/v1/console/attempts/{what}", body)
        assert answer.status_code in {200, 201}, answer.content

    session = new_id()
    assert service.report(session, **ENDED).status_code == 200
    change("grant")
    clock.move_to(BACK)
    assert service.report(session, **ENDED).status_code == 200
    assert service.report(**ENDED).status_code == 200
    change("revoke")

    for command in ("verify_ledger", "verify_derived"):
        call_command(command)
