"""The application in a web server of its own, as in production."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from typing import IO
from urllib.parse import urlencode

import psutil
from django.conf import settings
from django.db import connection

from benchmarks.ports import HOST, free_port
from config.runtime.processes import web_server

# Seconds a server may take until its first answer, and until it has ended.
PATIENCE = 60


class RunningServer:
    """A web server with its worker processes; it listens at ``url``."""

    def __init__(self, port: int, process: psutil.Popen) -> None:
        self.port = port
        self.url = f"http://{HOST}:{port}"
        self.process = process

    def connect(self) -> HTTPConnection:
        """Return a new connection; ``closing`` it is the caller's."""
        return HTTPConnection(HOST, self.port, timeout=PATIENCE)

    @contextmanager
    def connections_to_each_worker(self) -> Iterator[list[HTTPConnection]]:
        """Yield a connection to every worker process; a new one may reach any of them."""
        found: dict[int, HTTPConnection] = {}
        workers = self.process.children()
        with ExitStack() as opened:
            for _ in range(1000):
                connection = opened.enter_context(closing(self.connect()))
                connection.request("HEAD", "/")
                connection.getresponse().read()
                found[_answering(workers, connection)] = connection
                if len(found) == len(workers):
                    yield list(found.values())
                    return
            raise AssertionError(f"Of {len(workers)} workers only {len(found)} answered.")


def _answering(workers: list[psutil.Process], connection: HTTPConnection) -> int:
    """Return the process at the other end of a connection."""
    port = connection.sock.getsockname()[1]
    return next(
        worker.pid
        for worker in workers
        for other in worker.net_connections(kind="tcp")
        if other.raddr and other.raddr.port == port
    )


def serve(port: int) -> list[str]:
    """Return the command that an operator serves with."""
    return [sys.executable, "manage.py", "serve", "--port", str(port)]


@contextmanager
def running_server(
    command: Callable[[int], list[str]] = lambda port: web_server(HOST, port),
    log: IO[bytes] | None = None,
    port: int | None = None,
    **environment: str,
) -> Iterator[RunningServer]:
    """Serve the tests' database on a port of this machine, a free one, for the block's length.

    It sees only committed rows: use it in tests with ``django_db(transaction=True)``.
    ``environment`` is added to the server's environment, ``log`` gets its output. Its own links
    lead to itself.
    """
    port = port or free_port()
    process = psutil.Popen(
        command(port),
        cwd=settings.BASE_DIR,
        env=os.environ
        | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "config.settings.test"}
        | {"PUBLIC_URL": f"http://{HOST}:{port}"}
        | environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    server = RunningServer(port, process)
    try:
        _wait_until_up(server)
        yield server
    finally:
        _stop(process)


def database_url(name: str | None = None, *, user: str | None = None) -> str:
    """Return the address of a database beside the tests', or of theirs; its owner's by default."""
    entry = connection.settings_dict | ({"USER": user} if user else {})
    address = {key: str(entry[key.upper()]) for key in ("host", "port", "user", "password")}
    where = urlencode({key: value for key, value in address.items() if value})
    return f"postgresql:///{name or entry['NAME']}?{where}"


def installed(names: Iterable[str], otherwise: str) -> str:
    """Return the path of the first of these programs; end with a sentence where there is none."""
    for name in names:
        if path := shutil.which(name):
            return path
    raise SystemExit(otherwise)


def _wait_until_up(server: RunningServer) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.process.poll() is None, "The web server ended by itself."
        with suppress(OSError, HTTPException), closing(server.connect()) as ask:
            ask.request("HEAD", "/")
            ask.getresponse()
            return
        time.sleep(0.05)
    raise AssertionError(f"The web server did not answer within {PATIENCE} seconds.")


def _stop(process: psutil.Popen) -> None:
    """End the server and its workers, by force when a signal is not enough."""
    if process.poll() is not None:
        return
    family = [process, *process.children(recursive=True)]
    process.terminate()
    _, alive = psutil.wait_procs(family, timeout=PATIENCE)
    for member in alive:
        member.kill()
    process.wait()
