"""Connections of the pool: which of them are asked before they are lent, and which are replaced."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial

import psycopg
import pytest
from django.db import connection
from psycopg_pool import ConnectionPool

from config.runtime.database import checks
from config.runtime.processes import web_server
from tests.clients import ApiClient
from tests.servers import HOST, RunningServer, running_server, serve
from tests.waiting import eventually

pytestmark = pytest.mark.django_db(transaction=True)


class Asked(psycopg.Connection):
    """A connection that counts what it is asked."""

    questions = 0

    def execute(self, *args, **kwargs):
        self.questions += 1
        return super().execute(*args, **kwargs)


@pytest.fixture
def pool() -> Iterator[ConnectionPool]:
    parameters = connection.get_connection_params()
    wanted = {name: parameters[name] for name in ("dbname", "user", "host", "port")}
    kwargs = wanted | {"autocommit": True}
    with ConnectionPool(
        kwargs=kwargs, connection_class=Asked, min_size=1, max_size=1, check=checks.check
    ) as pool:
        yield pool


def lend(pool: ConnectionPool) -> Asked:
    """Lend a connection and take it back."""
    lent = pool.getconn()
    pool.putconn(lent)
    return lent


def test_a_connection_that_was_lent_a_moment_ago_is_not_asked(pool):
    first = lend(pool)
    questions = first.questions

    assert lend(pool) is first
    assert first.questions == questions


def test_a_connection_that_nobody_wanted_for_a_while_is_asked(pool, monkeypatch):
    first = lend(pool)
    questions = first.questions
    monkeypatch.setattr(checks, "IDLE", 0)

    assert lend(pool) is first
    assert first.questions == questions + 1


@pytest.mark.direct  # ends a session of PostgreSQL by its process
def test_a_connection_that_postgresql_has_ended_is_never_lent(pool):
    first = lend(pool)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [first.info.backend_pid])
    eventually(lambda: checks._has_news(first.fileno()))

    second = lend(pool)

    assert second is not first
    assert second.execute("SELECT 1").fetchone() == (1,)


def kept() -> set[int]:
    """Return PostgreSQL's processes for web servers that have nothing to do just now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            " AND application_name = 'command-center web' AND state = 'idle'"
        )
        return {pid for (pid,) in cursor.fetchall()}


@pytest.mark.system
@pytest.mark.parametrize("command", [serve, partial(web_server, HOST)], ids=["serve", "demo"])
def test_a_server_keeps_its_connections(admin, settings, tmp_path, command):
    token = ApiClient(admin).tokens.access_token
    ours = {
        "SECRET_KEY": settings.SECRET_KEY,
        "PUBLIC_URL": settings.PUBLIC_URL,  # tokens of the tests are good there
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "DATA_DIR": str(tmp_path),
    }

    def ask(server: RunningServer) -> None:
        with closing(server.connect()) as call:
            call.request("GET", "/v1/users/me", headers={"Authorization": f"Bearer {token}"})
            assert call.getresponse().status == 200

    with running_server(command, **ours) as server:
        ask(server)
        eventually(kept)
        first = kept()
        for _ in range(5):
            ask(server)
        assert first <= kept()
