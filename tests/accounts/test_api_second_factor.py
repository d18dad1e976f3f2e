"""The own second factor in the API: set up, confirmed, replaced, removed (contract §16)."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from pyotp import parse_uri

from accounts.models import SecondFactor
from tenants.models import AuditEvent, EventType
from tests.accounts.second_factors import Phone, give_second_factor, refusal
from tests.clients import ApiClient, login
from tests.factories import PASSWORD, SuperAdminFactory, TenantFactory, UserFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db

OWN = "/v1/users/me/second-factor"
CONFIRM, CODES = f"{OWN}/confirm", f"{OWN}/recovery-codes"

NONE = {"is_active": False, "since": None, "recovery_codes_left": 0, "is_required": False}


@pytest.fixture
def user(clock, tenant):
    return UserFactory(tenant=tenant, email="ada@state.edu")


@pytest.fixture
def caller(user) -> ApiClient:
    return ApiClient(user)


def data(answer, status: int = 200):
    assert answer.status_code == status, answer.content
    return answer.json()["data"]


def remove(caller: ApiClient, code: str):
    return caller.delete(OWN, {"code": code}, "application/json")


def begun(caller: ApiClient, **body) -> Phone:
    return Phone(data(caller.post(OWN, body))["secret"])


# Set up -----------------------------------------------------------------------------------------


def test_a_secret_is_set_up_and_confirmed_by_a_code(caller, user):
    assert data(caller.get(OWN)) == NONE
    offered = data(caller.post(OWN))
    assert data(caller.get(OWN)) == NONE

    answer = caller.post(CONFIRM, {"code": Phone(offered["secret"]).code()})

    assert answer.json()["message"] == "Second factor added successfully"
    codes = data(answer)["recovery_codes"]
    assert len(set(codes)) == 10
    assert data(caller.get(OWN)) == {
        "is_active": True,
        "since": "2026-05-01T09:00:00Z",
        "recovery_codes_left": 10,
        "is_required": False,
    }
    event = AuditEvent.objects.get(event_type="second_factor.added")
    assert (event.actor_user_id, event.target_type, event.target_id) == (user.pk, "user", user.pk)
    assert event.metadata == {"tenant_id": user.tenant_id, "user_id": user.pk, "replaced": False}


def test_the_address_for_apps_names_issuer_and_account(clock):
    tenant = TenantFactory(name="Université: Nord " + "x" * 60)
    offered = data(ApiClient(UserFactory(tenant=tenant, email="ada@nord.edu")).post(OWN))

    uri = urlsplit(offered["otpauth_uri"])
    read = parse_uri(offered["otpauth_uri"])

    assert (uri.scheme, uri.netloc, set(parse_qs(uri.query))) == (
        "otpauth",
        "totp",
        {"secret", "issuer"},  # SHA-1, 6 digits and 30 seconds are what apps take for granted
    )
    assert (read.secret, read.name) == (offered["secret"], "ada@nord.edu")
    assert read.issuer == ("Université  Nord " + "x" * 60)[:40]
    assert (read.digits, read.interval, len(read.secret)) == (6, 30, 32)


def test_a_new_secret_replaces_the_one_that_was_pending(caller):
    former, phone = begun(caller), begun(caller)

    answer = caller.post(CONFIRM, {"code": former.code()})

    assert refusal(answer) == (400, "VALIDATION_ERROR")
    assert answer.json()["error"].startswith("The code is wrong. Type the one that the app shows")
    data(caller.post(CONFIRM, {"code": phone.code()}))


def test_a_secret_waits_for_its_code_for_a_quarter_of_an_hour(user, clock):
    phone = begun(ApiClient(user))
    clock.shift(timedelta(seconds=901))

    late = ApiClient(user).post(CONFIRM, {"code": phone.code()})

    assert (late.status_code, late.json()["error"]) == (
        400,
        "Nothing waits to be confirmed. Set the second factor up first.",
    )
    phone = begun(caller := ApiClient(user))
    clock.shift(timedelta(seconds=899))
    assert data(caller.post(CONFIRM, {"code": phone.code()}))["recovery_codes"]


def test_a_wrong_code_confirms_nothing_and_may_be_typed_again(caller):
    phone = begun(caller)

    assert caller.post(CONFIRM, {"code": phone.wrong_code()}).status_code == 400

    assert data(caller.get(OWN)) == NONE
    data(caller.post(CONFIRM, {"code": phone.code()}))


def test_nothing_is_confirmed_that_was_not_begun_or_is_active_already(caller, user):
    phone, _ = give_second_factor(user)

    answer = caller.post(CONFIRM, {"code": phone.code()})

    assert answer.json()["error"] == (
        "Nothing waits to be confirmed. Set the second factor up first."
    )
    assert answer.status_code == 400


def test_an_account_without_a_password_has_none(clock, tenant):
    guest = UserFactory(tenant=tenant)
    guest.set_unusable_password()
    guest.save()
    caller = ApiClient(guest)

    answer = caller.post(OWN)

    assert refusal(answer) == (400, "VALIDATION_ERROR")
    assert answer.json()["error"].startswith("You have no password here: you sign in through your")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (CONFIRM, {}),
        (CONFIRM, {"code": ""}),
        (CONFIRM, {"code": 123456}),
        (CONFIRM, {"code": "1" * 65}),
        (CODES, {}),
        (OWN, {"code": 123456}),
        (OWN, {"current_password": "x" * 1001}),
    ],
)
def test_bodies_are_read_strictly(caller, path, body):
    assert caller.post(path, body).status_code == 422


# Who may -----------------------------------------------------------------------------------------


def test_an_old_sign_in_takes_the_password_as_well(caller, clock, user):
    clock.shift(timedelta(minutes=10, seconds=1))

    missing = caller.post(OWN)
    wrong = caller.post(OWN, {"current_password": "wrong"})

    assert (missing.status_code, missing.json()["error"]) == (
        400,
        "Your sign-in is some time ago. Send your current_password as well.",
    )
    assert (wrong.status_code, wrong.json()["error"]) == (400, "The current password is wrong.")
    assert not SecondFactor.objects.exists()
    begun(caller, current_password=PASSWORD)


def test_a_refreshed_token_is_no_new_sign_in(user, clock, anonymous):
    pair = login(anonymous, user).json()["data"]
    clock.shift(timedelta(minutes=11))
    fresh = anonymous.post("/v1/auth/refresh", {"refresh_token": pair["refresh_token"]})
    headers = {"Authorization": f"Bearer {data(fresh)['access_token']}"}

    assert anonymous.post(OWN, headers=headers).status_code == 400


def test_passwords_that_are_guessed_here_are_counted(caller, clock, settings):
    settings.PASSWORD_LIMIT_PER_USER = (3, 900)

    codes = [caller.post(OWN, {"current_password": "wrong"}).status_code for _ in range(4)]

    assert codes == [400, 400, 400, 429]
    assert caller.post(OWN, {"current_password": PASSWORD}).status_code == 429


# Replace ----------------------------------------------------------------------------------------


def test_an_active_one_is_replaced_by_a_code_of_it_alone(caller, user):
    former, _ = give_second_factor(user)
    before = SecondFactor.objects.values().get()

    for body in ({}, {"current_password": PASSWORD}):
        assert refusal(caller.post(OWN, body)) == (409, "CONFLICT")
    assert caller.post(OWN, {"code": former.wrong_code()}).status_code == 400
    assert SecondFactor.objects.values().get() == before

    begun(caller, code=former.code())


def test_the_former_one_works_until_the_new_one_is_confirmed(caller, user, clock, anonymous):
    former, paper = give_second_factor(user)
    phone = begun(caller, code=former.code())
    clock.shift(timedelta(seconds=60))
    assert login(anonymous, user, code=former.code()).status_code == 200
    assert login(anonymous, user, code=phone.code()).status_code == 401

    data(caller.post(CONFIRM, {"code": phone.code()}))

    clock.shift(timedelta(seconds=60))
    assert login(anonymous, user, code=former.code()).status_code == 401
    assert login(anonymous, user, code=paper[0]).status_code == 401
    clock.shift(timedelta(seconds=1))  # three mistakes by now
    assert login(anonymous, user, code=phone.code()).status_code == 200
    added = AuditEvent.objects.filter(event_type="second_factor.added").order_by("-pk")
    assert [event.metadata["replaced"] for event in added] == [True, False]


def test_what_was_begun_before_another_window_finished_is_refused(caller, user):
    """Or a code of nobody's choice would take the place of the one that was just set up."""
    phone = begun(caller)
    give_second_factor(user)

    assert caller.post(CONFIRM, {"code": phone.code()}).status_code == 400


