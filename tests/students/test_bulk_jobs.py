"""Bulk jobs and their previews: over the API, and on their pages of the admin (contract §9.4)."""

import pytest

from students.models import AttemptTransaction, BulkJob
from tests.clients import OperatorClient
from tests.factories import (
    START,
    BulkJobFactory,
    CaseStudyFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.students.admin_pages import hidden, key, messages, rows, text, url

pytestmark = pytest.mark.django_db

API = "/v1/console/attempts/jobs"


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


@pytest.fixture
def case_study(tenant):
    return CaseStudyFactory(tenant=tenant, title="Fuel Subsidy")


@pytest.fixture
def poor(tenant, case_study):
    """A student of whom nothing can be revoked."""
    student = StudentFactory(tenant=tenant, first_name="Poor", last_name="Bo", email="poor@x.edu")
    SessionFactory.create_batch(3, user=student, case_study=case_study)
    return student


def revoke(api, case_study, students, **more) -> BulkJob:
    """Revoke an attempt from each; return the job."""
    body = {
        "case_study_id": case_study.pk,
        "user_ids": [student.pk for student in students],
        "amount": 1,
        "reason": "Granted by mistake",
        **more,
    }
    answer = api.post("/v1/console/attempts/revoke/bulk", body)
    return BulkJob.objects.get(pk=answer.json()["data"]["job_id"])


# API ----------------------------------------------------------------------------------------------


def test_jobs_are_listed_newest_first_with_who_started_them(api, admin, tenant, case_study, poor):
    older = BulkJobFactory(tenant=tenant, case_study=case_study, created_at=START)
    job = revoke(api, case_study, [poor])
    BulkJobFactory()

    answer = api.get(API).json()

    assert [row["job_id"] for row in answer["data"]] == [job.pk, older.pk]
    assert answer["total"] == 2
    row = answer["data"][0]
    assert "results" not in row
    assert (row["actor_user_id"], row["actor_name"]) == (admin.pk, admin.display_name)
    assert (row["job_type"], row["dry_run"], row["failed_rows"]) == ("attempt_revoke", False, 1)
    details = api.get(f"{API}/{job.pk}").json()["data"]
    assert {name: details[name] for name in row} == row
    assert answer["data"][1]["actor_name"] is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"dry_run": "true"}, ["preview"]),
        ({"dry_run": "false"}, ["revoke", "grant"]),
        ({"job_type": "attempt_grant"}, ["grant", "preview"]),
        ({"case_study_id": "fuel"}, ["revoke", "grant"]),
    ],
)
def test_jobs_are_narrowed(api, tenant, case_study, query, expected):
    of_fuel = {"tenant": tenant, "case_study": case_study}
    BulkJobFactory(tenant=tenant, dry_run=True, reason="preview")
    BulkJobFactory(**of_fuel, reason="grant")
    BulkJobFactory(**of_fuel, job_type="attempt_revoke", reason="revoke")
    if "case_study_id" in query:
        query = {"case_study_id": case_study.pk}

    assert sorted(row["reason"] for row in api.get(API, query).json()["data"]) == sorted(expected)


@pytest.mark.parametrize("query", [{"dry_run": "so"}, {"job_type": "x"}, {"case_study_id": "x"}])
def test_a_bad_filter_of_jobs_is_named(api, query):
    answer = api.get(API, query)

    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["details"]["errors"]] == list(query)


@pytest.mark.parametrize("jobs", [1, 3])
def test_jobs_cost_the_same_number_of_queries(api, tenant, jobs, django_assert_num_queries):
    for _ in range(jobs):
        BulkJobFactory(tenant=tenant, actor_user_id=UserFactory(tenant=tenant).pk)

    # Authentication, total, page, those who started them.
    with django_assert_num_queries(4):
        assert len(api.get(API).json()["data"]) == jobs


