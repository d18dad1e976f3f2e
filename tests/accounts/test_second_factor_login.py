"""POST /v1/auth/login where the account has a second factor, or has to have one (contract §16)."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from accounts.models import Invitation, RateCounter, SecondFactor
from accounts.services.profile import change_password
from accounts.services.second_factor.codes import step_of
from tenants.models import AuditEvent
from tests.accounts.second_factors import NOW, Phone, give_second_factor, refusal
from tests.clients import ApiClient, login
from tests.factories import PASSWORD, UserFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db

DEVICE = "X-Device-Token"


@pytest.fixture
def user(clock, tenant):
    return UserFactory(tenant=tenant)


def caller(address: str = "198.51.100.7", device: str = "") -> ApiClient:
    return ApiClient(REMOTE_ADDR=address, **({"HTTP_X_DEVICE_TOKEN": device} if device else {}))


# The library -----------------------------------------------------------------------------------


# RFC 6238, appendix B: the last six digits of SHA-1's values.
@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_codes_are_those_of_the_standard(seconds, code):
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # "12345678901234567890"

    with time_machine.travel(datetime.fromtimestamp(seconds, UTC), tick=False):
        assert step_of(secret, code) == seconds // 30
        assert step_of(secret, code[::-1]) is None


# A sign-in -------------------------------------------------------------------------------------


def test_a_code_comes_with_the_password(user, phone):
    answer = login(caller(), user, code=phone.code())

    assert answer.status_code == 200
    assert answer.json()["message"] == "Login successful"


@pytest.mark.parametrize("code", [{}, {"code": None}, {"code": ""}, {"code": "  "}])
def test_a_right_password_without_a_code_is_asked_for_one(user, phone, code):
    answer = login(caller(), user, **code)

    assert answer.status_code == 401
    assert answer.json() == {
        "success": False,
        "error": "Send a code of your authenticator app, or a recovery code, as well.",
        "code": "SECOND_FACTOR_REQUIRED",
        "details": {},
    }
    assert DEVICE not in answer


def test_only_a_right_password_tells_of_a_second_factor(user, phone, tenant):
    plain = UserFactory(tenant=tenant)

    told = [
        login(caller(), user, "wrong"),
        login(caller(), user, "wrong", code=phone.code()),
        login(caller(), user, "wrong", code=phone.wrong_code()),
        login(caller(), plain, "wrong"),
        login(caller(), user, email="nobody@state.edu"),
    ]

    assert {answer.status_code for answer in told} == {401}
    assert len({answer.text for answer in told}) == 1
    # Nor was the code used up.
    assert login(caller("203.0.113.1"), user, code=phone.code()).status_code == 200


def test_a_wrong_code_is_refused_in_its_own_words(user, phone):
    answer = login(caller(), user, code=phone.wrong_code())

    assert refusal(answer) == (401, "AUTHENTICATION_ERROR")
    assert answer.json()["error"].startswith("The code is wrong, or was used already.")


def test_a_code_is_passed_over_where_the_account_has_no_second_factor(user):
    assert login(caller(), user, code="123456").status_code == 200


def test_one_that_is_only_begun_is_not_asked_for(user):
    ApiClient(user).post("/v1/users/me/second-factor")

    assert login(caller(), user).status_code == 200


@pytest.mark.parametrize(("steps", "status"), [(-2, 401), (-1, 200), (0, 200), (1, 200), (2, 401)])
def test_clocks_may_differ_by_one_step(user, phone, clock, steps, status):
    clock.shift(timedelta(minutes=5))

    assert login(caller(), user, code=phone.code(steps=steps)).status_code == status


def test_no_code_works_twice_nor_an_earlier_one_after_it(user, phone, clock):
    clock.shift(timedelta(minutes=5))
    code = phone.code()
    assert login(caller(), user, code=code).status_code == 200

    assert login(caller(), user, code=code).status_code == 401
    assert login(caller(), user, code=phone.code(steps=-1)).status_code == 401
    assert login(caller(), user, code=phone.code(steps=1)).status_code == 200
    clock.shift(timedelta(seconds=30))
    assert login(caller(), user, code=phone.code()).status_code == 401  # the same one again
    clock.shift(timedelta(seconds=30))
    assert login(caller(), user, code=phone.code()).status_code == 200


def test_the_code_of_the_set_up_does_not_sign_in(user, clock):
    caller_ = ApiClient(user)
    phone = Phone(caller_.post("/v1/users/me/second-factor").json()["data"]["secret"])
    caller_.post("/v1/users/me/second-factor/confirm", {"code": phone.code()})

    assert login(caller(), user, code=phone.code()).status_code == 401


@pytest.mark.parametrize(
    "write",
    [
        lambda code: f" {code[:3]} {code[3:]}\u00a0",
        lambda code: f"{code[:3]}-{code[3:]}",
        lambda code: f"{code[:3]}\u2011\u200b{code[3:]}",
        lambda code: "".join(chr(0x0660 + int(digit)) for digit in code),  # Arabic
        lambda code: "".join(chr(0xFF10 + int(digit)) for digit in code),  # full width
    ],
    ids=["blanks", "hyphen", "odd hyphen", "Arabic", "full width"],
)
def test_codes_are_read_however_they_are_written(user, phone, write):
    assert login(caller(), user, code=write(phone.code())).status_code == 200


def test_a_new_password_leaves_the_second_factor_as_it_is(user, phone):
    change_password(
        actor=user, sign_in_id=None, current_password=PASSWORD, new_password="another fine phrase"
    )

    assert refusal(login(caller(), user, "another fine phrase")) == (401, "SECOND_FACTOR_REQUIRED")


# Recovery codes ---------------------------------------------------------------------------------


def test_a_recovery_code_signs_in_once(user, codes):
    assert login(caller(), user, code=codes[4]).status_code == 200
    assert login(caller(), user, code=codes[4]).status_code == 401

    assert len(SecondFactor.objects.get().recovery_digests) == 9
    event = AuditEvent.objects.get(event_type="user.updated")
    assert (event.actor_user_id, event.metadata["recovery_codes_left"]) == (user.pk, 9)


@pytest.mark.parametrize(
    "write",
    [
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " ").upper(),
        lambda code: code.replace("-", "\u2013") + "\t",
    ],
    ids=["no hyphens", "blanks, upper case", "dashes"],
)
def test_recovery_codes_are_read_however_they_are_typed(user, codes, write):
    assert login(caller(), user, code=write(codes[0])).status_code == 200


def test_a_recovery_code_of_somebody_else_is_wrong(user, codes, tenant):
    other = UserFactory(tenant=tenant)
    give_second_factor(other)

    assert login(caller(), other, code=codes[0]).status_code == 401


def test_each_of_the_ten_works_until_none_is_left(user, codes):
    assert {login(caller(), user, code=code).status_code for code in codes} == {200}
    assert SecondFactor.objects.get().recovery_digests == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("which", ["app", "recovery"])
def test_the_same_code_at_once_signs_in_once(which):
    user = UserFactory()
    phone, codes = give_second_factor(user)
    code = phone.code(steps=1) if which == "app" else codes[0]

    answers = at_once(lambda _: login(caller(), user, code=code).status_code, 6)

    assert answers.count(200) == 1
    assert set(answers) <= {200, 401, 429}


# Guesses ----------------------------------------------------------------------------------------


def wrong(who: ApiClient, user, phone: Phone) -> int:
    return login(who, user, code=phone.wrong_code()).status_code


def test_wrong_codes_wait_as_wrong_passwords_do(user, phone):
    assert [wrong(caller(), user, phone) for _ in range(4)] == [401, 401, 401, 429]
    # Whatever comes next, and the right one too.
    assert login(caller(), user, "wrong").status_code == 429
    assert login(caller(), user, code=phone.code()).status_code == 429


def test_passwords_without_their_code_reset_nothing(user, phone, clock):
    """Two wrong codes, and a right password in between: it begins every honest sign-in."""
    tried = []
    for _ in range(3):
        tried.append(wrong(caller(), user, phone))
        tried.append(login(caller(), user).json()["code"])

    assert tried[:5] == [401, "SECOND_FACTOR_REQUIRED"] * 2 + [401]
    assert tried[5] == "RATE_LIMITED"


def test_passwords_without_their_code_count_as_nothing(user, phone):
    answers = [refusal(login(caller(), user)) for _ in range(30)]

    assert answers == [(401, "SECOND_FACTOR_REQUIRED")] * 30
    assert not RateCounter.objects.filter(key__startswith="login", hits__gt=0).exists()
    assert wrong(caller(), user, phone) == 401
    assert login(caller(), user, code=phone.code()).status_code == 200
    assert not RateCounter.objects.filter(hits__gt=1).exists()


@pytest.mark.drill
def test_thirty_codes_a_day_are_all_that_an_attacker_with_the_password_has(user, phone, clock):
    """From as many addresses as they like, and however patient they are."""
    codes: Counter[int] = Counter()
    for last in range(200):
        codes[wrong(caller(f"203.0.113.{last}"), user, phone)] += 1
        codes[wrong(caller(f"203.0.113.{last}"), user, phone)] += 1
    refused = login(caller("192.0.2.1"), user, code=phone.code())

    assert codes == {401: 30, 429: 370}
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) == 86_400
    clock.shift(timedelta(days=1))
    assert login(caller("192.0.2.1"), user, code=phone.code()).status_code == 200


def test_the_owner_signs_in_on_a_known_device_whoever_guesses(user, phone, clock):
    device = login(caller(), user, code=phone.code())[DEVICE]
    for last in range(40):
        wrong(caller(f"203.0.113.{last}"), user, phone)
    clock.shift(timedelta(seconds=60))

    assert login(caller(), user, code=phone.code()).status_code == 429
    assert login(caller(device=device), user, code=phone.code()).status_code == 200


@pytest.mark.drill
def test_a_known_device_has_no_more_codes_a_day(user, phone, clock):
    device = login(caller(), user, code=phone.code())[DEVICE]
    codes: Counter[int] = Counter()
    for _ in range(24 * 4 - 1):
        for _ in range(11):
            codes[wrong(caller(device=device), user, phone)] += 1
        clock.shift(timedelta(seconds=900))

    assert codes[401] == 30


def test_a_right_code_takes_back_no_earlier_guesses_of_the_day(user, phone, clock, settings):
    settings.SECOND_FACTOR_LIMIT = (4, 86_400)
    for _ in range(2):
        wrong(caller(), user, phone)
    assert login(caller(), user, code=phone.code()).status_code == 200
    clock.shift(timedelta(seconds=60))

    assert [wrong(caller(), user, phone) for _ in range(3)] == [401, 401, 429]


@pytest.mark.django_db(transaction=True)
def test_parallel_codes_do_not_get_past_the_limit(settings):
    settings.SECOND_FACTOR_LIMIT = (5, 86_400)
    user = UserFactory()
    phone, _ = give_second_factor(user)

    codes = Counter(at_once(lambda i: wrong(caller(f"203.0.113.{i}"), user, phone), 12))

    assert codes == {401: 5, 429: 7}


# Required of Super Admins -----------------------------------------------------------------------


def test_a_super_admin_without_one_is_sent_to_the_sign_in_page(owner):
    answer = login(caller(), owner)
    page = f"https://console.example/sign-in/{owner.tenant.slug}"

    assert refusal(answer) == (403, "SECOND_FACTOR_SETUP_REQUIRED")
    assert answer.json()["details"] == {"sign_in_page": page}
    assert answer.json()["error"] == (
        "Super Admins need a second factor here. Sign in once in a browser to set it up: " + page
    )
    assert DEVICE not in answer


def test_a_wrong_password_tells_nothing_of_it(owner, user):
    assert login(caller(), owner, "wrong").text == login(caller(), user, "wrong").text


def test_a_super_admin_with_one_signs_in_by_code(owner):
    phone, _ = give_second_factor(owner)

    assert refusal(login(caller(), owner)) == (401, "SECOND_FACTOR_REQUIRED")
    assert login(caller(), owner, code=phone.code()).status_code == 200


def test_nobody_else_needs_one(owner, user):
    assert login(caller(), user).status_code == 200


def test_an_invitation_gives_no_tokens_to_whoever_needs_one_first(owner):
    invitation = Invitation(tenant=owner.tenant, user=owner, sent_at=NOW)
    token = invitation.give_token()
    invitation.save()

    body = {"token": token, "password": "a phrase that nobody guesses"}
    answer = caller().post("/v1/auth/accept-invite", body)

    assert (answer.status_code, answer.json()["data"]) == (200, None)
    invitation.refresh_from_db()
    assert invitation.accepted_at
