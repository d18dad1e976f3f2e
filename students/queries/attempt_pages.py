"""The first students of a case study in each order of the attempts list (contract §9.2).

An index has the order, or has it but for ties: these are then broken by name among few rows.
"""

from typing import Any

from django.db.models import F, QuerySet

from config.db.sort_keys import SortKey
from students.models.progress import GRADED

type Rows = QuerySet[Any, Any]

# Where the sort keys stand in the table, of which an index has the values upwards.
_COLUMNS = {"attempts_used": "counted_sessions", "latest_attempt_at": "latest_counted_at"}

_BY_NAME = ("sort_name", "user_id")


def parts_of_page(
    rows: Rows, key: str, sort_key: SortKey, *, base: int, descending: bool, reach: int
) -> list[Rows]:
    """Return rows of progress in one sorted part, or in several of which the order is lost.

    The first ``reach`` of the list are among as many of each part. ``base`` are the attempts of
    whoever got nothing extra.
    """
    order = (sort_key.ordering(descending=descending), *_BY_NAME)
    if key == "best_score":
        return _by_score(rows, descending=descending, reach=reach)
    if key in _COLUMNS and descending:
        return _downwards(rows, _COLUMNS[key], reach)
    if key == "attempts_remaining":
        # Most got nothing extra: the more they used, the less remains, until nothing does.
        plain = rows.filter(in_ledger=False)
        none = plain.filter(counted_sessions__gte=base).order_by(*_BY_NAME)
        some = plain.filter(counted_sessions__lt=base)
        changed = rows.filter(in_ledger=True).order_by(*order)
        if not descending:
            return [none, changed, *_downwards(some, "counted_sessions", reach)]
        return [none, changed, some.order_by("counted_sessions", *_BY_NAME)]
    return [rows.order_by(*order)]


def _by_score(rows: Rows, *, descending: bool, reach: int) -> list[Rows]:
    """Return the graded ones, whom an index has, and the others if the page goes as far."""
    score = SortKey("best_score").ordering(descending=descending)
    graded = rows.filter(GRADED)
    parts = [graded.order_by(score, *_BY_NAME)]
    if not graded.order_by(score).values("user_id")[reach - 1 : reach].exists():
        parts.append(rows.exclude(GRADED).order_by(*_BY_NAME))
    return parts


def _downwards(rows: Rows, column: str, reach: int) -> list[Rows]:
    """Return the rows above the value in which the page ends, and those with it.

    The index goes upwards, names and all: read downwards, it has the names the wrong way round.
    """
    valued = rows.filter(**{f"{column}__isnull": False})
    values = valued.order_by(F(column).desc()).values_list(column, flat=True)
    last = values[reach - 1 : reach].first()
    if last is None:
        others = rows.filter(**{f"{column}__isnull": True})
        return [valued.order_by(F(column).desc(), *_BY_NAME), others.order_by(*_BY_NAME)]
    above, same = rows.filter(**{f"{column}__gt": last}), rows.filter(**{column: last})
    return [above.order_by(F(column).desc(), *_BY_NAME), same.order_by(*_BY_NAME)]
