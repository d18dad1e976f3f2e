"""Every page of the admin, and who may open it. A page that is missing fails the tests.

The standard pages of a model follow from its class; to add a model, say in ``ROWS`` how to make a
row. Any other page needs a line in ``OTHERS``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib import admin
from django.db.models import Model
from django.urls import reverse

from accounts.models import Role, ServiceKey, User, UserStatus
from accounts.services.sign_ins import open_sign_in
from config.permissions import Action, Module, flag
from programmes.models import CaseStudy, Programme
from students.models import AttemptTransaction, BulkJob, RosterImport, Session, Student
from tenants.models import AuditEvent, Tenant
from tests.factories import (
    START,
    AttemptTransactionFactory,
    AuditEventFactory,
    BulkJobFactory,
    CaseStudyFactory,
    FacultyFactory,
    InvitationFactory,
    ProgrammeFactory,
    RoleFactory,
    RosterImportFactory,
    SecondFactorFactory,
    ServiceKeyFactory,
    SessionFactory,
    StudentFactory,
    TenantFactory,
    made_staff,
)

CONSOLE_ACCESS = "console access"

# How to make a row of a tenant that its pages can be about.
ROWS: dict[type[Model], Callable[[Tenant], Model]] = {
    AttemptTransaction: lambda tenant: AttemptTransactionFactory(user__tenant=tenant),
    AuditEvent: lambda tenant: AuditEventFactory(tenant=tenant),
    BulkJob: lambda tenant: BulkJobFactory(tenant=tenant),
    CaseStudy: lambda tenant: CaseStudyFactory(tenant=tenant),
    Programme: lambda tenant: ProgrammeFactory(tenant=tenant),
    Role: lambda tenant: RoleFactory(tenant=tenant),
    RosterImport: lambda tenant: RosterImportFactory(tenant=tenant),
    ServiceKey: lambda tenant: ServiceKeyFactory(tenant=tenant),
    Session: lambda tenant: SessionFactory(user__tenant=tenant),
    Student: lambda tenant: StudentFactory(tenant=tenant),
    Tenant: lambda tenant: TenantFactory(),
    User: lambda tenant: FacultyFactory(tenant=tenant),
}

# What Super Admins see of all tenants at once (G20).
ACROSS_TENANTS = {Tenant}

# Rows that an action applies to, where one as above is not: URL name → how to make one.
ROWS_OF_ACTIONS: dict[str, Callable[[Tenant], Model]] = {
    "students_rosterimport_try_again": lambda tenant: RosterImportFactory(
        tenant=tenant, state="importing", heard_of_at=START
    ),
    "students_rosterimport_leave_out": lambda tenant: RosterImportFactory(
        tenant=tenant, state="refused", report={"remedy": "skip_bad_rows"}
    ),
    "students_rosterimport_raise_limit": lambda tenant: RosterImportFactory(
        tenant=tenant, state="refused", report={"remedy": "max_change"}
    ),
    "tenants_tenant_restore": lambda tenant: TenantFactory(is_active=False),
    "programmes_programme_activate": lambda tenant: ProgrammeFactory(
        tenant=tenant, is_active=False
    ),
    "programmes_casestudy_activate": lambda tenant: CaseStudyFactory(
        tenant=tenant, is_active=False
    ),
    "accounts_user_activate": lambda tenant: FacultyFactory(
        tenant=tenant, status=UserStatus.INACTIVE
    ),
    "accounts_user_signed_in": lambda tenant: _signed_in(FacultyFactory(tenant=tenant)),
    "accounts_user_take_second_factor": lambda tenant: SecondFactorFactory(tenant=tenant).user,
    "accounts_user_resend_invitation": lambda tenant: InvitationFactory(tenant=tenant).user,
    "accounts_user_send_invitation": lambda tenant: made_staff(StudentFactory(tenant=tenant)),
    "students_bulkjob_grant_left_out": lambda tenant: BulkJobFactory(
        tenant=tenant,
        failed_rows=1,
        results=[
            {
                "user_id": StudentFactory(tenant=tenant).pk,
                "success": False,
                "error": "Nothing left to revoke",
            }
        ],
    ),
    "accounts_user_return_to_students": lambda tenant: (
        SessionFactory(user=FacultyFactory(tenant=tenant)).user
    ),
    "students_student_activate": lambda tenant: StudentFactory(tenant=tenant, status="INACTIVE"),
}


def _signed_in(user: User) -> User:
    open_sign_in(user=user)
    return user


# Pages of a row that lead elsewhere.
LEAD_ON = {"tenants_tenant_work_here"}


@dataclass(frozen=True)
class Page:
    """One page by its URL name; ``access`` is console access, or the flag that it needs."""

    name: str
    access: str
    # Makes the row that it is about; None where it is about none.
    row: Callable[[Tenant], Model] | None = None
    model: type[Model] | None = None
    # Flags that it needs besides.
    besides: tuple[str, ...] = ()
    # How it answers those who may open it.
    status: int = 200

    def __str__(self) -> str:
        return self.name

    def url(self, row: Model | None = None) -> str:
        return reverse(f"admin:{self.name}", args=[address_of(row)] if row else [])

    def url_in(self, tenant: Tenant) -> str:
        """Return its address, about a new row of the tenant if it is about one."""
        return self.url(self.row and self.row(tenant))


def address_of(row: Model) -> str:
    """Return the text that names a row in addresses."""
    return admin.site._registry[type(row)].address_of(row)


def _tab(name: str, module: Module) -> Iterator[Page]:
    """Yield a tab of a case study, and the pages that it leads to."""
    prefix, seen = f"programmes_casestudy_{name}", flag(module, Action.VIEW)
    about = {"row": ROWS[CaseStudy], "model": CaseStudy}
    yield Page(prefix, seen, **about)
    yield Page(f"{prefix}_export", flag(module, Action.EXPORT), besides=(seen,), **about)
    for change, action in (("grant", Action.CREATE), ("revoke", Action.EDIT)):
        needed = flag(Module.ATTEMPT_MANAGEMENT, action)
        # Leads back to the tab, where its filters find nobody.
        yield Page(f"{prefix}_{change}", needed, besides=(seen,), status=302, **about)


OTHERS = [
    Page("index", CONSOLE_ACCESS),
    Page("jsi18n", CONSOLE_ACCESS),
    Page("search", CONSOLE_ACCESS),
    Page("accounts_user_profile", CONSOLE_ACCESS),
    Page("accounts_user_password", CONSOLE_ACCESS),
    Page("accounts_user_second_factor", CONSOLE_ACCESS),
    # Lead to the page before, where a second factor is set up first.
    Page("accounts_user_recovery_codes", CONSOLE_ACCESS, status=302),
    Page("accounts_user_remove_second_factor", CONSOLE_ACCESS, status=302),
    Page("accounts_user_sessions", CONSOLE_ACCESS),
    # Says which field it completes, or is refused.
    Page("autocomplete", CONSOLE_ACCESS, status=403),
    Page("tenants_auditevent_export", flag(Module.TENANT_MANAGEMENT, Action.VIEW)),
    Page("tenants_tenant_switch", flag(Module.TENANT_MANAGEMENT, Action.VIEW)),
    Page("students_student_export", flag(Module.USER_MANAGEMENT, Action.EXPORT)),
    # Lead back to the list: there, students are chosen first.
    Page("students_student_grant_many", flag(Module.ATTEMPT_MANAGEMENT, Action.CREATE), status=302),
    Page("students_student_revoke_many", flag(Module.ATTEMPT_MANAGEMENT, Action.EDIT), status=302),
    *_tab("attempts", Module.ATTEMPT_MANAGEMENT),
    *_tab("results", Module.STUDENT_PERFORMANCE),
]

# Nobody's rows are at stake here: leaving, and addresses that Django keeps for itself.
IGNORED = {"login", "logout", "view_on_site", "app_list", None}


def _pages_of(model: type[Model], page: admin.ModelAdmin) -> Iterator[Page]:
    prefix = f"{page.opts.app_label}_{page.opts.model_name}"
    needs = {action: flag(page.permission_module, action) for action in Action}
    row = ROWS.get(model)
    yield Page(f"{prefix}_changelist", needs[Action.VIEW])
    yield Page(f"{prefix}_change", needs[Action.VIEW], row, model)
    yield Page(f"{prefix}_history", needs[Action.VIEW], row, model)
    yield Page(f"{prefix}_add", _offered(page, Action.CREATE, needs))
    yield Page(f"{prefix}_delete", _offered(page, Action.DELETE, needs), row, model)
    for action in page._get_base_actions_detail():
        name = action.action_name
        needed = page.needed_flag(action.method)
        status = 302 if name in LEAD_ON else 200
        yield Page(
            name, needed, ROWS_OF_ACTIONS.get(name, row), model, action.method.besides, status
        )


NOBODY = "nobody"


def _offered(page: admin.ModelAdmin, action: Action, needs: dict[Action, str]) -> str:
    return needs[action] if action in page.allowed_actions else NOBODY


MODELS = dict(admin.site._registry)
PAGES = OTHERS + [
    page for model, model_admin in MODELS.items() for page in _pages_of(model, model_admin)
]


def served() -> set[str]:
    """Return the URL names of the admin."""
    names = set()
    waiting = list(admin.site.urls[0])
    while waiting:
        entry = waiting.pop()
        waiting.extend(getattr(entry, "url_patterns", ()))
        names.add(getattr(entry, "name", None))
    return names - IGNORED
