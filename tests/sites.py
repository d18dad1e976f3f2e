"""Web sites of tenants on this machine, each an origin of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from threading import Thread

EMPTY = b"<!doctype html><title>A tenant's page</title>"


@contextmanager
def site(page: bytes = EMPTY) -> Iterator[str]:
    """Serve one page for all addresses, on a port of its own; yield its origin."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Keep the tests' output clean."""

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Pages)) as server:
        yield f"http://127.0.0.1:{server.server_port}"


@contextmanager
def serving(server: HTTPServer) -> Iterator[HTTPServer]:
    """Run a server in a thread for the length of the block; close it then."""
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    with server:
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
