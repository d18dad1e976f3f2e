"""``python -m rehearsals NAME`` plays it, prints the figures, and fails if a promise was broken."""

import sys
from argparse import ArgumentParser
from typing import Any

from config.runtime.processes import until_told_to_stop
from rehearsals import cells, failover, pooler, replicas
from rehearsals.programs import RehearsalError

REHEARSALS = {
    "cells": cells,
    "failover": failover,
    "pooler": pooler,
    "replicas": replicas,
}


def say(text: str) -> None:
    """Write a progress message to standard error; standard output gets the table alone."""
    sys.stderr.write(f"{text}\n")


def main() -> int:
    parser = ArgumentParser(prog="python -m rehearsals", description=__doc__)
    parser.add_argument("name", choices=sorted(REHEARSALS))
    parser.add_argument("--short", action="store_true", help="only what CI plays")
    options = parser.parse_args()
    with until_told_to_stop():
        rehearsal: Any = REHEARSALS[options.name]
        outcomes = rehearsal.run(say, short=options.short)
        sys.stdout.write(rehearsal.table(outcomes))
        faults = [f"{one.name}: {fault}" for one in outcomes for fault in one.faults()]
        for fault in faults:
            say(f"error: {fault}.")
        return 1 if faults else 0
    return 130  # as shells call it


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RehearsalError as error:
        sys.exit(f"error: {error}")
