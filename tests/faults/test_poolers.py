"""A pooler in front of PostgreSQL: refused, unless it lends whole sessions and is said to."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from config.db.poolers import NO_SESSION, UNDECLARED, PoolerRefused, refuse_pooler
from config.db.roles import APPLICATION, SYSTEM
from tests.clients import ApiClient
from tests.factories import ProgrammeFactory, TenantFactory, UserFactory
from tests.pooler import Pooler, running_pooler
from tests.servers import PATIENCE, RunningServer, free_port, running_server, serve
from tests.threads import at_once, meanwhile

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

DIRECTLY = (
    "migrations do not run through a pooler: set DATABASE_DIRECT_URL (or OWNER_DATABASE_URL) to an"
    " address that leads to PostgreSQL directly, with the owner's login."
)
PROGRAMMES = "/v1/console/programmes"


@pytest.fixture
def of_transactions(tmp_path: Path) -> Iterator[Pooler]:
    with running_pooler(tmp_path, "transaction") as pooler:
        yield pooler


@pytest.fixture
def of_sessions(tmp_path: Path) -> Iterator[Pooler]:
    with running_pooler(tmp_path, "session", size=8) as pooler:
        yield pooler


def addresses(pooler: Pooler, declared: str) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "DATABASE_URL": pooler.url(APPLICATION),
        "SYSTEM_DATABASE_URL": pooler.url(SYSTEM),
        "OWNER_DATABASE_URL": pooler.url(),
        "DATABASE_POOLER": declared,
    }


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def reason(result: subprocess.CompletedProcess[str]) -> str:
    """Return why a command ended; it says so in its last line, and has no traceback."""
    assert result.returncode == 1, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()[-1].removeprefix("error: ").removeprefix("CommandError: ")


def test_a_pooler_of_transactions_shows_one_client_what_another_has_set(of_transactions):
    with (
        psycopg.connect(of_transactions.url(), autocommit=True) as one,
        psycopg.connect(of_transactions.url(), autocommit=True) as other,
    ):
        one.execute("SELECT set_config('command_center.tenant', 'ours', false)")
        seen = other.execute("SELECT current_setting('command_center.tenant', true)").fetchone()
    assert seen == ("ours",)


REFUSED = {"": UNDECLARED, "session": NO_SESSION}


@pytest.mark.parametrize("declared", REFUSED)
def test_nothing_runs_behind_a_pooler_of_transactions(of_transactions, declared):
    environment = addresses(of_transactions, declared)
    said = REFUSED[declared]

    assert reason(run("serve", "--port", str(free_port()), **environment)) == said
    assert reason(run("count_rows", **environment)) == said
    assert reason(run("db_worker", "--batch", **environment)) == said
    assert reason(run("check", "--deploy", **environment)) == said
    assert reason(run("check", "--database=default", **environment)) == said
    assert reason(run("migrate", **environment)) == DIRECTLY
    assert reason(run("migrate", "--check", **environment)) == DIRECTLY


def test_a_declared_pooler_of_transactions_is_found_out_while_others_use_it(
    of_transactions, settings
):
    settings.DATABASE_POOLER = "session"

    def connect() -> psycopg.Connection:
        return psycopg.connect(of_transactions.url(), autocommit=True, prepare_threshold=None)

    def work() -> None:
        with connect() as other:
            for _ in range(50):
                other.execute("SELECT 1")

    with meanwhile(work, work, work):
        for _ in range(5):
            with connect() as connection, pytest.raises(PoolerRefused, match="lends one session"):
                refuse_pooler(connection, connect)


@pytest.mark.parametrize("size", ["0", "4"])
def test_a_server_that_another_program_starts_answers_503(of_transactions, size, tmp_path):
    environment = addresses(of_transactions, "") | {"DATABASE_POOL_SIZE": size}
    with (
        (tmp_path / "log").open("w+b") as log,
        running_server(log=log, **environment) as server,
        closing(server.connect()) as call,
    ):
        for _ in range(3):  # not only the first time
            call.request("GET", PROGRAMMES, headers={"Authorization": "Bearer x"})
            answer = call.getresponse()
            assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
            answer.read()
        call.request("GET", "/readyz")
        assert "database" in json.load(call.getresponse())["failing"]
    assert UNDECLARED in (tmp_path / "log").read_text()


def test_a_pooler_of_sessions_has_to_be_declared(of_sessions):
    environment = addresses(of_sessions, "")

    assert reason(run("serve", "--port", str(free_port()), **environment)) == UNDECLARED
    assert reason(run("count_rows", **environment)) == UNDECLARED


def test_commands_run_behind_a_declared_pooler_of_sessions_but_migrations_do_not(of_sessions):
    environment = addresses(of_sessions, "session")

    counted = run("count_rows", **environment)
    assert counted.returncode == 0, counted.stderr
    checked = run("check", "--database=default", **environment)
    assert checked.returncode == 0, checked.stderr
    assert reason(run("migrate", **environment)) == DIRECTLY


def test_a_pooler_whose_only_session_is_lent_is_not_waited_for(tmp_path):
    with running_pooler(tmp_path, "session", size=1) as pooler:
        counted = run("count_rows", **addresses(pooler, "session"))

    assert counted.returncode == 0, counted.stderr


def shown(server: RunningServer, token: str) -> Callable[[], set[str]]:
    def ask() -> set[str]:
        with closing(server.connect()) as call:
            call.request("GET", PROGRAMMES, headers={"Authorization": f"Bearer {token}"})
            answer = json.load(call.getresponse())
        return {one["name"] for one in answer["data"]}

    return ask


def test_tenants_never_see_each_other_over_few_sessions_of_a_pooler(of_sessions):
    askers = []
    environment = addresses(of_sessions, "session") | {
        "DATABASE_POOL_SIZE": "2",  # less than the threads
        "WEB_WORKERS": "2",
        "SECRET_KEY": settings.SECRET_KEY,
        "JWT_SIGNING_KEY": settings.SECRET_KEY,
        "PUBLIC_URL": settings.PUBLIC_URL,
        "RATE_LIMITS": "false",
    }
    with running_server(serve, **environment) as server:
        for name in ("Ökonomie", "Medicine"):
            tenant = TenantFactory()
            ProgrammeFactory(tenant=tenant, name=name)
            token = ApiClient(UserFactory(tenant=tenant)).tokens.access_token
            askers.append((name, shown(server, token)))
        turns = [next(turn) for turn in [cycle(askers)] for _ in range(16)]

        answers = at_once(lambda index: [turns[index][1]() for _ in range(25)], len(turns))

    for (name, _), answered in zip(turns, answers, strict=True):
        assert answered == [{name}] * 25
