"""An application that answers with its request's description, for both WSGI and ASGI."""

import json
import os
import sys

from django.http import HttpResponse

from config.runtime.door import Door
from tests.servers import HOST

# What only a server of WSGI says of itself, and what cannot be compared.
_ASIDE = frozenset(
    ("GATEWAY_INTERFACE", "SERVER_PORT", "SERVER_SOFTWARE", "wsgi.errors", "wsgi.input")
)


def wsgi(environ, start_response):
    """Answer with the status that the path ends with, 200 where it has none."""
    told = {k: v for k, v in environ.items() if k not in _ASIDE and k not in os.environ}
    told["body"] = environ["wsgi.input"].read().decode()
    last = environ["PATH_INFO"].rpartition("/")[2]
    status = last if last in ("204", "304") else "200"
    body = json.dumps(told).encode() if status == "200" else b""
    headers = [("Content-Length", str(len(body)))] if body else []
    start_response(f"{status} As asked", headers)
    return HttpResponse(body)


asgi = Door(wsgi, threads=2)


def mirror(interface: str):
    """Return a function that makes the command to serve it by ``wsgi`` or by ``asginl``."""

    def command(port: int) -> list[str]:
        return [
            *(sys.executable, "-m", "granian", f"tests.config.mirror:{interface[:4]}"),
            *("--interface", interface, "--blocking-threads", "2" if interface == "wsgi" else "1"),
            *("--host", HOST, "--port", str(port), "--http", "1", "--no-ws"),
        ]

    return command
