"""Nobody changes people or roles that hold a flag which they lack, at whatever door (G36).

The doors are found, not listed: a new route, page or service that is about a user or a role is
tried as well. Each test has its target hold one flag more than the caller.
"""

import inspect
import pkgutil
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

import pytest

import accounts.services
import students.services
from accounts.models import (
    Invitation,
    PasswordReset,
    ProgrammeMembership,
    Role,
    SecondFactor,
    SignIn,
    SSOIdentity,
    User,
)
from accounts.services import (
    addresses,
    invitations,
    password_resets,
    roles,
    second_factor,
    sessions,
    sso,
    users,
)
from config.errors import FlagMissing, NotFound
from config.permissions import ALL_FLAGS
from students.services.erasure import erase_student
from students.services.returns import return_to_students
from tests.clients import ApiClient, OperatorClient
from tests.config.refusals import refusal
from tests.contract.pages import NOBODY, PAGES, Page
from tests.contract.routes import CONSOLE, Route
from tests.contract.test_permissions import send
from tests.factories import (
    InvitationFactory,
    RoleFactory,
    SecondFactorFactory,
    SessionFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)
from tests.operators import buttons, parsed

pytestmark = [pytest.mark.django_db, pytest.mark.round]

GRANTABLE = [one for one in ALL_FLAGS if not one.startswith("TENANT_")]
LACKED = "FEEDBACK.can_export"
HELD = [one for one in GRANTABLE if one != LACKED]
REFUSAL = refusal(f"Permission denied: {LACKED} required", "AUTHORIZATION_ERROR")
ABOUT_SUPER_ADMINS = refusal("Only a Super Admin may change a Super Admin.", "AUTHORIZATION_ERROR")


@pytest.fixture
def actor(tenant) -> User:
    """Somebody who holds every flag but one."""
    return UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=HELD))


def raise_user(pk: str, role: Role | None = None) -> None:
    """Give a user a role that permits everything that roles can permit, or another one."""
    user = User.objects.get(pk=pk)
    role = role or RoleFactory(tenant=user.tenant, permissions=GRANTABLE)
    User.objects.filter(pk=pk).update(role=role)


def raise_role(pk: str) -> None:
    Role.objects.filter(pk=pk).update(permissions=GRANTABLE)


def everything() -> dict[str, list[dict[str, Any]]]:
    """Return all that people and roles are made of."""
    models = (
        *(User, Role, ProgrammeMembership, Invitation, PasswordReset, SecondFactor),
        *(SSOIdentity, SignIn),
    )
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


# The API --------------------------------------------------------------------------------------

WRITES = [route for route in CONSOLE if route.method != "GET"]
ABOUT_USERS = [route for route in WRITES if route.path.startswith("/v1/console/users/{user_id}")]
ABOUT_ROLES = [route for route in WRITES if route.path.startswith("/v1/console/roles/{role_id}")]


def test_there_are_doors_to_try():
    assert len(ABOUT_USERS) >= 5
    assert len(ABOUT_ROLES) >= 3


@pytest.mark.parametrize("route", ABOUT_USERS + ABOUT_ROLES, ids=str)
def test_a_route_refuses_what_is_above_the_caller(route: Route, actor, tenant):
    client, rows = ApiClient(actor), route.rows(tenant)
    if "user_id" in rows:
        raise_user(rows["user_id"])
    else:
        raise_role(rows["role_id"])
    before = everything()

    answer = send(client, route, route.address(rows), route.body(rows))

    assert (answer.status_code, answer.json()) == (403, REFUSAL)
    assert everything() == before


@pytest.mark.parametrize("route", ABOUT_USERS, ids=str)
def test_a_route_refuses_to_act_upon_a_super_admin(route: Route, tenant):
    client, rows = ApiClient(UserFactory(tenant=tenant)), route.rows(tenant)
    raise_user(rows["user_id"], SystemRoleFactory(tenant=tenant, legacy_role="SUPER_ADMIN"))
    before = everything()

    answer = send(client, route, route.address(rows), route.body(rows))

    assert (answer.status_code, answer.json()) == (403, ABOUT_SUPER_ADMINS)
    assert everything() == before


@pytest.mark.parametrize("route", ABOUT_USERS + ABOUT_ROLES, ids=str)
def test_a_route_serves_who_holds_as_much(route: Route, actor, tenant):
    """Equals may change each other: it is no ladder, on which nobody could go down again."""
    client, rows = ApiClient(actor), route.rows(tenant)
    if "user_id" in rows:
        raise_user(rows["user_id"], RoleFactory(tenant=tenant, permissions=HELD))
    else:
        Role.objects.filter(pk=rows["role_id"]).update(permissions=HELD)

    answer = send(client, route, route.address(rows), route.body(rows))

    assert answer.status_code == 200


# The admin -------------------------------------------------------------------------

ROW_PAGES = [
    page
    for page in PAGES
    if page.model in {User, Role} and page.access != NOBODY and not page.name.endswith("_history")
]
ACTING = [page for page in ROW_PAGES if not page.access.endswith("can_view")]


def raised(page: Page, tenant) -> User | Role:
    """Return a row for a page, above the actor."""
    row = page.row(tenant)
    if isinstance(row, Role):
        raise_role(row.pk)
    else:
        raise_user(row.pk)
    return type(row).objects.get(pk=row.pk)


def test_there_are_pages_to_try():
    assert len(ROW_PAGES) >= 7


