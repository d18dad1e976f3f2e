"""Nobody acts upon people or roles above their own, least of all by being quick (G36)."""

import pytest

from accounts.models import Role, User
from accounts.services import roles, users
from config.permissions import ALL_FLAGS
from tests.clients import ApiClient, OperatorClient
from tests.config.refusals import refusal
from tests.contract.test_authority import everything
from tests.factories import (
    RoleFactory,
    StudentFactory,
    SystemRoleFactory,
    TenantFactory,
    UserFactory,
)
from tests.operators import buttons, page, parsed, refused, told
from tests.threads import at_once
from tests.waiting import while_waiting

USERS, ROLES = "/v1/console/users", "/v1/console/roles"
VIEW_USERS, EXPORT_FEEDBACK = "USER_MANAGEMENT.can_view", "FEEDBACK.can_export"
DESK = [one for one in ALL_FLAGS if one.startswith(("USER_MANAGEMENT.", "ROLE_MANAGEMENT."))]

alone = pytest.mark.django_db
together = pytest.mark.django_db(transaction=True)


def desk_of(tenant) -> User:
    """Somebody who manages users and roles, and may do nothing else."""
    return UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=DESK))


# The attack -----------------------------------------------------------------------------------


@alone
def test_who_manages_users_and_roles_and_nothing_else_destroys_nobody_above(admin, tenant):
    desk = desk_of(tenant)
    client, user, role = ApiClient(desk), f"{USERS}/{admin.pk}", f"{ROLES}/{admin.role_id}"
    own = {one: {"can_view": True} for one in ("USER_MANAGEMENT", "ROLE_MANAGEMENT")}
    before = everything()

    answers = [
        client.patch(user, {"role_id": desk.role_id}),
        client.patch(user, {"status": "INACTIVE"}),
        client.patch(user, {"status": "DELETED"}),
        client.patch(user, {"first_name": "Eve"}),
        client.patch(user, {"unlimited_sessions": True, "programme_codes": []}),
        client.patch(user, {}),
        client.post(f"{user}/deactivate"),
        client.post(f"{user}/activate"),
        client.post(f"{user}/resend-invite"),
        client.delete(user),
        client.put(f"{role}/permissions", {"permissions": {}}),
        client.put(f"{role}/permissions", {"permissions": own}),
        client.patch(role, {"name": "Nobody"}),
        client.patch(role, {"description": "Empty"}),
        client.delete(role),
    ]

    needed = "Permission denied: CASE_STUDIES.can_view required"
    assert [(one.status_code, one.json()["error"]) for one in answers] == [(403, needed)] * 15
    assert everything() == before


@alone
@pytest.mark.parametrize("status", ["INACTIVE", "DELETED"])
def test_whoever_is_switched_off_is_above_all_the_same(tenant, status):
    above = UserFactory(tenant=tenant, status=status)

    answer = ApiClient(desk_of(tenant)).patch(f"{USERS}/{above.pk}", {"last_name": "Gone"})

    assert answer.status_code == 403
    assert User.objects.get(pk=above.pk).last_name == above.last_name


@alone
def test_people_without_a_role_and_students_are_above_nobody(tenant):
    permissions = ["USER_MANAGEMENT.can_edit"]
    client = ApiClient(
        UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=permissions))
    )
    for user in (UserFactory(tenant=tenant, role=None), StudentFactory(tenant=tenant)):
        assert client.post(f"{USERS}/{user.pk}/deactivate").status_code == 200


@alone
def test_everybody_may_go_on_changing_what_they_may_of_themselves(tenant):
    desk = desk_of(tenant)

    for client, user in ((ApiClient(desk), desk), (ApiClient(one := UserFactory()), one)):
        assert client.patch(f"{USERS}/{user.pk}", {"title": "Dr"}).status_code == 200
        assert client.patch("/v1/users/me", {"department": "Law"}).status_code == 200


# Roles ----------------------------------------------------------------------------------------


@pytest.fixture
def above(tenant) -> Role:
    return RoleFactory(tenant=tenant, permissions=[VIEW_USERS, EXPORT_FEEDBACK])


@alone
def test_a_role_above_may_be_given_more_and_nothing_be_taken(tenant, above):
    client, url = ApiClient(desk_of(tenant)), f"{ROLES}/{above.pk}/permissions"
    more = {
        "USER_MANAGEMENT": {"can_view": True, "can_edit": True},
        "FEEDBACK": {"can_export": True},
    }

    given = client.put(url, {"permissions": more})
    taken_back = client.put(url, {"permissions": more | {"USER_MANAGEMENT": {"can_view": True}}})

    assert given.status_code == 200
    assert taken_back.status_code == 403
    assert taken_back.json() == refusal(
        f"Permission denied: {EXPORT_FEEDBACK} required", "AUTHORIZATION_ERROR"
    )
    assert Role.objects.get(pk=above.pk).flags == {
        VIEW_USERS,
        "USER_MANAGEMENT.can_edit",
        EXPORT_FEEDBACK,
    }


@alone
def test_the_super_admins_role_is_above_an_admins(admin, tenant):
    role = SystemRoleFactory(tenant=tenant, legacy_role="SUPER_ADMIN")
    client, operator = ApiClient(admin), OperatorClient(admin)

    described = client.patch(f"{ROLES}/{role.pk}", {"description": "Ours."})

    assert (described.status_code, described.json()["error"]) == (
        403,
        "Permission denied: ROLE_MANAGEMENT.can_export required",
    )
    url = page("accounts_role_change", role.pk)
    assert operator.post(url, {"description": "Ours."}).status_code == 403
    assert Role.objects.get(pk=role.pk).description is None


