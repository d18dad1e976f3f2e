"""The adapter between the web server and the application: ASGI outside, WSGI inside.

CGI's variables, which WSGI uses, have one name for ``X-Forwarded-For`` and ``X_Forwarded_For``: a
header of the caller would pass for one of our proxy. A server that speaks WSGI has mixed the two
before our code runs; ASGI hands the names over as they came.
"""

import asyncio
import io
import sys
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import Future
from contextlib import closing
from queue import SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import unquote_to_bytes

type Message = dict[str, Any]
type Receive = Callable[[], Awaitable[Message]]
type Send = Callable[[Message], Awaitable[None]]
type Environ = dict[str, Any]
type _Asked = tuple[Message, "_Caller", asyncio.Future[Iterable[Message]]]

# Answered while all other threads are busy, each by a thread of its own: a supervisor that gets no
# answer kills the server, and figures that are missing raise no alarm. Only the first needs nothing
# but this process.
APART = ("/healthz", "/readyz", "/metrics")

# The beginnings of addresses at which passwords are checked or chosen, which takes long.
PASSWORDS = tuple(
    path.encode()
    for path in (
        *("/v1/auth/login", "/v1/auth/accept-invite", "/v1/auth/password-reset"),
        *("/sign-in/", "/invitations/", "/password-reset/"),
    )
)

# The two that CGI knows without its prefix.
_BARE = frozenset(("CONTENT_LENGTH", "CONTENT_TYPE"))


class Door:
    """An ASGI application that answers each request in one thread of a pool, through WSGI.

    ``note_busy`` is told of each thread of the pool that begins (1) and ends (-1) to answer.
    """

    def __init__(
        self,
        application: Callable[..., Any],
        threads: int,
        note_busy: Callable[[int], None] = lambda change: None,
    ) -> None:
        self._application = application
        self._waiting: SimpleQueue[_Asked] = SimpleQueue()
        # Half of the threads check passwords (config/hashing.py), and one tells others to come
        # again; more who sign in at once wait here without a thread, and nobody behind them.
        self._passwords = asyncio.Semaphore(max(1, min(threads // 2 + 1, threads - 1)))
        self._apart: dict[bytes, SimpleQueue[_Asked]] = {
            path.encode(): SimpleQueue() for path in APART
        }
        for number in range(threads):
            self._start(f"request-{number}", self._waiting, note_busy)
        for path, waiting in self._apart.items():
            self._start(path.decode(), waiting, lambda change: None)

    def _start(
        self, name: str, waiting: "SimpleQueue[_Asked]", note_busy: Callable[[int], None]
    ) -> None:
        # A server that has stopped waits for none of them.
        Thread(target=self._work, args=(waiting, note_busy), name=name, daemon=True).start()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request; an answer that does not stream goes to the server whole, at once."""
        if scope["method"] == "POST" and scope["raw_path"].startswith(PASSWORDS):
            async with self._passwords:
                await self._exchange(scope, receive, send)
        else:
            await self._exchange(scope, receive, send)

    async def _exchange(self, scope: Message, receive: Receive, send: Send) -> None:
        loop = asyncio.get_running_loop()
        answered = loop.create_future()
        # Plainer than an executor, whose futures cost a cheap request a tenth of its time.
        waiting = self._apart.get(scope["raw_path"], self._waiting)
        waiting.put((scope, _Caller(loop, receive, send), answered))
        for message in await answered:
            await send(message)

    def _work(self, waiting: "SimpleQueue[_Asked]", note_busy: Callable[[int], None]) -> None:
        while True:
            scope, caller, answered = waiting.get()
            note_busy(1)
            try:
                rest = self._answer(scope, caller)
            except BaseException as error:  # noqa: BLE001 - the server tells it
                caller.tell(answered.set_exception, error)
            else:
                caller.tell(answered.set_result, rest)
            finally:
                note_busy(-1)

    def _answer(self, scope: Message, caller: "_Caller") -> Iterable[Message]:
        """Return the part of an answer that is left to send."""
        head: Message = {"type": "http.response.start"}

        def start_response(status: str, headers: list[tuple[str, str]], *_: Any) -> None:
            head["status"] = int(status.partition(" ")[0])
            head["headers"] = [
                (name.encode("latin-1"), value.encode("latin-1")) for name, value in headers
            ]

        environ = environ_of(scope, io.BufferedReader(_Body(caller)))
        with closing(self._application(environ, start_response)) as answer:
            if not answer.streaming:
                return head, _piece(b"".join(answer), more=False)
            caller.send(head)
            return _stream(answer, caller)


def _stream(answer: Iterable[bytes], caller: "_Caller") -> Iterable[Message]:
    """Send an answer piece by piece, as fast as the caller takes them and until they hang up.

    Its end is left to send: a caller who has read it finds all that their answer used free again.
    """
    departure = caller.departure()
    try:
        for piece in answer:
            caller.send(_piece(piece, more=True))
            # Data for a caller who has hung up is dropped without an error.
            if departure.done():
                return ()
    finally:
        departure.cancel()
    return (_piece(b"", more=False),)


def _piece(body: bytes, *, more: bool) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": more}


class _Caller:
    """The connection's other end, for the thread that answers it."""

    def __init__(self, loop: asyncio.AbstractEventLoop, receive: Receive, send: Send) -> None:
        self._loop = loop
        self._receive = receive
        self._send = send

    def tell(self, call: Callable[[Any], None], result: Any) -> None:
        self._loop.call_soon_threadsafe(call, result)

    def receive(self) -> Message:
        return self._wait(self._receive)

    def send(self, message: Message) -> None:
        self._wait(self._send, message)

    def departure(self) -> Future[None]:
        """Return a future that ends when the caller hangs up; their body is read no further."""

        async def watch() -> None:
            while (await self._receive())["type"] != "http.disconnect":
                pass

        return asyncio.run_coroutine_threadsafe(watch(), self._loop)

    def _wait(self, call: Callable[..., Awaitable[Any]], *arguments: Any) -> Any:
        async def called() -> Any:
            return await call(*arguments)

        return asyncio.run_coroutine_threadsafe(called(), self._loop).result()


class _Body(io.RawIOBase):
    """The body of a request, fetched only as far as it is read."""

    def __init__(self, caller: _Caller) -> None:
        self._caller = caller
        self._piece = memoryview(b"")
        self._has_ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._piece and not self._has_ended:
            message = self._caller.receive()
            self._piece = memoryview(message.get("body", b""))
            self._has_ended = not message.get("more_body")
        size = min(len(buffer), len(self._piece))
        buffer[:size], self._piece = self._piece[:size], self._piece[size:]
        return size


def environ_of(scope: Message, body: io.BufferedIOBase) -> Environ:
    """Return the WSGI environment of a request."""
    server, port = scope["server"]
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": server,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": scope["client"][0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in _headers(scope):
        _add(environ, name, value)
    return environ


def _headers(scope: Message) -> Iterable[tuple[str, str]]:
    """Return the headers that may be read: names with an underscore are left out."""
    for name, value in scope["headers"]:
        if b"_" not in name:
            # Beyond ASCII, programs read bytes differently.
            yield name.decode("latin-1"), value.decode() if value.isascii() else ""


def _add(environ: Environ, name: str, value: str) -> None:
    variable = name.upper().replace("-", "_")
    if variable in _BARE:
        environ.setdefault(variable, value)
        return
    variable = f"HTTP_{variable}"
    if variable in environ:
        separator = ";" if variable == "HTTP_COOKIE" else ","
        value = f"{environ[variable]}{separator}{value}"
    environ[variable] = value
