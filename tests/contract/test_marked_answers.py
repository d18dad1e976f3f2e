"""What a page says after a POST is marked as well: refusals of services, and faults of forms.

Each text that somebody typed here has no word in it, or stands in the database.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Role, User, UserStatus
from accounts.services.roles import replace_permissions
from programmes.models import CaseStudy
from students.services.attempts import revoke_attempts
from tenants.models import Tenant, TenantSSOConfig
from tests.accounts.cas import Browser, callback_url, failure, success
from tests.clients import OperatorClient
from tests.contract.marked import faults
from tests.contract.pages import NOBODY, PAGES, Page
from tests.factories import (
    PASSWORD,
    CaseStudyFactory,
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    SecondFactorFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)
from tests.operators import forms, page

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

POSTED = [one for one in PAGES if one.access != NOBODY and not one.name.endswith("_history")]


@pytest.fixture
def root(tenant) -> User:
    return SuperAdminFactory(tenant=tenant)


def said(answer) -> list[str]:
    """Return what is wrong with the words of an answer, if it is a page."""
    is_page = "text/html" in answer.headers.get("Content-Type", "") and answer.content
    return faults(answer.content.decode()) if is_page else []


@pytest.mark.parametrize("page", POSTED, ids=str)
def test_an_empty_form_is_answered_in_marked_words(page: Page, tenant, root, brackets):
    SystemRoleFactory(tenant=tenant, legacy_role="STUDENT")
    client, url = OperatorClient(root), page.url_in(tenant)

    answer = client.post(url, {}, follow=True)

    assert answer.status_code < 500
    assert said(answer) == []


@dataclass(frozen=True)
class Refused:
    """A page about a row, what is posted there, and a word of the refusal."""

    name: str
    row: Callable[[Tenant, User], Any]
    posted: Callable[[Any], dict[str, Any]] = field(default=lambda row: {"post": "yes"})
    says: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.says}"


def _student(tenant: Tenant, root: User) -> User:
    CaseStudyFactory(tenant=tenant)
    return StudentFactory(tenant=tenant)


def _exhausted(tenant: Tenant, root: User) -> User:
    """A student whose attempts were all taken back."""
    student, case_study = StudentFactory(tenant=tenant), CaseStudyFactory(tenant=tenant)
    about = {"user_id": student.pk, "case_study_id": case_study.pk}
    revoke_attempts(actor=root, tenant=tenant, amount=3, reason="1", **about)
    return student


def _change(amount: int) -> Callable[[User], dict[str, Any]]:
    def posted(student: User) -> dict[str, Any]:
        case_study = CaseStudy.objects.get(tenant=student.tenant)
        return {"case_study": case_study.pk, "amount": amount, "reason": "1", "change": "1"}

    return posted


def _held(tenant: Tenant, root: User) -> Role:
    return UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant)).role


def _used(tenant: Tenant, root: User) -> Any:
    programme = ProgrammeFactory(tenant=tenant)
    StudentFactory(tenant=tenant, programmes=[programme])
    return programme


def _itself(tenant: Tenant, root: User) -> Any:
    return tenant


def _other(**columns: Any) -> Callable[[Tenant, User], User]:
    return lambda tenant, root: FacultyFactory(tenant=tenant, **columns)


def _taken(user: User) -> dict[str, Any]:
    return {"email": SuperAdminFactory(tenant=user.tenant).email}


REFUSED = [
    Refused("students_student_revoke", _student, _change(9), "Only 3 left to revoke."),
    Refused("students_student_revoke", _exhausted, _change(1), "Nothing left to revoke."),
    Refused("students_student_grant", _student, _change(101), "100"),
    Refused(
        "students_student_erase",
        _student,
        lambda row: {"confirm_email": "1@2.example", "reason": "1"},
        "This is not the address of the student.",
    ),
    Refused("accounts_role_delete", _held, says="The role is still assigned to users."),
    Refused("programmes_programme_delete", _used, says="deactivate"),
    Refused("accounts_user_deactivate", lambda tenant, root: root, says="your own account"),
    Refused("accounts_user_remove", lambda tenant, root: root, says="your own account"),
    Refused("tenants_tenant_soft_delete", _itself, lambda row: {"confirm_name": "1"}, "Type"),
    Refused("accounts_user_change_email", _other(), lambda row: {"email": "1"}, "e-mail address"),
    Refused("accounts_user_change_email", _other(), _taken, "has this e-mail address"),
    Refused(
        "tenants_tenant_branding",
        _itself,
        lambda row: {"primary_color": "1", "logo_url": "1"},
        "#RRGGBB",
    ),
    Refused("tenants_tenant_allowed_origins", _itself, lambda row: {"origins": "1"}, "origin"),
    Refused(
        "tenants_tenant_single_sign_on",
        _itself,
        lambda row: {"server_url": "1", "email_attribute": "1 2", "is_enabled": "on"},
        "Give a web address",
    ),
    Refused("tenants_tenant_change", _itself, lambda row: {"domain": "1"}, "Give a host name"),
    Refused("tenants_tenant_retention", _itself, lambda row: {"audit_days": "1"}, "90"),
]


@pytest.mark.parametrize("refused", REFUSED, ids=str)
def test_a_refusal_is_told_in_marked_words(refused: Refused, tenant, root, brackets):
    row = refused.row(tenant, root)
    client, url = OperatorClient(root), page(refused.name, row.pk)

    answer = client.post(url, refused.posted(row), follow=True)

    assert refused.says in answer.content.decode()
    assert said(answer) == []


@pytest.mark.parametrize(
    ("name", "posted", "says"),
    [
        ("accounts_user_add", {"email": "1", "first_name": "\t2\u200b2"}, "nobody sees"),
        ("programmes_programme_add", {"code": "a b", "name": "1"}, "upper-case letters"),
        ("programmes_casestudy_add", {"title": "1", "time_limit_minutes": "0"}, "greater than"),
        ("accounts_role_add", {"name": "\u200b"}, "required"),
        ("tenants_tenant_add", {"name": "1", "slug": "A B"}, "lower-case letters"),
        ("students_student_add", {"email": "1"}, "required"),
        ("accounts_servicekey_add", {"name": ""}, "required"),
        (
            "accounts_user_password",
            {"current_password": "1", "new_password": "2", "again": "3"},
            "",
        ),
        ("accounts_user_second_factor", {"code": "000000"}, ""),
        ("accounts_user_remove_second_factor", {"code": "000000"}, ""),
    ],
)
def test_a_form_that_is_wrong_is_told_so_in_marked_words(
    name, posted, says, tenant, root, brackets
):
    SystemRoleFactory(tenant=tenant, legacy_role="STUDENT")

    answer = OperatorClient(root).post(page(name), posted, follow=True)

    assert says in answer.content.decode()
    assert said(answer) == []


def test_a_second_factor_that_is_refused_is_told_so_in_marked_words(tenant, root, brackets):
    SecondFactorFactory(tenant=tenant, user=root)
    client = OperatorClient(root)

    for name in ("accounts_user_remove_second_factor", "accounts_user_recovery_codes"):
        answer = client.post(page(name), {"code": "000000"}, follow=True)

        assert "The code is wrong" in answer.content.decode()
        assert said(answer) == []


def test_a_stale_edit_is_told_so_in_marked_words(tenant, root, brackets):
    programme = ProgrammeFactory(tenant=tenant, name="Before")
    client, url = OperatorClient(root), page("programmes_programme_change", programme.pk)
    mine, theirs = forms(client.get(url))[0], forms(client.get(url))[0]
    client.post_as_it_is(theirs.url, theirs.values | {"name": ["1"]})

    answer = client.post_as_it_is(mine.url, mine.values | {"name": ["2"]})

    assert "Save again to keep what is here" in answer.content.decode()
    assert said(answer) == []


def test_the_last_who_manages_access_is_told_so_in_marked_words(tenant, brackets):
    role = RoleFactory(tenant=tenant)
    flags = ["USER_MANAGEMENT.can_edit", "ROLE_MANAGEMENT.can_edit", "ROLE_MANAGEMENT.can_view"]
    replace_permissions(actor=None, role=role, flags=flags)
    only = UserFactory(tenant=tenant, role=role)
    client, url = OperatorClient(only), page("accounts_role_change", role.pk)
    (form,) = [one for one in forms(client.get(url)) if "name" in one.values]

    answer = client.post_as_it_is(form.url, form.values | {"permissions": [flags[2]]}, follow=True)

    assert "has to stay" in answer.content.decode()
    assert said(answer) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7", "is a PDF"),
        (b"a,b,c\n1,2,3\n", "has a header of another kind"),
        (b"Student Name,Email,Programme,Status\nJi\xf8\xed,1@2.example,,active\n", "is not UTF-8"),
    ],
)
def test_a_roster_that_is_refused_is_told_so_in_marked_words(content, says, tenant, root, brackets):
    client = OperatorClient(root)
    file = SimpleUploadedFile("1.csv", content)

    answer = client.post(
        page("students_rosterimport_add"), {"people": file, "max_change": "10%"}, follow=True
    )

    assert says in answer.content.decode()
    assert said(answer) == []


@pytest.mark.usefixtures("at_cas")
def test_a_refused_single_sign_on_is_told_in_marked_words(tenant, cas, brackets):
    user = FacultyFactory(tenant=tenant, email="ada@state.edu")
    FacultyFactory(tenant=tenant, email="eve@state.edu")
    FacultyFactory(tenant=tenant, email="gone@state.edu", status=UserStatus.INACTIVE)
    for told in (
        failure(),
        success(email="1@2.example"),
        success(email=["ada@state.edu", "eve@state.edu"]),
        success(email="gone@state.edu"),
        success(),
    ):
        answer = Browser().sign_in(cas, user, told)

        assert answer.status_code in {403, 502, 503}
        assert said(answer) == []
    for url in (callback_url(tenant), "/v1/auth/sso/1/login"):
        answer = Browser().get(url)

        assert answer.status_code in {400, 403, 404}
        assert said(answer) == []


def test_a_sign_in_that_is_refused_is_told_in_marked_words(tenant, client, brackets):
    user = UserFactory(tenant=tenant, email="ada@state.edu")
    url = f"/sign-in/{tenant.slug}"
    for typed in ({"email": "", "password": ""}, {"email": user.email, "password": "1"}):
        answer = client.post(url, typed)

        assert answer.status_code in {200, 400, 401, 403, 422}
        assert said(answer) == []
    TenantSSOConfig.objects.create(tenant=tenant, allow_password_login=False)
    answer = client.post(url, {"email": user.email, "password": PASSWORD})
    assert said(answer) == []
