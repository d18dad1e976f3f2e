"""``manage.py import_roster``: what it says, and how it ends."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tenants.models import AuditEvent
from tests.factories import StudentFactory
from tests.students.test_roster.rosters import (
    CANVAS,
    ENROLLMENTS,
    EXPORT,
    ONEROSTER,
    ROLES,
    everything,
    people,
)

PINNED = re.compile(
    r"Dry run: nothing was written\. For this very plan: --plan-hash ([0-9a-f]{64})"
)


class Call:
    """A run of the command on files in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.out = self.errors = ""

    def file(self, content, name="users.csv"):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def __call__(self, *arguments, tenant="example"):
        out, errors = StringIO(), StringIO()
        try:
            call_command("import_roster", *arguments, "--tenant", tenant, stdout=out, stderr=errors)
        finally:
            self.out, self.errors = out.getvalue(), errors.getvalue()
        return self.out


@pytest.fixture
def call(tmp_path):
    return Call(tmp_path)


def test_command_says_what_it_read_and_did(university, call):
    said = call(
        call.file(CANVAS), "--enrollments", call.file(ENROLLMENTS, "enrollments.csv")
    ).splitlines()
    assert said[0] == "For Example University (example)"
    assert said[1].startswith("users.csv: Canvas SIS users.csv, UTF-8, sha256 ")
    assert said[2].startswith("enrollments.csv: Canvas SIS enrollments.csv, UTF-8, sha256 ")
    assert said[3:] == [
        "",
        "new students               3",
        "changed                    0",
        "addresses change           0",
        "deactivated                0",
        "active again               0",
        "as they are                1",
        "not students               1",
        "bad rows                   0",
        "Courses that are no programmes here, left aside: 1 ('ENG115')",
        "",
        "+ adaeze.nwosu@uni.example (line 2): Adaeze Nwosu, active, MPH, SIS id 01103",
        "+ bjorn@uni.example (line 3): Björn Åkesson, active, MBA, MPH, SIS id 01104",
        "+ chidi@uni.example (line 4): Chidi van der Merwe, inactive, no programme, SIS id 01105",
        "",
        "Done.",
    ]
    assert len(people(university)) == 3


def test_dry_run_says_the_same_and_writes_nothing(university, call):
    StudentFactory(
        tenant=university, email="bjorn@uni.example", first_name="Bjorn", last_name="Åkesson"
    )
    StudentFactory(tenant=university, email="missing@uni.example")
    before = everything()
    arguments = (call.file(EXPORT), "--deactivate-missing", "--max-change", "4")
    dry = call(*arguments, "--dry-run")
    assert everything() == before
    assert not AuditEvent.objects.exists()
    assert dry.splitlines()[-6:-1] == [
        "~ bjorn@uni.example (line 3): first name Bjorn → Björn; joins MBA, MPH",
        "~ missing@uni.example (not in the file): status ACTIVE → INACTIVE",
        "+ adaeze.nwosu@uni.example (line 2): Adaeze Nwosu, active, MPH",
        "+ chidi@uni.example (line 4): Chidi van der Merwe, inactive, no programme",
        "",
    ]
    assert PINNED.fullmatch(dry.splitlines()[-1])
    real = call(*arguments)
    assert real == PINNED.sub("Done.", dry)
    assert AuditEvent.objects.count() == 1


def test_a_plan_that_was_looked_at_is_done_or_nothing(university, call):
    bjorn = StudentFactory(
        tenant=university, email="bjorn@uni.example", first_name="Bjorn", last_name="Åkesson"
    )
    file = call.file(EXPORT)
    looked_at = PINNED.search(call(file, "--max-change", "3", "--dry-run"))[1]
    type(bjorn).objects.filter(pk=bjorn.pk).update(first_name="Björn")
    before = everything()

    with pytest.raises(CommandError, match="The plan is another one by now") as refused:
        call(file, "--max-change", "3", "--plan-hash", looked_at)

    assert everything() == before
    assert "~ bjorn@uni.example (line 3): joins MBA, MPH" in call.out
    call(file, "--max-change", "3", "--plan-hash", str(refused.value).split()[-1])
    assert len(people(university)) == 3


def test_long_plans_are_cut_and_counted(university, call):
    rows = "".join(f"A B,p{n:02}@uni.example,,active\n" for n in range(50))
    said = call(call.file("Student Name,Email,Programme,Status\n" + rows), "--dry-run")
    listed = [line for line in said.splitlines() if line.startswith("+ ")]
    assert len(listed) == 20
    assert "… and 30 more.\n" in said


