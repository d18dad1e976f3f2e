"""Forms that are too long are refused before any of them is read, or written to the disk."""

import socket
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse

from tests.clients import ApiClient, OperatorClient
from tests.factories import RoleFactory, UserFactory
from tests.servers import HOST, PATIENCE, running_server

ADD = reverse("admin:students_rosterimport_add")
LONG = 8_000_000


def roster(size: int) -> dict:
    return {"people": SimpleUploadedFile("a.csv", b"x" * size), "max_change": "10%"}


@pytest.fixture
def on_disk(monkeypatch) -> list[str]:
    """The files that Django begins to write."""
    written = []
    monkeypatch.setattr(
        "django.core.files.uploadhandler.TemporaryUploadedFile.__init__",
        lambda *args, **options: written.append(args[1]) or 1 / 0,
    )
    return written


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/sign-in", "/sign-out", "/nowhere", "/admin/", ADD])
def test_of_nobody_no_page_takes_a_long_form(path, on_disk):
    answer = Client().post(path, roster(LONG))

    assert (answer.status_code, on_disk) == (413, [])
    assert "larger than this page takes, which is 2.6 MB. Nothing was saved." in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/v1/auth/sso/logout", "/v1/nowhere"])
def test_of_nobody_the_api_takes_none_that_it_would_read_for_a_token(path, on_disk):
    answer = Client().post(path, roster(LONG))

    assert (answer.status_code, on_disk) == (422, [])
    assert answer.json()["details"] == {
        "errors": [{"field": "", "message": "The request is too large."}]
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status"),
    [("/v1/auth/login", 422), ("/v1/users/me/change-password", 401), ("/v1/ingest/x", 422)],
)
def test_of_nobody_the_api_reads_no_form_at_all(path, status, on_disk):
    answer = Client().post(path, roster(LONG))

    assert (answer.status_code, on_disk) == (status, [])


@pytest.mark.django_db
def test_of_those_who_may_not_import_the_page_takes_none(tenant, on_disk):
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])
    operator = OperatorClient(UserFactory(tenant=tenant, role=role))

    assert operator.post(ADD, roster(LONG)).status_code == 413
    assert on_disk == []


@pytest.mark.django_db
def test_no_other_page_takes_one_of_those_who_may(admin, on_disk):
    operator = OperatorClient(admin)
    other = reverse("admin:students_rosterimport_changelist")

    assert operator.post(other, roster(LONG)).status_code == 413
    assert on_disk == []


@pytest.mark.django_db
def test_a_roster_is_taken_of_whom_it_is_for(admin):
    answer = OperatorClient(admin).post(ADD, roster(LONG))

    # Read, and found to be no roster.
    assert answer.status_code == 200
    assert "a.csv, line 1 is longer than 1 MiB." in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "flags", [None, ["USER_MANAGEMENT.can_view", "USER_MANAGEMENT.can_create"]]
)
def test_the_api_reads_no_roster_of_those_who_may_not_import(tenant, on_disk, flags):
    caller = Client()
    if flags:
        role = RoleFactory(tenant=tenant, permissions=flags)
        caller = ApiClient(UserFactory(tenant=tenant, role=role))
    form = encode_multipart(BOUNDARY, {"file": SimpleUploadedFile("a.csv", b"x" * LONG)})

    answer = caller.generic("POST", "/v1/console/roster-imports", form, MULTIPART_CONTENT)

    assert (answer.status_code, on_disk) == (403 if flags else 401, [])


@pytest.mark.django_db
def test_not_even_of_them_without_an_end(admin, settings):
    answer = OperatorClient(admin).generic(
        "POST", ADD, b"", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH="140000000"
    )

    assert answer.status_code == 413
    assert "136.8 MB" in answer.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.system
def test_a_long_form_is_refused_before_it_is_read(tenant, tmp_path: Path):
    head = (
        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {LONG}\r\n\r\n"
        '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
    )
    with (
        running_server(TMPDIR=str(tmp_path)) as server,
        socket.create_connection((HOST, server.port), PATIENCE) as caller,
    ):
        # No more than its beginning, for which nobody waits.
        caller.sendall(head.encode() + b"x" * 100_000)

        assert caller.recv(100).startswith(b"HTTP/1.1 413 ")
        assert list(tmp_path.iterdir()) == []
