"""``manage.py demo``: everything a newcomer wants to see, until Ctrl-C."""

import json
import os
import shlex
import socket
import sys
import time
from argparse import ArgumentParser
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from config.commands import port
from config.runtime.local_secrets import demo_password
from config.runtime.processes import ProcessGroup, until_told_to_stop, web_server
from students.demo import single_sign_on
from students.demo.logos import move_logos

HOST = "127.0.0.1"
ACCOUNTS = [
    ("superadmin@demo.example", "Super Admin", "demo-university"),
    ("admin@demo.example", "Admin", "demo-university"),
    ("faculty@demo.example", "Faculty", "demo-university"),
    ("admin@state.example", "Admin", "state"),
]
EXAMPLE = (
    "/v1/console/students?search=abdul&programme=MBA1234&status=active"
    "&sort_by=last_seen&sort_order=desc&limit=10"
)

# People of demo-university without a password.
FROM_CAS_ALONE = "olawale.fagbemi@demo.example"
STUDENT = "abdulwahabumar@miva.university"

# Seconds a server may take until its first answer.
PATIENCE = 60


class Command(BaseCommand):
    help = "Prepares the database and the demo data, then runs the worker and the web server."
    # ``migrate`` runs them, those of the database included.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--port", type=port, default=settings.PORT, help="default: $PORT, or 8000"
        )

        parser.add_argument(
            "--cas",
            action="store_true",
            help="also run the CAS server of demo-university, on the port after that one",
        )

    def handle(self, *args: Any, port: int, cas: bool, **options: Any) -> None:
        password = demo_password()
        os.environ["PORT"] = str(port)  # links in mails lead there
        with until_told_to_stop():
            for wanted in (port, port + 1) if cas else (port,):
                _claim(wanted)
            call_command("migrate", verbosity=0, interactive=False, skip_checks=False)
            call_command("demo_data")
            move_logos(f"http://{HOST}:{port}")
            single_sign_on.disable()
            with ProcessGroup() as group:
                group.start("background worker", _worker(), settings.BASE_DIR)
                group.start("web server", web_server(HOST, port), settings.BASE_DIR)
                if cas:
                    group.start("CAS server", _cas_server(port + 1), settings.BASE_DIR)
                    _wait_until_up(group, port + 1)
                _wait_until_up(group, port)
                self.stdout.write(self._welcome(port, password))
                if cas:
                    self.stdout.write(self._welcome_at_cas(port))
                self.stdout.flush()
                _wait_until_ended(group, with_cas=cas)
        self.stdout.write("Stopped.")

    def _welcome(self, port: int, password: str) -> str:
        base = f"http://{HOST}:{port}"
        email, _, tenant = ACCOUNTS[1]
        body = {"email": email, "password": password, "tenant_slug": tenant}
        sign_in = (
            f'curl -s "{base}/v1/auth/login" -H "Content-Type: application/json"'
            f" -d {shlex.quote(json.dumps(body))}"
            """ | sed 's/.*"access_token": *"\\([^"]*\\)".*/\\1/'"""
        )
        accounts = "\n".join(f"  {email:<25}{role:<13}{tenant}" for email, role, tenant in ACCOUNTS)
        heading = self.style.MIGRATE_HEADING
        return f"""
{self.style.SUCCESS("The Command Center is up.")} Ctrl-C stops it.

{heading("Look around")}
  Console        {base}/
  Documentation  {base}/v1/docs
  Schema         {base}/v1/schema
  E-mails        appear here, and as files in {settings.DATA_DIR / "mail"}

{heading("Sign in")} with the password {password}
{accounts}

{heading("Try it")}
TOKEN=$({sign_in})
curl "{base}{EXAMPLE}" -H "Authorization: Bearer $TOKEN"
"""

    def _welcome_at_cas(self, port: int) -> str:
        base, cas = f"http://{HOST}:{port}", f"http://{HOST}:{port + 1}"
        heading = self.style.MIGRATE_HEADING("Sign in at the CAS server of Demo University")
        return f"""\
{heading} with an e-mail address as user name, and the same password
  Console        {base}/sign-in/{ACCOUNTS[1][2]}
  Front end      {cas}/front-end#api={base}&tenant={ACCOUNTS[1][2]}
  Sign out       {cas}/cas/logout ends what was opened at both
  Try            {FROM_CAS_ALONE} has no password here and comes in all the same;
                 {STUDENT} is a student, and is told where to go;
                 whomever you invite is known there, and accepts by signing in
"""


def _cas_server(port: int) -> list[str]:
    """Prepare a CAS server for the demo's people; return the command that runs it."""
    python = settings.BASE_DIR / ".venv-cas" / "bin" / "python"
    if not python.exists():
        raise CommandError("the CAS server is not installed; `make demo CAS=1` does that.")
    origin = f"http://{HOST}:{port}"
    single_sign_on.enable(
        server_url=f"{origin}/cas/", front_end=origin, callback_url=f"{origin}/front-end"
    )
    single_sign_on.list_people(_listed())
    program = settings.BASE_DIR / "tests" / "cas" / "server.py"
    return [str(python), str(program), "demo", str(_listed()), "--port", str(port)]


def _listed() -> Path:
    """Return the file with the people of the CAS server."""
    return settings.DATA_DIR / "cas-people.json"


def _claim(port: int) -> None:
    """Raise a CommandError early when the port cannot be used."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = f"port {port} cannot be used ({error.strerror}); try: make demo PORT=8001"
            raise CommandError(message) from error


def _worker() -> list[str]:
    """Return the command of one worker for all queues: a demo's mails wait for nobody."""
    return [sys.executable, "manage.py", "db_worker", "--queue-name", "*", "--no-reload"]


def _wait_until_up(group: ProcessGroup, port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        _check(group)
        with (
            suppress(OSError, HTTPException),
            closing(HTTPConnection(HOST, port, timeout=5)) as ask,
        ):
            ask.request("HEAD", "/")
            ask.getresponse()
            return  # any answer shows that the server runs
        time.sleep(0.1)
    raise CommandError(f"the web server did not answer within {PATIENCE} seconds.")


def _wait_until_ended(group: ProcessGroup, *, with_cas: bool) -> None:
    while True:
        _check(group)
        if with_cas:
            single_sign_on.list_people(_listed())  # with whoever was invited meanwhile
        time.sleep(0.5)


def _check(group: ProcessGroup) -> None:
    if ended := group.first_to_end():
        name, code = ended
        raise CommandError(
            f"the {name} stopped by itself, with exit code {code}; all is shut down."
        )
