"""A group of programs that runs like one: they all end with the process that started them."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Self

# Seconds that a program has to finish its work before it is killed.
GRACE = 10

# Bytes that the server keeps of a request's head; it reads a little further before it refuses.
HEADER_BYTES = 64 * 1024


class ProcessGroup:
    """The programs started in this context; leaving it stops them."""

    def __init__(self) -> None:
        self._members: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, command: list[str], cwd: Path) -> None:
        """Start a program in a session of its own, so that we stop it and not Ctrl-C."""
        self._members[name] = subprocess.Popen(
            [sys.executable, __file__, str(os.getpid()), *command],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def first_to_end(self) -> tuple[str, int] | None:
        """Return the name and exit code of a program that has ended, None while all run."""
        for name, member in self._members.items():
            if (code := member.poll()) is not None:
                return name, code
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for member in self._members.values():
            member.terminate()
        deadline = time.monotonic() + GRACE
        for member in self._members.values():
            with suppress(subprocess.TimeoutExpired):
                member.wait(max(0, deadline - time.monotonic()))
            # A server that died by force leaves its workers; they share its session.
            with suppress(ProcessLookupError):
                os.killpg(member.pid, signal.SIGKILL)
            member.wait()


def web_server(
    host: str,
    port: int | str,
    *,
    workers: int = 2,
    header_seconds: int = 10,
    stop_seconds: int = 5,
    log_level: str = "warning",
) -> list[str]:
    """Return the command that serves the application, each process in WEB_THREADS threads.

    Two processes of four threads serve a laptop best: more only wait for each other. A connection
    that has not sent all headers of a request within ``header_seconds`` is closed. When it is told
    to stop, the server takes no new connections and has ``stop_seconds`` to finish open requests.
    Requests are logged by the application, which knows their ids; not a second time by the server.
    """
    return [
        *(sys.executable, "-m", "config.runtime.web_server"),
        # The application has nothing to do with a server's start and end ("nl": no lifespan).
        *("config.asgi:application", "--interface", "asginl", "--loop", "asyncio"),
        *("--host", host, "--port", str(port)),
        *("--workers", str(workers)),
        # A server behind a proxy is called by HTTP/1, and without WebSockets.
        *("--http", "1", "--no-ws"),
        *("--http1-buffer-size", str(HEADER_BYTES)),
        *("--http1-header-read-timeout", str(header_seconds * 1000)),
        *("--workers-kill-timeout", str(stop_seconds)),
        # One that the system killed, for its memory say, is replaced; all in a row end the server.
        "--respawn-failed-workers",
        *("--no-access-log", "--log-level", log_level),
    ]


@contextmanager
def until_told_to_stop() -> Iterator[None]:
    """Run the block until it ends, or until Ctrl-C, SIGTERM or the terminal's closing ends it.

    One signal is enough: later ones would only interrupt the clean-up that the first one began.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        for stopping in signals:
            signal.signal(stopping, signal.SIG_IGN)
        raise KeyboardInterrupt

    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    for number in signals:
        signal.signal(number, stop)
    with suppress(KeyboardInterrupt):
        yield


def end_with(parent: int) -> None:
    """Ask the system to end this process when its parent ends, even by ``kill -9``.

    It ends as by SIGTERM: what it is at comes first. Only Linux offers that. Elsewhere the program
    stays, and the next start finds its port taken.
    """
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)
        if os.getppid() != parent:
            sys.exit(1)  # the parent died before we could ask


# ``ProcessGroup.start`` runs this between itself and the program: the setting survives exec.
if __name__ == "__main__":
    end_with(int(sys.argv[1]))
    os.execv(sys.argv[2], sys.argv[2:])
