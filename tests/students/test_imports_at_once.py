"""Uploaded rosters that several people, or workers, handle at the same moment (contract §17)."""

import pytest

from accounts.models import LegacyRole, User
from students.models import RosterImport
from students.services.roster import upload_runs, uploads
from tenants.models import AuditEvent
from tests.factories import RosterImportFactory, SystemRoleFactory
from tests.mail import work
from tests.students.imports_api import BISI, URL, checked, confirm, discard, job_of, upload
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def student_role(tenant):
    return SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)


def imports() -> int:
    return AuditEvent.objects.filter(event_type="roster.imported").count()


def test_two_confirmations_at_once_import_once(api):
    job = checked(api, BISI)

    answers = at_once(lambda _: confirm(api, job), 3)
    work()

    assert sorted(answer.status_code for answer in answers) == [202, 409, 409]
    assert (job_of(api, job["id"])["status"], imports()) == ("imported", 1)
    assert User.objects.filter(email="bisi@example.com").count() == 1


def test_a_confirmation_and_a_discard_at_once_are_one_of_both(api):
    job = checked(api, BISI)

    answers = at_once(lambda number: (confirm if number else discard)(api, job), 2)
    work()

    discarded, confirmed = (answer.status_code for answer in answers)
    assert sorted([discarded, confirmed]) in ([200, 409], [202, 409])
    is_imported = confirmed == 202
    assert job_of(api, job["id"])["status"] == ("imported" if is_imported else "discarded")
    assert User.objects.filter(email="bisi@example.com").exists() == is_imported


def test_uploads_at_once_keep_to_the_room_that_there_is(api, tenant):
    RosterImportFactory.create_batch(uploads.MOST_OPEN - 1, tenant=tenant)

    answers = at_once(lambda _: upload(api, BISI), 3)

    assert sorted(answer.status_code for answer in answers) == [202, 409, 409]
    assert RosterImport.objects.filter(source="api").count() == 1


def test_two_workers_at_once_import_once(api):
    job = checked(api, BISI)
    confirm(api, job)

    at_once(lambda _: upload_runs.run_upload(job["id"]), 2)

    assert job_of(api, job["id"])["status"] in {"imported", "checked"}
    assert imports() == User.objects.filter(email="bisi@example.com").count() <= 1
    assert (job_of(api, job["id"])["status"] == "imported") == (imports() == 1)


def test_two_plans_of_the_same_people_confirmed_at_once_import_once(api):
    jobs = [checked(api, BISI), checked(api, BISI)]

    at_once(lambda number: confirm(api, jobs[number]), 2)
    at_once(lambda number: upload_runs.run_upload(jobs[number]["id"]), 2)

    statuses = [row["status"] for row in api.get(URL).json()["data"]]
    assert sorted(statuses) == ["checked", "imported"]
    assert imports() == 1
