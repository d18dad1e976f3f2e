"""What is no upload is refused, with one sentence, and nothing is stored (contract §17)."""

import errno
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from openpyxl import Workbook

from config.api import uploads as forms
from students.models import RosterImport
from students.services.roster import first_look, upload_runs, uploads
from tests.clients import ApiClient
from tests.factories import (
    ProgrammeFactory,
    RoleFactory,
    RosterImportFactory,
    TenantFactory,
    UserFactory,
)
from tests.students.imports_api import BISI, HEADER, URL, job_of, roster, send_form, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_is_stored():
    yield
    assert not RosterImport.objects.filter(source="api").exists()


def faults(answer) -> dict[str, str]:
    """Return what is said of each field of a refused form."""
    assert answer.status_code == 422, answer.json()
    return {one["field"]: one["message"] for one in answer.json()["details"]["errors"]}


def refusal(answer) -> str:
    assert (answer.status_code, answer.json()["code"]) == (400, "VALIDATION_ERROR")
    return answer.json()["error"]


def parts(*given: tuple[str, str, bytes]) -> bytes:
    """Return the body of a form of (field, file name as it is written, content)."""
    lines = []
    for name, file, content in given:
        named = f'; filename="{file}"' if file else ""
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
        lines.append(head.encode() + content + b"\r\n")
    return b"".join(lines) + b"--%b--\r\n" % BOUNDARY.encode()


def send_body(client: ApiClient, body: bytes, content_type: str = MULTIPART_CONTENT):
    return client.generic("POST", URL, body, content_type=content_type)


@pytest.mark.parametrize("fields", [{}, {"programme": "MPH"}, {"file": "no file"}])
def test_a_form_without_a_file_is_refused(api, fields):
    assert list(faults(send_form(api, fields))) == ["file"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("deactivate_missing", "yes"),
        ("skip_bad_rows", "2"),
        ("max_change", "many"),
        ("max_change", "101%"),
        ("max_change", "-1"),
        ("encoding", "rot13"),
        ("encoding", "x" * 31),
        ("programme", "A\u202eb"),
        ("enrolments", "a text"),
    ],
)
def test_a_bad_option_is_refused_beside_its_name(api, name, value):
    assert list(faults(upload(api, BISI, **{name: value}))) == [name]


@pytest.mark.parametrize("name", ["enrollments", "deactivate_mising", "tenant", "status"])
def test_a_name_that_is_not_known_is_refused_since_it_would_change_the_result(api, name):
    said = faults(upload(api, BISI, **{name: "true"}))

    assert said == {name: said[name]}
    assert "deactivate_missing" in said[name]


def test_a_field_is_given_once(api):
    twice = parts(("file", "a.csv", HEADER.encode()), ("file", "b.csv", HEADER.encode()))
    option = parts(
        ("file", "a.csv", HEADER.encode()),
        *[("skip_bad_rows", "", value) for value in (b"true", b"false")],
    )

    assert faults(send_body(api, twice)) == {"file": "Give it once."}
    assert faults(send_body(api, option)) == {"skip_bad_rows": "Give it once."}


def test_more_files_than_two_are_refused(api):
    three = [(name, f"{name}.csv", b"a") for name in ("file", "enrolments", "third")]

    assert faults(send_body(api, parts(*three))) == {
        "": "The form has more files than it should have."
    }


@pytest.mark.parametrize(
    ("body", "media_type", "says"),
    [
        (b"{}", "application/json", "Send the body as multipart/form-data."),
        (b"file=a", "application/x-www-form-urlencoded", "Send the body as multipart/form-data."),
        (b"a", "", "Send the body as multipart/form-data."),
        (b"a", "multipart/form-data", "The form is damaged: send it anew."),
        (b"", "multipart/form-data; boundary=x", None),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x", None),
    ],
)
def test_what_is_no_form_is_refused(api, body, media_type, says):
    said = faults(send_body(api, body, media_type))

    assert says in (None, said.get("")), said


