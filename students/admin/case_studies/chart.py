"""The distribution of scores as a chart that needs no script, and as a table."""

from dataclasses import dataclass

from students.queries.figures import Band, ScoreFigures

# The height of the highest bar, and the room of a bar, in the chart's own units.
HEIGHT = 100
ROOM = 40


@dataclass(frozen=True)
class Bar:
    """A band of scores, with its place and size in the chart."""

    band: Band
    left: int
    height: int

    @property
    def top(self) -> int:
        return HEIGHT - self.height

    @property
    def above(self) -> int:
        """Where the number above the bar stands."""
        return self.top - 4


def bars_of(figures: ScoreFigures) -> list[Bar]:
    """Return the bars of the distribution; the longest has the whole height."""
    most = max(band.results for band in figures.distribution) or 1
    return [
        Bar(band, place * ROOM, round(band.results * HEIGHT / most))
        for place, band in enumerate(figures.distribution)
    ]
