"""Any byte in a cookie, path, parameter, field or text gets an answer, never a fault of ours."""

from functools import cache
from itertools import product
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import DataError
from django.test import Client
from django.urls import reverse
from drf_spectacular.generators import SchemaGenerator

from accounts.views.sign_in import OrganisationPage
from tests.clients import ApiClient, OperatorClient
from tests.contract.pages import PAGES, Page
from tests.contract.routes import ROUTES, Route
from tests.contract.test_permissions import who_may_call
from tests.factories import SuperAdminFactory

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

# As they stand in an address: NULs, no UTF-8, half surrogates, control characters, too much.
ODD = ["%00", "a%00b", "%ff", "%ed%a0%80", "%c0%80", "%01%1f%7f%c2%85", "%F4%90%80%80", "x" * 5_000]

# What dates, numbers and ids of the database do not reach.
OUT_OF_RANGE = [
    *("0000-01-01", "10000-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00"),
    *("0001-01-01T00:00:00+14:00", "9" * 30, "-9" * 20, "1e400", "NaN", "\u0660"),
]

PARAMETERS = (
    *("search", "status", "programme", "programme_id", "role", "role_id", "user_id", "limit"),
    *("skip", "sort_by", "sort_order", "include_inactive", "start_date", "end_date", "as_of"),
    *("case_study_id", "state", "event_type", "actor_id", "target_id", "format", "lang"),
    *("module", "legacy_role", "transaction_type", "tenant_id", "grade", "ticket", "next"),
    *("code_challenge", "code_challenge_method", "exclude", "q", "p", "o"),
)

BAD_JSON = ('"\\u0000"', '"\\ud800"', "1e400", "1" * 30, '"0000-00-00"', f'"{"x" * 5_000}"')

COOKIES = (
    *("organisation", "__Host-organisation", "messages", "device", "sso-x", "anything"),
    *(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME),
)
CRUMBLED = [
    '"aaaaaaaa\\000bbbbbbbb"',
    '"a\\000b"',
    '"\\000"',
    '"\\001\\037"',
    '"\\377"',
    "x" * 5_000,
    '"',
    "\\",
    "=;=",
    "é",
]


def fits(answer) -> bool:
    if answer.streaming:
        b"".join(answer)  # to its end, as a browser reads it: then its file is closed
    return answer.status_code < 500


@cache
def paths() -> dict:
    """Return all that the OpenAPI document tells of routes."""
    return SchemaGenerator().get_schema(request=None, public=True)["paths"]


def documented(route: Route) -> set[str]:
    """Return its query parameters in the OpenAPI document; where it is not told of, all of ours."""
    if route.path not in paths():
        return set(PARAMETERS)
    told = paths()[route.path]["get"].get("parameters", [])
    return {one["name"] for one in told if one["in"] == "query"}


@pytest.mark.parametrize("route", [one for one in ROUTES if one.method == "GET"], ids=str)
def test_parameters_of_the_api(route: Route, tenant):
    client, url = who_may_call(route, tenant), route.url(tenant)
    start = url + ("&" if "?" in url else "?")
    unread = sorted(set(PARAMETERS) - documented(route))

    for value in [*ODD, *map(quote, OUT_OF_RANGE)]:
        whole = client.get(start + "&".join(f"{name}={value}" for name in PARAMETERS))
        assert fits(whole), value
    for value in ("%00", "10000-01-01T00:00:00Z", "%ff"):
        for name in documented(route):
            assert fits(client.get(f"{start}{name}={value}")), (name, value)
        # Nobody looks at these, so that one cannot hide what another one does.
        ignored = client.get(start + "&".join(f"{name}={value}" for name in unread))
        assert fits(ignored), value
        if value != "%00":
            assert ignored.status_code == client.get(url).status_code, value


