"""Every main page for everybody: by day and night, on a phone, by keyboard, with a reader."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from programmes.models import CaseStudy, Programme
from students.models import AttemptTransaction, BulkJob, RosterImport, Session, Student
from tenants.models import AuditEvent
from tests import legibility
from tests.admin.conftest import listen
from tests.contract.pages import MODELS
from tests.factories import InvitationFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]

PHONE = {"width": 390, "height": 844}
DESK_BY_DAY = {"color_scheme": "light", "viewport": {"width": 1440, "height": 900}}
PHONE_AT_NIGHT = {"color_scheme": "dark", "viewport": PHONE}


def pages(operator) -> list[str]:
    """Return the addresses of the main pages."""
    student = Student.objects.get(email="chidi@state.edu").pk
    lists = [f"{model._meta.app_label}_{model._meta.model_name}_changelist" for model in MODELS]
    names = [
        ("index",),
        ("search",),
        *((name,) for name in lists),
        ("accounts_user_add",),
        ("accounts_user_change", operator.pk),
        ("accounts_user_profile",),
        ("accounts_user_sessions",),
        ("accounts_user_signed_in", operator.pk),
        ("accounts_role_change", operator.role_id),
        ("accounts_servicekey_add",),
        ("programmes_programme_change", Programme.objects.first().pk),
        ("programmes_casestudy_change", CaseStudy.objects.get().pk),
        ("programmes_casestudy_attempts", CaseStudy.objects.get().pk),
        ("programmes_casestudy_attempts_grant", CaseStudy.objects.get().pk),
        ("programmes_casestudy_results", CaseStudy.objects.get().pk),
        ("students_bulkjob_change", BulkJob.objects.get().pk),
        ("students_student_change", student),
        ("students_student_history", student),
        ("students_student_grant", student),
        ("students_student_history", student),
        ("accounts_role_history", operator.role_id),
        ("students_student_deactivate", student),
        ("students_session_change", Session.objects.get().pk),
        ("students_attempttransaction_change", AttemptTransaction.objects.get().pk),
        ("students_rosterimport_add",),
        ("students_rosterimport_change", RosterImport.objects.get().pk),
        ("tenants_tenant_change", operator.tenant_id),
        ("tenants_tenant_branding", operator.tenant_id),
        ("tenants_tenant_single_sign_on", operator.tenant_id),
        ("tenants_tenant_ai_settings", operator.tenant_id),
        ("tenants_auditevent_change", AuditEvent.objects.first().pk),
        ("tenants_tenant_soft_delete", operator.tenant_id),
        ("tenants_tenant_switch",),
        ("programmes_programme_delete", Programme.objects.get(code="MBA").pk),
    ]
    return [reverse(f"admin:{name}", args=args) for name, *args in names]


@pytest.mark.parametrize("options", [DESK_BY_DAY, PHONE_AT_NIGHT], ids=["desk", "phone"])
def test_everybody_can_use_every_page(visit, operator, options):
    addresses = pages(operator)

    def look(page: Page) -> list[str]:
        faults = listen(page)
        for address in addresses:
            page.goto(address)
            expect(page.get_by_role("main")).to_be_visible()
            width = legibility.width(page)
            if width > options["viewport"]["width"]:
                faults.append(f"{address} is {width} pixels wide")
            faults += [
                f"{address}: {fault['id']}: {node['html']}"
                for fault in Axe()
                .run(page, options={"resultTypes": ["violations"]})
                .response["violations"]
                if fault["impact"] in {"serious", "critical"}
                for node in fault["nodes"]
            ]
        return faults

    assert visit(look, **options) == []


def test_the_menu_of_a_phone_opens_by_keyboard(visit):
    def journey(page: Page) -> None:
        page.goto("/admin/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.keyboard.press("Tab")
        button = page.get_by_role("button", name="Menu", exact=True)
        expect(button).to_be_focused()
        expect(page.get_by_role("link", name="Students", exact=True)).to_be_hidden()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(page.locator("#nav-sidebar a").first).to_be_focused()
        page.get_by_role("button", name="Close the menu").press("Enter")
        expect(page.get_by_role("link", name="Students", exact=True)).to_be_hidden()

    visit(journey, viewport=PHONE)


def test_ones_account_is_reached_by_keyboard(visit, operator):
    def journey(page: Page) -> None:
        page.goto("/admin/")
        button = page.get_by_role("button", name=operator.get_full_name())
        button.press("Enter")
        dark = page.get_by_role("button", name="Dark")
        dark.press("Enter")
        expect(dark).to_have_attribute("aria-pressed", "true")
        page.keyboard.press("Escape")
        expect(dark).to_be_hidden()
        expect(button).to_be_focused()

    visit(journey, **DESK_BY_DAY)


def test_the_head_of_a_page_with_many_buttons_says_what_it_is_about(visit, operator):
    def width_of_title(page: Page) -> tuple[int, int]:
        page.goto(reverse("admin:tenants_tenant_change", args=[operator.tenant_id]))
        title = page.get_by_role("heading", level=1).get_by_text("State University")
        return title.evaluate("title => [title.clientWidth, title.scrollWidth]")

    shown, needed = visit(width_of_title, **DESK_BY_DAY)

    assert shown == needed


def test_the_head_of_a_person_names_the_university_on_one_line(visit, operator):
    invited = InvitationFactory(tenant=operator.tenant).user

    def height_of_a_line(page: Page) -> tuple[float, float]:
        page.goto(reverse("admin:accounts_user_change", args=[invited.pk]))
        label = page.locator(".tenant-label")
        expect(label).to_have_text("State University")
        return label.evaluate(
            "one => [one.clientHeight, parseFloat(getComputedStyle(one).lineHeight)]"
        )

    height, line = visit(height_of_a_line, viewport={"width": 1366, "height": 768})

    assert height < 2 * line
