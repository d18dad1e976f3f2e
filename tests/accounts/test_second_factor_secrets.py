"""How the secrets of second factors are kept: encrypted, under keys that can be replaced (§16)."""

import pytest

from accounts.models import SecondFactor
from accounts.models.second_factor import seal_secret
from config import sealing
from tests.accounts.second_factors import Phone, give_second_factor
from tests.clients import ApiClient, login
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

FORMER, LATER = "former-" + "x" * 40, "later-" + "y" * 40


@pytest.fixture
def user(tenant, settings):
    settings.SECRET_KEY = FORMER
    return UserFactory(tenant=tenant)


def replace_key(settings, *fallbacks: str) -> None:
    settings.SECRET_KEY = LATER
    settings.SECRET_KEY_FALLBACKS = list(fallbacks)


def test_a_secret_is_nowhere_in_its_row(phone):
    row = str(SecondFactor.objects.values().get())

    assert phone.secret not in row
    assert phone.secret.lower() not in row.lower()


def test_codes_go_on_working_under_a_new_key(user, phone, settings, anonymous):
    replace_key(settings, FORMER)

    assert login(anonymous, user, code=phone.code()).status_code == 200


def test_the_next_sign_in_stores_the_secret_under_the_new_key(
    user, phone, settings, clock, anonymous
):
    replace_key(settings, FORMER)
    login(anonymous, user, code=phone.code())
    replace_key(settings)
    clock.shift(60)

    assert login(anonymous, user, code=phone.code()).status_code == 200


def test_without_the_key_recovery_codes_work_and_the_log_says_what_is_missing(
    user, settings, anonymous, caplog
):
    phone, codes = give_second_factor(user)
    replace_key(settings)

    assert login(anonymous, user, code=phone.code()).status_code == 401
    assert (
        f"The second factor of user {user.pk} cannot be read: it was stored under another "
        "SECRET_KEY. Add that one to SECRET_KEY_FALLBACKS." in caplog.text
    )
    assert login(anonymous, user, code=codes[0]).status_code == 200


def test_a_pending_secret_is_confirmed_under_a_new_key(user, settings):
    caller = ApiClient(user)
    phone = Phone(caller.post("/v1/users/me/second-factor").json()["data"]["secret"])
    replace_key(settings, FORMER)

    answer = caller.post("/v1/users/me/second-factor/confirm", {"code": phone.code()})

    assert answer.status_code == 200


def test_a_secret_of_another_row_is_of_no_use(user, phone, tenant, anonymous):
    """Somebody who may write to the database does not give others the secret of their own phone."""
    victim = UserFactory(tenant=tenant)
    give_second_factor(victim)
    own = SecondFactor.objects.get(user=user)
    SecondFactor.objects.filter(user=victim).update(secret=own.secret)

    assert login(anonymous, victim, code=phone.code()).status_code == 401


@pytest.mark.parametrize("text", ["", "JBSWY3DPEHPK3PXP", "gAAAAA", "\xe9"])
def test_what_was_not_sealed_here_is_unreadable(text):
    with pytest.raises(sealing.Unreadable):
        sealing.unseal(text, "tests")


def test_what_is_sealed_for_one_purpose_is_unreadable_for_another():
    sealed = seal_secret("user", "secret")

    assert sealing.unseal(sealed, "accounts.second_factor") == "user:secret"
    with pytest.raises(sealing.Unreadable):
        sealing.unseal(sealed, "accounts.second_step")


def test_what_is_sealed_grows_old(clock):
    sealed = sealing.seal("text", "tests")
    clock.shift(10)
    assert sealing.unseal(sealed, "tests", max_age=10) == "text"
    clock.shift(1)

    with pytest.raises(sealing.Unreadable):
        sealing.unseal(sealed, "tests", max_age=10)
    assert sealing.unseal(sealed, "tests") == "text"
