"""Everything that is held about one student, as a file for them (contract §18)."""

import csv
import gc
import json
import tracemalloc
from datetime import timedelta
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.models import BrowserSession, SSOIdentity, SSOLogin, User
from accounts.services.users import soft_delete_user, update_user
from config.errors import Unavailable
from students.models import Session, Student, Transcript
from students.queries.personal_data import PARTS
from students.services import personal_data
from students.services.attempts import grant_attempts
from students.services.transcripts import read_transcript
from tenants.models import AuditEvent, EventType
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    START,
    AuditEventFactory,
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    ImportedStudentFactory,
    InvitationFactory,
    PasswordResetFactory,
    ProgrammeFactory,
    RoleFactory,
    SecondFactorFactory,
    SessionFactory,
    StudentFactory,
    TenantFactory,
    TranscriptFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

BROWSER = {"REMOTE_ADDR": "192.0.2.7", "HTTP_USER_AGENT": "Firefox"}
MESSAGES = [
    {"role": "agent", "content": "Good morning.", "timestamp": "2026-06-04T09:00:00Z"},
    {"role": "student", "content": "=1+1", "timestamp": "2026-06-04T09:00:05Z"},
]


def url(student) -> str:
    return f"/v1/console/students/{student.pk}/personal-data"


def unpacked(answer) -> ZipFile:
    assert answer.status_code == 200, answer.content
    return ZipFile(BytesIO(b"".join(answer.streaming_content)))


def records(archive: ZipFile, name: str) -> list[dict]:
    return json.loads(archive.read(f"{name}.json"))


def table(archive: ZipFile, name: str) -> list[dict]:
    text = archive.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.fixture
def staff(tenant) -> User:
    """Somebody whose name, address and network must not be in anybody else's file."""
    return UserFactory(
        tenant=tenant, first_name="Nkechi", last_name="Bello", email="nkechi@staff.example"
    )


@pytest.fixture
def student(tenant, staff) -> Student:
    """A student with a row in every table that says something about them."""
    programme = ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    student = StudentFactory(
        tenant=tenant,
        first_name="Chidi",
        last_name="Eze",
        email="chidi@uni.example",
        sis_id="S-0017",
        cohort="Spring 2026",
        programmes=[programme],
    )
    case_study = CaseStudyFactory(tenant=tenant, title="Fuel subsidy", programmes=[programme])
    session = SessionFactory(user=student, case_study=case_study)
    TranscriptFactory(session=session, messages=MESSAGES)
    Session.objects.filter(pk=session.pk).update(transcript_status="available")
    GradeFactory(
        session=session,
        overall_summary="Asked good questions.",
        criteria=[{"name": "Clarity", "weight": 1, "score": 75, "feedback": "Plain."}],
    )
    ApiClient(student)  # signs them in
    BrowserSession.objects.create(
        key_digest="0" * 64,
        tenant=tenant,
        user=student,
        session_data="",
        expire_date=START + timedelta(days=1),
        address="198.51.100.4",
    )
    SSOIdentity.objects.create(
        tenant=tenant, user=student, server_url="https://cas.uni.example", subject="ceze"
    )
    SSOLogin.objects.create(tenant=tenant, user=student, ticket_digest="t")
    for factory in (InvitationFactory, PasswordResetFactory, SecondFactorFactory):
        factory(tenant=tenant, user=student)
    update_user(actor=staff, user=student, last_name="Ezeh")
    ImportedStudentFactory(user=student)
    grant_attempts(
        actor=staff,
        tenant=tenant,
        user_id=student.pk,
        case_study_id=case_study.pk,
        amount=2,
        reason="Audio dropped",
    )
    read_transcript(actor=staff, tenant=tenant, session=Session.objects.get(pk=session.pk))
    AuditEventFactory(
        tenant=tenant,
        actor_user_id=student.pk,
        event_type="sign_in.succeeded",
        target_id=student.pk,
        address="198.51.100.4",
    )
    AuditEventFactory(
        tenant=tenant,
        event_type="sign_in.failed",
        target_id=student.pk,
        address="203.0.113.9",
        user_agent="curl/8",
    )
    return Student.objects.get(pk=student.pk)


@pytest.fixture
def archive(api, student) -> ZipFile:
    return unpacked(api.get(url(student)))


