"""Rosters in the admin: uploaded, checked, confirmed, imported."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts.models import LegacyRole, User
from students.models import RosterImport
from students.services.roster import upload_runs, uploads
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.factories import (
    ProgrammeFactory,
    RoleFactory,
    RosterImportFactory,
    StudentFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.mail import work

pytestmark = pytest.mark.django_db

ADD = reverse("admin:students_rosterimport_add")
HEADER = "Student Name,Email,Programme,Status\n"


@pytest.fixture
def operator_client(admin) -> OperatorClient:
    SystemRoleFactory(tenant=admin.tenant, legacy_role=LegacyRole.STUDENT)
    return OperatorClient(admin)


def roster(*rows: str, name: str = "students.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (HEADER + "\n".join(rows)).encode())


def upload(operator_client, *rows: str, **values):
    return operator_client.post(
        ADD, {"people": roster(*rows), "max_change": "10%"} | values, follow=True
    )


def act(operator_client, row: RosterImport, what: str):
    return operator_client.post(
        reverse(f"admin:students_rosterimport_{what}", args=[row.pk]), follow=True
    )


def process() -> None:
    """Do what the worker is to do next, within the test's transaction."""
    upload_runs.check_upload(latest().pk)
    upload_runs.run_upload(latest().pk)


def latest() -> RosterImport:
    return RosterImport.objects.latest("pk")


@pytest.mark.django_db(transaction=True)
def test_a_roster_is_checked_shown_confirmed_and_imported(operator_client, tenant, admin):
    ProgrammeFactory(tenant=tenant, code="MPH")

    page = upload(
        operator_client, "Bisi Ade,bisi@example.com,,active", programme="MPH"
    ).content.decode()
    assert "is being checked" in page
    work()

    row = latest()
    page = operator_client.get(
        reverse("admin:students_rosterimport_change", args=[row.pk])
    ).content.decode()
    assert (row.state, User.objects.filter(email="bisi@example.com").exists()) == ("checked", False)
    assert "+ bisi@example.com (line 2): Bisi Ade, active, MPH" in page
    act(operator_client, row, "confirm")
    work()

    row.refresh_from_db()
    assert (row.state, row.report["counts"]["created"], row.people_content) == ("imported", 1, None)
    student = User.objects.get(email="bisi@example.com")
    assert [programme.code for programme in student.programmes.all()] == ["MPH"]
    (event,) = AuditEvent.objects.for_tenant(tenant).filter(event_type="roster.imported")
    assert (event.actor_user_id, event.metadata["source"]) == (admin.pk, "admin")


def test_what_is_no_roster_is_refused_at_once(operator_client):
    answer = operator_client.post(
        ADD, {"people": SimpleUploadedFile("photo.csv", b"\x00\x01"), "max_change": "10%"}
    )

    assert "photo.csv, line 1 has a NUL byte in it" in answer.content.decode()
    assert not RosterImport.objects.exists()


def test_what_was_understood_is_shown_before_anything_is_planned(operator_client):
    page = upload(operator_client, "Bisi Ade,bisi@example.com,,active").content.decode()

    row = latest()
    assert (row.state, "counts" in row.report) == ("checking", False)
    (understood,) = row.report["understood"]
    assert understood["rows"] == [["Bisi Ade", "bisi@example.com", "", "active"]]
    assert "our students export, UTF-8, parted by commas." in page
    assert '<td class="pr-4">Bisi Ade</td>' in page


def test_first_rows_are_forgotten_with_the_files(operator_client):
    upload(operator_client, "Bisi Ade,bisi@example.com,,active")
    process()
    assert latest().report["understood"][0]["rows"] != []

    act(operator_client, latest(), "discard")

    (understood,) = latest().report["understood"]
    assert (understood["used"][0], understood["rows"]) == ("Student Name", [])


def test_a_file_in_an_old_encoding_is_refused_with_examples_and_read_once_it_is_named(
    operator_client,
):
    def post(encoding):
        file = SimpleUploadedFile(
            "students.csv", f"{HEADER}Jiří Dvořák,jiri@example.com,,active\n".encode("cp1250")
        )
        values = {"people": file, "max_change": "10%", "encoding": encoding}
        return operator_client.post(ADD, values, follow=True)

    page = post("").content.decode()
    assert "windows-1250: &#x27;Jiří Dvořák&#x27;" in page
    assert not RosterImport.objects.exists()

    page = post("windows-1250").content.decode()
    assert '<td class="pr-4">Jiří Dvořák</td>' in page
    process()
    act(operator_client, latest(), "confirm")
    process()
    assert User.objects.get(email="jiri@example.com").last_name == "Dvořák"


def test_an_encoding_that_is_none_is_refused_beside_its_field(operator_client, tenant, admin):
    with pytest.raises(uploads.InvalidInput) as refused:
        uploads.upload_roster(actor=admin, tenant=tenant, people=roster(), encoding="rot13")
    assert refused.value.details["errors"][0]["field"] == "encoding"
    answer = operator_client.post(
        ADD, {"people": roster(), "max_change": "10%", "encoding": "rot13"}
    )
    assert answer.context["adminform"].form.errors["encoding"]


def test_a_bundle_is_uploaded_by_itself(operator_client, tenant):
    ProgrammeFactory(tenant=tenant, code="MPH")
    folder = Path(__file__).parent / "test_roster" / "files"
    file = SimpleUploadedFile("canvas.zip", (folder / "canvas.zip").read_bytes())

    operator_client.post(ADD, {"people": file, "max_change": "10%"})
    process()
    page = operator_client.get(
        reverse("admin:students_rosterimport_change", args=[latest().pk])
    ).content.decode()
    act(operator_client, latest(), "confirm")
    process()

    assert "Not read: courses.csv." in page
    student = User.objects.get(email="adaeze@uni.example")
    assert [programme.code for programme in student.programmes.all()] == ["MPH"]


