"""POST /v1/users/me/change-password (contract §2)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user
from django.contrib.auth.hashers import check_password
from django.test import Client

from accounts.models import SignIn, User
from accounts.services.sign_ins import open_sign_in
from config.errors import Unauthenticated
from tenants.models import AuditEvent
from tests.clients import ApiClient, claims, login
from tests.config.refusals import refusal
from tests.factories import PASSWORD, StudentFactory, UserFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db

CHANGE = "/v1/users/me/change-password"
ME = "/v1/users/me"
REFRESH = "/v1/auth/refresh"
NEW = "four unrelated words"

WRONG = refusal("The current password is wrong.", "VALIDATION_ERROR")


def change(client: ApiClient, current: str = PASSWORD, new: str = NEW):
    return client.post(CHANGE, {"current_password": current, "new_password": new})


def has_password(user: User, password: str) -> bool:
    return check_password(password, User.objects.get(pk=user.pk).password)


def test_a_new_password_replaces_the_old_one(admin, api, anonymous):
    answer = change(api)

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": None,
        "message": "Password changed successfully",
    }
    assert login(anonymous, admin, NEW).status_code == 200
    assert login(anonymous, admin).status_code == 401


def test_any_role_may_change_it(tenant):
    student = StudentFactory(tenant=tenant)
    student.set_password(PASSWORD)
    student.save()

    assert change(ApiClient(student)).status_code == 200


def test_all_other_sign_ins_end_and_the_callers_goes_on(admin, api):
    elsewhere, colleague = ApiClient(admin), ApiClient(UserFactory(tenant=admin.tenant))

    change(api)

    assert elsewhere.get(ME).status_code == 401
    refreshed = elsewhere.post(REFRESH, {"refresh_token": elsewhere.tokens.refresh_token})
    assert refreshed.status_code == 401
    assert api.get(ME).status_code == 200
    assert api.post(REFRESH, {"refresh_token": api.tokens.refresh_token}).status_code == 200
    assert colleague.get(ME).status_code == 200


def test_browser_sessions_end(admin, api, rf):
    browser = Client()
    browser.force_login(admin)
    request = rf.get("/")
    request.session = browser.session
    assert get_user(request) == admin

    change(api)

    request.session = browser.session
    assert get_user(request).is_anonymous


def test_a_wrong_current_password_changes_nothing(admin, api):
    elsewhere = ApiClient(admin)

    answer = change(api, current="wrong")

    assert (answer.status_code, answer.json()) == (400, WRONG)
    assert has_password(admin, PASSWORD)
    assert elsewhere.get(ME).status_code == 200
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("password1", "This password is too common."),
        ("admiral1906", "The password is too similar to the email."),
        ("qwertyuiop12", "This password is too easy to guess."),
        ("CommandCenter2026!", "This password is too easy to guess."),
        ("Hopperia", "The password is too similar to the last name."),
    ],
)
def test_a_weak_password_is_refused_by_rule(tenant, new, reason):
    user = UserFactory(
        tenant=tenant, first_name="Grace", last_name="Hopperia", email="admiral1906@example.com"
    )

    answer = change(ApiClient(user), new=new)

    assert answer.status_code == 400
    assert answer.json()["code"] == "VALIDATION_ERROR"
    assert reason in answer.json()["error"]
    assert has_password(user, PASSWORD)


@pytest.mark.parametrize("new", ["x7!kQ2vz", "ß7é!kq2ø", ("four unrelated words " * 5)[:100]])
def test_eight_to_a_hundred_characters_are_accepted(admin, api, new):
    assert len(new) in {8, 100}
    assert change(api, new=new).status_code == 200
    assert has_password(admin, new)


def test_blanks_belong_to_a_password(admin, api):
    assert change(api, new="  four unrelated  ").status_code == 200
    assert has_password(admin, "  four unrelated  ")
    assert change(api, current="four unrelated").status_code == 400


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"new_password": NEW}, "current_password"),
        ({"current_password": PASSWORD}, "new_password"),
        ({"current_password": PASSWORD, "new_password": None}, "new_password"),
        ({"current_password": "", "new_password": NEW}, "current_password"),
        ({"current_password": PASSWORD, "new_password": "a7!xyzk"}, "new_password"),
        ({"current_password": PASSWORD, "new_password": "a7!x" * 25 + "z"}, "new_password"),
        ({"current_password": PASSWORD, "new_password": 12345678}, "new_password"),
        ({"current_password": PASSWORD, "new_password": "a7!xyz\0k"}, "new_password"),
        ({"current_password": "x" * 1001, "new_password": NEW}, "current_password"),
    ],
)
def test_a_malformed_body_is_refused(admin, api, body, field):
    answer = api.post(CHANGE, body)

    assert (answer.status_code, answer.json()["code"]) == (422, "VALIDATION_ERROR")
    assert [error["field"] for error in answer.json()["details"]["errors"]] == [field]
    assert has_password(admin, PASSWORD)


def test_who_signs_in_elsewhere_is_told_so(tenant):
    user = UserFactory(tenant=tenant)
    user.set_unusable_password()
    user.save()

    answer = change(ApiClient(user))

    assert answer.status_code == 400
    assert answer.json() == refusal(
        "You have no password here: you sign in through your university.", "VALIDATION_ERROR"
    )


def test_a_change_is_recorded_without_a_secret(admin, api):
    for _ in range(2):
        ApiClient(admin)

    change(api)

    event = AuditEvent.objects.get()
    assert (event.event_type, event.target_id, event.actor_user_id) == (
        "password.changed",
        admin.pk,
        admin.pk,
    )
    assert event.metadata == {
        "user_id": admin.pk,
        "tenant_id": admin.tenant_id,
        "via": "change",
        "sign_ins_ended": 2,
    }


# Guessing -------------------------------------------------------------------------------------


def test_guesses_are_limited_per_user(admin, api, settings):
    settings.PASSWORD_LIMIT_PER_USER = (3, 900)
    colleague = ApiClient(UserFactory(tenant=admin.tenant))
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        codes = [change(api, current=f"guess {n}").status_code for n in range(4)]
        answer = change(api)

        assert codes == [400, 400, 400, 429]
        assert (answer.status_code, answer.json()["code"]) == (429, "RATE_LIMITED")
        assert answer["Retry-After"] == "900"
        assert has_password(admin, PASSWORD)
        assert change(colleague).status_code == 200

        clock.shift(timedelta(seconds=901))
        assert change(api).status_code == 200


def test_a_right_password_forgives_the_wrong_ones(api, settings):
    settings.PASSWORD_LIMIT_PER_USER = (2, 900)
    codes = [change(api, current="wrong").status_code, change(api).status_code]
    codes += [change(api, current=guess).status_code for guess in ("wrong", "wrong", "wrong")]

    assert codes == [400, 200, 400, 400, 429]


def test_a_weak_password_costs_no_guess(api, settings):
    settings.PASSWORD_LIMIT_PER_USER = (1, 900)

    assert [change(api, new="password1").status_code for _ in range(3)] == [400, 400, 400]
    assert change(api).status_code == 200


def test_guesses_do_not_keep_the_owner_out(admin, api, anonymous, settings):
    settings.PASSWORD_LIMIT_PER_USER = (1, 900)
    for _ in range(3):
        change(api, current="wrong")

    assert login(anonymous, admin).status_code == 200


# At the same time -----------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_changes_at_the_same_time_one_wins():
    user = UserFactory()
    clients = [ApiClient(user) for _ in range(4)]

    answers = at_once(lambda n: change(clients[n], new=f"{NEW} {n}"), len(clients))

    codes = [answer.status_code for answer in answers]
    # The others' password is not the current one any more, or their sign-in has ended already.
    assert codes.count(200) == 1
    assert set(codes) <= {200, 400, 401}
    winner = codes.index(200)
    assert has_password(user, f"{NEW} {winner}")
    assert list(SignIn.objects.open()) == [
        SignIn.objects.get(refresh_jti=claims(clients[winner].tokens.refresh_token)["jti"])
    ]
    assert AuditEvent.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_changes_by_one_sign_in_at_the_same_time_one_wins_and_others_are_400():
    user = UserFactory()
    client = ApiClient(user)

    codes = at_once(lambda n: change(client, new=f"{NEW} {n}").status_code, 4)

    assert sorted(codes) == [200, 400, 400, 400]
    assert AuditEvent.objects.count() == 1


def test_an_old_password_opens_nothing_after_the_change(admin, api):
    """Whoever was checked just before the change, and opens the sign-in just after it."""
    checked = User.objects.select_related("tenant").get(pk=admin.pk)

    change(api)

    with pytest.raises(Unauthenticated):
        open_sign_in(user=checked)
    assert SignIn.objects.open().count() == 1
