"""Changing users by services: without a caller, and many at the same moment (contract §5)."""

import pytest

from accounts.models import Invitation, Role, User
from accounts.services import roles, users
from config.errors import DomainError, FlagMissing, NotFound, RuleViolation
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    StudentFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.threads import at_once

URL = "/v1/console/users"
together = pytest.mark.django_db(transaction=True)


def attempt(service, **arguments) -> str:
    """Call a service; return the name of its refusal, or ``done``."""
    try:
        service(**arguments)
    except DomainError as error:
        return type(error).__name__
    return "done"


# Nobody in particular acts -----------------------------------------------------------------------


@pytest.mark.django_db
def test_a_command_invites_without_a_caller(tenant):
    admin = SystemRoleFactory(tenant=tenant)

    user = users.invite_user(
        actor=None,
        tenant=tenant,
        email="ada@example.com",
        first_name="Ada",
        last_name="Obi",
        role_id=admin.pk,
    )

    event = AuditEvent.objects.get()
    assert (event.target_id, event.actor_user_id, event.actor_email) == (user.pk, None, None)
    assert Invitation.objects.get().user == user


@pytest.mark.django_db
def test_last_acting_super_admin_of_the_system_stays(tenant):
    boss = SuperAdminFactory(tenant=tenant)
    SuperAdminFactory(tenant=tenant, status="INACTIVE")
    SuperAdminFactory(tenant=TenantFactory(is_active=False))
    UserFactory(tenant=tenant)
    faculty = SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")

    for change in ({"status": "INACTIVE"}, {"status": "DELETED"}, {"role_id": faculty.pk}):
        with pytest.raises(RuleViolation, match="last active Super Admin"):
            users.update_user(actor=None, user=boss, **change)

    assert User.objects.filter(pk=boss.pk, status="ACTIVE", role=boss.role).exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.django_db
def test_super_admin_may_go_while_another_tenants_stays(tenant):
    boss = SuperAdminFactory(tenant=tenant)
    other = SuperAdminFactory()
    UserFactory(tenant=tenant)  # so that somebody of the tenant can go on (G36)

    users.deactivate_user(actor=None, user=boss)
    with pytest.raises(RuleViolation):
        users.deactivate_user(actor=None, user=other)

    assert User.objects.get(pk=boss.pk).status == "INACTIVE"


@pytest.mark.django_db
def test_inactive_super_admin_may_be_deleted_while_one_is_left(tenant):
    SuperAdminFactory(tenant=tenant)
    gone = SuperAdminFactory(tenant=tenant, status="INACTIVE")

    assert users.soft_delete_user(actor=None, user=gone).status == "DELETED"


@pytest.mark.django_db
def test_user_who_vanished_meanwhile_is_not_found(tenant):
    user = FacultyFactory(tenant=tenant)
    User.objects.filter(pk=user.pk).delete()

    with pytest.raises(NotFound):
        users.deactivate_user(actor=None, user=user)


@pytest.mark.django_db
def test_rights_are_those_of_the_moment_and_not_of_the_request(tenant):
    role = RoleFactory(tenant=tenant, permissions=["FEEDBACK.can_view"])
    actor = UserFactory(tenant=tenant, role=role)
    student = StudentFactory(tenant=tenant)
    assert actor.has_flag("FEEDBACK.can_view")
    Role.objects.filter(pk=role.pk).update(permissions=["PROGRAMMES.can_view"])

    with pytest.raises(FlagMissing, match=r"FEEDBACK\.can_view"):
        roles.replace_permissions(
            actor=actor, role=role, flags=["FEEDBACK.can_view", "PROGRAMMES.can_view"]
        )
    Role.objects.filter(pk=role.pk).update(permissions=[])
    taken = RoleFactory(tenant=tenant, permissions=["FEEDBACK.can_view"])
    with pytest.raises(FlagMissing):
        users.update_user(actor=actor, user=student, role_id=taken.pk)


# Many at the same moment --------------------------------------------------------------------------


