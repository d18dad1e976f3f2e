"""A server's folders as docs/operating.md lays them out, with a stand-in for systemd."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Mapping
from getpass import getuser
from pathlib import Path

import psutil
from django.conf import settings

from config.runtime.environment_file import variables
from tests.config.test_settings import COMPLETE
from tests.servers import PATIENCE, database_url, free_port

BASE = settings.BASE_DIR

_NOT_RELEASED = (
    ".git",
    ".venv*",
    ".data",
    "__pycache__",
    ".*_cache",
    "node_modules",
    "staticfiles",
)

# Does with a unit of the web server what systemd does, and notes what it was asked.
_SYSTEMCTL = """\
#!{python}
import json, os, pathlib, signal, subprocess, sys, time
home = pathlib.Path({home!r})
verb, unit = sys.argv[1:]
with (home / "asked").open("a") as asked:
    asked.write(f"{{verb}} {{unit}}\\n")
port = unit.partition("@")[2]
number = home / f"{{port}}.pid"
if port and verb == "start":
    with (home / f"{{port}}.log").open("a") as log:
        server = subprocess.Popen(
            [home / port / "deploy" / "command-center", "serve", "--port", port],
            cwd=home / port, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )
    number.write_text(str(server.pid))
if port and verb == "stop" and number.exists():
    server = int(number.read_text())
    number.unlink()
    os.kill(server, signal.SIGTERM)
    while pathlib.Path(f"/proc/{{server}}").exists():
        if pathlib.Path(f"/proc/{{server}}/stat").read_text().split()[2] == "Z":
            break
        time.sleep(0.05)
"""


class Installation:
    """Two folders that take turns, a repository, an environment file and a database."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.ports = sorted(str(free_port()) for _ in range(2))
        self.repository = home / "repository"
        self.systemctl = home / "systemctl"
        self.environment_file = home / "command-center.env"
        self.asked_file = home / "asked"
        self.asked_file.touch()
        (home / "static").mkdir()
        self.systemctl.write_text(_SYSTEMCTL.format(python=sys.executable, home=str(home)))
        self.systemctl.chmod(0o755)
        self._write_environment()
        self._make_repository()

    @property
    def serving(self) -> str:
        """The port of the release that ``current`` leads to."""
        return (self.home / "current").resolve().name

    @property
    def resting(self) -> str:
        return next(port for port in self.ports if port != self.serving)

    @property
    def asked(self) -> list[str]:
        return self.asked_file.read_text().splitlines()

    @property
    def running(self) -> set[str]:
        """The ports of the units that run."""
        return {port for port in self.ports if self.server(port) is not None}

    def server(self, port: str) -> psutil.Process | None:
        file = self.home / f"{port}.pid"
        if file.exists() and psutil.pid_exists(number := int(file.read_text())):
            process = psutil.Process(number)
            return process if process.status() != psutil.STATUS_ZOMBIE else None
        return None

    def script(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a script of the release that serves, as an operator does."""
        return subprocess.run(
            [self.home / "current" / "deploy" / name, *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def environment(self) -> dict[str, str]:
        ours = {*variables(self.environment_file.read_text()), "DATABASE_URL"}
        inherited = {key: value for key, value in os.environ.items() if key not in ours}
        return inherited | {
            "COMMAND_CENTER_HOME": str(self.home),
            "COMMAND_CENTER_PORTS": " ".join(self.ports),
            "COMMAND_CENTER_ENV": str(self.environment_file),
            "COMMAND_CENTER_OWNER_ENV": str(self.home / "owner.env"),
            "COMMAND_CENTER_USER": getuser(),
            "SYSTEMCTL": str(self.systemctl),
            "PYTHON": sys.executable,
            "UNREACHABLE": "/nowhere/",  # a developer's Python may lie anywhere
        }

    def commit(self, tag: str, more: Mapping[str, str] | None = None) -> None:
        """Make a release that has more at the end of these files."""
        for name, content in (more or {}).items():
            with (self.repository / name).open("a") as file:
                file.write(content)
        self._git("add", "--all")
        self._git("commit", "--quiet", "--allow-empty", "-m", f"Release {tag}")
        self._git("tag", tag)

    def set_up(self, tag: str) -> None:
        """Install the first release in both folders, and serve it from the first."""
        for port in self.ports:
            self._run("git", "clone", "--quiet", str(self.repository), str(self.home / port))
            self._run("git", "-C", str(self.home / port), "checkout", "--quiet", tag)
        first = self.home / self.ports[0]
        (self.home / "current").symlink_to(first)
        self._run(str(first / "deploy" / "venv.sh"), str(first))
        wrapper = str(first / "deploy" / "command-center")
        self._run(wrapper, "collectstatic", "--no-input", "--verbosity=0")
        self._run(str(self.systemctl), "start", f"command-center-web@{self.ports[0]}")

    def stop(self) -> None:
        for port in self.ports:
            if (server := self.server(port)) is not None:
                family = [server, *server.children(recursive=True)]
                server.terminate()
                _, alive = psutil.wait_procs(family, timeout=PATIENCE)
                for member in alive:
                    member.kill()

    def _run(self, *command: str) -> None:
        result = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, f"{result.stdout}{result.stderr}"

    def _git(self, *arguments: str) -> None:
        names = ("-c", "user.name=Ada", "-c", "user.email=ada@example.edu")
        self._run("git", "-C", str(self.repository), *names, *arguments)

    def _write_environment(self) -> None:
        values = COMPLETE | {
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "DATABASE_URL": database_url(),
            "STATIC_ROOT": str(self.home / "static"),
            "DATA_DIR": str(self.home / "data"),
            "TRUSTED_PROXIES": "1",
            "RATE_LIMITS": "false",
            "WEB_WORKERS": "1",
            "WEB_STOP_SECONDS": "20",
            "DEFAULT_FROM_EMAIL": "Command Center & friends <no-reply@example.edu>",
        }
        lines = (f"{name}='{value}'\n" for name, value in values.items())
        self.environment_file.write_text("".join(lines))

    def _make_repository(self) -> None:
        shutil.copytree(BASE, self.repository, ignore=shutil.ignore_patterns(*_NOT_RELEASED))
        # What is installed already stands for what pip would fetch.
        wheel = self.repository / "installed-1-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as files:
            about = "installed-1.dist-info"
            files.writestr("installed.pth", f"{sysconfig.get_path('purelib')}\n")
            files.writestr(
                f"{about}/METADATA", "Metadata-Version: 2.1\nName: installed\nVersion: 1\n"
            )
            files.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
            files.writestr(f"{about}/RECORD", "")
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        pinned = f"{wheel.as_uri()} --hash=sha256:{digest}\n"
        (self.repository / "requirements.txt").write_text(pinned)
        self._run("git", "init", "--quiet", "--initial-branch=main", str(self.repository))
