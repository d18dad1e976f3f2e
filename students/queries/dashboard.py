"""The dashboard on the first page: figures of a tenant, as far as the operator's rights allow."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol

import orjson
from django.core.cache import cache
from django.db.models import Count, Min, Q, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import Invitation, UserStatus
from config.admin.pagination import COUNTED
from config.permissions import Action, Module, flag
from students.models import CaseStudyProgress, Session, StudentCount
from students.models.sessions import GradingStatus
from students.queries.entitlements import DEFAULT_BASE_ATTEMPTS, with_entitlement_of_progress
from tenants.models import Tenant, TenantAIConfig

# Days that the charts show.
DAYS = 30

# Seconds for which figures are kept: many people look at a dashboard, and often.
_FRESH = 60

_SEES_STUDENTS = flag(Module.USER_MANAGEMENT, Action.VIEW)
_SEES_SESSIONS = flag(Module.STUDENT_PERFORMANCE, Action.VIEW)
_SEES_ATTEMPTS = flag(Module.ATTEMPT_MANAGEMENT, Action.VIEW)
_SEES_QUEUE = flag(Module.TENANT_MANAGEMENT, Action.VIEW)


class Viewer(Protocol):
    """A person with a role."""

    def has_flag(self, flag: str) -> bool: ...


@dataclass(frozen=True)
class Figure:
    """One number with its meaning; ``capped`` if the true number is larger."""

    title: str
    value: int
    explanation: str
    capped: bool = False
    is_alarming: bool = False


@dataclass(frozen=True)
class Chart:
    """A number for each of the latest days, the oldest first."""

    title: str
    days: dict[date, int]

    @property
    def total(self) -> int:
        return sum(self.days.values())

    @property
    def data(self) -> str:
        """Return the chart as JSON for the charts' script."""
        labels = [f"{day:%-d %b}" for day in self.days]
        dataset = {
            "label": self.title,
            "data": list(self.days.values()),
            "backgroundColor": "var(--color-primary-600)",
        }
        return orjson.dumps({"labels": labels, "datasets": [dataset]}).decode()


type Part = Callable[[Tenant], Iterator[Figure] | Iterator[Chart]]
"""What belongs together on the dashboard: one of a tenant's parts, read anew."""


def context(request: Any, context: dict[str, Any]) -> dict[str, Any]:
    """Add the dashboard to the admin's first page; unfold's DASHBOARD_CALLBACK."""
    figures, charts = dashboard(tenant=request.tenant, viewer=request.user)
    return context | {"title": "Dashboard", "figures": figures, "charts": charts}


def dashboard(*, tenant: Tenant, viewer: Viewer) -> tuple[list[Figure], list[Chart]]:
    """Return the figures of a tenant that the viewer's role allows, at most a minute old."""
    shown = [
        one for needs, part in _PARTS if viewer.has_flag(needs) for one in _remembered(part, tenant)
    ]
    return (
        [one for one in shown if isinstance(one, Figure)],
        [one for one in shown if isinstance(one, Chart)],
    )


def _remembered(part: Part, tenant: Tenant) -> list[Figure | Chart]:
    key = f"dashboard:{part.__name__}:{tenant.pk}"
    return cache.get_or_set(key, lambda: list(part(tenant)), _FRESH) or []


def _students(tenant: Tenant) -> Iterator[Figure]:
    today = timezone.now().date()
    counts = StudentCount.objects.for_tenant(tenant).filter(
        programme="", gram="", status__in=(UserStatus.ACTIVE, UserStatus.INACTIVE)
    )
    total = counts.filter(dated=False).aggregate(n=Sum("n", default=0))["n"]
    yield Figure("Students", total, "Active and inactive")
    for days in (7, 30):
        since = today - timedelta(days=days - 1)
        seen = counts.filter(dated=True, day__gte=since).aggregate(n=Sum("n", default=0))["n"]
        yield Figure(f"Seen in {days} days", seen, f"Students with a session since {since:%-d %b}")


def _mails(tenant: Tenant) -> Iterator[Figure]:
    invitations = Invitation.objects.for_tenant(tenant).filter(replaced_at=None, accepted_at=None)
    pending = invitations.filter(sent_at__isnull=False, expires_at__gt=timezone.now()).count()
    yield Figure("Pending invitations", pending, "Sent, and not accepted yet")
    failed = Invitation.objects.for_tenant(tenant).undelivered().count()
    yield Figure(
        "Failed mails", failed, "Invitations to send again from the users", is_alarming=failed > 0
    )


def _exhausted(tenant: Tenant) -> Iterator[Figure]:
    setting = TenantAIConfig.objects.filter(tenant=tenant).values_list(
        "max_sessions_per_student", flat=True
    )
    base = setting.first() or DEFAULT_BASE_ATTEMPTS
    progress = CaseStudyProgress.objects.for_tenant(tenant)
    # Most students never got anything extra: their sessions are enough, at a tenth of the cost.
    plain = progress.filter(in_ledger=False, counted_sessions__gte=base).values("user")
    found = plain.distinct()[: COUNTED + 1].count()
    if found <= COUNTED:
        others = with_entitlement_of_progress(progress.filter(in_ledger=True), base=base)
        found = plain.union(others.filter(attempts_remaining=0).values("user")).count()
    yield Figure(
        "Exhausted students",
        min(found, COUNTED),
        "No attempt left at a case study, or at several",
        capped=found > COUNTED,
    )


def _sessions(tenant: Tenant) -> Iterator[Chart]:
    today = timezone.now().date()
    days = [today - timedelta(days=ago) for ago in reversed(range(DAYS))]
    since = datetime.combine(days[0], time.min, timezone.get_default_timezone())
    graded = Q(counted_as_attempt=True, grading_status=GradingStatus.COMPLETE)
    rows = (
        Session.objects.for_tenant(tenant)
        .filter(start_time__gte=since)
        .order_by()
        .values(day=TruncDate("start_time"))
        .annotate(sessions=Count("pk"), graded=Count("pk", filter=graded))
    )
    found: dict[date, Mapping[str, Any]] = {row["day"]: row for row in rows}
    for name, title in (("sessions", "Sessions per day"), ("graded", "Graded attempts per day")):
        yield Chart(title, {day: found[day][name] if day in found else 0 for day in days})


def _queue(tenant: Tenant) -> Iterator[Figure]:
    """Yield figures of the tasks that wait for the worker, which serves all tenants."""
    now = timezone.now()
    waiting = DBTaskResult.objects.ready().aggregate(n=Count("pk"), oldest=Min("enqueued_at"))
    late = waiting["oldest"] is not None and now - waiting["oldest"] > timedelta(minutes=10)
    yield Figure(
        "Background queue",
        waiting["n"],
        "The oldest waits for more than ten minutes: does the worker run?"
        if late
        else "Mails and imports of all tenants that wait for the worker",
        is_alarming=late,
    )


# The parts in their order, each with the flag that opens it.
_PARTS: tuple[tuple[str, Part], ...] = (
    (_SEES_STUDENTS, _students),
    (_SEES_ATTEMPTS, _exhausted),
    (_SEES_STUDENTS, _mails),
    (_SEES_QUEUE, _queue),
    (_SEES_SESSIONS, _sessions),
)
