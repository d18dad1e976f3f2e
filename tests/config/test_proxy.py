"""deploy/nginx.conf in the real nginx: what it takes, passes on, and says by itself."""

import gzip
import json
import re
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings
from django.urls import reverse

from students.admin.roster import RosterImportAdmin
from tests.proxy import NAME, Proxy, running_proxy
from tests.servers import HOST, free_port
from tests.sites import serving

pytestmark = pytest.mark.system

UPLOADS = ("/admin/students/rosterimport/add/", "/v1/console/roster-imports")


class _Application(BaseHTTPRequestHandler):
    """Tells what reached it."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = json.dumps({"host": self.headers["Host"], "more": "x" * 5000}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("ETag", '"a tag"')
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST  # noqa: N815 - http.server looks for these names

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def proxy(tmp_path) -> Iterator[Proxy]:
    with (
        serving(ThreadingHTTPServer((HOST, 0), _Application)) as application,
        running_proxy(tmp_path, application.server_port, free_port()) as running,
    ):
        yield running


@pytest.fixture
def lonely(tmp_path) -> Iterator[Proxy]:
    """A proxy behind which nobody serves."""
    with running_proxy(tmp_path, free_port(), free_port()) as running:
        yield running


def ask(proxy: Proxy, path: str, method: str = "GET", body: bytes = b"", **headers: str):
    with closing(proxy.connect()) as call:
        call.request(method, path, body or None, {"Host": NAME, **headers})
        answer = call.getresponse()
        answer.body = answer.read()
        return answer


def test_the_api_says_in_its_envelope_that_nobody_serves(lonely):
    answer = ask(lonely, "/v1/console/students", Authorization="Bearer x")

    assert (answer.status, answer.headers["Retry-After"]) == (502, "5")
    assert answer.headers["Content-Type"] == "application/json"
    assert json.loads(answer.body) == {
        "success": False,
        "error": "The service does not answer. Try again in a few seconds.",
        "code": "INTERNAL_ERROR",
        "details": {"retry_after": 5},
    }


def test_people_are_told_in_a_page_that_nobody_serves(lonely):
    answer = ask(lonely, "/sign-in")

    assert (answer.status, answer.headers["Retry-After"]) == (502, "5")
    assert answer.headers["Content-Type"] == "text/html"
    assert b"<h1>Back in a moment</h1>" in answer.body


def test_what_is_too_large_is_refused_in_the_same_two_forms(lonely):
    def declared(path: str):
        with closing(lonely.connect()) as call:
            call.putrequest("POST", path, skip_host=True)
            call.putheader("Host", NAME)
            call.putheader("Content-Length", str(17 << 20))
            call.endheaders()
            answer = call.getresponse()
            return answer.status, answer.read()

    status, body = declared("/v1/console/attempts/grant")
    assert (status, json.loads(body)["code"]) == (413, "VALIDATION_ERROR")
    status, body = declared("/admin/")
    assert status == 413
    assert b"<h1>This is too large</h1>" in body


@pytest.mark.parametrize("path", UPLOADS)
def test_two_files_of_a_roster_pass_as_large_as_the_product_takes_them(proxy, path):
    whole = b"x" * RosterImportAdmin.upload_bytes

    assert ask(proxy, path, "POST", whole).status == 200


def test_the_pages_that_take_files_are_those_of_the_example():
    example = (settings.BASE_DIR / "deploy" / "nginx.conf").read_text()

    roomy = re.findall(r"location (?:=|~) (\S+) {\s+client_max_body_size 131m;", example)
    # The page of a university has its slug in front.
    add = reverse("admin:students_rosterimport_add")
    in_any = add.replace("/admin/", "/admin/(u/[a-z0-9-]+/)?")
    assert sorted(roomy) == sorted([f"^{in_any}$", reverse("roster-import-list")])
    assert reverse("admin:students_rosterimport_add") == UPLOADS[0]
    assert reverse("roster-import-list") == UPLOADS[1]
    assert RosterImportAdmin.upload_bytes <= 131 << 20


@pytest.mark.parametrize("host", [NAME, f"{NAME}:8443"])
def test_the_host_is_passed_on_as_it_was_asked_for(proxy, host):
    answer = ask(proxy, "/v1/users/me", Host=host)

    assert json.loads(answer.body)["host"] == host


def test_answers_are_compressed_but_those_with_tokens(proxy):
    accepting = {"Accept-Encoding": "gzip"}

    rows = ask(proxy, "/v1/console/students", **accepting)
    tokens = ask(proxy, "/v1/auth/login", "POST", **accepting)

    assert rows.headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(rows.body))["more"] == "x" * 5000
    assert "Accept-Encoding" in rows.headers["Vary"]
    assert tokens.headers["Content-Encoding"] is None


@pytest.mark.parametrize(
    "path", ["/v1/users/me", f"/v1/console/users/{24 * 'a'}", f"/v1/console/roles/{24 * '1'}/x"]
)
def test_the_tag_of_a_row_stays_one_that_if_match_takes(proxy, path):
    answer = ask(proxy, path, **{"Accept-Encoding": "gzip"})

    assert answer.headers.get_all("ETag") == ['"a tag"']


def test_who_issues_certificates_is_answered_by_plain_http(proxy):
    folder = proxy.folder / "acme" / ".well-known" / "acme-challenge"
    folder.mkdir(parents=True)
    (folder / "token").write_text("proof")
    proxy.folder.chmod(0o755)

    with closing(proxy.connect_plainly()) as call:
        call.request("GET", "/.well-known/acme-challenge/token", headers={"Host": NAME})
        answer = call.getresponse()
        assert (answer.status, answer.read()) == (200, b"proof")
