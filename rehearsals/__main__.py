"""``python -m rehearsals NAME`` plays it, prints the figures, and fails if a promise was broken."""

import sys
from argparse import ArgumentParser

from config.runtime.processes import until_told_to_stop
from rehearsals import cells, failover
from rehearsals.programs import RehearsalError

REHEARSALS = {"cells": cells, "failover": failover}


def say(text: str) -> None:
    """Write a progress message to standard error; standard output gets the table alone."""
    sys.stderr.write(f"{text}\n")


def main() -> int:
    parser = ArgumentParser(prog="python -m rehearsals", description=__doc__)
    parser.add_argument("name", choices=sorted(REHEARSALS))
    parser.add_argument("--short", action="store_true", help="only what CI plays")
    options = parser.parse_args()
    with until_told_to_stop():
        rehearsal = REHEARSALS[options.name]
        outcomes = rehearsal.run(say, short=options.short)
        # One without figures of its own has those below.
        sys.stdout.write(getattr(rehearsal, "table", table)(outcomes))
        faults = [f"{one.scenario.name}: {fault}" for one in outcomes for fault in one.faults()]
        for fault in faults:
            say(f"error: {fault}.")
        return 1 if faults else 0
    return 130  # as shells call it


def table(outcomes: list[failover.Outcome]) -> str:
    """Return the figures as docs/scaling.md shows them."""
    lines = [
        "| What breaks | writes succeed again | reads | answers | acknowledged | lost | twice |",
        "|---|--:|--:|---|--:|--:|--:|",
    ]
    for one in outcomes:
        answers = ", ".join(f"{count} × {status}" for status, count in sorted(one.answers.items()))
        lines.append(
            f"| {one.scenario.what} | {one.writes:.1f} s | {one.reads:.1f} s | {answers} "
            f"| {one.acknowledged} | {one.lost} | {one.twice} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RehearsalError as error:
        sys.exit(f"error: {error}")
