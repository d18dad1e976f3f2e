"""Signing in, refreshing and signing out over HTTP (contract §2)."""

from datetime import UTC, datetime, timedelta

import jwt
import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher

from accounts.models import SignIn, User, UserStatus
from config.settings import base
from tenants.models import AllowedOrigin
from tests.clients import ApiClient
from tests.factories import PASSWORD, StudentFactory, TenantFactory, UserFactory

pytestmark = pytest.mark.django_db

LOGIN, REFRESH, LOGOUT, ME = (
    "/v1/auth/login",
    "/v1/auth/refresh",
    "/v1/auth/logout",
    "/v1/users/me",
)

WRONG = {
    "success": False,
    "error": "The e-mail address or the password is wrong.",
    "code": "AUTHENTICATION_ERROR",
    "details": {},
}


def login(client, user, password=PASSWORD, **body):
    body = {"email": user.email, "password": password, "tenant_slug": user.tenant.slug, **body}
    return client.post(LOGIN, body)


def claims(token: str) -> dict:
    return jwt.decode(token, settings.SIMPLE_JWT["SIGNING_KEY"], algorithms=["HS256"])


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

    assert set(access) == set(refresh) == {"sub", "tenant_id", "sid", "type", "jti", "iat", "exp"}
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


@pytest.mark.parametrize("slug", [None, "", "no-such-tenant"])
def test_login_without_a_known_tenant_is_a_tenant_error(anonymous, admin, slug):
    answer = login(anonymous, admin, tenant_slug=slug)

    # A blank slug is malformed rather than unknown.
    expected = (422, "VALIDATION_ERROR") if slug == "" else (400, "TENANT_ERROR")
    assert (answer.status_code, answer.json()["code"]) == expected


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
    assert base.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, ["email", "password"]),
        ({"email": "not-an-address", "password": "x"}, ["email"]),
        ({"email": "a@example.com", "password": ""}, ["password"]),
        ({"email": "a@example.com", "password": "nul\0byte"}, ["password"]),
        ({"email": "a@example.com", "password": "x" * 1001}, ["password"]),
        ({"email": ["a@example.com"], "password": {"a": 1}}, ["email", "password"]),
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

    codes = [login(anonymous, user).status_code for user in users]
    elsewhere = anonymous.post(
        LOGIN,
        {"email": users[0].email, "password": PASSWORD, "tenant_slug": tenant.slug},
        REMOTE_ADDR="192.0.2.7",
    )

    assert codes == [200, 200, 429]
    assert elsewhere.status_code == 200


# Refresh --------------------------------------------------------------------------------------


def test_refresh_answers_a_new_pair_and_kills_the_old_token(anonymous, admin):
    first = login(anonymous, admin).json()["data"]

    answer = anonymous.post(REFRESH, {"refresh_token": first["refresh_token"]})

    second = answer.json()["data"]
    assert answer.status_code == 200
    assert answer.json()["message"] == "Token refreshed successfully"
    assert set(second) == {"access_token", "refresh_token", "token_type", "expires_in"}
    assert second["refresh_token"] != first["refresh_token"]
    assert ApiClient().get(ME, headers=bearer(second)).status_code == 200
    assert SignIn.objects.count() == 1


def test_refresh_with_a_used_token_ends_the_whole_family(anonymous, admin):
    first = login(anonymous, admin).json()["data"]
    second = anonymous.post(REFRESH, {"refresh_token": first["refresh_token"]}).json()["data"]
    elsewhere = login(anonymous, admin).json()["data"]

    replayed = anonymous.post(REFRESH, {"refresh_token": first["refresh_token"]})

    assert (replayed.status_code, replayed.json()["code"]) == (401, "AUTHENTICATION_ERROR")
    # Neither the thief's nor the owner's newest tokens work any more …
    assert anonymous.post(REFRESH, {"refresh_token": second["refresh_token"]}).status_code == 401
    assert anonymous.get(ME, headers=bearer(second)).status_code == 401
    # … and another sign-in of the same user is none of this one's business.
    assert anonymous.get(ME, headers=bearer(elsewhere)).status_code == 200


def test_refresh_expires_after_seven_days(anonymous, admin):
    with time_machine.travel(datetime(2026, 5, 1, tzinfo=UTC), tick=False) as clock:
        pair = login(anonymous, admin).json()["data"]
        clock.shift(timedelta(days=7, seconds=1))

        answer = anonymous.post(REFRESH, {"refresh_token": pair["refresh_token"]})

    assert answer.status_code == 401


@pytest.mark.parametrize("kind", ["garbage", "access_token", "foreign_key", "unsigned"])
def test_refresh_refuses_what_is_no_refresh_token_of_ours(anonymous, admin, kind):
    pair = login(anonymous, admin).json()["data"]
    payload = claims(pair["refresh_token"])
    token = {
        "garbage": "garbage",
        "access_token": pair["access_token"],
        "foreign_key": jwt.encode(payload, "another key " * 4, algorithm="HS256"),
        "unsigned": jwt.encode(payload, None, algorithm="none"),
    }[kind]

    answer = anonymous.post(REFRESH, {"refresh_token": token})

    assert (answer.status_code, answer.json()["code"]) == (401, "AUTHENTICATION_ERROR")
    assert anonymous.get(ME, headers=bearer(pair)).status_code == 200


