"""What is typed survives the end of a session, Back, a second tab and a double click (§19)."""

import json

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import BrowserSession
from programmes.models import Programme
from students.models import AttemptTransaction, BulkJob, Student
from tests.admin.tasks.conftest import clicks
from tests.admin.test_journeys import grant, heading, menu, press
from tests.factories import PASSWORD, SuperAdminFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

KEPT = "sessionStorage.getItem('console.kept')"
IS_BACK = "Your session had ended, and nothing was saved. What you typed is back"


def sign_in(page: Page, email: str) -> None:
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")


def test_a_form_is_kept_when_the_session_ends_in_the_middle_of_it(working, university):
    operator = SuperAdminFactory(tenant=university)
    step = working(operator)

    def type_much(page: Page) -> None:
        menu(page, "Case studies")
        page.get_by_role("link", name="Fuel Subsidy", exact=True).click()
        page.get_by_label("Title").fill("Fuel Subsidy II")
        page.get_by_label("Description").fill("Two\nlines")
        page.get_by_role("checkbox", name="MPH · Public Health").check()

    def save_in_vain(page: Page) -> None:
        press(page, "Save")
        expect(
            page.get_by_text("Choose another organisation")
            .or_(page.get_by_label("Your organisation"))
            .first
        ).to_be_visible()
        expect(page.get_by_text("Your session is over. Sign in to go on.")).to_be_visible()
        expect(page.get_by_text("What you typed is kept in this tab")).to_be_visible()
        kept = json.loads(page.evaluate(KEPT))
        assert kept["person"] == operator.pk
        assert kept["values"]["title"] == ["Fuel Subsidy II"]
        assert not {"csrfmiddlewaretoken", "page_tenant"} & set(kept["values"])
        if page.get_by_label("Your organisation").is_visible():
            page.get_by_label("Your organisation").fill(university.slug)
            press(page, "Continue")
        sign_in(page, operator.email)

    def go_on(page: Page) -> None:
        expect(page.get_by_text(IS_BACK)).to_be_visible()
        expect(page.get_by_label("Title")).to_have_value("Fuel Subsidy II")
        expect(page.get_by_label("Description")).to_have_value("Two\nlines")
        expect(page.get_by_role("checkbox", name="MPH · Public Health")).to_be_checked()
        assert page.evaluate(KEPT) is None, "used once, and gone"
        press(page, "Save")
        expect(page.locator("#result_list")).to_contain_text("Fuel Subsidy II")
        assert page.evaluate(KEPT) is None, "what arrived is not kept"

    step(type_much)
    BrowserSession.objects.all().delete()
    step(save_in_vain)
    step(go_on)


def test_what_one_person_typed_is_not_given_to_the_next(working, university):
    step = working(SuperAdminFactory(tenant=university))
    another = UserFactory(tenant=university)

    def type_something(page: Page) -> None:
        menu(page, "Programmes")
        press(page, "Add programme", "link")
        page.get_by_label("Code").fill("LAW")
        page.get_by_label("Name").fill("Law")

    def come_as_another(page: Page) -> None:
        press(page, "Save")
        expect(page.get_by_text("What you typed is kept in this tab")).to_be_visible()
        if page.get_by_label("Your organisation").is_visible():
            page.get_by_label("Your organisation").fill(university.slug)
            press(page, "Continue")
        sign_in(page, another.email)
        expect(page.get_by_label("Name")).to_have_value("")
        page.wait_for_function(f"{KEPT} === null")

    step(type_something)
    BrowserSession.objects.all().delete()
    step(come_as_another)


def test_no_secret_is_kept(working, university, live_server):
    step = working(SuperAdminFactory(tenant=university))

    def type_passwords(page: Page) -> dict:
        page.goto(live_server.url + reverse("admin:accounts_user_password"))
        expect(page.locator("input[type=password]")).to_have_count(3)
        for field in page.locator("input[type=password]").all():
            field.fill("hidden-Passw0rd")
        # As it is sent, but for the sending.
        page.locator("main form").first.evaluate(
            "form => { const field = document.createElement('input'); field.name = 'note';"
            " field.value = 'seen'; form.append(field); form.dispatchEvent("
            "new SubmitEvent('submit', {bubbles: true, cancelable: true})) }"
        )
        return json.loads(page.evaluate(KEPT))

    assert step(type_passwords)["values"] == {"note": ["seen"]}


