"""The admin in a real browser, which must not report any error."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import ConsoleMessage, Page

from accounts.models import User
from programmes.models import CaseStudy
from students.models import Student
from tenants.models import Tenant
from tests.clients import OperatorClient
from tests.factories import (
    AttemptTransactionFactory,
    AuditEventFactory,
    BulkJobFactory,
    CaseStudyFactory,
    GradeFactory,
    ProgrammeFactory,
    RosterImportFactory,
    ServiceKeyFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
)

type Step = Callable[[Page], object]


def listen(page: Page) -> list[str]:
    """Collect the errors of the browser: refused by the policy, not found, failed scripts."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"{page.url}: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    return complaints


def sit_down(page: Page) -> list[str]:
    """Set a page to the size of a desktop; return the list that the browser's errors go to."""
    page.set_default_timeout(10_000)
    page.set_viewport_size({"width": 1440, "height": 900})
    return listen(page)


@pytest.fixture
def step(on_page, live_server) -> Iterator[Callable[[Step], object]]:
    """Yield a function for the steps of a journey: ``step(lambda page: page.goto("/admin/"))``.

    Between the steps a test may look into the database.
    """
    complaints = on_page(sit_down)
    yield on_page
    assert complaints == []


@pytest.fixture
def university(db) -> Tenant:
    """A tenant with two students, of whom one has an attempt that is graded."""
    tenant = TenantFactory(name="State University", slug="state")
    programme = ProgrammeFactory(tenant=tenant, code="MBA", name="Business Administration")
    ProgrammeFactory(tenant=tenant, code="MPH", name="Public Health")
    case_study = CaseStudyFactory(tenant=tenant, title="Fuel Subsidy", programmes=[programme])
    people = [("Bisi", "bisi@state.edu"), ("Chidi", "chidi@state.edu")]
    for first_name, email in people:
        student = StudentFactory(
            tenant=tenant,
            first_name=first_name,
            last_name="Ade",
            email=email,
            programmes=[programme],
        )
    GradeFactory(session=SessionFactory(user=student, case_study=case_study))
    return tenant


@pytest.fixture
def operator(university) -> User:
    """A Super Admin of that tenant, which has a row of each kind."""
    student = Student.objects.get(email="chidi@state.edu")
    case_study = CaseStudy.objects.get()
    AttemptTransactionFactory(user=student, case_study=case_study)
    BulkJobFactory(tenant=university, case_study=case_study)
    RosterImportFactory(tenant=university)
    AuditEventFactory(tenant=university)
    ServiceKeyFactory(tenant=university)
    return SuperAdminFactory(tenant=university)


@pytest.fixture
def visit(live_server, browse, operator):
    """Call a function with a page on which the operator is signed in."""
    cookie = OperatorClient(operator).cookies["sessionid"].value
    session = {"name": "sessionid", "value": cookie, "url": live_server.url}

    def signed_in(script, **options):
        def enter(page: Page):
            page.context.add_cookies([session])
            return script(page)

        return browse(enter, base_url=live_server.url, **options)

    return signed_in
