"""Somebody has lost phone and recovery codes: by the API, and by the command (contract §16)."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import SecondFactor
from tenants.models import AuditEvent
from tests.accounts.resets import NEW, confirm, sent_reset
from tests.accounts.second_factors import give_second_factor
from tests.clients import ApiClient, login
from tests.factories import PASSWORD, FacultyFactory, SuperAdminFactory, UserFactory

pytestmark = pytest.mark.django_db


def address(user) -> str:
    return f"/v1/console/users/{user.pk}/second-factor"


def command(email: str, slug: str) -> str:
    out = StringIO()
    call_command("remove_second_factor", email, tenant=slug, stdout=out)
    return out.getvalue().strip()


# The API ----------------------------------------------------------------------------------------


def test_an_operator_removes_it(tenant, anonymous):
    boss, user = SuperAdminFactory(tenant=tenant), UserFactory(tenant=tenant)
    give_second_factor(user)

    answer = ApiClient(boss).delete(address(user))

    body = answer.json()
    assert (answer.status_code, body["message"]) == (200, "Second factor removed successfully")
    assert body["data"]["id"] == user.pk
    assert login(anonymous, user).status_code == 200
    event = AuditEvent.objects.get(event_type="second_factor.removed")
    assert (event.actor_user_id, event.target_type, event.target_id) == (boss.pk, "user", user.pk)


def test_there_is_none_to_remove(tenant):
    answer = ApiClient(SuperAdminFactory(tenant=tenant)).delete(address(UserFactory(tenant=tenant)))

    assert (answer.status_code, answer.json()["error"]) == (404, "There is no second factor.")


def test_the_own_one_takes_a_code(tenant):
    """Or a stolen token would take away what it is to be stopped by."""
    boss = SuperAdminFactory(tenant=tenant)
    give_second_factor(boss)

    answer = ApiClient(boss).delete(address(boss))

    assert (answer.status_code, answer.json()["error"]) == (
        400,
        "Remove your own second factor in your profile, by a code of it.",
    )
    assert SecondFactor.objects.exists()


# The command ------------------------------------------------------------------------------------


def test_the_command_lets_the_only_super_admin_in_again(tenant, anonymous, settings):
    settings.SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS = True
    owner = SuperAdminFactory(tenant=tenant, email="owner@state.edu")
    give_second_factor(owner)

    said = command("OWNER@state.edu", tenant.slug)

    assert said == "owner@state.edu: the second factor is removed."
    assert login(anonymous, owner).json()["code"] == "SECOND_FACTOR_SETUP_REQUIRED"
    event = AuditEvent.objects.get(event_type="second_factor.removed")
    assert (event.actor_user_id, event.target_id) == (None, owner.pk)


@pytest.mark.parametrize(
    ("email", "slug", "said"),
    [
        ("owner@state.edu", "nowhere", "nowhere"),
        ("nobody@state.edu", "state", "state has no user nobody@state.edu."),
        ("owner@state.edu", "state", "There is no second factor."),
    ],
)
def test_the_command_says_what_is_missing(tenant, email, slug, said):
    tenant.slug = "state"
    tenant.save()
    SuperAdminFactory(tenant=tenant, email="owner@state.edu")

    with pytest.raises(CommandError, match=said):
        command(email, slug)


def test_codes_that_a_thief_of_the_password_wasted_lock_nobody_out_of_a_new_one(
    clock, tenant, settings
):
    settings.SECOND_FACTOR_LIMIT = (2, 24 * 3600)
    user = FacultyFactory(tenant=tenant)
    phone, _ = give_second_factor(user)

    def waste() -> list[int]:
        return [
            login(ApiClient(), user, password, code=phone.wrong_code()).status_code
            for _ in range(2)
        ]

    password = PASSWORD
    assert waste() == [401, 401]
    assert login(ApiClient(), user, code=phone.code()).status_code == 429
    _, token = sent_reset(user)
    confirm(token)

    assert login(ApiClient(), user, NEW, code=phone.code()).status_code == 200

    # Once a day: whoever reads the owner's mail gets no more codes to try by new passwords.
    password = NEW
    assert waste() == [401, 401]
    user.refresh_from_db()
    user.passwordresets.update(replaced_at=timezone.now())
    _, token = sent_reset(user)
    confirm(token, "another fine phrase")
    assert login(ApiClient(), user, "another fine phrase", code=phone.code()).status_code == 429
