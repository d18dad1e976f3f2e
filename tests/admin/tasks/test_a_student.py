"""Open a student, read what there is about them, change their attempts, give their data out."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from programmes.models import CaseStudy
from students.models import AttemptTransaction, Session, Student
from tests.admin.tasks.conftest import clicks
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    ImportedStudentFactory,
    SessionFactory,
    TranscriptFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)

LAPTOP = {"width": 1366, "height": 768}
# What is wider than its box is cut, or has to be scrolled sideways.
CUT = """
() => [...document.querySelectorAll("h1, h1 *, main, main *:not(input, svg *, .sr-only)")]
    .filter(one => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
    .map(one => one.outerHTML.slice(0, 120))
"""


@pytest.fixture
def chidi(operator) -> Student:
    """A student with a graded attempt that can be read, and some of everything else."""
    student = Student.objects.get(email="chidi@state.edu")
    session = Session.objects.get()
    Session.objects.update(transcript_status="available")
    SessionFactory(
        user=student,
        case_study=session.case_study,
        start_time=session.start_time + timedelta(days=1),
        elapsed_active_time=30,
    )
    message = {"role": "student", "content": "Good morning.", "timestamp": None}
    TranscriptFactory(session=session, messages=[message])
    case_study = CaseStudyFactory(
        tenant=operator.tenant, title="Succession in a family of traders from Kano and Katsina"
    )
    tomorrow = timezone.now() + timedelta(days=1)
    AttemptTransactionFactory(user=student, case_study=case_study, expires_at=tomorrow)
    ImportedStudentFactory(user=student)
    return student


def open_chidi(page: Page) -> None:
    page.locator("#nav-sidebar-apps").get_by_role("link", name="Students").click()
    page.get_by_role("link", name="Chidi Ade").click()
    expect(page.get_by_role("heading", level=2, name="Chidi Ade")).to_be_visible()
    clicks(page)


def test_nothing_of_a_student_is_cut_on_a_small_laptop(working, operator, chidi):
    def look(page: Page) -> list[str]:
        page.set_viewport_size(LAPTOP)
        open_chidi(page)
        expect(page.get_by_text("1 granted attempt expires on")).to_be_visible()
        return page.evaluate(CUT)

    assert working(operator)(look) == []


def test_a_transcript_a_report_and_the_history_are_a_click_away_and_so_is_the_way_back(
    working, operator, chidi
):
    def journey(page: Page) -> None:
        open_chidi(page)
        for name, seen in (
            ("Read transcript of Attempt 1", "Good morning."),
            ("Report on Attempt 1", "75.0"),
        ):
            page.get_by_role("link", name=name).click()
            expect(page.get_by_role("main")).to_contain_text(seen)
            assert clicks(page) == 1
            page.get_by_role("link", name="Back to Chidi Ade").click()
            expect(page.get_by_role("link", name="Report on Attempt 1")).to_be_visible()
            assert clicks(page) == 1
        page.get_by_role("link", name="History").click()
        expect(page.get_by_role("main")).to_contain_text(
            f"{operator.display_name} read a transcript of Chidi Ade at Fuel Subsidy"
        )
        expect(page.get_by_role("main")).to_contain_text("They were added.")
        assert clicks(page) == 1
        page.get_by_role("link", name="Back to Chidi Ade").click()
        expect(page.get_by_role("link", name="History")).to_be_visible()

    working(operator)(journey)


def test_attempts_are_granted_with_a_reason_and_an_end_and_taken_back(working, operator, chidi):
    def grant(page: Page) -> int:
        open_chidi(page)
        page.get_by_role("link", name="Grant attempts at Fuel Subsidy").click()
        page.get_by_label("Number of attempts").fill("2")
        page.get_by_label("Reason").fill("Audio dropped")
        page.locator("[name=expires_at]").fill(f"{timezone.now() + timedelta(days=30):%Y-%m-%d}")
        page.get_by_role("button", name="Preview").click()
        page.get_by_role("button", name="Grant 2 attempts").click()
        expect(page.get_by_text("2 granted attempts expire on")).to_be_visible()
        return clicks(page)

    def revoke(page: Page) -> int:
        page.get_by_role("link", name="Revoke attempts at Fuel Subsidy").click()
        page.get_by_label("Number of attempts").fill("1")
        page.get_by_label("Reason").fill("One was enough")
        page.get_by_role("button", name="Preview").click()
        page.get_by_role("button", name="Revoke 1 attempt").click()
        expect(page.get_by_text("1 granted attempt expires on")).to_have_count(2)
        return clicks(page)

    step = working(operator)
    assert step(grant) <= 7
    assert step(revoke) <= 5
    case_study = CaseStudy.objects.get(title="Fuel Subsidy")
    lines = AttemptTransaction.objects.filter(user=chidi, case_study=case_study)
    assert list(lines.order_by("created_at").values_list("type", "amount"))[-2:] == [
        ("grant", 2),
        ("revoke", 1),
    ]


def test_everything_about_a_student_is_a_file_and_goes_with_their_erasure(working, operator, chidi):
    def give_out(page: Page) -> tuple[str, int]:
        open_chidi(page)
        page.get_by_role("button", name="Account").click()
        with page.expect_download() as given:
            page.get_by_role("link", name="Everything about this person").click()
        return given.value.suggested_filename, clicks(page)

    def erase(page: Page) -> int:
        page.reload()
        page.get_by_role("button", name="Account").click()
        page.get_by_role("link", name="Erase").click()
        page.get_by_label("E-mail address of the student").fill("chidi@state.edu")
        page.get_by_label("Reason").fill("Request 7")
        page.get_by_role("button", name="Erase for ever").click()
        expect(page.get_by_text("The student is erased.")).to_be_visible()
        return clicks(page)

    step = working(operator)
    name, needed = step(give_out)
    assert name.startswith(f"personal_data_{chidi.pk}")
    assert needed <= 3
    assert step(erase) <= 5
    assert not Student.objects.filter(pk=chidi.pk).exists()
