"""The dashboard: figures of a tenant, as far as the rights of whoever looks allow (§19)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Min, Q, Sum
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from accounts.models import UserStatus
from accounts.queries.invitations import InvitationState, invited_staff
from config.admin.display import day
from config.admin.pagination import COUNTED
from config.local_time import latest_days, start_of
from config.permissions import Action, Module, Viewer, flag
from config.timestamps import format_timestamp
from students.models import CaseStudyProgress, Session, Student, StudentCount
from students.models.states import GradingStatus
from students.queries.attention import Attention, wanting
from students.queries.dashboard_parts import (
    Averages,
    Chart,
    Dashboard,
    Figure,
    LastImport,
    ListLink,
    Shown,
)
from students.queries.entitlements import DEFAULT_BASE_ATTEMPTS, with_entitlement_of_progress
from students.queries.local_days import counted_by_day
from students.queries.programme_averages import averages_of
from students.queries.students import StudentList
from students.queries.students.exhausted import ANYWHERE
from tenants.models import AuditEvent, EventType, Tenant, TenantAIConfig
from tenants.time_zones import zone_of

# Days that the charts show.
DAYS = 30

# Seconds for which figures are kept: many people look at a dashboard, and often.
_FRESH = 60
# Of days that are over; of the latest ones, figures are as fresh as all others.
_FRESH_DAYS, _LATELY = 3600, 3

# The rows of progress that are looked at before all are.
_EXHAUSTED_ROWS = 4 * COUNTED

# To be counted up when what is kept changes its shape: processes of two releases share the cache.
_SHAPE = 2

_SEES_STUDENTS = flag(Module.USER_MANAGEMENT, Action.VIEW)
_SEES_SESSIONS = flag(Module.STUDENT_PERFORMANCE, Action.VIEW)
_SEES_ATTEMPTS = flag(Module.ATTEMPT_MANAGEMENT, Action.VIEW)
# The lists behind the figures: page of the admin, the flag that opens it, address in the API.
_STUDENTS = ("students_student_changelist", _SEES_STUDENTS, "/v1/console/students")
_USERS = ("accounts_user_changelist", _SEES_STUDENTS, "/v1/console/users")
_ROSTERS = ("students_rosterimport_changelist", _SEES_STUDENTS, "/v1/console/roster-imports")
_WANTING = (
    "students_session_changelist",
    _SEES_SESSIONS,
    "/v1/console/student-performance/attention",
)
_SEES_QUEUE = flag(Module.TENANT_MANAGEMENT, Action.VIEW)


type Part = Callable[[Tenant], Iterator[Shown]]
"""What belongs together on the dashboard: one of a tenant's parts, read anew."""


def dashboard(*, tenant: Tenant, viewer: Viewer) -> Dashboard:
    """Return what the viewer's role may see of a tenant, at most a minute old."""
    return Dashboard.of(
        [_remembered(part, tenant) for needs, part in _PARTS if viewer.has_flag(needs)]
    )


def _remembered(part: Part, tenant: Tenant) -> tuple[datetime, list[Shown]]:
    """Return a part, and when it was read."""
    key = f"dashboard:{_SHAPE}:{part.__name__}:{tenant.pk}:{tenant.time_zone}"
    read = cache.get(key)
    if read is None:
        read = (timezone.now(), list(part(tenant)))
        cache.set(key, read, _FRESH)
    return read


def _students(tenant: Tenant) -> Iterator[Figure]:
    counts = StudentCount.objects.for_tenant(tenant).filter(
        programme="", gram="", status__in=(UserStatus.ACTIVE, UserStatus.INACTIVE)
    )
    zone = zone_of(tenant)
    total = counts.filter(dated=False).aggregate(n=Sum("n", default=0))["n"]
    yield Figure(
        "students",
        _("Students"),
        total,
        _("Active and inactive"),
        ListLink(*_STUDENTS),
        stays=True,
    )
    for title, days in ((_("Seen in 7 days"), 7), (_("Seen in 30 days"), 30)):
        since = latest_days(days, zone)[0]
        seen = StudentList.of(tenant.pk).filter(start_date=start_of(since, zone)).count()
        yield Figure(
            f"seen_in_{days}_days",
            title,
            seen,
            format_lazy(_("Students with a session since {day}"), day=day(since)),
            ListLink(
                *_STUDENTS,
                {"last_seen_at__gte": since.isoformat()},
                {"start_date": format_timestamp(start_of(since, zone))},
            ),
        )


_INVITATIONS = (
    (InvitationState.PENDING, _("Pending invitations"), _("Sent, and not accepted yet")),
    (InvitationState.EXPIRED, _("Expired invitations"), _("Not accepted in time: resend them")),
    (
        InvitationState.FAILED,
        _("Failed mails"),
        _("Invitations that did not arrive: resend them"),
    ),
)


def _mails(tenant: Tenant) -> Iterator[Figure]:
    now = timezone.now()
    for state, title, explanation in _INVITATIONS:
        yield Figure(
            f"{state.value}_invitations",
            title,
            invited_staff(tenant.pk, state, now).count(),
            explanation,
            ListLink(*_USERS, {"invitation": state.value}),
            is_alarming=state == InvitationState.FAILED,
        )


