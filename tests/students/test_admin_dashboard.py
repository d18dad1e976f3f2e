"""The first page of the admin."""

import re
from datetime import UTC, datetime, timedelta
from functools import partial
from html import unescape

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from accounts.services.invitations import issue_invitation
from config.admin.charts import step_of
from config.ids import new_id
from students.queries.dashboard import dashboard
from students.queries.dashboard_parts import Chart, Figure
from tests.clients import OperatorClient
from tests.factories import (
    AttemptTransactionFactory,
    AuditEventFactory,
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    InvitationFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.students.admin_pages import plain

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


def shown_as(kind, tenant, viewer) -> list:
    """Return the parts of a kind on the dashboard."""
    shown = dashboard(tenant=tenant, viewer=viewer)
    return {Figure: shown.figures, Chart: shown.charts}[kind]


def figures(tenant, viewer) -> dict[str, int]:
    return {str(one.title): one.value for one in shown_as(Figure, tenant, viewer)}


def tiles(viewer) -> dict[str, tuple[str, str | None]]:
    """Return title → (number, address) of each tile on the page, as it is written there."""
    html = OperatorClient(viewer).get(reverse("admin:index")).content.decode()
    found = {}
    for tile in html.split("<dt>")[1:]:
        title, _, rest = tile.partition("</dt>")
        number = rest.partition("</dd>")[0]
        address = re.search(r'href="([^"]+)"', number)
        shown = plain(re.sub(r'<span class="sr-only">.*?</span>', "", number))
        found[unescape(title)] = (shown, address and unescape(address[1]))
    return found


def listed(viewer, address: str) -> int:
    """Return the number of rows of the list that a link leads to."""
    answer = OperatorClient(viewer).get(address)
    assert answer.status_code == 200, address
    assert list(answer.context["messages"]) == []
    return answer.context["cl"].result_count


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

    sessions, graded = shown_as(Chart, tenant, admin)

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

    shown = shown_as(Figure, tenant, super_admin)

    (queue,) = (figure for figure in shown if figure.title == "Background queue")
    assert (queue.value, queue.is_alarming) == (1, True)
    assert "Background queue" not in figures(tenant, admin)


def test_each_part_needs_its_flag(tenant):
    session(tenant, 1, transcript_status="partial", grading_status="failed")
    AuditEventFactory(tenant=tenant, event_type="roster.imported", target_type="roster")

    def seen(*modules: str) -> tuple[set[str], set[str]]:
        flags = [f"{module}.can_view" for module in modules]
        role = RoleFactory(tenant=tenant, permissions=flags)
        viewer = UserFactory(tenant=tenant, role=role)
        page = plain(OperatorClient(viewer).get(reverse("admin:index")).content.decode())
        return set(tiles(viewer)), {part for part in PARTS if part in page}

    assert seen("STUDENT_PERFORMANCE") == ({"Failed gradings"}, {"Sessions per day"})
    assert seen("USER_MANAGEMENT") == (
        {"Students", "Seen in 7 days", "Seen in 30 days"},
        {"Last roster import"},
    )
    assert seen("ROLE_MANAGEMENT") == (set(), {"Your role shows no figures."})


PARTS = ("Sessions per day", "Last roster import", "Your role shows no figures.")


def test_each_figure_leads_to_a_list_of_exactly_what_it_counts(tenant, admin):
    gone = {"user": StudentFactory(tenant=tenant, status="DELETED")}
    minutes = partial(timedelta, minutes=1)
    for days_ago in (0, 5, 6, 7, 29, 30):
        session(tenant, days_ago, transcript_status="available")
    for more in ({}, {}, gone):
        session(tenant, 1, transcript_status="missing", **more)
        session(tenant, 2, transcript_status="available", grading_status="failed", **more)
        session(tenant, 3, status="active", end_time=None, **more)
    # Neither stuck nor without transcript: it goes on, it has just ended, or it did not count.
    session(tenant, 0, status="active", end_time=None)
    session(tenant, 0, transcript_status="processing")
    session(tenant, 9, transcript_status="missing", elapsed_active_time=30)
    session(tenant, 9, transcript_status="missing", transcript_removed_at=NOW)
    invite(tenant, sent_at=NOW, expires_at=NOW + minutes())
    for _ in range(2):
        invite(tenant, sent_at=NOW, expires_at=NOW)
    invite(tenant, failed_at=NOW)
    invite(tenant, sent_at=NOW, expires_at=NOW, accepted_at=NOW)
    invite(tenant, "INACTIVE", sent_at=NOW, expires_at=NOW)
    session(TenantFactory(), 1, transcript_status="missing")

    shown = tiles(admin)

    assert {title: number for title, (number, _) in shown.items()} == {
        "Students": "16",
        "Seen in 7 days": "11",
        "Seen in 30 days": "15",
        "Sessions without transcript": "2",
        "Failed gradings": "2",
        "Stuck sessions": "2",
        "Pending invitations": "1",
        "Expired invitations": "2",
        "Failed mails": "1",
    }
    for title, (number, address) in shown.items():
        assert (title, str(listed(admin, address))) == (title, number)


def invite(tenant, status: str = "ACTIVE", **columns):
    columns = {"expires_at": NOW + timedelta(days=7), "token_hash": new_id()} | columns
    user = FacultyFactory(tenant=tenant, status=status)
    return InvitationFactory(user=user, tenant=tenant, **columns)


def test_figures_of_nothing_are_hidden(tenant, admin):
    assert tiles(admin) == {"Students": ("0", reverse("admin:students_student_changelist"))}


def test_more_than_a_list_counts_is_said(tenant, admin, monkeypatch):
    monkeypatch.setattr("students.queries.dashboard.COUNTED", 1)
    for _ in range(3):
        session(tenant, 1, grading_status="failed")

    assert tiles(admin)["Failed gradings"][0] == "more than 1"


def test_the_last_import_is_told_with_who_did_it(tenant, admin):
    for hours, name in ((2, "old.csv"), (1, "users.csv")):
        AuditEventFactory(
            tenant=tenant,
            event_type="roster.imported",
            target_type="roster",
            actor_name="Ada Obi",
            event_time=NOW - timedelta(hours=hours),
            metadata={"files": [{"name": name}]},
        )
    AuditEventFactory(event_type="roster.imported", target_type="roster", event_time=NOW)

    page = plain(OperatorClient(admin).get(reverse("admin:index")).content.decode())

    assert "Last roster import: 4 Jun 2026, 11:00 UTC , users.csv , by Ada Obi" in page
    assert "old.csv" not in page


def test_programmes_have_the_average_of_their_students_best_scores(tenant, admin, monkeypatch):
    mba, mph = (ProgrammeFactory(tenant=tenant, code=code) for code in ("MBA", "MPH"))
    ProgrammeFactory(tenant=tenant, code="NONE")
    both = StudentFactory(tenant=tenant, programmes=[mba, mph])
    one = StudentFactory(tenant=tenant, programmes=[mba])
    StudentFactory(tenant=tenant, programmes=[mba], status="INACTIVE")
    StudentFactory(tenant=tenant, programmes=[mba], status="DELETED")
    case_study = CaseStudyFactory(tenant=tenant)
    for days_ago, student, score in ((3, both, 50), (2, both, 70), (1, one, 91.1)):
        row = session(tenant, days_ago, user=student, case_study=case_study)
        GradeFactory(session=row, final_score=score)

    page = OperatorClient(admin).get(reverse("admin:index")).content.decode()

    assert "Programme MBA (MBA) 80.6 2 3 students of Programme MBA" in plain(page)
    (chart,) = re.findall(r"<svg.*?</svg>", page.partition("Average score by")[2], re.DOTALL)
    assert re.findall(r'bar-value".*?>(.*?)<', chart) == ["80.6", "70.0"]
    assert re.findall(r'bar-label".*?>(.*?)<', chart) == ["MBA", "MPH"]
    assert "Programme MPH (MPH) 70.0 1 1 students of Programme MPH" in plain(page)
    assert "(NONE)" not in page
    assert "graded last" not in page
    links = re.findall(r'href="([^"]*programme=[^"]*)"', page)
    assert [listed(admin, unescape(link)) for link in links] == [3, 1]

    monkeypatch.setattr("students.queries.programme_averages.MOST_RESULTS", 1)
    cache.clear()
    page = plain(OperatorClient(admin).get(reverse("admin:index")).content.decode())
    assert "Programme MBA (MBA) 80.6 2" in page
    assert "These are the 1 results that were graded last." in page


def test_who_may_not_see_students_gets_averages_without_links(tenant):
    student = StudentFactory(tenant=tenant, programmes=[ProgrammeFactory(tenant=tenant)])
    GradeFactory(session=session(tenant, 1, user=student))
    flags = ["STUDENT_PERFORMANCE.can_view"]
    viewer = UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=flags))

    page = OperatorClient(viewer).get(reverse("admin:index")).content.decode()

    assert "75.0" in page
    assert "students/student/" not in page


