"""Figures of large case studies, kept for a minute: many look at them, and turn their pages."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.utils import timezone

from config.admin.pagination import COUNTED
from students.queries.attempts import AttemptList, EntitlementStatus
from students.queries.figures import AttemptFigures, ScoreFigures, attempt_figures, score_figures
from students.queries.performance import PerformanceList

# Seconds for which figures are kept, and of how many students at least.
_FRESH, _MANY = 60, COUNTED

# To be counted up when what is kept changes its shape: processes of two releases share the cache.
_SHAPE = 1


@dataclass(frozen=True)
class Kept[F: (AttemptFigures, ScoreFigures)]:
    """Figures, and since when they have been kept; None where they were read just now."""

    figures: F
    since: datetime | None = None


def kept_attempt_figures(attempts: AttemptList) -> Kept[AttemptFigures]:
    """Return the figures of a list of attempts, at most a minute old."""
    asked = {**attempts.asked, "status": None, "base": attempts.case_study.base_attempts}
    tenant_id = attempts.case_study.tenant_id
    return _kept(tenant_id, asked, lambda: attempt_figures(attempts), lambda one: one.students)


def kept_score_figures(results: PerformanceList) -> Kept[ScoreFigures]:
    """Return the figures of a list of results, at most a minute old."""
    tenant_id, asked = results.tenant.pk, {**results.asked, "results": True}
    return _kept(tenant_id, asked, lambda: score_figures(results), lambda one: one.results)


def total_of(figures: AttemptFigures, status: str | None) -> int:
    """Return how many students a list of attempts has that is narrowed by a status."""
    match status:
        case EntitlementStatus.EXHAUSTED:
            return figures.exhausted
        case EntitlementStatus.HAS_REMAINING:
            return figures.has_remaining
        case EntitlementStatus.HAS_EXTRA:
            return figures.has_extra
    return figures.students


def _kept[F: (AttemptFigures, ScoreFigures)](
    tenant_id: str, asked: dict[str, Any], read: Callable[[], F], size: Callable[[F], int]
) -> Kept[F]:
    text = json.dumps(asked, default=str, sort_keys=True)
    key = f"figures:{_SHAPE}:{tenant_id}:{hashlib.sha256(text.encode()).hexdigest()}"
    if (kept := cache.get(key)) is not None:
        return kept
    figures = read()
    if size(figures) > _MANY:
        cache.set(key, Kept(figures, timezone.now()), _FRESH)
    return Kept(figures)
