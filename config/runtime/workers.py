"""Where the worker processes of one server add their figures up.

Without Django, and before prometheus_client is imported: that looks at the environment once.
"""

import fcntl
import os
import shutil
from pathlib import Path

import psutil

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"

_PROJECT = Path(__file__).resolve().parents[2]


def share_figures() -> None:
    """Have this process count together with its siblings: the server's process is their parent.

    Each server has a directory of its own under ``$RUNTIME_DIRECTORY`` (systemd sets that) or
    ``$DATA_DIR/run``, which begins empty; what servers of before left there goes. Whoever sets
    PROMETHEUS_MULTIPROC_DIR decides that alone, and empties it before each start.
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
    """Return the directory of a server among those of all; remove what dead ones left.

    A process that starts may bear the number of one that has ended: what is older than the process
    is not its own.
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
