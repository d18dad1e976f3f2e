"""``manage.py serve`` under what operators, networks, clients and disks do to a server."""

import json
import resource
import select
import signal
import socket
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from threading import Event

import psutil
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import ProgrammeMembership, ProgrammeSet
from config.runtime.database import EmbeddedPostgres
from config.runtime.web_server import StoppableServer
from students.models import Student
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.factories import ProgrammeFactory, SystemRoleFactory
from tests.servers import HOST, PATIENCE, RunningServer, running_server, serve
from tests.waiting import eventually, held, sessions

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system, pytest.mark.drill]

ME = "/v1/users/me"
CSV = "/v1/console/students/export"
XLSX = f"{CSV}?format=xlsx"

STUDENTS = 500

NO_ROOM = {
    "success": False,
    "error": "There is no room for the file at the moment. Try again later, or narrow the filters.",
    "code": "INTERNAL_ERROR",
    "details": {"retry_after": 60},
}

type Headers = dict[str, str]


@pytest.fixture
def headers(admin) -> Headers:
    return {"Authorization": f"Bearer {ApiClient(admin).tokens.access_token}"}


@pytest.fixture
def large(tenant) -> None:
    """An export of more bytes than any buffer between the database and a client holds."""
    role = SystemRoleFactory(tenant=tenant, legacy_role="STUDENT")
    programme = ProgrammeFactory(tenant=tenant)
    students = Student.objects.bulk_create(
        Student(
            tenant=tenant,
            role=role,
            email=f"{number}@x.edu",
            first_name="A",
            last_name="B",
            password="!",
        )
        for number in range(STUDENTS)
    )
    ProgrammeMembership.objects.bulk_create(
        ProgrammeMembership(tenant=tenant, user_id=student.pk, programme=programme)
        for student in students
    )
    # Nobody's programmes have so long a name, but all of it stands in each row.
    ProgrammeSet.objects.update(label="x" * 12_500)


def ask(server: RunningServer, path: str, headers: Headers) -> tuple[int, bytes]:
    with closing(server.connect()) as call:
        call.request("GET", path, headers=headers)
        answer = call.getresponse()
        return answer.status, answer.read()


@contextmanager
def begun(server: RunningServer, path: str, headers: Headers) -> Iterator[HTTPResponse]:
    """Ask for something with little room for its answer, and return when its head has come."""
    with closing(server.connect()) as call:
        call.connect()
        call.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 128 * 1024)
        call.request("GET", path, headers=headers)
        yield call.getresponse()


def refuses(server: RunningServer) -> bool:
    try:
        socket.create_connection((HOST, server.port)).close()
    except ConnectionRefusedError:
        return True
    return False


def test_told_to_stop_it_finishes_requests_and_exports_and_takes_no_new_ones(
    tenant, headers, large
):
    with running_server(serve) as server, ThreadPoolExecutor() as threads:
        _, whole = ask(server, CSV, headers)
        with begun(server, CSV, headers) as slow, held("students_session") as release:
            profile = f"/v1/console/students/{Student.objects.latest('id').pk}"
            request = threads.submit(ask, server, profile, headers)
            eventually(lambda: sessions("wait_event_type = 'Lock'"))

            server.process.send_signal(signal.SIGTERM)

            eventually(lambda: refuses(server))
            assert server.process.poll() is None
            release()
            assert request.result()[0] == 200
            assert slow.read() == whole
        assert server.process.wait(PATIENCE) == 0
    assert whole.count(b"\r\n") == STUDENTS + 1


def test_told_to_stop_it_waits_as_long_as_it_was_told_to(headers, large):
    with (
        running_server(serve, WEB_STOP_SECONDS="1") as server,
        begun(server, CSV, headers) as slow,
    ):
        server.process.terminate()

        assert server.process.wait(PATIENCE) == 0
        with pytest.raises((OSError, HTTPException)):
            slow.read()


def test_told_to_stop_while_a_process_starts_it_does_not_wait_for_it(headers):
    with running_server(serve, WEB_WORKERS="1", WEB_STOP_SECONDS="1800") as server:
        (first,) = server.process.children()
        first.kill()
        eventually(lambda: any(child != first for child in server.process.children()))

        server.process.terminate()

        assert server.process.wait(PATIENCE) == 0


@pytest.mark.parametrize("handler", ["signal_handler_interrupt", "signal_handler_reload"])
def test_a_signal_may_come_while_the_main_loop_holds_its_lock(handler):
    server = object.__new__(StoppableServer)
    server.main_loop_interrupt = Event()

    with server.main_loop_interrupt._cond:
        getattr(server, handler)()

    assert server.main_loop_interrupt.wait(PATIENCE)


