"""What the door before several cells goes by: maps from what a request shows to its cell.

Each map is a file of HAProxy's (``deploy/cells/haproxy.cfg``): a key and a cell in each line.
"""

import html
import socket
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.core.management.base import CommandError

from config.management.cells import Cell

# A tenant that has moved away, or has not arrived, is its other cell's.
_HERE = "tenant.is_active AND coalesce(tenant.move_state, '') NOT IN ('MOVED', 'ARRIVING')"

# Name of a map → its keys in one cell; keys have no blanks.
_KEYS = {
    "tenants": "SELECT id FROM tenants_tenant AS tenant WHERE {here}",
    "slugs": "SELECT slug FROM tenants_tenant AS tenant WHERE {here}",
    "names": (
        "SELECT regexp_replace(btrim(lower(name COLLATE \"C\")), '\\s+', '-', 'g')"
        " FROM tenants_tenant AS tenant WHERE {here}"
    ),
    "hosts": "SELECT domain FROM tenants_tenant AS tenant WHERE domain <> '' AND {here}",
    "origins": (
        "SELECT DISTINCT origin FROM tenants_allowedorigin"
        " JOIN tenants_tenant AS tenant ON tenant.id = tenant_id WHERE {here}"
    ),
    "keys": (
        "SELECT prefix FROM accounts_servicekey"
        " JOIN tenants_tenant AS tenant ON tenant.id = tenant_id WHERE NOT revoked AND {here}"
    ),
}

# What two universities may share: people of both are asked for the short name.
_SHARED = frozenset({"names"})

# The slugs of those whose Super Admins run a cell.
_PLATFORM = """
SELECT DISTINCT slug FROM tenants_tenant AS tenant
JOIN accounts_user AS member ON member.tenant_id = tenant.id AND member.status = 'ACTIVE'
JOIN accounts_role AS role ON role.tenant_id = member.tenant_id AND role.id = member.role_id
WHERE role.legacy_role = 'SUPER_ADMIN' AND {here} ORDER BY slug
"""

PAGE = "cells.html"

# Characters of lines that the door takes at once: its buffer has 16 KiB.
_AT_ONCE = 4_000

# Seconds for an answer of the door.
_PATIENCE = 10

type Maps = dict[str, dict[str, str]]


def maps_of(cells: Iterable[Cell]) -> Maps:
    """Return every map; raises a CommandError for a key that two cells claim."""
    maps: Maps = {name: {} for name in _KEYS}
    for cell in cells:
        for name, query in _KEYS.items():
            for (key,) in cell.ask(query.replace("{here}", _HERE)):
                other = maps[name].setdefault(key, cell.name)
                if other == cell.name:
                    continue
                if name not in _SHARED:
                    raise CommandError(f"{other} and {cell} both have {key} ({name}).")
                maps[name][key] = ""
    return {
        name: {key: cell for key, cell in found.items() if cell} for name, found in maps.items()
    }


def page_of(cells: Iterable[Cell]) -> str:
    """Return the page that leads Super Admins to each cell: they have an account in each."""
    slugs = _PLATFORM.replace("{here}", _HERE)
    rows = "".join(
        f"<h2>{html.escape(cell.name)}</h2>\n<ul>\n{links}</ul>\n"
        for cell in cells
        if (links := "".join(_link(slug) for (slug,) in cell.ask(slugs)))
    )
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Cells</title>\n'
        f"<h1>Cells</h1>\n{rows}</html>\n"
    )


def _link(slug: str) -> str:
    return f'<li><a href="/sign-in/{slug}/platform">{slug}</a></li>\n'


def lines_of(found: dict[str, str]) -> list[str]:
    return [f"{key} {cell}" for key, cell in sorted(found.items())]


def write_maps(maps: Maps, page: str, folder: Path) -> None:
    """Write all files; each is the former one or the new one, whole."""
    texts = {
        f"{name}.map": "".join(f"{line}\n" for line in lines_of(found))
        for name, found in maps.items()
    }
    for name, text in (texts | {PAGE: page}).items():
        draft = folder / f"{name}.part"
        draft.write_text(text, encoding="utf-8")
        draft.replace(folder / name)


def hand_over(maps: Maps, door: Path) -> None:
    """Let a door that is running go by these maps from now on, one map after the other.

    Raises a CommandError with what the door says where it takes one not.
    """
    known = dict(_maps_known(door))
    for name, found in maps.items():
        if (number := known.get(f"{name}.map")) is None:
            raise CommandError(f"the door at {door} has no map called {name}.")
        said = _tell(door, f"prepare map #{number}")
        version = said.rpartition(":")[2].strip()
        if not version.isdecimal():
            raise CommandError(f"the door at {door} says: {said.strip()}")
        for part in _parts(lines_of(found)):
            _obeyed(door, f"add map @{version} #{number} <<\n{part}\n")
        _obeyed(door, f"commit map @{version} #{number}")


def _maps_known(door: Path) -> Iterator[tuple[str, str]]:
    """Yield (file's name, number) of the door's maps."""
    for line in _tell(door, "show map").splitlines():
        number, _, rest = line.partition(" ")
        if number.isdecimal() and "(" in rest:
            yield Path(rest.partition("(")[2].partition(")")[0]).name, number


def _parts(lines: list[str]) -> Iterator[str]:
    """Yield the lines in pieces that the door takes at once."""
    part: list[str] = []
    for line in lines:
        if part and sum(map(len, part)) + len(line) > _AT_ONCE:
            yield "\n".join(part)
            part = []
        part.append(line)
    if part:
        yield "\n".join(part)


def _obeyed(door: Path, command: str) -> None:
    if said := _tell(door, command).strip():
        raise CommandError(f"the door at {door} says: {said}")


def _tell(door: Path, command: str) -> str:
    """Return what the door answers to a command at its socket."""
    try:
        with socket.socket(socket.AF_UNIX) as call:
            call.settimeout(_PATIENCE)
            call.connect(str(door))
            call.sendall(f"{command}\n".encode())
            call.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: call.recv(65536), b"")).decode()
    except OSError as error:
        raise CommandError(f"the door at {door} does not answer: {error}") from error