@together
def test_one_of_twenty_parallel_invitations_of_an_address_wins():
    tenant = TenantFactory()
    client = ApiClient(UserFactory(tenant=tenant))
    both = [RoleFactory(tenant=tenant).pk for _ in range(2)]
    ProgrammeFactory(tenant=tenant, code="MPH")

    def invite(index: int) -> int:
        spelt = "ada@example.com" if index % 3 else "ADA@Example.com"
        person = {"email": spelt, "first_name": "Ada", "last_name": f"Obi {index}"}
        place = {"role_id": both[index % 2], "programme_codes": ["MPH"]}
        return client.post(URL, person | place).status_code

    codes = at_once(invite, 20)

    assert sorted(codes) == [201] + [409] * 19
    assert User.objects.filter(email__iexact="ada@example.com").count() == 1
    assert Invitation.objects.count() == 1
    assert AuditEvent.objects.count() == 1


@together
@pytest.mark.parametrize("repetition", range(5))
def test_two_super_admins_never_lock_each_other_out(repetition):
    tenant = TenantFactory()
    pair = [SuperAdminFactory(tenant=tenant) for _ in range(2)]
    clients = [ApiClient(user) for user in pair]

    def switch_off(index: int) -> int:
        return clients[index].post(f"{URL}/{pair[1 - index].pk}/deactivate").status_code

    codes = at_once(switch_off, 2)

    # The loser came too late: refused by the rule, or not known any more.
    assert sorted(codes) in ([200, 400], [200, 401])
    assert User.objects.active().count() == 1


@together
def test_super_admins_of_different_tenants_never_all_go():
    bosses = [SuperAdminFactory() for _ in range(4)]
    for boss in bosses:
        UserFactory(tenant=boss.tenant)  # so that somebody of each tenant can go on (G36)

    outcomes = at_once(
        lambda index: attempt(users.deactivate_user, actor=None, user=bosses[index]), 4
    )

    assert sorted(outcomes) == ["RuleViolation", "done", "done", "done"]
    assert User.objects.active().filter(legacy_role="SUPER_ADMIN").count() == 1


@together
@pytest.mark.parametrize("repetition", range(5))
def test_role_is_deleted_or_assigned_and_never_both(repetition):
    tenant = TenantFactory()
    role = RoleFactory(tenant=tenant)
    student = StudentFactory(tenant=tenant)
    client = ApiClient(UserFactory(tenant=tenant))
    person = {"email": "ada@example.com", "first_name": "Ada", "last_name": "Obi"}
    calls = [
        lambda: client.delete(f"/v1/console/roles/{role.pk}"),
        lambda: client.post(URL, person | {"role_id": role.pk}),
        lambda: client.patch(f"{URL}/{student.pk}", {"role_id": role.pk}),
    ]

    deleted, invited, assigned = at_once(lambda index: calls[index]().status_code, 3)

    if deleted == 200:
        assert (invited, assigned) == (404, 404)
        assert not Role.objects.filter(pk=role.pk).exists()
    else:
        assert deleted == 409
        assert Role.objects.get(pk=role.pk).users.count() == [invited, assigned].count(201) + [
            invited,
            assigned,
        ].count(200)


@together
def test_user_is_changed_by_many_at_once_and_every_change_counts():
    tenant = TenantFactory()
    user = FacultyFactory(tenant=tenant)
    for code in ("MPH", "MBA"):
        ProgrammeFactory(tenant=tenant, code=code)
    bodies = [
        {"title": "Dr"},
        {"department": "Law"},
        {"middle_name": "Grace"},
        {"programme_codes": ["MPH", "MBA"]},
        {"programme_codes": ["MBA", "MPH"]},
        {"unlimited_sessions": True},
    ]
    client = ApiClient(UserFactory(tenant=tenant))

    codes = at_once(
        lambda index: client.patch(f"{URL}/{user.pk}", bodies[index]).status_code, len(bodies)
    )

    data = client.get(f"{URL}/{user.pk}").json()["data"]
    assert codes == [200] * len(bodies)
    assert (data["title"], data["department"], data["middle_name"]) == ("Dr", "Law", "Grace")
    assert data["unlimited_sessions"] is True
    assert sorted(data["programme_codes"]) == ["MBA", "MPH"]
    assert AuditEvent.objects.count() == len(bodies)


