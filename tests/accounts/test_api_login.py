"""POST /v1/auth/login: who gets in, and how often one may try (contract §2)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import MD5PasswordHasher

from accounts.models import UserStatus
from config.settings import base
from tenants.models import AllowedOrigin
from tests.clients import LOGIN, ApiClient, claims, login
from tests.factories import PASSWORD, TenantFactory, UserFactory

pytestmark = pytest.mark.django_db

WRONG = {
    "success": False,
    "error": "The e-mail address or the password is wrong.",
    "code": "AUTHENTICATION_ERROR",
    "details": {},
}


@pytest.fixture
def counted_hashes(monkeypatch):
    """Count how often a password is hashed: what a sign-in costs is this, many times over."""
    runs = []
    encode = MD5PasswordHasher.encode

    def counting(self, password, salt):
        runs.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)
    return runs


# Login ----------------------------------------------------------------------------------------


def test_login_answers_a_token_pair(anonymous, admin):
    with time_machine.travel(datetime(2026, 5, 1, 9, tzinfo=UTC), tick=False):
        answer = login(anonymous, admin)

    body = answer.json()
    data = body["data"]
    assert answer.status_code == 200
    assert body == {"success": True, "data": data, "message": "Login successful"}
    assert set(data) == {"access_token", "refresh_token", "token_type", "expires_in"}
    assert (data["token_type"], data["expires_in"]) == ("bearer", 1800)
    admin.refresh_from_db()
    assert admin.last_activity_at == datetime(2026, 5, 1, 9, tzinfo=UTC)


def test_login_puts_the_documented_claims_into_both_tokens(anonymous, admin):
    data = login(anonymous, admin).json()["data"]

    access, refresh = claims(data["access_token"]), claims(data["refresh_token"])

    ours = {"sub", "tenant_id", "sid", "type", "jti", "iat", "exp", "iss", "aud"}
    assert set(access) == set(refresh) == ours
    assert (access["sub"], access["tenant_id"]) == (admin.pk, admin.tenant_id)
    assert (access["type"], refresh["type"]) == ("access", "refresh")
    assert access["exp"] - access["iat"] == 30 * 60
    assert refresh["exp"] - refresh["iat"] == 7 * 24 * 3600


def test_login_ignores_the_case_of_the_address(anonymous, tenant):
    user = UserFactory(tenant=tenant, email="Juergen.Uenal@example.com")

    answer = login(anonymous, user, email="jueRGEN.uenal@EXAMPLE.com")

    assert answer.status_code == 200


def test_login_finds_the_tenant_by_the_origin_of_the_page(anonymous, admin):
    AllowedOrigin.objects.create(tenant=admin.tenant, origin="https://app.state.edu")

    answer = anonymous.post(
        LOGIN,
        {"email": admin.email, "password": PASSWORD},
        headers={"Origin": "https://app.state.edu"},
    )

    assert answer.status_code == 200


@pytest.mark.parametrize("slug", [None, "", " "])
def test_login_that_leaves_the_tenant_blank_goes_by_the_origin_too(anonymous, admin, slug):
    AllowedOrigin.objects.create(tenant=admin.tenant, origin="https://app.state.edu")
    body = {"email": admin.email, "password": PASSWORD, "tenant_slug": slug}

    answer = anonymous.post(LOGIN, body, headers={"Origin": "https://app.state.edu"})

    assert answer.status_code == 200


@pytest.mark.parametrize("slug", [None, "", " ", "no-such-tenant"])
def test_login_without_a_known_tenant_is_a_tenant_error(anonymous, admin, slug):
    answer = login(anonymous, admin, tenant_slug=slug)

    assert (answer.status_code, answer.json()["code"]) == (400, "TENANT_ERROR")


def test_login_stays_inside_the_named_tenant(anonymous, admin):
    other = TenantFactory()

    answer = login(anonymous, admin, tenant_slug=other.slug)

    assert (answer.status_code, answer.json()) == (401, WRONG)


def test_login_tells_two_tenants_users_with_one_address_apart(anonymous, admin):
    namesake = UserFactory(email=admin.email)

    data = login(anonymous, namesake).json()["data"]

    assert claims(data["access_token"])["sub"] == namesake.pk


@pytest.mark.parametrize("status", [UserStatus.INACTIVE, UserStatus.DELETED])
def test_login_refuses_whoever_is_not_active(anonymous, tenant, status):
    user = UserFactory(tenant=tenant, status=status)

    answer = login(anonymous, user)

    assert (answer.status_code, answer.json()) == (401, WRONG)


def test_login_refuses_users_of_a_deleted_tenant(anonymous, admin):
    admin.tenant.is_active = False
    admin.tenant.save()

    answer = login(anonymous, admin)

    assert (answer.status_code, answer.json()) == (401, WRONG)


def test_login_gives_one_answer_at_one_price_whatever_is_wrong(anonymous, tenant, counted_hashes):
    known = UserFactory(tenant=tenant)
    invited = UserFactory(tenant=tenant)
    invited.set_unusable_password()
    invited.save()
    inactive = UserFactory(tenant=tenant, status=UserStatus.INACTIVE)
    unknown = UserFactory.build(tenant=tenant, email="nobody@example.com")
    prices = []

    for user, password in [
        (known, "wrong"),
        (unknown, "wrong"),
        (invited, "wrong"),
        (inactive, PASSWORD),
    ]:
        counted_hashes.clear()
        answer = login(anonymous, user, password)
        assert (answer.status_code, answer.json()) == (401, WRONG)
        prices.append(len(counted_hashes))

    assert prices == [1, 1, 1, 1]


def test_passwords_are_hashed_with_argon2():
    assert base.PASSWORD_HASHERS == ["config.hashing.FewArgon2Hasher"]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, ["email", "password"]),
        ({"email": "not-an-address", "password": "x"}, ["email"]),
        ({"email": "a@example.com", "password": ""}, ["password"]),
        ({"email": "a@example.com", "password": "nul\0byte"}, ["password"]),
        ({"email": "a@example.com", "password": "x" * 1001}, ["password"]),
        ({"email": ["a@example.com"], "password": {"a": 1}}, ["email", "password"]),
        ({"email": 5, "password": 5, "tenant_slug": 5}, ["email", "password", "tenant_slug"]),
        (
            {"email": True, "password": False, "tenant_slug": []},
            ["email", "password", "tenant_slug"],
        ),
        ({"email": "a@example.com", "password": 12345678}, ["password"]),
        ({"email": None, "password": None, "tenant_slug": None}, ["email", "password"]),
        ([], [""]),
    ],
)
def test_login_names_the_malformed_fields(anonymous, db, body, fields):
    answer = anonymous.post(LOGIN, body)

    assert answer.status_code == 422
    assert answer.json()["code"] == "VALIDATION_ERROR"
    assert [error["field"] for error in answer.json()["details"]["errors"]] == fields


# Throttling -----------------------------------------------------------------------------------


def test_login_is_throttled_per_account(anonymous, tenant, settings):
    settings.LOGIN_LIMIT_PER_ACCOUNT = (3, 900)
    victim, other = UserFactory.create_batch(2, tenant=tenant)
    with time_machine.travel(datetime(2026, 5, 1, 9, tzinfo=UTC), tick=False) as clock:
        for _ in range(3):
            assert login(anonymous, victim, "wrong").status_code == 401

        # Too many: even the right password has to wait, in whatever case the address is written.
        refused = login(anonymous, victim, email=victim.email.upper())
        assert (refused.status_code, refused.json()["code"]) == (429, "RATE_LIMITED")
        assert refused["Retry-After"] == "900"
        assert login(anonymous, other).status_code == 200

        clock.shift(timedelta(seconds=901))
        assert login(anonymous, victim).status_code == 200


def test_login_forgives_an_account_after_a_success(anonymous, admin, settings):
    settings.LOGIN_LIMIT_PER_ACCOUNT = (3, 900)

    for _ in range(3):
        assert login(anonymous, admin, "wrong").status_code == 401
        login(anonymous, admin, "wrong")
        assert login(anonymous, admin).status_code == 200


def test_login_is_throttled_per_address_of_the_caller(anonymous, tenant, settings):
    settings.LOGIN_LIMIT_PER_ADDRESS = (2, 900)
    users = UserFactory.create_batch(3, tenant=tenant)

    wrong = [login(anonymous, user, "wrong").status_code for user in users]
    right = login(anonymous, users[0]).status_code
    elsewhere = login(ApiClient(REMOTE_ADDR="192.0.2.7"), users[0]).status_code

    assert (wrong, right, elsewhere) == ([401, 401, 429], 429, 200)


def test_login_counts_only_wrong_tries_against_an_address(anonymous, tenant, settings):
    settings.LOGIN_LIMIT_PER_ADDRESS = (2, 900)
    user = UserFactory(tenant=tenant)

    assert [login(anonymous, user).status_code for _ in range(4)] == [200] * 4


def test_login_counts_an_ipv6_network_as_one_address(tenant, settings):
    settings.LOGIN_LIMIT_PER_ADDRESS = (2, 900)
    addresses = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:2::3", "2001:db8:1:3::1"]

    codes = [
        login(ApiClient(REMOTE_ADDR=address), UserFactory(tenant=tenant), "wrong").status_code
        for address in addresses
    ]

    assert codes == [401, 401, 429, 401]


def test_login_counts_every_spelling_of_an_address_against_its_account(tenant, settings):
    settings.LOGIN_LIMIT_PER_ACCOUNT = (2, 900)
    user = UserFactory(tenant=tenant, email="victim@miva.university")
    spellings = ["victim@miva.university", "VICTIM@miva.university", "victim@ＭIVA.university"]

    codes = [login(ApiClient(), user, "wrong", email=text).status_code for text in spellings]

    assert codes == [401, 401, 429]
