"""The demo is of the day on which it is loaded; only the documents' examples keep their dates."""

from datetime import timedelta

import pytest
from django.contrib.staticfiles import finders

from accounts.models import Invitation, User
from config.context import within
from students.demo import loading
from students.demo.examples import DOCUMENTED_STUDENT_ID
from students.demo.logos import logo_of, move_logos
from students.demo.timestamps import PRESENT
from students.demo.universities import DEMO, STATE, UNIVERSITIES
from students.models import AttemptTransaction, Grade, Session, Student
from students.queries.students import StudentList
from tenants.models import AuditEvent, TenantBranding
from tests.students.test_demo_data.probes import assert_last_seen_is_true, documented_search, run

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

LATER = timedelta(days=400)


def documented(batch) -> list[tuple]:
    """Return the rows about the documented student."""
    sessions = {row.id for row in batch.sessions if row.user_id == DOCUMENTED_STUDENT_ID}
    return [
        *(row for row in batch.users if row.id == DOCUMENTED_STUDENT_ID),
        *(row for row in batch.sessions if row.id in sessions),
        *(row for row in batch.transcripts if row.session_id in sessions),
        *(row for row in batch.grades if row.session_id in sessions),
    ]


@pytest.mark.parametrize("days", [1, 152, 4000])
def test_the_documented_student_is_the_same_on_every_day(days):
    as_written = documented(loading.small_population(DEMO))

    assert documented(loading.small_population(DEMO.moved(timedelta(days=days)))) == as_written
    assert len(as_written) == 9


@pytest.mark.parametrize("university", UNIVERSITIES, ids=lambda university: university.slug)
def test_the_last_sessions_are_as_old_as_on_the_first_day(university):
    def ages(moved_by: timedelta) -> list[timedelta]:
        batch = loading.small_population(university.moved(moved_by))
        return sorted(
            PRESENT + moved_by - row.last_activity for row in batch.sessions if row.last_activity
        )

    first, later = ages(timedelta()), ages(LATER)

    assert later[0] == first[0] == timedelta()
    assert sum(age < timedelta(days=7) for age in later) > 30
    # Of what is documented nothing moves, so it grows old.
    assert len(later) == pytest.approx(len(first), rel=0.1)


def test_a_demo_of_another_day_is_of_that_day(time_machine):
    day = PRESENT + LATER + timedelta(hours=2)
    time_machine.move_to(day)
    run()

    week = day - timedelta(days=7)
    assert Session.objects.filter(start_time__gte=week).count() > 60
    assert Grade.objects.filter(created_at__gte=week).exists()
    for tenant in (DEMO.id, STATE.id):
        lately = StudentList.of(tenant).filter(start_date=week)
        assert lately.count() > 10
    invitation = Invitation.objects.get(user__email="meenakshi.nambiar@demo.example")
    assert invitation.accepted_at is None
    assert invitation.expires_at > day
    lines = AttemptTransaction.objects.filter(type="grant")
    assert lines.filter(expires_at__gt=day).exists()
    assert lines.filter(expires_at__lt=day).exists()
    assert Student.objects.filter(created_at__gt=day - timedelta(days=90)).exists()
    _assert_nothing_lies_ahead(day)
    assert_last_seen_is_true()

    # The documented request answers as printed.
    assert documented_search().count() == 137
    asked = StudentList.of(DEMO.id).filter(search="abdul", programme="MBA1234", status="active")
    asked = asked.order_by("last_seen", descending=True)
    with within(DEMO.id):
        assert asked.count() == 137
        (first,) = asked[:1]
    assert (first.pk, first.last_seen_at.isoformat()) == (
        DOCUMENTED_STUDENT_ID,
        "2026-06-04T09:00:00+00:00",
    )

    # Who is added on a later day belongs to the calendar of the first load, with ids of its own.
    time_machine.move_to(day + timedelta(days=30))
    assert "60 students added to make 700" in run(students=700)
    assert "none added" in run(students=700)
    assert "50 students added to make 750" in run(students=750)
    _assert_nothing_lies_ahead(day)


def _assert_nothing_lies_ahead(day) -> None:
    for model, column in (
        *((User, "created_at"), (User, "updated_at"), (User, "last_activity_at")),
        *((Session, "last_activity"), (Session, "created_at"), (AuditEvent, "event_time")),
        *((Session, "end_time"), (Grade, "created_at"), (Invitation, "sent_at")),
        (AttemptTransaction, "created_at"),
    ):
        assert not model.objects.filter(**{f"{column}__gt": day}).exists(), (model, column)


def test_a_demo_before_its_calendar_is_the_one_that_is_written(time_machine):
    time_machine.move_to(PRESENT - timedelta(days=100))
    run()

    assert loading.as_loaded(DEMO).moved_by == timedelta()


def test_logos_lie_here_and_follow_the_server_to_another_port(settings, time_machine):
    settings.PUBLIC_URL = "http://127.0.0.1:8000"
    time_machine.move_to(PRESENT)
    run()
    assert set(TenantBranding.objects.values_list("logo_url", flat=True)) == {
        "http://127.0.0.1:8000/static/demo/demo-university.svg",
        "http://127.0.0.1:8000/static/demo/state-university.svg",
    }
    chosen = "https://cdn.example.com/logo.png"
    TenantBranding.objects.filter(tenant=STATE.id).update(logo_url=chosen)

    move_logos("http://127.0.0.1:8001")

    assert TenantBranding.objects.get(tenant=STATE.id).logo_url == chosen
    moved = TenantBranding.objects.get(tenant=DEMO.id).logo_url
    assert moved == logo_of(DEMO, "http://127.0.0.1:8001")


@pytest.mark.parametrize("university", UNIVERSITIES, ids=lambda university: university.slug)
def test_a_logo_is_among_our_files(university):
    assert finders.find(f"demo/{university.logo}.svg")
