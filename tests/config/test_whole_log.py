"""With LOG_FORMAT=json, each line that a server, a worker or a timer writes is JSON."""

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import closing, suppress
from http.client import HTTPException
from pathlib import Path

import pytest
from django.conf import settings

from config.observability.output import OF_UNITS
from tests.config.test_settings import COMPLETE
from tests.servers import PATIENCE, RunningServer, database_url, running_server, serve
from tests.waiting import eventually

pytestmark = [pytest.mark.system, pytest.mark.drill]

UNITS = settings.BASE_DIR / "deploy"
PRODUCTION = COMPLETE | {"DJANGO_SETTINGS_MODULE": "config.settings.production"}


def written_by(*command: str, **environment: str) -> tuple[int, str]:
    """Return the exit code of a program and all that it writes, not in front of a terminal."""
    result = subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env=os.environ | PRODUCTION | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return result.returncode, result.stdout


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


PROGRAM = """
import gc, sys, threading, warnings
from config.observability.output import log_output
log_output()
print("printed,", "and \\"quoted\\"")
print("two\\nlines", file=sys.stderr)
warnings.warn("warned")
def fail():
    raise ValueError("in a thread")
thread = threading.Thread(target=fail, name="request-0")
thread.start()
thread.join()
class Fails:
    def __del__(self):
        raise ValueError("nobody hears")
Fails()
gc.collect()
sys.stdout.write("without an end")
raise ValueError("nobody caught /invitations/hush")
"""


def test_prints_warnings_and_tracebacks_are_lines_of_the_log():
    code, text = written_by("-c", PROGRAM)

    told = lines(text)
    assert code == 1
    said = [(line["level"], line["logger"], line["message"]) for line in told]
    assert said[:3] == [
        ("INFO", "config.output", 'printed, and "quoted"'),
        ("ERROR", "config.output", "two"),
        ("ERROR", "config.output", "lines"),
    ]
    assert said[3][:2] == ("WARNING", "py.warnings")
    assert "UserWarning: warned" in said[3][2]
    assert said[4] == ("ERROR", "config.output", "Uncaught error in request-0")
    assert told[4]["exception"].endswith("ValueError: in a thread")
    assert told[5]["exception"].endswith("ValueError: nobody hears")
    assert said[6] == ("CRITICAL", "config.output", "Uncaught error")
    assert told[6]["exception"].endswith("ValueError: nobody caught /invitations/…")
    assert said[7:] == [("INFO", "config.output", "without an end")]


def test_in_the_other_format_all_stays_as_it_is():
    _, text = written_by("-c", PROGRAM, LOG_FORMAT="line")

    assert text.startswith("two\nlines\n") or 'printed, and "quoted"\n' in text
    assert "Traceback (most recent call last):\n" in text


def test_the_commands_of_units_are_those_whose_output_is_their_log():
    run = {
        name
        for file in (UNITS / "systemd").glob("*.service")
        for name in re.findall(r"manage\.py (\w+)", file.read_text())
    }
    scripts = (UNITS / "backup.sh").read_text()

    assert run | set(re.findall(r"/command-center\" (\w+)", scripts)) == OF_UNITS


@pytest.mark.parametrize("command", sorted(OF_UNITS))
def test_a_command_that_finds_no_database_says_so_in_json(command, tmp_path):
    nowhere = "postgresql://nobody@127.0.0.1:1/none"
    addresses = ("DATABASE_URL", "SYSTEM_DATABASE_URL", "OWNER_DATABASE_URL")
    # The server starts without one; it is refused its port instead.
    options = {"dump": [str(tmp_path / "a.dump")], "serve": ["--port", "none"]}.get(command, [])

    code, text = written_by("manage.py", command, *options, **dict.fromkeys(addresses, nowhere))

    assert code != 0
    said = " ".join(line["message"] for line in lines(text))
    assert "argument --port" in said or "127.0.0.1" in said


def test_settings_that_cannot_be_loaded_are_told_in_json():
    code, text = written_by("manage.py", "serve", SECRET_KEY="short")

    (line,) = lines(text)
    assert code == 1
    assert line["message"].startswith("error: SECRET_KEY is too short")
    assert (line["level"], line["logger"]) == ("CRITICAL", "config.output")


def test_whoever_asks_for_an_answer_gets_it_as_it_is():
    _, text = written_by("manage.py", "create_tenant", "--help")

    assert text.startswith("usage: manage.py create_tenant")


@pytest.mark.django_db(transaction=True)
@pytest.mark.pooled
def test_timers_say_what_they_did_in_json():
    for command in ("tidy", "record_expiries", "seal_audit"):
        code, text = written_by("manage.py", command, DATABASE_URL=database_url())

        assert code == 0, text
        assert lines(text), command


def answers(server: RunningServer) -> bool:
    with suppress(OSError, HTTPException), closing(server.connect()) as call:
        call.request("GET", "/healthz")
        return call.getresponse().status == 200
    return False


@pytest.mark.django_db(transaction=True)
def test_all_that_a_server_writes_in_its_life_is_json(tmp_path: Path):
    """It starts, is told to replace its processes, answers, and ends."""
    written = tmp_path / "server.log"
    production = PRODUCTION | {
        "DATABASE_URL": database_url(),
        "WEB_WORKERS": "1",
        "TRUSTED_PROXIES": "1",
        "PYTHONWARNINGS": "always",
        "STATIC_ROOT": str(tmp_path),
    }

    def told() -> list[str]:
        return [line["message"] for line in lines(written.read_text())]

    with written.open("wb") as log, running_server(serve, log=log, **production) as server:
        server.process.send_signal(signal.SIGHUP)
        eventually(lambda: "Stopped old worker-1" in told())
        eventually(lambda: answers(server))

    said = told()
    assert said[0].startswith("Starting granian")
    assert "HUP signal received, gracefully respawning workers.." in said
    assert any(line.startswith("GET /healthz 200") for line in said)
    assert said[-1] == "Granian shutdown completed, see ya!"