def test_charts_have_a_scale_and_the_value_of_each_bar(tenant, admin):
    for days_ago, n in ((0, 3), (1, 12)):
        for _ in range(n):
            session(tenant, days_ago)

    page = OperatorClient(admin).get(reverse("admin:index")).content.decode()

    (chart,) = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert re.findall(r'scale-number".*?>(.*?)<', chart) == ["0", "5", "10", "15"]
    assert re.findall(r'bar-value".*?>(.*?)<', chart) == ["12", "3"]
    assert "4 Jun 2026: 3" in plain(chart)
    low, high = (float(height) for height in re.findall(r'height="([\d.]+)"', chart)[-2:][::-1])
    assert high == pytest.approx(4 * low)


@pytest.mark.parametrize(
    ("highest", "step"),
    [(0, 1), (5, 1), (6, 2), (11, 5), (26, 10), (251, 100), (1_234_567, 500_000)],
)
def test_a_scale_has_at_most_five_round_steps(highest, step):
    assert step_of(highest) == step


def test_figures_are_remembered_for_a_minute_and_never_for_another_tenant(tenant, admin):
    other = FacultyFactory()
    assert figures(tenant, admin)["Students"] == 0
    StudentFactory(tenant=tenant)

    assert figures(tenant, admin)["Students"] == 0
    assert figures(other.tenant, other)["Students"] == 0
    cache.clear()
    assert figures(tenant, admin)["Students"] == 1


