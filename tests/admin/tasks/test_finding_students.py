"""Find a student, or all students whom a word finds."""

import pytest
from playwright.sync_api import Page, expect

from students.models import AttemptTransaction, Student
from tests.admin.tasks.conftest import clicks
from tests.factories import StudentFactory

pytestmark = pytest.mark.django_db(transaction=True)


def search(page: Page, text: str) -> None:
    page.locator("#nav-sidebar-apps").get_by_role("link", name="Students").click()
    page.locator("#searchbar").fill(text)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("text", ["chid", "chidi@state.edu", "ST/1742"])
def test_a_student_is_found_by(working, operator, text):
    Student.objects.filter(email="chidi@state.edu").update(sis_id="ST/1742")

    def find(page: Page) -> int:
        search(page, text)
        expect(page.locator(".data-row")).to_have_count(1)
        expect(page.locator(".data-row")).to_contain_text("Chidi Ade")
        return clicks(page)

    assert working(operator)(find) <= 1


def test_attempts_are_granted_to_all_that_match(working, operator):
    matching = StudentFactory.create_batch(60, tenant=operator.tenant, last_name="Okafor")
    before = AttemptTransaction.objects.count()

    def grant(page: Page) -> int:
        search(page, "okafor")
        expect(page.locator(".data-row")).to_have_count(50)
        page.locator("#action-toggle").click()
        page.get_by_role("link", name="Select all 60 students").click()
        page.locator("select[name=action]").select_option("grant_many")
        page.get_by_role("button", name="Run").click()
        page.locator("#select2-id_case_study-container").click()
        page.keyboard.type("Fuel")
        page.keyboard.press("Enter")
        page.get_by_label("Reason").fill("Audio dropped")
        page.get_by_role("button", name="Preview").click()
        page.get_by_role("button", name="Grant 1 attempt to 60 students").click()
        expect(page.get_by_role("status")).to_contain_text("granted for 60 students")
        return clicks(page)

    assert working(operator)(grant) <= 8
    assert AttemptTransaction.objects.count() == before + len(matching)
