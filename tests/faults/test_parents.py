"""Processes whose parent is killed: they end with it, after what they are at."""

from contextlib import closing

import psutil
import pytest

from tests.servers import PATIENCE, running_server, serve
from tests.waiting import eventually, held, sessions

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]


def are_over(processes) -> bool:
    return not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in processes)


def test_web_processes_end_with_their_parent_after_the_requests_that_they_are_at():
    with running_server(serve, WEB_WORKERS="2") as server:
        workers = server.process.children()
        assert len(workers) == 2
        with held("tenants_tenant") as release, closing(server.connect()) as asking:
            body = '{"email": "a@b.example", "password": "x", "tenant_slug": "none"}'
            headers = {"Content-Type": "application/json"}
            asking.request("POST", "/v1/auth/login", body, headers)
            eventually(lambda: sessions("wait_event_type = 'Lock'"))

            server.process.kill()
            server.process.wait(PATIENCE)
            release()
            assert asking.getresponse().status == 400  # there is no such university
        eventually(lambda: are_over(workers))

        with running_server(serve, port=server.port, WEB_WORKERS="1") as next_one:
            assert next_one.port == server.port
