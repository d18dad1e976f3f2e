"""The time zone of a university: set, shown in pages and mails, and read in forms (§19)."""

import csv
from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib import admin
from django.core.cache import cache
from django.core.management import call_command
from django.db.models import DateTimeField

from accounts.mail import invitation_mail, reset_mail
from students.models import AttemptTransaction
from students.queries.dashboard import dashboard
from tenants.models import AuditEvent, Tenant
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    CaseStudyFactory,
    FacultyFactory,
    InvitationFactory,
    PasswordResetFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
)
from tests.operators import listed, page, parsed, refused, told, words

pytestmark = pytest.mark.django_db

URL = "/v1/console/tenants"
NOT_A_ZONE = "Give a time zone by its IANA name, such as Africa/Lagos or Europe/Berlin."


@pytest.fixture
def lagos(db) -> Tenant:
    return TenantFactory(name="Lagos University", slug="lagos", time_zone="Africa/Lagos")


@pytest.fixture
def super_admin(lagos):
    return SuperAdminFactory(tenant=lagos)


@pytest.fixture
def operator(super_admin) -> OperatorClient:
    return OperatorClient(super_admin)


@pytest.fixture
def api(super_admin) -> ApiClient:
    return ApiClient(super_admin)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def zone(tenant: Tenant) -> str | None:
    return Tenant.objects.get(pk=tenant.pk).time_zone


def change(tenant: Tenant) -> dict[str, str]:
    return AuditEvent.objects.for_tenant(tenant).latest("event_time").metadata["changes"]


# Setting it --------------------------------------------------------------------------------------


def test_the_api_tells_and_changes_it_and_the_trail_says_so(api, lagos):
    assert api.get(f"{URL}/{lagos.pk}").json()["data"]["time_zone"] == "Africa/Lagos"

    answer = api.patch(f"{URL}/{lagos.pk}", {"time_zone": "Europe/Berlin"})

    assert answer.json()["data"]["time_zone"] == zone(lagos) == "Europe/Berlin"
    assert change(lagos) == {"time_zone": {"before": "Africa/Lagos", "after": "Europe/Berlin"}}


@pytest.mark.parametrize("nothing", [None, ""])
def test_without_one_it_is_utc(nothing, api, lagos):
    answer = api.patch(f"{URL}/{lagos.pk}", {"time_zone": nothing})

    assert (answer.status_code, answer.json()["data"]["time_zone"]) == (200, None)
    assert zone(lagos) is None


@pytest.mark.parametrize("name", ["Lagos", "africa/lagos", "WAT", "+01:00", "../../etc/passwd"])
def test_the_api_refuses_what_is_no_time_zone(name, api, lagos):
    for answer in (
        api.patch(f"{URL}/{lagos.pk}", {"time_zone": name}),
        api.post(URL, {"name": "New", "slug": "new", "time_zone": name}),
    ):
        assert answer.status_code == 422
        assert answer.json()["details"]["errors"] == [{"field": "time_zone", "message": NOT_A_ZONE}]
    assert zone(lagos) == "Africa/Lagos"


def test_a_new_university_has_one_from_the_start(api):
    answer = api.post(URL, {"name": "New", "slug": "new", "time_zone": "Asia/Kathmandu"})
    call_command("create_tenant", "other", "Other", "--time-zone", "Africa/Cairo")

    assert answer.json()["data"]["time_zone"] == "Asia/Kathmandu"
    assert Tenant.objects.get(slug="other").time_zone == "Africa/Cairo"


def test_the_admin_changes_it(operator, lagos):
    url = page("tenants_tenant_change", lagos.pk)
    form = {"name": lagos.name, "domain": "", "lms_type": ""}

    told(operator.post(url, form | {"time_zone": "Europe/Berlin"}))
    assert zone(lagos) == "Europe/Berlin"
    told(operator.post(url, form | {"time_zone": ""}))
    assert zone(lagos) is None
    assert "time_zone" in refused(operator.post(url, form | {"time_zone": "Mars/Olympus"}))


