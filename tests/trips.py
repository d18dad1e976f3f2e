"""How often a request goes to the database and waits: the protocol's messages, as libpq tells."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import Any

from django.db import connection
from psycopg.pq import Trace


@contextmanager
def noting_messages(of: Any = connection) -> Iterator[list[tuple[str, str]]]:
    """Yield a list that has the block's messages after it: F(rontend) or B(ackend), and a name."""
    of.ensure_connection()
    pgconn = of.connection.pgconn
    messages: list[tuple[str, str]] = []
    with TemporaryFile("w+") as told:
        pgconn.trace(told.fileno())
        pgconn.set_trace_flags(Trace.SUPPRESS_TIMESTAMPS)
        try:
            yield messages
        finally:
            pgconn.untrace()
            told.seek(0)
            lines = (line.rstrip("\n").split("\t") for line in told if line[:2] in {"F\t", "B\t"})
            messages += [(way, name) for way, _length, name, *_rest in lines]


@contextmanager
def counting_trips(of: Any = connection) -> Iterator[Callable[[], int]]:
    """Yield a function that returns the trips of the block: turns from sending to receiving."""
    with noting_messages(of) as messages:
        yield lambda: sum(
            (one, other) == ("F", "B") for (one, _), (other, _) in itertools.pairwise(messages)
        )
