"""A new SECRET_KEY or JWT_SIGNING_KEY signs nobody out, as long as the former one is known."""

import re
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as active
from django.contrib.messages import INFO
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.management import CommandError, call_command
from django.test import Client, RequestFactory

from accounts.authentication.second_step import SecondStep
from accounts.models import SecondFactor
from accounts.sso.pending_login import PendingLogin
from accounts.throttling.devices import Device
from config import sealing
from tests.accounts.second_factors import give_second_factor
from tests.accounts.signed_in import is_in
from tests.accounts.test_second_factor_page import is_signed_in, step
from tests.clients import ApiClient, OperatorClient, bearer, login
from tests.factories import FacultyFactory, TenantFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

FORMER, LATER = "former-" + "x" * 40, "later-" + "y" * 40
ME, REFRESH = "/v1/users/me", "/v1/auth/refresh"

# Each place that makes something of one of the two keys, and the test that replaces the key there.
PLACES = {
    "accounts/authentication/second_step.py": "test_a_second_step_goes_on",
    "accounts/admin/second_factor.py": "test_what_is_sealed_is_read",
    "accounts/models/second_factor.py": "test_all_secrets_are_stored_anew_by_a_command",
    "accounts/models/user.py": "test_a_browser_stays_signed_in",
    "accounts/services/tokens.py": "test_tokens_stay_good",
    "accounts/sso/pending_login.py": "test_a_pending_sign_in_at_a_cas_server_goes_on",
    "accounts/throttling/devices.py": "test_a_device_stays_known",
    "config/sealing.py": "test_what_is_sealed_is_read",
    "tenants/queries/erasures.py": "tests/privacy/test_coming_back.py",
}
_USES = re.compile(
    r"\b(?:salted_hmac|signing\.|Signer\(|keyed_digests|get_signed_cookie|set_signed_cookie"
    r"|default_token_generator|(?:un)?seal\(|settings\.SECRET_KEY|SIGNING_KEY\"\])"
)


@pytest.fixture
def keys(settings):
    """The former keys, and what replaces them, with or without them as fallbacks."""
    names = settings.SIMPLE_JWT
    settings.SECRET_KEY = FORMER
    settings.SIMPLE_JWT = names | {"SIGNING_KEY": FORMER}

    @dataclass
    class Keys:
        def replace(self, *fallbacks: str) -> None:
            self.set(LATER, *fallbacks)

        def set(self, present: str, *fallbacks: str) -> None:
            settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = present, list(fallbacks)
            settings.SIMPLE_JWT = names | {"SIGNING_KEY": present}
            settings.JWT_SIGNING_KEY_FALLBACKS = list(fallbacks)

    return Keys()


@pytest.fixture
def user(keys, tenant):
    return FacultyFactory(tenant=tenant, email="ada@state.edu")


def test_each_place_that_uses_a_key_is_known():
    found = {
        path.relative_to(active.BASE_DIR).as_posix()
        for app in ("config", "tenants", "programmes", "accounts", "students")
        for path in (active.BASE_DIR / app).rglob("*.py")
        if _USES.search(path.read_text())
    }

    # The settings themselves, and the check that compares them.
    assert found - {"config/deployment_checks.py"} == PLACES.keys()
    here = Path(__file__).read_text()
    for test in PLACES.values():
        assert f"def {test}(" in here or (active.BASE_DIR / test).is_file(), test


def exchange(pair: dict) -> Any:
    return ApiClient().post(REFRESH, {"refresh_token": pair["refresh_token"]})


def test_tokens_stay_good(keys, user):
    pair, unknown = (login(ApiClient(), user).json()["data"] for _ in range(2))
    keys.replace(FORMER)

    assert ApiClient().get(ME, headers=bearer(pair)).status_code == 200
    renewed = exchange(pair)
    assert renewed.status_code == 200

    keys.replace()
    assert ApiClient().get(ME, headers=bearer(renewed.json()["data"])).status_code == 200
    assert exchange(renewed.json()["data"]).status_code == 200
    # What nobody renewed meanwhile ends with the key.
    assert ApiClient().get(ME, headers=bearer(unknown)).status_code == 401
    assert exchange(unknown).status_code == 401


def test_servers_of_both_kinds_serve_at_once_where_the_new_key_is_known_before(keys, user):
    """For the seconds in which two servers answer, one of which signs by the new key already."""
    keys.set(LATER, FORMER)
    pair = login(ApiClient(), user).json()["data"]
    browser = OperatorClient(user)
    keys.set(FORMER, LATER)

    assert ApiClient().get(ME, headers=bearer(pair)).status_code == 200
    assert exchange(pair).status_code == 200
    assert is_in(browser)

    keys.set(LATER, FORMER)
    assert is_in(browser)


