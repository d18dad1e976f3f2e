"""How long sign-ins last: without use, and in all (contract §16)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db.models import F

from accounts.models import BrowserSession, SignIn
from tests.accounts.cas import Browser, configure
from tests.accounts.signed_in import browser_of, is_in, listed, program_of
from tests.clients import OperatorClient, bearer, claims
from tests.factories import PASSWORD, SuperAdminFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 6, 4, 12, tzinfo=UTC)
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)
REFRESH = "/v1/auth/refresh"


@pytest.fixture
def super_admin(tenant):
    return SuperAdminFactory(tenant=tenant)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def refreshed(client, pair: dict):
    return client.post(REFRESH, {"refresh_token": pair["refresh_token"]})


# Browser sessions ------------------------------------------------------------------------------


def test_a_browser_session_ends_twelve_hours_after_its_last_use(clock, admin):
    left, used = browser_of(admin), browser_of(admin)
    clock.shift(12 * HOUR - SECOND)
    assert is_in(used)

    clock.shift(SECOND)

    # The browser still has its cookie.
    assert left.cookies["sessionid"]["max-age"] > 12 * 3600
    assert (is_in(left), is_in(used)) == (False, True)


def test_a_browser_session_ends_seven_days_after_the_sign_in_however_much_it_is_used(clock, admin):
    browser = browser_of(admin)
    for _ in range(14):
        clock.shift(12 * HOUR - SECOND)
        assert is_in(browser)

    clock.move_to(NOON + 7 * DAY)

    assert not is_in(browser)


def test_what_a_session_holds_can_change_without_making_it_last_longer(clock, super_admin):
    operator = OperatorClient(super_admin)
    for _ in range(14):
        clock.shift(12 * HOUR - SECOND)
        operator.work_in(super_admin.tenant)

    assert BrowserSession.objects.get().created_at == NOON
    assert BrowserSession.objects.get().expire_date == NOON + 7 * DAY
    clock.move_to(NOON + 7 * DAY)
    assert not is_in(operator)


def test_a_new_password_does_not_make_its_session_last_longer(clock, admin):
    operator = OperatorClient(admin)
    before = BrowserSession.objects.get()
    clock.shift(HOUR)
    form = {"current_password": PASSWORD, "new_password": "sunny otter bicycle lane"}
    answer = operator.post(
        "/admin/accounts/user/me/password/", form | {"repeated": form["new_password"]}
    )
    assert answer.status_code == 302

    after = BrowserSession.objects.get()

    assert after.key_digest != before.key_digest
    assert (after.public_id, after.created_at) == (before.public_id, NOON)
    assert is_in(operator)


def test_a_new_sign_in_in_the_same_browser_is_another_one(clock, admin):
    browser = browser_of(admin)
    before = BrowserSession.objects.get()
    browser.post("/sign-out")
    clock.shift(HOUR)
    browser.post(f"/sign-in/{admin.tenant.slug}", {"email": admin.email, "password": PASSWORD})

    after = BrowserSession.objects.get()

    assert after.public_id != before.public_id
    assert after.created_at == NOON + HOUR


def test_a_single_sign_on_in_a_browser_that_is_signed_in_is_another_one(clock, admin, cas):
    configure(admin.tenant, cas.url)
    browser = Browser()
    browser.sign_in(cas, admin, next="/admin/")
    before = BrowserSession.objects.get()
    clock.shift(HOUR)
    browser.sign_in(cas, admin, next="/admin/")

    after = BrowserSession.objects.get()

    assert after.public_id != before.public_id
    assert after.created_at == NOON + HOUR


@pytest.mark.parametrize(
    ("name", "value", "after"),
    [("BROWSER_SESSION_IDLE", HOUR, HOUR), ("BROWSER_SESSION_LIFETIME", 2 * HOUR, 2 * HOUR)],
)
def test_shorter_lifetimes_hold_at_once_for_sessions_that_are_open(
    clock, admin, settings, name, value, after
):
    browser = browser_of(admin)
    setattr(settings, name, value)
    clock.shift(after - SECOND)
    if name == "BROWSER_SESSION_IDLE":
        assert len(listed(program_of(admin))) == 2

    clock.shift(SECOND)

    assert not is_in(browser)


def test_what_a_lifetime_has_ended_is_listed_nowhere_and_cleared(clock, admin):
    browser_of(admin)
    clock.shift(12 * HOUR)

    assert [one["kind"] for one in listed(program_of(admin))] == ["api"]
    call_command("tidy")

    assert not BrowserSession.objects.exists()


def test_tidy_leaves_what_is_in_use(clock, admin):
    browser = browser_of(admin)
    clock.shift(12 * HOUR - SECOND)

    call_command("tidy")

    assert is_in(browser)


def test_a_session_of_the_release_before_ends_by_the_lifetimes_too(clock, admin):
    browser = browser_of(admin)
    # The release before stores a fortnight, and nothing about its use.
    BrowserSession.objects.update(user=None, public_id=None, expire_date=NOON + 14 * DAY)
    clock.shift(12 * HOUR)

    assert not is_in(browser)


# Families of tokens ----------------------------------------------------------------------------


def test_a_family_ends_seven_days_after_its_last_refresh(clock, admin, anonymous):
    pair = program_of(admin).pair
    for _ in range(2):
        clock.shift(7 * DAY - SECOND)
        answer = refreshed(anonymous, pair)
        assert answer.status_code == 200
        pair = answer.json()["data"]

    clock.shift(7 * DAY)

    assert refreshed(anonymous, pair).status_code == 401


def test_a_family_ends_thirty_days_after_the_sign_in_however_often_it_is_refreshed(
    clock, admin, anonymous
):
    pair = program_of(admin).pair
    ends = int((NOON + 30 * DAY).timestamp())
    for _ in range(5):
        clock.shift(5 * DAY + 23 * HOUR)
        pair = refreshed(anonymous, pair).json()["data"]
        assert claims(pair["refresh_token"])["exp"] <= ends
    # 29 days and 19 hours are over: the rest is less than seven days.
    assert claims(pair["refresh_token"])["exp"] == ends

    clock.move_to(NOON + 30 * DAY - 10 * SECOND)
    last = refreshed(anonymous, pair).json()["data"]
    assert last["expires_in"] == 10
    assert claims(last["access_token"])["exp"] == ends
    assert anonymous.get("/v1/users/me", headers=bearer(last)).status_code == 200
    clock.shift(10 * SECOND)

    assert refreshed(anonymous, last).status_code == 401
    assert anonymous.get("/v1/users/me", headers=bearer(last)).status_code == 401


def test_a_shorter_life_of_families_holds_at_the_next_request(clock, admin, anonymous, settings):
    program = program_of(admin)
    clock.shift(20 * SECOND)
    settings.TOKEN_FAMILY_LIFETIME = 20 * SECOND

    assert program.get("/v1/users/me").status_code == 401
    assert refreshed(anonymous, program.pair).status_code == 401


def test_a_family_of_the_release_before_counts_from_its_sign_in(clock, admin, anonymous):
    program = program_of(admin)
    SignIn.objects.update(
        created_at=F("created_at") - 29 * DAY, last_used_at=None, address=None, user_agent=None
    )

    (one,) = listed(program)
    assert one["created_at"] == "2026-05-06T12:00:00Z"
    pair = refreshed(anonymous, program.pair).json()["data"]
    assert claims(pair["refresh_token"])["exp"] == int((NOON + DAY).timestamp())


def test_the_lifetimes_are_those_of_the_contract():
    assert (settings.BROWSER_SESSION_IDLE, settings.BROWSER_SESSION_LIFETIME) == (
        12 * HOUR,
        7 * DAY,
    )
    assert (settings.TOKEN_FAMILY_IDLE, settings.TOKEN_FAMILY_LIFETIME) == (7 * DAY, 30 * DAY)
