"""`make audit`: what is installed here, with registries that tell all, or that are not there."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path

import pytest
from django.conf import settings

from tests.servers import HOST, free_port
from tests.sites import serving

pytestmark = pytest.mark.system

# Two that are installed, and one that nowhere is.
PINNED = {"idna": version("idna"), "orjson": version("orjson"), "no-such-package": "1.0"}
DAYS = {"idna": 1000, "orjson": 3}


class _Registry(BaseHTTPRequestHandler):
    """An index of two packages (PEP 691), and a list of advisories that knows of one."""

    def do_GET(self) -> None:
        name = self.path.strip("/").rpartition("/")[2]
        if name not in DAYS:
            self.send_error(404)
            return
        uploaded = datetime.now(UTC) - timedelta(days=DAYS[name], hours=1)
        file = {
            "filename": f"{name}-{PINNED[name]}.tar.gz",
            "url": f"{name}.tar.gz",
            "hashes": {},
            "upload-time": uploaded.isoformat(),
        }
        told = {"meta": {"api-version": "1.1"}, "name": name, "files": [file]}
        self._answer(told | {"versions": [PINNED[name]]}, "application/vnd.pypi.simple.v1+json")

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = asked["package"]["name"]
        affected = {"package": {"name": name, "ecosystem": "PyPI"}}
        known = {"id": "EXAMPLE-2026-1", "summary": "-", "aliases": [], "affected": [affected]}
        self._answer({"vulns": [known]} if name == "orjson" else {}, "application/json")

    def _answer(self, body: object, kind: str) -> None:
        written = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "requirements-few.txt"
    hashed = f"--hash=sha256:{'0' * 64}"
    lines = [f"{name}=={number} \\\n    {hashed}\n" for name, number in PINNED.items()]
    path.write_text("# A few.\n" + "".join(lines))
    return path


def audit(file: Path, port: int) -> tuple[int, str]:
    """Run the audit with both registries at a port of this machine."""
    environment = {
        "PIP_INDEX_URL": f"http://{HOST}:{port}/simple/",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_AUDIT_VULNERABILITY_SERVICE": "osv",
        "PIP_AUDIT_OSV_URL": f"http://{HOST}:{port}/v1/query",
    }
    result = subprocess.run(
        [sys.executable, "-m", "requirements.audit", file],
        cwd=settings.BASE_DIR,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stderr == ""
    return result.returncode, result.stdout


def row(said: str, name: str) -> str:
    return " ".join(re.search(rf"^  {name} .*$", said, re.MULTILINE)[0].split())


def test_licences_ages_and_advisories_are_told(file):
    with serving(ThreadingHTTPServer((HOST, 0), _Registry)) as registry:
        code, said = audit(file, registry.server_port)

    assert code == 1
    assert row(said, "idna") == f"idna {PINNED['idna']} 1000 days none BSD-3-Clause"
    assert row(said, "orjson").startswith(
        f"orjson {PINNED['orjson']} 3 days EXAMPLE-2026-1 MPL-2.0"
    )
    assert row(said, "no-such-package").endswith("not told none not installed here")
    assert "3 releases, of 2 of which the licence is known." in said
    assert f"Older than 730 days: idna {PINNED['idna']}." in said
    assert f"With known ones: orjson {PINNED['orjson']}." in said


def test_where_nobody_can_be_asked_it_says_so_and_is_no_failure(file):
    code, said = audit(file, free_port())

    assert code == 0
    assert row(said, "idna") == f"idna {PINNED['idna']} not told not told BSD-3-Clause"
    assert "Age: told of 0; of 3 nobody told: ask again where the network allows it." in said
    assert "Advisories: told of 0; of 3 nobody told" in said
