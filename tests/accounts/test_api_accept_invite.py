"""POST /v1/auth/accept-invite (contract §2)."""

import pytest
from django.utils import timezone

from accounts.models import Invitation, User, UserStatus
from accounts.services.invitations import accept_if_invited
from tenants.models import AuditEvent, Tenant
from tests.accounts.invitations import enable_sso
from tests.accounts.second_factors import give_second_factor
from tests.accounts.second_factors import refusal as refused_for
from tests.clients import ApiClient, bearer, claims, login
from tests.threads import at_once

pytestmark = pytest.mark.django_db

ACCEPT = "/v1/auth/accept-invite"
GOOD = "a fine long phrase"


@pytest.fixture
def token(invited) -> str:
    """What stands in the mail of an invitation."""
    invitation = Invitation(tenant=invited.tenant, user=invited, sent_at=timezone.now())
    token = invitation.give_token()
    invitation.save()
    return token


def test_whoever_has_a_second_factor_signs_in_with_it(anonymous, token, invited):
    give_second_factor(invited)

    answer = anonymous.post(ACCEPT, {"token": token, "password": GOOD})

    assert (answer.status_code, answer.json()["data"]) == (200, None)
    assert refused_for(login(anonymous, invited, GOOD)) == (401, "SECOND_FACTOR_REQUIRED")


def refusal(message: str) -> dict:
    return {"success": False, "error": message, "code": "VALIDATION_ERROR", "details": {}}


def test_a_token_is_exchanged_for_a_pair_without_sso(anonymous, token, invited):
    answer = anonymous.post(ACCEPT, {"token": token, "password": GOOD})

    body = answer.json()
    pair = body["data"]
    assert answer.status_code == 200
    assert body == {"success": True, "data": pair, "message": "Invitation accepted successfully"}
    assert set(pair) == {"access_token", "refresh_token", "token_type", "expires_in"}
    assert claims(pair["access_token"])["sub"] == invited.pk
    assert anonymous.get("/v1/users/me", headers=bearer(pair)).status_code == 200
    assert Invitation.objects.get().accepted_at
    assert login(anonymous, invited, GOOD).status_code == 200
    accepted = AuditEvent.objects.get(event_type="user.updated")
    changed = AuditEvent.objects.get(event_type="password.changed")
    ids = {"user_id": invited.pk, "tenant_id": invited.tenant_id}
    assert {accepted.actor_user_id, changed.actor_user_id} == {invited.pk}
    assert accepted.metadata == ids | {"invitation": "accepted"}
    assert changed.metadata == ids | {"via": "invitation", "sign_ins_ended": 0}


def test_a_token_is_accepted_without_a_pair_under_sso(anonymous, token, invited):
    enable_sso(invited.tenant)

    answer = anonymous.post(ACCEPT, {"token": token})

    assert (answer.status_code, answer.json()) == (
        200,
        {"success": True, "data": None, "message": "Invitation accepted successfully"},
    )
    assert Invitation.objects.get().accepted_at


@pytest.mark.parametrize("body", [{}, {"password": None}, {"password": ""}])
def test_without_sso_a_password_is_needed_and_the_invitation_stays_good(
    body, anonymous, token, invited
):
    answer = anonymous.post(ACCEPT, {"token": token} | body)

    assert (answer.status_code, answer.json()) == (
        400,
        refusal(
            "Choose a password of 8 to 100 characters, and send it as password. The invitation "
            "stays good."
        ),
    )
    assert Invitation.objects.get().accepted_at is None
    assert not AuditEvent.objects.exists()
    assert anonymous.post(ACCEPT, {"token": token, "password": GOOD}).status_code == 200


@pytest.mark.parametrize(
    ("password", "status"),
    [("password1", 400), ("Grace Hopper", 400), ("short12", 422), ("x" * 101, 422), (1e9, 422)],
)
def test_a_bad_password_leaves_the_invitation_good(password, status, anonymous, token, invited):
    answer = anonymous.post(ACCEPT, {"token": token, "password": password})

    assert (answer.status_code, answer.json()["code"]) == (status, "VALIDATION_ERROR")
    assert not User.objects.get(pk=invited.pk).has_usable_password()
    assert anonymous.post(ACCEPT, {"token": token, "password": GOOD}).status_code == 200


def test_under_sso_a_password_is_refused_and_the_invitation_stays_good(anonymous, token, invited):
    enable_sso(invited.tenant)

    answer = anonymous.post(ACCEPT, {"token": token, "password": GOOD})

    assert (answer.status_code, answer.json()) == (
        400,
        refusal("Sign in through your university; no password is needed here."),
    )
    assert not User.objects.get(pk=invited.pk).has_usable_password()
    assert anonymous.post(ACCEPT, {"token": token}).status_code == 200


def replace(invited: User) -> None:
    Invitation.objects.update(replaced_at=timezone.now())


def expire(invited: User) -> None:
    Invitation.objects.update(expires_at=timezone.now())


def use_up(invited: User) -> None:
    accept_if_invited(user=invited)


def deactivate(invited: User) -> None:
    User.objects.filter(pk=invited.pk).update(status=UserStatus.INACTIVE)


def switch_off(invited: User) -> None:
    Tenant.objects.update(is_active=False)


@pytest.mark.parametrize(
    ("happened", "message"),
    [
        (replace, "This invitation was replaced by a newer one."),
        (expire, "This invitation has expired."),
        (use_up, "This invitation has been used."),
        (deactivate, "This account is not active."),
        (switch_off, "This account is not active."),
    ],
)
def test_a_token_that_is_not_good_any_more_is_refused(happened, message, anonymous, token, invited):
    happened(invited)

    answer = anonymous.post(ACCEPT, {"token": token})

    assert (answer.status_code, answer.json()) == (400, refusal(message))


def test_an_unknown_token_is_refused(anonymous, token):
    answer = anonymous.post(ACCEPT, {"token": f"{token}x"})

    assert (answer.status_code, answer.json()) == (400, refusal("There is no such invitation."))


@pytest.mark.parametrize("body", [{}, {"token": None}, {"token": 5}, {"token": ""}, []])
def test_a_body_without_a_token_is_malformed(body, anonymous, db):
    answer = anonymous.post(ACCEPT, body)

    assert (answer.status_code, answer.json()["code"]) == (422, "VALIDATION_ERROR")


@pytest.mark.django_db(transaction=True)
def test_of_many_who_use_a_token_at_once_one_succeeds(token):
    def accept(index: int) -> int:
        return ApiClient().post(ACCEPT, {"token": token, "password": GOOD}).status_code

    codes = at_once(accept, 10)

    assert sorted(codes) == [200] + [400] * 9


def test_made_up_tokens_keep_nobody_at_the_address_out(anonymous, token):
    assert {anonymous.post(ACCEPT, {"token": f"{n}"}).status_code for n in range(300)} == {400}

    accepted = anonymous.post(ACCEPT, {"token": token, "password": GOOD})
    assert accepted.status_code == 200


def test_requests_of_an_address_are_limited(anonymous, token, own_limits, settings):
    settings.RATE_LIMITS = {"address": (2, 60)}

    codes = [anonymous.post(ACCEPT, {"token": "guess"}).status_code for _ in range(3)]

    assert codes == [400, 400, 429]
