"""Find a student, and whatever there is to read about them."""

import pytest
from playwright.sync_api import Page, expect

from tests.admin.tasks.conftest import clicks

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_student_is_found_by_a_part_of_their_name(working, operator):
    def find(page: Page) -> int:
        page.locator("#nav-sidebar-apps").get_by_role("link", name="Students").click()
        page.locator("#searchbar").fill("chid")
        page.keyboard.press("Enter")
        expect(page.locator(".data-row")).to_have_count(1)
        expect(page.locator(".data-row")).to_contain_text("Chidi Ade")
        return clicks(page)

    assert working(operator)(find) <= 1
