"""Ports of this machine, for servers of benchmarks, rehearsals and tests."""

import socket

HOST = "127.0.0.1"


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