def test_a_client_that_hangs_up_in_an_export_ends_it(headers, large):
    # Two connections to the database, and three times as many clients.
    with running_server(serve, WEB_WORKERS="1", WEB_THREADS="2") as server:
        for _ in range(3):
            with begun(server, CSV, headers) as first, begun(server, CSV, headers) as second:
                assert (first.status, second.status) == (200, 200)
                # Whoever reads slowly, or not at all, holds nothing of the database.
                assert sessions("state <> 'idle'") == 0
            eventually(lambda: sessions("state <> 'idle'") == 0)
            assert ask(server, ME, headers)[0] == 200
        assert sessions("true") <= 2


def cut_off(running: Future) -> bool:
    """End the session of the database that makes a file; return whether there was one in time."""
    while not running.done():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'active'"
                " AND datname = current_database() AND query LIKE 'COPY%'"
            )
            if cursor.fetchall():
                return True
    return False


def test_a_file_whose_making_was_cut_off_is_no_file_and_on_record(headers, large):
    cut, failed = 0, 0
    with running_server(serve) as server, ThreadPoolExecutor(1) as threads:
        _, whole = ask(server, CSV, headers)
        while cut < 12:
            asked = threads.submit(ask, server, CSV, headers)
            cut += cut_off(asked)
            status, body = asked.result()
            failed += status == 503
            assert status == 503 or body == whole
    assert whole.count(b"\r\n") == STUDENTS + 1
    assert failed > 0
    recorded = AuditEvent.objects.filter(event_type="export.failed")
    assert [event.metadata["export"] for event in recorded] == ["students.exported"] * failed


def figures_of(worker: psutil.Process) -> set[str]:
    """Return the kinds of figures whose files a process has open."""
    names = [Path(file.path).name for file in worker.open_files() if file.path.endswith(".db")]
    return {name.partition("_")[0] for name in names}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process's files")
def test_a_full_disk_is_told_and_leaves_nothing_behind(headers, large, tmp_path):
    with running_server(serve, WEB_WORKERS="1", TMPDIR=str(tmp_path)) as server:
        (worker,) = server.process.children()
        ask(server, CSV, headers)
        # Files of figures are opened once, after the answer, and stay open.
        eventually(lambda: figures_of(worker) == {"counter", "gauge", "histogram"})
        before = worker.num_fds()

        for limit in (0, 10_000):  # not even the first byte; a part of the file
            worker.rlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            for path in (XLSX, CSV):
                status, body = ask(server, path, headers)

                assert (status, json.loads(body)) == (503, NO_ROOM)
                assert list(tmp_path.iterdir()) == []
                eventually(lambda: sessions("state <> 'idle'") == 0)

        worker.rlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        status, body = ask(server, XLSX, headers)
        assert (status, body[:2]) == (200, b"PK")
        eventually(lambda: worker.num_fds() <= before)
        assert list(tmp_path.iterdir()) == []


def test_clients_that_never_finish_their_headers_are_let_go(headers):
    with running_server(serve, WEB_WORKERS="1", WEB_HEADER_SECONDS="2") as server:
        slow = [socket.create_connection((HOST, server.port)) for _ in range(100)]
        try:
            for connected in slow:
                connected.sendall(b"GET /v1/users/me HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")

            # Everybody else is served meanwhile.
            assert ask(server, ME, headers)[0] == 200
            assert not select.select(slow, [], [], 0)[0]

            # They are let go together, though each sends another byte now and then.
            began = time.monotonic()
            open_still = set(slow)
            while open_still:
                assert time.monotonic() < began + PATIENCE
                ended, _, _ = select.select(open_still, [], [], 0.2)
                open_still -= set(ended)
                for connected in open_still:
                    with suppress(OSError):  # gone meanwhile
                        connected.send(b"a")
            assert time.monotonic() - began < 10
        finally:
            for connected in slow:
                connected.close()


def test_too_large_a_head_is_refused(headers):
    with running_server(serve) as server:
        for size, status in ((16_000, 200), (300_000, 431)):
            assert ask(server, ME, headers | {"X-Large": "a" * size})[0] == status


def test_hang_up_replaces_the_processes_while_they_serve(headers):
    with running_server(serve, WEB_WORKERS="1") as server:
        (old,) = server.process.children()
        server.process.send_signal(signal.SIGHUP)

        lost = []

        def replaced() -> bool:
            try:
                assert ask(server, ME, headers)[0] == 200
            except ConnectionResetError as error:
                lost.append(error)
            return not old.is_running()

        eventually(replaced)
        # What was queued at the process on its way out, unless the kernel hands it on.
        assert len(lost) <= 1
        assert [child.pid for child in server.process.children()] != [old.pid]


def test_serving_beside_the_embedded_database_is_somebody_elses_task(settings):
    settings.POSTGRES_SERVER = EmbeddedPostgres(Path("nowhere"))

    with pytest.raises(CommandError, match="DATABASE_URL is not set"):
        call_command("serve")
