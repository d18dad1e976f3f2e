"""A page of the admin acts in the tenant that it was made for, or not at all: every form there is.

The address says whose a page is, and so does each form of it. Where the two differ, since somebody
else has signed in meanwhile or a form was sent elsewhere, nothing is done.
"""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import LegacyRole
from accounts.services.sign_ins import open_sign_in
from config.ids import new_id
from tenants.current_tenant import PAGE_TENANT
from tenants.models import Tenant
from tests.clients import OperatorClient
from tests.contents import contents
from tests.contract.pages import NOBODY, PAGES, Page
from tests.factories import (
    CaseStudyFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    TenantFactory,
)
from tests.operators import UNMARKED, Form, forms, of_another, turned_away

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

NO_PAGES = {
    *("jsi18n", "search", "students_student_export", "students_student_personal_data"),
    "tenants_auditevent_export",
    *("programmes_casestudy_attempts_export", "programmes_casestudy_results_export"),
}
OPENED = [
    page
    for page in PAGES
    if page.access != NOBODY and page.status == 200 and page.name not in NO_PAGES
]
# All others ask something.
TO_LOOK_AT = {
    "index",
    "students_attempttransaction_change",
    "students_bulkjob_change",
    "students_session_change",
    "students_session_grade",
    "students_session_transcript",
    "students_student_change",
    "tenants_tenant_switch",
}


@pytest.fixture
def other(db) -> Tenant:
    return TenantFactory(name="Other University")


@pytest.fixture
def browser(tenant) -> OperatorClient:
    """A Super Admin's browser: its tabs share the session. They are signed in elsewhere as well."""
    operator = SuperAdminFactory(tenant=tenant)
    open_sign_in(user=operator)
    return OperatorClient(operator)


@pytest.fixture
def refusal(tenant) -> str:
    """What is said of a page of the tenant to whoever works in the other one."""
    return of_another("Other University", tenant.name)


def send(browser: OperatorClient, form: Form):
    return browser.post_as_it_is(form.url, form.values)


@pytest.mark.parametrize("page", OPENED, ids=str)
def test_every_form_says_whose_it_is_and_is_refused_in_another_tenant(
    page: Page, browser, tenant, other, refusal
):
    answer = browser.get(page.url_in(tenant))
    assert tenant.name in answer.content.decode()
    found = forms(answer)
    assert bool(found) != (page.name in TO_LOOK_AT or page.name.endswith("_history"))
    assert [form.values.get(PAGE_TENANT) for form in found] == [[tenant.pk]] * len(found)
    browser.work_in(other)
    before = contents()

    refusals = [turned_away(send(browser, form)) for form in found]

    assert refusals == [refusal] * len(found)
    assert contents() == before


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_address_refuses_what_says_not_whose_it_is_or_is_anothers(
    page: Page, browser, tenant, other, refusal
):
    url = page.url_in(other)
    browser.work_in(other)
    before = contents()

    unmarked = browser.post_as_it_is(url, {"post": "yes"})
    foreign = browser.post_as_it_is(url, {"post": "yes", PAGE_TENANT: tenant.pk})

    assert turned_away(unmarked) == UNMARKED
    assert turned_away(foreign) == refusal
    assert contents() == before


# What is sent so that something happens, besides what the page's form has by itself.
type Asked = Callable[[Tenant], dict]


def invited(tenant: Tenant) -> dict:
    role = SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.FACULTY)
    return {"email": "g@x.example", "first_name": "Grace", "last_name": "Eze", "role": role.pk}


def roster(tenant: Tenant) -> dict:
    content = b"Student Name,Email,Programme,Status\nBisi Ade,bisi@example.com,,active\n"
    return {"people": SimpleUploadedFile("students.csv", content), "max_change": "10%"}


def attempts(tenant: Tenant) -> dict:
    case_study = CaseStudyFactory(tenant=tenant)
    return {"case_study": case_study.pk, "amount": "1", "reason": "Audio", **confirmed(tenant)}


def confirmed(tenant: Tenant) -> dict:
    return {"idempotency_key": new_id()}


def attempts_of_many(tenant: Tenant) -> dict:
    return attempts(tenant) | {"user_ids": [StudentFactory(tenant=tenant).pk]}