@pytest.mark.parametrize("page", ROW_PAGES, ids=str)
def test_a_page_refuses_what_is_above_the_operator(page: Page, actor, tenant):
    client, row = OperatorClient(actor), raised(page, tenant)
    before = everything()

    answer = client.post(page.url(row), {"post": "yes"})

    assert answer.status_code == 403
    assert everything() == before


@pytest.mark.parametrize("page", ACTING, ids=str)
def test_a_page_does_not_even_ask(page: Page, actor, tenant):
    client, row = OperatorClient(actor), raised(page, tenant)

    assert client.get(page.url(row)).status_code == 403


@pytest.mark.parametrize("page", ROW_PAGES, ids=str)
def test_nothing_is_offered_that_would_be_refused(page: Page, actor, tenant):
    client, row = OperatorClient(actor), raised(page, tenant)
    names = row._meta.app_label, row._meta.model_name

    answer = client.get(Page("{}_{}_change".format(*names), "").url(row))

    # To look is open to whoever may look.
    assert buttons(answer) == (["Sign-ins"] if isinstance(row, User) else [])
    assert parsed(answer).xpath("//*[@name='_save'] | //a[contains(@href, '/delete/')]") == []
    (form,) = parsed(answer).xpath(f"//form[@id='{names[1]}_form']")
    assert form.xpath(".//input[@type='text'] | .//select | .//input[not(@disabled)]") == (
        form.xpath(".//input[@type='hidden']")
    )


# The services ---------------------------------------------------------------------------------

# The judge itself, and what does its part for a service that has judged the user before.
INNER = {
    *("lock_user_for", "issue_invitation", "give_student_role"),
    "record_sign_out",
}


def _erase(actor: User | None, user: User) -> None:
    """Erase somebody; only students are erased, so that of others the guard alone is tried."""
    with suppress(NotFound):
        erase_student(actor=actor, user=user)


ACTS = {
    "update_user": lambda actor, user, role: users.update_user(actor=actor, user=user, title="Dr"),
    "activate_user": lambda actor, user, role: users.activate_user(actor=actor, user=user),
    "deactivate_user": lambda actor, user, role: users.deactivate_user(actor=actor, user=user),
    "soft_delete_user": lambda actor, user, role: users.soft_delete_user(actor=actor, user=user),
    "resend_invitation": lambda actor, user, role: invitations.resend_invitation(
        actor=actor, user=user
    ),
    "change_email": lambda actor, user, role: addresses.change_email(
        actor=actor, user=user, email="new@example.com"
    ),
    "return_to_students": lambda actor, user, role: return_to_students(actor=actor, user=user),
    "erase_student": lambda actor, user, role: _erase(actor, user),
    "remove_of": lambda actor, user, role: second_factor.remove_of(actor=actor, user=user),
    "end_sessions": lambda actor, user, role: sessions.end_sessions(actor=actor, user=user),
    "send_reset": lambda actor, user, role: password_resets.send_reset(actor=actor, user=user),
    "forget_identity": lambda actor, user, role: sso.forget_identity(actor=actor, user=user),
    "update_role": lambda actor, user, role: roles.update_role(
        actor=actor, role=role, description="Theirs"
    ),
    "delete_role": lambda actor, user, role: roles.delete_role(actor=actor, role=role),
    "replace_permissions": lambda actor, user, role: roles.replace_permissions(
        actor=actor, role=role, flags=()
    ),
}


def acts() -> Iterator[str]:
    """Yield the names of the services by which somebody does something to a user or a role."""
    for package in (accounts.services, students.services):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = import_module(found.name)
            for name, service in inspect.getmembers(module, inspect.isfunction):
                given = set(inspect.signature(service).parameters)
                is_act = "actor" in given and not given.isdisjoint({"user", "role"})
                if service.__module__ == module.__name__ and is_act and not name.startswith("_"):
                    yield name


def test_every_service_about_a_user_or_role_is_tried():
    assert set(acts()) == ACTS.keys() | INNER


@pytest.fixture
def target(tenant) -> User:
    """Somebody known at the CAS server, with a second factor and an invitation that is open.

    They have been a student.
    """
    SystemRoleFactory(tenant=tenant, legacy_role="STUDENT")
    user = UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant))
    SessionFactory(user=user)
    InvitationFactory(tenant=tenant, user=user)
    SecondFactorFactory(tenant=tenant, user=user)
    SSOIdentity.objects.create(
        tenant=tenant, user=user, server_url="https://cas.example.edu", subject="ada"
    )
    return user


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_service_refuses_whoever_lacks_any_one_flag(act, tenant, target):
    raise_role(target.role_id)
    spare = RoleFactory(tenant=tenant, permissions=GRANTABLE)
    actor = UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant))

    def hold(*flags: str) -> None:
        Role.objects.filter(pk=actor.role_id).update(permissions=list(flags))

    before = everything()
    for lacked in GRANTABLE:
        hold(*(one for one in GRANTABLE if one != lacked))
        with pytest.raises(FlagMissing, match=lacked):
            act(actor, target, spare)
    hold()

    assert everything() == before


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_service_does_what_the_system_itself_wants(act, tenant, target):
    UserFactory(tenant=tenant)
    raise_role(target.role_id)
    spare = RoleFactory(tenant=tenant, permissions=GRANTABLE)

    act(None, target, spare)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_service_obeys_a_super_admin_of_another_tenant(act, tenant, target):
    UserFactory(tenant=tenant)
    raise_role(target.role_id)
    spare = RoleFactory(tenant=tenant, permissions=GRANTABLE)

    act(SuperAdminFactory(), target, spare)
