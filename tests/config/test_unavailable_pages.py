"""Pages while the database is away or the disk is full: 503 with a time to come back."""

import resource
import tempfile
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from django.urls import path, reverse

from config.urls import handler500
from students.models import RosterImport
from tests.clients import OperatorClient
from tests.config.refusals import throw

__all__ = ["handler500"]

urlpatterns = [
    path("away", lambda request: throw(OperationalError())),
    path("broken", lambda request: throw(RuntimeError())),
]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("where", "status", "heading"),
    [
        ("/away", 503, "Not available for a moment"),
        ("/broken", 500, "Something went wrong on our side"),
    ],
)
def test_a_page_without_a_database_is_no_fault_of_ours(where, status, heading):
    answer = Client(raise_request_exception=False).get(where)

    assert answer.status_code == status
    assert f"<h1>{heading}</h1>" in answer.content.decode()
    assert answer.headers.get("Retry-After") == ("5" if status == 503 else None)


@contextmanager
def files_of_at_most(size: int):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.django_db
def test_a_roster_for_which_the_disk_has_no_room_is_503_and_leaves_nothing(
    admin, tmp_path, monkeypatch
):
    operator = OperatorClient(admin)
    operator.raise_request_exception = False
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    roster = SimpleUploadedFile("people.csv", b"x" * 4_000_000, content_type="text/csv")

    with files_of_at_most(1_000_000):
        answer = operator.post(reverse("admin:students_rosterimport_add"), {"people": roster})

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "There is no room for the file" in answer.content.decode()
    assert not RosterImport.objects.exists()
    assert list(tmp_path.iterdir()) == []
