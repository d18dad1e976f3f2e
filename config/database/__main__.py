"""`python -m config.database COMMAND …` runs a command beside the embedded PostgreSQL.

The command finds it through DATABASE_URL. For programs that know nothing of how we come by our
database: psql and pg_dump, or Django under the production settings. A DATABASE_URL that is set
already is left alone.
"""

import os
import subprocess
import sys
from urllib.parse import urlencode

from django.conf import settings

from config.database import EmbeddedPostgres, PostgresError


def _url(server: EmbeddedPostgres) -> str:
    entry = server.settings()
    where = urlencode({"host": entry["HOST"], "port": entry["PORT"]})
    return f"postgresql://{entry['USER']}@/{entry['NAME']}?{where}"


def main(command: list[str]) -> int:
    if not command:
        sys.exit("usage: python -m config.database COMMAND [ARGUMENT …]")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    server = settings.POSTGRES_SERVER
    environment = dict(os.environ)
    if isinstance(server, EmbeddedPostgres):
        environment["DATABASE_URL"] = _url(server)
    del environment["DJANGO_SETTINGS_MODULE"]  # the command chooses its own
    with server:
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except PostgresError as error:
        sys.exit(f"error: {error}")
