"""The door between the web server and the application."""

import asyncio
import json
import socket
from collections.abc import Iterator
from contextlib import closing
from threading import Event

import pytest
from django.http import HttpResponse, StreamingHttpResponse

from config.runtime.door import Door
from tests.config.mirror import mirror
from tests.servers import HOST, PATIENCE, RunningServer, running_server

CLOSE = b"Connection: close\r\n"
HEADS = {
    "odd bytes in an address": b"GET /a%2Fb%FF//\xc3\xa9%41/%2e/..?q=\xc3\xa9%20+x&%FF HTTP/1.1\r\n"
    b"Host: one:9\r\n",
    "a whole address": b"GET http://two/there?q HTTP/1.1\r\nHost: one\r\n",
    "no address at all": b"OPTIONS * HTTP/1.1\r\nHost: one\r\n",
    "another method": b"BREW / HTTP/1.1\r\nHost: one\r\n",
    "an old client": b"GET //?? HTTP/1.0\r\n",
    "headers that come twice": b"GET / HTTP/1.1\r\nHost: one\r\nX-A: 1\r\nX-B: 2\r\nX-A: 3\r\n"
    b"Cookie: a=1\r\nCookie: b=2; c=3\r\nContent-Type: text/plain\r\nContent-Type: text/csv\r\n",
    "odd bytes in headers": b"GET / HTTP/1.1\r\nHost: \xff\r\nX-A: 1\r\nX-A: \xc3\xa9\r\n"
    b"X-A: \t2 \r\nCookie: a=\xe9\r\nContent-Type: \xe9\r\nX-Empty:\r\nX.!-C: 4\r\n",
    "a body": b"POST / HTTP/1.1\r\nHost: one\r\nContent-Length: 5\r\n",
    "a body in chunks": b"POST / HTTP/1.1\r\nHost: one\r\nTransfer-Encoding: chunked\r\n",
}
BODIES = {"a body": b"whole", "a body in chunks": b"3\r\nwho\r\n2\r\nle\r\n0\r\n\r\n"}


def exchange(server: RunningServer, sent: bytes) -> dict:
    with closing(socket.create_connection((HOST, server.port), timeout=PATIENCE)) as call:
        call.sendall(sent)
        answer = b"".join(iter(lambda: call.recv(65536), b""))
    return json.loads(answer.partition(b"\r\n\r\n")[2])


@pytest.mark.django_db(transaction=True)
@pytest.mark.system
def test_a_request_is_described_as_a_server_of_wsgi_does():
    with running_server(mirror("wsgi")) as old, running_server(mirror("asginl")) as new:
        for what, head in HEADS.items():
            sent = head + CLOSE + b"\r\n" + BODIES.get(what, b"")
            assert exchange(new, sent) == exchange(old, sent), what


@pytest.mark.django_db(transaction=True)
@pytest.mark.system
def test_a_connection_stays_whatever_is_asked_over_it():
    with running_server(mirror("asginl")) as server, closing(server.connect()) as call:
        call.connect()
        first = call.sock
        for method, path, status in (
            ("GET", "/", 200),
            ("HEAD", "/", 200),
            ("GET", "/204", 204),
            ("GET", "/304", 304),
            ("POST", "/", 200),
        ):
            call.request(method, path, "body" if method == "POST" else None)
            answer = call.getresponse()
            body = answer.read()
            assert (answer.status, bool(body)) == (status, status == 200 and method != "HEAD")
            assert call.sock is first


class Line:
    """A caller's end of an exchange, and the application behind the door."""

    def __init__(self, *received: dict) -> None:
        self.received = list(received)
        self.sent: list[dict] = []
        self.closed = False
        self.has_gone = asyncio.Event()

    async def receive(self) -> dict:
        if not self.received:
            await self.has_gone.wait()
            return {"type": "http.disconnect"}
        return self.received.pop(0)

    async def send(self, message: dict) -> None:
        self.sent.append(message)
        if len(self.sent) == 3:
            self.has_gone.set()

    @staticmethod
    def scope(path: str = "/") -> dict:
        return {
            "type": "http",
            "method": "GET",
            "raw_path": path.encode(),
            "query_string": b"",
            "http_version": "1.1",
            "scheme": "http",
            "server": ("localhost", "80"),
            "client": ("127.0.0.1", "1"),
            "headers": [],
        }

    def answer(self, application) -> None:
        def watched(environ, start_response):
            start_response("200 OK", [])
            answer = application(environ)
            answer.close = self.close
            return answer

        asyncio.run(Door(watched, threads=1)(self.scope(), self.receive, self.send))

    def close(self) -> None:
        self.closed = True


