"""What tests of uploaded rosters share: files, and the way from upload to import by requests."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from students.services.roster import upload_runs
from tests.clients import ApiClient

URL = "/v1/console/roster-imports"
HEADER = "Student Name,Email,Programme,Status\n"
BISI = "Bisi Ade,bisi@example.com,,active"
CHI = "Chi Eze,chi@example.com,,active"


def roster(*rows: str, name: str = "students.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (HEADER + "\n".join(rows)).encode())


def send_form(client: ApiClient, fields: dict, **extra):
    return client.generic(
        "POST", URL, encode_multipart(BOUNDARY, fields), content_type=MULTIPART_CONTENT, **extra
    )


def upload(client: ApiClient, *rows: str, **fields):
    """Upload our own export with these rows."""
    return send_form(client, {"file": roster(*rows)} | fields)


def job_of(client: ApiClient, import_id: str) -> dict:
    answer = client.get(f"{URL}/{import_id}")
    assert answer.status_code == 200, answer.json()
    return answer.json()["data"]


def checked(client: ApiClient, *rows: str, **fields) -> dict:
    """Upload a roster and have it checked; return the job."""
    answer = upload(client, *rows, **fields)
    assert answer.status_code == 202, answer.json()
    job = answer.json()["data"]
    upload_runs.check_upload(job["id"])
    return job_of(client, job["id"])


def confirm(client: ApiClient, job: dict, **body):
    return client.post(f"{URL}/{job['id']}/confirm", {"plan_hash": job["plan_hash"]} | body)


def discard(client: ApiClient, job: dict):
    return client.delete(f"{URL}/{job['id']}")
