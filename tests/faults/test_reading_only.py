"""A server that only reads, as a primary of yesterday does, counts as away (docs/scaling.md)."""

import json
from contextlib import closing

import psycopg
import pytest
from django.conf import settings

from config.runtime.database.process_role import DatabaseRole
from tests.clients import ApiClient
from tests.faults.test_database_restart import GRANTS, STUDENTS, UNAVAILABLE, copy_to, own
from tests.servers import RunningServer, running_server, serve
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

__all__ = ["own"]


def ask(server: RunningServer, token: str, method: str, path: str) -> tuple[int, str | None, dict]:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    with closing(server.connect()) as call:
        call.request(method, path, "{}" if method == "POST" else None, headers)
        answer = call.getresponse()
        return answer.status, answer.headers["Retry-After"], json.load(answer)


def test_connections_to_a_server_that_only_reads_are_dropped(admin, own, tmp_path):
    token = ApiClient(admin).tokens.access_token
    copy_to(own)
    ours = {
        "DATABASE_URL": own.url(role=DatabaseRole.APPLICATION),
        "SECRET_KEY": settings.SECRET_KEY,
        "PUBLIC_URL": settings.PUBLIC_URL,  # tokens of the tests are good there
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "DATA_DIR": str(tmp_path),
        "RATE_LIMITS": "false",
    }

    def only_reads(value: str) -> None:
        """Tell all sessions; each learns it at its own next moment."""
        with psycopg.connect(own.url(), autocommit=True) as connection:
            connection.execute(f"ALTER SYSTEM SET default_transaction_read_only = {value}")
            connection.execute("SELECT pg_reload_conf()")

    with running_server(serve, **ours) as server:
        assert ask(server, token, "GET", STUDENTS)[0] == 200

        only_reads("on")
        eventually(lambda: ask(server, token, "GET", STUDENTS) == (503, "5", UNAVAILABLE))
        eventually(lambda: ask(server, token, "POST", GRANTS) == (503, "5", UNAVAILABLE))

        only_reads("off")
        eventually(lambda: ask(server, token, "GET", STUDENTS)[0] == 200)
        eventually(lambda: ask(server, token, "POST", GRANTS)[0] == 422)
