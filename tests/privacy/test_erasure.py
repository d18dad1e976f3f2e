"""After an erasure nothing in the database names the person, and all numbers add up (§18)."""

import unicodedata

import pytest
from django.core.management import call_command
from django.db import connection

from accounts.models import User
from students.models import AttemptTransaction, BulkJob, Grade, Session, Transcript
from students.services.erasure import erase_student
from tenants.models import AuditEvent, AuditPersonal, Erasure
from tests.contents import contents
from tests.privacy.rich_student import ADDRESS, SECRETS, rich_world
from tests.tenants.trails import tamper

pytestmark = pytest.mark.django_db(transaction=True)

REASON = "Request 17"


@pytest.fixture
def world(tenant, mail_server):
    return rich_world(tenant)


def url(world) -> str:
    return f"/v1/console/students/{world.student.pk}/erase"


def erase(world, **body):
    return world.api.post(url(world), {"confirm_email": ADDRESS, "reason": REASON} | body)


def found() -> dict[str, set[str]]:
    """Return which of the secrets are found, and in which tables.

    Case and accents make no difference, and what is stored as bytes is looked into.
    """
    everything = {table: plain("\n".join(rows)) for table, rows in contents().items()}
    return {
        what: tables
        for what, secret in SECRETS.items()
        if (
            tables := {
                name
                for name, text in everything.items()
                if plain(secret) in text or secret.encode().hex() in text
            }
        )
    }


def plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in decomposed if not unicodedata.combining(one))


def numbers(world) -> list:
    sessions = Session.objects.filter(user=world.student).order_by("pk")
    lines = AttemptTransaction.objects.filter(user=world.student).order_by("pk")
    grades = Grade.objects.filter(session__user=world.student).order_by("pk")
    return [
        list(sessions.values_list("pk", "start_time", "elapsed_active_time", "grading_status")),
        list(lines.values_list("pk", "type", "amount", "created_at", "actor_user_id")),
        list(grades.values_list("pk", "final_score")),
    ]


def lines_of(table: str, *columns: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id")  # noqa: S608 - of tests alone
        return cursor.fetchall()


def test_each_secret_is_in_the_database_before(world):
    before = found()

    assert sorted(before) == sorted(SECRETS)
    # Each of the tables that hold something about people holds some of it.
    assert set().union(*before.values()) >= {
        *("accounts_user", "accounts_signin", "accounts_ssoidentity", "accounts_invitation"),
        *("students_transcript", "students_grade", "students_session", "students_bulkjob"),
        *("students_rosterimport", "students_ledgerpersonal", "students_searchentry"),
        *("students_idempotencyrecord", "tenants_auditpersonal"),
    }


def test_nothing_names_the_person_afterwards(world):
    before = numbers(world)

    answer = erase(world)

    assert answer.status_code == 200, answer.json()
    assert found() == {}
    assert numbers(world) == before


def test_numbers_and_chains_hold_afterwards(world, capsys):
    erase(world)

    call_command("verify_ledger")
    call_command("verify_derived")

    told = capsys.readouterr().out
    assert "no differences" in told
    assert "wrong" not in told
    assert part_faults() == []


def part_faults() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, part FROM audit_parts_difference")
        return cursor.fetchall()


def test_no_line_of_trail_and_ledger_changes(world):
    events = lines_of("tenants_auditevent", "tenants_auditevent::text")
    ledger = lines_of("students_attempttransaction", "students_attempttransaction::text")

    erase(world)

    after = lines_of("tenants_auditevent", "tenants_auditevent::text")
    assert after[: len(events)] == events
    assert [event for (event,) in after[len(events) :] if "personal_data.erased" not in event] == []
    assert lines_of("students_attempttransaction", "students_attempttransaction::text") == ledger


def test_a_pseudonym_is_left_that_nobody_signs_in_with(world):
    erase(world)

    user = User.objects.get(pk=world.student.pk)
    assert (user.first_name, user.last_name, user.status) == ("Erased", "student", "DELETED")
    assert user.email == f"{user.pk}@erased.invalid"
    assert not user.has_usable_password()
    assert user.legacy_role == "STUDENT"


def test_what_others_were_told_and_given_stays(world):
    erase(world)

    assert {job.reason for job in BulkJob.objects.all()} == {"The server was down on Monday", ""}
    of_other = AttemptTransaction.objects.filter(user=world.other).order_by("pk")
    assert [line.reason for line in of_other] == ["", "The server was down on Monday"]
    assert all(line.actor_name == "Grace Eze" for line in of_other)
    granted = AuditEvent.objects.filter(
        event_type="attempt.granted", target_id__in=of_other.values("pk")
    ).order_by("pk")
    assert [event.metadata.get("reason") for event in granted] == [
        None,
        "The server was down on Monday",
    ]
    # Who did it is told still: they were not erased.
    assert {event.actor_name for event in granted} == {"Grace Eze"}


def test_the_trail_says_who_erased_whom_and_why_and_how_much(world):
    counts = erase(world).json()["data"]["counts"]

    event = AuditEvent.objects.get(event_type="personal_data.erased")
    assert (event.actor_name, event.target_type) == ("Grace Eze", "user")
    assert (event.target_id, event.metadata["reason"]) == (world.student.pk, REASON)
    assert event.metadata["counts"] == counts
    assert counts["students.Transcript"] == 2
    assert counts["accounts.User"] == 1


def test_a_dry_run_tells_the_same_counts_and_changes_nothing(world):
    before = contents()

    answer = world.api.post(url(world), {"dry_run": True})

    assert answer.status_code == 200
    assert contents() | {"accounts_ratecounter": []} == before | {"accounts_ratecounter": []}
    assert answer.json()["data"]["dry_run"] is True
    assert erase(world).json()["data"]["counts"] == answer.json()["data"]["counts"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"confirm_email": "ben@uni.example"}, "confirm_email"),
        ({"confirm_email": ""}, "confirm_email"),
        ({"reason": ""}, "reason"),
        ({"reason": "Zebedeequa asked"}, "reason"),
        ({"reason": "mail of ZQ.NEW@uni.example"}, "reason"),
        ({"reason": "zebulonqua@uni.example wrote"}, "reason"),
        ({"reason": "student sis-7788-qua"}, "reason"),
        ({"reason": "for Mr ÉZIAGQUOR"}, "reason"),
    ],
)
def test_another_address_and_a_reason_that_names_the_person_are_refused(world, body, field):
    answer = erase(world, **body)

    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["details"]["errors"]] == [field]
    assert not Erasure.objects.exists()


