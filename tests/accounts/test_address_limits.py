"""Requests of somebody unknown are counted for their address, once, before they cost a query."""

from unittest.mock import Mock

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from accounts.models import RateCounter
from tests.contract.routes import ROUTES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_limits")]

ORIGIN = {"Origin": "https://pages.example"}
LIMIT = (2, 60)

# What nobody is counted for by somebody else: credentials that no view of the route judges.
NO_CREDENTIALS = [
    {},
    {"Authorization": ""},
    {"Authorization": "Bearer"},
    {"Authorization": "Basic dXNlcjpwYXNz"},
    {"Authorization": "Nonsense abc"},
]
ODD_PATHS = ["/v1/", "/v1", "/v1/nothing", "/v1/users/me/", "/v1/auth/sso/x/logout", "/v1//x"]


@pytest.fixture
def limited(own_limits, settings):
    settings.RATE_LIMITS = {
        **dict.fromkeys(("address", "preflight"), LIMIT),
        **dict.fromkeys(("account", "tenant"), (1000, 60)),
    }


def ask(client, method, path, headers):
    return client.generic(method, path, headers=headers, content_type="application/json")


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_every_route_counts_who_shows_no_credentials(route, tenant, anonymous):
    url = route.url(tenant)
    headers = ORIGIN

    answers = [ask(anonymous, route.method, url, headers) for _ in range(2)]
    with CaptureQueriesContext(connection) as queries:
        refused = ask(anonymous, route.method, url, headers)

    assert 429 not in [answer.status_code for answer in answers]
    # Once each, and not twice.
    assert ['"address";r=1' in answers[0]["RateLimit"], '"address";r=0' in answers[1]["RateLimit"]]
    assert (refused.status_code, refused.json()["code"]) == (429, "RATE_LIMITED")
    assert 0 < int(refused["Retry-After"]) <= 60
    assert refused["Access-Control-Allow-Origin"] == ORIGIN["Origin"]
    assert "retry-after" in refused["Access-Control-Expose-Headers"]
    assert list(queries) == []


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize("headers", NO_CREDENTIALS, ids=str)
@pytest.mark.parametrize("path", ["/v1/users/me", "/v1/ingest/sessions/" + "a" * 24])
def test_credentials_that_no_view_judges_are_none(path, headers, anonymous):
    codes = [ask(anonymous, "PUT", path, headers).status_code for _ in range(3)]

    assert codes == [401, 401, 429]


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize("token", [None, "Bearer a.b.c", "Api-Key abcdefgh.ijk"])
@pytest.mark.parametrize("path", ODD_PATHS)
def test_addresses_that_nobody_answers_are_counted(path, token, method, anonymous):
    headers = ORIGIN | ({"Authorization": token} if token else {})
    headers |= {"Access-Control-Request-Method": "GET"}

    codes = [ask(anonymous, method, path, headers).status_code for _ in range(3)]
    with CaptureQueriesContext(connection) as queries:
        codes.append(ask(anonymous, method, path, headers).status_code)

    assert 429 not in codes[:2]
    assert codes[2:] == [429, 429]
    assert list(queries) == []


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize("token", [None, "Bearer a.b.c", "Bearer"])
def test_preflights_are_counted_apart_whatever_they_show(token, anonymous):
    headers = ORIGIN | {"Access-Control-Request-Method": "GET"}
    headers |= {"Authorization": token} if token else {}

    answers = [ask(anonymous, "OPTIONS", "/v1/users/me", headers) for _ in range(2)]
    with CaptureQueriesContext(connection) as queries:
        refused = ask(anonymous, "OPTIONS", "/v1/users/me", headers)

    assert [answer.status_code for answer in answers] == [200, 200]
    assert '"preflight";r=0' in answers[1]["RateLimit"]
    assert (refused.status_code, list(queries)) == (429, [])
    # A campus whose browsers asked a lot may still sign in.
    assert ask(anonymous, "POST", "/v1/auth/login", ORIGIN).status_code == 422


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize("authorization", ["Bearer nonsense.of.mine", "Bearer a b"])
def test_credentials_that_are_refused_are_counted_once(authorization, anonymous):
    headers = ORIGIN | {"Authorization": authorization}

    answers = [ask(anonymous, "GET", "/v1/users/me", headers) for _ in range(2)]
    with CaptureQueriesContext(connection) as queries:
        refused = ask(anonymous, "GET", "/v1/users/me", headers)

    assert [answer.status_code for answer in answers] == [401, 401]
    assert ['"address";r=1' in answers[0]["RateLimit"], '"address";r=0' in answers[1]["RateLimit"]]
    assert refused.status_code == 429
    assert refused["Access-Control-Allow-Origin"] == ORIGIN["Origin"]
    assert list(queries) == []


def test_who_is_known_is_not_counted_for_the_address(settings, api):
    settings.RATE_LIMITS = {"address": (1, 60), "account": (100, 60)}

    assert [api.get("/v1/users/me").status_code for _ in range(3)] == [200, 200, 200]


def test_quotas_cost_one_statement_for_many_requests(settings, anonymous):
    settings.RATE_LIMITS = {"address": (1000, 60)}
    with CaptureQueriesContext(connection) as queries:
        for _ in range(20):
            assert anonymous.get("/v1/nothing", headers=ORIGIN).status_code == 404

    counting = [one for one in queries if "accounts_ratecounter" in one["sql"]]
    assert len(counting) == 1


def test_without_the_database_the_answer_says_so(settings, anonymous, monkeypatch):
    settings.RATE_LIMITS = {"address": LIMIT}
    away = OperationalError("the connection is lost")
    monkeypatch.setattr(RateCounter.objects, "hit_many", Mock(side_effect=away))

    answer = ask(anonymous, "GET", "/v1/nothing", {})

    assert (answer.status_code, answer.json()["code"]) == (503, "INTERNAL_ERROR")
    assert int(answer["Retry-After"]) > 0


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("PUT", f"/v1/ingest/sessions/{'a' * 24}", {"Authorization": "Api-Key\tx"}, 401),
        ("GET", "/v1/users/me", {"Authorization": "Bearer x", "Host": "evil.example"}, 400),
    ],
)
def test_credentials_that_nobody_came_to_judge_are_counted(
    method, path, headers, status, anonymous
):
    codes = [ask(anonymous, method, path, headers | ORIGIN).status_code for _ in range(3)]
    with CaptureQueriesContext(connection) as queries:
        codes.append(ask(anonymous, method, path, headers | ORIGIN).status_code)

    assert codes == [status, status, 429, 429]
    assert list(queries) == []
