"""Every page of the admin as people meet it: opened, refused, previewed, with nothing to show.

Which pages there are says the contract's table; what is added there is looked at here.
"""

from django.contrib import admin
from django.http import HttpResponse
from django.urls import reverse

from programmes.models import CaseStudy
from students.models import Student
from tenants.addresses import home_of
from tenants.models import Tenant
from tests.clients import OperatorClient
from tests.contract.pages import NOBODY, PAGES, Page
from tests.factories import FacultyFactory, SystemRoleFactory, TenantFactory

# Files, scripts, and what a script puts into a page.
FILES = {
    *("jsi18n", "search", "students_student_export", "students_student_personal_data"),
    *("programmes_casestudy_attempts_export", "programmes_casestudy_results_export"),
    "tenants_auditevent_export",
}
# How the names of a part's pages begin; each is of the first that fits, and else of the last.
PARTS = (
    *("accounts_user", "accounts", "programmes", "students_student", "students"),
    *("tenants_tenant", "tenants"),
)


def part_of(name: str) -> str:
    """Return the part of a page by its URL name."""
    return next((part for part in PARTS if name.startswith(part)), PARTS[-1])


def pages(part: str) -> list[Page]:
    """Return the pages of a part that open."""
    return [
        page
        for page in PAGES
        if page.status == 200 and page.access != NOBODY and page.name not in FILES
        if part_of(page.name) == part
    ]


def addresses(part: str, tenant: Tenant) -> list[str]:
    """Return those of a part: about rows, of lists that find nobody, of a university of nothing."""
    bare = home_of(TenantFactory(name="Bare College", slug="bare").slug)
    lists = {
        _url(name): page
        for page in admin.site._registry.values()
        if part_of(name := f"{page.opts.app_label}_{page.opts.model_name}_changelist") == part
    }
    return [
        *(page.url_in(tenant) for page in pages(part)),
        *([bare] if part == PARTS[-1] else []),
        *(url.replace("/admin/", bare, 1) for url in lists),
        *(f"{url}?q=nobody-is-called-so" for url, page in lists.items() if page.search_fields),
    ]


def answers(part: str, tenant: Tenant, browser: OperatorClient) -> dict[str, HttpResponse]:
    """Return the pages that answer a form: address → what is shown there."""
    shown = {}
    for page in pages(part):
        url = page.url_in(tenant)
        answer = browser.post(url)
        if answer.status_code == 200 and _is_refused(answer):
            shown[url] = answer
    for name, row, terms in _forms(tenant):
        if part_of(name) != part:
            continue
        url = _url(name, *row)
        answer = browser.post(url, terms, follow=True)
        assert answer.status_code == 200, url
        shown[f"{url}?{len(shown)}"] = answer
    return shown


def _is_refused(answer: HttpResponse) -> bool:
    forms = (answer.context.get(name) for name in ("form", "adminform"))
    return any(getattr(form, "errors", None) for form in forms)


def _forms(tenant: Tenant) -> list[tuple[str, list[str], dict]]:
    """Return what is filled in so that a page says what it will do, or has done."""
    case_study = CaseStudy.objects.for_tenant(tenant).get(title="Fuel Subsidy").pk
    student = Student.objects.for_tenant(tenant).get(email="chidi@state.edu").pk
    role = SystemRoleFactory(tenant=tenant, legacy_role="ADMIN").pk
    user = FacultyFactory(tenant=tenant).pk
    terms = {"case_study": case_study, "amount": "1", "reason": "The audio dropped."}
    many = terms | {"user_ids": [student]}
    renamed = {"first_name": "Ada", "last_name": "Obi", "role": role}
    return [
        ("accounts_servicekey_add", [], {"name": "Live service"}),
        ("accounts_user_change", [user], renamed),
        ("programmes_casestudy_attempts_grant", [case_study], many),
        ("programmes_casestudy_results_revoke", [case_study], many),
        ("students_student_grant", [student], terms),
        ("students_student_revoke", [student], terms),
        ("students_student_grant_many", [], many),
        ("students_student_revoke_many", [], many),
        ("tenants_tenant_ai_settings", [tenant.pk], {"max_sessions_per_student": "1"}),
    ]


def _url(name: str, *args: str) -> str:
    return reverse(f"admin:{name}", args=args)
