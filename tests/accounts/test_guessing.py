"""Guessing at passwords: slow for whoever guesses, and never at the owner's or a campus's cost."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPResponse

import pytest
import time_machine
from django.conf import settings as active
from django.core import signing
from django.test import Client, override_settings

from accounts.models import RateCounter
from accounts.services.profile import change_password
from accounts.throttling import Device
from accounts.throttling.devices import LIFETIME
from config.observability import metrics
from tests.clients import LOGIN, ApiClient, login
from tests.factories import PASSWORD, FacultyFactory, TenantFactory, UserFactory
from tests.servers import running_server
from tests.threads import at_once

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 1, 9, tzinfo=UTC)
CAMPUS, ELSEWHERE = "198.51.100.7", "203.0.113.9"
DEVICE = "X-Device-Token"


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def caller(address: str = CAMPUS, device: str = "") -> ApiClient:
    return ApiClient(REMOTE_ADDR=address, **({"HTTP_X_DEVICE_TOKEN": device} if device else {}))


def page(user, password: str = PASSWORD, *, browser: Client | None = None, address: str = CAMPUS):
    typed = {"email": user.email, "password": password}
    path = f"/sign-in/{user.tenant.slug}"
    return (browser or Client()).post(path, typed, REMOTE_ADDR=address)


def device_of(user) -> str:
    answer = login(caller(), user)
    assert answer.status_code == 200
    return answer[DEVICE]


def hammer(user, *addresses: str) -> None:
    """Guess from addresses until each is refused."""
    for address in addresses:
        while login(caller(address), user, "wrong").status_code != 429:
            pass


# Pauses -----------------------------------------------------------------------------------------


def test_after_some_mistakes_each_guess_waits_twice_as_long(clock, admin):
    told = []
    for _ in range(3):
        assert login(caller(), admin, "wrong").status_code == 401
    for _ in range(6):
        refused = login(caller(), admin, "wrong")
        assert (refused.status_code, refused.json()["code"]) == (429, "RATE_LIMITED")
        told.append(int(refused["Retry-After"]))
        clock.shift(timedelta(seconds=told[-1] - 1))
        assert login(caller(), admin).status_code == 429
        clock.shift(timedelta(seconds=1))
        assert login(caller(), admin, "wrong").status_code == 401

    assert told == [1, 2, 4, 8, 16, 32]


def test_ten_guesses_are_all_that_an_address_has_for_an_account(clock, admin):
    codes = Counter()
    while datetime.now(UTC) < (end := NOW + timedelta(seconds=900)):
        answer = login(caller(), admin, "wrong")
        codes[answer.status_code] += 1
        if answer.status_code == 429:
            clock.shift(timedelta(seconds=int(answer["Retry-After"])))

    assert codes[401] == 10
    assert datetime.now(UTC) == end
    assert login(caller(), admin).status_code == 200


def test_a_refused_guess_neither_counts_nor_prolongs_the_pause(clock, admin):
    for _ in range(3):
        login(caller(), admin, "wrong")
    assert [login(caller(), admin, "wrong")["Retry-After"] for _ in range(50)] == ["1"] * 50

    clock.shift(timedelta(seconds=1))

    assert login(caller(), admin).status_code == 200


def test_people_are_told_in_words_how_long_to_wait(clock, admin):
    for _ in range(3):
        assert page(admin, "wrong").status_code == 401

    answer = page(admin)

    assert (answer.status_code, answer["Retry-After"]) == (429, "1")
    assert "That was tried too often. Wait a few seconds, then try again." in answer.text


def test_accounts_that_are_unknown_wait_just_as_long(clock, admin):
    def told(email: str) -> list:
        answers = [login(caller(), admin, "wrong", email=email) for _ in range(5)]
        return [(answer.status_code, answer.get("Retry-After"), answer.text) for answer in answers]

    assert told(admin.email) == told("nobody@miva.university")


@pytest.mark.django_db(transaction=True)
def test_parallel_guesses_do_not_get_past_the_limit(settings):
    user = UserFactory()

    codes = Counter(at_once(lambda _: login(caller(), user, "wrong").status_code, 16))

    assert codes[401] <= settings.LOGIN_LIMIT_PER_ACCOUNT[0]
    assert codes[401] + codes[429] == 16
    assert login(caller(), user).status_code == 429


# Devices ----------------------------------------------------------------------------------------


def test_a_known_device_signs_in_whoever_else_guesses(admin):
    device = device_of(admin)

    hammer(admin, CAMPUS, ELSEWHERE)

    assert login(caller(), admin).status_code == 429
    assert login(caller(device=device), admin).status_code == 200
    assert login(caller(ELSEWHERE, device), admin).status_code == 200


def test_a_known_browser_signs_in_whoever_else_guesses(admin):
    browser = Client()
    assert page(admin, browser=browser).status_code == 302
    browser.post("/sign-out")
    hammer(admin, CAMPUS, ELSEWHERE)

    assert page(admin).status_code == 429
    assert page(admin, browser=browser).status_code == 302


def test_a_known_device_signs_in_from_an_address_that_has_used_up_its_mistakes(admin, settings):
    settings.LOGIN_LIMIT_PER_ADDRESS = (2, 900)
    device = device_of(admin)
    for guess in "ab":
        login(caller(), admin, email=f"{guess}@miva.university")

    assert login(caller(), admin).status_code == 429
    assert login(caller(device=device), admin).status_code == 200


def test_a_known_device_has_ten_tries_of_its_own(clock, admin):
    device = device_of(admin)

    codes = [login(caller(device=device), admin, "wrong").status_code for _ in range(11)]
    refused = login(caller(device=device), admin)

    assert codes == [401] * 10 + [429]
    assert refused["Retry-After"] == "900"
    # It took nobody else's.
    assert login(caller(), admin).status_code == 200
    clock.shift(timedelta(seconds=900))
    assert login(caller(device=device), admin).status_code == 200


def test_a_right_password_gives_a_known_device_all_tries_back(clock, admin):
    device = device_of(admin)
    for _ in range(3):
        for _ in range(9):
            assert login(caller(device=device), admin, "wrong").status_code == 401
        device = login(caller(device=device), admin)[DEVICE]


def test_a_device_is_known_to_the_accounts_alone_that_signed_in_there(admin, tenant):
    other = UserFactory(tenant=tenant)
    namesake = UserFactory(tenant=TenantFactory(), email=admin.email)
    device = device_of(other)
    hammer(admin, CAMPUS)
    hammer(namesake, CAMPUS)

    assert login(caller(device=device), admin).status_code == 429
    assert login(caller(device=device), namesake).status_code == 429
    assert login(caller(device=device), other).status_code == 200


def test_a_device_remembers_a_few_accounts_and_those_of_late(tenant):
    users = UserFactory.create_batch(6, tenant=tenant)
    device = Device()
    for user in users:
        device = device.signed_in(user)
    device = Device.of(device.signed_in(users[1]).token())

    known = [device.knows(tenant=tenant, email=user.email) for user in users]

    assert known == [False, True, True, True, True, True]


def spoilt(token: str) -> dict[str, str]:
    data, moment, signature = token.split(":")
    loads = {"id": "x", "accounts": {}}
    return {
        "nothing": "",
        "another text": "x",
        "another signature": f"{data}:{moment}:{signature[::-1]}",
        "other data": f"{data[:-2]}AA:{moment}:{signature}",
        "signed for something else": signing.dumps(loads, salt="accounts.sso.pending_login"),
        "signed by somebody else": signing.dumps(loads, key="x" * 50, salt="accounts.devices"),
        "odd characters": "\xe9\xff::",
        "very long": "x" * 60_000,
    }


@pytest.mark.parametrize("how", spoilt("a:b:c"))
def test_a_device_token_that_is_not_ours_counts_as_none(how, admin):
    token = spoilt(device_of(admin))[how]
    hammer(admin, CAMPUS)

    assert login(caller(device=token), admin).status_code == 429
    browser = Client()
    browser.cookies[active.DEVICE_COOKIE_NAME] = token.encode("ascii", "ignore").decode()
    assert page(admin, browser=browser).status_code == 429


def test_a_device_is_forgotten_with_the_password_and_after_a_year(clock, admin):
    old = device_of(admin)
    change_password(
        actor=admin, sign_in_id=None, current_password=PASSWORD, new_password="a fine new phrase"
    )
    admin.refresh_from_db()
    assert not Device.of(old).knows(tenant=admin.tenant, email=admin.email)
    new = login(caller(device=old), admin, "a fine new phrase")[DEVICE]
    assert Device.of(new).knows(tenant=admin.tenant, email=admin.email)
    assert Device.of(new).id == Device.of(old).id

    clock.shift(timedelta(seconds=LIFETIME + 1))

    assert not Device.of(new).is_known


def test_a_token_of_a_device_tells_nothing_about_the_account(admin):
    read = signing.b64_decode(device_of(admin).partition(":")[0].encode()).decode()

    assert admin.email not in read
    assert admin.password not in read
    assert admin.password.rpartition("$")[2] not in read


def test_the_cookie_is_for_this_browser_and_our_pages_alone(admin):
    cookie = page(admin).cookies[active.DEVICE_COOKIE_NAME]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert (cookie["domain"], cookie["max-age"]) == ("", LIFETIME)
    with override_settings(SESSION_COOKIE_SECURE=True, DEVICE_COOKIE_NAME="__Host-device"):
        assert page(admin).cookies["__Host-device"]["secure"]


def test_a_wrong_password_makes_no_device_known(admin):
    assert DEVICE not in login(caller(), admin, "wrong")
    assert active.DEVICE_COOKIE_NAME not in page(admin, "wrong").cookies


# A campus -----------------------------------------------------------------------------------------


@pytest.mark.drill
def test_a_campus_behind_one_address_is_not_stopped(clock, tenant):
    people = FacultyFactory.create_batch(300, tenant=tenant)
    careless, patient = people[:50], people[50:]
    for user in people:
        assert login(caller(), user, "wrong").status_code == 401
    for user in careless:
        assert [login(caller(), user, "wrong").status_code for _ in range(3)] == [401, 401, 429]

    clock.shift(timedelta(seconds=2))

    assert {login(caller(), user).status_code for user in patient} == {200}
    assert {page(user).status_code for user in careless} == {302}
    # Whoever signed in takes their mistakes along.
    assert set(RateCounter.objects.filter(key__startswith="login-address").values_list("hits")) == {
        (0,)
    }


def test_an_account_under_attack_costs_its_campus_ten_tries(clock, admin, tenant, settings):
    settings.LOGIN_LIMIT_PER_ADDRESS = (11, 900)
    for _ in range(9):
        for _ in range(30):
            login(caller(), admin, "wrong")
        clock.shift(timedelta(seconds=64))

    assert login(caller(), UserFactory(tenant=tenant)).status_code == 200


def test_guesses_from_elsewhere_keep_nobody_out(admin):
    hammer(admin, *(f"203.0.113.{last}" for last in range(1, 9)))

    assert login(caller(), admin).status_code == 200
    assert page(admin).status_code == 302


def test_a_guess_that_an_address_may_not_make_costs_its_account_nothing(clock, tenant, settings):
    settings.LOGIN_LIMIT_PER_ADDRESS = (2, 100)
    settings.LOGIN_LIMIT_PER_ACCOUNT = (2, 900)
    user = UserFactory(tenant=tenant)
    for guess in "ab":
        login(caller(), user, email=f"{guess}@miva.university")
    assert [login(caller(), user).status_code for _ in range(5)] == [429] * 5

    clock.shift(timedelta(seconds=100))

    assert login(caller(), user).status_code == 200


@pytest.mark.django_db(transaction=True)
@pytest.mark.system
def test_two_worker_processes_share_what_was_counted(tenant):
    user = UserFactory(tenant=tenant)
    headers = {"Content-Type": "application/json"}

    def sign_in(connection: HTTPConnection, password: str) -> HTTPResponse:
        body = {"email": user.email, "password": password, "tenant_slug": tenant.slug}
        connection.request("POST", LOGIN, json.dumps(body), headers)
        answer = connection.getresponse()
        answer.read()
        return answer

    with running_server() as server, server.connections_to_each_worker() as connections:
        assert len(connections) == 2
        headers[DEVICE] = sign_in(connections[0], PASSWORD).headers[DEVICE]
        codes = [sign_in(connections[n % 2], "wrong").status for n in range(12)]

    assert codes == [401] * 10 + [429] * 2


@pytest.mark.parametrize(
    ("limit", "refused"),
    [
        ("login-pause", lambda user: [login(caller(), user, "wrong") for _ in range(4)]),
        ("login-device", lambda user: tries_of_a_device(user, 11)),
    ],
)
def test_figures_tell_of_refusals(limit, refused, clock, admin, monkeypatch):
    counted = []
    monkeypatch.setattr(metrics, "count_refusal", counted.append)

    assert refused(admin)[-1].status_code == 429

    assert counted == [limit]


def tries_of_a_device(user, times: int) -> list:
    device = device_of(user)
    return [login(caller(device=device), user, "wrong") for _ in range(times)]
