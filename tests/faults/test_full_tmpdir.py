"""A roster for which ``TMPDIR`` has no room, at a real server and both doors."""

import os
import subprocess
from contextlib import closing, contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from students.models import RosterImport
from tests.clients import ApiClient, OperatorClient
from tests.servers import HOST, running_server, serve

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

ROOM = 4 << 20
ROSTER = b"Student Name,Email,Programme,Status\n" + b"Ada Eze,ada@x.edu,,active\n" * 300_000


@contextmanager
def small_disk(folder):
    """Give a folder a file system of its own of four MiB, and say so; False where nobody may."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)]
    is_mounted = os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


def limited(port: int) -> list[str]:
    """Return the command of a server whose files may have four MiB, where no disk can be made."""
    return ["prlimit", f"--fsize={ROOM}", *serve(port)]


@pytest.fixture
def full_server(tmp_path):
    with small_disk(tmp_path) as is_mounted:
        command = serve if is_mounted else limited
        with running_server(command, TMPDIR=str(tmp_path), WEB_WORKERS="1") as server:
            yield server


def post(server, path: str, form: dict, headers: dict) -> tuple[int, str | None, str]:
    body = encode_multipart(BOUNDARY, form)
    with closing(server.connect()) as caller:
        caller.request("POST", path, body, {"Content-Type": MULTIPART_CONTENT} | headers)
        answer = caller.getresponse()
        return answer.status, answer.getheader("Retry-After"), answer.read().decode()


def people() -> SimpleUploadedFile:
    return SimpleUploadedFile("people.csv", ROSTER)


def test_both_doors_say_that_there_is_no_room_and_when_to_come_again(
    admin, tenant, full_server, tmp_path
):
    token = ApiClient(admin).tokens.access_token
    by_api = {"Authorization": f"Bearer {token}"}
    api = "/v1/console/roster-imports"
    for _ in range(2):
        status, later, body = post(full_server, api, {"file": people()}, by_api)
        assert (status, later) == (503, "5")
        assert "There is no room for the file" in body

    operator = OperatorClient(admin)
    page = reverse("admin:students_rosterimport_add")
    operator.get(page)
    marks = operator.mark() | {"csrfmiddlewaretoken": operator.cookies["csrftoken"].value}
    cookies = "; ".join(f"{name}={value.value}" for name, value in operator.cookies.items())
    by_page = {"Cookie": cookies, "Origin": f"http://{HOST}:{full_server.port}"}
    status, later, body = post(full_server, page, marks | {"people": people()}, by_page)
    assert (status, later) == (503, "5")
    assert "There is no room for the file" in body

    assert not RosterImport.objects.exists()
    assert not DBTaskResult.objects.exists()
    assert list(tmp_path.iterdir()) == []  # and there is room for the next one
    small = SimpleUploadedFile("few.csv", ROSTER[:3_000_000])
    status, *_ = post(full_server, api, {"file": small}, by_api)
    assert status == 202
