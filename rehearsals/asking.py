"""One request to the console at a port of this machine, as anybody sends it."""

import json
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from typing import Any, NamedTuple

from rehearsals.console import HOST, PATIENCE

# The demo's administrator.
LOGIN = {
    "email": "admin@demo.example",
    "password": "demo-Passw0rd",
    "tenant_slug": "demo-university",
}

# The status of answers that are none: the server took longer than anybody waits, or hung up.
NOTHING = 0


class Answer(NamedTuple):
    """A status, a body, and the headers in lower case."""

    status: int
    body: dict[str, Any]
    headers: dict[str, str]


def ask(
    port: int, method: str, path: str, body: dict[str, Any] | None = None, token: str = ""
) -> Answer:
    """Send a request, and return what was answered."""
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    try:
        with closing(HTTPConnection(HOST, port, timeout=PATIENCE)) as call:
            call.request(method, path, body and json.dumps(body), headers)
            with call.getresponse() as answer:
                told = {name.lower(): value for name, value in answer.getheaders()}
                return Answer(answer.status, json.load(answer), told)
    except (OSError, HTTPException):
        return Answer(NOTHING, {}, {})
