"""The last results, with the kind of machine, but neither its name nor the time."""

import os
import platform
import re
from pathlib import Path

import psycopg

from benchmarks.databases import address
from config.runtime.database import EmbeddedPostgres

FOLDER = Path(__file__).parent
TITLE = "# Measured\n\nWritten by `make bench`, on "

_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)


def machine(postgres: EmbeddedPostgres) -> str:
    """Return a sentence about the machine, without which the figures mean little."""
    with psycopg.connect(**address(postgres, "postgres")) as connection:
        version = connection.info.parameter_status("server_version")
    cores = os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count()
    return f"{cores} cores, PostgreSQL {version}, Python {platform.python_version()}."


def merged(earlier: str, machine: str, sections: dict[str, str], order: list[str]) -> str:
    """Return the file's new text: these sections, and its earlier ones.

    Earlier sections stay only if they were measured on the same kind of machine.
    """
    heading = f"{TITLE}{machine}\n"
    kept = _sections(earlier) if earlier.startswith(heading) else {}
    sections = kept | sections
    return "\n".join([heading, *(sections[name] for name in order if name in sections)])


def _sections(text: str) -> dict[str, str]:
    _, *parts = _SECTION.split(text)
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {name: f"## {name}{body.rstrip()}\n" for name, body in pairs}
