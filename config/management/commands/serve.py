"""``manage.py serve``: the web server, for a machine that serves people."""

import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from config.commands import port
from config.db.poolers import PoolerRefused
from config.runtime.database import EmbeddedPostgres
from config.runtime.processes import web_server


class Command(BaseCommand):
    help = (
        "Runs the web server until SIGTERM, which lets requests and exports end; SIGHUP replaces"
        " its processes one by one, with the code as it is then."
    )
    # The server starts even while the database is away, and answers so to its callers.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default=settings.WEB_HOST, help="default: $WEB_HOST")
        parser.add_argument("--port", type=port, default=settings.PORT, help="default: $PORT")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        if isinstance(settings.POSTGRES_SERVER, EmbeddedPostgres):
            raise CommandError(
                "DATABASE_URL is not set. `make demo` serves beside the embedded PostgreSQL, and so"
                " does `python -m config.database python manage.py serve`."
            )
        _refuse_pooler()
        # A thread works for one request at a time, which takes one connection; one is for figures,
        # which are to be had when all of these are at work.
        os.environ.setdefault("DATABASE_POOL_SIZE", str(settings.WEB_THREADS + 1))
        command = web_server(
            host,
            port,
            workers=settings.WEB_WORKERS,
            header_seconds=settings.WEB_HEADER_SECONDS,
            stop_seconds=settings.WEB_STOP_SECONDS,
            log_level="info",
        )
        # The server's modules are found where it begins, and are to be this release's.
        os.chdir(settings.BASE_DIR)
        # It replaces this process, so that signals reach the server itself and nothing else runs.
        os.execv(command[0], command)


def _refuse_pooler() -> None:
    """Raise a CommandError where every request would be refused (config/db/poolers.py)."""
    try:
        connection.ensure_connection()
    except PoolerRefused as refusal:
        raise CommandError(str(refusal)) from refusal
    except OperationalError:
        return  # away; callers are told so, until it is back
    connection.close()