def test_a_form_without_a_length_is_refused(api):
    answer = api.generic(
        "POST",
        URL,
        encode_multipart(BOUNDARY, {"file": roster(BISI)}),
        content_type=MULTIPART_CONTENT,
        CONTENT_LENGTH="",
    )

    assert faults(answer) == {"": "Send the form with its length, in one piece."}


@pytest.mark.parametrize("length", [str(1 << 30), "9" * 400])
def test_a_form_that_is_too_long_is_refused_before_any_of_it_is_read(api, length):
    class Unread(BytesIO):
        def read(self, *args):
            raise AssertionError("The body was read.")

    answer = api.generic(
        "POST",
        URL,
        b"x",
        content_type=MULTIPART_CONTENT,
        CONTENT_LENGTH=length,
        **{"wsgi.input": Unread()},
    )

    assert faults(answer) == {"": "The request is too large."}


def test_a_file_that_is_too_long_is_refused_with_the_remedy(api, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_BYTES", 50)

    assert "students.csv is larger than 0 MiB" in refusal(upload(api, BISI))


@pytest.mark.parametrize("field", ["file", "enrolments"])
def test_an_empty_file_is_refused(api, field):
    files = {"file": roster(BISI)} | {field: SimpleUploadedFile("empty.csv", b"")}
    if field == "enrolments":
        files["file"] = SimpleUploadedFile(
            "users.csv", b"user_id,login_id,status\n1,a@b.example,active"
        )

    assert "empty.csv is empty" in refusal(send_form(api, files))


def test_what_is_no_roster_is_refused_at_once(api):
    photo = SimpleUploadedFile("photo.csv", b"\x89PNG\r\n\x1a\n")

    assert "photo.csv is a picture" in refusal(send_form(api, {"file": photo}))


@pytest.mark.parametrize("code", ["NOPE", "OLD", "THEIRS"])
def test_a_programme_that_nobody_can_join_is_refused_at_once(api, tenant, code):
    ProgrammeFactory(tenant=tenant, code="OLD", is_active=False)
    ProgrammeFactory(tenant=TenantFactory(), code="THEIRS")

    assert code in refusal(upload(api, BISI, programme=code))


def test_there_is_room_for_ten_rosters(api, tenant):
    RosterImportFactory(tenant=TenantFactory())
    RosterImportFactory.create_batch(uploads.MOST_OPEN, tenant=tenant)
    RosterImportFactory(tenant=tenant, state="imported")

    answer = upload(api, BISI)

    assert (answer.status_code, answer.json()["code"]) == (409, "CONFLICT")
    assert "10 rosters are here already" in answer.json()["error"]


def test_uploads_are_counted(api, own_limits, settings):
    settings.RATE_LIMITS = {"upload": (1, 600)}

    assert upload(api, "A,b").status_code == 202
    answer = upload(api, "A,b")
    RosterImport.objects.all().delete()

    assert (answer.status_code, answer.json()["code"]) == (429, "RATE_LIMITED")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_is_full_is_said_to_be(api, monkeypatch, number):
    def full(*args, **kwargs):
        raise OSError(number, "No room")

    monkeypatch.setattr(forms.MultiPartParser, "parse", full)
    answer = upload(api, BISI)

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert answer.json()["error"] == "There is no room for the file at the moment."


def test_another_fault_of_the_disk_is_ours(api, monkeypatch):
    def broken(*args, **kwargs):
        raise OSError(errno.EIO, "Broken")

    monkeypatch.setattr(forms.MultiPartParser, "parse", broken)

    assert upload(api, BISI).status_code == 500


@pytest.mark.parametrize("flags", [["can_create"], ["can_edit", "can_view"], ["can_view"]])
def test_whoever_lacks_one_of_the_flags_uploads_nothing(tenant, flags):
    role = RoleFactory(tenant=tenant, permissions=[f"USER_MANAGEMENT.{flag}" for flag in flags])

    answer = upload(ApiClient(UserFactory(tenant=tenant, role=role)), BISI)

    assert answer.status_code == 403


class TestOddButGood:
    """What looks odd, and is taken."""

    @pytest.fixture(autouse=True)
    def nothing_is_stored(self):
        """Here something is."""

    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("../../etc/passwd.csv", "passwd.csv"),
            ("C:\\\\Users\\\\ada\\\\users.csv", "users.csv"),
            ("a\u202eb\x07.csv", "ab.csv"),
            ("Hörer 2026.csv", "Hörer 2026.csv"),
            ("&lt;b&gt;.csv", "<b>.csv"),
        ],
    )
    def test_a_file_keeps_its_name_without_what_does_not_belong_there(self, api, written, name):
        answer = send_body(api, parts(("file", written, f"{HEADER}{BISI}".encode())))

        assert (answer.status_code, answer.json()["data"]["file_name"]) == (202, name)

    def test_a_name_without_end_is_cut(self, api):
        answer = send_body(api, parts(("file", "x" * 300 + ".csv", f"{HEADER}{BISI}".encode())))

        assert len(answer.json()["data"]["file_name"]) <= 255

    def test_blank_options_are_as_if_they_were_not_there(self, api):
        blank = dict.fromkeys(("programme", "encoding", "max_change", "skip_bad_rows"), "")

        job = upload(api, BISI, **blank).json()["data"]

        assert (job["max_change"], job["skip_bad_rows"], job["programme"]) == ("10%", False, None)

    @pytest.mark.parametrize("written", ["true", "TRUE", " 1 "])
    def test_true_is_written_in_some_ways(self, api, written):
        assert upload(api, BISI, skip_bad_rows=written).json()["data"]["skip_bad_rows"] is True

    def test_a_workbook_is_looked_into_by_the_worker_when_it_is_long(self, api, monkeypatch):
        monkeypatch.setattr(first_look, "_AT_ONCE", 1_000)
        job = send_form(api, {"file": workbook(BISI)}).json()["data"]
        assert (job["status"], job["understood"]) == ("checking", [])

        seen = []
        real = upload_runs.import_roster
        monkeypatch.setattr(
            upload_runs,
            "import_roster",
            lambda **run: (seen.append(job_of(api, job["id"])), real(**run))[1],
        )
        upload_runs.check_upload(job["id"])

        assert seen[0]["status"] == "checking"
        assert seen[0]["understood"][0]["rows"] == [["Bisi Ade", "bisi@example.com", "", "active"]]
        assert job_of(api, job["id"])["counts"]["created"] == 1

    def test_a_short_workbook_is_looked_into_at_once(self, api):
        job = send_form(api, {"file": workbook(BISI)}).json()["data"]

        assert job["understood"][0]["encoding"] == "sheet 'Sheet' of an Excel workbook"


def test_a_long_zip_file_is_refused_by_its_list_at_once(api, monkeypatch):
    monkeypatch.setattr(first_look, "_AT_ONCE", 10)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("../users.csv", "user_id,login_id,status\n")

    answer = send_form(api, {"file": SimpleUploadedFile("canvas.zip", packed.getvalue())})

    assert "a path that leads outside" in refusal(answer)


def test_what_the_worker_finds_to_be_no_roster_is_refused(api, monkeypatch):
    monkeypatch.setattr(first_look, "_AT_ONCE", 10)
    job = send_form(api, {"file": workbook(BISI, header="a,b,c")}).json()["data"]

    upload_runs.check_upload(job["id"])

    job = job_of(api, job["id"])
    RosterImport.objects.all().delete()
    assert (job["status"], job["counts"]) == ("refused", None)
    assert "has a header of another kind" in job["refusal"]


def workbook(*rows: str, header: str = HEADER) -> SimpleUploadedFile:
    book = Workbook()
    for row in (header.strip(), *rows):
        book.active.append(row.split(","))
    written = BytesIO()
    book.save(written)
    return SimpleUploadedFile("students.xlsx", written.getvalue())
