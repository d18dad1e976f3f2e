"""The scripts of the containers, run without any: roles, timers, proxy, health."""

import os
import signal
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from tests.containers.database import first_start
from tests.containers.prepared import given, prepare
from tests.proxy import nginx
from tests.servers import HOST, free_port
from tests.sites import serving
from tests.waiting import eventually

pytestmark = pytest.mark.system

CONTAINERS = settings.BASE_DIR / "deploy" / "containers"


# The database's first start ----------------------------------------------------------------------


def test_the_first_start_makes_roles_that_the_release_works_with(tmp_path):
    tmp_path.chmod(0o755)
    assert prepare(tmp_path / "secrets").returncode == 0
    with first_start(tmp_path, given(tmp_path / "secrets", "database")) as server:
        found = given(tmp_path / "secrets", "command-center", "owner")
        addresses = {name: server.at_here(url) for name, url in found.items() if "_URL" in name}
        production = found | addresses | {"DJANGO_SETTINGS_MODULE": "config.settings.production"}

        result = subprocess.run(
            [sys.executable, "manage.py", "migrate", "--verbosity=0"],
            cwd=settings.BASE_DIR,
            env=os.environ | production,
            capture_output=True,
            text=True,
            check=False,
        )

        assert (result.returncode, result.stderr) == (0, "")
        for variable in ("DATABASE_URL", "SYSTEM_DATABASE_URL"):
            with psycopg.connect(addresses[variable]) as connection:
                tenants = connection.execute("SELECT count(*) FROM tenants_tenant").fetchone()
                assert tenants == (0,)
                above = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
                assert connection.execute(above).fetchone() == (False,)


# Timers ------------------------------------------------------------------------------------------


def every(*arguments: str) -> subprocess.Popen[str]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen([CONTAINERS / "every.sh", *arguments], **pipes)


@pytest.mark.parametrize("when", ["minute", "03:17"])
def test_a_timer_runs_at_once_goes_on_after_a_failure_and_ends_when_it_is_told(tmp_path, when):
    ran = tmp_path / "ran"
    with every(when, "sh", "-c", f"echo x >> '{ran}'; exit 3") as timer:
        try:
            eventually(ran.exists)
            said = timer.stderr.readline()
            assert timer.poll() is None
            timer.send_signal(signal.SIGTERM)
            assert timer.wait(30) == 0
        finally:
            timer.kill()
    assert "ended with 3; the next run comes at its time." in said
    assert ran.read_text() == "x\n"


def test_a_timer_that_is_told_to_end_ends_the_run_that_it_is_at(tmp_path):
    with every("minute", "sh", "-c", "echo began; exec sleep 300") as timer:
        try:
            assert timer.stdout.readline() == "began\n"
            timer.send_signal(signal.SIGTERM)
            assert timer.wait(30) == 0
        finally:
            timer.kill()


@pytest.mark.parametrize("arguments", [("minute",), ("half past three", "true")])
def test_a_timer_without_a_time_or_a_command_is_refused(arguments):
    timer = every(*arguments)
    _, said = timer.communicate(timeout=30)

    assert timer.returncode == 2
    assert said


# The proxy ---------------------------------------------------------------------------------------


def test_nginx_takes_the_configuration_adapted(tmp_path):
    assert prepare(tmp_path / "secrets").returncode == 0
    tls = tmp_path / "secrets" / "tls"
    example = tmp_path / "example.conf"
    written = (settings.BASE_DIR / "deploy" / "nginx.conf").read_text()
    example.write_text(written.replace("/etc/ssl/command-center", str(tls)))
    environment = {
        "PATH": f"{Path(nginx()).parent}:{os.environ['PATH']}",
        "EXAMPLE": str(example),
        "SERVER_NAME": "kiosk.example.edu",
        "TMPDIR": str(tmp_path),
    }

    adapted = tmp_path / "adapted.sh"
    # The name of the service is known within its network alone.
    script = (CONTAINERS / "nginx.sh").read_text()
    assert "web:8000" in script
    adapted.write_text(script.replace("web:8000", f"{HOST}:{free_port()}"))
    result = subprocess.run(
        ["/bin/sh", adapted, "-t"],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert "test is successful" in result.stderr
    made = (tmp_path / "command-center.conf").read_text()
    assert "127.0.0.1:800" not in made
    assert made.count("server_name kiosk.example.edu;") == 2
    assert [line.strip() for line in made.splitlines() if "listen " in line] == [
        "listen 8080;",
        "listen [::]:8080;",
        "listen 8443 ssl http2;",
        "listen [::]:8443 ssl http2;",
    ]
    assert "/var/log/" not in made


# Health ------------------------------------------------------------------------------------------


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def healthy(port: int) -> bool:
    command = [sys.executable, CONTAINERS / "healthy.py"]
    result = subprocess.run(command, env=os.environ | {"PORT": str(port)}, check=False)
    return result.returncode == 0


def test_health_is_whether_the_server_answers():
    with serving(ThreadingHTTPServer((HOST, 0), _Server)) as server:
        assert healthy(server.server_port)
    assert not healthy(free_port())
