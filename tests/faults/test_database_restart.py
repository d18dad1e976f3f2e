"""PostgreSQL goes away under load and comes back: what callers see, and what is kept."""

import json
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import psutil
import psycopg
import pytest
from django.conf import settings

from accounts.models import User
from config.ids import new_id
from config.runtime.database import RECONNECT_PATIENCE, EmbeddedPostgres
from config.runtime.database.process_role import DatabaseRole
from tests.clients import ApiClient
from tests.scratch import Scratch, program
from tests.servers import PATIENCE, RunningServer, database_url, running_server, serve
from tests.students.reports import ENDED, LiveService
from tests.threads import meanwhile
from tests.waiting import eventually
from tests.workers import running_worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

STUDENTS = "/v1/console/students"
GRANTS = "/v1/console/attempts/grant"

UNAVAILABLE = {
    "success": False,
    "error": "The service is unavailable for a moment.",
    "code": "INTERNAL_ERROR",
    "details": {"retry_after": 5},
}


@pytest.fixture
def own(tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    """A PostgreSQL that a test may stop; it loses nothing that it has acknowledged."""
    with EmbeddedPostgres(tmp_path / "data" / "postgres") as postgres:
        yield postgres


def copy_to(postgres: EmbeddedPostgres) -> None:
    """Give it what the tests' database holds."""
    dump = subprocess.run([program("pg_dump"), database_url()], capture_output=True, check=True)
    psql = [program("psql"), "--quiet", "--set=ON_ERROR_STOP=1", postgres.url()]
    subprocess.run(psql, input=dump.stdout, stdout=subprocess.DEVNULL, check=True)


class Clients:
    """An Admin who grants, a live service that reports and somebody who reads, all at once.

    Whoever is refused asks again with the same key or id, as clients of a network do. ``granted``
    and ``reported`` is what was acknowledged, ``answers`` how often which status came.
    """

    def __init__(self, server: RunningServer, service: LiveService, token: str) -> None:
        self._server, self._service = server, service
        self._user = {"Authorization": f"Bearer {token}"}
        self._key = {"Authorization": service.defaults["HTTP_AUTHORIZATION"]}
        self._over = Event()
        self.granted: list[str] = []
        self.reported: list[str] = []
        self.answers: Counter[int] = Counter()
        self.unexpected: list[object] = []

    @contextmanager
    def at_work(self) -> Iterator[None]:
        with meanwhile(*(self._grant, self._report, self._read) * 2):
            try:
                yield
            finally:
                self._over.set()

    def _grant(self) -> None:
        key = new_id()
        body = self._service.whose | {"amount": 1, "reason": "Outage", "idempotency_key": key}
        if self._until_done("POST", GRANTS, body, self._user):
            self.granted.append(key)

    def _report(self) -> None:
        session = new_id()
        path = f"/v1/ingest/sessions/{session}"
        if self._until_done("PUT", path, self._service.whose | ENDED, self._key):
            self.reported.append(session)

    def _read(self) -> None:
        self._until_done("GET", STUDENTS, None, self._user)

    def _until_done(self, method: str, path: str, body: dict | None, headers: dict) -> bool:
        while not self._over.is_set():
            status, _, answer = self.ask(method, path, body, headers)
            self.answers[status] += 1
            if status in {200, 201}:
                return True
            if (status, answer) != (503, UNAVAILABLE):
                self.unexpected.append((method, path, status, answer))
                return False
        return False

    def ask(
        self, method: str, path: str, body: dict | None = None, headers: dict | None = None
    ) -> tuple[int, str | None, dict]:
        """Return the status, when to come back, and the body."""
        with closing(self._server.connect()) as call:
            content = {"Content-Type": "application/json"}
            call.request(
                method, path, body and json.dumps(body), self._user | (headers or {}) | content
            )
            answer = call.getresponse()
            return answer.status, answer.headers["Retry-After"], json.load(answer)

    def wait_for_more(self) -> None:
        """Return once each has had something acknowledged that was not before."""
        granted, reported = len(self.granted), len(self.reported)
        done = self.answers[200]
        eventually(
            lambda: (
                len(self.granted) > granted + 5
                and len(self.reported) > reported + 5
                and self.answers[200] > done
            )
        )


def postmaster(postgres: EmbeddedPostgres) -> psutil.Process:
    return psutil.Process(int((postgres.data_dir / "postmaster.pid").read_text().split()[0]))


def end(postgres: EmbeddedPostgres, how: signal.Signals) -> None:
    """End a server; those of its processes that serve us outlive it by the answer they are at."""
    first = postmaster(postgres)
    others = first.children()
    first.send_signal(how)
    _, alive = psutil.wait_procs(others, timeout=PATIENCE)
    assert not alive
    eventually(lambda: gone(postgres))


def gone(postgres: EmbeddedPostgres) -> bool:
    try:
        psycopg.connect(postgres.url()).close()
    except psycopg.OperationalError:
        return True
    return False


def test_postgresql_restarted_under_load_is_503_meanwhile_and_nothing_is_lost(
    tenant, admin, own, tmp_path
):
    service, token = LiveService(tenant), ApiClient(admin).tokens.access_token
    # Reports and grants race: no report is refused because the grants fell behind.
    User.objects.filter(pk=service.whose["user_id"]).update(unlimited_sessions=True)
    copy_to(own)
    ours = {
        "DATABASE_URL": own.url(role=DatabaseRole.APPLICATION),
        "SYSTEM_DATABASE_URL": own.url(role=DatabaseRole.SYSTEM),
        "SECRET_KEY": settings.SECRET_KEY,
        "RATE_LIMITS": "false",
    }
    # Tokens of the tests are good there.
    ours["PUBLIC_URL"] = settings.PUBLIC_URL
    local = {"DJANGO_SETTINGS_MODULE": "config.settings.local", "DATA_DIR": str(tmp_path)}
    with (
        running_server(serve, **ours, **local) as server,
        running_worker(**ours) as worker,
    ):
        processes = {child.pid for child in server.process.children()}
        clients = Clients(server, service, token)
        with clients.at_work():
            # Stopped at once, for a moment; then killed, for longer than the pool tries by itself.
            for how, seconds in ((signal.SIGQUIT, 0), (signal.SIGKILL, RECONNECT_PATIENCE + 1)):
                clients.wait_for_more()
                end(own, how)

                deadline = time.monotonic() + seconds
                while time.monotonic() < deadline:
                    assert clients.ask("GET", STUDENTS) == (503, "5", UNAVAILABLE)
                assert clients.ask("POST", GRANTS, {}) == (503, "5", UNAVAILABLE)
                assert clients.ask("GET", "/healthz")[0] == 200
                # What it found out before is good for a moment.
                eventually(lambda: "database" in clients.ask("GET", "/readyz")[2]["failing"])

                with EmbeddedPostgres(own.data_dir):
                    clients.wait_for_more()

        # The worker has ended, for systemd to start it anew; the server has not.
        assert worker.wait(PATIENCE) != 0
        assert {child.pid for child in server.process.children()} == processes
        eventually(lambda: clients.ask("GET", "/readyz")[0] == 200)

    assert clients.unexpected == []
    assert clients.answers[503] > 0
    with psycopg.connect(own.url()) as connection:
        keys = {row[0] for row in connection.execute("SELECT key FROM students_idempotencyrecord")}
        sessions = {row[0] for row in connection.execute("SELECT id FROM students_session")}
        (grants,) = connection.execute(
            "SELECT count(*) FROM students_attempttransaction WHERE type = 'grant'"
        ).fetchone()
    assert keys >= set(clients.granted)
    assert grants == len(keys)  # however often each was sent
    assert sessions >= set(clients.reported)
    assert Scratch(own.url()).manage("verify_ledger") == "no differences\n"
