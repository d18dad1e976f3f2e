"""Student number and cohort in the admin: list, student's page, details (contract §17)."""

import pytest

from accounts.models import User
from accounts.models.user import SIS_ID_TAKEN
from students.admin.students.filters import MOST_COHORTS
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    UserFactory,
)
from tests.students.admin_pages import messages, rows, text, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


@pytest.fixture
def ada(tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    return StudentFactory(
        tenant=tenant,
        first_name="Ada",
        last_name="Obi",
        email="ada@x.edu",
        sis_id="07/1  a",
        cohort="2026 A",
        programmes=[mba],
    )


def details_of(student: User, **changes: str) -> dict:
    return {
        "first_name": student.first_name,
        "last_name": student.last_name,
        "sis_id": student.sis_id or "",
        "cohort": student.cohort or "",
        "programme_codes": ["MBA"],
    } | changes


# Reading ------------------------------------------------------------------------------------------


def test_list_is_searched_by_number_and_narrowed_by_cohort(operator, tenant, ada):
    StudentFactory(tenant=tenant, first_name="Eve", cohort="2025", sis_id="07/1")
    StudentFactory(first_name="Foreign", cohort="2026 A", sis_id="07/2")
    ours = [
        *({"q": " 07/1  a "}, {"cohort": "2026 A"}, {"cohort": "2026 A", "programme": "MBA"}),
        {"q": "07/1  a", "cohort": "2026 A", "status": "active"},
    ]
    nobody = [
        *({"q": "07/1  A"}, {"q": "7/1"}, {"q": "07/2"}, {"cohort": "2026"}),
        {"q": "07/1", "cohort": "2026 A"},
    ]

    for query in ours:
        (line,) = rows(operator.get(url("student_changelist", **query)))
        assert line.startswith("Ada Obi ada@x.edu 07/1 a Business 2026 A 0 Active")
    for query in nobody:
        assert rows(operator.get(url("student_changelist", **query))) == []


def test_search_box_says_that_it_finds_numbers(operator, ada):
    page = operator.get(url("student_changelist")).content.decode()
    assert "Name, e-mail, student number or id" in page


def test_file_is_of_the_cohort_that_is_shown(operator, tenant, ada):
    StudentFactory(tenant=tenant, cohort="2025", first_name="Eve")
    operator = OperatorClient(UserFactory(tenant=tenant))  # exports too

    page = operator.get(url("student_changelist", cohort="2026 A"))
    query = page.context["cl"].export_queries["csv"]
    file = b"".join(operator.get(f"{url('student_export')}?{query}").streaming_content).decode()

    assert "ada@x.edu" in file
    assert "Eve" not in file


def options(answer) -> list[str]:
    """Return what the filter by cohort offers."""
    (spec,) = [one for one in answer.context["cl"].filter_specs if one.title == "cohort"]
    (choice,) = spec.choices(answer.context["cl"])
    return [value for value, _ in getattr(choice["form"].fields["cohort"], "choices", [])]


def test_filter_offers_the_tenants_cohorts(operator, tenant, ada):
    StudentFactory.create_batch(2, tenant=tenant, cohort="2025")
    StudentFactory(tenant=tenant)
    StudentFactory(tenant=tenant, cohort="Gone", status="DELETED")
    FacultyFactory(tenant=tenant, cohort="Staff")
    StudentFactory(cohort="Foreign")

    assert options(operator.get(url("student_changelist"))) == ["", "2025", "2026 A"]


def test_filter_is_a_text_where_there_are_too_many_to_choose_from(operator, tenant, ada):
    for number in range(MOST_COHORTS - 1):
        StudentFactory(tenant=tenant, cohort=f"C{number:02}")
    assert len(options(operator.get(url("student_changelist")))) == MOST_COHORTS + 1

    StudentFactory(tenant=tenant, first_name="One", cohort="One more")
    answer = operator.get(url("student_changelist", cohort="One more"))

    assert options(answer) == []
    assert 'value="One more"' in answer.content.decode()
    assert len(rows(answer)) == 1


def test_filter_is_left_out_where_nobody_has_a_cohort(operator, tenant):
    StudentFactory(tenant=tenant)
    page = operator.get(url("student_changelist"))
    assert "cohort" not in [one.title for one in page.context["cl"].filter_specs]


def test_page_shows_both(operator, tenant, ada):
    page = text(operator.get(url("student_change", ada.pk)))
    assert "Student number 07/1 a Cohort 2026 A Programmes Business (MBA)" in page


def test_sessions_are_found_by_the_students_number(operator, tenant, ada):
    SessionFactory(user=ada)
    SessionFactory(user=StudentFactory(tenant=tenant, sis_id="07/1"))

    (line,) = rows(operator.get(url("session_changelist", q="07/1  a")))

    assert "ada@x.edu" in line


def test_pages_of_staff_show_neither(operator, tenant):
    staff = FacultyFactory(tenant=tenant, sis_id="S-1", cohort="Class of 1999")
    page = text(operator.get(f"/admin/accounts/user/{staff.pk}/change/"))
    assert "S-1" not in page
    assert "Class of 1999" not in page


# Writing ------------------------------------------------------------------------------------------


def test_both_are_changed_and_taken_away_in_the_details(operator, tenant, ada):
    page = operator.get(url("student_edit", ada.pk)).content.decode()
    assert 'value="07/1  a"' in page
    assert 'value="2026 A"' in page

    changed = details_of(ada, sis_id=" 08/2  b ", cohort=" 2027  B")
    done = operator.post(url("student_edit", ada.pk), changed, follow=True)
    assert messages(done) == ["The details are saved."]
    user = User.objects.get(pk=ada.pk)
    assert (user.sis_id, user.cohort) == ("08/2  b", "2027 B")
    operator.post(url("student_edit", ada.pk), details_of(user, sis_id=" ", cohort=""))
    user.refresh_from_db()
    assert (user.sis_id, user.cohort) == (None, None)

    first, second = AuditEvent.objects.for_tenant(tenant).order_by("event_time")
    assert first.metadata["changes"] == {
        "sis_id": {"before": "07/1  a", "after": "08/2  b"},
        "cohort": {"before": "2026 A", "after": "2027 B"},
    }
    assert second.metadata["changes"] == {
        "sis_id": {"before": "08/2  b", "after": None},
        "cohort": {"before": "2027 B", "after": None},
    }


def test_other_details_leave_both_as_they_are(operator, tenant, ada):
    User.objects.filter(pk=ada.pk).update(cohort="from\u200bbefore")
    ada.refresh_from_db()

    operator.post(url("student_edit", ada.pk), details_of(ada, last_name="Bo"))

    event = AuditEvent.objects.for_tenant(tenant).get()
    assert list(event.metadata["changes"]) == ["last_name"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sis_id": "S-1"}, SIS_ID_TAKEN),
        ({"sis_id": "a\u200bb"}, "Take out the character at position 2"),
        ({"sis_id": "a\tb"}, "Take out the tab at position 2."),
        ({"sis_id": "2.02601E+11"}, "a number that a spreadsheet has rounded"),
        ({"sis_id": "x" * 256}, "at most 255 characters"),
        ({"cohort": "x" * 101}, "at most 100 characters"),
        ({"cohort": "a\u202eb"}, "Take out the character at position 2"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_stays_in_the_form(operator, tenant, ada, changes, said):
    StudentFactory(tenant=tenant, sis_id="S-1")

    answer = operator.post(url("student_edit", ada.pk), details_of(ada, last_name="Bo", **changes))

    assert str(said) in text(answer)
    assert 'value="Bo"' in answer.content.decode()
    user = User.objects.get(pk=ada.pk)
    assert (user.sis_id, user.cohort, user.last_name) == ("07/1  a", "2026 A", "Obi")


def test_who_may_only_look_sees_both_and_changes_neither(tenant, ada):
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])
    viewer = OperatorClient(UserFactory(tenant=tenant, role=role))

    assert "07/1 a" in text(viewer.get(url("student_change", ada.pk)))
    assert viewer.post(url("student_edit", ada.pk), details_of(ada, sis_id="x")).status_code == 403
    assert User.objects.get(pk=ada.pk).sis_id == "07/1  a"
