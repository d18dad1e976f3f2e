"""The kinds of things that a dashboard shows. They are kept in the cache, for all viewers alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
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


@dataclass(frozen=True)
class Chart:
    """A number for each of the latest days, the oldest first; the API knows it by its ``name``."""

    name: str
    title: Text
    days: dict[date, int]

    @property
    def total(self) -> int:
        return sum(self.days.values())


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