def test_what_was_skipped_is_said(operator_client):
    folder = Path(__file__).parent / "test_roster" / "files"
    file = SimpleUploadedFile("users.csv", (folder / "export-with-deleted.csv").read_bytes())

    operator_client.post(ADD, {"people": file, "max_change": "10%"})
    process()

    assert "Skipped: 1 line, deleted, and without an address." in latest().report["notes"]


def test_a_bad_limit_is_refused_beside_its_field(operator_client):
    answer = operator_client.post(ADD, {"people": roster(), "max_change": "many"})

    assert "neither a number" in answer.context["adminform"].form.errors["max_change"][0]
    assert not RosterImport.objects.exists()


def test_bad_rows_refuse_the_roster_and_are_listed(operator_client):
    upload(operator_client, "Bisi Ade,bisi@example.com,,asleep", "Chi Eze,chi@example.com,,active")
    process()

    row = latest()
    page = operator_client.get(
        reverse("admin:students_rosterimport_change", args=[row.pk])
    ).content.decode()
    assert (row.state, row.people_content, row.report["counts"]["bad_rows"]) == ("refused", None, 1)
    assert "The status is &#x27;asleep&#x27;, not active or inactive." in page
    assert act(operator_client, row, "confirm").status_code == 404


def test_bad_rows_may_be_left_out(operator_client):
    upload(
        operator_client,
        "Bisi Ade,bisi@example.com,,asleep",
        "Chi Eze,chi@example.com,,active",
        skip_bad_rows="on",
    )
    process()
    act(operator_client, latest(), "confirm")
    process()

    assert latest().state == "imported"
    assert list(User.objects.filter(email__startswith="chi")) != []


def test_too_large_a_change_is_refused(operator_client, tenant):
    students = StudentFactory.create_batch(3, tenant=tenant)
    row = f"Somebody Else,{students[0].email},,active"

    upload(operator_client, row, deactivate_missing="on")
    process()

    assert (latest().state, latest().report["counts"]["deactivated"]) == ("refused", 2)
    assert "Too much would change" in latest().refusal


def test_a_discarded_roster_is_forgotten(operator_client):
    row = RosterImportFactory(tenant=tenant_of(operator_client))

    act(operator_client, row, "discard")

    row.refresh_from_db()
    assert (row.state, row.people_content) == ("discarded", None)
    assert act(operator_client, row, "confirm").status_code == 404


def tenant_of(operator_client):
    return operator_client.get(reverse("admin:index")).context["request"].tenant


def test_confirming_twice_imports_once(operator_client, tenant, admin):
    upload(operator_client, "Bisi Ade,bisi@example.com,,active")
    process()
    row = latest()
    act(operator_client, row, "confirm")

    with pytest.raises(uploads.RuleViolation, match="being imported"):
        uploads.confirm_import(actor=admin, row=row)
    process()

    assert AuditEvent.objects.filter(event_type="roster.imported").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_run_that_was_cut_off_is_seen_and_tried_again(operator_client, monkeypatch):
    upload(operator_client, "Bisi Ade,bisi@example.com,,active")
    process()
    row = latest()
    act(operator_client, row, "confirm")

    def killed(**run):
        raise SystemExit  # as a signal does: nothing catches it

    with monkeypatch.context() as patched:
        patched.setattr(upload_runs, "import_roster", killed)
        with pytest.raises(SystemExit):
            upload_runs.run_upload(row.pk)
    row.refresh_from_db()
    assert (row.state, row.is_stuck) == ("importing", False)

    RosterImport.objects.update(heard_of_at=timezone.now() - timedelta(minutes=3))
    act(operator_client, row, "try_again")
    process()

    row.refresh_from_db()
    assert (row.state, User.objects.filter(email="bisi@example.com").count()) == ("imported", 1)


@pytest.mark.django_db(transaction=True)
def test_progress_is_told_while_the_run_has_not_committed(operator_client, monkeypatch):
    told = []
    real = upload_runs.import_roster

    def watched(**run):
        plan = real(**run)
        told.append(RosterImport.objects.values("state", "stage", "steps").get())
        return plan

    monkeypatch.setattr(upload_runs, "import_roster", watched)
    upload(operator_client, "Bisi Ade,bisi@example.com,,active")
    process()

    assert told == [{"state": "checking", "stage": "Comparing", "steps": 2}]


def test_another_tenants_programme_is_no_choice(operator_client):
    ProgrammeFactory(tenant=TenantFactory(), code="FOREIGN")

    page = upload(operator_client, "Bisi Ade,bisi@example.com,,active", programme="FOREIGN")

    assert "FOREIGN" not in operator_client.get(ADD).content.decode()
    assert page.context["adminform"].form.errors["programme"]


def test_whoever_may_not_edit_users_may_not_confirm(tenant):
    flags = ["USER_MANAGEMENT.can_view", "USER_MANAGEMENT.can_create"]
    user = UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=flags))
    row = RosterImportFactory(tenant=tenant)

    assert act(OperatorClient(user), row, "confirm").status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number(
    rows, operator_client, tenant, django_assert_num_queries
):
    RosterImportFactory.create_batch(rows, tenant=tenant)

    with django_assert_num_queries(4):
        operator_client.get(reverse("admin:students_rosterimport_changelist"))
