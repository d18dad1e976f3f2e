"""Narrow, sort and turn the pages of the list of students; come back to it as it was left."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from students.models import Student
from tests.admin.tasks.conftest import clicks
from tests.admin.test_usable import DESK_BY_DAY, PHONE, PHONE_AT_NIGHT
from tests.factories import ProgrammeFactory, StudentFactory

pytestmark = pytest.mark.django_db(transaction=True)

DESK_AT_NIGHT = DESK_BY_DAY | {"color_scheme": "dark"}
STUDENTS = reverse("admin:students_student_changelist")


@pytest.fixture
def crowd(university):
    """A programme with four hundred students."""
    law = ProgrammeFactory(tenant=university, code="LAW", name="Law")
    StudentFactory.create_batch(400, tenant=university, programmes=[law])


def to_students(page: Page) -> None:
    page.locator("#nav-sidebar-apps").get_by_role("link", name="Students").click()
    expect(page.locator(".data-row").first).to_be_visible()
    clicks(page)


def rows(page: Page):
    return page.locator(".data-row")


def choose(page: Page, label: str, value: str) -> None:
    """Choose from a list that can be searched: one click, the rest is typing."""
    box = page.locator("#filter-form").get_by_label(label, exact=True)
    page.locator(f"#{box.get_attribute('id')} + .select2").click()
    page.keyboard.type(value)
    page.keyboard.press("Enter")


def sort_by_name(page: Page) -> None:
    head = page.get_by_role("columnheader", name="Student", exact=True)
    head.get_by_role("link", name="Student", exact=True).click()
    expect(head).to_have_attribute("aria-sort", "ascending")


def test_students_are_narrowed_sorted_turned_and_exported(working, operator, crowd):
    step = working(operator)

    def narrow(page: Page) -> int:
        to_students(page)
        page.get_by_role("button", name="Filters").click()
        choose(page, "Programme", "LAW")
        choose(page, "Status", "Active")
        page.get_by_role("button", name="Apply Filters").click()
        expect(page.locator(".list-chips li")).to_have_count(3)  # with the way to remove both
        expect(page.get_by_role("button", name="Filters (2)")).to_be_visible()
        return clicks(page)

    def sort(page: Page) -> int:
        sort_by_name(page)
        expect(page.locator(".list-chips li")).to_have_count(3)
        return clicks(page)

    def turn(page: Page) -> int:
        page.get_by_role("link", name="Page 8", exact=True).click()
        page.get_by_role("link", name="Previous").click()
        expect(page.locator(".list-pages [aria-current=page]")).to_have_text("7")
        expect(page.locator(".list-pages")).to_contain_text("301–350 of 400 students")
        return clicks(page)

    def export(page: Page) -> list[tuple[int, str]]:
        found = []
        for kind in ("CSV", "XLSX"):
            with page.expect_download() as begun:
                page.get_by_role("link", name=f"Export {kind}").click()
            assert "programme=LAW" in begun.value.url
            assert "status=active" in begun.value.url
            found.append((clicks(page), begun.value.suggested_filename.rpartition(".")[2]))
        return found

    assert step(narrow) <= 4
    assert step(sort) == 1
    assert step(turn) == 2
    assert step(export) == [(1, "csv"), (1, "xlsx")]


def test_one_comes_back_to_the_list_as_it_was_left(working, operator, crowd):
    step = working(operator)

    def leave(page: Page) -> None:
        page.goto(f"{page.url.partition('/admin')[0]}{STUDENTS}?programme=LAW&o=1&p=3&per_page=25")
        rows(page).first.get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Students")

    def is_back(page: Page) -> None:
        expect(page.get_by_role("link", name="Remove Programme: LAW · Law")).to_be_visible()
        expect(page.locator(".list-pages [aria-current=page]")).to_have_text("3")
        expect(rows(page)).to_have_count(25)

    def come_back(page: Page) -> None:
        page.locator("h1").get_by_role("link", name="Students").click()
        is_back(page)

    def from_further_away(page: Page) -> None:
        rows(page).first.get_by_role("link").click()
        page.get_by_role("link", name="Grant attempts").first.click()
        expect(page.get_by_role("button", name="Preview")).to_be_visible()
        come_back(page)
        page.go_back()
        page.go_back()
        page.go_back()
        is_back(page)

    def by_the_menu(page: Page) -> None:
        to_students(page)
        expect(page.locator(".list-chips")).to_have_count(0)

    for each in (leave, come_back, from_further_away, by_the_menu):
        step(each)


@pytest.mark.parametrize("options", [DESK_BY_DAY, DESK_AT_NIGHT, PHONE_AT_NIGHT])
def test_ticked_rows_can_be_read_by_everybody(visit, operator, options):
    students = Student.objects.count()

    def tick(page: Page) -> list[str]:
        page.goto(f"{STUDENTS}?status=active")
        for box in page.locator("input.action-select").all():
            box.check()
        expect(page.locator("tr.selected")).to_have_count(students)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        return [
            f"{fault['id']}: {node['html']}"
            for fault in found
            if fault["impact"] in {"serious", "critical"}
            for node in fault["nodes"]
        ]

    assert visit(tick, **options) == []


def test_a_row_is_a_card_on_a_phone(visit, operator):
    def measure(page: Page) -> None:
        page.goto(STUDENTS)
        card = rows(page).first
        box = card.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        cells = card.locator("td[data-label='Programmes'], td[data-label='Status']").all()
        upper, lower = (cell.bounding_box() for cell in cells)
        assert lower["y"] >= upper["y"] + upper["height"]
        label = "cell => getComputedStyle(cell, '::before').content"
        assert cells[0].evaluate(label) == '"Programmes"'
        expect(page.get_by_role("row").nth(1).get_by_role("rowheader")).to_be_visible()
        sort_by_name(page)

    visit(measure, viewport=PHONE)
