"""How often a request goes to the database and waits: the protocol's messages, as libpq tells."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import Any

from django.db import connection
from psycopg.pq import Trace


@contextmanager
def counting_trips(of: Any = connection) -> Iterator[Callable[[], int]]:
    """Yield a function that returns the trips of the block: turns from sending to receiving."""
    of.ensure_connection()
    pgconn = of.connection.pgconn
    trips = 0
    with TemporaryFile("w+") as told:
        pgconn.trace(told.fileno())
        pgconn.set_trace_flags(Trace.SUPPRESS_TIMESTAMPS)
        try:
            yield lambda: trips
        finally:
            pgconn.untrace()
            told.seek(0)
            ways = [line[:1] for line in told if line[:2] in {"F\t", "B\t"}]
            trips = sum(pair == ("F", "B") for pair in itertools.pairwise(ways))
