"""Erasures beside everything else that goes on (§18)."""

from contextlib import suppress

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from accounts.models import SignIn, User
from config.errors import Unauthenticated
from config.ids import new_id
from students.models import AttemptTransaction, ImportState, RosterImport, Transcript
from students.services.locks import lock_rosters
from students.services.roster import upload_runs
from students.services.roster.uploads import upload_roster
from tenants.models import AuditEvent, AuditPersonal, Erasure
from tests.clients import PASSWORD, ApiClient, ServiceClient, login
from tests.factories import CaseStudyFactory, StudentFactory, UserFactory
from tests.privacy.rich_student import roster_of
from tests.students.reports import ENDED, GRADE, MESSAGES
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS = "zebulonqua@uni.example"
NAMED = "(zebulon|okonkwo|confession|summary)qua|qua/9"


@pytest.fixture
def student(tenant):
    return StudentFactory(
        tenant=tenant, email=ADDRESS, first_name="Zebulonqua", last_name="Okonkwoqua"
    )


def erase(admin, student) -> int:
    answer = ApiClient(admin).post(
        f"/v1/console/students/{student.pk}/erase",
        {"confirm_email": ADDRESS, "reason": "Request 17"},
    )
    return answer.status_code


def named_anywhere() -> list[str]:
    """Return the tables in which the person is named."""
    with connection.cursor() as cursor:
        names = [table.name for table in connection.introspection.get_table_list(cursor)]
        found = []
        for name in names:
            cursor.execute(f"SELECT 1 FROM {name} AS r WHERE r::text ~* %s LIMIT 1", [NAMED])  # noqa: S608 - of tests alone
            found += [name] if cursor.fetchall() else []
    return found


def test_of_two_at_once_one_erases_and_the_other_is_told(admin, student):
    codes = at_once(lambda index: erase(admin, student), 4)

    assert sorted(codes) == [200, 409, 409, 409]
    assert Erasure.objects.count() == 1
    assert AuditEvent.objects.filter(event_type="personal_data.erased").count() == 1


def test_reports_of_sessions_meanwhile_are_stored_before_or_refused(admin, student):
    live = ServiceClient(student.tenant)
    case_study = CaseStudyFactory(tenant=student.tenant)
    UserFactory(tenant=student.tenant)
    session = {"user_id": student.pk, "case_study_id": case_study.pk, **ENDED}

    def act(index: int) -> int:
        if index == 4:
            return erase(admin, student)
        url = f"/v1/ingest/sessions/{new_id()}"
        codes = [
            live.put(url, session).status_code,
            live.put(
                f"{url}/transcript",
                {"status": "available", "messages": [{**MESSAGES[1], "content": "confessionqua"}]},
            ).status_code,
            live.put(f"{url}/grade", {**GRADE, "overall_summary": "summaryqua"}).status_code,
        ]
        assert set(codes) <= {200, 201, 400, 404}
        return 0

    codes = at_once(act, 9)

    assert codes[4] == 200
    assert named_anywhere() == []
    assert not Transcript.objects.exists()
    call_command("verify_derived")


def test_grants_meanwhile_come_before_or_are_refused(admin, student):
    case_study = CaseStudyFactory(tenant=student.tenant)
    body = {
        "user_id": student.pk,
        "case_study_id": case_study.pk,
        "amount": 1,
        "reason": "zebulonqua was ill",
    }

    def act(index: int) -> int:
        if index == 4:
            return erase(admin, student)
        return ApiClient(admin).post("/v1/console/attempts/grant", body).status_code

    codes = at_once(act, 9)

    assert codes[4] == 200
    assert set(codes) <= {200, 404}
    assert AttemptTransaction.objects.count() == codes.count(200) - 1
    assert named_anywhere() == []


def test_sign_ins_and_refusals_meanwhile_leave_no_name(admin, student):
    User.objects.filter(pk=student.pk).update(password=UserFactory(tenant=admin.tenant).password)

    def act(index: int) -> int:
        if index == 4:
            return erase(admin, student)
        there = ApiClient(REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT="qua/9")
        answer = login(there, student, PASSWORD)
        if answer.status_code == 200:
            with suppress(Unauthenticated):
                ApiClient(student, HTTP_USER_AGENT="qua/9").get("/v1/console/students")
        return 0

    codes = at_once(act, 9)

    assert codes[4] == 200
    # Whoever had proven who they are at that moment gets tokens that open nothing.
    assert {*named_anywhere()} <= {"accounts_signin"}
    call_command("tidy")
    assert named_anywhere() == []
    assert not SignIn.objects.filter(user=student.pk).exists()


def test_while_a_roster_is_imported_it_waits_its_turn(admin, student):
    def act(index: int) -> int:
        return erase(admin, student)

    with transaction.atomic():
        assert lock_rosters(student.tenant_id)
        codes = at_once(act, 1)

    assert codes == [409]
    assert erase(admin, student) == 200


def test_a_roster_that_was_being_checked_does_not_bring_its_report_back(
    admin, student, monkeypatch
):
    row = upload_roster(
        actor=admin,
        tenant=admin.tenant,
        people=roster_of(("Zebulonqua Okonkwoquax", ADDRESS, "active")),
    )
    describe = upload_runs.described

    def meanwhile(*args):
        """The check is through, and its result not stored yet."""
        described = describe(*args)
        assert at_once(lambda index: erase(admin, student), 1) == [200]
        return described

    monkeypatch.setattr(upload_runs, "described", meanwhile)
    upload_runs.check_upload(row.pk)

    row = RosterImport.objects.get(pk=row.pk)
    assert (row.state, row.people_content) == (ImportState.DISCARDED, None)
    assert named_anywhere() == []


def test_an_export_meanwhile_has_the_person_or_the_row_is_gone(admin, student):
    def act(index: int):
        if index == 2:
            return erase(admin, student)
        answer = ApiClient(admin).get("/v1/console/students/export")
        assert answer.status_code == 200
        return b"".join(answer).decode()

    codes = at_once(act, 5)

    assert codes[2] == 200
    assert all("Erased" not in text for text in codes if isinstance(text, str))


def test_whoever_lists_the_trail_meanwhile_reads_whole_events(admin, student):
    erase(admin, student)

    assert AuditPersonal.objects.filter(actor__isnull=False).exists()
    assert AuditEvent.objects.get(event_type="personal_data.erased").actor_email == admin.email
