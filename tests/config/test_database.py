"""The two ways to a database: our own PostgreSQL, started and stopped for real, or a URL."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
from django.conf import settings

from config.runtime.database import EmbeddedPostgres, PostgresError, server

pytestmark = [pytest.mark.system, pytest.mark.drill]

# A process that uses the server until its input ends.
USER = """
import sys
from pathlib import Path
from config.runtime.database import EmbeddedPostgres

with EmbeddedPostgres(Path(sys.argv[1])):
    print("up", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "data" / "postgres"
    yield path
    if postmaster(path):  # a failed test leaves its server
        with EmbeddedPostgres(path):
            pass


@pytest.fixture
def start_user(data_dir: Path) -> Iterator[Callable[..., subprocess.Popen]]:
    """Start other processes that use the server in `data_dir`."""
    users = []

    def start(script: str = USER, **environment: str) -> subprocess.Popen:
        command = [sys.executable, "-c", script, str(data_dir)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        environment = {**os.environ, **environment}
        users.append(subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, **pipes))
        return users[-1]

    yield start
    for user in users:
        user.kill()
        user.communicate()


def postmaster(data_dir: Path) -> psutil.Process | None:
    """Return the running server, None when there is none."""
    try:
        process = psutil.Process(int((data_dir / "postmaster.pid").read_text().split()[0]))
    except (FileNotFoundError, psutil.NoSuchProcess):
        return None
    return process if is_alive(process) else None


def is_alive(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def connect(postgres: EmbeddedPostgres) -> psycopg.Connection:
    entry = postgres.settings()
    return psycopg.connect(
        host=entry["HOST"], user=entry["USER"], dbname=entry["NAME"], autocommit=True
    )


def wait_until(condition: Callable[[], object], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.002)


def family(*parents: psutil.Process) -> list[psutil.Process]:
    return [member for parent in parents for member in (parent, *parent.children(recursive=True))]


def kill_all(processes: list[psutil.Process]) -> None:
    for process in processes:
        process.send_signal(signal.SIGSTOP)  # so that none sees another one die
    for process in processes:
        process.kill()
    wait_until_gone(processes)


def wait_until_gone(processes: list[psutil.Process]) -> None:
    wait_until(lambda: not any(map(is_alive, processes)))


# Our own PostgreSQL ------------------------------------------------------------------------------


def test_server_runs_inside_the_context_only(data_dir):
    postgres = EmbeddedPostgres(data_dir)

    with postgres, connect(postgres) as connection:
        assert connection.info.server_version >= 180000
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert stat.S_IMODE(postgres.socket_dir.stat().st_mode) == 0o700

    assert postmaster(data_dir) is None
    assert not postgres.socket_dir.exists()


def test_server_keeps_its_data(data_dir):
    postgres = EmbeddedPostgres(data_dir)
    with postgres, connect(postgres) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS value")

    with postgres, connect(postgres) as connection:
        assert connection.execute("TABLE kept").fetchall() == [(1,)]


def test_server_for_tests_waits_for_no_disk(data_dir):
    postgres = EmbeddedPostgres(data_dir, durable=False)
    with postgres, connect(postgres) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("off",)


def test_server_folds_every_letter_whatever_the_locale(tmp_path, start_user):
    data_dir = tmp_path / "data" / "postgres"
    user = start_user(LANG="C", LC_ALL="C")
    assert user.stdout.readline() == "up\n"

    with connect(EmbeddedPostgres(data_dir)) as connection:
        query = "SELECT lower('ÜÉŞ'), 'Überall' ILIKE 'ü%', pg_encoding_to_char(encoding) "
        row = connection.execute(query + "FROM pg_database LIMIT 1").fetchone()
    assert row == ("üéş", True, "UTF8")


def test_server_lives_in_any_folder_and_opens_none(tmp_path):
    closed = tmp_path / "closed to others"
    closed.mkdir(mode=0o700)
    postgres = EmbeddedPostgres(closed / ("deep " * 30) / "Übungen 'n' more" / "postgres")

    with postgres, connect(postgres) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)

    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


def test_server_stops_with_its_last_user(data_dir, start_user):
    first, second = start_user(), start_user()  # at once: they agree on who starts it
    assert [first.stdout.readline(), second.stdout.readline()] == ["up\n", "up\n"]
    running = postmaster(data_dir)

    first.communicate()
    assert postmaster(data_dir) == running

    with EmbeddedPostgres(data_dir):
        second.kill()
        second.wait()
        assert postmaster(data_dir) == running
    assert postmaster(data_dir) is None


def test_server_outlives_users_that_were_killed_until_the_next_one_leaves(data_dir, start_user):
    user = start_user()
    user.stdout.readline()
    user.kill()
    user.wait()
    assert (running := postmaster(data_dir)) is not None

    with EmbeddedPostgres(data_dir):
        assert postmaster(data_dir) == running
    assert postmaster(data_dir) is None


def test_server_is_not_stopped_by_a_fork_of_its_user(data_dir, start_user):
    script = USER.replace("import sys", "import os, sys").replace(
        "    sys.stdin.read()",
        "    child = os.fork() or sys.exit()\n"
        "    os.waitpid(child, 0)\n"
        "    print('alone', flush=True)\n"
        "    sys.stdin.read()",
    )
    user = start_user(script)
    assert [user.stdout.readline(), user.stdout.readline()] == ["up\n", "alone\n"]

    assert postmaster(data_dir) is not None

    user.communicate()
    assert user.returncode == 0
    assert postmaster(data_dir) is None


def test_server_recovers_when_everything_was_killed(data_dir, start_user):
    user = start_user()
    user.stdout.readline()
    postgres = EmbeddedPostgres(data_dir)
    with connect(postgres) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS value")
    user.kill()
    kill_all(family(postmaster(data_dir)))
    assert (data_dir / "postmaster.pid").exists()

    with postgres, connect(postgres) as connection:
        assert connection.execute("TABLE kept").fetchall() == [(1,)]


def test_server_starts_when_its_old_process_number_is_a_strangers(data_dir, start_user):
    stranger = start_user("import sys; sys.stdin.read()")
    with EmbeddedPostgres(data_dir):
        lock = (data_dir / "postmaster.pid").read_text().splitlines(keepends=True)
    (data_dir / "postmaster.pid").write_text("".join([f"{stranger.pid}\n", *lock[1:]]))

    with EmbeddedPostgres(data_dir):
        assert postmaster(data_dir).name() == "postgres"


def test_server_starts_when_its_setting_up_was_killed(data_dir, start_user):
    user = start_user()
    wait_until((data_dir.parent / "postgres.new" / "PG_VERSION").exists)
    user.kill()
    user.wait()
    assert not data_dir.exists()

    postgres = EmbeddedPostgres(data_dir)
    with postgres, connect(postgres) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_server_that_cannot_start_says_where_to_look(data_dir):
    with EmbeddedPostgres(data_dir):
        pass
    (data_dir / "global" / "pg_control").unlink()

    with pytest.raises(PostgresError) as caught, EmbeddedPostgres(data_dir):
        pass

    assert str(caught.value).startswith(f"PostgreSQL does not start; {data_dir}.log ends with: ")
    assert "pg_control" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_server_enters_no_socket_folder_that_somebody_prepared(data_dir):
    postgres = EmbeddedPostgres(data_dir)
    postgres.socket_dir.symlink_to(data_dir.parent)
    try:
        with pytest.raises(PostgresError, match="made by somebody else"), postgres:
            pass
    finally:
        postgres.socket_dir.unlink()


# DATABASE_URL ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "mysql://anna:s3cret@localhost/db",
        "postgresql://anna:s3cret@localhost",
        "postgresql://anna:s3cret@localhost:port/db",
        "postgresql://anna:s3cret@[::1/db",
        "postgresql://anna:s3cret%zz@localhost/db",
        "postgresql://anna:s3cret@localhost/db?nonsense=1",
    ],
)
def test_url_that_is_none_is_refused_without_repeating_its_password(url, tmp_path):
    with pytest.raises(PostgresError) as caught:
        server(url, tmp_path)

    assert "DATABASE_URL is not the address of a PostgreSQL database" in str(caught.value)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgres://anna:p%40ss@db.example:6432/centre?sslmode=require",
            {
                "NAME": "centre",
                "USER": "anna",
                "PASSWORD": "p@ss",
                "HOST": "db.example",
                "PORT": "6432",
                "OPTIONS": {"connect_timeout": 10, "sslmode": "require"},
            },
        ),
        (
            "postgresql://anna@/centre?host=/run/postgresql&connect_timeout=3",
            {
                "NAME": "centre",
                "USER": "anna",
                "PASSWORD": "",
                "HOST": "/run/postgresql",
                "PORT": "",
                "OPTIONS": {"connect_timeout": "3"},
            },
        ),
    ],
)
def test_url_becomes_settings(url, expected, tmp_path):
    entry = server(url, tmp_path).settings()

    assert entry == {"ENGINE": "config.db.walled", **expected}
    assert list(tmp_path.iterdir()) == []