def endless(*_) -> StreamingHttpResponse:
    return StreamingHttpResponse(iter(lambda: b"piece", None))


def test_a_caller_who_hangs_up_ends_an_endless_answer():
    line = Line()

    line.answer(endless)

    assert [message.get("body") for message in line.sent[:3]] == [None, b"piece", b"piece"]
    assert line.sent[-1]["more_body"] is True
    assert line.closed


def test_an_answer_that_breaks_off_is_not_taken_for_whole():
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError("broken")

    line = Line()

    with pytest.raises(RuntimeError, match="broken"):
        line.answer(lambda _: StreamingHttpResponse(pieces()))

    assert [message.get("more_body") for message in line.sent] == [None, True]
    assert line.closed


def test_no_more_of_a_body_is_fetched_than_somebody_reads():
    pieces = (b"one\ntwo", b"\nthree", b" four\n", b"five")
    line = Line(*({"type": "http.request", "body": p, "more_body": True} for p in pieces))

    def application(environ) -> HttpResponse:
        assert len(line.received) == 4
        read = [environ["wsgi.input"].readline(), environ["wsgi.input"].readline()]
        assert len(line.received) == 2
        return HttpResponse(b"|".join(read))

    line.answer(application)

    assert line.sent[1] == {
        "type": "http.response.body",
        "body": b"one\n|two\n",
        "more_body": False,
    }
    assert line.closed


def test_probes_are_answered_while_all_threads_are_busy():
    busy, released = Event(), Event()
    changes: list[int] = []

    def application(environ, start_response) -> HttpResponse:
        if environ["PATH_INFO"] == "/slow":
            busy.set()
            released.wait(PATIENCE)
        start_response("200 OK", [])
        return HttpResponse(environ["PATH_INFO"])

    async def ask(door: Door, path: str) -> bytes:
        line = Line()
        await door(line.scope(path), line.receive, line.send)
        return line.sent[1]["body"]

    async def exchange() -> tuple[list[bytes], bytes, bool]:
        door = Door(application, 1, changes.append)
        slow = asyncio.create_task(ask(door, "/slow"))
        await asyncio.to_thread(busy.wait, PATIENCE)
        waiting = asyncio.create_task(ask(door, "/other"))
        probes = [await ask(door, path) for path in ("/healthz", "/readyz", "/metrics")]
        in_between = slow.done() or waiting.done()
        released.set()
        await slow
        return probes, await waiting, in_between

    assert asyncio.run(exchange()) == ([b"/healthz", b"/readyz", b"/metrics"], b"/other", False)
    assert changes[:3] == [1, -1, 1]  # no probe counts


def test_a_rush_of_sign_ins_leaves_a_thread_for_all_others():
    released = Event()
    begun: list[str] = []

    def application(environ, start_response) -> HttpResponse:
        begun.append(environ["REQUEST_METHOD"])
        if environ["REQUEST_METHOD"] == "POST":
            released.wait(PATIENCE)
        start_response("200 OK", [])
        return HttpResponse(b"done")

    async def ask(door: Door, method: str) -> None:
        line = Line()
        await door(line.scope("/v1/auth/login") | {"method": method}, line.receive, line.send)

    async def rush() -> int:
        door = Door(application, 4)
        rushing = [asyncio.create_task(ask(door, "POST")) for _ in range(20)]
        await asyncio.sleep(0)  # all of them came before
        await ask(door, "GET")
        at_work = begun.count("POST")
        released.set()
        await asyncio.gather(*rushing)
        return at_work

    assert asyncio.run(rush()) <= 3
    assert begun.count("POST") == 20


def test_a_body_ends_where_the_caller_hangs_up():
    line = Line({"type": "http.request", "body": b"half", "more_body": True})
    line.has_gone = asyncio.Event()
    line.has_gone.set()

    line.answer(lambda environ: HttpResponse(environ["wsgi.input"].read()))

    assert line.sent[1]["body"] == b"half"
