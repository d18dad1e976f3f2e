"""The first page of the admin."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from accounts.services.invitations import issue_invitation
from students.queries.dashboard import dashboard
from tests.clients import OperatorClient
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def frozen():
    """Stop the clock, and forget what was remembered for an earlier test."""
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


def session(tenant, days_ago: int, **columns):
    start = NOW - timedelta(days=days_ago)
    case_study = columns.pop("case_study", None) or CaseStudyFactory(tenant=tenant)
    user = columns.pop("user", None) or StudentFactory(tenant=tenant)
    return SessionFactory(user=user, case_study=case_study, start_time=start, **columns)


def figures(tenant, viewer) -> dict[str, int]:
    shown, _ = dashboard(tenant=tenant, viewer=viewer)
    return {figure.title: figure.value for figure in shown}


def test_students_are_counted_by_when_they_were_last_seen(tenant, admin):
    for days_ago in (0, 6, 7, 29, 30):
        session(tenant, days_ago)
    StudentFactory(tenant=tenant)
    session(TenantFactory(), 0)

    shown = figures(tenant, admin)

    assert (shown["Students"], shown["Seen in 7 days"], shown["Seen in 30 days"]) == (6, 2, 4)


def test_sessions_and_graded_attempts_are_counted_by_day(tenant, admin):
    GradeFactory(session=session(tenant, 1))
    session(tenant, 1)
    session(tenant, 29)
    session(tenant, 30)
    session(TenantFactory(), 1)

    _, (sessions, graded) = dashboard(tenant=tenant, viewer=admin)

    yesterday = NOW.date() - timedelta(days=1)
    assert (len(sessions.days), sessions.total, sessions.days[yesterday]) == (30, 3, 2)
    assert (graded.total, graded.days[yesterday]) == (1, 1)


def test_whoever_has_no_attempt_left_somewhere_is_exhausted_once(tenant, admin):
    everywhere, granted = StudentFactory.create_batch(2, tenant=tenant)
    for case_study in CaseStudyFactory.create_batch(2, tenant=tenant):
        for _ in range(3):
            session(tenant, 1, user=everywhere, case_study=case_study)
    for _ in range(3):
        session(tenant, 1, user=granted, case_study=case_study)
    AttemptTransactionFactory(user=granted, case_study=case_study)
    session(tenant, 1)

    assert figures(tenant, admin)["Exhausted students"] == 1


def test_invitations_are_pending_or_failed(tenant, admin):
    for _ in range(2):
        invitation = issue_invitation(actor=admin, user=UserFactory(tenant=tenant))
    invitation.give_token()
    invitation.sent_at = NOW
    invitation.save()
    failed = issue_invitation(actor=admin, user=UserFactory(tenant=tenant))
    failed.failed_at = NOW
    failed.save()

    shown = figures(tenant, admin)

    assert (shown["Pending invitations"], shown["Failed mails"]) == (1, 1)


def test_the_queue_is_shown_to_super_admins_and_alarms_when_it_stands_still(tenant, admin):
    super_admin = SuperAdminFactory(tenant=tenant)
    task = {"args_kwargs": {}, "task_path": "a.b", "run_after": NOW}
    DBTaskResult.objects.create(**task)
    DBTaskResult.objects.update(enqueued_at=NOW - timedelta(minutes=11))

    shown, _ = dashboard(tenant=tenant, viewer=super_admin)

    (queue,) = (figure for figure in shown if figure.title == "Background queue")
    assert (queue.value, queue.is_alarming) == (1, True)
    assert "Background queue" not in figures(tenant, admin)


def test_each_part_needs_its_flag(tenant):
    flags = ["STUDENT_PERFORMANCE.can_view"]
    viewer = UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=flags))

    shown, charts = dashboard(tenant=tenant, viewer=viewer)

    assert shown == []
    assert len(charts) == 2


def test_figures_are_remembered_for_a_minute_and_never_for_another_tenant(tenant, admin):
    other = FacultyFactory()
    assert figures(tenant, admin)["Students"] == 0
    StudentFactory(tenant=tenant)

    assert figures(tenant, admin)["Students"] == 0
    assert figures(other.tenant, other)["Students"] == 0
    cache.clear()
    assert figures(tenant, admin)["Students"] == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number(
    rows, tenant, admin, django_assert_num_queries
):
    for _ in range(rows):
        session(tenant, 1)

    operator_client = OperatorClient(admin)

    with django_assert_num_queries(11):
        page = operator_client.get(reverse("admin:index")).content.decode()

    assert "Sessions per day" in page
