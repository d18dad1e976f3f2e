"""Lists that are given out are on record, whichever door they leave by (contract §18)."""

import pytest
from django.urls import reverse

from config import exports
from tenants.models import AuditEvent, EventType
from tests.clients import ApiClient, OperatorClient
from tests.factories import GradeFactory, StudentFactory, SuperAdminFactory, TenantFactory

pytestmark = pytest.mark.django_db

STUDENTS = "/v1/console/students/export"
PERFORMANCE = "/v1/console/student-performance/export"
ADMIN = reverse("admin:students_student_export")
BROWSER = {"REMOTE_ADDR": "192.0.2.7", "HTTP_USER_AGENT": "Firefox"}


def recorded(event_type: EventType) -> AuditEvent:
    return AuditEvent.objects.get(event_type=event_type)


@pytest.fixture
def two_students(tenant):
    StudentFactory(tenant=tenant, first_name="Ada", email="ada@x.edu")
    StudentFactory(tenant=tenant, first_name="Ben", email="ben@x.edu")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("door", ["api", "admin"])
def test_a_file_of_students_is_on_record_before_it_is_read(door, kind, admin, tenant, two_students):
    query = {"format": kind, "search": "ada", "status": "active", "programme": ""}
    if door == "api":
        answer = ApiClient(admin, **BROWSER).get(STUDENTS, query)
    else:
        answer = OperatorClient(admin).get(ADMIN, query, **BROWSER)

    event = recorded(EventType.STUDENTS_EXPORTED)
    answer.close()
    assert answer.status_code == 200
    assert (event.target_type, event.target_id) == ("tenant", tenant.pk)
    assert event.actor_user_id == admin.pk
    assert event.metadata == {
        "tenant_id": tenant.pk,
        "filters": {"search": "ada", "status": "active"},
        "rows": 1,
        "format": kind,
    }
    assert (event.address, event.user_agent) == ("192.0.2.7", "Firefox")


def test_a_file_of_results_is_on_record(admin, tenant):
    grade = GradeFactory(session__user=StudentFactory(tenant=tenant))
    case_study_id = grade.session.case_study_id

    ApiClient(admin, **BROWSER).get(
        PERFORMANCE, {"case_study_id": case_study_id, "end_date": "2999-01-01"}
    )

    event = recorded(EventType.PERFORMANCE_EXPORTED)
    assert (event.target_type, event.target_id) == ("tenant", tenant.pk)
    assert event.metadata == {
        "tenant_id": tenant.pk,
        "filters": {
            "case_study_id": case_study_id,
            "end_date": "2999-01-01T23:59:59.999Z",
        },
        "rows": 1,
        "format": "csv",
    }
    assert (event.address, event.user_agent) == ("192.0.2.7", "Firefox")


@pytest.mark.parametrize("url", [STUDENTS, PERFORMANCE])
def test_what_was_not_given_out_is_not_on_record(url, api, tenant, monkeypatch):
    GradeFactory(session__user=StudentFactory(tenant=tenant))
    monkeypatch.setattr(exports, "MAX_ROWS", 0)

    assert api.get(url).status_code == 400
    assert not AuditEvent.objects.exists()


def test_an_export_in_another_tenant_is_in_both_trails(two_students):
    home, other = TenantFactory(), TenantFactory()
    operator = SuperAdminFactory(tenant=home)
    browser = OperatorClient(operator)
    browser.work_in(other)

    browser.get(ADMIN)

    events = AuditEvent.objects.filter(event_type=EventType.STUDENTS_EXPORTED)
    assert {event.tenant_id for event in events} == {home.pk, other.pk}
    assert {event.metadata["tenant_id"] for event in events} == {other.pk}
