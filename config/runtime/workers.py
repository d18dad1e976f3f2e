"""The directory in which the worker processes of one server add up their figures.

It uses no Django, and runs before prometheus_client is imported, which reads the environment once.
"""

import fcntl
import os
import shutil
from pathlib import Path

import psutil

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"

_PROJECT = Path(__file__).resolve().parents[2]


def share_figures() -> None:
    """Count together with the other processes of this server, which have the same parent.

    Each server has a directory of its own under ``$RUNTIME_DIRECTORY`` (systemd sets that) or
    ``$DATA_DIR/run``. It begins empty; files of former servers are removed. Operators who set
    PROMETHEUS_MULTIPROC_DIR choose the directory themselves, and empty it before each start.
    """
    if chosen := os.environ.get(VARIABLE):
        Path(chosen).mkdir(parents=True, exist_ok=True)
        return
    data = Path(os.environ.get("DATA_DIR") or _PROJECT / ".data")
    run = os.environ.get("RUNTIME_DIRECTORY", "").partition(":")[0]
    servers = (Path(run) if run else data / "run") / "metrics"
    servers.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[VARIABLE] = str(claim(servers, psutil.Process(os.getppid())))


def claim(servers: Path, server: psutil.Process) -> Path:
    """Return the directory of a server among those of all; remove those of servers that ended.

    A new process may have the number of one that has ended: a directory older than the process
    belongs to the former one.
    """
    with (servers / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        mine = servers / str(server.pid)
        for other in servers.glob("[0-9]*"):
            stale = other.stat().st_mtime < server.create_time() - 1
            if stale if other == mine else not psutil.pid_exists(int(other.name)):
                shutil.rmtree(other, ignore_errors=True)
        mine.mkdir(mode=0o700, exist_ok=True)
    return mine
