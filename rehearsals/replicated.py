"""The console over a primary and a replica."""

import re
import urllib.request
from pathlib import Path

from benchmarks.ports import HOST, free_port
from config.runtime.database import EmbeddedPostgres
from config.runtime.database.process_role import DatabaseRole
from rehearsals.console import Console
from rehearsals.streaming import Replica

_READS = re.compile(r'^command_center_reads_total\{from="(\w+)"\} (\S+)$', re.MULTILINE)


class ReplicatedConsole(Console):
    """The product's commands and its server, which may read from ``replica`` once there is one.

    ``more`` are further variables of its environment.
    """

    def __init__(self, primary: EmbeddedPostgres, folder: Path, **more: str) -> None:
        self.port = free_port()
        self.replica: Replica | None = None
        self._primary, self._folder, self._more = primary, folder, more

    def prepare(self) -> None:
        """Fill the database, which has its roles."""
        self.fill()

    def addresses(self) -> dict[str, str]:
        url = self._primary.url
        found = {
            "DATABASE_URL": url(role=DatabaseRole.APPLICATION),
            "SYSTEM_DATABASE_URL": url(role=DatabaseRole.SYSTEM),
            "OWNER_DATABASE_URL": url(role=DatabaseRole.OWNER),
        }
        if self.replica:
            found["DATABASE_REPLICA_URL"] = self.replica.url(DatabaseRole.APPLICATION)
        return found | self._more

    def reads(self) -> dict[str, int]:
        """Return how many requests the primary and the replica have answered by now."""
        with urllib.request.urlopen(f"http://{HOST}:{self.port}/metrics") as answer:
            figures = answer.read().decode()
        return {source: int(float(number)) for source, number in _READS.findall(figures)}
