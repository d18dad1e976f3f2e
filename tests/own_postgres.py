"""The programs of a PostgreSQL that is the machine's, and not embedded."""

import sys
from pathlib import Path

from tests.servers import installed

# Where Debian and others keep them, if not in the PATH.
_FOLDERS = ("usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "opt/homebrew/opt/postgresql@*/bin")


def own_postgres() -> Path:
    """Return the folder of the programs; end with a sentence where there are none."""
    found = [str(one) for folder in _FOLDERS for one in Path("/").glob(f"{folder}/postgres")]
    names = (*sorted(found, reverse=True), "postgres")
    program = installed(names, otherwise="PostgreSQL 15 or newer is needed for the tests.")
    return Path(program).resolve().parent


if __name__ == "__main__":
    sys.stdout.write(f"{own_postgres()}\n")
