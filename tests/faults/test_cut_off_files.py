"""A file whose sending breaks is never taken for whole: by nginx, by HTTP/1.1 and HTTP/2."""

import socket
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.proxy import NAME, Proxy, running_proxy
from tests.servers import HOST, free_port
from tests.sites import serving

pytestmark = pytest.mark.system

PATH = "/v1/console/students/export"
SENT, DECLARED = 1 << 20, 4 << 20

# What a page sees of a file: its letters and the protocol, or that it broke.
FETCHED = """async path => {
    try {
        return (await (await fetch(path)).text()).length
    } catch (error) {
        return error.name
    }
}"""
PROTOCOLS = "() => performance.getEntriesByType('navigation').map(one => one.nextHopProtocol)"


class _BreaksOff(BaseHTTPRequestHandler):
    """Sends a quarter of the file that it has declared, as one whose process ends."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        whole = self.path != PATH
        self.send_response(200)
        self.send_header("Content-Type", "text/plain" if self.path == "/" else "text/csv")
        self.send_header("Content-Length", str(SENT if whole else DECLARED))
        self.end_headers()
        self.wfile.write(b"id,name\n" * (SENT // 8))
        if not whole:
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def proxy(tmp_path) -> Iterator[Proxy]:
    with (
        serving(ThreadingHTTPServer((HOST, 0), _BreaksOff)) as application,
        running_proxy(tmp_path, application.server_port, free_port()) as running,
    ):
        yield running


def fetched(proxy: Proxy, path: str, **headers: str) -> bytes:
    with closing(proxy.connect()) as call:
        call.request("GET", path, headers={"Host": NAME, **headers})
        return call.getresponse().read()


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_is_cut_off_breaks_for_who_reads_it_by_http_1(proxy, encoding):
    asked = {"Accept-Encoding": encoding}

    assert fetched(proxy, "/whole", **asked)
    with pytest.raises((HTTPException, ConnectionError)):
        fetched(proxy, PATH, **asked)


def test_what_is_cut_off_breaks_for_a_browser_by_http_2(proxy, browse):
    def visit(page) -> tuple[list[str], int, str]:
        page.goto(f"https://{HOST}:{proxy.tls_port}/")
        whole, broken = (page.evaluate(FETCHED, path) for path in ("/whole", PATH))
        return page.evaluate(PROTOCOLS), whole, broken

    protocols, whole, broken = browse(visit, ignore_https_errors=True)

    assert protocols == ["h2"]
    assert whole == SENT
    assert broken == "TypeError"
