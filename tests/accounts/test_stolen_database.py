"""What somebody who has all of the database, and nothing else, can do with it: sign in, not."""

import binascii
import re
import zlib
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pyotp import TOTP

from accounts.models import User
from accounts.services.invitations import issue_invitation
from accounts.services.second_factor.checks import use_code
from accounts.services.service_keys import create_service_key
from tests.accounts.cas import CHALLENGE, VERIFIER, Browser, configure
from tests.accounts.resets import CONFIRM, NEW, ask
from tests.accounts.second_factors import give_second_factor
from tests.accounts.test_sso_flow import code_of, fetch_tokens
from tests.clients import ApiClient, login
from tests.contents import contents
from tests.factories import PASSWORD, FacultyFactory, SuperAdminFactory, TenantFactory, UserFactory
from tests.mail import work

pytestmark = pytest.mark.django_db(transaction=True)

SHORTEST = 16

_WORDS = re.compile(rf"[^\s\"'{{}}\[\](),\\]{{{SHORTEST},}}")
_PARTS = re.compile(rf"[A-Za-z0-9_-]{{{SHORTEST},}}")


def dump() -> Iterator[str]:
    """Return all rows of all tables, as text."""
    return chain.from_iterable(contents().values())


def strings(text: str, depth: int = 2) -> set[str]:
    """Return what looks like a secret in a text, and in what is encoded there."""
    found = {*_WORDS.findall(text), *_PARTS.findall(text)}
    if depth:
        for one in [*found]:
            found |= strings(decoded(one), depth - 1)
    return found


def decoded(text: str) -> str:
    """Return what a text is the base64 of, packed perhaps as Django packs sessions; or nothing."""
    try:
        inside = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        with suppress(zlib.error):
            inside = zlib.decompress(inside)
        return inside.decode()
    except (binascii.Error, ValueError):
        return ""


def signs_in(secret: str) -> set[str]:
    """Return the doors that a string opens."""
    anonymous = ApiClient()
    browser = Client()
    cookie = "".join(sign for sign in secret if sign.isascii() and sign.isprintable())
    browser.cookies[settings.SESSION_COOKIE_NAME] = cookie
    header = {"Authorization": f"Bearer {cookie}"}
    report = {"Authorization": f"Api-Key {cookie}"}
    fetched = {"code": secret[:200], "code_verifier": VERIFIER}
    parts = _PARTS.findall(secret) or [""]
    invitation, reset = (f"/{page}/{parts[0]}" for page in ("invitations", "password-reset"))
    answers = {
        "session": browser.get("/admin/"),
        "access": anonymous.get("/v1/users/me", headers=header),
        "refresh": anonymous.post("/v1/auth/refresh", {"refresh_token": secret[:4096]}),
        "key": anonymous.post("/v1/ingest/sessions/bulk", headers=report),
        "link": Client().get(invitation),
        "reset": Client().get(reset),
        "confirmation": anonymous.post(CONFIRM, {"token": secret[:200], "new_password": NEW}),
        "code": anonymous.post("/v1/auth/sso/token", fetched),
    }
    # A service key that is known is told that its report is empty.
    opens = {door: {200} for door in answers} | {"key": {200, 422}}
    opened = {door for door, answer in answers.items() if answer.status_code in opens[door]}
    return opened | beside_the_password(secret)


def beside_the_password(text: str) -> set[str]:
    """Return the second factors that a text passes as a code, or as the secret that codes are of.

    As if the password were known: what was read must not help whoever guessed or saw it.
    """
    found = set()
    for user in User.objects.filter(second_factor__since__isnull=False):
        if use_code(user, text[:64]):
            found.add("recovery code")
        with suppress(binascii.Error, ValueError):
            if use_code(user, TOTP(text).now()):
                found.add("authenticator app")
    return found


@pytest.fixture
def secrets(tenant, cas, mailoutbox) -> dict[str, str]:
    """Sign in by every way there is, and return what only the one who did so should have."""
    configure(campus := TenantFactory(), cas.url)
    owner = SuperAdminFactory(tenant=tenant)
    operator = Client()
    page = reverse("sign-in", args=[tenant.slug])
    operator.post(page, {"email": owner.email, "password": PASSWORD})
    at_cas = Browser()
    at_cas.sign_in(cas, FacultyFactory(tenant=campus))
    code = code_of(Browser().sign_in(cas, FacultyFactory(tenant=campus), code_challenge=CHALLENGE))
    fetched = code_of(
        Browser().sign_in(cas, FacultyFactory(tenant=campus), code_challenge=CHALLENGE)
    )
    by_code = fetch_tokens(ApiClient(), fetched).json()["data"]
    pair = login(ApiClient(), owner).json()["data"]
    _, key = create_service_key(actor=owner, tenant=tenant, name="Live service")
    invited = UserFactory(tenant=tenant, password="!")
    issue_invitation(actor=owner, user=invited)
    work()
    (mail,) = mailoutbox
    (invitation,) = set(re.findall(r"/invitations/([A-Za-z0-9_-]{43})", mail.body))
    ask(UserFactory(tenant=tenant))
    work()
    (reset,) = set(re.findall(r"/password-reset/([A-Za-z0-9_-]{43})", mailoutbox[-1].body))
    issue_invitation(actor=owner, user=UserFactory(tenant=tenant))  # queued, not sent
    ask(UserFactory(tenant=tenant))  # likewise
    phone, recovery = give_second_factor(FacultyFactory(tenant=tenant))
    ApiClient(FacultyFactory(tenant=tenant)).post("/v1/users/me/second-factor")  # pending
    return {
        "recovery code": recovery[0],
        "authenticator app": phone.secret,
        "session": operator.cookies[settings.SESSION_COOKIE_NAME].value,
        "access": pair["access_token"],
        "refresh": pair["refresh_token"],
        "key": key,
        "link": invitation,
        "reset": reset,
        "code": code,
        "password": PASSWORD,
        "session at CAS": at_cas.cookies[settings.SESSION_COOKIE_NAME].value,
        "by code": by_code["refresh_token"],
    }


def test_no_secret_stands_in_the_database(secrets):
    everything = "\n".join(dump())
    within = "\n".join(strings(everything))
    assert "_auth_user_backend" in within  # it looks into sessions

    for what, secret in secrets.items():
        assert secret not in everything, what
        assert secret not in within, what
        # Nor the half of a token or key that its holder alone should know.
        assert secret.rpartition(".")[2] not in everything, what


@pytest.mark.drill
def test_nothing_in_the_database_signs_anybody_in(secrets):
    found = set().union(*map(strings, dump()))
    assert len(found) > 100

    opened = {secret: doors for secret in found if (doors := signs_in(secret))}

    assert opened == {}


@pytest.mark.parametrize(
    "door",
    [
        *("session", "access", "refresh", "key", "link", "reset", "code"),
        *("recovery code", "authenticator app"),
    ],
)
def test_the_doors_open_for_whoever_has_the_secret(door, secrets):
    """Or the test above would prove nothing."""
    assert door in signs_in(secrets[door])