def test_the_answer_is_a_file_whose_name_tells_no_name(api, student):
    answer = api.get(url(student), **BROWSER)

    assert answer.headers["Content-Type"] == "application/zip"
    name = personal_data.file_name(student)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert student.pk in name
    assert "chidi" not in name.lower()
    assert unpacked(answer).testzip() is None


def test_each_part_is_there_twice_and_explained(archive):
    names = [f"{part.name}.{kind}" for part in PARTS for kind in ("json", "csv")]
    assert archive.namelist() == ["README.txt", *names]

    read_me = " ".join(archive.read("README.txt").decode().split())
    assert "about Chidi Ezeh" in read_me
    for part in PARTS:
        assert f"{part.name}.csv, {part.name}.json {part.about}" in read_me


def test_every_table_about_a_person_is_in_it(archive):
    """The fixture has a row in each: a part that reads nothing would be empty."""
    for part in PARTS:
        held = records(archive, part.name)
        assert held, part.name
        assert list(held[0]) == [*part.columns] or set(held[0]) == set(part.columns), part.name
        assert list(table(archive, part.name)[0]) == [*part.header], part.name


def test_profile_and_programmes(archive, student, tenant):
    (profile,) = records(archive, "profile")

    assert profile["email"] == "chidi@uni.example"
    assert (profile["first_name"], profile["last_name"]) == ("Chidi", "Ezeh")
    assert (profile["sis_id"], profile["cohort"]) == ("S-0017", "Spring 2026")
    assert (profile["role"], profile["tenant"]) == ("Student", tenant.name)
    assert profile["created_at"].endswith("Z")
    assert records(archive, "programmes") == [{"code": "MBA", "name": "Business"}]
    assert table(archive, "profile")[0]["sis_id"] == "S-0017"


def test_sessions_with_what_was_said_and_how_it_was_graded(archive):
    (session,) = records(archive, "sessions")
    (transcript,) = records(archive, "transcripts")
    (grade,) = records(archive, "grades")

    assert session["case_study"] == "Fuel subsidy"
    assert transcript["session_id"] == grade["session_id"] == session["id"]
    assert transcript["messages"] == MESSAGES
    assert (grade["final_score"], grade["overall_summary"]) == (75.0, "Asked good questions.")
    assert grade["criteria"][0]["feedback"] == "Plain."


def test_each_message_is_a_line_of_the_table_and_never_a_formula(archive):
    lines = table(archive, "transcripts")

    assert [(line["role"], line["content"]) for line in lines] == [
        ("agent", "Good morning."),
        ("student", "'=1+1"),
    ]


def test_attempts_and_events_say_that_it_was_staff_and_not_who(archive, staff):
    (line,) = records(archive, "attempts")
    assert (line["amount"], line["reason"], line["by"]) == (2, "Audio dropped", "staff")

    about = {event["event_type"]: event for event in records(archive, "events_about_you")}
    assert about.keys() == {
        "user.updated",
        "attempt.granted",
        "transcript.read",
        "sign_in.failed",
    }
    assert about["user.updated"]["metadata"]["changes"] == {
        "last_name": {"before": "Eze", "after": "Ezeh"}
    }
    assert {event["by"] for event in about.values()} == {"staff", "the system"}
    for name in archive.namelist():
        text = archive.read(name).decode()
        for theirs in (staff.pk, staff.email, staff.first_name, staff.last_name):
            assert theirs not in text, name


def test_where_staff_were_is_theirs_and_where_a_stranger_tried_is_told(api, student, staff, tenant):
    AuditEventFactory(
        tenant=tenant,
        actor_user_id=staff.pk,
        event_type="user.updated",
        target_id=student.pk,
        address="203.0.113.200",
        user_agent="Opera",
    )

    archive = unpacked(api.get(url(student)))

    assert b"203.0.113.200" not in archive.read("events_about_you.json")
    assert b"Opera" not in archive.read("events_about_you.json")
    assert b"203.0.113.9" in archive.read("events_about_you.json")


def test_what_they_did_themselves_is_told_with_their_own_address(archive, student):
    by = {event["event_type"]: event for event in records(archive, "events_by_you")}

    signed_in = by["sign_in.succeeded"]
    assert (signed_in["by"], signed_in["address"]) == ("you", "198.51.100.4")
    assert signed_in["target_id"] == student.pk
    (browser,) = records(archive, "sign_ins_of_browsers")
    assert browser["address"] == "198.51.100.4"
    assert records(archive, "identities")[0]["subject"] == "ceze"


