"""The figures of a case study: its students' attempts, and the scores of its results (§9.2, §10).

Each is a statement or two over the case study's rows of progress, which an index holds whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, Q, Sum

from students.queries.attempts import AttemptList
from students.queries.entitlements import with_entitlement_of_progress
from students.queries.performance import PerformanceList
from tenants.models import TenantAIConfig

# The width of a band of the distribution; the last one has the highest score as well.
BAND = 10
_HIGHEST = 100

_ONE_DECIMAL = Decimal("0.1")


@dataclass(frozen=True)
class AttemptFigures:
    """How many students of a case study are where, whatever status a list is narrowed by."""

    students: int
    never_started: int
    has_remaining: int
    exhausted: int
    has_extra: int
    attempts_used: int
    untried: int
    """Those without any progress: neither a session nor a transaction."""


@dataclass(frozen=True)
class Band:
    """The results from one score to another, which is the next band's, save in the last one."""

    low: int
    high: int
    results: int


@dataclass(frozen=True)
class ScoreFigures:
    """The final scores of results; without any there is neither average nor median.

    ``passed`` have the tenant's ``pass_mark`` or more; None where the tenant has none.
    """

    results: int
    average: Decimal | None
    median: Decimal | None
    pass_mark: int | None
    passed: int | None
    distribution: list[Band]


def attempt_figures(attempts: AttemptList) -> AttemptFigures:
    """Return the figures of a list of attempts, by its filters but the status."""
    progress = attempts.progress_in_any_status.order_by()
    base = attempts.case_study.base_attempts
    # Most students never got anything extra: how many have how many sessions is enough for them.
    plain = dict(
        progress.filter(in_ledger=False).values_list("counted_sessions").annotate(n=Count("*"))
    )
    changed = with_entitlement_of_progress(progress.filter(in_ledger=True), base=base).aggregate(
        students=Count("*"),
        untried=Count("user", filter=Q(counted_sessions=0)),
        exhausted=Count("user", filter=Q(attempts_remaining=0)),
        has_extra=Count("user", filter=Q(extra_attempts__gt=0)),
        used=Sum("counted_sessions", default=0),
    )
    without = attempts.count_untried()
    students = sum(plain.values()) + changed["students"] + without
    exhausted = changed["exhausted"] + sum(n for used, n in plain.items() if used >= base)
    return AttemptFigures(
        students=students,
        never_started=plain.get(0, 0) + changed["untried"] + without,
        has_remaining=students - exhausted,
        exhausted=exhausted,
        has_extra=changed["has_extra"],
        attempts_used=changed["used"] + sum(used * n for used, n in plain.items()),
        untried=without,
    )


def score_figures(results: PerformanceList) -> ScoreFigures:
    """Return the figures of a list of results."""
    scores = results.scores()
    settings = TenantAIConfig.objects.filter(tenant=results.tenant)
    mark = settings.values_list("pass_mark", flat=True).first()
    total = sum(scores.values())
    bands = dict.fromkeys(range(0, _HIGHEST, BAND), 0)
    for score, n in scores.items():
        bands[min(int(score) // BAND * BAND, _HIGHEST - BAND)] += n
    return ScoreFigures(
        results=total,
        average=_average(scores.items(), total),
        median=_median(scores, total),
        pass_mark=mark,
        passed=None if mark is None else sum(n for score, n in scores.items() if score >= mark),
        distribution=[Band(low, low + BAND, n) for low, n in bands.items()],
    )


def _average(scores: Iterable[tuple[Decimal, int]], total: int) -> Decimal | None:
    if not total:
        return None
    return _rounded(sum(score * n for score, n in scores) / Decimal(total))


def _median(scores: dict[Decimal, int], total: int) -> Decimal | None:
    """Return the score in the middle, or half-way between the two there."""
    if not total:
        return None
    middle = [_at(scores, place) for place in ((total - 1) // 2, total // 2)]
    return _rounded(sum(middle) / Decimal(2))


def _at(scores: dict[Decimal, int], place: int) -> Decimal:
    """Return the score at a place among all in their order, from 0 on."""
    before = 0
    for score in sorted(scores):
        before += scores[score]
        if place < before:
            break
    return score


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(_ONE_DECIMAL, ROUND_HALF_UP)
