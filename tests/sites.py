"""Web sites of tenants on this machine, each an origin of its own; and servers that say nothing."""

import socket
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


class SilentServer:
    """A server that takes calls and says nothing; ``held`` are the calls that still wait."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.url = f"http://{'127.0.0.1'}:{self.listening.getsockname()[1]}/cas"
        self.held: list[socket.socket] = []

    def take(self) -> None:
        while True:
            try:
                self.held.append(self.listening.accept()[0])
            except OSError:
                return

    def close(self) -> None:
        # Closing alone would leave a thread that waits for calls where it is.
        self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        for call in self.held:
            call.close()


@contextmanager
def silent_server() -> Iterator[SilentServer]:
    server = SilentServer()
    thread = Thread(target=server.take, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join()
