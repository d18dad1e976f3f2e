"""The part of a list that a page shows."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Window:
    """The numbers of rows to skip and to take; counted from the end if ``backwards``."""

    offset: int
    limit: int
    backwards: bool = False

    @classmethod
    def nearest(cls, rows: int, skip: int, limit: int) -> Self:
        """Return the window onto ``limit`` of ``rows`` rows, from the end that is nearer."""
        if skip <= rows // 2:
            return cls(skip, limit)
        return cls(rows - skip - limit, limit, backwards=True)

    @property
    def reach(self) -> int:
        """The most rows that any part of the query has to give: the skipped ones and the page."""
        return self.offset + self.limit

    def __str__(self) -> str:
        return f"OFFSET {self.offset} LIMIT {self.limit}"
