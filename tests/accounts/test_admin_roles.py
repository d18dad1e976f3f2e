"""Roles in the admin, and the matrix of what they permit (contract §4)."""

import pytest

from accounts.models import LegacyRole, Role
from config.permissions import ALL_FLAGS, Action, Module
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.factories import (
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    UserFactory,
)
from tests.operators import listed, page, parsed, queries, refused, told, words

pytestmark = pytest.mark.django_db

LIST = "/admin/accounts/role/"
ADD = "/admin/accounts/role/add/"
VIEW_USERS, EDIT_USERS = "USER_MANAGEMENT.can_view", "USER_MANAGEMENT.can_edit"


def act(role: Role, action: str = "change") -> str:
    return page(f"accounts_role_{action}", role.pk)


def stored(role: Role) -> Role:
    return Role.objects.get(pk=role.pk)


def boxes(answer) -> dict[str, tuple[bool, bool]]:
    """Return the flags of the page's matrix, with whether they are ticked and can be changed."""
    inputs = parsed(answer).xpath("//table[@data-matrix]//input")
    return {
        box.get("value"): ("checked" in box.attrib, "disabled" not in box.attrib) for box in inputs
    }


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


def test_list_shows_the_system_roles_first_and_who_has_them(operator, tenant):
    tutor = RoleFactory(
        tenant=tenant, name="A tutor", permissions=[VIEW_USERS], description="Helps"
    )
    UserFactory(tenant=tenant, role=tutor, status="DELETED")
    StudentFactory(tenant=tenant)
    RoleFactory(name="Another university's")

    rows = [row[:-1] for row in listed(operator.get(LIST))]

    assert rows == [
        ["Admin", "–", "System", "1"],
        ["Student", "–", "System", "1"],
        ["A tutor", "Helps", "Custom", "1"],
    ]


def test_users_are_counted_no_further_than_anybody_cares(operator, tenant, monkeypatch):
    monkeypatch.setattr("accounts.admin.roles._COUNTED", 2)
    StudentFactory.create_batch(4, tenant=tenant)

    rows = {row[0]: row[3] for row in listed(operator.get(LIST))}

    assert rows == {"Admin": "1", "Student": "over 2"}


def test_the_number_of_users_leads_to_them(operator, admin, tenant):
    (link,) = parsed(operator.get(LIST)).xpath("//td[contains(@class, 'field-users')]/a/@href")

    assert [row[0] for row in listed(operator.get(link))] == [admin.display_name]


def test_list_costs_the_same_for_one_and_three_rows(operator, tenant):
    one = queries(operator, LIST)
    RoleFactory.create_batch(2, tenant=tenant)

    assert queries(operator, LIST) == one


def test_a_role_is_added_with_what_it_permits(operator, admin, tenant):
    answer = operator.post(
        ADD, {"name": "Tutor", "description": "", "permissions": [EDIT_USERS, VIEW_USERS]}
    )

    told(answer)
    role = Role.objects.get(name="Tutor")
    assert (role.tenant, role.description, role.legacy_role) == (tenant, None, None)
    assert role.permissions == [VIEW_USERS, EDIT_USERS]
    events = AuditEvent.objects.order_by("pk").values_list("event_type", "actor_user_id")
    assert list(events) == [("role.created", admin.pk), ("permission.updated", admin.pk)]


def test_a_taken_name_is_refused_and_nothing_is_kept(operator, tenant):
    RoleFactory(tenant=tenant, name="Tutor")

    answer = operator.post(ADD, {"name": "TUTOR", "permissions": [VIEW_USERS]})

    assert refused(answer) == {"": ["A role with this name exists already."]}
    assert not Role.objects.filter(name="TUTOR").exists()
    assert not AuditEvent.objects.exists()


def test_the_matrix_has_a_header_for_each_row_and_column(operator, tenant):
    table = parsed(operator.get(ADD)).xpath("//table[@data-matrix]")[0]

    columns = [words(cell) for cell in table.xpath("./thead//th[@scope='col']")]
    rows = [words(cell) for cell in table.xpath("./tbody//th[@scope='row']")]
    assert columns == ["May work with", "View", "Create", "Edit", "Delete", "Export"]
    assert rows == [
        "Users and students",
        "Roles",
        "Case studies",
        "Knowledge bases",
        "Feedback",
        "Programmes",
        "Attempts",
        "Student performance",
    ]
    labels = table.xpath("./tbody//input/@aria-label")
    assert labels[:2] == ["Users and students: view", "Users and students: create"]
    assert len(set(labels)) == len(labels) == 8 * 5


