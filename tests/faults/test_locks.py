"""A table that somebody locks: who waits is refused soon, the log says by whom, probes answer."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.clients import ApiClient, OperatorClient
from tests.faults.environments import METRICS_TOKEN, as_in_production
from tests.servers import RunningServer, database_url, running_server, serve
from tests.waiting import eventually, sessions

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

TABLE = "programmes_programme"
THREADS = 2

type Answer = tuple[int, str | None, str]


def ask(server: RunningServer, path: str, **headers: str) -> Answer:
    """Return the status, when to come back, and the body."""
    with closing(server.connect()) as call:
        call.request("GET", path, headers={"Host": "127.0.0.1", **headers})
        answer = call.getresponse()
        return answer.status, answer.headers["Retry-After"], answer.read().decode()


@contextmanager
def locked(name: str) -> Iterator[int]:
    """Lock the table under a name; yield the number of the process at PostgreSQL."""
    with psycopg.connect(database_url(), application_name=name) as holder:
        holder.execute(f"LOCK TABLE {TABLE} IN ACCESS EXCLUSIVE MODE")
        yield holder.info.backend_pid


def waiting() -> int:
    return sessions("wait_event_type = 'Lock' AND application_name = 'command-center web'")


def test_a_locked_table_is_503_soon_and_the_log_names_the_blocker(admin, tmp_path: Path):
    operator = OperatorClient(admin)
    cookie = f"sessionid={operator.cookies['sessionid'].value}"
    token = f"Bearer {ApiClient(admin).tokens.access_token}"
    variables = as_in_production(tmp_path, WEB_THREADS=str(THREADS), WEB_LOCK_SECONDS="8")
    written = (tmp_path / "server.log").open("w+b")

    with (
        written,
        running_server(serve, log=written, **variables) as server,
        ThreadPoolExecutor(THREADS + 1) as clients,
    ):
        with locked("somebody's migration") as pid:
            api = clients.submit(ask, server, "/v1/console/programmes", Authorization=token)
            page = clients.submit(ask, server, "/admin/programmes/programme/", Cookie=cookie)
            eventually(lambda: waiting() == THREADS)
            queued = clients.submit(ask, server, "/sign-in")

            assert ask(server, "/healthz") == (200, None, '{"status": "alive"}')
            figures = ask(server, "/metrics", Authorization=f"Bearer {METRICS_TOKEN}")[2]
            assert not any(one.done() for one in (api, page, queued))

            # The lock is held until all have their answers.
            status, again, body = api.result()
            assert (status, again) == (503, "5")
            assert '"The service is unavailable for a moment."' in body
            status, again, body = page.result()
            assert (status, again) == (503, "5")
            assert "<h1>Not available for a moment</h1>" in body
            assert queued.result()[0] == 200

        assert ask(server, "/v1/console/programmes", Authorization=token)[0] == 200
        log = (tmp_path / "server.log").read_text()

    assert f"command_center_threads_busy {THREADS:.1f}" in figures
    assert f"command_center_threads {THREADS:.1f}" in figures
    assert "command_center_database_up 1.0" in figures
    told = f"{TABLE} is held by process {pid} (somebody's migration)"
    assert log.count(f"waited for a lock (WEB_LOCK_SECONDS): {told}") == THREADS
