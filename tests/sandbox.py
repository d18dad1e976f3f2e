"""What systemd takes from a unit, taken from a program by the same means: mounts, rights and calls.

``python -m tests.sandbox UNIT [--writable FOLDER …] -- COMMAND …`` as root. It reads the unit with
the drop-ins of its prefix. systemd itself runs only as a machine's first process; what is not done
here is checked by ``systemd-analyze`` alone.
"""

import ctypes
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from django.conf import settings

UNITS = settings.BASE_DIR / "deploy" / "systemd"

_CLONE_NEWNS = 0x00020000
_NO_NEW_PRIVS, _DROP_BOUND = 38, 24
_CAP_DAC_OVERRIDE = 1
_ALLOW, _EPERM, _EAFNOSUPPORT = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 97
_FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10}
_OTHERS = range(46)


class _Compare(ctypes.Structure):
    _fields_ = (
        ("arg", ctypes.c_uint),
        ("op", ctypes.c_int),
        ("a", ctypes.c_uint64),
        ("b", ctypes.c_uint64),
    )


def directives(unit: str) -> dict[str, list[str]]:
    """Return the values of a unit's directives, those of its drop-ins included, in order."""
    prefix = unit.split("-")[:2]
    files = [UNITS / unit, *sorted((UNITS / f"{'-'.join(prefix)}-.service.d").glob("*.conf"))]
    found: dict[str, list[str]] = {}
    for file in files:
        for name, value in re.findall(r"^(\w+)=(.*)$", file.read_text(), re.MULTILINE):
            found.setdefault(name, []).append(value)
    return found


def is_possible() -> bool:
    """Return whether this machine lets us do so, and has what is needed."""
    if os.geteuid() != 0 or sys.platform != "linux":
        return False
    try:
        probe = ["unshare", "--mount", "true"]
        subprocess.run(probe, check=True, capture_output=True)
        _seccomp()
        _calls("@system-service")
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def sandboxed(unit: str, command: list[str], *writable: Path) -> list[str]:
    """Return the command that runs a program as a unit's; it may write to these folders as well."""
    folders = [word for folder in writable for word in ("--writable", str(folder))]
    return [sys.executable, "-m", "tests.sandbox", unit, *folders, "--", *command]


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)  # noqa: S607


def restrict_files(writable: list[str]) -> None:
    """Make everything read-only but these folders, /dev, /proc and /sys (ProtectSystem=strict)."""
    os.unshare(_CLONE_NEWNS)
    _mount("--make-rprivate", "/")
    for folder in writable:
        _mount("--bind", folder, folder)
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        place = line.split()[4].encode().decode("unicode_escape")
        if place.startswith(("/dev", "/proc", "/sys")) or place in writable:
            continue
        # Some are read-only already, or others' business.
        remount = ["mount", "-o", "remount,bind,ro", place]
        subprocess.run(remount, check=False, capture_output=True)


def drop_rights() -> None:
    """Give up all capabilities for good (CapabilityBoundingSet=, NoNewPrivileges=yes).

    One stays, without which the tests' PostgreSQL, whose socket is another user's, is out of reach;
    what is mounted read-only is so all the same.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    last = int(Path("/proc/sys/kernel/cap_last_cap").read_text())
    for capability in range(last + 1):
        if capability != _CAP_DAC_OVERRIDE:
            libc.prctl(_DROP_BOUND, capability, 0, 0, 0)
    libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)


def restrict_calls(allowed: list[str], families: list[str]) -> None:
    """Refuse all calls of the kernel but the allowed, and sockets of other families."""
    library = _seccomp()
    context = library.seccomp_init(_EPERM)
    names = set()
    for value in allowed:
        groups = set().union(*(_calls(word) for word in value.lstrip("~").split()))
        names = names - groups if value.startswith("~") else names | groups
    for name in sorted(names | _calls("@default")):
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number >= 0 and name != "socket":
            library.seccomp_rule_add_array(context, _ALLOW, number, 0, None)
    socket = library.seccomp_syscall_resolve_name(b"socket")
    for family in _OTHERS:
        is_allowed = family in {_FAMILIES[name] for name in families}
        action = _ALLOW if is_allowed else _EAFNOSUPPORT
        compared = (_Compare * 1)(_Compare(0, 4, family, 0))
        library.seccomp_rule_add_array(context, action, socket, 1, compared)
    if library.seccomp_load(context):
        sys.exit("The kernel's calls could not be restricted.")


@cache
def _seccomp() -> ctypes.CDLL:
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_load.argtypes = [ctypes.c_void_p]
    library.seccomp_rule_add_array.argtypes = [
        *(ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint, ctypes.c_void_p)
    ]
    return library


@cache
def _calls(group: str) -> set[str]:
    """Return the calls of one of systemd's groups, those of groups within it included."""
    if not group.startswith("@"):
        return {group}
    listed = subprocess.run(
        ["systemd-analyze", "--no-pager", "syscall-filter", group],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()[1:]
    names = (line.strip() for line in listed)
    return set().union(*(_calls(name) for name in names if name and not name.startswith("#")))


def _main(unit: str, *words: str) -> None:
    options, command = words[: words.index("--")], words[words.index("--") + 1 :]
    said = directives(unit)
    writable = [*options[1::2], *" ".join(said.get("ReadWritePaths", [])).split()]
    if said["ProtectSystem"] == ["strict"]:
        restrict_files([folder for folder in writable if Path(folder).is_dir()])
    os.umask(int(said["UMask"][-1], 8))
    allowed, families = said["SystemCallFilter"], said["RestrictAddressFamilies"][-1].split()
    for group in ("@default", *(word for line in allowed for word in line.lstrip("~").split())):
        _calls(group)
    if said["CapabilityBoundingSet"] == [""] and said["NoNewPrivileges"] == ["yes"]:
        drop_rights()
    if said["RestrictNamespaces"] == ["yes"]:
        allowed = [*allowed, "~unshare setns"]
    restrict_calls(allowed, families)
    os.execvp(command[0], command)


if __name__ == "__main__":
    _main(*sys.argv[1:])