def test_who_works_in_another_tenant_is_named_by_the_ledger(tenant, case_study):
    abroad = SuperAdminFactory(tenant=TenantFactory(), first_name="Ada", last_name="Away")
    browser = OperatorClient(abroad)
    browser.work_in(tenant)
    asked = {
        "case_study": case_study.pk,
        "amount": "1",
        "reason": "x",
        "user_ids": [StudentFactory(tenant=tenant).pk],
        "idempotency_key": "k",
    }
    browser.post(url("student_grant_many"), asked)

    assert "Ada Away" in rows(browser.get(url("bulkjob_changelist")))[0]


# Admin --------------------------------------------------------------------------------------------


def test_previews_stand_apart_from_what_was_done(operator, api, admin, case_study, poor, tenant):
    rich = StudentFactory(tenant=tenant)
    revoke(api, case_study, [poor], dry_run=True)
    revoke(api, case_study, [poor, rich])

    done = operator.get(url("bulkjob_changelist"))
    previews = operator.get(url("bulkjob_changelist", show="previews"))

    [of_done], [of_previews] = rows(done), rows(previews)
    assert of_done.startswith(f"Revocation Done Fuel Subsidy 1 1, 1 left out {admin.display_name}")
    assert of_previews.startswith(
        f"Revocation Preview Fuel Subsidy 1 0, 1 left out {admin.display_name}"
    )
    for page, is_open in ((done, "Done"), (previews, "Previews")):
        assert [tab.title for tab in page.context["tabs"] if tab.is_open] == [is_open]


def test_a_job_says_what_it_is_and_links_its_students(operator, api, admin, case_study, poor):
    for dry_run in (False, True):
        job = revoke(api, case_study, [poor], dry_run=dry_run)

        page = operator.get(url("bulkjob_change", job.pk))

        assert f'href="{url("student_change", poor.pk)}"' in page.text
        assert f"By {admin.display_name}" in text(page)
        assert "Revocation from 1 student" in text(page)
        assert ("nothing was changed" in text(page)) == dry_run
        assert ("Preview Case study" in text(page)) == dry_run


def test_students_are_no_links_for_those_who_may_not_see_them(tenant, api, case_study, poor):
    job = revoke(api, case_study, [poor])
    role = RoleFactory(tenant=tenant, permissions=["ATTEMPT_MANAGEMENT.can_view"])

    page = OperatorClient(UserFactory(tenant=tenant, role=role)).get(url("bulkjob_change", job.pk))

    assert "Poor Bo" in text(page)
    assert url("student_change", poor.pk) not in page.text
    assert "Grant to those left out" not in page.text


def test_those_left_out_are_granted_attempts(operator, api, tenant, case_study, poor):
    foreign = StudentFactory()
    job = revoke(api, case_study, [poor, StudentFactory(tenant=tenant), foreign])
    assert "Grant to those left out" in operator.get(url("bulkjob_change", job.pk)).text

    form = operator.get(url("bulkjob_grant_left_out", job.pk))

    assert hidden(form)["user_ids"] == [poor.pk]
    assert form.context["form"].initial == {"case_study": case_study.pk, "amount": 1}
    assert form.context["back"] == url("bulkjob_change", job.pk)
    asked = {
        "case_study": case_study.pk,
        "amount": "1",
        "reason": "Instead",
        "user_ids": [poor.pk],
    }
    asked["idempotency_key"] = key(operator.post(form.context["action"], asked, follow=True))
    done = operator.post(form.context["action"], asked, follow=True)
    assert messages(done) == ["1 attempt granted for 1 student."]
    assert AttemptTransaction.objects.get(user=poor).type == "grant"


def test_a_job_that_left_nobody_out_offers_nothing(operator, api, tenant, case_study):
    job = revoke(api, case_study, [StudentFactory(tenant=tenant)])

    assert "Grant to those left out" not in operator.get(url("bulkjob_change", job.pk)).text
    assert operator.get(url("bulkjob_grant_left_out", job.pk)).status_code == 404
