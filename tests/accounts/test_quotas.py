"""How often the API may be asked: limits that all worker processes share (contract §1.4)."""

import json
import re
from datetime import UTC, datetime, timedelta
from itertools import cycle
from unittest.mock import ANY

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import RateCounter
from accounts.throttling import consume, quotas
from config.context import RequestContext, enter_request, leave_request
from config.errors import RateLimited
from tests.clients import ApiClient, ServiceClient, login
from tests.factories import StudentFactory, TenantFactory, UserFactory
from tests.servers import running_server
from tests.threads import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_limits")]

NOW = datetime(2026, 6, 4, 12, tzinfo=UTC)
ME = "/v1/users/me"
STUDENTS = "/v1/console/students"


def consumed(**who: str) -> bool:
    """Take a token of a quota; say whether there was one."""
    try:
        consume(**who)
    except RateLimited:
        return False
    return True


# Quotas -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("quota", [1, 2, 49, 50, 51, 120, 1200])
def test_a_limit_gives_out_exactly_its_quota(settings, quota):
    settings.RATE_LIMITS = {"account": (quota, 60)}

    with time_machine.travel(NOW, tick=False):
        given = sum(consumed(account="ada") for _ in range(quota + 30))

    assert given == quota


def test_a_new_window_begins_when_the_former_has_ended(settings):
    settings.RATE_LIMITS = {"account": (2, 60)}

    with time_machine.travel(NOW, tick=False) as clock:
        assert [consumed(account="ada") for _ in range(3)] == [True, True, False]
        clock.shift(59)
        assert not consumed(account="ada")
        clock.shift(1)
        assert [consumed(account="ada") for _ in range(3)] == [True, True, False]


def test_refusal_says_when_to_come_back(settings):
    settings.RATE_LIMITS = {"account": (1, 60)}

    with time_machine.travel(NOW, tick=False) as clock:
        consume(account="ada")
        clock.shift(17.5)
        with pytest.raises(RateLimited) as refusal:
            consume(account="ada")

    assert refusal.value.retry_after == 43


def test_a_clock_that_is_set_back_locks_nobody_out(settings):
    settings.RATE_LIMITS = {"account": (1, 60)}
    with time_machine.travel(NOW, tick=False):
        assert [consumed(account="ada") for _ in range(2)] == [True, False]

    with time_machine.travel(NOW - timedelta(hours=1), tick=False):
        assert [consumed(account="ada") for _ in range(2)] == [True, False]
        quotas.forget_all()  # another process thinks so too
        assert not consumed(account="ada")


def test_clocks_that_are_a_little_apart_count_together(settings):
    settings.RATE_LIMITS = {"account": (2, 60)}
    with time_machine.travel(NOW, tick=False):
        consume(account="ada")
    quotas.forget_all()

    with time_machine.travel(NOW - timedelta(seconds=5), tick=False):
        assert [consumed(account="ada") for _ in range(2)] == [True, False]


def test_everybody_has_a_limit_of_their_own(settings):
    settings.RATE_LIMITS = {"account": (1, 60)}

    assert [consumed(account=who) for who in ("ada", "grace", "ada")] == [True, True, False]


def test_who_is_refused_by_one_limit_spends_nothing_of_the_other(settings):
    settings.RATE_LIMITS = {"tenant": (3, 60), "account": (1, 60)}

    given = [consumed(tenant="t", account=who) for who in ("ada", "ada", "ada", "grace", "alan")]

    assert given == [True, False, False, True, True]
    assert not consumed(tenant="t", account="edsger")


def test_most_requests_cost_no_statement(settings):
    settings.RATE_LIMITS = {"tenant": (12_000, 60), "account": (1200, 60)}

    with CaptureQueriesContext(connection) as first:
        consume(tenant="t", account="ada")
    with CaptureQueriesContext(connection) as others:
        for _ in range(23):
            consume(tenant="t", account="ada")

    assert (len(first), len(others)) == (1, 0)


def test_who_is_refused_costs_no_statement_until_the_window_ends(settings):
    settings.RATE_LIMITS = {"account": (1, 60)}
    with time_machine.travel(NOW, tick=False):
        consume(account="ada")

        with CaptureQueriesContext(connection) as queries:
            assert not any(consumed(account="ada") for _ in range(5))

    assert len(queries) == 0