# Remove, and new recovery codes ------------------------------------------------------------------


@pytest.mark.parametrize("which", ["app", "recovery"])
def test_it_is_removed_by_a_code(caller, user, anonymous, which):
    phone, codes = give_second_factor(user)
    assert remove(caller, phone.wrong_code()).status_code == 400

    answer = remove(caller, phone.code() if which == "app" else codes[3])

    assert answer.json() == {
        "success": True,
        "data": None,
        "message": "Second factor removed successfully",
    }
    assert data(caller.get(OWN)) == NONE
    assert login(anonymous, user).status_code == 200
    event = AuditEvent.objects.get(event_type=EventType.SECOND_FACTOR_REMOVED)
    assert (event.actor_user_id, event.target_id) == (user.pk, user.pk)


def test_there_is_nothing_to_remove_where_none_is_active(caller):
    begun(caller)

    assert refusal(remove(caller, "123456")) == (404, "NOT_FOUND")
    assert refusal(caller.post(CODES, {"code": "123456"})) == (404, "NOT_FOUND")


def test_new_recovery_codes_take_the_place_of_the_former(caller, user, anonymous):
    phone, former = give_second_factor(user)

    fresh = data(caller.post(CODES, {"code": phone.code()}))["recovery_codes"]

    assert len(set(fresh) - set(former)) == 10
    assert login(anonymous, user, code=former[0]).status_code == 401
    assert login(anonymous, user, code=fresh[0]).status_code == 200
    assert data(caller.get(OWN))["recovery_codes_left"] == 9