@alone
def test_the_panel_lets_a_role_above_be_given_more_alone(tenant, above):
    client, url = OperatorClient(desk_of(tenant)), page("accounts_role_change", above.pk)

    answer = client.get(url)
    boxes = parsed(answer).xpath("//table[@data-matrix]//input")
    free = {box.get("value") for box in boxes if "disabled" not in box.attrib}
    sent = [
        box.get("value")
        for box in parsed(answer).xpath("//input[@name='permissions']")
        if "checked" in box.attrib or box.get("type") == "hidden"
    ]

    assert free == {*DESK} - {VIEW_USERS}
    assert parsed(answer).xpath("//input[@name='name'] | //textarea") == []
    # Browsers leave out what is greyed out: what stays is sent along hidden.
    assert sorted(set(sent)) == sorted(above.permissions)
    told(client.post(url, {"permissions": [*above.permissions, "USER_MANAGEMENT.can_edit"]}))
    assert refused(client.post(url, {"permissions": [VIEW_USERS]})) == {
        "": [f"Permission denied: {EXPORT_FEEDBACK} required"]
    }
    assert Role.objects.get(pk=above.pk).flags == {*above.flags, "USER_MANAGEMENT.can_edit"}


@alone
def test_a_form_that_was_refused_can_be_corrected(tenant):
    """What is entered is not taken for what the role permits, or the user holds, by now."""
    client = OperatorClient(desk_of(tenant))
    role = RoleFactory(tenant=tenant)
    user, higher = UserFactory(tenant=tenant, role=role), SystemRoleFactory(tenant=tenant)
    forms = {
        page("accounts_role_change", role.pk): {"name": "Own", "permissions": [EXPORT_FEEDBACK]},
        page("accounts_user_change", user.pk): {
            "first_name": "Ada",
            "last_name": "Obi",
            "role": higher.pk,
        },
    }

    for url, sent in forms.items():
        answer = client.post(url, sent)

        assert "required" in refused(answer)[""][0]
        assert parsed(answer).xpath("//*[@name='_save']") != []


@alone
def test_buttons_of_equals_are_there(admin, tenant):
    answer = OperatorClient(admin).get(page("accounts_user_change", UserFactory(tenant=tenant).pk))

    assert buttons(answer) == [
        "Sign-ins",
        "Change the e-mail address",
        "Reset the password",
        "Deactivate",
        "Delete",
    ]


# At the same moment ---------------------------------------------------------------------------


@together
def test_who_is_promoted_meanwhile_is_out_of_reach():
    tenant = TenantFactory()
    client, user = ApiClient(desk_of(tenant)), UserFactory(tenant=tenant, role=None)
    role = SystemRoleFactory(tenant=tenant)

    code = while_waiting(
        lambda: users.update_user(actor=None, user=user, role_id=role.pk),
        lambda: client.post(f"{USERS}/{user.pk}/deactivate").status_code,
    )

    assert code == 403
    assert User.objects.get(pk=user.pk).is_active


@together
@pytest.mark.parametrize("call", ["deactivate", "resend-invite"])
def test_whose_role_is_widened_meanwhile_is_out_of_reach(call):
    tenant = TenantFactory()
    role = RoleFactory(tenant=tenant)
    client, user = ApiClient(desk_of(tenant)), UserFactory(tenant=tenant, role=role)

    code = while_waiting(
        lambda: roles.replace_permissions(actor=None, role=role, flags=[EXPORT_FEEDBACK]),
        lambda: client.post(f"{USERS}/{user.pk}/{call}").status_code,
    )

    assert code == 403
    assert User.objects.get(pk=user.pk).is_active


@together
@pytest.mark.parametrize("method", ["patch", "put", "delete"])
def test_a_role_that_is_widened_meanwhile_is_out_of_reach(method):
    tenant = TenantFactory()
    role = RoleFactory(tenant=tenant, permissions=[VIEW_USERS])
    client, url = ApiClient(desk_of(tenant)), f"{ROLES}/{role.pk}"
    calls = {
        "patch": lambda: client.patch(url, {"name": "Theirs"}),
        "put": lambda: client.put(f"{url}/permissions", {"permissions": {}}),
        "delete": lambda: client.delete(url),
    }
    wider = [VIEW_USERS, EXPORT_FEEDBACK]

    code = while_waiting(
        lambda: roles.replace_permissions(actor=None, role=role, flags=wider),
        lambda: calls[method]().status_code,
    )

    assert code == 403
    assert Role.objects.get(pk=role.pk).permissions == wider


@together
def test_an_actor_who_is_demoted_meanwhile_acts_as_what_is_left():
    tenant = TenantFactory()
    actor, user = UserFactory(tenant=tenant), UserFactory(tenant=tenant)
    desk, client = RoleFactory(tenant=tenant, permissions=DESK), ApiClient(actor)

    def demote_both_ends() -> None:
        users.update_user(actor=None, user=actor, role_id=desk.pk)
        users.update_user(actor=None, user=user, title="Held")

    code = while_waiting(
        demote_both_ends, lambda: client.post(f"{USERS}/{user.pk}/deactivate").status_code
    )

    assert code == 403
    assert User.objects.get(pk=user.pk).is_active


@together
def test_people_who_change_roles_crosswise_never_wait_in_a_ring():
    """Each holds the role that somebody has and the one that they get; a ring would be a 503."""
    tenant = TenantFactory()
    pair = [RoleFactory(tenant=tenant) for _ in range(2)]
    people = [UserFactory(tenant=tenant, role=pair[number % 2]) for number in range(4)]
    client = ApiClient(UserFactory(tenant=tenant))

    def swap(index: int) -> set[int]:
        url = f"{USERS}/{people[index].pk}"
        return {
            client.patch(url, {"role_id": pair[(index + step) % 2].pk}).status_code
            for step in range(1, 16)
        }

    assert set().union(*at_once(swap, 4)) == {200}
