"""Charts of bars that need no script: a picture with a scale, and the same as a table beside it.

There is one kind, for whatever is counted or measured: ``admin/console/chart_picture.html`` draws
it, ``chart_table.html`` says the same in rows, and ``charts.css`` gives both their looks.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import count

# The height of a chart, and the room around the part with the bars.
_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 220, 48, 24, 20, 28

WIDE, NARROW = 1000, 480


@dataclass(frozen=True)
class Value:
    """What one bar stands for: a number, how people write it, and what it is the number of.

    ``short`` is what stands below the bar, where the name is too long for that.
    """

    name: str
    number: float
    written: str
    short: str = ""


@dataclass(frozen=True)
class Bar:
    """A bar: its value, and its place in the picture."""

    value: Value
    x: float
    y: float
    width: float
    height: float
    is_labelled: bool

    @property
    def label(self) -> str:
        return self.value.short or self.value.name

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def above(self) -> float:
        """Where the number stands."""
        return self.y - 4


@dataclass(frozen=True)
class BarChart:
    """The values in their order; every ``labelled``-th bar has its name below it, the last one too.

    ``heading`` says what the names are, and ``measure`` what the numbers are.
    """

    title: str
    heading: str
    measure: str
    values: list[Value]
    labelled: int = 1
    width: int = WIDE

    @property
    def is_empty(self) -> bool:
        return not any(value.number for value in self.values)

    @property
    def is_wide(self) -> bool:
        return self.width == WIDE

    @property
    def box(self) -> str:
        return f"0 0 {self.width} {_HEIGHT}"

    @property
    def bottom(self) -> int:
        return _HEIGHT - _BOTTOM

    @property
    def left(self) -> int:
        return _LEFT

    @property
    def right(self) -> int:
        return self.width - _RIGHT

    @cached_property
    def scale(self) -> list[tuple[int, float]]:
        """The lines of the scale: (number, place), from 0 to the highest bar or above it."""
        highest = max((value.number for value in self.values), default=0)
        step = step_of(highest)
        top = -int(-highest // step) * step or step
        return [(n, self._place(n, top)) for n in range(0, top + 1, step)]

    @cached_property
    def bars(self) -> list[Bar]:
        top = self.scale[-1][0]
        room = (self.right - _LEFT) / max(len(self.values), 1)
        return [
            Bar(
                value=value,
                x=round(_LEFT + place * room + room * 0.15, 1),
                y=self._place(value.number, top),
                width=round(room * 0.7, 1),
                height=round(self.bottom - self._place(value.number, top), 1),
                is_labelled=(len(self.values) - 1 - place) % self.labelled == 0,
            )
            for place, value in enumerate(self.values)
        ]

    def _place(self, number: float, top: int) -> float:
        return round(self.bottom - (self.bottom - _TOP) * number / top, 1)


def step_of(highest: float) -> int:
    """Return 1, 2 or 5, or ten times as much and so on: at most five of it reach the highest."""
    steps = (factor * 10**power for power in count() for factor in (1, 2, 5))
    return next(step for step in steps if step * 5 >= highest)
