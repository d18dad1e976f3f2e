"""Pages of two tenants against the running server, asked by hand and by a real browser."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import quote

import pytest
from playwright.sync_api import Error, Page

from tenants.models import AllowedOrigin, Tenant
from tests.clients import ApiClient
from tests.factories import PASSWORD, SuperAdminFactory, TenantFactory, UserFactory
from tests.servers import RunningServer, running_server
from tests.sites import site

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

READABLE = "Access-Control-Allow-Origin"
ME = "/v1/users/me"
LOGIN = "/v1/auth/login"


@dataclass
class University:
    """A tenant with its web site, and somebody who signs in there."""

    tenant: Tenant
    origin: str
    login: dict[str, str]


@pytest.fixture
def two() -> Iterator[tuple[University, University]]:
    """Two universities, each of which lists its own site."""
    with ExitStack() as sites:
        found = []
        for slug in ("ours", "theirs"):
            origin = sites.enter_context(site())
            tenant = TenantFactory(slug=slug)
            AllowedOrigin.objects.create(tenant=tenant, origin=origin)
            user = UserFactory(tenant=tenant, email=f"ada@{slug}.edu")
            body = {"email": user.email, "password": PASSWORD, "tenant_slug": slug}
            found.append(University(tenant, origin, body))
        yield tuple(found)


@pytest.fixture(scope="module")
def server(django_db_setup) -> Iterator[RunningServer]:
    with running_server() as running:
        yield running


# Asked by hand ------------------------------------------------------------------------------------


def ask(
    connection: HTTPConnection, method: str, path: str, body: dict | None = None, **headers: str
) -> tuple[HTTPResponse, bytes]:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    text = None if body is None else json.dumps(body)
    connection.request(method, path, text, sent | {"Content-Type": "application/json"})
    response = connection.getresponse()
    return response, response.read()


def test_preflight_and_request_of_two_tenants(server, two):
    ours, theirs = two
    connection = server.connect()
    answer, body = ask(connection, "POST", LOGIN, ours.login, Origin=ours.origin)
    assert (answer.status, answer.headers[READABLE]) == (200, ours.origin)
    token = f"Bearer {json.loads(body)['data']['access_token']}"

    for origin, readable in ((ours.origin, True), (theirs.origin, False)):
        asked, _ = ask(
            connection,
            "OPTIONS",
            ME,
            Origin=origin,
            Access_Control_Request_Method="GET",
            Access_Control_Request_Headers="authorization",
        )
        answer, _ = ask(connection, "GET", ME, Origin=origin, Authorization=token)
        # The preflight knows no caller yet; the answer does.
        assert (asked.status, asked.headers[READABLE]) == (200, origin)
        assert (answer.status, answer.headers[READABLE]) == (200, origin if readable else None)
        assert asked.headers["Vary"] == answer.headers["Vary"] == "origin"
    asked, _ = ask(
        connection, "OPTIONS", ME, Origin="http://evil.example", Access_Control_Request_Method="GET"
    )
    assert asked.headers[READABLE] is None
    connection.close()


def test_change_holds_at_the_next_request_on_every_worker(server, two):
    ours, _ = two
    super_admin = ApiClient(SuperAdminFactory(tenant=ours.tenant))
    token = f"Bearer {super_admin.tokens.access_token}"
    url = f"/v1/console/tenants/{ours.tenant.pk}/allowed-origins"

    with server.connections_to_each_worker() as workers:
        assert len(workers) == 2
        changer, _ = workers

        def readers() -> list[str | None]:
            answers = []
            for worker in workers:
                sent = {"Origin": ours.origin, "Authorization": token}
                answers.append(ask(worker, "GET", ME, **sent)[0])
                sent = {"Origin": ours.origin, "Access_Control_Request_Method": "GET"}
                answers.append(ask(worker, "OPTIONS", ME, **sent)[0])
            return [answer.headers[READABLE] for answer in answers]

        for _ in range(3):
            assert readers() == [ours.origin] * 4
            path = f"{url}/{quote(ours.origin, safe='')}"
            assert ask(changer, "DELETE", path, Authorization=token)[0].status == 200
            assert readers() == [None] * 4
            body = {"origin": ours.origin}
            assert ask(changer, "POST", url, body, Authorization=token)[0].status == 200


@pytest.mark.parametrize("keep", ["://", ":/", ""])
def test_origin_in_a_path_arrives_through_a_real_server(server, two, keep):
    ours, _ = two
    origins = ["https://app.state.edu", "http://localhost:3000", "http://[::1]:3000"]
    for origin in origins:
        AllowedOrigin.objects.create(tenant=ours.tenant, origin=origin)
    token = f"Bearer {ApiClient(SuperAdminFactory()).tokens.access_token}"
    url = f"/v1/console/tenants/{ours.tenant.pk}/allowed-origins"
    connection = server.connect()

    for origin in origins:
        path = origin.replace("://", keep) if keep else quote(origin, safe="")
        double = quote(quote(origin, safe=""), safe="")
        refused, _ = ask(connection, "DELETE", f"{url}/{double}", Authorization=token)
        removed, _ = ask(connection, "DELETE", f"{url}/{path}", Authorization=token)
        assert (refused.status, removed.status) == (404, 200)

    left = AllowedOrigin.objects.for_tenant(ours.tenant)
    assert [row.origin for row in left] == [ours.origin]
    connection.close()


# Asked by a browser -------------------------------------------------------------------------------

# What a front end does: sign in, then read and change something with the token.
FRONT_END = """
    async ([api, login]) => {
        const ask = async (path, options) => {
            try {
                const answer = await fetch(api + path, options)
                return [answer.status, await answer.json()]
            } catch (error) {
                return [error.name, null]
            }
        }
        const json = {"Content-Type": "application/json"}
        const [status, body] = await ask(
            "/v1/auth/login", {method: "POST", headers: json, body: JSON.stringify(login)}
        )
        if (status !== 200) return {login: status}
        const headers = {...json, Authorization: `Bearer ${body.data.access_token}`}
        const me = await ask("/v1/users/me", {headers})
        const students = await ask("/v1/console/students", {headers})
        const tenants = await ask("/v1/console/tenants", {headers})
        const logout = await ask("/v1/auth/logout", {method: "POST", headers, body: "{}"})
        return {
            login: status,
            me: me[1].data.email,
            students: students[0],
            tenants: tenants[1].error,
            logout: logout[0],
        }
    }
