"""Questions to a replica whose machine may have stopped: nothing else would end the wait for it."""

import select
import time

import psycopg
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn, PGresult

# Seconds that a replica may take to answer.
PATIENCE = 1


def ask_in_time(pgconn: PGconn, statement: bytes, *values: str) -> PGresult:
    """Return the answer to a short statement; raise psycopg.OperationalError if none comes."""
    pgconn.send_query_params(statement, [value.encode() for value in values])
    deadline = time.monotonic() + PATIENCE
    poll = select.poll()
    poll.register(pgconn.socket, select.POLLIN)
    while pgconn.is_busy():
        if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise psycopg.OperationalError("It did not answer in time.")
        pgconn.consume_input()
    answer = pgconn.get_result()
    if answer is None or answer.status != ExecStatus.TUPLES_OK:
        raise psycopg.OperationalError("It did not answer what it was asked.")
    while pgconn.get_result():
        pass
    return answer
