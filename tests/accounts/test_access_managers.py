"""A tenant keeps somebody who can edit both its users and its roles (G36)."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction

from accounts.models import ProgrammeMembership, Role, User
from accounts.services import addresses, roles, users
from config.errors import RuleViolation
from students.services.returns import return_to_students
from tenants.models import AuditEvent
from tests.clients import ApiClient, OperatorClient
from tests.config.refusals import refusal
from tests.factories import (
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    SuperAdminFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.operators import page, refused, told
from tests.servers import PATIENCE
from tests.threads import at_once
from tests.waiting import while_waiting

USERS, ROLES = "/v1/console/users", "/v1/console/roles"
BOTH = ["USER_MANAGEMENT.can_edit", "ROLE_MANAGEMENT.can_edit"]
MESSAGE = "The last active user who can edit both users and roles has to stay."
REFUSAL = refusal(MESSAGE, "VALIDATION_ERROR")

alone = pytest.mark.django_db
together = pytest.mark.django_db(transaction=True)


def managers(tenant) -> list[User]:
    """Return who can edit users and roles, reckoned without the code that is tested."""
    active = User.objects.filter(tenant=tenant, status="ACTIVE").select_related("role")
    return [user for user in active if user.flags.issuperset(BOTH)]


def holder(tenant, *more: str, **columns) -> User:
    role = RoleFactory(tenant=tenant, permissions=[*BOTH, *more])
    return with_programme(UserFactory(tenant=tenant, role=role, **columns))


def with_programme(user: User) -> User:
    """Let a user be one who could be returned to the students."""
    SystemRoleFactory(tenant=user.tenant, legacy_role="STUDENT")
    programme = ProgrammeFactory(tenant=user.tenant)
    ProgrammeMembership.objects.create(tenant=user.tenant, user=user, programme=programme)
    return user


@pytest.fixture
def last(tenant) -> User:
    """The last who can edit users and roles of the tenant: others can edit either, or could."""
    for half in BOTH:
        UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=[half]))
    for status in ("INACTIVE", "DELETED"):
        holder(tenant, status=status)
    holder(TenantFactory())
    return with_programme(UserFactory(tenant=tenant))


# Whatever would take the last one away --------------------------------------------------------


def _demote(user: User, actor: User | None) -> None:
    role = SystemRoleFactory(tenant=user.tenant, legacy_role="FACULTY")
    users.update_user(actor=actor, user=user, role_id=role.pk)


def _matrix(*flags: str):
    def replace(user: User, actor: User | None) -> None:
        roles.replace_permissions(actor=actor, role=user.role, flags=flags)

    return replace


LOSSES = {
    "deactivated": lambda user, actor: users.deactivate_user(actor=actor, user=user),
    "deleted": lambda user, actor: users.soft_delete_user(actor=actor, user=user),
    "demoted": _demote,
    "returned to students": lambda user, actor: return_to_students(actor=actor, user=user),
    "emptied": _matrix(),
    "without users": _matrix("ROLE_MANAGEMENT.can_edit"),
    "without roles": _matrix("USER_MANAGEMENT.can_edit"),
}


@alone
@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES)
@pytest.mark.parametrize("who", ["nobody", "a Super Admin of another tenant"])
def test_the_last_one_stays_whoever_acts(last, lose, who):
    actor = None if who == "nobody" else SuperAdminFactory()

    with pytest.raises(RuleViolation, match=MESSAGE):
        lose(last, actor)

    assert managers(last.tenant) == [last]
    assert Role.objects.get(pk=last.role_id).permissions == last.role.permissions
    assert not AuditEvent.objects.exists()


@alone
@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES)
def test_the_last_but_one_may_go(last, lose):
    other = holder(last.tenant)

    lose(last, None)

    assert managers(last.tenant) == [other]


@alone
@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES)
def test_a_tenant_that_has_nobody_may_be_worked_on(tenant, lose):
    gone = holder(tenant, status="INACTIVE")

    lose(gone, SuperAdminFactory())

    assert managers(tenant) == []


@alone
def test_nobody_who_could_is_needed_to_change_others(tenant):
    user = FacultyFactory(tenant=tenant)

    users.deactivate_user(actor=None, user=user)

    assert not User.objects.get(pk=user.pk).is_active


@alone
def test_a_super_admin_of_the_tenant_can_edit_all_there_is(last):
    """Whatever is stored as their role's permissions (contract §1.9)."""
    boss = SuperAdminFactory(tenant=last.tenant)
    Role.objects.filter(pk=boss.role_id).update(permissions=[])

    users.deactivate_user(actor=None, user=last)
    SuperAdminFactory()  # so that this one is not the last of the system
    with pytest.raises(RuleViolation, match=MESSAGE):
        users.deactivate_user(actor=None, user=boss)


@alone
def test_a_change_that_leaves_both_rights_is_none_of_this(last):
    role = RoleFactory(tenant=last.tenant, permissions=BOTH)

    roles.replace_permissions(actor=None, role=last.role, flags=[*BOTH, "FEEDBACK.can_view"])
    users.update_user(actor=None, user=last, role_id=role.pk, title="Dr")

    assert managers(last.tenant) == [last]


# Doors ----------------------------------------------------------------------------------------