def test_limits_that_are_switched_off_cost_nothing():
    with CaptureQueriesContext(connection) as queries:
        consume(account="ada", tenant="t")

    assert (len(queries), RateCounter.objects.count()) == (0, 0)


def test_windows_that_have_ended_are_forgotten(settings, monkeypatch):
    monkeypatch.setattr(quotas, "_MANY", 5)
    settings.RATE_LIMITS = {"account": (10, 60)}
    with time_machine.travel(NOW, tick=False):
        for number in range(6):
            consume(account=f"user {number}")
    with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
        consume(account="ada")

    assert list(quotas._buckets) == [("account", "ada")]


@pytest.mark.django_db(transaction=True)
def test_parallel_requests_get_exactly_the_quota(settings):
    settings.RATE_LIMITS = {"tenant": (200, 60), "account": (150, 60)}

    given = at_once(lambda n: sum(consumed(tenant="t", account="ada") for _ in range(40)), 8)

    assert sum(given) == 150


def test_request_knows_what_is_left(settings):
    settings.RATE_LIMITS = {"account": (100, 60)}
    context = RequestContext()
    token = enter_request(context)
    try:
        with time_machine.travel(NOW, tick=False) as clock:
            consume(account="ada")
            clock.shift(10.5)
            consume(account="ada")
    finally:
        leave_request(token)

    assert context.limits == {"account": (100, 60, 98, 50)}


# The API ----------------------------------------------------------------------------------------


def told(answer) -> tuple[str, str]:
    return answer["RateLimit-Policy"], re.sub(r"t=\d+", "t=…", answer["RateLimit"])


def test_answers_tell_what_is_left(settings, api):
    settings.RATE_LIMITS = {"tenant": (12_000, 60), "account": (1200, 60)}

    api.get(ME)
    answer = api.get(ME)

    assert told(answer) == (
        '"tenant";q=12000;w=60, "account";q=1200;w=60',
        '"tenant";r=11998;t=…, "account";r=1198;t=…',
    )


def test_without_limits_answers_tell_nothing(api):
    answer = api.get(ME)

    assert not {"ratelimit", "ratelimit-policy"} & {name.lower() for name in answer.headers}


def test_account_that_asks_too_often_is_refused_and_others_are_not(settings, admin, api):
    settings.RATE_LIMITS = {"tenant": (100, 60), "account": (2, 60)}

    answers = [api.get(ME) for _ in range(3)]
    other = ApiClient(UserFactory(tenant=admin.tenant)).get(ME)

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    refusal = answers[2]
    assert refusal.json() == {
        "success": False,
        "error": "Too many requests; try again in a minute.",
        "code": "RATE_LIMITED",
        "details": {"retry_after": ANY},
    }
    assert 0 < int(refusal["Retry-After"]) <= 60
    assert refusal["Retry-After"] == str(refusal.json()["details"]["retry_after"])
    assert told(refusal)[1].endswith('"account";r=0;t=…')
    assert other.status_code == 200


def test_accounts_of_a_tenant_share_the_tenants_limit(settings, tenant):
    settings.RATE_LIMITS = {"tenant": (2, 60)}
    clients = [ApiClient(UserFactory(tenant=tenant)) for _ in range(3)]

    assert [client.get(ME).status_code for client in clients] == [200, 200, 429]
    assert ApiClient(UserFactory(tenant=TenantFactory())).get(ME).status_code == 200


def test_who_asks_too_often_is_refused_before_rights_are_judged(settings):
    settings.RATE_LIMITS = {"account": (1, 60)}
    client = ApiClient(StudentFactory())

    assert [client.get(STUDENTS).status_code for _ in range(2)] == [403, 429]


def test_a_service_key_has_a_limit_of_its_own(settings, tenant):
    settings.RATE_LIMITS = {"service_key": (1, 60), "tenant": (1, 60)}
    session = "/v1/ingest/sessions/" + "a" * 24
    first, second = ServiceClient(tenant), ServiceClient(tenant)

    codes = [client.put(session).status_code for client in (first, first, second)]

    assert codes == [422, 429, 422]


@pytest.mark.parametrize(
    "authorization", ["Bearer nonsense.of.mine", "Api-Key abcdefgh." + "x" * 32]
)
def test_who_guesses_credentials_is_counted_by_address(settings, db, authorization):
    settings.RATE_LIMITS = {"address": (2, 60)}
    path = ME if "Bearer" in authorization else "/v1/ingest/sessions/" + "a" * 24
    client = ApiClient(REMOTE_ADDR="192.0.2.7", HTTP_AUTHORIZATION=authorization)
    neighbour = ApiClient(REMOTE_ADDR="192.0.2.8", HTTP_AUTHORIZATION=authorization)
    ask = "get" if path == ME else "put"

    assert [getattr(client, ask)(path).status_code for _ in range(3)] == [401, 401, 429]
    assert getattr(neighbour, ask)(path).status_code == 401


