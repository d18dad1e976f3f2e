"""``python -m config.database COMMAND …`` runs a command beside the embedded PostgreSQL.

The command finds it through DATABASE_URL, or through the variables of PostgreSQL's own programs,
which are on its path as well: psql, pg_dump. A DATABASE_URL that is set already is left alone.
"""

import os
import subprocess
import sys

from django.conf import settings

from config.runtime.database import EmbeddedPostgres, PostgresError, programs
from config.runtime.database.process_role import DatabaseRole


def _way_to(server: EmbeddedPostgres) -> dict[str, str]:
    """Return the environment variables through which programs find the server."""
    entry = server.settings()
    return {
        "DATABASE_URL": server.url(role=DatabaseRole.APPLICATION),
        "SYSTEM_DATABASE_URL": server.url(role=DatabaseRole.SYSTEM),
        "OWNER_DATABASE_URL": server.url(),
        "PGHOST": entry["HOST"],
        "PGPORT": entry["PORT"],
        "PGUSER": entry["USER"],
        "PGDATABASE": entry["NAME"],
        "PATH": os.pathsep.join([str(programs.folder(server.data_dir)), os.environ["PATH"]]),
    }


def main(command: list[str]) -> int:
    """Run the command, return its exit code."""
    if not command:
        sys.exit("usage: python -m config.database COMMAND [ARGUMENT …]")
    chosen = "DJANGO_SETTINGS_MODULE" in os.environ
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    server = settings.POSTGRES_SERVER
    environment = dict(os.environ)
    if not chosen:
        del environment["DJANGO_SETTINGS_MODULE"]  # the command's to choose
    if isinstance(server, EmbeddedPostgres):
        environment |= _way_to(server)
        environment.pop("DATABASE_DIRECT_URL", None)  # of another one
    with server:
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except PostgresError as error:
        sys.exit(f"error: {error}")
    except FileNotFoundError as error:
        sys.exit(f"error: there is no program {error.filename}.")