def test_refresh_of_a_deactivated_user_is_refused(anonymous, admin):
    pair = login(anonymous, admin).json()["data"]
    User.objects.filter(pk=admin.pk).update(status=UserStatus.INACTIVE)

    answer = anonymous.post(REFRESH, {"refresh_token": pair["refresh_token"]})

    assert answer.status_code == 401


def test_refresh_in_a_deleted_tenant_is_refused(anonymous, admin):
    pair = login(anonymous, admin).json()["data"]
    admin.tenant.is_active = False
    admin.tenant.save()

    answer = anonymous.post(REFRESH, {"refresh_token": pair["refresh_token"]})

    assert answer.status_code == 401


# Logout ---------------------------------------------------------------------------------------


def test_logout_ends_the_sign_in_of_the_token(anonymous, admin):
    here = login(anonymous, admin).json()["data"]
    elsewhere = login(anonymous, admin).json()["data"]

    answer = anonymous.post(LOGOUT, {"refresh_token": here["refresh_token"]}, headers=bearer(here))

    assert answer.status_code == 200
    assert answer.json() == {"success": True, "data": None, "message": "Logged out successfully"}
    assert anonymous.get(ME, headers=bearer(here)).status_code == 401
    assert anonymous.post(REFRESH, {"refresh_token": here["refresh_token"]}).status_code == 401
    assert anonymous.get(ME, headers=bearer(elsewhere)).status_code == 200


def test_logout_without_a_token_ends_all_sign_ins_of_the_caller(anonymous, admin):
    pairs = [login(anonymous, admin).json()["data"] for _ in range(2)]
    colleague = ApiClient(UserFactory(tenant=admin.tenant))

    assert anonymous.post(LOGOUT, headers=bearer(pairs[0])).status_code == 200

    assert [anonymous.get(ME, headers=bearer(pair)).status_code for pair in pairs] == [401, 401]
    assert colleague.get(ME).status_code == 200


def test_logout_can_not_end_somebody_elses_sign_in(api, tenant):
    victim = ApiClient(UserFactory(tenant=tenant))

    answer = api.post(LOGOUT, {"refresh_token": victim.tokens.refresh_token})

    assert answer.status_code == 200
    assert victim.get(ME).status_code == 200


# Access tokens --------------------------------------------------------------------------------


def bearer(pair: dict) -> dict[str, str]:
    return {"Authorization": f"Bearer {pair['access_token']}"}


def test_a_request_is_authenticated_by_exactly_one_query(api, admin, django_assert_num_queries):
    with django_assert_num_queries(2) as queries:  # authentication, and the programme codes
        api.get(ME)

    assert "accounts_role" in queries[0]["sql"]
    assert "tenants_tenant" in queries[0]["sql"]
    assert "accounts_programmemembership" in queries[1]["sql"]


def test_an_access_token_expires_after_thirty_minutes(admin):
    with time_machine.travel(datetime(2026, 5, 1, tzinfo=UTC), tick=False) as clock:
        client = ApiClient(admin)
        clock.shift(timedelta(minutes=29, seconds=59))
        before = client.get(ME).status_code
        clock.shift(timedelta(seconds=1))
        after = client.get(ME).status_code

    assert (before, after) == (200, 401)


@pytest.mark.parametrize("change", ["user", "tenant", "role"])
def test_a_change_holds_at_the_very_next_request(api, admin, change):
    assert api.get("/v1/console/students").status_code == 200

    if change == "user":
        User.objects.filter(pk=admin.pk).update(status=UserStatus.INACTIVE)
    elif change == "tenant":
        admin.tenant.is_active = False
        admin.tenant.save()
    else:
        admin.role.permissions = []
        admin.role.save()

    assert api.get("/v1/console/students").status_code == (403 if change == "role" else 401)


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer a b", "Bearer garbage", "Basic YTpi", "Token x", "\u00e9"],
)
def test_a_malformed_authorization_header_is_401(anonymous, db, header):
    answer = anonymous.get(ME, headers={"Authorization": header})

    assert answer.status_code == 401
    assert answer.json()["code"] == "AUTHENTICATION_ERROR"
    assert answer.json()["error"]
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_refresh_token_opens_no_door(anonymous, admin):
    pair = login(anonymous, admin).json()["data"]

    answer = anonymous.get(ME, headers={"Authorization": f"Bearer {pair['refresh_token']}"})

    assert answer.status_code == 401


def test_a_token_of_one_tenant_does_not_name_another(anonymous, admin):
    pair = login(anonymous, admin).json()["data"]
    payload = {**claims(pair["access_token"]), "tenant_id": TenantFactory().pk}
    moved = jwt.encode(payload, settings.SIMPLE_JWT["SIGNING_KEY"], algorithm="HS256")

    answer = anonymous.get(ME, headers={"Authorization": f"Bearer {moved}"})

    assert answer.status_code == 401


def test_students_may_sign_in_but_not_enter_the_console(anonymous, tenant):
    client = ApiClient(StudentFactory(tenant=tenant))

    assert client.get(ME).status_code == 200
    assert client.get("/v1/console/students").status_code == 403