# Session and operator; students thrice; exhausted ones, of whom some may have been granted more;
# three kinds of sessions, three of invitations; the last import; days that are over, and the
# latest; averages, students of these.
QUERIES = 18


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number(
    rows, tenant, admin, django_assert_num_queries
):
    for _ in range(rows):
        session(tenant, 1)

    operator_client = OperatorClient(admin)

    with django_assert_num_queries(QUERIES):
        page = operator_client.get(reverse("admin:index")).content.decode()

    assert "Sessions per day" in page


# The same in the API ------------------------------------------------------------------------------


def test_api_lists_the_sessions_that_want_attention(tenant, admin, api):
    student = StudentFactory(tenant=tenant, first_name="Zoë", last_name="Bo", email="zoe@x.edu")
    case_study = CaseStudyFactory(tenant=tenant, title="Fuel Subsidy")
    failed = session(
        tenant,
        2,
        user=student,
        case_study=case_study,
        transcript_status="partial",
        grading_status="failed",
    )
    session(tenant, 1, transcript_status="available")

    def found(reason: str) -> list[dict]:
        body = api.get("/v1/console/student-performance/attention", {"reason": reason}).json()
        assert body["total"] == len(body["data"])
        return body["data"]

    assert found("no_transcript") == found("stuck") == []
    assert found("grading_failed") == [
        {
            "session_id": failed.pk,
            "user_id": student.pk,
            "student_name": "Zoë Bo",
            "student_email": "zoe@x.edu",
            "case_study_id": case_study.pk,
            "case_study_title": "Fuel Subsidy",
            "status": "ended",
            "counted_as_attempt": True,
            "duration_seconds": 540,
            "started_at": "2026-06-02T12:00:00Z",
            "ended_at": "2026-06-02T12:09:00Z",
            "score": None,
            "transcript_status": "partial",
            "grading_status": "failed",
        }
    ]


def test_api_narrows_users_by_their_invitation(tenant, admin, api):
    pending = invite(tenant, sent_at=NOW, expires_at=NOW + timedelta(minutes=1))
    expired = invite(tenant, sent_at=NOW, expires_at=NOW)
    failed = invite(tenant, failed_at=NOW)
    invite(tenant, "INACTIVE", failed_at=NOW)
    invite(TenantFactory(), failed_at=NOW)

    def found(**query: str) -> list[str]:
        return [row["id"] for row in api.get("/v1/console/users", query).json()["data"]]

    assert found(invitation="pending") == [pending.user_id]
    assert found(invitation="EXPIRED") == [expired.user_id]
    assert found(invitation="failed", include_inactive="true") == [failed.user_id]
    assert api.get("/v1/console/users", {"invitation": "lost"}).status_code == 422