def test_what_needs_no_token_is_counted_by_address(settings, anonymous):
    settings.RATE_LIMITS = {"address": (2, 60)}
    body = {"refresh_token": "x"}

    codes = [anonymous.post("/v1/auth/refresh", body).status_code for _ in range(3)]

    assert codes == [401, 401, 429]
    assert anonymous.get("/v1/schema").status_code == 429


@pytest.mark.parametrize(
    ("method", "path", "limit"),
    [
        ("get", "/v1/console/students/export", "export"),
        ("get", "/v1/console/student-performance/export", "export"),
        ("post", "/v1/console/attempts/grant/bulk", "bulk"),
        ("post", "/v1/console/attempts/revoke/bulk", "bulk"),
        ("post", "/v1/console/users", "invite"),
        ("post", f"/v1/console/users/{'a' * 24}/resend-invite", "invite"),
    ],
)
def test_what_is_costly_has_a_limit_on_top(settings, api, method, path, limit):
    settings.RATE_LIMITS = {"account": (100, 60), limit: (1, 60)}

    first, second = (getattr(api, method)(path) for _ in range(2))

    assert first.status_code != 429
    assert second.status_code == 429
    assert told(second)[1] == f'"account";r=98;t=…, "{limit}";r=0;t=…'
    assert api.get(ME).status_code == 200


def test_bulk_reports_have_a_limit_on_top(settings, tenant):
    settings.RATE_LIMITS = {"bulk": (1, 60)}
    client = ServiceClient(tenant)

    codes = [client.post("/v1/ingest/sessions/bulk").status_code for _ in range(2)]

    assert codes == [422, 429]


def test_what_somebody_may_not_do_is_not_counted_for_it(settings):
    settings.RATE_LIMITS = {"export": (1, 60)}
    client = ApiClient(StudentFactory())

    assert [client.get(f"{STUDENTS}/export").status_code for _ in range(2)] == [403, 403]


def test_sign_ins_tell_of_their_own_limits(settings, anonymous, admin):
    settings.LOGIN_LIMIT_PER_ACCOUNT = (2, 900)
    settings.LOGIN_LIMIT_PER_ADDRESS = (100, 900)

    wrong = login(anonymous, admin, "wrong")
    right = login(anonymous, admin)

    assert told(wrong) == (
        '"login-address";q=100;w=900, "login-account";q=2;w=900',
        '"login-address";r=99;t=…, "login-account";r=1;t=…',
    )
    # A right password is forgiven all that went before.
    assert "RateLimit" not in right.headers

    login(anonymous, admin, "wrong")
    login(anonymous, admin, "wrong")
    refused = login(anonymous, admin)

    assert refused.status_code == 429
    assert '"login-account";r=0' in refused["RateLimit"]
    assert int(refused["Retry-After"]) <= 900


@pytest.mark.django_db(transaction=True)
@pytest.mark.direct  # what it sets for its session plays a server that only reads
def test_a_read_only_database_is_read_without_limits(settings, api):
    settings.RATE_LIMITS = {"account": (1, 60)}
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    try:
        answers = [api.get(ME) for _ in range(3)]
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = off")

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert "RateLimit" not in answers[0].headers


# Two processes ----------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.system
def test_two_worker_processes_share_one_limit(admin):
    token = ApiClient(admin).tokens.access_token
    limits = {"RATE_LIMITS": "true", "RATE_LIMIT_ACCOUNT": "130/600", "RATE_LIMIT_TENANT": "0"}
    with running_server(**limits) as server, server.connections_to_each_worker() as workers:
        assert len(workers) == 2
        codes = []
        for worker in cycle(workers):
            worker.request("GET", ME, headers={"Authorization": f"Bearer {token}"})
            answer = worker.getresponse()
            body = json.loads(answer.read())
            codes.append(answer.status)
            if codes[-10:] == [429] * 10:
                break

    assert codes.count(200) == 130
    assert set(codes) == {200, 429}
    assert body["code"] == "RATE_LIMITED"
