"""manage.py import_sessions: a file, stored as the bulk endpoint would."""

import hashlib
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from config.ids import new_id
from students.management.commands import import_sessions
from students.models import Grade, Session, Transcript
from students.services.ingest import stream as bulk
from tenants.models import AuditEvent, TenantAIConfig
from tests.factories import StudentFactory, TenantFactory
from tests.students.reports import ENDED, GRADE, TRANSCRIPT, LiveService, encode

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(tenant) -> LiveService:
    TenantAIConfig.objects.create(tenant=tenant, max_sessions_per_student=100)
    return LiveService(tenant)


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "sessions.ndjson"


def run(file: Path, slug: str) -> tuple[str, str, str | None]:
    """Return what the command says, what it complains of, and the error that it ends with."""
    out, err, failure = StringIO(), StringIO(), None
    try:
        call_command("import_sessions", str(file), tenant=slug, stdout=out, stderr=err)
    except CommandError as error:
        failure = str(error)
    return out.getvalue(), err.getvalue(), failure


def write(file: Path, *lines: dict | bytes, end: bytes = b"\n") -> None:
    encoded = [line if isinstance(line, bytes) else encode(line) for line in lines]
    file.write_bytes(end.join([*encoded, b""]))


def test_a_file_is_stored_and_leaves_one_event(live, tenant, file):
    line = live.line(transcript=TRANSCRIPT, grade=GRADE)
    write(file, line, live.line())

    said, complaints, failure = run(file, tenant.slug)

    assert said == "2 lines: 2 sessions created, 0 updated, 0 unchanged, 0 failed.\n"
    assert (complaints, failure) == ("", None)
    assert Session.objects.for_tenant(tenant).count() == 2
    assert Transcript.objects.get().pk == Grade.objects.get().session_id == line["session_id"]
    event = AuditEvent.objects.get()
    assert (event.event_type, event.tenant, event.actor_user_id) == (
        "sessions.imported",
        tenant,
        None,
    )
    assert event.metadata == {
        "tenant_id": tenant.pk,
        "file": "sessions.ndjson",
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "complete": True,
        "lines": 2,
        "created": 2,
        "updated": 0,
        "unchanged": 0,
        "failed": 0,
    }


def test_a_second_run_changes_nothing(live, tenant, file):
    write(file, live.line(transcript=TRANSCRIPT, grade=GRADE), live.line())
    run(file, tenant.slug)
    before = list(Session.objects.order_by("pk").values())

    said, _, failure = run(file, tenant.slug)

    assert said == "2 lines: 0 sessions created, 0 updated, 2 unchanged, 0 failed.\n"
    assert failure is None
    assert list(Session.objects.order_by("pk").values()) == before


def test_bad_lines_are_told_one_by_one_and_the_run_fails(live, tenant, file):
    good, stranger = live.line(), live.line(user_id="0" * 24)
    bad = live.line(status="lost")
    torn = encode(live.line())[:-5]
    nul = encode(live.line()).replace(b"user_ended", b"user\x00ended")
    write(file, b"\xef\xbb\xbf" + encode(good), bad, b"", nul, stranger, torn, end=b"\r\n")

    said, complaints, failure = run(file, tenant.slug)

    assert said == "5 lines: 1 sessions created, 0 updated, 0 unchanged, 4 failed.\n"
    assert failure == "4 of 5 lines were not stored."
    lost = '{"errors":[{"field":"status","message":"\\"lost\\" is not a valid choice."}]}'
    torn_up = '{"errors":[{"field":"","message":"The line is not valid JSON."}]}'
    invalid = "VALIDATION_ERROR: The request is not valid."
    assert complaints.splitlines() == [
        f"line 2 ({bad['session_id']}): {invalid} {lost}",
        f"line 4: {invalid} {torn_up}",
        f"line 5 ({stranger['session_id']}): NOT_FOUND: There is no such student.",
        f"line 6: {invalid} {torn_up}",
    ]
    assert Session.objects.get().pk == good["session_id"]
    assert AuditEvent.objects.get().metadata["failed"] == 4


def test_a_file_may_have_more_lines_than_a_request(live, tenant, file):
    known = live.line(new_id())
    write(file, *([known] * 10_001))

    said, _, failure = run(file, tenant.slug)

    assert said == "10,001 lines: 1 sessions created, 0 updated, 10,000 unchanged, 0 failed.\n"
    assert failure is None


def test_a_line_that_is_too_long_is_passed_over(live, tenant, file, monkeypatch):
    monkeypatch.setattr(bulk, "LARGEST_BODY", 1000)
    write(file, live.line(), b"x" * 3_000_000, live.line())

    _, complaints, failure = run(file, tenant.slug)

    assert "line 2: " in complaints
    assert "longer than 1000 bytes" in complaints
    assert failure == "1 of 3 lines were not stored."
    assert Session.objects.count() == 2


def test_only_the_named_tenants_people_are_found(live, tenant, file):
    stranger = live.line(user_id=StudentFactory().pk)
    write(file, stranger)

    _, complaints, failure = run(file, tenant.slug)

    assert "There is no such student." in complaints
    assert failure == "1 of 1 lines were not stored."
    assert not Session.objects.exists()


def test_what_an_interrupted_run_has_stored_stands_in_the_trail(live, tenant, file, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH_LINES", 2)
    write(file, *(live.line() for _ in range(3)), live.line(user_id="0" * 24))

    def interrupt(command, error):
        raise KeyboardInterrupt

    monkeypatch.setattr(import_sessions.Command, "_show", interrupt)
    with pytest.raises(KeyboardInterrupt):
        run(file, tenant.slug)

    metadata = AuditEvent.objects.get().metadata
    assert (metadata["complete"], metadata["sha256"]) == (False, None)
    assert metadata["created"] == Session.objects.count() == 3


@pytest.mark.parametrize("active", [True, False])
def test_the_tenant_has_to_be_there_and_active(live, file, active):
    tenant = TenantFactory(is_active=active)
    write(file, live.line())

    _, _, failure = run(file, "nowhere" if active else tenant.slug)

    assert failure.startswith("There is no active tenant")
    assert not Session.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_file_that_is_not_there_is_named(tenant, file):
    assert run(file, tenant.slug)[2] == f"{file} cannot be read: No such file or directory."


def test_an_empty_file_is_no_lines(tenant, file):
    file.touch()

    assert run(file, tenant.slug)[0].startswith("0 lines")


def test_sessions_count_for_the_student_as_if_they_had_been_reported(live, tenant, file):
    write(file, live.line())

    run(file, tenant.slug)

    live.student.refresh_from_db()
    assert f"{live.student.last_seen_at:%Y-%m-%dT%H:%M:%SZ}" == ENDED["last_activity"]