def test_back_after_a_grant_leads_to_the_student_and_after_many_to_the_list(
    working, operator, university
):
    step = working(operator)
    before = AttemptTransaction.objects.count()
    jobs = BulkJob.objects.filter(dry_run=False).count()

    def give_to_one(page: Page) -> None:
        menu(page, "Students")
        page.get_by_role("link", name="Bisi Ade").click()
        heading(page, "Bisi Ade")
        clicks(page)
        press(page, "Grant attempts", "link")
        grant(page)
        page.get_by_role("button", name="Grant 2 attempts").dblclick()
        expect(page.get_by_text("2 attempts granted for “Fuel Subsidy”")).to_be_visible()

    def back_to_them(page: Page) -> None:
        page.go_back()
        heading(page, "Bisi Ade")
        expect(page.get_by_role("region", name="Profile")).to_be_visible()

    def give_to_all(page: Page) -> None:
        menu(page, "Students")
        page.locator("#action-toggle").check()
        page.locator("select[name=action]").select_option("grant_many")
        press(page, "Run")
        expect(page.get_by_text("Grant attempts to 2 students.")).to_be_visible()
        page.reload()
        expect(page.get_by_text("Grant attempts to 2 students.")).to_be_visible()
        grant(page)
        page.reload()
        page.get_by_role("button", name="Grant 2 attempts to 2 students").dblclick()
        expect(page.get_by_text("Done for 2 of 2 students.")).to_be_visible()
        page.go_back()
        heading(page, "Students")
        expect(page.locator("#result_list")).to_be_visible()

    step(give_to_one)
    student = Student.objects.get(email="bisi@state.edu")
    assert AttemptTransaction.objects.filter(user=student).count() == 1, "pressed twice, once done"
    step(back_to_them)
    step(give_to_all)
    assert AttemptTransaction.objects.count() == before + 3
    assert BulkJob.objects.filter(dry_run=False).count() == jobs + 1


def test_a_form_is_sent_once_however_often_its_button_is_pressed(working, university):
    step = working(SuperAdminFactory(tenant=university))

    def add(page: Page) -> None:
        sent = []
        page.on("request", lambda asked: sent.append(asked) if asked.method == "POST" else None)
        menu(page, "Programmes")
        press(page, "Add programme", "link")
        page.get_by_label("Code").fill("LAW")
        page.get_by_label("Name").fill("Law")
        page.get_by_role("button", name="Save", exact=True).click(click_count=3, delay=5)
        expect(page.locator("#result_list")).to_contain_text("Law")
        assert len(sent) == 1

    def a_mistake_can_be_mended(page: Page) -> None:
        press(page, "Add programme", "link")
        page.get_by_label("Code").fill("not a code")
        page.get_by_label("Name").fill("Dance")
        press(page, "Save")
        expect(page.get_by_label("Name")).to_have_value("Dance")
        page.get_by_label("Code").fill("DANCE")
        press(page, "Save")
        expect(page.locator("#result_list")).to_contain_text("Dance")
        # The page with the mistake was the answer to a form, which is not sent again.
        page.go_back()
        expect(page.get_by_label("Code")).to_be_visible()
        page.reload()
        expect(page.get_by_label("Code")).to_be_visible()

    step(add)
    step(a_mistake_can_be_mended)
    assert Programme.objects.filter(name__in=["Law", "Dance"]).count() == 2


def test_two_tabs_on_one_row_do_not_overwrite_each_other(working, university):
    step = working(SuperAdminFactory(tenant=university, first_name="Ada", last_name="Obi"))

    def open_twice(page: Page) -> None:
        menu(page, "Programmes")
        page.get_by_role("link", name="MPH").click()
        second = page.context.new_page()
        second.goto(page.url)
        second.get_by_label("Name").fill("Theirs")
        press(second, "Save")
        expect(second.locator("#result_list")).to_contain_text("Theirs")
        second.close()
        page.get_by_label("Name").fill("Mine")
        press(page, "Save")
        expect(page.get_by_text("Ada Obi changed this on")).to_be_visible()
        expect(page.get_by_text("you entered “Mine”")).to_be_visible()
        expect(page.get_by_label("Name")).to_have_value("Mine")
        press(page, "Save")
        expect(page.locator("#result_list")).to_contain_text("Mine")

    step(open_twice)
