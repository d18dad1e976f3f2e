"""Two servers behind nginx that take turns, as ``deploy`` and ``docs/operating.md`` have it."""

import json
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from django.conf import settings

from config.ids import new_id
from students.models import AttemptTransaction, Session
from tests.clients import ApiClient
from tests.config.test_settings import COMPLETE
from tests.proxy import NAME, Proxy, running_proxy
from tests.servers import (
    PATIENCE,
    RunningServer,
    database_url,
    free_port,
    running_server,
    serve,
)
from tests.students.reports import ENDED, LiveService
from tests.threads import meanwhile
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system, pytest.mark.drill]

ME = "/v1/users/me"
GRANTS = "/v1/console/attempts/grant"
BULK = "/v1/ingest/sessions/bulk"

# Of each kind, what is answered before anything happens, beside both servers, and by the new one.
SOME = 15


@contextmanager
def release(port: int, folder: Path, **environment: str) -> Iterator[RunningServer]:
    """Serve on a port as production does, with a folder for its figures as systemd gives one."""
    production = COMPLETE | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "JWT_SIGNING_KEY": settings.SECRET_KEY,
        "PUBLIC_URL": settings.PUBLIC_URL,
        "RUNTIME_DIRECTORY": str(folder / f"run-{port}"),
        "TRUSTED_PROXIES": "1",
        "WEB_WORKERS": "1",
    }
    with running_server(serve, port=port, **production | environment) as server:
        yield server


@contextmanager
def served(folder: Path, **environment: str) -> Iterator[Proxy]:
    """One server behind the proxy; on the other port that the proxy knows is nobody."""
    port, nobody = free_port(), free_port()
    with release(port, folder, **environment), running_proxy(folder, port, nobody) as proxy:
        yield proxy


@pytest.fixture
def headers(admin) -> dict[str, str]:
    return {"Authorization": f"Bearer {ApiClient(admin).tokens.access_token}"}


def ask(
    connection: HTTPConnection,
    path: str,
    headers: Mapping[str, str],
    method: str = "GET",
    body: bytes | str | None = None,
) -> HTTPResponse:
    connection.request(method, path, body, {"Host": NAME, **headers})
    answer = connection.getresponse()
    answer.body = answer.read()
    return answer


class Clients:
    """People who read and grant and a live service that reports, who keep their connections."""

    def __init__(self, proxy: Proxy, service: LiveService, user: Mapping[str, str]) -> None:
        self._proxy, self._service, self._user = proxy, service, user
        self._key = {"Authorization": service.defaults["HTTP_AUTHORIZATION"]}
        self.granted: list[str] = []
        self.reported: list[str] = []
        self.answers: Counter[object] = Counter()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        with ExitStack() as opened:
            acts = [
                partial(self._do, act, opened.enter_context(closing(self._proxy.connect())))
                for act in (self._read, self._grant, self._report)
            ]
            with meanwhile(*acts):
                yield

    def _do(
        self, act: Callable[[HTTPConnection], HTTPResponse], connection: HTTPConnection
    ) -> None:
        self.answers[act.__name__, act(connection).status] += 1

    def _read(self, connection: HTTPConnection) -> HTTPResponse:
        return ask(connection, ME, self._user)

    def _grant(self, connection: HTTPConnection) -> HTTPResponse:
        self.granted.append(new_id())
        body = {"amount": 1, "reason": "Outage", "idempotency_key": self.granted[-1]}
        return self._send(connection, "POST", GRANTS, self._service.whose | body, self._user)

    def _report(self, connection: HTTPConnection) -> HTTPResponse:
        self.reported.append(new_id())
        path = f"/v1/ingest/sessions/{self.reported[-1]}"
        return self._send(connection, "PUT", path, self._service.whose | ENDED, self._key)

    def _send(
        self, connection: HTTPConnection, method: str, path: str, body: dict, who: Mapping[str, str]
    ) -> HTTPResponse:
        headers = {"Content-Type": "application/json", **who}
        return ask(connection, path, headers, method=method, body=json.dumps(body))

    def get_some_more_answers(self) -> None:
        before = self.answers.copy()
        eventually(
            lambda: (
                len(self.answers) >= 3
                and all(self.answers[key] >= before[key] + SOME for key in self.answers)
            )
        )


