"""The History page of a student: everything that happened to them, whoever did it (§19)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import LegacyRole, User
from accounts.services import users
from students.models import ImportedStudent, Student
from students.services import attempts
from students.services.attempts.expiry import record_expiries
from students.services.returns import return_to_students
from students.services.roster import MaxChange, import_roster
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    AttemptTransactionFactory,
    AuditEventFactory,
    CaseStudyFactory,
    ImportedStudentFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
    made_staff,
)
from tests.students.admin_pages import plain, text, url
from tests.students.test_roster.rosters import export

pytestmark = pytest.mark.django_db

BEGIN = datetime(2026, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def ada(tenant):
    """The Admin who does it all."""
    return UserFactory(tenant=tenant, first_name="Ada", last_name="Obi")


@pytest.fixture
def university(tenant, ada):
    """A tenant into which rosters can be imported."""
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
    ProgrammeFactory(tenant=tenant, code="MPH", name="Public Health")
    return tenant


def imported(university, ada, *lines: str) -> Student:
    """Import a roster with these lines; return the student of the first one."""
    import_roster(
        actor=ada,
        tenant=university,
        roster=export(*lines),
        source="test",
        max_change=MaxChange.parse("100%"),
    )
    return Student.objects.get(email=lines[0].split(",")[1])


def entries(answer) -> list[str]:
    """Return the entries of a History page, newest first."""
    html = answer.content.decode()
    assert answer.status_code == 200
    items = html.split('<li class="timeline-entry')[1:]
    return [plain('<li class="' + item.split("</li>")[0]) for item in items]


def history(client: OperatorClient, student: Student, **query: str):
    return client.get(url("student_history", student.pk, **query))


def test_history_tells_everything_newest_first_and_who_did_it(university, ada):
    case_study = CaseStudyFactory(tenant=university, title="Fuel Subsidy")
    about = {"actor": ada, "tenant": university, "case_study_id": case_study.pk}
    with time_machine.travel(BEGIN, tick=False) as clock:
        student = imported(university, ada, "Zoë Bo,zoe@x.edu,,active")
        steps = (
            lambda: imported(university, ada, "Zoë Bond,zoe@x.edu,Public Health,inactive"),
            lambda: users.activate_user(actor=ada, user=student),
            lambda: users.update_user(actor=ada, user=student, title="Dr", department="Law"),
            lambda: attempts.grant_attempts(
                **about,
                user_id=student.pk,
                amount=2,
                reason="Audio dropped",
                expires_at=BEGIN + timedelta(hours=9),
            ),
            lambda: attempts.revoke_attempts(
                **about, user_id=student.pk, amount=1, reason="One was enough"
            ),
            lambda: OperatorClient(ada).get(
                url("session_transcript", SessionFactory(user=student, case_study=case_study).pk)
            ),
        )
        for step in steps:
            clock.shift(timedelta(hours=1))
            student.refresh_from_db()
            step()
        clock.move_to(BEGIN + timedelta(hours=10))
        record_expiries()
        told = entries(history(OperatorClient(ada), student))

    assert [line.split(" Open")[0] for line in told] == [
        "1 Jun 2026, 19:00 UTC 2 attempts at Fuel Subsidy expired",
        "1 Jun 2026, 15:00 UTC Ada Obi read a transcript of Zoë Bond at Fuel Subsidy",
        (
            "1 Jun 2026, 14:00 UTC Ada Obi took 1 attempt at Fuel Subsidy back from Zoë Bond"
            " Reason: One was enough"
        ),
        (
            "1 Jun 2026, 13:00 UTC Ada Obi granted 2 attempts at Fuel Subsidy to Zoë Bond"
            " Reason: Audio dropped Expires: 1 Jun 2026, 18:00 UTC"
        ),
        (
            "1 Jun 2026, 12:00 UTC Ada Obi changed the job title and the department of Zoë Bond"
            " Job title : nothing → Dr Department : nothing → Law"
        ),
        "1 Jun 2026, 11:00 UTC Ada Obi activated Zoë Bond",
        (
            "1 Jun 2026, 10:00 UTC Ada Obi imported a roster from users.csv: 1 deactivated"
            " They were deactivated. Changed: last name, programmes"
        ),
        "1 Jun 2026, 09:00 UTC Ada Obi imported a roster from users.csv: 1 added They were added.",
    ]


def test_each_import_is_told_with_its_own_event(university, ada):
    other = UserFactory(tenant=university, first_name="Ben", last_name="Eze")
    line = "Zoë Bo,zoe@x.edu,,active"
    with time_machine.travel(BEGIN, tick=False) as clock:
        student = imported(university, ada, line)
        clock.shift(timedelta(hours=1))
        users.update_user(actor=ada, user=student, last_name="Bond")
        clock.shift(timedelta(hours=1))
        imported(university, other, line)

    told = entries(history(OperatorClient(ada), student))

    assert "Ben Eze imported a roster" in told[0]
    assert "They were changed. Changed: last name" in told[0]
    assert "Ada Obi imported a roster" in told[2]
    outcomes = ImportedStudent.objects.for_tenant(university).order_by("created_at")
    assert [(row.outcome, row.changed) for row in outcomes] == [
        ("created", []),
        ("changed", ["last_name"]),
    ]


def test_an_import_whose_event_is_gone_is_still_told(tenant, ada):
    student = ImportedStudentFactory(user__tenant=tenant, outcome="reactivated").user

    (told,) = entries(history(OperatorClient(ada), student))

    assert told.endswith("A roster was imported They were activated again.")


def test_nothing_of_anybody_else_is_told(tenant, ada):
    student, other = StudentFactory.create_batch(2, tenant=tenant)
    AttemptTransactionFactory(user=other)
    ImportedStudentFactory(user=other)
    AuditEventFactory(tenant=tenant, target_id=other.pk)
    AuditEventFactory(tenant=TenantFactory(), target_id=student.pk)

    assert "Nothing has been recorded about" in text(history(OperatorClient(ada), student))


def test_who_may_not_see_transactions_or_sessions_gets_the_rest_and_is_told_so(tenant):
    student = StudentFactory(tenant=tenant)
    session = SessionFactory(user=student)
    AttemptTransactionFactory(user=student, case_study=session.case_study, reason="Secret reason")
    AuditEventFactory(tenant=tenant, target_id=student.pk)
    AuditEventFactory(
        tenant=tenant, target_id=session.pk, event_type="transcript.read", target_type="transcript"
    )
    views = {
        "ATTEMPT_MANAGEMENT": "readings of transcripts are left out.",
        "STUDENT_PERFORMANCE": "transactions of attempts are left out.",
    }
    for module, left_out in views.items():
        flags = ["USER_MANAGEMENT.can_view", f"{module}.can_view"]
        role = RoleFactory(tenant=tenant, permissions=flags)
        page = history(OperatorClient(UserFactory(tenant=tenant, role=role)), student)
        assert len(entries(page)) == 2
        assert left_out in text(page)
        assert ("Secret reason" in text(page)) == (module == "ATTEMPT_MANAGEMENT")


def test_a_long_history_has_pages(tenant, ada):
    student = StudentFactory(tenant=tenant)
    for amount in range(1, 53):
        AttemptTransactionFactory(user=student, amount=amount)
    client = OperatorClient(ada)

    first, second = (history(client, student, p=page) for page in ("1", "2"))

    assert (len(entries(first)), len(entries(second))) == (50, 2)
    assert not set(entries(first)) & set(entries(second))
    assert "Page 1 of 2 Older" in text(first)
    assert "Newer Page 2 of 2" in text(second)
    beyond = client.get(url("student_history", student.pk, p="3"), follow=True)
    assert beyond.redirect_chain == [(url("student_history", student.pk), 302)]


def test_history_costs_the_same_for_any_number_of_entries(tenant, ada):
    student = StudentFactory(tenant=tenant)
    client = OperatorClient(ada)

    def happen() -> int:
        session = SessionFactory(user=student)
        AttemptTransactionFactory(user=student, case_study=session.case_study)
        AttemptTransactionFactory(user=student, case_study=session.case_study, type="grant")
        ImportedStudentFactory(user=student)
        AuditEventFactory(tenant=tenant, target_id=student.pk, actor_user_id=ada.pk)
        with CaptureQueriesContext(connection) as asked:
            assert entries(history(client, student))
        return len(asked)

    of_one = happen()
    happen()

    # Session, operator, student; their sessions; number, entries, rows of three tables, events of
    # imports; names of people and of case studies.
    assert happen() == of_one == 12


def test_the_history_of_somebody_who_is_staff_now_is_no_students(tenant, ada):
    student = ImportedStudentFactory(user__tenant=tenant, user__sis_id="7").user
    made_staff(student)
    client = OperatorClient(ada)
    assert history(client, student).status_code == 404

    return_to_students(actor=ada, user=User.objects.get(pk=student.pk))

    assert len(entries(history(client, student))) == 2


# The API ----------------------------------------------------------------------------------------


def test_api_tells_the_same_with_ids(university, ada):
    case_study = CaseStudyFactory(tenant=university)
    with time_machine.travel(BEGIN, tick=False) as clock:
        student = imported(university, ada, "Zoë Bo,zoe@x.edu,,active")
        clock.shift(timedelta(hours=1))
        users.update_user(actor=ada, user=student, title="Dr")
        clock.shift(timedelta(hours=1))
        grant = AttemptTransactionFactory(user=student, case_study=case_study, amount=2)
        answer = ApiClient(ada).get(f"/v1/console/students/{student.pk}/timeline")

    nothing = dict.fromkeys(
        (
            *("actor_user_id", "actor_name", "changes", "session_id", "case_study_id", "amount"),
            *("reason", "expires_at", "changed"),
        )
    )
    by_ada = {"actor_user_id": ada.pk, "actor_name": "Ada Obi"}
    body = answer.json()
    ids = [row.pop("id") for row in body["data"]]
    assert (body["total"], ids[0]) == (3, grant.pk)
    assert body["data"] == [
        nothing
        | {"kind": "transaction", "type": "grant", "happened_at": "2026-06-01T11:00:00Z"}
        | {"case_study_id": case_study.pk, "amount": 2, "reason": "Audio dropped"},
        nothing
        | by_ada
        | {"kind": "event", "type": "user.updated", "happened_at": "2026-06-01T10:00:00Z"}
        | {"changes": {"title": {"before": None, "after": "Dr"}}},
        nothing
        | by_ada
        | {"kind": "import", "type": "created", "happened_at": "2026-06-01T09:00:00Z"}
        | {"changed": []},
    ]


def test_api_leaves_out_what_the_role_does_not_show(tenant):
    student = StudentFactory(tenant=tenant)
    session = SessionFactory(user=student)
    AttemptTransactionFactory(user=student, case_study=session.case_study)
    ImportedStudentFactory(user=student)
    AuditEventFactory(
        tenant=tenant, target_id=session.pk, event_type="transcript.read", target_type="transcript"
    )

    def kinds(*modules: str) -> list[tuple[str, str | None]]:
        flags = [f"{module}.can_view" for module in ("USER_MANAGEMENT", *modules)]
        viewer = UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=flags))
        body = ApiClient(viewer).get(f"/v1/console/students/{student.pk}/timeline").json()
        assert body["total"] == len(body["data"])
        return sorted((row["kind"], row["session_id"]) for row in body["data"])

    assert kinds() == [("import", None)]
    assert kinds("ATTEMPT_MANAGEMENT") == [("import", None), ("transaction", None)]
    assert kinds("STUDENT_PERFORMANCE") == [("event", session.pk), ("import", None)]


def test_api_adds_what_was_not_attempted_where_it_is_asked(tenant, api):
    programme = ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    waiting = CaseStudyFactory(tenant=tenant, title="Waiting", programmes=[programme])
    student = StudentFactory(tenant=tenant, programmes=[programme])
    SessionFactory(user=student)
    address = f"/v1/console/students/{student.pk}"

    profile = api.get(address, {"include_not_attempted": "true"}).json()["data"]

    assert len(profile["case_study_details"]) == 1
    assert profile["case_studies_not_attempted"] == [
        {
            "case_study_id": waiting.pk,
            "case_study_title": "Waiting",
            "programme_codes": ["MBA"],
            "programme_label": "Business",
            "attempts_used": 0,
            "attempts_allowed": 3,
            "extra_attempts": 0,
            "best_score": None,
            "attempts": [],
        }
    ]
    assert "case_studies_not_attempted" not in api.get(address).json()["data"]