def test_what_they_did_to_others_while_they_were_staff_tells_nothing_of_these(api, student, tenant):
    other = FacultyFactory(tenant=tenant)
    AuditEventFactory(
        tenant=tenant,
        actor_user_id=student.pk,
        event_type="user.updated",
        target_id=other.pk,
        metadata={"changes": {"last_name": {"before": "Okafor", "after": "Okoro"}}},
    )

    text = unpacked(api.get(url(student))).read("events_by_you.json").decode()

    assert "user.updated" in text
    for theirs in (other.pk, "Okafor", "Okoro"):
        assert theirs not in text


def test_no_secret_is_in_it(archive, student):
    everything = b"".join(archive.read(name) for name in archive.namelist())

    user = User.objects.get(pk=student.pk)
    secrets = [user.password, user.second_factor.secret]
    secrets += [row.refresh_jti for row in user.sign_ins.all()]
    for secret in filter(None, (one for one in secrets if len(one) > 1)):
        assert secret.encode() not in everything


def test_every_column_that_a_part_says_it_reads_exists():
    """The registry of personal data is held against this map."""
    for part in PARTS:
        for label, columns in part.stored.items():
            app, name = label.split(".")
            if name not in {model.__name__ for model in apps.get_app_config(app).get_models()}:
                continue  # kept apart from its table, in a table of its own
            fields = {field.name for field in apps.get_model(label)._meta.get_fields()}
            assert fields.issuperset(columns), part.name


def test_it_is_on_record_with_the_place_it_was_asked_from(admin, student):
    archive = unpacked(ApiClient(admin, **BROWSER).get(url(student)))

    event = AuditEvent.objects.get(event_type=EventType.PERSONAL_DATA_EXPORTED)
    rows = sum(len(records(archive, part.name)) for part in PARTS)
    assert (event.target_type, event.target_id) == ("user", student.pk)
    assert event.metadata == {
        "user_id": student.pk,
        "tenant_id": student.tenant_id,
        "rows": rows,
        "format": "zip",
    }
    assert (event.address, event.user_agent) == ("192.0.2.7", "Firefox")


def test_a_deleted_student_can_have_their_data_too(api, admin, student):
    soft_delete_user(actor=admin, user=User.objects.get(pk=student.pk))

    (profile,) = records(unpacked(api.get(url(student))), "profile")

    assert profile["status"] == "DELETED"


@pytest.mark.parametrize("who", [StudentFactory, FacultyFactory])
def test_another_tenants_student_and_staff_are_absent(api, tenant, who):
    whoever = who(tenant=TenantFactory() if who is StudentFactory else tenant)

    assert api.get(url(whoever)).status_code == 404
    assert not AuditEvent.objects.filter(event_type=EventType.PERSONAL_DATA_EXPORTED).exists()


def test_it_counts_against_the_limit_of_exports(api, student, own_limits, settings):
    settings.RATE_LIMITS = {"export": (1, 600)}

    assert api.get(url(student)).status_code == 200
    assert api.get(url(student)).status_code == 429


