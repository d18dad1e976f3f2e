"""Changing roles by services: without a caller, and many at the same moment (contract §4)."""

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Role
from accounts.services import roles
from config.errors import NotFound
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.factories import RoleFactory, TenantFactory, UserFactory
from tests.threads import at_once

URL = "/v1/console/roles"
together = pytest.mark.django_db(transaction=True)


@pytest.mark.django_db
def test_a_command_makes_a_role_and_grants_what_it_likes(tenant):
    role = roles.create_role(actor=None, tenant=tenant, name="Examiner")

    roles.replace_permissions(actor=None, role=role, flags=["FEEDBACK.can_view"])

    assert Role.objects.get().permissions == ["FEEDBACK.can_view"]
    assert set(AuditEvent.objects.values_list("event_type", "actor_user_id")) == {
        ("role.created", None),
        ("permission.updated", None),
    }


@pytest.mark.django_db
def test_unknown_flags_are_refused(tenant):
    role = RoleFactory(tenant=tenant)

    with pytest.raises(ValidationError, match=r"Unknown permission: KITCHEN\.can_view"):
        roles.replace_permissions(
            actor=None, role=role, flags=["FEEDBACK.can_view", "KITCHEN.can_view"]
        )

    assert Role.objects.get().permissions == []


@pytest.mark.django_db
def test_flags_are_kept_in_the_order_of_the_vocabulary_and_once(tenant):
    role = RoleFactory(tenant=tenant)
    given = ["FEEDBACK.can_view", "USER_MANAGEMENT.can_edit", "FEEDBACK.can_view"]

    changed = roles.replace_permissions(actor=None, role=role, flags=given)

    assert changed.permissions == ["USER_MANAGEMENT.can_edit", "FEEDBACK.can_view"]


@pytest.mark.django_db
def test_role_that_vanished_meanwhile_is_not_found(tenant):
    role = RoleFactory(tenant=tenant)
    Role.objects.filter(pk=role.pk).delete()

    with pytest.raises(NotFound):
        roles.update_role(actor=None, role=role, name="Late")


@together
def test_one_of_many_parallel_roles_of_a_name_wins():
    client = ApiClient(UserFactory())

    codes = at_once(
        lambda index: (
            client.post(URL, {"name": "examiner" if index % 2 else "Examiner"}).status_code
        ),
        10,
    )

    assert sorted(codes) == [201] + [409] * 9
    assert AuditEvent.objects.count() == 1


@together
def test_parallel_matrices_replace_each_other_whole():
    tenant = TenantFactory()
    role = RoleFactory(tenant=tenant)
    client = ApiClient(UserFactory(tenant=tenant))
    matrices = [
        {"USER_MANAGEMENT": {"can_view": True, "can_edit": True}},
        {"PROGRAMMES": {"can_view": True}, "CASE_STUDIES": {"can_view": True}},
        {"ATTEMPT_MANAGEMENT": {"can_view": True, "can_create": True}},
    ]

    def put(index: int) -> int:
        body = {"permissions": matrices[index % 3]}
        return client.put(f"{URL}/{role.pk}/permissions", body).status_code

    codes = at_once(put, 9)

    assert codes == [200] * 9
    whole = [
        {f"{module}.{action}" for module, row in one.items() for action in row} for one in matrices
    ]
    assert set(Role.objects.get(pk=role.pk).permissions) in whole
    # Each event begins where another one ended.
    trail = list(AuditEvent.objects.order_by("pk").values_list("metadata__changes", flat=True))
    befores = sorted(str(change["permissions"]["before"]) for change in trail)
    afters = sorted(str(change["permissions"]["after"]) for change in trail)
    last = str(Role.objects.get(pk=role.pk).permissions)
    assert sorted([*befores, last]) == sorted([*afters, "[]"])


@together
def test_parallel_changes_of_name_and_matrix_all_count():
    tenant = TenantFactory()
    role = RoleFactory(tenant=tenant)
    client = ApiClient(UserFactory(tenant=tenant))
    calls = [
        lambda: client.patch(f"{URL}/{role.pk}", {"name": "Marker"}),
        lambda: client.patch(f"{URL}/{role.pk}", {"description": "Marks."}),
        lambda: client.put(
            f"{URL}/{role.pk}/permissions", {"permissions": {"FEEDBACK": {"can_view": True}}}
        ),
    ]

    codes = at_once(lambda index: calls[index]().status_code, 3)

    role.refresh_from_db()
    assert codes == [200] * 3
    assert (role.name, role.description, role.permissions) == (
        "Marker",
        "Marks.",
        ["FEEDBACK.can_view"],
    )
