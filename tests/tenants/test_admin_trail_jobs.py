"""A job for many is one line of the trail, which opens to its lines (contract §19)."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.services.users import update_user
from students.services.attempts import (
    grant_attempts,
    grant_attempts_in_bulk,
    revoke_attempts_in_bulk,
)
from tenants.models import AuditEvent
from tests.clients import ApiClient, OperatorClient
from tests.factories import CaseStudyFactory, StudentFactory, SuperAdminFactory, UserFactory
from tests.operators import parsed, words

pytestmark = pytest.mark.django_db

LIST = reverse("admin:tenants_auditevent_changelist")
EXPORT = reverse("admin:tenants_auditevent_export")
EVENTS = "/v1/console/audit-events"
_CELLS = "//table[@id='result_list']//td[contains(@class, 'field-what')]"


@pytest.fixture
def root(tenant):
    return SuperAdminFactory(tenant=tenant)


@pytest.fixture
def browser(root) -> OperatorClient:
    return OperatorClient(root)


@pytest.fixture
def ada(tenant):
    return UserFactory(tenant=tenant, first_name="Ada", last_name="Obi", email="ada@staff.example")


@pytest.fixture
def fuel(tenant):
    return CaseStudyFactory(tenant=tenant, title="Fuel subsidy")


@pytest.fixture
def three(tenant):
    names = ("Ben", "Chi", "Dike")
    return [StudentFactory(tenant=tenant, first_name=name, last_name="Eze") for name in names]


def granted(ada, fuel, students, **terms):
    terms = {"amount": 2, "reason": "Audio dropped"} | terms
    return grant_attempts_in_bulk(
        actor=ada,
        tenant=fuel.tenant,
        case_study_id=fuel.pk,
        user_ids=[student.pk for student in students],
        **terms,
    )


def told(browser, **query: str) -> list[str]:
    return [words(cell) for cell in parsed(browser.get(LIST, query)).xpath(_CELLS)]


def test_a_grant_to_many_is_one_line_that_opens_to_its_lines(browser, ada, fuel, three):
    job = granted(ada, fuel, three)

    assert told(browser) == [
        "Ada Obi granted 2 attempts at Fuel subsidy to 3 students Show the 3 lines"
    ]
    (link,) = parsed(browser.get(LIST)).xpath(f"{_CELLS}//a[starts-with(., 'Show')]")
    lines = [words(cell) for cell in parsed(browser.get(link.get("href"))).xpath(_CELLS)]
    assert sorted(lines) == [
        f"Ada Obi granted 2 attempts at Fuel subsidy to {name} Eze All lines of this job"
        for name in ("Ben", "Chi", "Dike")
    ]
    (students,) = parsed(browser.get(LIST)).xpath(f"{_CELLS}//a[. = '3 students']")
    assert students.get("href") == reverse("admin:students_bulkjob_change", args=[job.pk])


def test_what_is_taken_back_from_many_says_who_was_left_out(browser, ada, fuel, three):
    granted(ada, fuel, three[:1], amount=3)
    revoke_attempts_in_bulk(
        actor=ada,
        tenant=fuel.tenant,
        case_study_id=fuel.pk,
        user_ids=[student.pk for student in three],
        amount=4,
        reason="By mistake",
    )

    assert told(browser) == [
        ("Ada Obi took 4 attempts at Fuel subsidy back from 1 student, 2 left out Show the 1 line"),
        "Ada Obi granted 3 attempts at Fuel subsidy to 1 student Show the 1 line",
    ]


def test_a_job_that_reached_nobody_is_told_too_and_a_preview_is_not(browser, ada, fuel, three):
    granted(ada, fuel, three, dry_run=True)
    assert told(browser) == []

    revoke_attempts_in_bulk(
        actor=ada,
        tenant=fuel.tenant,
        case_study_id=fuel.pk,
        user_ids=[three[0].pk],
        amount=9,
        reason="By mistake",
    )
    assert told(browser) == [
        "Ada Obi took 9 attempts at Fuel subsidy back from 0 students, 1 left out"
    ]


def test_the_same_request_again_has_no_second_event(browser, ada, fuel, three):
    for _ in range(2):
        granted(ada, fuel, three, idempotency_key="once")

    assert len(told(browser)) == 1
    assert AuditEvent.objects.count() == 4


def test_a_student_of_a_job_is_found_by_name_and_the_operator_by_the_job(browser, ada, fuel, three):
    granted(ada, fuel, three)
    to_ben = "Ada Obi granted 2 attempts at Fuel subsidy to Ben Eze All lines of this job"

    for query in ({"q": "Ben Eze"}, {"done_to": "ben eze"}, {"q": three[0].pk}):
        assert told(browser, **query) == [to_ben], query
    for query in ({"q": "Obi"}, {"done_by": "ada@staff.example"}, {"done_by": "Ada"}):
        (line,) = told(browser, **query)
        assert "to 3 students" in line, query
    assert told(browser, done_by="Ada", done_to="Ben") == [to_ben]
    assert told(browser, done_by="Ben") == []


def test_one_kind_has_what_was_granted_to_one_and_to_many(browser, ada, fuel, three, tenant):
    granted(ada, fuel, three)
    grant_attempts(
        actor=ada,
        tenant=tenant,
        user_id=three[0].pk,
        case_study_id=fuel.pk,
        amount=1,
        reason="Audio dropped",
    )

    one, many = told(browser, event_type="attempt.granted")
    assert one == "Ada Obi granted 1 attempt at Fuel subsidy to Ben Eze"
    assert "to 3 students" in many
    assert told(browser, event_type="attempt.revoked") == []


def test_a_file_has_what_the_list_shows(browser, ada, fuel, three):
    granted(ada, fuel, three)

    def types(**query: str) -> list[str]:
        answer = browser.get(EXPORT, query | {"format": "ndjson"})
        lines = b"".join(answer.streaming_content).splitlines()
        return [json.loads(line)["event_type"] for line in lines]

    job = AuditEvent.objects.get(event_type="bulk_job.granted").target_id
    assert types(done_by="Ada") == ["bulk_job.granted"]
    assert types(part_of=job) == ["attempt.granted"] * 3


def test_the_reason_stands_with_each_student_where_an_erasure_finds_it(ada, fuel, three):
    granted(ada, fuel, three, reason="Ben Eze was ill")

    job = AuditEvent.objects.get(event_type="bulk_job.granted")
    assert job.metadata == {
        "amount": 2,
        "bulk_job_id": job.target_id,
        "case_study_id": fuel.pk,
        "expires_at": None,
        "left_out": 0,
        "students": 3,
        "tenant_id": fuel.tenant_id,
    }
    lines = AuditEvent.objects.filter(part_of=job.target_id)
    assert {(line.metadata["reason"], line.metadata["part_of"]) for line in lines} == {
        ("Ben Eze was ill", job.target_id)
    }


def test_who_works_in_another_tenant_has_the_job_in_both_trails(browser, root, fuel):
    elsewhere = SuperAdminFactory()
    granted(elsewhere, fuel, [StudentFactory(tenant=fuel.tenant)])

    for trail in (fuel.tenant, elsewhere.tenant):
        events = AuditEvent.objects.for_tenant(trail)
        assert [event.event_type for event in events.filter(part_of=None)] == ["bulk_job.granted"]
        assert events.exclude(part_of=None).count() == 1
    (line,) = [words(cell) for cell in parsed(OperatorClient(elsewhere).get(LIST)).xpath(_CELLS)]
    assert f", in {fuel.tenant.name}" in line


def test_a_visitor_is_found_by_name_and_said_to_be_one(browser, tenant, super_api):
    guest = SuperAdminFactory(first_name="Grace", last_name="Eze", email="grace@platform.example")
    student = StudentFactory(tenant=tenant, first_name="Ben")
    update_user(actor=guest, user=student, title="Dr")

    home = guest.tenant.name
    for query in ({"q": "grace"}, {"done_by": "Eze"}, {"done_by": "GRACE@platform.example"}):
        (line,) = told(browser, **query)
        assert line.startswith(f"Grace Eze ({home}) changed the job title"), query
    assert told(browser, done_by="Gracious") == []
    assert types(super_api, done_by="Grace Eze") == ["user.updated"]
    (there,) = told(OperatorClient(guest), done_by="Grace")
    assert there.startswith("Grace Eze changed")
    assert there.endswith(f", in {tenant.name}")


# The API --------------------------------------------------------------------------------------


def types(api: ApiClient, **query: str) -> list[str]:
    answer = api.get(EVENTS, query)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["total"] == len(answer.json()["data"])
    return sorted(event["event_type"] for event in answer.json()["data"])


def test_the_api_lists_a_job_with_or_without_its_lines(super_api, ada, fuel, three):
    job = granted(ada, fuel, three)
    lines = ["attempt.granted"] * 3

    assert types(super_api) == [*lines, "bulk_job.granted"]
    assert types(super_api, include_lines="false") == ["bulk_job.granted"]
    assert types(super_api, part_of=job.pk) == lines
    assert types(super_api, target_type="bulk_job", target_id=job.pk) == ["bulk_job.granted"]


def test_the_api_finds_people_as_the_admin_does(super_api, ada, fuel, three):
    granted(ada, fuel, three)

    assert types(super_api, search="Ben Eze") == ["attempt.granted"]
    assert types(super_api, done_to="Ben Eze") == ["attempt.granted"]
    assert types(super_api, done_by="ADA@staff.example", include_lines="false") == [
        "bulk_job.granted"
    ]
    assert types(super_api, search="Obi") == ["attempt.granted"] * 3 + ["bulk_job.granted"]
    assert types(super_api, search="nobody of this name") == []
    assert types(super_api, done_by=ada.pk, done_to=three[1].pk) == ["attempt.granted"]


def test_the_api_tells_where_something_was_done(tenant, fuel, root):
    other = StudentFactory()
    grant_attempts(
        actor=root,
        tenant=other.tenant,
        user_id=other.pk,
        case_study_id=CaseStudyFactory(tenant=other.tenant).pk,
        amount=1,
        reason="Audio dropped",
    )
    granted(root, fuel, [StudentFactory(tenant=tenant)])
    api = ApiClient(root)

    assert types(api, done_in=other.tenant_id) == ["attempt.granted"]
    assert types(api, done_in=tenant.pk, include_lines="false") == ["bulk_job.granted"]


def test_the_api_refuses_a_text_that_means_too_many(super_api, tenant, monkeypatch):
    monkeypatch.setattr("tenants.queries.trail.MOST_PEOPLE", 2)
    StudentFactory.create_batch(3, tenant=tenant, first_name="Dike")

    for name in ("search", "done_by", "done_to"):
        answer = super_api.get(EVENTS, {name: "Dike"})
        assert (answer.status_code, answer.json()["code"]) == (400, "VALIDATION_ERROR")
        assert "More than 2 people match" in answer.json()["error"]


# What does not grow with a job ----------------------------------------------------------------


@pytest.mark.parametrize("many", [1, 6])
def test_a_job_takes_the_same_queries_for_any_number(
    many, browser, ada, fuel, tenant, django_assert_num_queries
):
    granted(ada, fuel, StudentFactory.create_batch(many, tenant=tenant))

    # The caller, the choices of a filter, the number, the page; people, case studies and jobs.
    with django_assert_num_queries(8):
        browser.get(LIST)


def test_yesterday_is_found_by_person_and_day(browser, ada, fuel, three):
    granted(ada, fuel, three)
    today = timezone.now().date()
    day = {"event_time__gte": today.isoformat(), "event_time__lte": today.isoformat()}
    before = (today - timedelta(days=1)).isoformat()

    assert len(told(browser, done_by="Ada", **day)) == 1
    assert told(browser, done_by="Ada", event_time__gte=before, event_time__lte=before) == []