def nothing(tenant: Tenant) -> dict:
    return {}


DEEDS: dict[str, Asked] = {
    "accounts_role_add": lambda tenant: {"name": "Tutor"},
    "accounts_role_change": lambda tenant: {"name": "Tutor"},
    "accounts_role_delete": nothing,
    "accounts_servicekey_add": lambda tenant: {"name": "Live service"},
    "accounts_servicekey_revoke": nothing,
    "accounts_user_add": invited,
    "accounts_user_change": lambda tenant: {"first_name": "Grace"},
    "accounts_user_deactivate": nothing,
    "accounts_user_profile": lambda tenant: {"first_name": "Grace"},
    "accounts_user_remove": nothing,
    "accounts_user_resend_invitation": nothing,
    "programmes_casestudy_add": lambda tenant: {"title": "Fuel Subsidy"},
    "programmes_casestudy_deactivate": nothing,
    "programmes_programme_add": lambda tenant: {"code": "MBA", "name": "Business"},
    "programmes_programme_deactivate": nothing,
    "programmes_programme_delete": nothing,
    "students_rosterimport_add": roster,
    "students_rosterimport_confirm": nothing,
    "students_rosterimport_discard": nothing,
    "students_student_deactivate": nothing,
    "students_student_edit": lambda tenant: {"first_name": "Grace"},
    "students_student_grant": attempts,
    "students_student_grant_many": attempts_of_many,
    "students_student_revoke": attempts,
    "students_student_revoke_many": attempts_of_many,
    "tenants_tenant_add": lambda tenant: {"name": "State University", "slug": "state"},
    "tenants_tenant_branding": lambda tenant: {"primary_color": "#1E3A5F"},
    "tenants_tenant_retention": lambda tenant: {"audit_days": "365"},
    # Of the row that was made last, for this page.
    "tenants_tenant_soft_delete": lambda tenant: {"confirm_name": Tenant.objects.latest("pk").name},
}


@pytest.mark.parametrize("name", DEEDS)
def test_what_was_refused_is_done_once_the_right_tenant_is_worked_in(
    name, browser, tenant, other, refusal
):
    (page,) = (page for page in PAGES if page.name == name)
    url = page.url_in(tenant)
    answer = browser.get(url)
    # The first form of a page is the page's own.
    form, *_ = forms(answer) if answer.status_code == 200 else [Form(url, {PAGE_TENANT: tenant.pk})]
    asked = Form(form.url, form.values | DEEDS[name](tenant))
    browser.work_in(other)
    before, of_other = contents(), contents(other)

    assert turned_away(send(browser, asked)) == refusal
    assert contents() == before

    browser.work_in(tenant)
    of_tenant = contents(tenant)
    for value in asked.values.values():
        if isinstance(value, SimpleUploadedFile):
            value.seek(0)
    send(browser, asked)

    assert contents(tenant) != of_tenant
    assert contents(other) == of_other


# Pages that only a form leads to: name → what is sent to get there.
SECOND_STEPS: dict[str, Asked] = {
    "programmes_programme_add": lambda tenant: {"code": "not a code", "name": ""},
    "students_student_changelist": lambda tenant: {
        "action": "grant_many",
        "_selected_action": [StudentFactory(tenant=tenant).pk],
    },
    "students_student_grant": lambda tenant: attempts(tenant) | {"idempotency_key": ""},
    "students_student_grant_many": lambda tenant: (
        attempts_of_many(tenant) | {"idempotency_key": ""}
    ),
    "students_student_revoke_many": lambda tenant: attempts_of_many(tenant) | {"again": "1"},
    "tenants_tenant_test_single_sign_on": nothing,
}


@pytest.mark.parametrize("name", SECOND_STEPS)
def test_a_page_that_a_form_led_to_says_whose_it_is_as_well(name, browser, tenant, other, refusal):
    (page,) = (page for page in PAGES if page.name == name)
    asked = SECOND_STEPS[name](tenant)

    (form,) = forms(browser.post(page.url_in(tenant), asked, follow=True))
    browser.work_in(other)
    before = contents()

    assert form.values[PAGE_TENANT] == [tenant.pk]
    confirming = Form(form.url, form.values | confirmed(tenant))
    assert turned_away(send(browser, confirming)) == refusal
    assert contents() == before
