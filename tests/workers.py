"""The background worker in a process of its own, as in production."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
from django.conf import settings

from config.db import roles
from tests.servers import PATIENCE, database_url


@contextmanager
def running_worker(*options: str, **environment: str) -> Iterator[psutil.Popen]:
    """Run a worker on the queue of the tests' database for the length of the block.

    It sees only committed rows: use it in tests with ``django_db(transaction=True)``.
    ``environment`` is added to the worker's environment.
    """
    process = psutil.Popen(
        [
            *(sys.executable, "manage.py", "db_worker", "--queue-name", "*"),
            *("--no-startup-delay", "--no-reload", "--interval", "0.05", *options),
        ],
        cwd=settings.BASE_DIR,
        # Those of the tests keep all mails in memory.
        env=os.environ
        | {"SYSTEM_DATABASE_URL": environment.get("DATABASE_URL", database_url(user=roles.SYSTEM))}
        | {"DJANGO_SETTINGS_MODULE": "config.settings.local"}
        | {"SECRET_KEY": settings.SECRET_KEY}
        | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(PATIENCE)


def finish_work(**environment: str) -> None:
    """Run all queued tasks that are due in a new worker."""
    with running_worker("--batch", **environment) as worker:
        assert worker.wait(PATIENCE) == 0


def kill(worker: psutil.Popen) -> None:
    """End a worker as ``kill -9`` or a lack of memory does: it cannot report anything."""
    worker.kill()
    assert worker.wait(PATIENCE) == -signal.SIGKILL
