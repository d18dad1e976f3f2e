"""A refused roster is mended without beginning anew (§17, §19)."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import LegacyRole, User
from students.admin.roster import SAMPLES
from students.models import RosterImport
from students.services.roster import upload_runs, uploads
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    ProgrammeFactory,
    RosterImportFactory,
    StudentFactory,
    SystemRoleFactory,
    TenantFactory,
)
from tests.operators import forms, page, parsed, words
from tests.students.admin_pages import messages, text

pytestmark = pytest.mark.django_db

URL = "/v1/console/roster-imports"
ADD = reverse("admin:students_rosterimport_add")
HEADER = "Student Name,Email,Programme,Status\n"
GOOD, BAD = "Bisi Ade,bisi@example.com,,active", "Chidi Ade,chidi,,active"
SAMPLES_AT = settings.BASE_DIR / "config/static/console/samples"


@pytest.fixture
def operator(admin) -> OperatorClient:
    SystemRoleFactory(tenant=admin.tenant, legacy_role=LegacyRole.STUDENT)
    return OperatorClient(admin)


@pytest.fixture
def api(admin, operator) -> ApiClient:
    return ApiClient(admin)


def file(*rows: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("students.csv", (HEADER + "\n".join(rows)).encode())


def upload(operator, *rows: str, **values):
    return operator.post(ADD, {"people": file(*rows), "max_change": "10%"} | values, follow=True)


def check() -> RosterImport:
    upload_runs.check_upload(latest().pk)
    return latest()


def latest() -> RosterImport:
    return RosterImport.objects.latest("pk")


def page_of(operator, row: RosterImport):
    return operator.get(page("students_rosterimport_change", row.pk))


def steps(answer) -> list[str]:
    """The buttons beside the figures, the main one first."""
    return [words(one) for one in parsed(answer).xpath("//*[@id='next-steps']/*")]


def test_bad_rows_are_left_out_of_the_file_that_is_there(operator):
    upload(operator, GOOD, BAD, "Dayo Ade,dayo,,active")
    row = check()
    assert (row.state, row.people_content is None) == ("refused", False)
    shown = page_of(operator, row)
    assert steps(shown) == [
        "Leave the 2 bad rows out",
        "Upload the corrected file",
        "Discard",
    ]
    assert "Bad rows File Line What is wrong students.csv 3 " in text(shown)
    leave_out = page("students_rosterimport_leave_out", row.pk)
    assert "New students 1" in text(operator.get(leave_out))

    told = messages(operator.post(leave_out, follow=True))

    assert told == ["students.csv is checked again, without its bad rows."]
    row = check()
    assert (row.state, row.skip_bad_rows) == ("checked", True)
    assert steps(page_of(operator, row))[0] == "Import"
    assert not User.objects.filter(email="bisi@example.com").exists()


def test_the_corrected_file_takes_the_place_of_the_refused_one(operator, tenant):
    ProgrammeFactory(tenant=tenant, code="MPH")
    upload(operator, GOOD, BAD, programme="MPH", max_change="50%", deactivate_missing="on")
    former = check()
    (link,) = parsed(page_of(operator, former)).xpath("//a[contains(., 'corrected file')]")

    (form,) = forms(operator.get(link.attrib["href"]))
    assert form.values["max_change"] == ["50%"]
    assert form.values["programme"] == ["MPH"]
    assert form.values["deactivate_missing"] == ["on"]
    answer = operator.post_as_it_is(form.url, form.values | {"people": file(GOOD)}, follow=True)

    assert answer.status_code == 200
    former.refresh_from_db()
    assert (former.state, former.people_content) == ("discarded", None)
    new = check()
    assert (new.pk != former.pk, new.state, new.programme) == (True, "checked", "MPH")


def test_a_limit_is_raised_without_another_upload(operator, tenant):
    StudentFactory.create_batch(3, tenant=tenant)
    upload(operator, GOOD)
    row = check()
    assert row.refusal.startswith("Too much would change")
    assert steps(page_of(operator, row))[:2] == ["Upload the corrected file", "Raise the limit"]
    url = page("students_rosterimport_raise_limit", row.pk)

    assert "nor a percentage" in text(operator.post(url, {"max_change": "lots"}))
    assert operator.post(url, {"max_change": "100%"}).status_code == 302

    assert (check().state, latest().max_change) == ("checked", "100%")


def test_what_was_refused_for_good_keeps_no_file_and_offers_no_remedy(operator):
    upload(operator, "Somebody,,,active", deactivate_missing="on", skip_bad_rows="on")
    row = check()

    assert (row.state, row.people_content) == ("refused", None)
    assert row.waits_for_remedy is False
    assert steps(page_of(operator, row)) == ["Upload the corrected file"]
    with pytest.raises(uploads.Conflict, match="This import is refused"):
        uploads.recheck_import(actor=None, row=row, skip_bad_rows=True)


def test_the_api_has_the_same_remedies(api, tenant):
    answer = super(ApiClient, api).post(URL, {"file": file(GOOD, BAD)})
    assert answer.status_code == 202
    row = check()
    url = f"{URL}/{row.pk}"
    details = api.get(url).json()["data"]
    assert (details["status"], details["remedy"]) == ("refused", "skip_bad_rows")
    assert details["finished_at"] is None

    again = api.post(f"{url}/recheck", {"skip_bad_rows": True})

    assert (again.status_code, again.json()["data"]["status"]) == (202, "checking")
    assert check().state == "checked"
    assert api.get(url).json()["data"]["remedy"] is None
    late = api.post(f"{url}/recheck", {"skip_bad_rows": True})
    assert (late.status_code, late.json()["code"]) == (409, "CONFLICT")
    assert api.post(f"{url}/recheck", {"max_change": "lots"}).status_code == 422

    corrected = super(ApiClient, api).post(URL, {"file": file(GOOD), "replaces": row.pk})

    assert corrected.status_code == 202
    assert api.get(url).json()["data"]["status"] == "discarded"


@pytest.mark.parametrize("named", ["0" * 24, "another tenant's"])
def test_nothing_is_uploaded_in_the_place_of_an_unknown_import(named, api):
    foreign = RosterImportFactory(tenant=TenantFactory())
    replaces = named if named.isdecimal() else foreign.pk

    answer = super(ApiClient, api).post(URL, {"file": file(GOOD), "replaces": replaces})

    assert answer.status_code == 404
    assert list(RosterImport.objects.all()) == [foreign]


def test_refused_ones_count_among_those_that_wait_and_can_be_discarded(operator, api, tenant):
    RosterImportFactory.create_batch(uploads.MOST_OPEN, tenant=tenant, state="refused")

    assert "rosters are here already" in text(upload(operator, GOOD))
    assert api.delete(f"{URL}/{latest().pk}").status_code == 200
    assert upload(operator, GOOD).status_code == 200
    assert latest().state == "checking"


def test_every_sample_is_offered_and_is_read_as_what_it_is_called(operator, tenant):
    ProgrammeFactory(tenant=tenant, code="MBA")
    shown = operator.get(ADD)
    links = [Path(link).name for link in parsed(shown).xpath("//a[@download]/@href")]
    assert sorted(links) == sorted(one.name for one in SAMPLES_AT.iterdir())

    for title, names in SAMPLES:
        people, *companions = [
            SimpleUploadedFile(name, (SAMPLES_AT / name).read_bytes()) for name in names
        ]
        values = {"people": people} | ({"companion": companions[0]} if companions else {})
        operator.post(ADD, values | {"max_change": "100%"})
        row = check()
        assert (row.state, row.refusal) == ("checked", ""), title
        assert row.report["counts"]["created"] == 3, title
        assert row.report["counts"]["bad_rows"] == 0, title
        uploads.discard_import(actor=None, row=row)
