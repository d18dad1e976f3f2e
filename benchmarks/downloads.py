"""The time that a client waits for a file."""

import time
from contextlib import closing
from http import HTTPStatus
from http.client import HTTPConnection

from benchmarks.databases import CommandFailedError
from benchmarks.load import HOST


def download(path: str, token: str, port: int) -> float:
    """Return the milliseconds until a file has arrived as a whole."""
    began = time.perf_counter()
    with closing(HTTPConnection(HOST, port)) as connection:
        connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        answer.read()
    if answer.status != HTTPStatus.OK:
        raise CommandFailedError(f"{path} answered {answer.status}.")
    return (time.perf_counter() - began) * 1000