def test_a_token_of_no_known_key_is_refused_whatever_else_is_known(keys, user):
    keys.set("third-" + "z" * 40)
    pair = login(ApiClient(), user).json()["data"]
    keys.replace(FORMER)

    assert ApiClient().get(ME, headers=bearer(pair)).status_code == 401
    assert exchange(pair).status_code == 401


def test_a_browser_stays_signed_in(keys, user):
    browser, unused = OperatorClient(user), OperatorClient(user)
    keys.replace(FORMER)
    assert is_in(browser)

    keys.replace()
    assert is_in(browser)
    assert not is_in(unused)


def test_a_device_stays_known(keys, user):
    token = Device().signed_in(user).token()

    def is_known() -> bool:
        return Device.of(token).knows(tenant=user.tenant, email=user.email)

    keys.replace(FORMER)
    assert is_known()
    renewed = Device.of(token).signed_in(user).token()
    keys.replace()
    assert not is_known()
    assert Device.of(renewed).knows(tenant=user.tenant, email=user.email)


@pytest.mark.parametrize(("fallbacks", "lets_in"), [([FORMER], True), ([], False)])
def test_a_second_step_goes_on(keys, user, fallbacks, lets_in):
    phone, _ = give_second_factor(user)
    browser = Client(REMOTE_ADDR="192.0.2.7")
    address = step(browser, user)
    keys.replace(*fallbacks)

    browser.post(address, {"code": phone.code()})

    assert is_signed_in(browser) is lets_in


def test_a_second_step_ends_with_the_password_under_a_new_key_too(keys, user):
    begun = SecondStep.begin(user, next_page="/admin/")
    keys.replace(FORMER)
    assert begun.user_of(user.tenant) == user
    user.set_password("another fine phrase")
    user.save()

    assert begun.user_of(user.tenant) is None


@pytest.mark.parametrize(("fallbacks", "is_read"), [([FORMER], True), ([], False)])
def test_a_pending_sign_in_at_a_cas_server_goes_on(keys, tenant, fallbacks, is_read):
    begun = PendingLogin.begin(tenant=tenant, next_page="/admin/")
    cookie = begun.sealed()
    keys.replace(*fallbacks)

    resumed = PendingLogin.resume(tenant=tenant, state=begun.state, cookie=cookie)
    assert resumed == (begun if is_read else None)


def test_messages_that_wait_for_the_next_page_are_shown(keys):
    """Django's own, which a cookie keeps."""
    request = RequestFactory().get("/")
    waiting = CookieStorage(request)._encode([Message(INFO, "Saved.")])

    keys.replace(FORMER)
    assert [str(message) for message in CookieStorage(request)._decode(waiting)] == ["Saved."]
    keys.replace()
    assert CookieStorage(request)._decode(waiting) is None


def test_what_is_sealed_is_read(keys):
    sealed = sealing.seal("text", "tests")
    keys.replace(FORMER)
    assert sealing.unseal(sealed, "tests") == "text"
    keys.replace()

    with pytest.raises(sealing.Unreadable):
        sealing.unseal(sealed, "tests")


# What is stored ---------------------------------------------------------------------------------


def reseal() -> str:
    out = StringIO()
    call_command("reseal_secrets", stdout=out)
    return out.getvalue()


def test_all_secrets_are_stored_anew_by_a_command(keys, user, anonymous):
    phone, _ = give_second_factor(user)
    elsewhere = UserFactory(tenant=TenantFactory())
    other_phone, _ = give_second_factor(elsewhere)
    beginner = ApiClient(UserFactory(tenant=user.tenant))
    beginner.post("/v1/users/me/second-factor")
    keys.replace(FORMER)

    assert reseal() == "3 secrets stored under the present SECRET_KEY\n"
    assert reseal() == "0 secrets stored under the present SECRET_KEY\n"

    keys.replace()
    assert login(anonymous, user, code=phone.code()).status_code == 200
    assert login(anonymous, elsewhere, code=other_phone.code()).status_code == 200
    assert SecondFactor.objects.exclude(pending="").count() == 1


def test_secrets_whose_key_is_gone_are_told_and_left(keys, user, caplog):
    give_second_factor(user)
    before = SecondFactor.objects.get().secret
    keys.replace()

    with pytest.raises(CommandError, match="1 secrets cannot be read, and are as they were"):
        reseal()

    assert SecondFactor.objects.get().secret == before
    assert f"The second factor of user {user.pk} cannot be read" in caplog.text
