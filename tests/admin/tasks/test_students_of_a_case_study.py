"""See who tried a case study and how it went, and give attempts to those who have none left."""

import pytest
from playwright.sync_api import Page, expect

from programmes.models import CaseStudy
from students.models import AttemptTransaction
from tenants.models import TenantAIConfig
from tests.admin.tasks.conftest import clicks
from tests.factories import SessionFactory, StudentFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case_study(university) -> CaseStudy:
    """A case study with one attempt for each of thirty students, of whom three have none left."""
    TenantAIConfig.objects.create(tenant=university, max_sessions_per_student=1)
    case_study = CaseStudy.objects.get()
    students = StudentFactory.create_batch(
        28, tenant=university, programmes=list(case_study.programmes.all())
    )
    for student in students[:3]:
        SessionFactory(user=student, case_study=case_study)
    return case_study


def open_tab(page: Page, title: str) -> None:
    page.locator("#nav-sidebar-apps").get_by_role("link", name="Case studies").click()
    page.get_by_role("link", name=f"{title} Fuel Subsidy").click()
    open_one = page.get_by_role("navigation", name="Parts of this case study")
    expect(open_one.locator("[aria-current=page]")).to_have_text(title)


def grant(page: Page, button: str) -> None:
    page.get_by_label("Reason").fill("Audio dropped")
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("status")).to_contain_text("granted for")


def test_attempts_and_results_of_a_case_study_lead_to_grants(working, operator, case_study):
    def see_attempts(page: Page) -> int:
        open_tab(page, "Attempts")
        expect(page.locator(".data-row")).to_have_count(30)
        return clicks(page)

    def get_results_as_a_file(page: Page) -> int:
        open_tab(page, "Results")
        expect(page.locator(".data-row")).to_have_count(1)
        with page.expect_download() as download:
            page.get_by_role("link", name="Export CSV").click()
        assert "student_performance_state_" in download.value.suggested_filename
        return clicks(page)

    def grant_to_all_who_have_none_left(page: Page) -> int:
        open_tab(page, "Attempts")
        page.get_by_role("link", name="No attempt remaining").click()
        expect(page.locator(".data-row")).to_have_count(3)
        page.get_by_role("link", name="Grant to all 3").click()
        grant(page, "Grant 1 attempt to 3 students")
        return clicks(page)

    def grant_to_thirty_who_are_ticked(page: Page) -> int:
        open_tab(page, "Attempts")
        page.locator("#action-toggle").click()
        page.locator("select[name=action]").select_option("grant_many")
        page.get_by_role("button", name="Run").click()
        grant(page, "Grant 1 attempt to 30 students")
        return clicks(page)

    step = working(operator)

    assert step(see_attempts) <= 2
    assert step(get_results_as_a_file) <= 3
    assert step(grant_to_all_who_have_none_left) <= 6
    # The operator's world has a grant of its own.
    assert AttemptTransaction.objects.count() == 1 + 3
    assert step(grant_to_thirty_who_are_ticked) <= 8
    assert AttemptTransaction.objects.count() == 1 + 3 + 30
