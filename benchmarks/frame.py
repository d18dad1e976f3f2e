"""The parts of every benchmark, and the table of its figures."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from config.runtime.database import EmbeddedPostgres

NOTHING = "–"


@dataclass(frozen=True)
class Context:
    """The context of a benchmark: the PostgreSQL to work with, and the size.

    ``smaller`` leaves out sizes that take minutes to prepare; ``minutes`` is the time of the soak.
    ``against`` is a revision to compare with, by the ``rows`` with these words, or by all. ``cell``
    is another size of the cell of ``many``: universities, students of each, and of the large one.
    """

    postgres: EmbeddedPostgres
    students: int
    smaller: bool
    minutes: float
    say: Callable[[str], None]
    against: str = ""
    rows: Sequence[str] = ()
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class Result:
    """A table whose first row names the columns, and sentences that belong below it."""

    table: Sequence[Sequence[str]]
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Benchmark:
    """A question that a measurement answers; it runs ``by_default``, or only when it is named.

    ``kept_in`` is the file of its results, beside the benchmarks.
    """

    name: str
    question: str
    run: Callable[[Context], Result]
    by_default: bool = True
    kept_in: str = "results.md"

    def section(self, result: Result) -> str:
        """Return the result as a section of Markdown that is also pleasant in a terminal."""
        parts = [f"## {self.name}", self.question, markdown(result.table), *result.notes]
        return "\n\n".join(parts) + "\n"


def markdown(table: Sequence[Sequence[str]]) -> str:
    """Return the rows with aligned columns: text to the left, figures to the right."""
    heading, *rows = table
    columns = list(zip(heading, *rows, strict=True))
    widths = [max(3, *map(len, column)) for column in columns]
    right = [_has_figures(column[1:]) for column in columns]
    rule = ["-" * (width - 1) + (":" if r else "-") for width, r in zip(widths, right, strict=True)]
    lines = [
        [cell.rjust(width) if r else cell.ljust(width) for cell, width, r in cells]
        for cells in (zip(row, widths, right, strict=True) for row in (heading, rule, *rows))
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _has_figures(cells: Iterable[str]) -> bool:
    return any(cell[:1].isdigit() for cell in cells)


def figure(value: float, unit: str = "") -> str:
    """Return a number for people to read: three significant digits, thousands separated."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f}{unit}"


def times(value: float) -> str:
    """Return a ratio, such as 0.93× or 12×."""
    return f"{value:,.2f}×" if value < 10 else f"{value:,.0f}×"


def paired_ratio(values: Sequence[float], references: Sequence[float]) -> float:
    """Return the median of the ratios round by round.

    Both of a pair were measured at about the same moment, so a disturbance of the machine in some
    rounds affected both, and does not change the ratio.
    """
    return median(value / base for value, base in zip(values, references, strict=True))


def percentile(values: Iterable[float], share: float) -> float:
    """Return the smallest of the values that at least this share of them does not exceed."""
    ranked = sorted(values)
    # Rounded before it is rounded up: 0.07 * 100 is a little more than 7.
    return ranked[max(0, math.ceil(round(share * len(ranked), 6)) - 1)]