def test_a_full_disk_is_told_and_that_nobody_got_a_file_is_on_record(api, student, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(personal_data, "_write_part", full)

    answer = api.get(url(student))

    assert (answer.status_code, answer.json()["code"]) == (503, Unavailable.code)
    assert not AuditEvent.objects.filter(event_type=EventType.PERSONAL_DATA_EXPORTED).exists()
    event = AuditEvent.objects.get(event_type=EventType.EXPORT_FAILED)
    assert event.metadata == {
        "tenant_id": student.tenant_id,
        "export": EventType.PERSONAL_DATA_EXPORTED,
        "format": "zip",
    }


def many_sessions(student, number: int) -> None:
    case_study = CaseStudyFactory(tenant=student.tenant)
    sessions = Session.objects.bulk_create(
        Session(tenant=student.tenant, user=student, case_study=case_study, start_time=START)
        for _ in range(number)
    )
    said = [MESSAGES[0] | {"content": "word " * 200}] * 10
    Transcript.objects.bulk_create(
        Transcript(tenant=student.tenant, session=session, messages=said) for session in sessions
    )


# How often Python collects garbage by itself. Tests collect it rarely, and it would count here.
USUALLY = (2_000, 10, 10)


@pytest.mark.drill
def test_a_long_history_takes_no_more_memory_and_statements(
    student, admin, django_assert_max_num_queries
):
    def peak() -> int:
        gc.set_threshold(*USUALLY)
        tracemalloc.start()
        try:
            with django_assert_max_num_queries(40):
                personal_data.give_personal_data(actor=admin, person=student).close()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
            gc.set_threshold(*of_tests)

    of_tests = gc.get_threshold()
    many_sessions(student, 100)
    peak()
    few = peak()
    many_sessions(student, 900)

    # A thousand transcripts have ten megabytes.
    assert peak() < few + 2_000_000


# The admin ------------------------------------------------------------------------------------

PAGE = "admin:students_student_change"
BUTTON = "Everything about this person"
BOTH = ["USER_MANAGEMENT.can_export", "STUDENT_PERFORMANCE.can_export"]


def operator(tenant, *flags: str) -> OperatorClient:
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view", *flags])
    return OperatorClient(UserFactory(tenant=tenant, role=role))


def test_the_students_page_gives_the_file(tenant, student):
    browser = operator(tenant, *BOTH)
    address = reverse("admin:students_student_personal_data", args=[student.pk])

    assert BUTTON in browser.get(reverse(PAGE, args=[student.pk])).content.decode()
    assert records(unpacked(browser.get(address)), "profile")[0]["last_name"] == "Ezeh"
    event = AuditEvent.objects.get(event_type=EventType.PERSONAL_DATA_EXPORTED)
    assert event.target_id == student.pk


@pytest.mark.parametrize("held", BOTH)
def test_one_of_the_two_flags_shows_no_button(tenant, student, held):
    page = operator(tenant, held).get(reverse(PAGE, args=[student.pk])).content.decode()

    assert BUTTON not in page


def test_too_many_files_are_refused_on_the_students_page(tenant, student, own_limits, settings):
    settings.RATE_LIMITS = {"export": (1, 600)}
    browser = operator(tenant, *BOTH)
    address = reverse("admin:students_student_personal_data", args=[student.pk])

    assert browser.get(address).status_code == 200
    answer = browser.get(address, follow=True)

    assert answer.redirect_chain[0][0] == reverse(PAGE, args=[student.pk])
    assert b"Too many requests" in answer.content


# The command ----------------------------------------------------------------------------------


def export(email: str, tenant, path) -> None:
    call_command("export_personal_data", email, "--tenant", tenant.slug, "--output", str(path))


def test_the_command_writes_the_file_for_its_owner_alone(tenant, student, tmp_path):
    path = tmp_path / "everything.zip"

    export("CHIDI@uni.example", tenant, path)

    assert path.stat().st_mode & 0o777 == 0o600
    with ZipFile(path) as archive:
        assert records(archive, "profile")[0]["sis_id"] == "S-0017"
    event = AuditEvent.objects.get(event_type=EventType.PERSONAL_DATA_EXPORTED)
    assert (event.actor_user_id, event.target_id) == (None, student.pk)


def test_the_command_replaces_no_file(tenant, student, tmp_path):
    path = tmp_path / "everything.zip"
    path.write_text("mine")

    with pytest.raises(CommandError, match="is there already"):
        export(student.email, tenant, path)

    assert path.read_text() == "mine"
    assert not AuditEvent.objects.filter(event_type=EventType.PERSONAL_DATA_EXPORTED).exists()


def test_the_command_leaves_no_half_file(tenant, student, tmp_path, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(personal_data, "_write_part", full)

    with pytest.raises(CommandError, match="no room"):
        export(student.email, tenant, tmp_path / "everything.zip")

    assert list(tmp_path.iterdir()) == []


def test_the_command_names_a_folder_that_is_not_there(tenant, student, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        export(student.email, tenant, tmp_path / "gone" / "everything.zip")


def test_the_command_knows_nobody_of_another_tenant(student, tmp_path):
    with pytest.raises(CommandError, match="has no user"):
        export(student.email, TenantFactory(), tmp_path / "everything.zip")
