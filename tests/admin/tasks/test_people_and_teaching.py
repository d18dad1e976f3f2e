"""Look after a colleague's account, and keep programmes and case studies."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from programmes.models import CaseStudy, Programme
from tests.admin.tasks.conftest import clicks
from tests.factories import SystemRoleFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def open_user(page: Page, name: str) -> None:
    """Search for somebody by keyboard alone, and open their page."""
    page.keyboard.press("Control+k")
    page.keyboard.type(name)
    expect(page.get_by_role("dialog").get_by_role("link", name=name)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def test_a_colleague_is_reactivated_given_another_role_and_a_new_address(working, operator):
    faculty = SystemRoleFactory(tenant=operator.tenant, legacy_role="FACULTY")
    SystemRoleFactory(tenant=operator.tenant, legacy_role="ADMIN")
    UserFactory(
        tenant=operator.tenant,
        role=faculty,
        email="ngozi@state.edu",
        first_name="Ngozi",
        last_name="Eze",
        status="INACTIVE",
    )

    def reactivate(page: Page) -> int:
        open_user(page, "Ngozi Eze")
        page.get_by_role("link", name="Activate").click()
        page.get_by_role("main").get_by_role("button", name="Activate").click()
        expect(page.get_by_role("status").first).to_contain_text("active")
        return clicks(page)

    def change_role(page: Page) -> int:
        page.get_by_label("Role").select_option(label="Admin")
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_role("main").get_by_role("button").last.click()
        expect(page.get_by_role("status").first).to_contain_text("changed")
        return clicks(page)

    def change_address(page: Page) -> int:
        open_user(page, "Ngozi Eze")
        page.get_by_role("button", name="Account").click()
        page.get_by_role("link", name="Change the e-mail address").click()
        page.get_by_label("E-mail address").fill("n.eze@state.edu")
        page.get_by_role("main").get_by_role("button", name="Change").click()
        expect(page.get_by_role("status").first).to_contain_text("n.eze@state.edu")
        return clicks(page)

    step = working(operator)
    assert step(reactivate) <= 3
    assert step(change_role) <= 3
    assert step(change_address) <= 3
    ngozi = User.objects.get(email="n.eze@state.edu")
    assert (ngozi.status, ngozi.role.name) == ("ACTIVE", "Admin")


def test_a_programme_and_a_case_study_are_added_and_the_code_is_changed(working, operator):
    menu = "#nav-sidebar-apps"

    def add_programme(page: Page) -> int:
        page.locator(menu).get_by_role("link", name="Programmes").click()
        page.get_by_role("link", name="Add programme").click()
        page.get_by_label("Code").fill("LLM")
        page.get_by_label("Name").fill("Master of Laws")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("status").first).to_contain_text("LLM")
        return clicks(page)

    def add_case_study(page: Page) -> int:
        page.locator(menu).get_by_role("link", name="Case studies").click()
        page.get_by_role("link", name="Add case study").click()
        page.get_by_label("Title").fill("Arbitration under Time Pressure")
        page.get_by_label("LLM").check()
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("status").first).to_contain_text("Arbitration")
        return clicks(page)

    def rename_code(page: Page) -> int:
        page.locator(menu).get_by_role("link", name="Programmes").click()
        page.get_by_role("link", name="LLM", exact=True).click()
        page.get_by_label("Code").fill("LAW")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("status").first).to_contain_text("LAW")
        return clicks(page)

    step = working(operator)
    assert step(add_programme) <= 5
    assert step(add_case_study) <= 5
    assert step(rename_code) <= 5
    assert Programme.objects.get(code="LAW").name == "Master of Laws"
    case_study = CaseStudy.objects.get(title="Arbitration under Time Pressure")
    assert case_study.programme_codes == ["LAW"]