def test_one_that_this_machine_no_longer_knows_stays_and_times_are_in_utc(operator, lagos):
    Tenant.objects.update(time_zone="Mars/Olympus")
    url = page("tenants_tenant_change", lagos.pk)

    assert "UTC</time>" in operator.get(page("tenants_tenant_changelist")).text
    form = {"name": "Renamed", "domain": "", "lms_type": "", "time_zone": "Mars/Olympus"}
    told(operator.post(url, form))

    assert zone(lagos) == "Mars/Olympus"
    assert Tenant.objects.get(pk=lagos.pk).name == "Renamed"


# Showing it --------------------------------------------------------------------------------------


def test_lists_show_local_times_and_utc_to_who_points_at_them(operator, lagos):
    with time_machine.travel(utc(2026, 6, 4, 23, 30), tick=False):
        ProgrammeFactory(tenant=lagos)

    answer = operator.get("/admin/programmes/programme/")

    (shown,) = parsed(answer).xpath("//table[@id='result_list']//time")
    assert words(shown) == "5 Jun 2026, 00:30 WAT"
    assert shown.get("datetime") == "2026-06-04T23:30:00Z"
    assert shown.get("title") == "4 Jun 2026, 23:30 UTC"


def test_times_are_those_of_the_university_that_is_worked_in(operator, lagos):
    other = TenantFactory(slug="nepal", time_zone="Asia/Kathmandu")
    plain = TenantFactory(slug="plain")
    with time_machine.travel(utc(2026, 6, 4, 9), tick=False):
        for tenant in (lagos, other, plain):
            ProgrammeFactory(tenant=tenant)

    shown = []
    for home in ("/admin/", "/admin/u/nepal/", "/admin/u/plain/", "/admin/"):
        answer = operator.get(f"{home}programmes/programme/")
        shown += [words(one) for one in parsed(answer).xpath("//table[@id='result_list']//time")]

    assert shown == [
        "4 Jun 2026, 10:00 WAT",
        "4 Jun 2026, 14:45 UTC+5:45",
        "4 Jun 2026, 09:00 UTC",
        "4 Jun 2026, 10:00 WAT",
    ]


@pytest.mark.parametrize(
    ("factory", "write", "path", "until"),
    [
        (InvitationFactory, invitation_mail, "invitations", "11 Jun 2026, 10:00 WAT"),
        (PasswordResetFactory, reset_mail, "password-reset", "4 Jun 2026, 11:00 WAT"),
    ],
)
def test_mails_and_public_pages_tell_the_time_of_the_university(
    factory, write, path, until, lagos, client
):
    with time_machine.travel(utc(2026, 6, 4, 9), tick=False):
        link = factory(user=FacultyFactory(tenant=lagos), tenant=lagos)
        token = link.give_token()
        link.save()
        mail = write(link, token)
        public = client.get(f"/{path}/{token}")

    assert until in words(parsed(public).xpath("//main")[0])
    (page_of_mail,) = mail.alternatives
    for text in (mail.body, page_of_mail.content):
        assert until in text
        assert "<time" not in text


def test_no_column_or_field_writes_a_time_in_a_way_of_its_own(super_admin, rf):
    request = rf.get("/admin/")
    request.user, request.tenant = super_admin, super_admin.tenant
    for model, model_admin in admin.site._registry.items():
        times = {one.name for one in model._meta.fields if isinstance(one, DateTimeField)}
        shown = {*model_admin.list_display, *model_admin.get_readonly_fields(request)}
        assert not times & shown, model_admin


# Reading it --------------------------------------------------------------------------------------