"""

# One request with a token that the page came by in some other way.
READ = """
    async ([api, token]) => {
        try {
            const answer = await fetch(api + "/v1/users/me", {
                headers: {Authorization: `Bearer ${token}`},
            })
            return (await answer.json()).data.email
        } catch (error) {
            return error.name
        }
    }
"""


def run(script: str, origin: str, *arguments: object):
    """Return what to do on a page: open the site, and run the script there."""

    def act(page: Page):
        page.goto(origin)
        return page.evaluate(script, list(arguments))

    return act


def test_a_browser_lets_each_page_read_the_answers_of_its_own_tenant(server, two, on_page):
    ours, theirs = two
    everything = {
        "login": 200,
        "me": "ada@ours.edu",
        "students": 200,
        "tenants": "Permission denied: TENANT_MANAGEMENT.can_view required",
        "logout": 200,
    }

    here = on_page(run(FRONT_END, ours.origin, server.url, ours.login))
    foreign_page = on_page(run(FRONT_END, theirs.origin, server.url, ours.login))
    with site() as unlisted:
        strange_page = on_page(run(FRONT_END, unlisted, server.url, ours.login))

    assert here == everything
    assert foreign_page == strange_page == {"login": "TypeError"}


def test_a_browser_keeps_an_answer_from_the_page_of_another_tenant(server, two, on_page):
    ours, theirs = two
    user = UserFactory(tenant=ours.tenant, email="eze@ours.edu")
    token = ApiClient(user).tokens.access_token

    assert on_page(run(READ, ours.origin, server.url, token)) == "eze@ours.edu"
    # Its preflight passes, for some tenant lists it; the answer is not for it.
    assert on_page(run(READ, theirs.origin, server.url, token)) == "TypeError"


def test_a_browser_learns_at_once_that_an_origin_was_taken_back(server, two, on_page):
    ours, _ = two
    user = UserFactory(tenant=ours.tenant, email="eze@ours.edu")
    token = ApiClient(user).tokens.access_token
    read = run(READ, ours.origin, server.url, token)
    assert on_page(read) == "eze@ours.edu"

    AllowedOrigin.objects.filter(origin=ours.origin).delete()
    assert on_page(read) == "TypeError"

    AllowedOrigin.objects.create(tenant=ours.tenant, origin=ours.origin)
    assert on_page(read) == "eze@ours.edu"


def test_a_browser_reads_nothing_outside_the_api(server, two, on_page):
    ours, _ = two
    script = "url => fetch(url).then(answer => answer.status)"

    def act(page: Page) -> str:
        page.goto(ours.origin)
        with pytest.raises(Error) as refused:
            page.evaluate(script, f"{server.url}/static/drf_spectacular_sidecar/x.css")
        return refused.value.message

    assert "TypeError: Failed to fetch" in on_page(act)
