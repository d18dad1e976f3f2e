"""Headers whose names have an underscore, which CGI takes for others; against a real server."""

import socket
from contextlib import closing
from http.client import HTTPResponse
from pathlib import Path

import pytest

from tests.config.test_release import release
from tests.proxy import NAME
from tests.servers import HOST, PATIENCE, RunningServer, free_port, running_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

PROXY = "X-Forwarded-For: 192.0.2.1"


def ask(server: RunningServer, *headers: str, host: str = HOST) -> HTTPResponse:
    """Send a request with these lines, which no client library would send; return the answer."""
    lines = ["GET /v1/nowhere HTTP/1.1", f"Host: {host}", "Connection: close", *headers, "", ""]
    with closing(socket.create_connection((HOST, server.port), timeout=PATIENCE)) as call:
        call.sendall("\r\n".join(lines).encode())
        answer = HTTPResponse(call)
        answer.begin()
        answer.read()
    return answer


@pytest.mark.parametrize("name", ["X_Forwarded_For", "X-Forwarded_For", "x_forwarded-for"])
def test_no_address_is_taken_from_another_header_than_the_proxys(name):
    forged = f"{name}: 192.0.2.99"
    limits = {"RATE_LIMITS": "true", "RATE_LIMIT_ADDRESS": "1/600"}
    with running_server(TRUSTED_PROXIES="1", **limits) as server:
        assert ask(server, PROXY).status == 404
        # Nobody is somebody else than the proxy says, or who is at the connection's other end.
        assert ask(server, PROXY, forged).status == 429
        assert ask(server, forged, PROXY).status == 429
        ask(server)
        assert ask(server, forged).status == 429
        assert ask(server, "X-Forwarded-For: 192.0.2.99").status == 404


@pytest.mark.parametrize("name", ["X_Forwarded_Proto", "X-Forwarded_Proto", "x_forwarded-proto"])
def test_no_connection_is_taken_for_a_safe_one(tmp_path, name):
    proxy, forged = "X-Forwarded-Proto: http", f"{name}: https"
    with release(free_port(), tmp_path) as server:
        assert ask(server, "X-Forwarded-Proto: https", host=NAME).status == 404
        for headers in ([], [forged], [proxy, forged], [forged, proxy]):
            assert ask(server, *headers, host=NAME).status == 301


def test_no_header_with_an_underscore_is_taken_for_another(tmp_path: Path):
    with (tmp_path / "log").open("wb") as log, running_server(log=log) as server:
        assert ask(server, "X-Request-ID: mine").headers["X-Request-ID"] == "mine"
        for name in ("X_Request_ID", "X-Request_ID", "x_request-id"):
            forged = f"{name}: forged"
            assert ask(server, forged).headers["X-Request-ID"] != "forged"
            for both in (["X-Request-ID: mine", forged], [forged, "X-Request-ID: mine"]):
                assert ask(server, *both).headers["X-Request-ID"] == "mine"
    assert "forged" not in (tmp_path / "log").read_text()
