"""The servers that the benchmark ``servers`` compares, on the application as it is."""

import json
import sys
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from http.client import HTTPConnection, HTTPException
from importlib.util import find_spec
from subprocess import PIPE, run

import psutil

from benchmarks.databases import BASE_DIR, DATA_DIR, CommandFailedError, Database
from benchmarks.load import HOST, Job, Load
from benchmarks.ports import free_port
from config.runtime.processes import ProcessGroup, web_server

# As granian has them.
WORKERS, THREADS = 2, 4

_GUNICORN = (
    *("-m", "gunicorn", "config.wsgi:application", "--bind", f"{HOST}:{{port}}"),
    *("--workers", str(WORKERS), "--log-level", "critical", "--no-control-socket"),
)
SERVERS = {
    # As the demo starts it, without the interpreter: the database's command brings one.
    "granian": tuple(web_server(HOST, "{port}", log_level="critical")[1:]),
    "gunicorn sync": (*_GUNICORN, "--worker-class", "sync"),
    "gunicorn gthread": (*_GUNICORN, "--worker-class", "gthread", "--threads", str(THREADS)),
}

# Seconds for a server's first answer.
PATIENCE = 60


class Servers(ProcessGroup):
    """Web servers by name, each on a free port of this machine; leaving stops them."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database
        self.ports: dict[str, int] = {}

    def serve(self, name: str, arguments: Sequence[str] = ()) -> None:
        """Start one of SERVERS, or Python with these arguments; wait until it answers."""
        if name.startswith("gunicorn") and not find_spec("gunicorn"):
            raise CommandFailedError("gunicorn is missing; `make bench` installs it.")
        port = self.ports[name] = free_port()
        arguments = [argument.format(port=port) for argument in arguments or SERVERS[name]]
        log = DATA_DIR / f"{name.replace(' ', '-')}.log"
        logged = ["/bin/sh", "-c", 'exec "$@" >"$0" 2>&1', str(log)]
        self.start(name, [*logged, *self._database.command(*arguments)], self._database.tree)
        deadline = time.monotonic() + PATIENCE
        while not _answers(port):
            if self.first_to_end() or time.monotonic() > deadline:
                raise CommandFailedError(f"{name} does not answer; {log} may say why.")
            time.sleep(0.1)

    def process(self, name: str) -> psutil.Process:
        return psutil.Process(self._members[name].pid)

    def workers(self, name: str) -> list[psutil.Process]:
        """Return the processes in which a server runs the application."""
        every = self.process(name).children(recursive=True)
        return [process for process in every if not process.children()]

    def memory(self, name: str) -> int:
        """Return the bytes of a server and its workers, with shared memory counted once."""
        parent = self.process(name)
        every = [parent, *parent.children(recursive=True)]
        infos = [process.memory_full_info() for process in every]
        return sum(getattr(info, "pss", info.rss) for info in infos)  # only Linux knows shares


def _answers(port: int) -> bool:
    with (
        suppress(OSError, HTTPException),
        closing(HTTPConnection(HOST, port, timeout=5)) as ask,
    ):
        ask.request("HEAD", "/")
        ask.getresponse()
        return True
    return False


def sign_in(port: int, email: str, password: str, tenant_slug: str) -> str:
    """Return an access token; every server on the same database takes it."""
    body = json.dumps({"email": email, "password": password, "tenant_slug": tenant_slug})
    with closing(HTTPConnection(HOST, port, timeout=PATIENCE)) as ask:
        ask.request("POST", "/v1/auth/login", body, {"Content-Type": "application/json"})
        answer = json.load(ask.getresponse())
    if not answer["success"]:
        raise CommandFailedError(f"signing in failed: {answer}")
    return answer["data"]["access_token"]


def service_key(database: Database, tenant_slug: str) -> str:
    """Return a new key for a tenant's live service."""
    made = database.manage("service_key", "create", "--tenant", tenant_slug, "--name", "Benchmark")
    return made.strip()


def apply(job: Job) -> Load:
    """Run the job in a process of its own."""
    result = run(
        [sys.executable, "-m", "benchmarks.load"],
        cwd=BASE_DIR,
        input=json.dumps(asdict(job)).encode(),
        stdout=PIPE,
        timeout=job.seconds + 2 * job.patience + PATIENCE,
        check=False,
    )
    if result.returncode:
        raise CommandFailedError("the load broke off.")
    return Load(**json.loads(result.stdout))