def test_release_takes_over_without_anybody_noticing(tmp_path, tenant, admin, headers):
    service = LiveService(tenant)
    service.student.unlimited_sessions = True
    service.student.save()
    old_port, new_port = free_port(), free_port()
    with (
        release(old_port, tmp_path) as old,
        running_proxy(tmp_path, old_port, new_port) as proxy,
        ExitStack() as later,
    ):
        clients = Clients(proxy, service, headers)
        with clients.at_work():
            clients.get_some_more_answers()
            later.enter_context(release(new_port, tmp_path))
            clients.get_some_more_answers()

            old.process.send_signal(signal.SIGTERM)

            assert old.process.wait(PATIENCE) == 0
            clients.get_some_more_answers()

    assert {status for _, status in clients.answers} <= {200, 201}
    grants = AttemptTransaction.objects.filter(user=service.student).count()
    assert grants == len(clients.granted)
    assert Session.objects.filter(user=service.student).count() == len(clients.reported)


def test_slow_bodies_wait_at_the_proxy(tmp_path, headers):
    with served(tmp_path, WEB_THREADS="1") as proxy, ExitStack() as opened:
        for _ in range(8):
            slow = opened.enter_context(closing(proxy.connect()))
            slow.putrequest("POST", "/v1/auth/login", skip_host=True)
            for name, value in {"Host": NAME, "Content-Type": "application/json"}.items():
                slow.putheader(name, value)
            slow.putheader("Content-Length", "100")
            slow.endheaders(b'{"email": "')

        with closing(proxy.connect()) as other:
            assert ask(other, ME, headers).status == 200


def test_what_callers_claim_of_themselves_is_replaced(tmp_path):
    with served(tmp_path, METRICS_NETWORKS="192.0.2.7/32") as proxy:
        with closing(proxy.connect()) as caller:
            claimed = ask(caller, "/metrics", {"X-Forwarded-For": "192.0.2.7"})
        with closing(proxy.connect_plainly()) as caller:
            plain = ask(caller, ME, {"X-Forwarded-Proto": "https"})

    assert claimed.status == 404
    assert (plain.status, plain.headers["Location"]) == (308, f"https://{NAME}{ME}")


def test_addresses_that_let_in_are_not_in_its_log(tmp_path):
    with served(tmp_path) as proxy, closing(proxy.connect()) as caller:
        for path in (
            "/invitations/first-secret/",
            "/password-reset/second-secret",
            "/v1/auth/sso/callback?ticket=third-secret",
            "/v1/users/me?that=shows",
        ):
            ask(caller, path, {})
        eventually(lambda: "that=shows" in proxy.access_log)

    assert "secret" not in proxy.access_log
    assert proxy.access_log.count("\n") == 1


def test_only_the_bulk_endpoint_takes_large_bodies(tmp_path, tenant):
    key = {"Authorization": LiveService(tenant).defaults["HTTP_AUTHORIZATION"]}
    large = {
        "headers": key | {"Content-Type": "application/x-ndjson"},
        "body": b"".join([b" " * 1023 + b"\n"] * (17 << 10)),
    }
    with served(tmp_path) as proxy:
        with closing(proxy.connect()) as caller:
            bulk = ask(caller, BULK, method="POST", **large)
        with closing(proxy.connect()) as caller:
            caller.putrequest("POST", "/v1/console/attempts/grant", skip_host=True)
            caller.putheader("Host", NAME)
            caller.putheader("Content-Length", str(17 << 20))
            caller.endheaders()
            refused = caller.getresponse()

    assert (bulk.status, json.loads(bulk.body)["data"]["created"]) == (200, 0)
    assert refused.status == 413
