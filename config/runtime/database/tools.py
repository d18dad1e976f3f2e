"""PostgreSQL's own programs at the database of this process, without its password on their line."""

import os
import shutil
import subprocess

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection
from psycopg import pq

from config.runtime.database import EmbeddedPostgres, programs


def run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; raise CommandError with what it says when it fails.

    Everybody on a machine may read the arguments of a program, and only its user the environment.
    """
    try:
        result = subprocess.run(
            [_path(program), *arguments],
            env=os.environ | _way_to_the_database(),
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise CommandError(
            f"there is no {program}; install PostgreSQL's client of the server's version"
            " (postgresql-client)."
        ) from None
    if result.returncode:
        raise CommandError(f"{program} failed: {result.stderr.strip()}")


def _path(program: str) -> str:
    server = settings.POSTGRES_SERVER
    if isinstance(server, EmbeddedPostgres):
        return str(programs.folder(server.data_dir) / program)
    return shutil.which(program) or program


def _way_to_the_database() -> dict[str, str]:
    """Return the variables by which libpq finds the database that Django is connected to."""
    variables = {
        option.keyword.decode(): option.envvar.decode()
        for option in pq.Conninfo.get_defaults()
        if option.envvar
    }
    parameters = connection.get_connection_params()
    return {
        variables[name]: str(value)
        for name, value in parameters.items()
        if name in variables and value not in (None, "")
    }