def test_nobody_is_erased_twice(world):
    assert erase(world).status_code == 200

    again = erase(world, confirm_email=f"{world.student.pk}@erased.invalid")

    assert (again.status_code, again.json()["code"]) == (409, "CONFLICT")


def test_a_deleted_student_can_be_erased(world):
    world.api.delete(f"/v1/console/users/{world.student.pk}")

    assert erase(world).status_code == 200
    assert found() == {}


def test_staff_are_not_erased(world):
    answer = world.api.post(
        f"/v1/console/students/{world.admin.pk}/erase",
        {"confirm_email": world.admin.email, "reason": REASON},
    )

    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["activate", "change-email", "resend-invite", "reset-password"])
def test_the_pseudonym_stays_as_it_is(world, path):
    erase(world)
    before = User.objects.values().get(pk=world.student.pk)

    answer = world.api.post(
        f"/v1/console/users/{world.student.pk}/{path}", {"email": "back@uni.example"}
    )

    assert answer.status_code == 404
    assert User.objects.values().get(pk=world.student.pk) == before


def test_late_reports_are_refused_and_bring_no_words_back(world):
    erase(world)
    session = world.sessions[0]

    answers = [
        world.live.put(
            f"/v1/ingest/sessions/{session}/transcript",
            {"status": "available", "messages": []},
        ),
        world.live.put(f"/v1/ingest/sessions/{session}", {"elapsed_active_time": 9999.0}),
        world.live.put(
            f"/v1/ingest/sessions/{'f' * 24}",
            {"user_id": world.student.pk, "case_study_id": world.case_study.pk},
        ),
    ]

    told = [(answer.status_code, answer.json()["error"]) for answer in answers]
    assert told == [(400, "The student was erased: nothing more is stored about them.")] * 3
    assert not Transcript.objects.filter(session__user=world.student).exists()


def test_events_that_come_late_name_nobody(world):
    student = User.objects.get(pk=world.student.pk)
    erase_student(actor=None, user=world.student, reason=REASON)

    # As a request that began before it, and ends after it.
    AuditEvent.objects.create(
        tenant=world.tenant,
        actor_user_id=student.pk,
        actor_email=student.email,
        actor_name=student.display_name,
        address="203.0.113.77",
        target_type="user",
        target_id=student.pk,
        event_type="user.updated",
        metadata={"user_id": student.pk, "changes": {"title": {"after": "Chieftainqua"}}},
    )

    assert found() == {}
    assert part_faults() == []


def test_a_part_that_goes_without_an_erasure_is_found(world):
    event = AuditEvent.objects.filter(event_type="user.updated").order_by("pk").first()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE tenants_auditpersonal SET actor = NULL, actor_salt = NULL WHERE event_id = %s",
            [event.pk],
        )

    assert part_faults() == [(event.pk, "actor")]


def test_a_part_that_is_changed_is_found(world):
    kept = AuditPersonal.objects.filter(metadata__isnull=False).order_by("pk").first()
    tamper("UPDATE tenants_auditpersonal SET metadata = '{}' WHERE event_id = %s", kept.pk)

    assert part_faults() == [(kept.pk, "metadata")]