@alone
def test_the_own_role_keeps_what_keeps_the_tenant_open(last):
    client, url = ApiClient(last), f"{ROLES}/{last.role_id}/permissions"
    matrix = {"USER_MANAGEMENT": {"can_view": True, "can_edit": True}}

    for permissions in ({}, matrix, {"ROLE_MANAGEMENT": {"can_edit": True}}):
        answer = client.put(url, {"permissions": permissions})
        assert (answer.status_code, answer.json()) == (400, REFUSAL)

    assert managers(last.tenant) == [last]


@alone
def test_the_own_account_stays_for_the_reasons_that_it_always_had(last):
    client, url = ApiClient(last), f"{USERS}/{last.pk}"

    answers = [client.post(f"{url}/deactivate"), client.delete(url)]

    own = refusal("You cannot deactivate or delete your own account.", "VALIDATION_ERROR")
    assert [(one.status_code, one.json()) for one in answers] == [(400, own)] * 2


@alone
def test_the_last_one_may_have_another_address(last):
    addresses.change_email(actor=None, user=last, email="new@example.com")

    assert [user.email for user in managers(last.tenant)] == ["new@example.com"]


@alone
@pytest.mark.parametrize("action", ["deactivate", "remove", "change", "return_to_students"])
def test_the_panel_keeps_the_last_one_from_super_admins_who_work_there(last, action):
    client = _works_in(last.tenant)
    role = SystemRoleFactory(tenant=last.tenant, legacy_role="FACULTY")
    form = {"first_name": last.first_name, "last_name": last.last_name, "role": role.pk}

    answer = client.post(page(f"accounts_user_{action}", last.pk), form)

    assert refused(answer) == {"": [MESSAGE]}
    assert managers(last.tenant) == [last]


@alone
def test_the_panel_keeps_the_matrix_of_the_last_one(last):
    client, url = _works_in(last.tenant), page("accounts_role_change", last.role_id)

    answer = client.post(url, {"name": "Admin", "description": "", "permissions": BOTH[:1]})

    assert refused(answer) == {"": [MESSAGE]}
    told(client.post(url, {"name": "Admin", "description": "", "permissions": BOTH}))


def _works_in(tenant) -> OperatorClient:
    client = OperatorClient(SuperAdminFactory())
    client.work_in(tenant)
    return client


# At the same moment ---------------------------------------------------------------------------


@together
@pytest.mark.parametrize("repetition", range(5))
def test_two_who_switch_each_other_off_do_not_both_go(repetition):
    tenant = TenantFactory()
    pair = [UserFactory(tenant=tenant) for _ in range(2)]
    clients = [ApiClient(user) for user in pair]

    codes = at_once(
        lambda index: clients[index].post(f"{USERS}/{pair[1 - index].pk}/deactivate").status_code,
        2,
    )

    # The loser came too late: refused by the rule, or not known any more.
    assert sorted(codes) in ([200, 400], [200, 401])
    assert len(managers(tenant)) == 1


def attempt(lose, user: User) -> str:
    """Return why it was refused, or ``done``."""
    try:
        lose(user, None)
    except RuleViolation as refused:
        return refused.message
    return "done"


@together
@pytest.mark.parametrize("second", LOSSES.values(), ids=LOSSES)
@pytest.mark.parametrize("first", LOSSES.values(), ids=LOSSES)
def test_the_last_two_do_not_go_together(first, second):
    """Neither sees what the other has not committed; so the second waits for the first."""
    tenant = TenantFactory()
    gone, stays = holder(tenant), holder(tenant)
    SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")

    outcome = while_waiting(lambda: first(gone, None), lambda: attempt(second, stays))

    assert outcome == MESSAGE
    assert managers(tenant) == [stays]


@together
@pytest.mark.parametrize("repetition", range(3))
def test_of_many_who_all_go_at_once_one_stays(repetition):
    tenant = TenantFactory()
    everybody = [holder(tenant) for _ in LOSSES]
    SystemRoleFactory(tenant=tenant, legacy_role="FACULTY")
    losses = list(LOSSES.values())

    outcomes = at_once(lambda index: attempt(losses[index], everybody[index]), len(losses))

    assert sorted(outcomes) == sorted([MESSAGE, *["done"] * (len(losses) - 1)])
    assert len(managers(tenant)) == 1


@together
def test_who_comes_to_count_meanwhile_is_counted():
    """The role of somebody who goes is held: else they would go unnoticed as the last."""
    tenant = TenantFactory()
    half, other = RoleFactory(tenant=tenant, permissions=BOTH[:1]), holder(tenant)
    user = UserFactory(tenant=tenant, role=half)

    def hand_over() -> None:
        roles.replace_permissions(actor=None, role=half, flags=BOTH)
        users.deactivate_user(actor=None, user=other)

    assert while_waiting(hand_over, lambda: attempt(LOSSES["deactivated"], user)) == MESSAGE
    assert managers(tenant) == [user]


@together
def test_tenants_do_not_wait_for_each_other():
    pairs = [[holder(tenant) for _ in range(2)] for tenant in (TenantFactory(), TenantFactory())]

    def others() -> str:
        try:
            return attempt(LOSSES["deactivated"], pairs[1][0])
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads, transaction.atomic():
        users.deactivate_user(actor=None, user=pairs[0][0])
        assert threads.submit(others).result(PATIENCE) == "done"