@pytest.mark.parametrize("route", [one for one in ROUTES if "{" in one.path], ids=str)
def test_paths_of_the_api(route: Route, tenant):
    client, rows = who_may_call(route, tenant), route.rows(tenant)
    for name in [one for one in rows if f"{{{one}}}" in route.path]:
        for value in [*ODD, "..%2f", "%2e%2e"]:
            url = route.path.format(**rows | {name: value})
            answer = client.generic(route.method, url, content_type="application/json")
            assert fits(answer), url


@pytest.mark.parametrize("route", [one for one in ROUTES if one.method in {"POST", "PUT", "PATCH"}])
def test_texts_in_bodies(route: Route, tenant):
    client, rows = who_may_call(route, tenant), route.rows(tenant)
    good = route.body(rows)
    for bad in (
        '"\\u0000"',
        '"\\ud800"',
        "1e400",
        "1" * 30,
        '"0000-00-00"',
        '"%s"' % ("x" * 5_000),
    ):
        names = list(good) or ["email", "name", "code", "token", "title", "refresh_token"]
        for name in names:
            body = "{" + f'"{name}": {bad}' + "}"
            answer = client.generic(
                route.method, route.address(rows), body, content_type="application/json"
            )
            assert fits(answer), body


@pytest.mark.parametrize("path", ["/", "/sign-in", "/sign-out", "/admin/", "/v1/users/me"])
def test_cookies(path):
    for name, value in product(COOKIES, CRUMBLED):
        client = Client()
        answer = client.get(path, HTTP_COOKIE=f"{name}={value}")

        assert fits(answer), (name, value)
        # As without it: nobody is kept out by what somebody put into their browser.
        assert answer.status_code == client.get(path).status_code, (name, value)


@pytest.mark.parametrize(
    "path",
    ["/{}", "/sign-in/{}", "/invitations/{}", "/admin/{}/", "/static/{}", "/sign-in?next={}"],
)
def test_addresses_of_pages(path):
    for value in ODD:
        answer = Client().get(path.format(value))

        assert fits(answer), value
        if "%00" in value:
            # The admin asks strangers to sign in, and leads everybody else back
            # (test_addresses.py).
            statuses = {"/admin/{}/": 302, "/sign-in?next={}": 400}
            assert answer.status_code == statuses.get(path, 404), value


def test_what_cannot_be_read_is_answered_with_a_page_that_leads_on(client):
    answer = client.get("/sign-in?next=%00")

    assert answer.status_code == 400
    assert "<h1>That could not be read</h1>" in answer.text
    assert answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("page", [one for one in PAGES if one.row is None], ids=str)
def test_parameters_of_the_panels_pages(page: Page, tenant):
    client = OperatorClient(SuperAdminFactory(tenant=tenant))
    for value in ODD:
        for name in ("q", "p", "o", "all", "e", "status", "anything"):
            assert fits(client.get(f"{page.url()}?{name}={value}")), (name, value)


@pytest.mark.parametrize("value", ["\0", "a\0b", "\ufffe", "x" * 50_000, "\x1b[31m"])
def test_fields_of_forms(value, client, tenant):
    operator = OperatorClient(SuperAdminFactory(tenant=tenant))
    sign_in = reverse("sign-in", args=[tenant.slug])
    assert fits(client.post("/sign-in", {"organisation": value}))
    assert fits(client.post(sign_in, {"email": value, "password": value}))
    assert fits(client.post("/sign-in", {value[:90]: value}))
    for model in ("accounts_user", "programmes_programme", "students_student"):
        changelist = reverse(f"admin:{model}_changelist")
        asked = {"action": value, "_selected_action": value, "select_across": value}
        assert fits(operator.post(changelist, asked))
        add = reverse(f"admin:{model}_add")
        assert fits(operator.post(add, dict.fromkeys(("name", "email", "code", "role"), value)))


def test_a_page_that_the_database_refuses_a_value_of_is_a_bad_request(tenant, monkeypatch):
    def refuse(*args):
        raise DataError

    monkeypatch.setattr(OrganisationPage, "get", refuse)
    assert ApiClient().get("/sign-in").status_code == 400
