"""``make requirements``: pins everything in ``*.in`` and what it brings along, with hashes.

Pins stay as they are, unless a source asks for something else or ``--upgrade`` for newer releases.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from requirements import FILES, ROOT

HEADER = """\
# Made by `make requirements` out of {source}, which says what is chosen and why.
# Each release is pinned to its number and to the hashes of all its files at the package index, also
# those for other systems and Pythons. `pip install --require-hashes` takes nothing else.
"""

# Hashes, and nothing of the machine that this runs on: no index, no folder, no option of pip.
OPTIONS = (
    *("--quiet", "--generate-hashes", "--allow-unsafe", "--strip-extras", "--no-header"),
    *("--no-emit-index-url", "--no-emit-trusted-host", "--no-emit-find-links"),
    *("--no-emit-options", "--no-config"),
)


def compile_all(upgrades: Sequence[str]) -> None:
    """Write all files with pins; a failure leaves the file at hand as it was."""
    for source, target in FILES.items():
        where = source.relative_to(ROOT)
        subprocess.run(
            [
                *(sys.executable, "-m", "piptools", "compile", *OPTIONS, *upgrades),
                *(f"--output-file={target.relative_to(ROOT)}", str(where)),
            ],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        write_header(target, where)


def write_header(target: Path, source: Path) -> None:
    """Put the header above the pins."""
    pins = target.read_text()
    lines = pins.splitlines(keepends=True)
    first = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    target.write_text(HEADER.format(source=source) + "\n" + "".join(lines[first:]).lstrip("\n"))


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", metavar="NAME", help="a package; 1 for all of them")
    name = parser.parse_args(arguments).upgrade
    every = ["--upgrade"] if name == "1" else []
    compile_all(every or ([f"--upgrade-package={name}"] if name else []))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