def manage(url: str, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings.local"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_url_of_another_server_is_used_and_left_alone(data_dir):
    postgres = EmbeddedPostgres(data_dir)
    with postgres:
        url = f"postgresql://postgres@/command_center?host={postgres.socket_dir}"
        result = manage(url, "migrate")
        assert (result.returncode, result.stderr) == (0, "")
        assert postmaster(data_dir) is not None
        with connect(postgres) as connection:
            assert connection.execute("SELECT count(*) > 0 FROM django_migrations").fetchone()[0]


def test_url_that_leads_nowhere_is_told_in_one_sentence(data_dir):
    postgres = EmbeddedPostgres(data_dir)
    with postgres:
        with connect(postgres) as connection:
            connection.execute("CREATE ROLE anna LOGIN PASSWORD 'right'")
        access = data_dir / "pg_hba.conf"
        access.write_text("local all anna scram-sha-256\n" + access.read_text())
        postmaster(data_dir).send_signal(signal.SIGHUP)
        where = f"host={postgres.socket_dir}"
        cases = {
            "postgresql://postgres@127.0.0.1:1/command_center": "Connection refused",
            f"postgresql://postgres@/none?{where}": 'database "none" does not exist',
            f"postgresql://anna:wrong@/command_center?{where}": "password authentication failed",
        }
        for url, reason in cases.items():
            result = manage(url, "migrate")
            assert result.returncode == 1
            assert result.stderr.startswith("error: cannot connect to DATABASE_URL: ")
            assert reason in result.stderr
            assert len(result.stderr.splitlines()) == 1


def test_url_that_is_none_ends_every_command_with_one_sentence():
    result = manage("mysql://localhost/db", "check")

    assert result.returncode == 1
    assert result.stderr.startswith("error: DATABASE_URL is not the address")
    assert len(result.stderr.splitlines()) == 1