@together
def test_parallel_changes_of_one_field_form_a_chain():
    tenant = TenantFactory()
    user = FacultyFactory(tenant=tenant)
    for code in ("MPH", "MBA"):
        ProgrammeFactory(tenant=tenant, code=code)
    client = ApiClient(UserFactory(tenant=tenant))

    def change(index: int) -> int:
        body = {"title": f"Dr {index}", "programme_codes": ["MPH", "MBA"][index % 2 :]}
        return client.patch(f"{URL}/{user.pk}", body).status_code

    codes = at_once(change, 10)

    changes = [event.metadata["changes"]["title"] for event in AuditEvent.objects.all()]
    befores = [change["before"] for change in changes]
    afters = [change["after"] for change in changes]
    user.refresh_from_db()
    assert codes == [200] * 10
    # Each event begins where another one ended.
    assert sorted([*befores, user.title], key=str) == sorted([*afters, None], key=str)
    codes_now = client.get(f"{URL}/{user.pk}").json()["data"]["programme_codes"]
    assert codes_now == ["MPH", "MBA"][int(user.title[-1]) % 2 :]


@together
@pytest.mark.parametrize("repetition", range(3))
def test_role_that_changes_under_a_waiting_change_is_the_one_it_sees(repetition):
    tenant = TenantFactory()
    named = {role.pk: role.name for role in (RoleFactory(tenant=tenant) for _ in range(2))}
    user = FacultyFactory(tenant=tenant)
    client = ApiClient(UserFactory(tenant=tenant))

    def change(index: int) -> dict:
        body = {"role_id": list(named)[index % 2]} if index % 3 else {"title": f"Dr {index}"}
        return client.patch(f"{URL}/{user.pk}", body).json()["data"]

    answers = at_once(change, 12)

    named[user.role_id] = "Faculty"
    assert all(answer["role_name"] == named[answer["role_id"]] for answer in answers)


@together
def test_storm_of_changes_ends_without_a_deadlock():
    """Users, roles and Super Admins criss-cross; a deadlock would surface as 503."""
    tenant = TenantFactory()
    bosses = [SuperAdminFactory(tenant=tenant) for _ in range(3)]
    people = [FacultyFactory(tenant=tenant) for _ in range(3)]
    chosen = [RoleFactory(tenant=tenant) for _ in range(3)]
    clients = [ApiClient(boss) for boss in bosses]
    matrix = {"permissions": {"FEEDBACK": {"can_view": True}}}

    def change(index: int) -> list[int]:
        codes = []
        for step in range(12):
            turn = index + step
            user, role = people[turn % 3], chosen[(turn // 2) % 3]
            target = bosses[(index + 1) % 3]
            calls = [
                lambda c, user=user, role=role: c.patch(
                    f"{URL}/{user.pk}", {"role_id": role.pk, "status": "ACTIVE"}
                ),
                lambda c, role=role, put=step % 2: c.put(
                    f"/v1/console/roles/{role.pk}/permissions",
                    matrix if put else {"permissions": {}},
                ),
                lambda c, user=user: c.post(f"{URL}/{user.pk}/deactivate"),
                lambda c, role=role: c.delete(f"/v1/console/roles/{role.pk}"),
                lambda c, target=target: c.patch(f"{URL}/{target.pk}", {"title": "Dr"}),
                lambda c, target=target: c.post(f"{URL}/{target.pk}/deactivate"),
                lambda c, target=target: c.post(f"{URL}/{target.pk}/activate"),
            ]
            codes.append(calls[turn % len(calls)](clients[index % 3]).status_code)
        return codes

    codes = {code for run in at_once(change, 6) for code in run}

    assert codes <= {200, 400, 401, 404, 409}
    assert 200 in codes
    assert User.objects.active().filter(legacy_role="SUPER_ADMIN").exists()