def test_every_bad_row_is_told(university, call):
    rows = "".join(f"A B,p{n}@,,active\n" for n in range(50))
    with pytest.raises(CommandError, match="The roster has bad rows") as error:
        call(call.file("Student Name,Email,Programme,Status\n" + rows))
    assert error.value.returncode == 1
    assert call.errors.splitlines() == [
        f"users.csv, line {n + 2}: 'p{n}@' is not an e-mail address." for n in range(50)
    ]
    assert "bad rows                  50\n" in call.out
    assert people(university) == {}


def test_skipped_rows_are_told_too(university, call):
    content = "Student Name,Email,Programme,Status\nA B,a@,,active\nA B,b@uni.example,,active\n"
    assert call(call.file(content), "--skip-bad-rows").endswith("Done.\n")
    assert call.errors == "users.csv, line 2: 'a@' is not an e-mail address.\n"
    assert set(people(university)) == {"b@uni.example"}


def test_an_encoding_is_named_and_said(university, call):
    file = call.file(EXPORT.encode("cp1252"))
    with pytest.raises(CommandError, match=r"line 3 is not UTF-8.*--encoding NAME"):
        call(file)
    said = call(file, "--encoding", "windows-1252")
    assert "users.csv: our students export, Windows-1252, sha256 " in said
    assert people(university)["bjorn@uni.example"][2] == "Åkesson"


@pytest.mark.parametrize("name", ["windows-9999", "rot13", "base64", "ansi"])
def test_an_unknown_encoding_is_refused(university, call, name):
    with pytest.raises(CommandError, match="no encoding that is known here, such as utf-8"):
        call(call.file(EXPORT), f"--encoding={name}")


def test_command_shows_columns_and_first_rows_when_asked(university, call):
    said = call(call.file(EXPORT), "--dry-run", "--verbosity", "2")
    assert "  columns read: Student Name, Email, Programme, Status\n" in said
    assert "  columns left aside: Overall Case Studies, Last Seen\n" in said
    assert "  Chidi van der Merwe | chidi@uni.example |  | inactive\n" in said


def test_command_says_what_it_skipped(university, call):
    unknown = ",,root,,Root,User,,,,root@uni.example,active\n"
    said = call(call.file(CANVAS + unknown), "--dry-run")
    assert "Skipped: 1 line, without a SIS id.\n" in said


def test_enrolments_of_strangers_are_refused(university, call):
    before = everything()
    strangers = ENROLLMENTS.replace("011", "X")
    with pytest.raises(CommandError, match=r"6 of 6 enrolments in enrollments\.csv are of people"):
        call(call.file(CANVAS), "--enrollments", call.file(strangers, "enrollments.csv"))
    assert everything() == before


def test_oneroster_takes_roles_and_a_programme(university, call):
    said = call(
        call.file(ONEROSTER), "--roles", call.file(ROLES, "roles.csv"), "--programme", "MPH"
    )
    assert "not students               1\n" in said
    assert people(university)["bjorn@uni.example"][-1] == ["MPH"]


def test_command_warns_when_staff_cannot_be_told(university, call):
    assert "Without roles.csv nobody can tell students from staff" in call(call.file(ONEROSTER))


def test_ten_percent_may_change_unless_told(university, call):
    for n in range(19):
        StudentFactory(tenant=university, email=f"s{n}@uni.example")
    content = call.file("Student Name,Email,Programme,Status\n")
    with pytest.raises(CommandError, match=r"19 students, and 1 may \(10%; 19 are active"):
        call(content, "--deactivate-missing")
    assert "deactivated               19\n" in call.out
    assert {row[3] for row in people(university).values()} == {"ACTIVE"}
    call(content, "--deactivate-missing", "--max-change", "100%")
    assert {row[3] for row in people(university).values()} == {"INACTIVE"}


@pytest.mark.parametrize("slug", ["elsewhere", "closed"])
def test_tenant_must_be_there_and_active(university, call, slug):
    type(university).objects.create(name="Closed", slug="closed", is_active=False)
    with pytest.raises(CommandError, match=f"There is no active tenant '{slug}'"):
        call(call.file(EXPORT), tenant=slug)


def test_files_that_cannot_be_read_are_said(university, call):
    with pytest.raises(CommandError, match=r"absent\.csv cannot be read: No such file"):
        call(str(call.folder / "absent.csv"))
    with pytest.raises(CommandError, match="Is a directory"):
        call(str(call.folder))
    with pytest.raises(CommandError, match=r"users\.csv, line 1 has a NUL byte"):
        call(call.file(b"\0"))


@pytest.mark.parametrize("limit", ["lots", "101%", "-5"])
def test_limit_must_be_one(university, call, limit):
    with pytest.raises(CommandError, match="neither a number of students nor a percentage"):
        call(call.file(EXPORT), f"--max-change={limit}")