def test_the_matrix_shows_what_is_granted_and_what_can_be(tenant):
    flags = [VIEW_USERS, "ROLE_MANAGEMENT.can_view", "ROLE_MANAGEMENT.can_edit"]
    actor = UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=flags))
    role = RoleFactory(tenant=tenant, permissions=[VIEW_USERS, "FEEDBACK.can_view"])

    found = boxes(OperatorClient(actor).get(act(role)))

    assert len(found) == 8 * 5
    assert {flag for flag, (ticked, _) in found.items() if ticked} == set(role.permissions)
    # It permits what the operator lacks: nothing of it can be taken.
    assert {flag for flag, (_, free) in found.items() if free} == {*flags} - {VIEW_USERS}


def test_the_matrix_is_replaced(operator, tenant):
    role = RoleFactory(tenant=tenant, permissions=[VIEW_USERS], description="Helps")

    told(
        operator.post(
            act(role), {"name": role.name, "description": "Helps", "permissions": [EDIT_USERS]}
        )
    )

    assert stored(role).permissions == [EDIT_USERS]
    event = AuditEvent.objects.get()
    assert (event.event_type, event.metadata["changes"]) == (
        "permission.updated",
        {"permissions": {"before": [VIEW_USERS], "after": [EDIT_USERS]}},
    )


def test_what_somebody_lacks_can_be_left_and_neither_given_nor_taken(tenant):
    flags = ["ROLE_MANAGEMENT.can_view", "ROLE_MANAGEMENT.can_edit"]
    client = OperatorClient(
        UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=flags))
    )
    role = RoleFactory(tenant=tenant, permissions=[VIEW_USERS])

    def save(*permissions: str):
        return client.post(act(role), {"name": role.name, "permissions": permissions})

    told(save(VIEW_USERS, "ROLE_MANAGEMENT.can_view"))
    assert stored(role).flags == {VIEW_USERS, "ROLE_MANAGEMENT.can_view"}
    assert refused(save(VIEW_USERS, EDIT_USERS)) == {
        "": [f"Permission denied: {EDIT_USERS} required"]
    }
    assert refused(save()) == {"": [f"Permission denied: {VIEW_USERS} required"]}
    assert stored(role).flags == {VIEW_USERS, "ROLE_MANAGEMENT.can_view"}


def test_nobody_grants_tenants(tenant):
    client = OperatorClient(SuperAdminFactory(tenant=tenant))
    role = RoleFactory(tenant=tenant)

    answer = client.post(
        act(role), {"name": role.name, "permissions": ["TENANT_MANAGEMENT.can_view"]}
    )

    assert list(refused(answer)) == ["permissions"]
    assert stored(role).permissions == []


@pytest.mark.parametrize(
    ("legacy_role", "modules", "granted"),
    [
        (LegacyRole.SUPER_ADMIN, len(Module), set(ALL_FLAGS)),
        (LegacyRole.STUDENT, len(Module) - 1, set()),
    ],
)
def test_reserved_roles_are_shown_and_stay(tenant, legacy_role, modules, granted):
    client = OperatorClient(SuperAdminFactory(tenant=tenant))
    role = SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)
    before = role.permissions

    found = boxes(client.get(act(role)))
    told(client.post(act(role), {"name": "Eve", "description": "New", "permissions": [VIEW_USERS]}))

    assert len(found) == modules * len(Action)
    assert {flag for flag, (ticked, _) in found.items() if ticked} == granted
    assert not any(free for _, free in found.values())
    role = stored(role)
    assert (role.name, role.description) == (legacy_role.label, "New")
    assert role.permissions == before


def test_who_may_only_look_cannot_tick(tenant):
    viewer = RoleFactory(tenant=tenant, permissions=["ROLE_MANAGEMENT.can_view"])
    client = OperatorClient(UserFactory(tenant=tenant, role=viewer))

    found = boxes(client.get(act(viewer)))

    assert {flag for flag, (ticked, _) in found.items() if ticked} == viewer.flags
    assert not any(free for _, free in found.values())
    assert client.post(act(viewer), {"name": "Eve"}).status_code == 403


def test_a_role_that_nobody_has_is_deleted(operator, tenant):
    role = RoleFactory(tenant=tenant)

    told(operator.post(act(role, "delete"), {"post": "yes"}))

    assert not Role.objects.filter(pk=role.pk).exists()
    assert AuditEvent.objects.get().event_type == "role.deleted"


def test_a_role_that_somebody_has_stays(operator, tenant):
    role = RoleFactory(tenant=tenant)
    UserFactory(tenant=tenant, role=role, status="DELETED")

    answer = operator.post(act(role, "delete"), {"post": "yes"})

    assert told(answer) == ["The role is still assigned to users."]
    assert Role.objects.filter(pk=role.pk).exists()


def test_a_system_role_cannot_be_deleted(operator, tenant):
    role = SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.FACULTY)

    assert "Delete role" not in operator.get(act(role)).content.decode()
    assert operator.post(act(role, "delete"), {"post": "yes"}).status_code == 403
    assert Role.objects.filter(pk=role.pk).exists()
