"""The clients of the benchmark ``servers``: the module reads a Job and writes a Load.

They run in a process of their own, so that the measuring takes nothing from the server but its
share of the machine. HTTP is written by hand: a client library would cost more than some servers.
"""

import asyncio
import json
import re
import sys
import time
from dataclasses import asdict, dataclass, field

HOST = "127.0.0.1"

# Seconds for the server to take in the halves of requests.
SETTLING = 0.5

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
CLOSING = re.compile(rb"\r\nconnection: *close\r\n", re.IGNORECASE)


@dataclass(frozen=True)
class Job:
    """The request of each connection, sent for ``seconds`` (at least once), with ``apart`` between.

    Besides, ``halves`` connections send ``half``, which is an incomplete request, and stay open.
    """

    port: int
    request: str
    connections: int
    seconds: float = 0
    apart: float = 0
    patience: float = 10
    halves: int = 0
    half: str = ""


@dataclass
class Load:
    """The seconds until each answer, the number of missing answers, and the seconds of it all."""

    latencies: list[float] = field(default_factory=list)
    unanswered: int = 0
    seconds: float = 0


async def _client(job: Job, load: Load, delay: float) -> None:
    """Send the request again and again, over one connection as long as the server keeps it open."""
    await asyncio.sleep(delay)
    request, writer, began = job.request.encode(), None, time.perf_counter()
    until = began + job.seconds
    while True:
        try:
            async with asyncio.timeout(job.patience):
                if writer is None:
                    reader, writer = await asyncio.open_connection(HOST, job.port)
                writer.write(request)
                stays = await _answer(reader)
        except (OSError, EOFError):  # a timeout is an OSError too
            stays = False
            load.unanswered += 1
        else:
            load.latencies.append(time.perf_counter() - began)
        if writer and not stays:
            writer.close()
            writer = None
        began = time.perf_counter()
        if began >= until:
            break
    if writer:
        writer.close()


async def _answer(reader: asyncio.StreamReader) -> bool:
    """Read one answer; return whether the server keeps the connection."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = LENGTH.search(head)
    if not head.startswith(b"HTTP/1.1 200 ") or not length:
        raise SystemExit(f"the server answered {head.partition(b'\r\n')[0].decode()!r}")
    await reader.readexactly(int(length[1]))
    return not CLOSING.search(head)


async def _apply(job: Job) -> Load:
    waiting = []
    for _ in range(job.halves):
        _, writer = await asyncio.open_connection(HOST, job.port)
        writer.write(job.half.encode())
        waiting.append(writer)
    if waiting:
        await asyncio.sleep(SETTLING)
    load = Load()
    began = time.perf_counter()
    await asyncio.gather(*(_client(job, load, i * job.apart) for i in range(job.connections)))
    load.seconds = time.perf_counter() - began
    for writer in waiting:
        writer.close()
    return load


if __name__ == "__main__":
    job = Job(**json.load(sys.stdin))
    json.dump(asdict(asyncio.run(_apply(job))), sys.stdout)
