"""A student who becomes staff and a student again, and a wrong address, in a real browser (§16)."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from accounts.models import User
from accounts.services.roles import default_flags
from tests import legibility
from tests.admin.test_journeys import enter, heading, menu, press, search
from tests.factories import RoleFactory, UserFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1366, "height": 768}


def legible(page: Page) -> None:
    """Require that the page fits on a phone, and that everybody can use it."""
    page.set_viewport_size(PHONE)
    assert legibility.width(page) == PHONE["width"]
    assert Axe().run(page).response["violations"] == []
    page.set_viewport_size(DESK)


@pytest.fixture
def chidi(university) -> User:
    RoleFactory(tenant=university, name="Tutor", permissions=default_flags("FACULTY"))
    return User.objects.get(email="chidi@state.edu")


def test_a_student_becomes_staff_and_comes_back(step, live_server, university, chidi):
    enter(step, live_server, UserFactory(tenant=university))

    def find(page: Page) -> None:
        menu(page, "Students")
        search(page, "chidi")
        page.get_by_role("link", name="Chidi Ade").click()
        heading(page, "Chidi Ade")

    def make_staff(page: Page) -> None:
        page.goto(f"{live_server.url}/admin/accounts/user/{chidi.pk}/change/")
        page.get_by_label("Job title").fill("Dr")
        page.get_by_label("Role").select_option("Tutor")
        press(page, "Save")
        expect(page.get_by_text("They vanish from the students’ list")).to_be_visible()
        legible(page)

    def think_again(page: Page) -> None:
        page.go_back()
        expect(page.get_by_label("Job title")).to_have_value("Dr")
        expect(page.get_by_label("Role")).to_contain_text("Tutor")
        press(page, "Save")

    def confirm(page: Page) -> None:
        press(page, "Give the role")
        heading(page, "Users")
        expect(page.locator("#result_list")).to_contain_text("Chidi Ade")

    def bring_back(page: Page) -> None:
        page.goto(f"{live_server.url}/admin/accounts/user/{chidi.pk}/change/")
        press(page, "Account")
        press(page, "Return to students", "link")
        expect(page).to_have_url(re.compile("/return_to_students/$"))
        legible(page)
        press(page, "Return to students")
        expect(page.get_by_text("is a student again.")).to_be_visible()

    step(find)
    step(make_staff)
    chidi.refresh_from_db()
    assert (chidi.title, chidi.role.name) == (None, "Student")
    step(think_again)
    step(confirm)
    chidi.refresh_from_db()
    assert (chidi.title, chidi.role.name) == ("Dr", "Tutor")
    step(bring_back)
    step(find)
    step(lambda page: expect(page.get_by_role("main")).to_contain_text("Fuel Subsidy"))
    chidi.refresh_from_db()
    assert chidi.role.name == "Student"


def test_a_wrong_address_is_put_right(step, live_server, university, chidi):
    enter(step, live_server, UserFactory(tenant=university))

    def open_page(page: Page) -> None:
        page.goto(f"{live_server.url}/admin/students/student/{chidi.pk}/change/")
        press(page, "Account")
        press(page, "Change the e-mail address", "link")
        expect(page.get_by_label("New e-mail address")).to_have_value("chidi@state.edu")
        legible(page)

    def take_anothers(page: Page) -> None:
        page.get_by_label("New e-mail address").fill("BISI@state.edu")
        press(page, "Change")
        expect(page.get_by_text("Another user has this e-mail address")).to_be_visible()
        expect(page.get_by_label("New e-mail address")).to_have_value("BISI@state.edu")
        legible(page)

    def change(page: Page) -> None:
        page.get_by_label("New e-mail address").fill("c.ade@state.edu")
        press(page, "Change")
        expect(page.get_by_text("This is Chidi Ade <c.ade@state.edu> now.")).to_be_visible()

    def find(page: Page) -> None:
        menu(page, "Students")
        search(page, "c.ade@")
        expect(page.locator("#result_list")).to_contain_text("Chidi Ade")

    step(open_page)
    step(take_anothers)
    step(change)
    step(find)
