"""``make audit``: licence, age and known advisories of everything that is pinned.

What cannot be asked is "not told": that no advisory is known says something only of releases that
somebody was asked about. PIP_AUDIT_VULNERABILITY_SERVICE=osv asks another source than the index.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pypi_simple import PYPI_SIMPLE_ENDPOINT, NoSuchProjectError, PyPISimple
from requests import RequestException

from requirements import FILES, HERE, ROOT

NOT_TOLD = "not told"
PIN = re.compile(r"^([a-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE | re.IGNORECASE)

# Days after which a release is called old: nobody may look after its package any more.
OLD = 730

# Who has what a file pins installed.
PYTHONS = {
    FILES[HERE / f"{name}.in"]: ROOT / f".venv-{name}" / "bin" / "python" for name in ("cas", "ha")
}
SECONDS = 15

LINE = "  {:<32}{:<20}{:<12}{:<24}{}"
HEADING = LINE.format("package", "version", "age", "advisories", "licence")


@dataclass
class Row:
    """What is known about a pinned release."""

    name: str
    version: str
    licence: str
    days: int | None
    advisories: list[str] | None

    def __str__(self) -> str:
        age = NOT_TOLD if self.days is None else f"{self.days} days"
        known = NOT_TOLD if self.advisories is None else ", ".join(self.advisories) or "none"
        return LINE.format(self.name, self.version, age, known, self.licence)


def normal(name: str) -> str:
    """Return a package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(file: Path) -> list[tuple[str, str]]:
    """Return names and versions of what a file pins."""
    return [(normal(name), version) for name, version in PIN.findall(file.read_text())]


def licences(python: Path) -> dict[tuple[str, str], str]:
    """Return the licences of what is installed for a Python, as the packages declare them."""
    if not python.exists():
        return {}
    ask = ("-m", "piplicenses", "--with-system", "--from=mixed", "--format=json")
    found = json.loads(_output(*ask, f"--python={python}") or "[]")
    return {
        (normal(one["Name"]), one["Version"]): " ".join(one["License"].split()) for one in found
    }


def ages(releases: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int | None]:
    """Return how many days ago the index was given each release, None where it does not tell."""
    index = (
        os.environ.get("PIP_INDEX_URL")
        or _output("-m", "pip", "config", "get", "global.index-url").strip()
        or PYPI_SIMPLE_ENDPOINT
    )
    wanted = list(releases)
    with PyPISimple(index) as client, ThreadPoolExecutor(4) as pool:
        return dict(zip(wanted, pool.map(lambda one: _age(client, *one), wanted), strict=True))


def _age(client: PyPISimple, name: str, version: str) -> int | None:
    try:
        page = client.get_project_page(name, timeout=SECONDS)
    except (NoSuchProjectError, RequestException, ValueError):
        return None
    times = [file.upload_time for file in page.packages if file.version == version]
    known = [one for one in times if one]
    return (datetime.now(UTC) - min(known)).days if known else None


def advisories(file: Path) -> dict[tuple[str, str], list[str] | None]:
    """Return the known advisories of what a file pins, None where nobody told."""
    ask = ("--disable-pip", "--require-hashes", "--format=json", "--progress-spinner=off")
    written = _output("-m", "pip_audit", *ask, f"--timeout={SECONDS}", f"--requirement={file}")
    try:
        found: list[dict[str, Any]] = json.loads(written)["dependencies"]
    except ValueError:  # it ended before it could ask
        return {}
    return {
        (normal(one["name"]), one["version"]): sorted(vuln["id"] for vuln in one["vulns"])
        for one in found
        if "vulns" in one
    }


def _output(*arguments: str) -> str:
    """Return what one of Python's programs writes; what it complains about is not ours to show."""
    result = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return result.stdout


def rows(file: Path) -> list[Row]:
    """Return what is known about everything that a file pins."""
    releases = pins(file)
    licence = licences(PYTHONS.get(file, Path(sys.executable)))
    age, known = ages(releases), advisories(file)
    return [
        Row(*one, licence.get(one, "not installed here"), age[one], known.get(one))
        for one in releases
    ]


def summary(found: Sequence[Row]) -> list[str]:
    """Return sentences about all of it; what was not told is never passed over."""
    told = [row for row in found if row.advisories is not None]
    dated = [row for row in found if row.days is not None]
    bad = [row for row in told if row.advisories]
    old = [row for row in dated if row.days is not None and row.days > OLD]
    licensed = [row for row in found if row.licence not in ("UNKNOWN", "not installed here")]
    return [
        f"{len(found)} releases, of {len(licensed)} of which the licence is known.",
        _of("Age", dated, found) + f" Older than {OLD} days: {_names(old)}.",
        _of("Advisories", told, found) + f" With known ones: {_names(bad)}.",
    ]


def _of(what: str, told: Sequence[Row], found: Sequence[Row]) -> str:
    missing = len(found) - len(told)
    rest = f"; of {missing} nobody told: ask again where the network allows it" if missing else ""
    return f"{what}: told of {len(told)}{rest}."


def _names(found: Iterable[Row]) -> str:
    return ", ".join(sorted({f"{row.name} {row.version}" for row in found})) or "none"


def main(files: Sequence[str]) -> int:
    """Print what is known; return 1 where an advisory is."""
    every: list[Row] = []
    for file in map(Path, files or map(str, FILES.values())):
        every += (found := rows(file))
        sys.stdout.write("\n".join([f"{file.name}\n{HEADING}", *map(str, found)]) + "\n\n")
    sys.stdout.write("\n".join(summary(every)) + "\n")
    return int(any(row.advisories for row in every))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
