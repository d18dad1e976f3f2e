"""The environment file of a server, for commands: read as systemd reads it for the units.

``deploy/command-center`` runs this file, by whoever is root or the service's user. It needs nothing
but Python, since it runs before there are settings.
"""

import os
import pwd
import re
import sys
from pathlib import Path

# Commands that want the owner of the tables, and so the second file.
OF_THE_OWNER = {"migrate", "database_roles", "check_config", "dump", "restore"}

ADDRESSES = {
    *("DATABASE_URL", "SYSTEM_DATABASE_URL", "OWNER_DATABASE_URL", "DATABASE_DIRECT_URL"),
}

# By systemd.exec(5): quoted pieces first, then whatever stands there, to the end of the line. A
# backslash before the end of a line joins the next one.
_QUOTED = re.compile(r"""\A[ \t]*(?:'([^']*)'?|"((?:[^"\\]|\\.)*)"?)""", re.DOTALL)
_PLAIN = re.compile(r"[ \t]*((?:[^\\\n]|\\.)*)\n?", re.DOTALL)


def variables(text: str) -> dict[str, str]:
    """Return the variables of a file as systemd reads it (systemd.exec(5), EnvironmentFile).

    Values go on after a quote that is not closed, and after a backslash at the end of a line.
    """
    found = {}
    rest = text.replace("\r\n", "\n")
    while rest:
        line, _, after = rest.partition("\n")
        stripped = line.lstrip()
        if not stripped or stripped[0] in "#;" or "=" not in line:
            rest = after
            continue
        name, _, rest = rest.partition("=")
        value, rest = _value(rest)
        found[name.strip()] = value
    return found


def _value(text: str) -> tuple[str, str]:
    """Return the value at the beginning of a text, and what follows its line."""
    value = ""
    while quoted := _QUOTED.match(text):
        single, double = quoted.groups()
        value += single if double is None else re.sub(r"\\(.)", _escaped, double, flags=re.DOTALL)
        text = text[quoted.end() :]
    plain = _PLAIN.match(text)
    assert plain is not None  # noqa: S101 - it matches nothing at all as well
    written = _without_blanks_at_the_end(plain[1])
    value += re.sub(r"\\(.)", lambda found: found[1].strip("\n"), written, flags=re.DOTALL)
    return value, text[plain.end() :]


def _without_blanks_at_the_end(text: str) -> str:
    """Return a text without the blanks at its end; one after a backslash belongs to it."""
    kept = text.rstrip(" \t")
    return text[: len(kept) + 1] if kept.endswith("\\") else kept


def _escaped(found: re.Match[str]) -> str:
    """Return what stands for an escape within double quotes: of few characters alone."""
    one = found[1]
    return "" if one == "\n" else one if one in '"\\`$' else found[0]


def _become(user: str) -> None:
    """Go on as this user; end with a sentence where that is not allowed."""
    try:
        account = pwd.getpwnam(user)
    except KeyError:
        sys.exit(f"error: there is no user {user}; useradd --system {user} makes it.")
    if os.geteuid() == account.pw_uid:
        return
    if os.geteuid() != 0:
        sys.exit(f"error: commands run as {user}; become root, or {user}, first.")
    os.initgroups(user, account.pw_gid)
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)
    os.environ |= {"HOME": account.pw_dir, "USER": user, "LOGNAME": user}


def _read(path: str, advice: str, *, needed: bool = True) -> dict[str, str]:
    try:
        return variables(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        if needed:
            sys.exit(f"error: there is no {path}; {advice}")
    except PermissionError:
        # A unit has the variables already: systemd read the file.
        if needed and "DJANGO_SETTINGS_MODULE" not in os.environ:
            sys.exit(f"error: {path} is not readable by you; become root first.")
    return {}


def gathered(first: str, *others: str) -> dict[str, str]:
    """Return the variables of several files; the later ones count.

    One that leads to another database leads there with each role: none is left at the former.
    """
    found = _read(first, ".env.example is its beginning.")
    for path in others:
        further = _read(path, "it holds the DATABASE_URL of the other database.")
        if not ADDRESSES.isdisjoint(further):
            found = {name: value for name, value in found.items() if name not in ADDRESSES}
        found |= further
    return found


def main(files: str, owners: str, user: str, *command: str) -> None:
    """Run ``manage.py`` with the variables of the files, as the service's user."""
    if not command:
        sys.exit("usage: command-center COMMAND [ARGUMENT …], one of manage.py's")
    found = gathered(*files.split(":"))
    if command[0] in OF_THE_OWNER:
        found |= _read(owners, "", needed=False)
    _become(user)
    manage = Path(__file__).resolve().parents[2] / "manage.py"
    os.execve(sys.executable, [sys.executable, str(manage), *command], {**os.environ, **found})


if __name__ == "__main__":
    main(*sys.argv[1:])
