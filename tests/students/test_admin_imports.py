"""Rosters in the admin: uploaded, checked, confirmed, imported."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts.models import LegacyRole, User
from config.errors import Conflict
from students.models import RosterImport
from students.services.roster import upload_runs, uploads
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.factories import (
    ProgrammeFactory,
    RoleFactory,
    RosterImportFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.mail import work
from tests.operators import forms, page, parsed, words

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
    """Open the page that asks, and agree, with the plan that it has."""
    url = reverse(f"admin:students_rosterimport_{what}", args=[row.pk])
    asked = operator_client.get(url)
    shown = forms(asked)[-1].values if asked.status_code == 200 else {}
    plan = {name: values for name, values in shown.items() if name == "plan_hash"}
    return operator_client.post(url, plan, follow=True)


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
    assert "<td>Bisi Ade</td>" in page


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
    assert "<td>Jiří Dvořák</td>" in page
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
    line = "S1,ada,Ada,Obi,ada@uni.example,active\n"
    header = "user_id,login_id,first_name,last_name,email,status\n"
    file = SimpleUploadedFile("users.csv", f"{header}{line}{line}".encode())

    operator_client.post(ADD, {"people": file, "max_change": "10%"})
    process()

    assert "Skipped: 1 line, the same line again." in latest().report["notes"]


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
    assert (row.state, row.report["counts"]["bad_rows"]) == ("refused", 1)
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

    with pytest.raises(Conflict, match="being imported"):
        uploads.confirm_import(actor=admin, row=row, plan_hash=row.plan_hash)
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


def test_a_page_that_asks_shows_the_figures_that_it_asks_about(operator_client):
    upload(operator_client, "Bisi Ade,bisi@example.com,,active")
    process()

    asked = operator_client.get(page("students_rosterimport_confirm", latest().pk))

    assert ["New students", "1"] in [
        [words(cell) for cell in card] for card in parsed(asked).xpath("//dl/div")
    ]


def test_a_plan_that_is_another_one_by_now_is_told_and_shown(operator_client, tenant):
    rows = "Bisi Ade,bisi@example.com,,active", "Chi Eze,chi@example.com,,active"
    upload(operator_client, *rows, max_change="100%")
    process()
    url = page("students_rosterimport_confirm", latest().pk)
    stale = forms(operator_client.get(url))[-1].values["plan_hash"]
    StudentFactory(tenant=tenant, email="chi@example.com", first_name="Chi", last_name="Eze")

    answers = [
        operator_client.post(url, {"plan_hash": sent}, follow=True)
        for sent in (stale, stale, "", "0" * 64)
    ]

    for answer in answers:
        shown = answer.content.decode()
        assert answer.redirect_chain[0][0] == page("students_rosterimport_change", latest().pk)
        assert "The plan is another one by now: look at it first." in shown
        assert "being imported" not in shown
        assert "+ bisi@example.com" in shown
        assert "+ chi@example.com" not in shown
    assert latest().state == "checked"
    act(operator_client, latest(), "confirm")
    process()
    assert latest().state == "imported"


def test_another_operator_goes_on_and_both_are_named(operator_client, tenant, admin):
    upload(operator_client, "Bisi Ade,bisi@example.com,,active")
    process()
    other = UserFactory(tenant=tenant)

    act(OperatorClient(other), latest(), "confirm")
    process()

    row = latest()
    assert (row.created_by_id, row.confirmed_by_id) == (admin.pk, other.pk)
    assert row.confirmed_by_name == other.display_name
    (event,) = AuditEvent.objects.filter(event_type="roster.imported")
    assert event.actor_user_id == other.pk


@pytest.mark.django_db(transaction=True)
def test_a_super_admin_of_another_tenant_is_named_in_both_trails(tenant):
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
    stranger = SuperAdminFactory()
    client = OperatorClient(stranger)
    client.work_in(tenant)
    upload(client, "Bisi Ade,bisi@example.com,,active")
    work()

    act(client, latest(), "confirm")
    work()

    assert latest().state == "imported"
    events = AuditEvent.objects.filter(event_type="roster.imported")
    assert {(event.tenant_id, event.actor_user_id) for event in events} == {
        (tenant.pk, stranger.pk),
        (stranger.tenant_id, stranger.pk),
    }


def test_uploads_are_counted_with_those_of_the_api(operator_client, own_limits, settings):
    settings.RATE_LIMITS = {"upload": (1, 600)}

    upload(operator_client, "Bisi Ade,bisi@example.com,,active")
    refused = upload(operator_client, "Bisi Ade,bisi@example.com,,active")

    assert "try again in" in refused.content.decode()
    assert RosterImport.objects.count() == 1


def test_there_is_room_for_ten_rosters(operator_client, tenant):
    RosterImportFactory.create_batch(uploads.MOST_OPEN, tenant=tenant)

    refused = upload(operator_client, "Bisi Ade,bisi@example.com,,active")

    assert "10 rosters are here already" in refused.content.decode()
    assert RosterImport.objects.count() == uploads.MOST_OPEN


@pytest.mark.parametrize("lacked", ["can_create", "can_edit"])
def test_whoever_lacks_one_of_the_flags_only_looks(tenant, lacked):
    flags = [f"USER_MANAGEMENT.{one}" for one in ("can_view", "can_create", "can_edit")]
    held = [one for one in flags if not one.endswith(lacked)]
    user = UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=held))
    client, row = OperatorClient(user), RosterImportFactory(tenant=tenant)

    assert client.get(page("students_rosterimport_change", row.pk)).status_code == 200
    assert [client.get(ADD).status_code, client.post(ADD, {}).status_code] == [403, 403]
    for what in ("confirm", "discard"):
        assert act(client, row, what).status_code == 403


def test_reports_of_the_release_before_are_shown(operator_client, tenant):
    report = {
        "counts": {"created": 101},
        "lines": ["+ old@example.com"],
        "more_lines": 1,
        "errors": ["users.csv, line 2: bad"],
        "more_errors": 2,
    }
    row = RosterImportFactory(tenant=tenant, report=report)

    shown = operator_client.get(page("students_rosterimport_change", row.pk)).content.decode()

    for said in ("+ old@example.com", "… and 1 more", "users.csv, line 2: bad", "… and 2 more"):
        assert said in shown


def test_another_tenants_programme_is_no_choice(operator_client):
    ProgrammeFactory(tenant=TenantFactory(), code="FOREIGN")

    page = upload(operator_client, "Bisi Ade,bisi@example.com,,active", programme="FOREIGN")

    assert "FOREIGN" not in operator_client.get(ADD).content.decode()
    assert page.context["adminform"].form.errors["programme"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number(
    rows, operator_client, tenant, django_assert_num_queries
):
    RosterImportFactory.create_batch(rows, tenant=tenant)

    with django_assert_num_queries(4):
        operator_client.get(reverse("admin:students_rosterimport_changelist"))
