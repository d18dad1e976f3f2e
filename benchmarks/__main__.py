"""``python -m benchmarks [NAME …]`` measures, prints the tables and keeps them in results.md."""

import os
import sys
import time
from argparse import ArgumentParser, Namespace

from benchmarks import (
    admin,
    attempts,
    audit_months,
    audit_purge,
    audit_seals,
    audit_trail,
    cas,
    compare,
    demo_load,
    exports,
    long_queue,
    many,
    panel,
    roster,
    servers,
    soak,
    walls,
)
from benchmarks.databases import CommandFailedError, embedded_postgres
from benchmarks.frame import Benchmark, Context
from benchmarks.results import FOLDER, machine, merged
from config.runtime.database import PostgresError
from config.runtime.processes import until_told_to_stop

BENCHMARKS: dict[str, Benchmark] = {
    benchmark.name: benchmark
    for benchmark in (
        servers.BENCHMARK,
        demo_load.BENCHMARK,
        audit_trail.BENCHMARK,
        audit_seals.BENCHMARK,
        audit_purge.BENCHMARK,
        audit_months.BENCHMARK,
        long_queue.BENCHMARK,
        roster.BENCHMARK,
        panel.BENCHMARK,
        walls.BENCHMARK,
        many.BENCHMARK,
        admin.BENCHMARK,
        cas.BENCHMARK,
        exports.BENCHMARK,
        attempts.BENCHMARK,
        soak.BENCHMARK,
        compare.BENCHMARK,
    )
}


def say(text: str) -> None:
    """Write a progress message to standard error; standard output gets the tables alone."""
    sys.stderr.write(f"{text}\n")


def _three(text: str) -> tuple[int, int, int]:
    universities, each, large = map(int, text.split(","))
    return universities, each, large


def main() -> int:
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(BENCHMARKS)}")
    parser.add_argument(
        "--students",
        type=int,
        default=100_000,
        metavar="N",
        help="the size of demo_load and roster; the results then tell it (default: 100000)",
    )
    parser.add_argument(
        "--smaller",
        action="store_true",
        help="leave out the million students, which take minutes to make",
    )
    parser.add_argument(
        "--minutes",
        type=float,
        default=10,
        metavar="N",
        help="how long to soak, which is measured only when named (default: 10)",
    )
    parser.add_argument(
        "--against",
        default="",
        metavar="REV",
        help="the release that compare takes turns with; it is measured only when named",
    )
    parser.add_argument(
        "--rows",
        default="",
        metavar="WORDS",
        help="compare, and many, only the rows with one of these words, which commas separate",
    )
    parser.add_argument(
        "--cell",
        default=None,
        type=_three,
        metavar="N,N,N",
        help="the size of many: universities, students of each, and of the large one beside them",
    )
    options = parser.parse_args()
    if "compare" in options.names and not options.against:
        parser.error("compare needs --against REV")
    by_default = [name for name, benchmark in BENCHMARKS.items() if benchmark.by_default]
    if unknown := set(options.names) - set(BENCHMARKS):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    _warn_of_company()
    with until_told_to_stop():
        _measure(options.names or by_default, options)
        return 0
    return 130  # as shells call it


def _measure(names: list[str], options: Namespace) -> None:
    with embedded_postgres() as postgres:
        context = Context(
            postgres,
            options.students,
            options.smaller,
            options.minutes,
            say,
            options.against,
            [word.strip() for word in options.rows.split(",") if word.strip()],
            options.cell,
        )
        kind = machine(postgres)
        for name in names:
            began = time.monotonic()
            benchmark = BENCHMARKS[name]
            section = benchmark.section(benchmark.run(context))
            sys.stdout.write(f"\n{section}\n")
            sys.stdout.flush()
            file = FOLDER / benchmark.kept_in
            earlier = file.read_text() if file.exists() else ""
            file.write_text(merged(earlier, kind, {name: section}, list(BENCHMARKS)))
            say(f"{name} took {time.monotonic() - began:.0f} seconds.")
    files = {f"{FOLDER.name}/{BENCHMARKS[name].kept_in}" for name in names}
    say(f"Measured on {kind} Written to {', '.join(sorted(files))}.")


def _warn_of_company() -> None:
    busy, cores = os.getloadavg()[0], os.cpu_count() or 1
    if busy > cores / 2:
        say(f"This machine is busy already ({busy:.1f} programs on {cores} cores): figures suffer.")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (CommandFailedError, PostgresError) as error:
        sys.exit(f"error: {error}")
