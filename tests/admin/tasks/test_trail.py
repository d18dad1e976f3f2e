"""Ask the trail who did what, give a role its rights, and see where one is signed in."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import Role
from programmes.models import CaseStudy
from students.models import Student
from students.services.attempts import grant_attempts, grant_attempts_in_bulk
from tests.admin.tasks.conftest import clicks
from tests.clients import OperatorClient
from tests.factories import AuditEventFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def menu(page: Page, name: str) -> None:
    page.locator("#nav-sidebar-apps").get_by_role("link", name=name, exact=True).click()


@pytest.fixture
def ada(university):
    """A colleague who granted attempts to one student, and to two at once."""
    ada = UserFactory(tenant=university, first_name="Ada", last_name="Obi")
    terms = {
        "actor": ada,
        "tenant": university,
        "case_study_id": CaseStudy.objects.get().pk,
        "amount": 2,
        "reason": "Audio dropped",
    }
    students = Student.objects.order_by("first_name")
    grant_attempts_in_bulk(user_ids=[student.pk for student in students], **terms)
    grant_attempts(user_id=Student.objects.get(email="chidi@state.edu").pk, **terms)
    return ada


def test_what_somebody_did_and_who_granted_a_students_attempts(working, operator, ada):
    yesterday = timezone.now() - timedelta(days=1)
    AuditEventFactory(
        tenant=operator.tenant,
        event_type="programme.created",
        target_type="programme",
        actor_user_id=ada.pk,
        event_time=yesterday,
        metadata={"name": "Nursing", "tenant_id": operator.tenant_id},
    )

    def yesterday_of_ada(page: Page) -> int:
        menu(page, "Audit events")
        page.get_by_role("link", name="Filters").or_(
            page.get_by_role("button", name="Filters")
        ).first.click()
        page.get_by_label("Who did it").fill("ada obi")
        for bound in ("from", "until"):
            page.get_by_label(f"Event time {bound}").fill(f"{yesterday:%Y-%m-%d}")
        page.keyboard.press("Enter")
        expect(page.locator("#result_list tbody tr")).to_have_count(1)
        expect(page.locator("#result_list")).to_contain_text(
            "Ada Obi created the programme Nursing"
        )
        return clicks(page)

    def a_job_and_its_lines(page: Page) -> int:
        menu(page, "Audit events")
        many = page.locator("#result_list tr").filter(has_text="to 2 students")
        expect(many).to_have_count(1)
        many.get_by_role("link", name="Show the 2 lines").click()
        expect(page.locator("#result_list tbody tr")).to_have_count(2)
        expect(page.locator("#result_list")).to_contain_text("to Bisi Ade")
        return clicks(page)

    def who_granted(page: Page) -> int:
        menu(page, "Students")
        expect(page.locator("#result_list")).to_be_visible()
        clicks(page)
        page.get_by_role("link", name="Chidi Ade").click()
        page.get_by_role("link", name="History").click()
        expect(page.get_by_role("main")).to_contain_text(
            "Ada Obi granted 2 attempts at Fuel Subsidy to Chidi Ade"
        )
        return clicks(page)

    step = working(operator)
    assert step(yesterday_of_ada) <= 3
    assert step(a_job_and_its_lines) <= 2
    assert step(who_granted) <= 2


def test_a_role_gets_its_rights_and_other_browsers_are_signed_out(working, operator):
    OperatorClient(operator)  # signed in elsewhere as well

    def role_with_a_matrix(page: Page) -> int:
        menu(page, "Roles")
        page.get_by_role("link", name="Add role").first.click()
        page.get_by_label("Name").fill("Examiner")
        for right in ("view", "edit", "export"):
            page.get_by_role("checkbox", name=f"Student performance: {right}").check()
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator("#result_list")).to_contain_text("Examiner")
        return clicks(page)

    def sign_out_elsewhere(page: Page) -> int:
        page.locator("button[aria-controls=user-links]").first.click()
        page.get_by_role("link", name="Your profile").click()
        expect(page.get_by_role("link", name="Where you are signed in")).to_be_visible()
        clicks(page)
        page.get_by_role("link", name="Where you are signed in").click()
        page.get_by_role("button", name="Sign out everywhere else").click()
        expect(page.get_by_text("You are signed out everywhere else.")).to_be_visible()
        return clicks(page)

    step = working(operator)
    assert step(role_with_a_matrix) <= 8
    assert len(Role.objects.get(name="Examiner").permissions) == 3
    assert step(sign_out_elsewhere) <= 2
