"""The kinds of things that a dashboard shows. They are kept in the cache, for all viewers alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import count
from typing import Self
from urllib.parse import urlencode

from django.utils.functional import Promise

type Text = str | Promise
"""A text in the language of whoever reads it."""


@dataclass(frozen=True)
class ListLink:
    """The list that shows exactly what a figure counts, and the flag that opens it."""

    page: str
    """The name of the page in the admin, such as ``students_session_changelist``."""
    needs: str
    api: str
    """The address of the same list in the API."""
    query: Mapping[str, str] = field(default_factory=dict)
    api_query: Mapping[str, str] | None = None
    """The API's query, where it is another one."""

    @property
    def api_address(self) -> str:
        query = self.query if self.api_query is None else self.api_query
        return f"{self.api}?{urlencode(query)}" if query else self.api


@dataclass(frozen=True)
class Figure:
    """One number with its meaning; ``capped`` if the true number is larger.

    The API knows it by its ``name``. A figure of 0 is hidden on the page, unless it ``stays``.
    """

    name: str
    title: Text
    value: int
    explanation: Text
    link: ListLink | None = None
    capped: bool = False
    is_alarming: bool = False
    stays: bool = False


@dataclass(frozen=True)
class LastImport:
    """The roster that was imported last."""

    title: Text
    at: datetime
    file_name: str
    by: str | None
    link: ListLink


@dataclass(frozen=True)
class ProgrammeAverage:
    """The results of a programme's students, and how many students it has."""

    code: str
    name: str
    results: int
    average: float
    students: int
    link: ListLink


@dataclass(frozen=True)
class Averages:
    """The programmes with their averages; of the latest ``most`` results where there are more."""

    programmes: list[ProgrammeAverage]
    most: int
    capped: bool


# The size of a chart: of its picture, and of the part with the bars.
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 1000, 220, 48, 24, 20, 28


@dataclass(frozen=True)
class DayBar:
    """One day of a chart: its place in the picture, and what stands beside it."""

    day: date
    value: int
    x: float
    y: float
    width: float
    height: float
    is_labelled: bool

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def above(self) -> float:
        """Where the value stands."""
        return self.y - 4


@dataclass(frozen=True)
class Chart:
    """A number for each of the latest days, the oldest first; the API knows it by its ``name``."""

    name: str
    title: Text
    days: dict[date, int]

    @property
    def total(self) -> int:
        return sum(self.days.values())

    @property
    def box(self) -> str:
        return f"0 0 {_WIDTH} {_HEIGHT}"

    @property
    def bottom(self) -> int:
        return _HEIGHT - _BOTTOM

    @property
    def left(self) -> int:
        return _LEFT

    @property
    def right(self) -> int:
        return _WIDTH - _RIGHT

    @cached_property
    def scale(self) -> list[tuple[int, float]]:
        """The lines of the scale: (number, place), from 0 to above the highest bar."""
        step = step_of(max(self.days.values(), default=0))
        top = -(-max(self.days.values(), default=0) // step) * step or step
        return [(n, self._place(n, top)) for n in range(0, top + 1, step)]

    @cached_property
    def bars(self) -> list[DayBar]:
        top = self.scale[-1][0]
        room = (self.right - _LEFT) / max(len(self.days), 1)
        return [
            DayBar(
                day=day,
                value=value,
                x=round(_LEFT + place * room + room * 0.15, 1),
                y=self._place(value, top),
                width=round(room * 0.7, 1),
                height=round(self.bottom - self._place(value, top), 1),
                is_labelled=(len(self.days) - 1 - place) % 5 == 0,
            )
            for place, (day, value) in enumerate(self.days.items())
        ]

    def _place(self, value: int, top: int) -> float:
        return round(self.bottom - (self.bottom - _TOP) * value / top, 1)


type Shown = Figure | Chart | LastImport | Averages
"""A thing that a dashboard shows."""


@dataclass(frozen=True)
class Dashboard:
    """What a viewer sees of a tenant, as it was at ``read_at`` or later."""

    read_at: datetime | None
    figures: list[Figure]
    imports: list[LastImport]
    charts: list[Chart]
    averages: list[Averages]

    @classmethod
    def of(cls, read: list[tuple[datetime, list[Shown]]]) -> Self:
        """Return the dashboard of some parts, each with the time at which it was read."""
        shown = [one for _, part in read for one in part]
        return cls(
            min((at for at, _ in read), default=None),
            [one for one in shown if isinstance(one, Figure)],
            [one for one in shown if isinstance(one, LastImport)],
            [one for one in shown if isinstance(one, Chart)],
            [one for one in shown if isinstance(one, Averages)],
        )

    @property
    def is_empty(self) -> bool:
        return not (self.figures or self.imports or self.charts or self.averages)


def step_of(highest: int) -> int:
    """Return 1, 2 or 5, or ten times as much and so on: at most five of it reach the highest."""
    steps = (factor * 10**power for power in count() for factor in (1, 2, 5))
    return next(step for step in steps if step * 5 >= highest)