def _exhausted(tenant: Tenant) -> Iterator[Figure]:
    setting = TenantAIConfig.objects.filter(tenant=tenant).values_list(
        "max_sessions_per_student", flat=True
    )
    base = setting.first() or DEFAULT_BASE_ATTEMPTS
    progress = CaseStudyProgress.objects.for_tenant(tenant)
    # Most students never got anything extra: their sessions are enough, at a tenth of the cost.
    plain = progress.filter(in_ledger=False, counted_sessions__gte=base).values("user")
    # In a large university these rows of an index, soon read, are of more people than are counted.
    some = plain.order_by("counted_sessions")[:_EXHAUSTED_ROWS]
    found = some.aggregate(n=Count("user", distinct=True))["n"]
    if found <= COUNTED:
        others = with_entitlement_of_progress(progress.filter(in_ledger=True), base=base)
        found = plain.union(others.filter(attempts_remaining=0).values("user")).count()
    yield Figure(
        "exhausted_students",
        _("Exhausted students"),
        min(found, COUNTED),
        _("No attempt remaining at a case study, or at several"),
        ListLink(*_STUDENTS, {"exhausted_at": ANYWHERE}),
        capped=found > COUNTED,
    )


def _sessions(tenant: Tenant) -> Iterator[Chart]:
    zone = zone_of(tenant)
    days = latest_days(DAYS, zone)
    # Days that are over rarely change, and are most of the work.
    key = f"dashboard:{_SHAPE}:days:{tenant.pk}:{zone}:{days[-1]}"
    over = cache.get(key)
    if over is None:
        over = _of_days(tenant, days[:-_LATELY], zone)
        cache.set(key, over, _FRESH_DAYS)
    found = over | _of_days(tenant, days[-_LATELY:], zone)
    for name, title in (
        ("sessions", _("Sessions per day")),
        ("graded", _("Graded attempts per day")),
    ):
        yield Chart(name, title, {day: found[day][name] if day in found else 0 for day in days})


def _of_days(tenant: Tenant, days: Sequence[date], zone: tzinfo) -> dict[date, Mapping[str, Any]]:
    """Return the numbers of sessions, and of graded attempts, that began on each of these days."""
    until = start_of(days[-1] + timedelta(days=1), zone)
    graded = Q(counted_as_attempt=True, grading_status=GradingStatus.COMPLETE)
    return counted_by_day(
        Session.objects.for_tenant(tenant).filter(start_time__lt=until),
        "start_time",
        days,
        zone,
        sessions=Count("pk"),
        graded=Count("pk", filter=graded),
    )


_ATTENTION = (
    (
        Attention.NO_TRANSCRIPT,
        _("Sessions without transcript"),
        _("Attempts that ended, and nothing can be read of them"),
    ),
    (Attention.GRADING_FAILED, _("Failed gradings"), _("Sessions that the grader gave up")),
    (Attention.STUCK, _("Stuck sessions"), _("Open, and not heard of for an hour")),
)


_OF_ATTENTION = {
    Attention.NO_TRANSCRIPT: "sessions_without_transcript",
    Attention.GRADING_FAILED: "failed_gradings",
    Attention.STUCK: "stuck_sessions",
}


def _attention(tenant: Tenant) -> Iterator[Figure]:
    """Yield figures of what went wrong; each index holds such sessions alone."""
    now = timezone.now()
    students = Student.objects.for_tenant(tenant).values("pk")
    for attention, title, explanation in _ATTENTION:
        rows = wanting(Session.objects.for_tenant(tenant), attention, now=now)
        found = rows.filter(user__in=students).order_by()[: COUNTED + 1].count()
        yield Figure(
            _OF_ATTENTION[attention],
            title,
            min(found, COUNTED),
            explanation,
            ListLink(*_WANTING, {"attention": attention.value}, {"reason": attention.value}),
            capped=found > COUNTED,
            is_alarming=True,
        )


def _last_import(tenant: Tenant) -> Iterator[LastImport]:
    """Yield the latest roster that was imported, through whichever door."""
    imports = AuditEvent.objects.for_tenant(tenant).filter(event_type=EventType.ROSTER_IMPORTED)
    last = imports.order_by("-event_time", "-pk").first()
    if last is not None:
        yield LastImport(
            _("Last roster import"),
            last.event_time,
            ", ".join(file["name"] for file in last.metadata.get("files", ()) if file.get("name")),
            last.actor_name,
            ListLink(*_ROSTERS),
        )


def _averages(tenant: Tenant) -> Iterator[Averages]:
    yield averages_of(tenant)


def _queue(tenant: Tenant) -> Iterator[Figure]:
    """Yield figures of the tasks that wait for the worker, which serves all tenants."""
    now = timezone.now()
    waiting = DBTaskResult.objects.ready().aggregate(n=Count("pk"), oldest=Min("enqueued_at"))
    late = waiting["oldest"] is not None and now - waiting["oldest"] > timedelta(minutes=10)
    yield Figure(
        "background_queue",
        _("Background queue"),
        waiting["n"],
        _("The oldest waits for more than ten minutes: does the worker run?")
        if late
        else _("Mails and imports of all universities that wait for the worker"),
        is_alarming=late,
    )


# The parts in their order, each with the flag that opens it.
_PARTS: tuple[tuple[str, Part], ...] = (
    (_SEES_STUDENTS, _students),
    (_SEES_ATTEMPTS, _exhausted),
    (_SEES_SESSIONS, _attention),
    (_SEES_STUDENTS, _mails),
    (_SEES_STUDENTS, _last_import),
    (_SEES_QUEUE, _queue),
    (_SEES_SESSIONS, _sessions),
    (_SEES_SESSIONS, _averages),
)
