"""Rosters by the API: uploaded, checked, confirmed, imported (contract §17)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import LegacyRole, User
from students.models import RosterImport
from students.services.roster import upload_runs, uploads
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.factories import (
    ProgrammeFactory,
    RosterImportFactory,
    StudentFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.mail import work
from tests.students.imports_api import (
    BISI,
    CHI,
    HEADER,
    URL,
    checked,
    confirm,
    discard,
    job_of,
    send_form,
    upload,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def student_role(tenant):
    return SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)


@pytest.mark.django_db(transaction=True)
def test_a_roster_goes_from_upload_to_import(api, admin, tenant):
    ProgrammeFactory(tenant=tenant, code="MPH")
    answer = upload(api, BISI, programme="MPH", max_change="25", deactivate_missing="false")
    assert (answer.status_code, answer.json()["message"]) == (202, "Roster import accepted")
    job = answer.json()["data"]
    assert (job["status"], job["counts"], job["plan_hash"]) == ("checking", None, None)
    work()

    job = job_of(api, job["id"])
    assert (job["status"], job["counts"]["created"], job["refusal"]) == ("checked", 1, None)
    assert not User.objects.filter(email="bisi@example.com").exists()
    answer = confirm(api, job)
    assert answer.status_code == 202
    assert answer.json()["message"] == "Roster import confirmed successfully"
    assert answer.json()["data"]["status"] == "importing"
    work()

    job = job_of(api, job["id"])
    assert (job["status"], job["confirmed_by_name"]) == ("imported", admin.display_name)
    student = User.objects.get(email="bisi@example.com")
    assert [programme.code for programme in student.programmes.all()] == ["MPH"]
    (event,) = AuditEvent.objects.filter(event_type="roster.imported")
    assert (event.actor_user_id, event.metadata["source"]) == (admin.pk, "api")


def test_a_checked_job_says_all_that_there_is_to_know(api, admin, tenant):
    StudentFactory(tenant=tenant, email="chi@example.com", first_name="Chi", last_name="Ez")

    job = checked(api, BISI, CHI, "Dee,dee@example.com,,asleep", skip_bad_rows="1", max_change="2")

    (row,) = RosterImport.objects.all()
    assert job == {
        "id": row.pk,
        "status": "checked",
        "source": "api",
        "file_name": "students.csv",
        "enrolments_name": None,
        "programme": None,
        "encoding": None,
        "max_change": "2",
        "deactivate_missing": False,
        "skip_bad_rows": True,
        "allow_erased": False,
        "counts": {
            "created": 1,
            "updated": 1,
            "addresses": 0,
            "deactivated": 0,
            "reactivated": 0,
            "unchanged": 0,
            "not_students": 0,
            "bad_rows": 1,
        },
        "plan_hash": row.plan_hash,
        "refusal": None,
        "is_stuck": False,
        "progress": None,
        "created_by_id": admin.pk,
        "created_by_name": admin.display_name,
        "confirmed_by_id": None,
        "confirmed_by_name": None,
        "created_at": job["created_at"],
        "finished_at": None,
        "understood": [
            {
                "file": "students.csv",
                "format": "our students export",
                "encoding": "UTF-8",
                "parted_by": "commas",
                "used": ["Student Name", "Email", "Programme", "Status"],
                "ignored": [],
                "rows": [
                    ["Bisi Ade", "bisi@example.com", "", "active"],
                    ["Chi Eze", "chi@example.com", "", "active"],
                    ["Dee", "dee@example.com", "", "asleep"],
                ],
            }
        ],
        "notes": [],
        "changes": [
            {
                "kind": "updated",
                "line": 3,
                "email": "chi@example.com",
                "text": "~ chi@example.com (line 3): last name Ez → Eze",
            },
            {
                "kind": "created",
                "line": 2,
                "email": "bisi@example.com",
                "text": "+ bisi@example.com (line 2): Bisi Ade, active, no programme",
            },
        ],
        "more_changes": 0,
        "bad_rows": [
            {
                "file": "students.csv",
                "line": 4,
                "message": "The status is 'asleep', not active or inactive.",
            }
        ],
        "more_bad_rows": 0,
        "unknown_codes": [],
        "more_unknown_codes": 0,
        "remedy": None,
    }
    assert len(job["plan_hash"]) == 64


def test_what_was_understood_is_answered_before_anything_is_planned(api):
    job = upload(api, BISI).json()["data"]

    assert (job["status"], job["counts"], job["changes"]) == ("checking", None, [])
    assert job["understood"][0]["rows"] == [["Bisi Ade", "bisi@example.com", "", "active"]]


def test_a_second_file_and_an_encoding_are_taken(api, tenant):
    users = (
        "user_id,login_id,first_name,last_name,email,status\n"
        "7,jiri,Jiří,Dvořák,j@x.example,active\n"
    )
    enrolments = "course_id,user_id,role,status\nMPH,7,student,active\nART,7,student,active\n"
    ProgrammeFactory(tenant=tenant, code="MPH")

    answer = send_form(
        api,
        {
            "file": SimpleUploadedFile("users.csv", users.encode("cp1250")),
            "enrolments": SimpleUploadedFile("users.csv", enrolments.encode()),
            "encoding": "windows-1250",
        },
    )
    upload_runs.check_upload(answer.json()["data"]["id"])
    job = job_of(api, answer.json()["data"]["id"])

    assert (job["encoding"], job["enrolments_name"]) == ("cp1250", "users.csv")
    assert job["changes"][0]["text"] == "+ j@x.example (line 2): Jiří Dvořák, active, MPH, SIS id 7"
    assert job["unknown_codes"] == ["ART"]


def test_bad_rows_refuse_the_roster_and_the_first_thousand_are_named(api):
    rows = [f"A B,p{number}@example.com,,asleep" for number in range(1_005)]

    job = checked(api, *rows)

    assert (job["status"], job["counts"]["bad_rows"]) == ("refused", 1_005)
    assert (len(job["bad_rows"]), job["more_bad_rows"]) == (1_000, 5)
    assert job["refusal"] == "The roster has bad rows."
    # Its files are kept: it may be checked again without its bad rows.
    assert (len(job["understood"][0]["rows"]), job["finished_at"]) == (5, None)
    assert job["remedy"] == "skip_bad_rows"


def test_the_first_hundred_changes_are_named_and_all_counted(api):
    job = checked(api, *(f"A B,p{number}@example.com,,active" for number in range(130)))

    assert (len(job["changes"]), job["more_changes"]) == (100, 30)
    assert job["counts"]["created"] == 130


def test_an_upload_is_discarded(api):
    job = checked(api, BISI)

    answer = discard(api, job)

    assert (answer.status_code, answer.json()["data"]["status"]) == (200, "discarded")
    assert answer.json()["message"] == "Roster import deleted successfully"
    assert RosterImport.objects.get().people_content is None
    assert discard(api, job).status_code == 409
    assert confirm(api, job).status_code == 409
    assert not User.objects.filter(email="bisi@example.com").exists()


def test_the_list_is_newest_first_paginated_and_narrowed_by_status(api, tenant):
    RosterImportFactory(tenant=TenantFactory())
    rows = [
        RosterImportFactory(tenant=tenant, state=state, report={"counts": {"created": 1}})
        for state in ("imported", "checked", "refused")
    ]

    answer = api.get(URL, {"limit": 2}).json()
    found = api.get(URL, {"status": "Imported"}).json()

    assert [row["id"] for row in answer["data"]] == [rows[2].pk, rows[1].pk]
    assert (answer["total"], answer["page_size"], answer["total_pages"]) == (3, 2, 2)
    assert [(row["id"], row["counts"]) for row in found["data"]] == [(rows[0].pk, {"created": 1})]
    assert "changes" not in found["data"][0]
    assert api.get(URL, {"status": "lost"}).status_code == 422


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_and_reads_no_files(
    rows, api, tenant, django_assert_num_queries
):
    RosterImportFactory.create_batch(rows, tenant=tenant)
    api.get(URL)

    with django_assert_num_queries(3) as asked:
        api.get(URL)

    assert not any("people_content" in one["sql"] for one in asked.captured_queries)


def test_jobs_of_a_page_are_jobs_of_the_api_and_old_reports_are_answered(api, tenant):
    report = {"counts": {"created": 1}, "lines": ["+ a"], "errors": [], "tables": ["users.csv: …"]}
    row = RosterImportFactory(tenant=tenant, state="imported", report=report)

    job = job_of(api, row.pk)

    assert (job["source"], job["counts"], job["changes"]) == ("admin", {"created": 1}, [])


def test_a_long_roster_is_confirmed_without_reading_its_files(api, monkeypatch):
    monkeypatch.setattr(uploads, "_AT_ONCE", 1)
    job = checked(api, BISI)

    with CaptureQueriesContext(connection) as asked:
        assert confirm(api, job).status_code == 202

    assert not any("people_content" in one["sql"] for one in asked.captured_queries)


# Plans that are not the present one ---------------------------------------------------------------


def test_a_change_between_plan_and_confirmation_is_a_conflict_with_the_new_plan(api, tenant):
    job = checked(api, BISI, CHI, max_change="100%")
    StudentFactory(tenant=tenant, email="chi@example.com", first_name="Chi", last_name="Eze")

    answer = confirm(api, job)

    assert (answer.status_code, answer.json()["code"]) == (409, "CONFLICT")
    new = answer.json()["details"]
    assert (new["id"], new["status"]) == (job["id"], "checked")
    assert (new["counts"]["created"], new["counts"]["unchanged"]) == (1, 1)
    assert new["plan_hash"] != job["plan_hash"]
    assert new == job_of(api, job["id"])
    upload_runs.run_upload(job["id"])
    assert not User.objects.filter(email="bisi@example.com").exists()
    assert confirm(api, new).status_code == 202
    upload_runs.run_upload(job["id"])
    assert User.objects.filter(email="bisi@example.com").exists()


@pytest.mark.parametrize("change", ["name", "programme", "membership", "nobody"])
def test_only_what_concerns_the_plan_makes_it_another_one(api, tenant, change):
    programme = ProgrammeFactory(tenant=tenant, code="MPH")
    chi = StudentFactory(tenant=tenant, email="chi@example.com", programmes=[programme])
    job = checked(api, BISI, CHI, programme="MPH", max_change="100%")

    if change == "name":
        User.objects.filter(pk=chi.pk).update(last_name="Other")
    elif change == "programme":
        programme.is_active = False
        programme.save()
    elif change == "membership":
        chi.programme_links.all().delete()
    else:
        StudentFactory(tenant=tenant)
    answer = confirm(api, job)

    assert answer.status_code == (202 if change == "nobody" else 409)
    if change == "programme":
        assert answer.json()["error"] == "The programme MPH is not active any more."
        assert answer.json()["details"]["status"] == "refused"


def test_a_hash_of_another_plan_is_a_conflict(api):
    job = checked(api, BISI)

    answer = confirm(api, job, plan_hash="0" * 64)

    assert (answer.status_code, answer.json()["details"]) == (409, job)


@pytest.mark.parametrize("body", [{"plan_hash": None}, {"plan_hash": ""}, {"plan_hash": 5}])
def test_a_confirmation_names_its_plan(api, body):
    job = checked(api, BISI)

    answer = confirm(api, job, **body)

    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["details"]["errors"]] == ["plan_hash"]


def test_a_change_between_confirmation_and_import_writes_nothing(api, tenant):
    job = checked(api, BISI, CHI, max_change="100%")
    assert confirm(api, job).status_code == 202
    StudentFactory(tenant=tenant, email="chi@example.com", first_name="Chi", last_name="Eze")

    upload_runs.run_upload(job["id"])

    new = job_of(api, job["id"])
    assert (new["status"], new["counts"]["created"], new["confirmed_by_id"]) == ("checked", 1, None)
    assert new["refusal"].startswith("The plan is another one by now")
    assert not User.objects.filter(email="bisi@example.com").exists()
    assert not AuditEvent.objects.filter(event_type="roster.imported").exists()
    assert confirm(api, new).status_code == 202


def test_a_long_roster_is_compared_by_the_worker_alone(api, tenant, monkeypatch):
    monkeypatch.setattr(uploads, "_AT_ONCE", 2)
    job = checked(api, BISI, CHI, max_change="100%")
    StudentFactory(tenant=tenant, email="chi@example.com", first_name="Chi", last_name="Eze")

    answer = confirm(api, job)
    upload_runs.run_upload(job["id"])

    assert answer.status_code == 202
    new = job_of(api, job["id"])
    assert (new["status"], new["plan_hash"] != job["plan_hash"]) == ("checked", True)
    assert not User.objects.filter(email="bisi@example.com").exists()


def test_the_same_roster_twice_is_two_plans_and_one_import(api):
    first, second = checked(api, BISI), checked(api, BISI)
    assert confirm(api, first).status_code == 202
    upload_runs.run_upload(first["id"])

    answer = confirm(api, second)

    assert (answer.status_code, answer.json()["details"]["counts"]["created"]) == (409, 0)
    assert first["plan_hash"] == second["plan_hash"]


def test_a_roster_that_was_checked_before_the_hashes_is_checked_again(api, tenant):
    content = f"{HEADER}{BISI}\n".encode()
    row = RosterImportFactory(tenant=tenant, people_content=content, plan_hash="")

    answer = api.post(f"{URL}/{row.pk}/confirm", {"plan_hash": "0" * 64})

    assert (answer.status_code, answer.json()["details"]["status"]) == (409, "checking")
    upload_runs.check_upload(row.pk)
    assert len(job_of(api, row.pk)["plan_hash"]) == 64


# Workers that were stopped ------------------------------------------------------------------------


def stop_the_worker(import_id: str) -> None:
    RosterImport.objects.filter(pk=import_id).update(
        heard_of_at=timezone.now() - timedelta(minutes=3)
    )


def test_a_stuck_import_is_told_and_started_again_by_a_confirmation(api):
    job = checked(api, BISI)
    confirm(api, job)
    assert confirm(api, job).status_code == 409
    stop_the_worker(job["id"])

    stuck = job_of(api, job["id"])
    again = confirm(api, job)
    upload_runs.run_upload(job["id"])

    assert (stuck["status"], stuck["is_stuck"]) == ("importing", True)
    assert (again.status_code, again.json()["data"]["is_stuck"]) == (202, False)
    assert job_of(api, job["id"])["status"] == "imported"


def test_a_stuck_check_is_discarded(api):
    job = upload(api, BISI).json()["data"]
    assert discard(api, job).status_code == 409
    stop_the_worker(job["id"])

    assert discard(api, job).json()["data"]["status"] == "discarded"


def test_an_import_that_was_discarded_while_it_ran_writes_nothing(api, monkeypatch):
    job = checked(api, BISI)
    confirm(api, job)
    real = upload_runs.import_roster

    def slow(**run):
        plan = real(**run)
        RosterImport.objects.update(state="discarded")
        return plan

    monkeypatch.setattr(upload_runs, "import_roster", slow)
    upload_runs.run_upload(job["id"])

    assert not User.objects.filter(email="bisi@example.com").exists()
    assert not AuditEvent.objects.filter(event_type="roster.imported").exists()


@contextmanager
def a_database_that_refuses(email: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            f"ALTER TABLE accounts_user ADD CONSTRAINT refused CHECK (email <> '{email}') NOT VALID"
        )
        yield
        cursor.execute("ALTER TABLE accounts_user DROP CONSTRAINT refused")


def test_what_the_database_refuses_is_rolled_back_and_may_be_tried_again(api, tenant):
    job = checked(api, BISI)
    confirm(api, job)
    with a_database_that_refuses("bisi@example.com"):
        upload_runs.run_upload(job["id"])

    new = job_of(api, job["id"])
    assert (new["status"], new["plan_hash"]) == ("checked", job["plan_hash"])
    assert new["refusal"].startswith("The database refused it, and nothing was written.")
    assert not User.objects.filter(email="bisi@example.com").exists()
    assert confirm(api, new).status_code == 202
    upload_runs.run_upload(job["id"])
    assert job_of(api, job["id"])["status"] == "imported"


# Who ----------------------------------------------------------------------------------------------


def test_another_operator_goes_on_where_the_first_was_switched_off(api, admin, tenant):
    job = checked(api, BISI)
    User.objects.filter(pk=admin.pk).update(status="INACTIVE")
    other = ApiClient(UserFactory(tenant=tenant))

    assert confirm(api, job).status_code == 401
    assert confirm(other, job).status_code == 202
    assert job_of(other, job["id"])["created_by_id"] == admin.pk
