"""A roster with bad rows, corrected and imported; and another number of attempts per student."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from tenants.models import TenantAIConfig
from tests.admin.tasks.conftest import clicks
from tests.admin.test_journeys import menu, press
from tests.factories import SuperAdminFactory, UserFactory
from tests.mail import work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.pooled, pytest.mark.drill]

HEADER = "Student Name,Email,Programme,Status\n"
GOOD = "Dayo Bello,dayo@state.edu,Public Health,active\n"
BAD = "Eke Bello,eke,Public Health,active\n"


def choose(page: Page, content: str) -> None:
    file = {"name": "students.csv", "mimeType": "text/csv", "buffer": (HEADER + content).encode()}
    page.locator("input[name=people]").set_input_files(file)


def test_a_roster_with_bad_rows_is_corrected_and_imported(working, university):
    step = working(UserFactory(tenant=university))

    def upload(page: Page) -> None:
        menu(page, "Roster imports")
        press(page, "Add roster import", "link")
        expect(page.get_by_role("link", name="canvas-users.csv")).to_be_visible()
        choose(page, GOOD + BAD)
        page.locator("input[name=max_change]").fill("100%")
        press(page, "Save")
        expect(page.get_by_text("This page follows by itself.")).to_be_visible()

    def correct(page: Page) -> None:
        expect(page.get_by_role("region", name="Bad rows")).to_contain_text(
            "is not an e-mail address"
        )
        clicks(page)
        page.locator("#next-steps").get_by_role("link", name="Upload the corrected file").click()
        expect(page.locator("input[name=max_change]")).to_have_value("100%")
        choose(page, GOOD + BAD.replace(",eke,", ",eke@state.edu,"))
        press(page, "Save")
        expect(page.get_by_text("This page follows by itself.")).to_be_visible()

    def confirm(page: Page) -> int:
        page.locator("#next-steps").get_by_role("link", name="Import", exact=True).click()
        press(page, "Import")
        expect(page.get_by_text("is being imported.", exact=False).first).to_be_visible()
        return clicks(page)

    def upload_the_same_again(page: Page) -> None:
        expect(page.get_by_text("students.csv was imported.")).to_be_visible()
        menu(page, "Roster imports")
        press(page, "Add roster import", "link")
        choose(page, GOOD)
        press(page, "Save")
        expect(page.get_by_text("This page follows by itself.")).to_be_visible()

    def nothing_to_do(page: Page) -> None:
        card = page.locator("dl > div").filter(has_text="As they are")
        expect(card).to_contain_text("1")

    step(upload)
    work()
    step(correct)
    work()
    assert step(confirm) <= 4
    work()
    assert User.objects.filter(email__in=["dayo@state.edu", "eke@state.edu"]).count() == 2
    step(upload_the_same_again)
    work()
    step(nothing_to_do)


def test_the_effect_of_other_attempts_is_seen_before_they_are_changed(working, university):
    step = working(SuperAdminFactory(tenant=university))

    def change(page: Page) -> int:
        menu(page, "Universities")
        page.get_by_role("link", name="State University", exact=True).click()
        clicks(page)
        press(page, "Settings")
        press(page, "AI settings", "link")
        page.get_by_label("Attempts per student and case study").fill("5")
        press(page, "Save")
        expect(page.get_by_text("5 in place of 3.")).to_be_visible()
        expect(page.get_by_text("Every student gets 2 attempts more")).to_be_visible()
        press(page, "Save, and change the attempts")
        expect(page.get_by_text("The AI settings of State University are saved.")).to_be_visible()
        return clicks(page)

    assert step(change) <= 4
    assert TenantAIConfig.objects.get().max_sessions_per_student == 5
