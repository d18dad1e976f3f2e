"""The memory of a web process while rosters are uploaded, and their bytes in the database."""

import hashlib
import re
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from accounts.models import LegacyRole
from students.models import RosterImport
from tests.clients import ApiClient
from tests.factories import SystemRoleFactory
from tests.servers import running_server, serve

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

MIB = 1 << 20
SIZE = 24 * MIB
UPLOADS = 4
# The tests' own database engine keeps all statements that it saw.
AS_IN_PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.local",
    "SECRET_KEY": settings.SECRET_KEY,
    "PUBLIC_URL": settings.PUBLIC_URL,
}

# Of the size of one file; measured were 3 MiB.
MOST = 1


@pytest.fixture
def roster() -> bytes:
    line = "Ada Eze,student{:07}@x.edu,,active\n"
    head = "Student Name,Email,Programme,Status\n"
    lines = (line.format(number) for number in range(SIZE // len(line.format(0))))
    return (head + "".join(lines)).encode()


def highest(worker: psutil.Process) -> int:
    """Return the most memory in bytes that a process ever had since ``forget``."""
    text = Path(f"/proc/{worker.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", text)[1]) * 1024


def forget(worker: psutil.Process) -> None:
    Path(f"/proc/{worker.pid}/clear_refs").write_text("5")  # the kernel's number for VmHWM


def test_uploads_cost_a_web_process_less_than_one_of_them_and_stay_whole(admin, tenant, roster):
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
    form = encode_multipart(BOUNDARY, {"file": SimpleUploadedFile("people.csv", roster)})
    token = ApiClient(admin).tokens.access_token
    headers = {"Content-Type": MULTIPART_CONTENT, "Authorization": f"Bearer {token}"}
    with (
        running_server(serve, WEB_WORKERS="1", **AS_IN_PRODUCTION) as server,
        closing(server.connect()) as caller,
    ):

        def upload(body: bytes) -> None:
            caller.request("POST", "/v1/console/roster-imports", body, headers)
            answer = caller.getresponse()
            answer.read()
            assert answer.status == 202

        small = SimpleUploadedFile("few.csv", roster[:5000])
        upload(encode_multipart(BOUNDARY, {"file": small}))  # whatever is loaded once
        (worker,) = server.process.children()
        before = worker.memory_info().rss
        forget(worker)
        for _ in range(UPLOADS):
            upload(form)
        grown = highest(worker) - before

    rows = RosterImport.objects.filter(file_name="people.csv")
    assert len(rows) == UPLOADS
    assert {hashlib.sha256(row.people_content).digest() for row in rows} == {
        hashlib.sha256(roster).digest()
    }
    assert grown < MOST * SIZE
