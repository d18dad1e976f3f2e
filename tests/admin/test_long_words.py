"""However long a word is, and with whatever fonts, the admin keeps it in sight."""

import pytest
from django.db.models import Model
from django.urls import reverse
from playwright.sync_api import Page, Route

from accounts.models import User
from programmes.models import CaseStudy
from students.models import AttemptTransaction, Student
from tenants.models import AuditEvent, Tenant, TenantAIConfig
from tests.admin.every_page import FILES
from tests.contract.pages import NOBODY, PAGES, ROWS
from tests.factories import AttemptTransactionFactory, AuditEventFactory
from tests.legibility import FOREIGN, WORD, spills

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]

APPEND_ONLY = {AttemptTransaction, AuditEvent}
NAMES = {
    *("name", "title", "description", "first_name", "department", "reason", "file_name"),
    *("sis_id", "cohort"),
}
LONG_HOST = f"{'students-' * 6}.{'of-' * 15}university.edu"


def lengthen(row: Model) -> None:
    """Give what people name in a row all the room that there is, and no blank."""
    texts = {
        field.name: f"{row.pk}{WORD * 20}"[: field.max_length]
        for field in row._meta.concrete_fields
        if field.name in NAMES
    }
    if isinstance(row, User):
        texts |= {"last_name": FOREIGN, "email": f"{row.pk}{'-' * 30}@{LONG_HOST}"}
    if hasattr(row, "code"):
        texts["code"] = f"{'CODE' * 5}{row.pk[-12:]}".upper()
    if texts:
        type(row)._base_manager.filter(pk=row.pk).update(**texts)


def addresses(tenant: Tenant) -> list[str]:
    """Return those of all pages, about rows whose words are as long as they may be."""
    student, case_study = Student.objects.get(email="bisi@state.edu"), CaseStudy.objects.get()
    AttemptTransactionFactory(user=student, case_study=case_study, reason=WORD, actor_name=WORD)
    AuditEventFactory(tenant=tenant, actor_email=f"me@{LONG_HOST}", actor_name=WORD)
    TenantAIConfig.objects.create(tenant=tenant, support_email=f"{'help-' * 10}@{LONG_HOST}")
    urls = [
        page.url_in(tenant)
        for page in PAGES
        if page.status == 200 and page.access != NOBODY and page.name not in FILES
    ]
    for model in ROWS.keys() - APPEND_ONLY:
        for row in model._base_manager.all():
            lengthen(row)
    return [*urls, reverse("admin:students_student_change", args=[student.pk])]


def test_no_word_of_the_panel_is_out_of_sight(visit, operator):
    urls = addresses(operator.tenant)

    def refuse(route: Route) -> None:
        route.abort()

    def look(page: Page) -> dict[str, list[str]]:
        # The admin brings a font of its own, which not every browser loads.
        page.route("**/Inter-*.woff2", refuse)
        found = {}
        for url in urls:
            answer = page.goto(url)
            found[url] = spills(page) if answer.status == 200 else [f"status {answer.status}"]
        return {url: faults for url, faults in found.items() if faults}

    assert visit(look, fonts="wide") == {}
