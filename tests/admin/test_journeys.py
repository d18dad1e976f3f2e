"""What operators do all day, in a real browser from the sign-in to the sign-out."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Invitation, Role, User
from students.models import AttemptTransaction, RosterImport
from tests.clients import OperatorClient
from tests.factories import (
    PASSWORD,
    FacultyFactory,
    RoleFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.mail import work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.pooled]


def menu(page: Page, entry: str) -> None:
    page.locator("#nav-sidebar-apps").get_by_role("link", name=entry).click()
    page.wait_for_load_state()


def press(page: Page, name: str, role: str = "button") -> None:
    page.get_by_role(role, name=name, exact=True).click()
    page.wait_for_load_state()


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(text)


def search(page: Page, words: str) -> None:
    page.locator("#searchbar").fill(words)
    page.keyboard.press("Enter")


def enter(step, live_server, operator: User) -> None:
    """Begin a journey signed in, at the dashboard."""
    cookie = OperatorClient(operator).cookies["sessionid"].value
    session = {"name": "sessionid", "value": cookie, "url": live_server.url}

    def start(page: Page) -> None:
        page.context.add_cookies([session])
        page.goto(f"{live_server.url}/admin/")

    step(start)


def grant(page: Page) -> None:
    """Fill the form in that grants two attempts, and look at what they would do."""
    page.locator("#select2-id_case_study-container").click()
    page.get_by_role("option", name="Fuel Subsidy").click()
    page.get_by_label("Number of attempts").fill("2")
    page.get_by_label("Reason").fill("Audio dropped")
    press(page, "Preview")


def test_a_student_is_found_and_given_attempts(step, live_server, university):
    admin = UserFactory(tenant=university, first_name="Ada", last_name="Obi", email="a@state.edu")

    def sign_in(page: Page) -> None:
        page.goto(f"{live_server.url}/admin/")
        page.get_by_label("Your organisation").fill("state")
        press(page, "Continue")
        page.get_by_label("E-mail address").fill(admin.email)
        page.get_by_label("Password").fill(PASSWORD)
        press(page, "Sign in")
        heading(page, "Dashboard")
        expect(page.locator("#nav-sidebar")).to_contain_text("State University")

    def find(page: Page) -> None:
        menu(page, "Students")
        heading(page, "Students")
        expect(page.locator(".data-row")).to_have_count(2)
        search(page, "chidi")
        expect(page.locator(".data-row")).to_have_count(1)
        search(page, "ade")
        expect(page.locator(".data-row")).to_have_count(2)
        press(page, "Filters")
        page.locator("#changelist-filter select[name=status]").select_option("inactive")
        press(page, "Apply Filters")
        expect(page.get_by_role("heading", name="Nothing matches")).to_be_visible()
        page.go_back()
        page.get_by_role("link", name="Chidi Ade").click()
        expect(page.get_by_role("region", name="Profile")).to_contain_text("chidi@state.edu")
        expect(page.get_by_role("region", name="Fuel Subsidy").first).to_contain_text("75.0")

    def give(page: Page) -> None:
        press(page, "Grant attempts", "link")
        grant(page)
        expect(page.get_by_role("row", name="Remaining")).to_contain_text("4")
        press(page, "Grant 2 attempts")
        expect(
            page.get_by_text("2 attempts granted for “Fuel Subsidy”: 4 of 5 remaining.")
        ).to_be_visible()
        press(page, "Transactions of this student", "link")
        heading(page, "Transactions")
        expect(page.locator(".data-row")).to_have_count(1)
        expect(page.locator(".data-row")).to_contain_text("Audio dropped")

    def give_many(page: Page) -> None:
        menu(page, "Students")
        page.locator("#action-toggle").check()
        page.locator("select[name=action]").select_option("grant_many")
        press(page, "Run")
        grant(page)
        expect(page.get_by_text("This can be done for 2 of 2 students.")).to_be_visible()

    def leave(page: Page) -> None:
        page.locator("#nav-sidebar").get_by_role("button", name="Ada Obi").click()
        press(page, "Sign out", "link")
        press(page, "Sign out")
        expect(page.get_by_role("heading", level=1)).to_have_text("You are signed out")

    for act in (sign_in, find, give, give_many, leave):
        step(act)

    assert AttemptTransaction.objects.count() == 1


def test_people_are_invited_and_given_rights(step, live_server, university):
    role = RoleFactory(tenant=university, name="Tutor", permissions=["PROGRAMMES.can_view"])
    enter(step, live_server, SuperAdminFactory(tenant=university))

    def invite(page: Page) -> None:
        menu(page, "Users")
        press(page, "Invite a user", "link")
        page.get_by_label("E-mail address").fill("new@state.edu")
        page.get_by_label("First name").fill("Nneka")
        page.get_by_label("Last name").fill("Eze")
        page.get_by_label("Role").select_option("Tutor")
        press(page, "Save")
        expect(page.get_by_text("is invited. The mail is on its way.")).to_be_visible()

    def change_rights(page: Page) -> None:
        menu(page, "Roles")
        page.get_by_role("link", name="Tutor").click()
        page.get_by_role("checkbox", name="Programmes: edit").check()
        press(page, "Save")
        expect(page.locator("#result_list")).to_be_visible()

    step(invite)
    step(change_rights)

    assert Invitation.objects.get().user.email == "new@state.edu"
    granted = Role.objects.get(pk=role.pk).permissions
    assert granted == ["PROGRAMMES.can_view", "PROGRAMMES.can_edit"]


def test_a_roster_is_uploaded_looked_at_and_imported(step, live_server, university):
    enter(step, live_server, UserFactory(tenant=university))
    roster = "Student Name,Email,Programme,Status\nDayo Bello,dayo@state.edu,Public Health,active\n"

    def upload(page: Page) -> None:
        menu(page, "Roster imports")
        press(page, "Add roster import", "link")
        file = {"name": "students.csv", "mimeType": "text/csv", "buffer": roster.encode()}
        page.locator("input[name=people]").set_input_files(file)
        page.locator("input[name=max_change]").fill("100%")
        press(page, "Save")
        expect(page.get_by_text("This page follows by itself.")).to_be_visible()

    def confirm(page: Page) -> None:
        page.reload()
        expect(page.get_by_text("+ dayo@state.edu (line 2)")).to_be_visible()
        press(page, "Import", "link")
        press(page, "Import")
        expect(page.get_by_text("students.csv is being imported.", exact=True)).to_be_visible()

    def see(page: Page) -> None:
        page.reload()
        expect(page.get_by_text("students.csv was imported.")).to_be_visible()

    step(upload)
    work()
    step(confirm)
    work()
    step(see)

    assert RosterImport.objects.get().state == "imported"
    assert User.objects.get(email="dayo@state.edu").tenant == university


def test_a_super_admin_works_in_another_tenant(step, live_server, university):
    home = TenantFactory(name="Head Office")
    FacultyFactory(tenant=university, first_name="Femi", email="femi@state.edu")
    enter(step, live_server, SuperAdminFactory(tenant=home))

    def change_over(page: Page) -> None:
        menu(page, "Universities")
        page.get_by_role("link", name="State University").click()
        press(page, "Settings")
        expect(page.get_by_role("link", name="Branding")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("link", name="Branding")).to_be_hidden()
        press(page, "Work in this university", "link")
        heading(page, "Dashboard")
        expect(page.get_by_text("Working in State University", exact=True)).to_be_visible()
        menu(page, "Users")
        expect(page.get_by_text("Working in State University", exact=True)).to_be_visible()
        expect(page.locator(".data-row")).to_contain_text("femi@state.edu")

    step(change_over)
