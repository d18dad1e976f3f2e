"""What all lists of the admin have: chips, sizes, pages, names of what is pressed, red buttons."""

import re
from urllib.parse import parse_qs

import pytest
from django.contrib.admin.sites import site
from django.urls import reverse
from lxml import html
from unfold.enums import ActionVariant

from tests.clients import OperatorClient
from tests.contract.pages import MODELS, ROWS
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.round]

STUDENTS = reverse("admin:students_student_changelist")
SESSIONS = reverse("admin:students_session_changelist")


@pytest.fixture
def client(tenant):
    return OperatorClient(SuperAdminFactory(tenant=tenant))


def look(client, address: str, **query):
    """Return the parsed page at an address."""
    answer = client.get(address, query)
    assert answer.status_code == 200, answer
    return html.fromstring(answer.content.decode())


def text(node) -> str:
    return " ".join(node.text_content().split())


def chips(page) -> dict[str, str]:
    """Return the chips of a list, each with the query that its × leads to."""
    found = page.xpath("//ul[@class='list-chips']/li[span]")
    return {text(chip.find("span")): chip.find("a").get("href") for chip in found}


# What a list is narrowed by -------------------------------------------------------------------


def test_each_filter_of_the_students_has_a_chip_that_takes_it_back(client, tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    case_study = CaseStudyFactory(tenant=tenant, title="Fuel Subsidy")
    StudentFactory(tenant=tenant, cohort="2026")
    asked = {
        "q": "ada",
        "programme": mba.code,
        "cohort": "2026",
        "status": "active",
        "exhausted_at": case_study.pk,
        "started": "false",
        "unlimited_sessions": "true",
        "last_seen_at__gte": "2026-01-02",
        "per_page": "25",
    }

    page = look(client, STUDENTS, **asked)

    names = {
        "Search: “ada”": "q",
        "Programme: MBA · Business": "programme",
        "Cohort: 2026": "cohort",
        "Status: Active": "status",
        "No attempt remaining at: Fuel Subsidy": "exhausted_at",
        "Sessions: Never started": "started",
        "Limit of attempts: Unlimited": "unlimited_sessions",
        "Last seen from: 2 Jan 2026": "last_seen_at__gte",
    }
    shown = chips(page)
    assert set(shown) == set(names)
    for chip, name in names.items():
        assert parse_qs(shown[chip].removeprefix("?")) == {
            key: [value] for key, value in asked.items() if key != name
        }
    (button,) = page.xpath("//button[contains(@class, 'filter-open-button')]")
    assert text(button).startswith("Filters (7)")
    assert page.xpath("//ul[@class='list-chips']//a[text()='Remove all']/@href") == ["?"]


def test_filters_of_other_lists_have_chips_too(client, tenant):
    session = SessionFactory(user=StudentFactory(tenant=tenant, first_name="Ada", last_name="Bo"))
    asked = {"status__exact": "active", "case_study__id__exact": session.case_study_id}

    page = look(client, SESSIONS, **asked, user=session.user_id)

    values = {chip.partition(": ")[2] for chip in chips(page)}
    assert values == {"Active", session.case_study.title, "Ada Bo"}


def test_a_list_that_is_not_narrowed_has_no_chips(client):
    page = look(client, STUDENTS)

    assert chips(page) == {}
    (button,) = page.xpath("//button[contains(@class, 'filter-open-button')]")
    assert text(button) == "Filters filter_list"


# The students' own filters --------------------------------------------------------------------


def found(client, **query) -> set[str]:
    page = look(client, STUDENTS, **query)
    return {text(cell).split()[0] for cell in page.xpath("//th[contains(@class, 'field-student')]")}


@pytest.fixture
def three(tenant):
    """A student who has used up everything, one who never started, one whom nothing limits."""
    case_study = CaseStudyFactory(tenant=tenant)
    tired = StudentFactory(tenant=tenant, first_name="Tired")
    SessionFactory.create_batch(3, user=tired, case_study=case_study, elapsed_active_time=60)
    StudentFactory(tenant=tenant, first_name="Never")
    free = StudentFactory(tenant=tenant, first_name="Free", unlimited_sessions=True)
    SessionFactory(user=free, case_study=case_study, elapsed_active_time=60)
    return case_study, tired


def test_students_are_found_by_what_is_left_to_them(client, three):
    case_study, tired = three

    assert found(client, exhausted_at=case_study.pk) == {"Tired"}
    assert found(client, started="false") == {"Never"}
    assert found(client, started="true") == {"Tired", "Free"}
    assert found(client, unlimited_sessions="true") == {"Free"}
    assert found(client, unlimited_sessions="false") == {"Tired", "Never"}
    AttemptTransactionFactory(user=tired, case_study=case_study, amount=1)
    assert found(client, exhausted_at=case_study.pk) == set()


def test_students_are_found_by_id_and_by_last_name_first(client, three, tenant):
    _, tired = three
    StudentFactory(tenant=tenant, first_name="Ada", last_name="Lovelace")

    assert found(client, q=f" {tired.pk.upper()} ") == {"Tired"}
    assert found(client, q="Lovelace, Ada") == {"Ada"}


def test_sessions_and_users_are_found_by_id(client, three, tenant):
    _, tired = three
    user = UserFactory(tenant=tenant)
    UserFactory(tenant=tenant)

    assert len(look(client, SESSIONS, q=tired.pk).xpath("//tr[contains(@class, 'data-row')]")) == 3
    users = look(client, reverse("admin:accounts_user_changelist"), q=user.pk)
    (row,) = users.xpath("//tr[contains(@class, 'data-row')]")
    assert user.email in text(row)


# Pages ----------------------------------------------------------------------------------------


@pytest.fixture
def many(tenant):
    StudentFactory.create_batch(260, tenant=tenant)


def pages(page) -> list[tuple[str, str | None]]:
    """Return what stands among the page numbers, each with the address that it leads to."""
    items = page.xpath("//nav[@aria-label='Pages']//li")
    return [(text(item), next(iter(item.xpath("a/@href")), None)) for item in items]


def test_pages_lead_on_and_back_and_gaps_lead_nowhere(client, many):
    page = look(client, STUDENTS, per_page="25", q="a", p="3")

    shown = dict(pages(page))
    assert parse_qs(shown["Previous"].removeprefix("?"))["p"] == ["2"]
    assert parse_qs(shown["Next"].removeprefix("?")) == {"p": ["4"], "q": ["a"], "per_page": ["25"]}
    assert shown["3"] is None
    assert page.xpath("//nav[@aria-label='Pages']//*[@aria-current='page']/text()") == ["3"]
    assert page.xpath("//nav[@aria-label='Pages']//li[text()='…']/@aria-hidden")
    assert "…" not in {text(link) for link in page.xpath("//a")}
    assert "51–75 of 260 students" in text(page.xpath("//div[@class='list-pages']")[0])


def test_first_and_last_page_lead_no_further(client, many):
    assert "Previous" not in dict(pages(look(client, STUDENTS)))
    assert "Next" not in dict(pages(look(client, STUDENTS, p="6")))


def test_a_page_has_as_many_rows_as_one_asks_for(client, many):
    for size, rows in ((None, 50), ("25", 25), ("50", 50), ("100", 100)):
        query = {"per_page": size} if size else {}

        page = look(client, STUDENTS, **query)

        assert len(page.xpath("//tr[contains(@class, 'data-row')]")) == rows, size
        nav = "//nav[@aria-label='Rows on a page']"
        sizes = page.xpath(f"{nav}//li")
        assert [text(one) for one in sizes] == ["25", "50", "100", "a page"], size
        assert page.xpath(f"{nav}//*[@aria-current]/text()") == [str(rows)], size


def test_other_lists_have_the_sizes_too(client, tenant):
    SessionFactory.create_batch(30, user=StudentFactory(tenant=tenant), status="active")

    page = look(client, SESSIONS, per_page="25", status__exact="active")

    assert len(page.xpath("//tr[contains(@class, 'data-row')]")) == 25
    (larger, _) = page.xpath("//nav[@aria-label='Rows on a page']//a/@href")
    assert parse_qs(larger.removeprefix("?")) == {
        "per_page": ["50"],
        "status__exact": ["active"],
    }


def test_other_sizes_are_left_out_and_the_rest_is_kept(client, many):
    for size in ("0", "7", "1000000", "-25", "x"):
        answer = client.get(STUDENTS, {"per_page": size, "status": "active"}, follow=True)

        assert answer.redirect_chain == [(f"{STUDENTS}?status=active", 302)], size
        assert "does not offer" in answer.content.decode(), size


# For those who hear it ------------------------------------------------------------------------


def test_sorted_columns_and_what_sorts_them_say_so(client, tenant):
    StudentFactory(tenant=tenant)
    heads = look(client, STUDENTS, o="-1").xpath("//table[@id='result_list']/thead//th")

    found = {head.get("aria-label"): head for head in heads}
    assert found["Student"].get("aria-sort") == "descending"
    assert found["Last seen"].get("aria-sort") is None
    labels = found["Student"].xpath(".//a/@aria-label")
    assert labels == ["Sort by Student upwards", "Do not sort by Student"]
    assert [text(link) for link in found["Last seen"].xpath(".//a")] == ["Last seen"]


def test_boxes_are_named_after_what_they_tick(client, tenant):
    StudentFactory(tenant=tenant, first_name="Ada", last_name="Bo", email="ada@x.edu")

    page = look(client, STUDENTS)

    names = page.xpath("//table[@id='result_list']//input[@type='checkbox']/@aria-label")
    assert names == ["Tick all students on this page", "Tick Ada Bo, ada@x.edu"]


def test_cells_say_of_which_column_they_are(client, tenant):
    StudentFactory(tenant=tenant, cohort="<2026>")

    (row,) = look(client, STUDENTS).xpath("//tr[contains(@class, 'data-row')]")

    labels = [cell.get("data-label") for cell in row]
    assert labels[:5] == ["", "Student", "Student number", "Programmes", "Cohort"]
    assert [cell.get("role") for cell in row][:3] == ["cell", "rowheader", "cell"]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_labels_of_cells_begin_as_the_heads_of_their_columns(client, tenant, model):
    ROWS[model](tenant)
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"

    labels = look(client, reverse(name)).xpath("//tr[contains(@class, 'data-row')]/*/@data-label")

    assert any(labels)
    assert [label for label in labels if label[:1].islower()] == []


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("accounts_user", "Invite a user"),
        ("students_student", "Add a student"),
        ("programmes_programme", "Add programme"),
    ],
)
def test_the_button_that_adds_says_what(client, name, label):
    page = look(client, reverse(f"admin:{name}_changelist"))

    (button,) = page.xpath("//a[contains(@class, 'addlink')]")
    assert text(button.xpath("span[last()]")[0]) == label


def test_what_takes_something_away_is_red():
    takes_away = re.compile(r"^(Deactivate|Delete|Discard|Erase|Remove|Revoke)\b")
    methods = {
        method
        for page in site._registry.values()
        for name in dir(type(page))
        if hasattr(method := getattr(type(page), name, None), "variant")
        and takes_away.match(str(getattr(method, "short_description", "")))
    }

    assert len(methods) >= 9
    assert {one.__qualname__ for one in methods if one.variant is not ActionVariant.DANGER} == set()


def test_it_is_red_where_it_is_confirmed(client, tenant):
    student = StudentFactory(tenant=tenant)

    page = look(client, reverse("admin:students_student_deactivate", args=[student.pk]))

    (button,) = page.xpath("//main//form//button[@type='submit']")
    assert "bg-red-600" in button.get("class")


def test_the_texts_of_scripts_are_kept_by_browsers(client):
    answer = client.get(reverse("admin:jsi18n"))

    assert answer.headers["Cache-Control"] == "private, max-age=3600"
