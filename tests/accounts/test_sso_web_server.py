"""Sign-ins at CAS servers with a web server of its own: long tickets, and a server that hangs."""

import base64
import json
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from itertools import cycle
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from accounts.models import BrowserSession, SSOLogin
from tests.accounts.cas import Browser, callback_url, configure, logout_request, success
from tests.clients import ApiClient, login
from tests.factories import StudentFactory, TenantFactory, UserFactory
from tests.servers import RunningServer, running_server
from tests.sites import silent_server
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system, pytest.mark.drill]

JOURNEYS = 20

# Processes of the running server, and the calls that each may make: a quarter of its four threads.
WORKERS, CALLS = 2, 1


def get(server: RunningServer, path: str, **headers: str):
    """Return the status, the headers and the body of an answer."""
    with closing(server.connect()) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


def set_out(server: RunningServer, slug: str) -> tuple[str, str, str]:
    """Begin to sign in; return the cookie, and the way back as a path and as a service."""
    _, headers, _ = get(server, f"/v1/auth/sso/{slug}/login")
    (service,) = parse_qs(urlsplit(headers["Location"]).query)["service"]
    back = urlsplit(service)
    return headers["Set-Cookie"].partition(";")[0], f"{back.path}?{back.query}", service


def come_back(server: RunningServer, slug: str) -> int:
    """Begin to sign in, and come back with a ticket; return the status of the answer."""
    cookie, address, _ = set_out(server, slug)
    status, _, _ = get(server, f"{address}&ticket=ST-1", Cookie=cookie)
    return status


def test_the_longest_ticket_passes_the_web_server(tenant, cas):
    user = UserFactory(tenant=tenant)
    ticket = "ST-" + "+/=~" * 511 + "x"
    configure(tenant, cas.url)
    with running_server() as server:
        cookie, address, service = set_out(server, tenant.slug)
        cas.issue(service, success(email=user.email), ticket)
        written = "".join(f"%{ord(letter):02X}" for letter in ticket)
        status, headers, _ = get(server, f"{address}&ticket={written}", Cookie=cookie)
        document = zlib.compress(logout_request(ticket).encode(), level=0)
        message = quote(base64.b64encode(document), safe="")
        gone, _, _ = get(server, f"{address}&logoutRequest={message}")

    assert (status, headers["Location"]) == (302, "/")
    assert gone == 200
    assert SSOLogin.objects.get().ended_at is not None


@pytest.mark.parametrize(("padding", "status"), [(0, 200), (13_000, 200), (20_000, 400)])
def test_a_logout_request_may_come_in_chunks(tenant, cas, padding, status):
    user = UserFactory(tenant=tenant)
    configure(tenant, cas.url)
    browser = Browser()
    browser.sign_in(cas, user)
    document = (logout_request(browser.ticket) + " " * padding).encode()
    pieces = (document[n : n + 1000] for n in range(0, len(document), 1000))
    with running_server() as server, closing(server.connect()) as connection:
        headers = {"Content-Type": "text/xml"}
        path = callback_url(tenant)
        connection.request("POST", path, pieces, headers, encode_chunked=True)
        answered = connection.getresponse().status

    assert answered == status
    assert BrowserSession.objects.exists() == (status == 400)


def test_twenty_journeys_at_three_silent_servers_leave_the_list_of_students_alone(tenant):
    user = UserFactory(tenant=tenant)
    StudentFactory.create_batch(3, tenant=tenant)
    token = login(ApiClient(), user).json()["data"]["access_token"]
    tenants = [tenant, TenantFactory(), TenantFactory()]
    answered: list[int] = []

    def browse(slug: str) -> None:
        answered.append(come_back(server, slug))

    with (
        running_server() as server,
        ExitStack() as opened,
        ThreadPoolExecutor(JOURNEYS) as browsers,
    ):
        servers = [opened.enter_context(silent_server()) for _ in tenants]
        for one, silent in zip(tenants, servers, strict=True):
            configure(one, silent.url)

        def held() -> int:
            return sum(len(silent.held) for silent in servers)

        for _, one in zip(range(JOURNEYS), cycle(tenants), strict=False):
            browsers.submit(browse, one.slug)
        # All but those whose calls are held were sent to come again.
        eventually(lambda: held() + len(answered) == JOURNEYS)
        lists = [
            get(server, "/v1/console/students", Authorization=f"Bearer {token}") for _ in range(30)
        ]
        called = held()
        sent_away = list(answered)

    assert [status for status, _, _ in lists] == [200] * 30
    assert {len(json.loads(body)["data"]) for _, _, body in lists} == {3}
    assert 1 <= called <= WORKERS * CALLS
    assert sent_away == [503] * (JOURNEYS - called)
    # Those that were held ended at the deadline.
    assert sorted(answered)[:called] == [403] * called
