"""Every route of the API, and who may call it. A route that is missing here fails the tests.

To add a resource, add its rows: the tables of permissions, isolation and envelopes run over them.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import get_resolver

from accounts.models import Role, User
from accounts.services.invitations import issue_invitation
from accounts.services.sign_ins import open_sign_in
from config.checks import walk
from config.permissions import Action, Module, flag
from students.models import RosterImport
from students.services import attempts as attempts_services
from tenants.models import AllowedOrigin, Tenant
from tests.clients import claims
from tests.factories import (
    AttemptTransactionFactory,
    AuditEventFactory,
    CaseStudyFactory,
    GradeFactory,
    ProgrammeFactory,
    RoleFactory,
    RosterImportFactory,
    SecondFactorFactory,
    SessionFactory,
    StudentFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)

PUBLIC = "public"
BEARER = "bearer"
SUPER_ADMIN = "Super Admin role"
SERVICE_KEY = "service key"


@dataclass(frozen=True)
class Route:
    """A method and path; ``access`` is public, bearer, service key, or the right it needs."""

    method: str
    path: str
    access: str
    # Makes rows in a tenant that the route is about, and returns their names and ids: those that
    # its path has, and others that its body needs.
    rows: Callable[[Tenant], dict[str, str]] = field(default=lambda tenant: {})
    # Makes a body that the route accepts of what ``rows`` returned.
    body: Callable[[dict[str, str]], dict[str, Any]] = field(default=lambda rows: {})
    # Whether other tenants' rows are there too, for those who may call it at all (G20).
    across_tenants: bool = False
    # Flags of which any one opens it as well.
    alternatives: tuple[str, ...] = ()

    # Flags that it needs besides, all of them.
    besides: tuple[str, ...] = ()
    # Whether its body is a form with files, and no JSON.
    is_form: bool = False

    # Query parameters that it insists on, made of what ``rows`` returned.
    query: Callable[[dict[str, str]], dict[str, str]] = field(default=lambda rows: {})
    # Whether it answers a file and no JSON.
    is_file: bool = False
    # Whether people's browsers go there: it answers pages and redirects.
    is_page: bool = False

    @property
    def openers(self) -> tuple[str, ...]:
        """Return the flags of which any one opens it."""
        return (self.access, *self.alternatives)

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def written(self, body: dict[str, Any]) -> tuple[str, str]:
        """Return a body as it is sent, and its media type."""
        if self.is_form:
            return encode_multipart(BOUNDARY, body).decode(), MULTIPART_CONTENT
        return json.dumps(body), "application/json"

    def url(self, tenant: Tenant) -> str:
        """Return an address of the route that belongs to the tenant."""
        return self.address(self.rows(tenant))

    def address(self, rows: dict[str, str], **path: str) -> str:
        """Return the address that ``rows`` lead to; ``path`` puts others into it."""
        query = urlencode(self.query(rows))
        return self.path.format(**(rows | path)) + (f"?{query}" if query else "")


def _student(tenant: Tenant) -> dict[str, str]:
    programme = ProgrammeFactory(tenant=tenant)
    student = StudentFactory(tenant=tenant, programmes=[programme])
    case_study = CaseStudyFactory(tenant=tenant, programmes=[programme])
    SessionFactory(user=student, case_study=case_study)
    return {"user_id": student.pk}


def _programme(tenant: Tenant) -> dict[str, str]:
    return {"programme_id": ProgrammeFactory(tenant=tenant).pk}


def _case_study(tenant: Tenant) -> dict[str, str]:
    return {"case_study_id": CaseStudyFactory(tenant=tenant).pk}


def _audit_event(tenant: Tenant) -> dict[str, str]:
    return {"event_id": AuditEventFactory(tenant=tenant).pk}


def _pair(tenant: Tenant) -> dict[str, str]:
    """A student with one graded session."""
    grade = GradeFactory(session__user=StudentFactory(tenant=tenant))
    return {"user_id": grade.session.user_id, "case_study_id": grade.session.case_study_id}


def _session(tenant: Tenant) -> dict[str, str]:
    return {"session_id": SessionFactory(user=StudentFactory(tenant=tenant)).pk}


def _failed(tenant: Tenant) -> dict[str, str]:
    """A session that the grader gave up."""
    student = StudentFactory(tenant=tenant)
    return {"session_id": SessionFactory(user=student, grading_status="failed").pk}


def _transaction(tenant: Tenant) -> dict[str, str]:
    return {"transaction_id": AttemptTransactionFactory(user__tenant=tenant).pk}


def _job(tenant: Tenant) -> dict[str, str]:
    case_study = CaseStudyFactory(tenant=tenant)
    job = attempts_services.grant_attempts_in_bulk(
        actor=UserFactory(tenant=tenant),
        tenant=tenant,
        case_study_id=case_study.pk,
        user_ids=[StudentFactory(tenant=tenant).pk],
        amount=1,
        reason="Campus outage",
    )
    return {"job_id": job.pk}


def _tenant(tenant: Tenant) -> dict[str, str]:
    return {"tenant_id": tenant.pk}


def _slug(tenant: Tenant) -> dict[str, str]:
    return {"tenant_slug": tenant.slug}


def _other_tenant(tenant: Tenant) -> dict[str, str]:
    return {"tenant_id": TenantFactory().pk}  # nobody may delete their own


def _origin(tenant: Tenant) -> dict[str, str]:
    origin = f"https://{tenant.slug}.example.com"
    AllowedOrigin.objects.create(tenant=tenant, origin=origin)
    return {"tenant_id": tenant.pk, "origin": quote(origin, safe="")}


def _staff(tenant: Tenant) -> dict[str, str]:
    return {"user_id": UserFactory(tenant=tenant).pk}


def _somebody(tenant: Tenant, **columns) -> User:
    """A user in a role that permits nothing, so that nobody holds less (G36)."""
    return UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant), **columns)


def _user(tenant: Tenant) -> dict[str, str]:
    return {"user_id": _somebody(tenant).pk}


def _own_session(tenant: Tenant) -> dict[str, str]:
    pair = open_sign_in(user=UserFactory(tenant=tenant))
    return {"session_id": claims(pair.access_token)["sid"]}


def _switched_off(tenant: Tenant) -> dict[str, str]:
    return {"user_id": _somebody(tenant, status="INACTIVE").pk}


def _with_second_factor(tenant: Tenant) -> dict[str, str]:
    user = _somebody(tenant)
    SecondFactorFactory(tenant=tenant, user=user)
    return {"user_id": user.pk}


def _invited(tenant: Tenant) -> dict[str, str]:
    user = _somebody(tenant)
    issue_invitation(actor=None, user=user)
    return {"user_id": user.pk}


def _former_student(tenant: Tenant) -> dict[str, str]:
    user = _somebody(tenant)
    SessionFactory(user=user)
    SystemRoleFactory(tenant=tenant, legacy_role="STUDENT")
    return {"user_id": user.pk}


def _erasure(rows: dict[str, str]) -> dict[str, Any]:
    return {
        "confirm_email": User.objects.get(pk=rows["user_id"]).email,
        "reason": "Request 17 of the data protection officer",
    }


def _new_address(rows: dict[str, str]) -> dict[str, str]:
    return {"email": "new@example.com"}


def _role(tenant: Tenant) -> dict[str, str]:
    return {"role_id": RoleFactory(tenant=tenant).pk}


def _roster_import(tenant: Tenant) -> dict[str, str]:
    return {"import_id": RosterImportFactory(tenant=tenant).pk}


def _refused_roster(tenant: Tenant) -> dict[str, str]:
    """An import that was refused for its bad rows, whose files are kept."""
    row = RosterImportFactory(tenant=tenant, state="refused", report={"remedy": "skip_bad_rows"})
    return {"import_id": row.pk}


def _confirmed(rows: dict[str, str]) -> dict[str, str]:
    return {"plan_hash": RosterImport.objects.get(pk=rows["import_id"]).plan_hash}


def _roster(rows: dict[str, str]) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("users.csv", b"Student Name,Email,Programme,Status\n")}


def _with_student_role(tenant: Tenant) -> dict[str, str]:
    if not Role.objects.filter(tenant=tenant, legacy_role="STUDENT").exists():
        SystemRoleFactory(tenant=tenant, legacy_role="STUDENT")
    return {}


def _new_student(rows: dict[str, str]) -> dict[str, str]:
    return {"email": "bisi@example.com", "first_name": "Bisi", "last_name": "Ade"}


def imports(method: str, path: str, rows=_roster_import, **extra) -> Route:
    """Return a route of the uploaded rosters, which add people and change others."""
    url = f"/v1/console/roster-imports{path}"
    if method == "GET":
        return Route(method, url, USERS_VIEW, rows, alternatives=(USERS_EDIT,), **extra)
    return Route(method, url, USERS_CREATE, rows, besides=(USERS_EDIT,), **extra)


def _invite(rows: dict[str, str]) -> dict[str, str]:
    person = {"email": "ada@example.com", "first_name": "Ada", "last_name": "Obi"}
    return person | {"role_id": rows["role_id"]}


def users(method: str, path: str, action: Action, rows=_user, body=lambda rows: {}) -> Route:
    access = flag(Module.USER_MANAGEMENT, action)
    return Route(method, f"/v1/console/users{path}", access, rows, body)


def roles(method: str, path: str, action: Action, body=None, **options) -> Route:
    access = flag(Module.ROLE_MANAGEMENT, action)
    url = f"/v1/console/roles{path}"
    return Route(method, url, access, _role, lambda rows: body or {}, **options)


def tenants(method: str, path: str, action: Action, body=None, rows=_tenant) -> Route:
    """Return a route of the tenants, which Super Admins alone may call."""
    access = flag(Module.TENANT_MANAGEMENT, action)
    return Route(
        method,
        f"/v1/console/tenants{path}",
        access,
        rows,
        lambda rows: body or {},
        across_tenants=True,
    )


def programmes(method: str, path: str, action: Action, body=None) -> Route:
    """Return a route of the programmes."""
    url = f"/v1/console/programmes{path}"
    return Route(method, url, flag(Module.PROGRAMMES, action), _programme, lambda rows: body or {})


def case_studies(method: str, path: str, action: Action, body=None) -> Route:
    """Return a route of the case studies."""
    url = f"/v1/console/case-studies{path}"
    return Route(
        method, url, flag(Module.CASE_STUDIES, action), _case_study, lambda rows: body or {}
    )


def ingest(method: str, path: str, body: dict[str, Any]) -> Route:
    """Return a route of the live service, about a session that exists."""
    return Route(method, f"/v1/ingest/sessions{path}", SERVICE_KEY, _session, lambda rows: body)


def attempts(method: str, path: str, action: Action, rows=_pair, **extra) -> Route:
    return Route(
        method,
        f"/v1/console/attempts{path}",
        flag(Module.ATTEMPT_MANAGEMENT, action),
        rows,
        **extra,
    )


def performance(path: str, action: Action = Action.VIEW, rows=_pair, **extra) -> Route:
    access = flag(Module.STUDENT_PERFORMANCE, action)
    return Route("GET", f"/v1/console/student-performance{path}", access, rows, **extra)


def _case_study_alone(rows: dict[str, str]) -> dict[str, str]:
    return {"case_study_id": rows["case_study_id"]}


def _change(rows: dict[str, str]) -> dict[str, Any]:
    return rows | {"amount": 1, "reason": "Audio dropped"}


def _bulk_change(rows: dict[str, str]) -> dict[str, Any]:
    one = _change(rows)
    return one | {"user_ids": [one.pop("user_id")]}


USERS_VIEW = flag(Module.USER_MANAGEMENT, Action.VIEW)
USERS_CREATE = flag(Module.USER_MANAGEMENT, Action.CREATE)
USERS_EDIT = flag(Module.USER_MANAGEMENT, Action.EDIT)
USERS_EXPORT = flag(Module.USER_MANAGEMENT, Action.EXPORT)

ROUTES = [
    Route("GET", "/v1/schema", PUBLIC),
    Route("GET", "/v1/docs", PUBLIC),
    Route("POST", "/v1/auth/login", PUBLIC),
    Route("POST", "/v1/auth/refresh", PUBLIC),
    Route("POST", "/v1/auth/logout", BEARER),
    Route("POST", "/v1/auth/accept-invite", PUBLIC),
    Route("POST", "/v1/auth/password-reset", PUBLIC),
    Route("POST", "/v1/auth/password-reset/confirm", PUBLIC),
    Route("POST", "/v1/auth/sso/token", PUBLIC),
    Route("POST", "/v1/auth/sso/logout", PUBLIC, is_page=True),
    Route("GET", "/v1/auth/sso/{tenant_slug}/login", PUBLIC, _slug, is_page=True),
    Route("GET", "/v1/auth/sso/{tenant_slug}/callback", PUBLIC, _slug, is_page=True),
    Route("POST", "/v1/auth/sso/{tenant_slug}/callback", PUBLIC, _slug, is_page=True),
    Route("GET", "/v1/users/me", BEARER),
    Route("PATCH", "/v1/users/me", BEARER),
    Route("POST", "/v1/users/me/change-password", BEARER),
    Route("GET", "/v1/users/me/second-factor", BEARER),
    Route("POST", "/v1/users/me/second-factor", BEARER),
    Route("DELETE", "/v1/users/me/second-factor", BEARER),
    Route("POST", "/v1/users/me/second-factor/confirm", BEARER),
    Route("POST", "/v1/users/me/second-factor/recovery-codes", BEARER),
    Route("GET", "/v1/users/me/sessions", BEARER),
    Route("DELETE", "/v1/users/me/sessions", BEARER),
    Route("DELETE", "/v1/users/me/sessions/{session_id}", BEARER, _own_session),
    tenants("GET", "", Action.VIEW),
    tenants("POST", "", Action.CREATE, {"name": "State", "slug": "state"}),
    tenants("GET", "/{tenant_id}", Action.VIEW),
    tenants("PATCH", "/{tenant_id}", Action.EDIT),
    tenants("DELETE", "/{tenant_id}", Action.DELETE, rows=_other_tenant),
    tenants("GET", "/{tenant_id}/history", Action.VIEW),
    tenants("PATCH", "/{tenant_id}/branding", Action.EDIT),
    tenants("PATCH", "/{tenant_id}/sso", Action.EDIT),
    tenants("POST", "/{tenant_id}/sso/check", Action.EDIT),
    tenants("PATCH", "/{tenant_id}/ai-config", Action.EDIT),
    tenants("GET", "/{tenant_id}/ai-config/effect", Action.VIEW),
    tenants("GET", "/{tenant_id}/retention", Action.VIEW),
    tenants("PATCH", "/{tenant_id}/retention", Action.EDIT),
    tenants("GET", "/{tenant_id}/access", Action.VIEW),
    tenants("GET", "/{tenant_id}/allowed-origins", Action.VIEW),
    tenants("POST", "/{tenant_id}/allowed-origins", Action.EDIT, {"origin": "https://a.edu"}),
    tenants("DELETE", "/{tenant_id}/allowed-origins/{origin}", Action.EDIT, rows=_origin),
    programmes("GET", "", Action.VIEW),
    programmes("POST", "", Action.CREATE, {"code": "MPH", "name": "Master of Public Health"}),
    programmes("GET", "/{programme_id}", Action.VIEW),
    programmes("PATCH", "/{programme_id}", Action.EDIT, {"name": "Renamed"}),
    programmes("DELETE", "/{programme_id}", Action.DELETE),
    programmes("GET", "/{programme_id}/history", Action.VIEW),
    case_studies("GET", "", Action.VIEW),
    case_studies("POST", "", Action.CREATE, {"title": "Ethiopian Airlines"}),
    case_studies("GET", "/{case_study_id}", Action.VIEW),
    case_studies("PATCH", "/{case_study_id}", Action.EDIT, {"title": "Renamed"}),
    case_studies("DELETE", "/{case_study_id}", Action.DELETE),
    case_studies("GET", "/{case_study_id}/history", Action.VIEW),
    Route("GET", "/v1/console/audit-events", SUPER_ADMIN, _audit_event),
    Route("GET", "/v1/console/audit-events/export", SUPER_ADMIN, _audit_event, is_file=True),
    roles("GET", "", Action.VIEW, alternatives=(USERS_VIEW,)),
    roles("POST", "", Action.CREATE, {"name": "Dean"}),
    roles("GET", "/{role_id}", Action.VIEW),
    roles("PATCH", "/{role_id}", Action.EDIT, {"description": "Sees all"}),
    roles("DELETE", "/{role_id}", Action.DELETE),
    roles("GET", "/{role_id}/permissions", Action.VIEW),
    roles("PUT", "/{role_id}/permissions", Action.EDIT, {"permissions": {}}),
    roles("GET", "/{role_id}/history", Action.VIEW),
    users("GET", "", Action.VIEW, _staff),
    users("POST", "", Action.CREATE, _role, _invite),
    users("GET", "/{user_id}", Action.VIEW),
    users("PATCH", "/{user_id}", Action.EDIT, body=lambda rows: {"title": "Dr"}),
    users("DELETE", "/{user_id}", Action.DELETE),
    users("POST", "/{user_id}/activate", Action.EDIT, _switched_off),
    users("POST", "/{user_id}/deactivate", Action.EDIT),
    users("POST", "/{user_id}/resend-invite", Action.EDIT, _invited),
    users("POST", "/{user_id}/change-email", Action.EDIT, body=_new_address),
    users("POST", "/{user_id}/return-to-students", Action.EDIT, _former_student),
    users("DELETE", "/{user_id}/second-factor", Action.EDIT, _with_second_factor),
    users("POST", "/{user_id}/reset-password", Action.EDIT),
    users("GET", "/{user_id}/history", Action.VIEW),
    users("GET", "/{user_id}/access", Action.VIEW),
    users("GET", "/{user_id}/sessions", Action.VIEW),
    users("DELETE", "/{user_id}/sessions", Action.EDIT),
    Route(
        "GET",
        "/v1/console/dashboard",
        USERS_VIEW,
        alternatives=(
            flag(Module.STUDENT_PERFORMANCE, Action.VIEW),
            flag(Module.ATTEMPT_MANAGEMENT, Action.VIEW),
        ),
    ),
    Route("GET", "/v1/console/students", USERS_VIEW, _student),
    Route("GET", "/v1/console/students/export", USERS_EXPORT, _student, is_file=True),
    Route("GET", "/v1/console/students/{user_id}", USERS_VIEW, _student),
    Route("GET", "/v1/console/students/{user_id}/timeline", USERS_VIEW, _student),
    Route("POST", "/v1/console/students", USERS_CREATE, _with_student_role, _new_student),
    imports("GET", ""),
    imports("POST", "", rows=lambda tenant: {}, body=_roster, is_form=True),
    imports("GET", "/{import_id}"),
    imports("GET", "/{import_id}/history"),
    imports("DELETE", "/{import_id}"),
    imports("POST", "/{import_id}/confirm", body=_confirmed),
    imports("POST", "/{import_id}/recheck", rows=_refused_roster),
    Route(
        "POST",
        "/v1/console/students/{user_id}/erase",
        flag(Module.USER_MANAGEMENT, Action.DELETE),
        _student,
        _erasure,
    ),
    Route(
        "GET",
        "/v1/console/students/{user_id}/personal-data",
        USERS_EXPORT,
        _student,
        besides=(flag(Module.STUDENT_PERFORMANCE, Action.EXPORT),),
        is_file=True,
    ),
    ingest("PUT", "/{session_id}", {"elapsed_active_time": 541.5}),
    ingest("PUT", "/{session_id}/transcript", {"status": "available", "messages": []}),
    ingest("PUT", "/{session_id}/grade", {"status": "complete", "final_score": 82.5}),
    ingest("POST", "/bulk", {}),
    attempts("GET", "", Action.VIEW, query=_case_study_alone),
    attempts("GET", "/export", Action.EXPORT, query=_case_study_alone, is_file=True),
    attempts("GET", "/jobs", Action.VIEW, rows=_job),
    attempts("GET", "/summary", Action.VIEW, _case_study, query=_case_study_alone),
    attempts("GET", "/{user_id}", Action.VIEW, query=_case_study_alone),
    attempts("GET", "/{user_id}/transactions", Action.VIEW),
    attempts("GET", "/transactions", Action.VIEW, rows=_transaction),
    attempts("GET", "/transactions/{transaction_id}/history", Action.VIEW, rows=_transaction),
    attempts("POST", "/grant", Action.CREATE, body=_change),
    attempts("POST", "/revoke", Action.EDIT, body=_change),
    attempts("POST", "/grant/bulk", Action.CREATE, body=_bulk_change),
    attempts("POST", "/revoke/bulk", Action.EDIT, body=_bulk_change),
    attempts("GET", "/jobs/{job_id}", Action.VIEW, rows=_job),
    attempts("GET", "/jobs/{job_id}/history", Action.VIEW, rows=_job),
    performance("/attention", rows=_failed, query=lambda rows: {"reason": "grading_failed"}),
    performance(""),
    performance("/export", Action.EXPORT, is_file=True),
    performance("/summary", rows=_case_study, query=_case_study_alone),
    performance("/attempts", rows=_session),
    performance("/attempts/{session_id}", rows=_session),
    performance("/attempts/{session_id}/transcript", rows=_session),
    performance("/attempts/{session_id}/grade", rows=_session),
    performance("/attempts/{session_id}/history", rows=_session),
]

INGEST = [route for route in ROUTES if route.access == SERVICE_KEY]
CONSOLE = [route for route in ROUTES if route.access not in {PUBLIC, BEARER, SERVICE_KEY}]
PROTECTED = [route for route in ROUTES if route.access != PUBLIC]
DOCUMENTS = {"/v1/schema", "/v1/docs"}


def served() -> Iterator[tuple[str, str]]:
    """Yield (method, path) for all that the URL configuration serves under /v1/."""
    for path, pattern in walk(get_resolver().url_patterns):
        if path.startswith("v1/"):
            for method in _methods(pattern.callback):
                yield method, "/" + _template(path)


def _methods(view) -> list[str]:
    if hasattr(view, "actions"):
        return [method.upper() for method in view.actions if method != "head"]
    names = ["get", "post", "put", "patch", "delete"]
    serves = view.view_class.http_method_names
    return [name.upper() for name in names if name in serves and hasattr(view.view_class, name)]


def _template(path: str) -> str:
    """Write a path as the contract does: parameters in braces, no regular expressions."""
    named = re.sub(r"\(\?P<(\w+)>.*?\)(?=[/$.]|$)", r"{\1}", path)
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", named).rstrip("$")