def test_attempts_expire_at_the_end_of_the_day_there(operator, lagos):
    student = StudentFactory(tenant=lagos)
    case_study = CaseStudyFactory(tenant=lagos)
    grant = page("students_student_grant", student.pk)
    asked = {"case_study": case_study.pk, "amount": "1", "reason": "Audio"}
    asked |= {"expires_at": "2090-12-31"}

    assert "until its end in Lagos" in operator.get(grant).text
    preview = operator.post(grant, asked, follow=True)
    assert "31 Dec 2090, end of day in Lagos" in preview.text
    (key,) = parsed(preview).xpath("//button[@name='idempotency_key']/@value")
    told(operator.post(grant, asked | {"idempotency_key": key}))

    line = AttemptTransaction.objects.get()
    assert line.expires_at == utc(2090, 12, 31, 22, 59, 59, 999_999)
    stored = AuditEvent.objects.for_tenant(lagos).get(event_type="attempt.granted").metadata
    assert "2090-12-31T22:59:59" in str(stored)
    shown = operator.get(page("students_attempttransaction_change", line.pk)).text
    assert "31 Dec 2090, end of day in Lagos" in shown


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"last_seen_at__gte": "2026-06-05"}, {"late"}),
        ({"last_seen_at__lte": "2026-06-04"}, {"early"}),
        ({"last_seen_at__gte": "2026-06-04", "last_seen_at__lte": "2026-06-05"}, {"early", "late"}),
    ],
)
def test_filters_and_their_files_take_days_as_they_are_there(query, found, operator, lagos):
    case_study = CaseStudyFactory(tenant=lagos)
    for name, at in (("early", utc(2026, 6, 4, 22, 40)), ("late", utc(2026, 6, 4, 23, 5))):
        student = StudentFactory(tenant=lagos, first_name=name, email=f"{name}@x.edu")
        SessionFactory(user=student, case_study=case_study, start_time=at)

    answer = operator.get(page("students_student_changelist"), query)
    (link,) = parsed(answer).xpath("//a[normalize-space()='Export CSV']/@href")
    sessions = operator.get(
        page("students_session_changelist"),
        {name.replace("last_seen_at", "start_time"): text for name, text in query.items()},
    )

    emails = {f"{name}@x.edu" for name in found}
    assert {name for name in ("early@x.edu", "late@x.edu") if name in answer.text} == emails
    assert {name for name in ("early@x.edu", "late@x.edu") if name in sessions.text} == emails
    rows = list(csv.DictReader(operator.get(link).getvalue().decode("utf-8-sig").splitlines()))
    assert len(rows) == len(found)
    assert "2026-06-04T2" in str(rows)  # files stay in UTC


def test_charts_count_the_days_of_the_place(lagos, super_admin):
    cache.clear()
    student, case_study = StudentFactory(tenant=lagos), CaseStudyFactory(tenant=lagos)
    with time_machine.travel(utc(2026, 6, 4, 23, 30), tick=False):
        for at in (utc(2026, 6, 4, 22, 59), utc(2026, 6, 4, 23, 1), utc(2026, 6, 4, 23, 2)):
            SessionFactory(user=student, case_study=case_study, start_time=at)
        sessions, _ = dashboard(tenant=lagos, viewer=super_admin).charts

    latest = {day.isoformat(): n for day, n in sessions.days.items() if n}
    assert latest == {"2026-06-04": 1, "2026-06-05": 2}
    assert len(sessions.days) == 30


def test_the_api_and_its_days_stay_in_utc(api, lagos):
    case_study = CaseStudyFactory(tenant=lagos)
    student = StudentFactory(tenant=lagos)
    SessionFactory(user=student, case_study=case_study, start_time=utc(2026, 6, 4, 23, 30))

    found = api.get("/v1/console/students?start_date=2026-06-05").json()
    both = api.get("/v1/console/students?start_date=2026-06-04").json()

    assert (found["total"], both["total"]) == (0, 1)
    assert both["data"][0]["last_seen"].endswith("Z")


def test_a_request_leaves_no_zone_behind(operator, client, lagos):
    operator.get("/admin/")
    other = OperatorClient(SuperAdminFactory(tenant=TenantFactory()))
    with time_machine.travel(utc(2026, 6, 4, 9), tick=False):
        ProgrammeFactory(tenant=other._user.tenant, code="X")

    assert "09:00 UTC" in str(listed(other.get("/admin/programmes/programme/")))