def test_codes_of_somebody_who_is_signed_in_are_counted(caller, user, settings):
    settings.SECOND_FACTOR_LIMIT = (5, 86_400)
    phone, _ = give_second_factor(user)

    tried = [remove(caller, phone.wrong_code()).status_code for _ in range(4)]
    tried.append(caller.post(OWN, {"code": phone.wrong_code()}).status_code)
    tried.append(caller.post(CODES, {"code": phone.wrong_code()}).status_code)

    assert tried == [400] * 5 + [429]
    assert remove(caller, phone.code()).status_code == 429


# Required of Super Admins ------------------------------------------------------------------------


def test_a_required_one_is_replaced_but_not_removed(clock, tenant, settings):
    settings.SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS = True
    owner = SuperAdminFactory(tenant=tenant)
    phone, _ = give_second_factor(owner)
    caller = ApiClient(owner)
    assert data(caller.get(OWN))["is_required"] is True

    answer = remove(caller, phone.code())

    assert refusal(answer) == (400, "VALIDATION_ERROR")
    assert "You can replace it by another one." in answer.json()["error"]
    # Its code was not used up.
    begun(caller, code=phone.code())


def test_others_may_remove_theirs_where_super_admins_may_not(caller, user, settings):
    settings.SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS = True
    phone, _ = give_second_factor(user)

    assert remove(caller, phone.code()).status_code == 200


# Threads ----------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_two_confirmations_at_once_one_gives_codes():
    user = UserFactory()
    caller = ApiClient(user)
    phone = begun(caller)
    code = phone.code()

    answers = at_once(lambda _: caller.post(CONFIRM, {"code": code}).status_code, 4)

    assert answers.count(200) == 1
    assert set(answers) <= {200, 400, 409}
