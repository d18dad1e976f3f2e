"""Searches find one address however its domain is written, at every door (contract §16)."""

import csv
from io import StringIO

import pytest

from config.context import within
from config.searching import needles
from students.queries.students import StudentList
from tests.clients import OperatorClient
from tests.factories import (
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
)
from tests.operators import listed, page

pytestmark = pytest.mark.django_db

# As an address is kept now, and as it was kept before the rule for addresses.
KEPT, BEFORE = "ada@xn--mller-kva.example", "eve@Müller.example"
BOTH = [
    *("@müller.example", "MÜLLER.example", "@mu\u0308ller.example", "@ｍüller．example"),
    *("müller.exa", "@Müller", "@müller.", " @MÜLLER.example ,"),
    *("XN--MLLER-KVA.example", "@xn--mller-kva", "xn--mller-kva", "xn--mller-kva."),
]
FOUND = [
    ([KEPT, BEFORE], BOTH),
    ([KEPT], ["ada@müller.example", "ADA@XN--MLLER-KVA.EXAMPLE", "da@müller"]),
    ([BEFORE], ["eve@mu\u0308ller.example", "eve@xn--mller-kva.example"]),
    # Parts of labels, and letters without their marks, have one spelling.
    ([KEPT], ["xn--mller-kv", "@xn--mller-kv", "mller-kva.example"]),
    ([BEFORE], ["@mül", "muller.example"]),
    ([], ["@ü", ".example@müller"]),
]
CASES = [(text, emails) for emails, texts in FOUND for text in texts]


@pytest.fixture
def case_study(tenant):
    """A case study at which both were graded."""
    graded = CaseStudyFactory(tenant=tenant)
    for email in (KEPT, BEFORE):
        student = StudentFactory(tenant=tenant, email=email, first_name=email[:3], last_name="X")
        GradeFactory(session__user=student, session__case_study=graded)
    return graded


def found_in(api, path, text, **more) -> list[str]:
    answer = api.get(path, {"search": text, **more}).json()
    assert answer["total"] == len(answer["data"])
    return sorted(row.get("email") or row["student_email"] for row in answer["data"])


@pytest.mark.parametrize(("text", "emails"), CASES)
def test_students_are_found(api, case_study, text, emails):
    attempts = {"case_study_id": case_study.pk}

    assert found_in(api, "/v1/console/students", text) == emails
    assert found_in(api, "/v1/console/students", text, sort_by="programme") == emails
    assert found_in(api, "/v1/console/attempts", text, **attempts) == emails
    assert found_in(api, "/v1/console/student-performance", text) == emails
    exported = api.get("/v1/console/students/export", {"search": text})
    rows = csv.DictReader(StringIO(b"".join(exported.streaming_content).decode("utf-8-sig")))
    assert sorted(row["Email"] for row in rows) == emails


@pytest.mark.parametrize(("text", "emails"), CASES)
def test_users_are_found(api, tenant, text, emails):
    for email in (KEPT, BEFORE):
        FacultyFactory(tenant=tenant, email=email)

    assert found_in(api, "/v1/console/users", text) == emails


@pytest.mark.parametrize("text", BOTH)
def test_the_admin_finds_them(tenant, case_study, text):
    operator = OperatorClient(SuperAdminFactory(tenant=tenant, first_name="Xq", last_name="Xq"))
    for email in (KEPT, BEFORE):
        FacultyFactory(tenant=tenant, email=f"staff.{email}")

    students = operator.get(page("students_student_changelist"), {"q": text})
    staff = operator.get(page("accounts_user_changelist"), {"q": text})
    sessions = operator.get(page("students_session_changelist"), {"q": text})

    assert [len(listed(answer)) for answer in (students, staff, sessions)] == [2, 2, 2]


@pytest.mark.parametrize("text", ["Müller", "Muller", "Ö.Müller", "J. Ö.Müller"])
def test_names_are_found_as_before(tenant, text):
    """A word is no domain; what could be one is still looked for as it was typed."""
    StudentFactory(tenant=tenant, first_name="J. Ö.Müller", last_name="Müller")
    StudentFactory(tenant=tenant, first_name="Ada", last_name="Obi", email=KEPT)

    found = StudentList.of(tenant.pk).filter(search=text)

    with within(tenant.pk):
        assert [line.display_name for line in found[0:5]] == ["J. Ö.Müller Müller"]


def test_both_spellings_are_found_among_many(tenant, monkeypatch):
    """With more matches than are read at once, the first of the list are looked at one by one."""
    monkeypatch.setattr("students.queries.students.page_ids.FEW", 3)
    for number in range(4):
        for email in (KEPT, BEFORE):
            name = f"{email[:3].title()}{number}"
            StudentFactory(tenant=tenant, first_name=name, last_name="X", email=f"{number}{email}")

    for order in ("name", "programme"):
        found = StudentList.of(tenant.pk).filter(search="@müller.example").order_by(order)
        with within(tenant.pk):
            assert found.count() == 8
            names = [line.display_name for line in found[0:8]]
            assert names == sorted(names)
            assert len(set(names)) == 8


@pytest.mark.parametrize(
    ("text", "looked_for"),
    [
        ("abdul", ["abdul"]),
        ("ada@state.example", ["ada@state.example"]),
        ("MÜLLER.example", ["MÜLLER.example", "xn--mller-kva.example"]),
        ("@xn--mller-kva.", ["@xn--mller-kva.", "@müller."]),
        ("a.ö@b.straße.de", ["a.ö@b.straße.de", "a.ö@b.xn--strae-oqa.de"]),
        ("Obi, Müller.example", ["Obi Müller.example"]),
        (f"@{'ü' * 80}.example", [f"@{'ü' * 80}.example"]),
        ("@xn--.example", ["@xn--.example"]),
        ("@ü", ["@ü"]),
        ("%ü_.x", ["%ü_.x"]),
        ("ada@mül\nler.example", []),
        (" , \u0301", []),
    ],
)
def test_a_text_has_two_spellings_at_most(text, looked_for):
    assert needles(text) == looked_for


@pytest.mark.parametrize("text", ["müller", ".MÜLLER.example", "müller.", "xn--mller-kva"])
def test_universities_are_found_by_a_part_of_their_domain(super_api, text):
    wanted = TenantFactory(domain="cc.xn--mller-kva.example")

    answer = super_api.get("/v1/console/tenants", {"search": text}).json()

    assert [row["id"] for row in answer["data"]] == [wanted.pk]
