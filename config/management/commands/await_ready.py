"""``manage.py await_ready``: waits until a new server is ready, before the old one may end."""

import json
import time
from argparse import ArgumentParser
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.commands import port

# Seconds for one answer, and between two questions.
PATIENCE = 10
PAUSE = 0.2

# What any release has to answer: whether it is ready, which needs neither worker nor mail server,
# and two pages, which need its static files.
READY = "/readyz?exclude=queue,mail"
PAGES = ("/sign-in", "/v1/docs")

# A server that listens everywhere is asked here.
_NEAR = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - nobody listens here


class Command(BaseCommand):
    help = (
        "Waits until a server of this machine is ready: its database is there and migrated, and"
        " pages with static files are answered. Ends with 1, and the reason, when it is not."
    )
    # The server's own business, and it may be of another release.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=port, default=settings.PORT, help="default: $PORT")
        parser.add_argument("--seconds", type=int, default=90, help="how long, 90 by default")

    def handle(self, *args: Any, **options: Any) -> None:
        deadline = time.monotonic() + options["seconds"]
        while why := fault_of(int(options["port"])):
            if time.monotonic() > deadline:
                raise CommandError(f"the server at port {options['port']} is not ready: {why}.")
            time.sleep(PAUSE)
        self.stdout.write(f"The server at port {options['port']} is ready.")


def fault_of(number: int) -> str:
    """Return what keeps the server at a port from serving people, ``""`` when nothing does."""
    try:
        status, body = _ask(number, READY)
        if status != 200:
            return f"/readyz names {', '.join(json.loads(body)['failing'])}"
        for page in PAGES:
            status, _ = _ask(number, page)
            if status >= 400:
                return f"{page} is answered with {status}; its log says why"
    except (OSError, HTTPException, ValueError, KeyError) as error:
        return f"it does not answer ({type(error).__name__})"
    return ""


def _ask(number: int, path: str) -> tuple[int, bytes]:
    """Return status and body of an answer, as people get it through the proxy."""
    public = urlsplit(settings.PUBLIC_URL)
    headers = {
        "Host": public.netloc,
        "X-Forwarded-Proto": public.scheme,
        "X-Forwarded-For": "127.0.0.1",
    }
    host = _NEAR.get(settings.WEB_HOST, settings.WEB_HOST)
    with closing(HTTPConnection(host, number, timeout=PATIENCE)) as call:
        call.request("GET", path, headers=headers)
        answer = call.getresponse()
        return answer.status, answer.read()
