"""What a token is good for, how it is renewed, and how it ends (contract §1.9, §2)."""

import json
from datetime import UTC, datetime, timedelta

import jwt
import pytest
import time_machine
from django.conf import settings
from django.utils import timezone

from accounts.models import SignIn, User, UserStatus
from tests.clients import ApiClient, bearer, claims, login
from tests.factories import StudentFactory, TenantFactory, UserFactory

pytestmark = pytest.mark.django_db

REFRESH = "/v1/auth/refresh"
LOGOUT = "/v1/auth/logout"
ME = "/v1/users/me"


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
    SignIn.objects.update(rotated_at=timezone.now() - timedelta(seconds=11))

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


@pytest.mark.parametrize("token", [None, "", 5, True, ["a"], {"a": 1}, "x" * 4097])
def test_refresh_refuses_a_malformed_body(anonymous, db, token):
    answer = anonymous.post(REFRESH, {"refresh_token": token})

    assert (answer.status_code, answer.json()["code"]) == (422, "VALIDATION_ERROR")
    assert answer.json()["details"]["errors"][0]["field"] == "refresh_token"


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


@pytest.mark.parametrize("token", ["", " ", 5, False, [], {}, "x" * 4097])
def test_logout_with_a_malformed_token_ends_nothing(api, token):
    answer = api.post(LOGOUT, {"refresh_token": token})

    assert (answer.status_code, answer.json()["code"]) == (422, "VALIDATION_ERROR")
    assert api.get(ME).status_code == 200


def test_logout_can_not_end_somebody_elses_sign_in(api, tenant):
    victim = ApiClient(UserFactory(tenant=tenant))

    answer = api.post(LOGOUT, {"refresh_token": victim.tokens.refresh_token})

    assert answer.status_code == 200
    assert victim.get(ME).status_code == 200


def test_logout_with_an_odd_token_ends_nothing(anonymous, admin):
    pair = login(anonymous, admin).json()["data"]
    odd = {**claims(pair["refresh_token"]), "sid": 7}
    token = jwt.encode(odd, settings.SIMPLE_JWT["SIGNING_KEY"], algorithm="HS256")

    answer = anonymous.post(LOGOUT, {"refresh_token": token}, headers=bearer(pair))

    assert answer.status_code == 200
    assert anonymous.get(ME, headers=bearer(pair)).status_code == 200


# Access tokens --------------------------------------------------------------------------------


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
    [
        *(
            "",
            "Bearer",
            "Bearer ",
            "Bearer a b",
            "Bearer garbage",
            "Basic YTpi",
            "Token x",
            "\u00e9",
        ),
        *(
            "bearer",
            "BEARER a b",
            "bearer garbage",
            "Bearer, a",
            "Bearergarbage",
            "Bearer: garbage",
        ),
    ],
)
def test_a_malformed_authorization_header_is_401(anonymous, db, header):
    answer = anonymous.get(ME, headers={"Authorization": header})

    assert answer.status_code == 401
    assert answer.json()["code"] == "AUTHENTICATION_ERROR"
    assert answer.json()["error"] in {
        "Authentication credentials were not provided.",
        "The token is invalid or has expired.",
    }
    assert answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    "written", ["bearer {}", "BEARER {}", "bEaReR {}", "Bearer   {}", " bearer {} ", "bearer\t{}"]
)
def test_the_scheme_is_written_in_any_case_with_any_blanks(anonymous, admin, written):
    pair = login(anonymous, admin).json()["data"]
    assert pair["token_type"] == "bearer"

    answer = anonymous.get(ME, headers={"Authorization": written.format(pair["access_token"])})

    assert answer.status_code == 200


def test_a_token_opened_as_another_scheme_is_401(anonymous, admin):
    token = login(anonymous, admin).json()["data"]["access_token"]

    for written in (f"Token {token}", f"Bearer{token}", f"Api-Key {token}", f"Bearer {token} x"):
        assert anonymous.get(ME, headers={"Authorization": written}).status_code == 401


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


@pytest.mark.parametrize(
    "odd",
    [
        {"sub": None},
        {"sub": ["a"]},
        {"sub": "nul\0"},
        {"sid": 7},
        {"sid": "\ud800"},
        {"tenant_id": {}},
        {"exp": 1e30},
        {"exp": "9999999999"},
        {"exp": ["9999999999"]},
        {"type": 1},
        {"jti": None},
        {"iss": "https://other.example"},
        {"iss": None},
        {"iss": ["https://console.example"]},
        {"iss": "https://console.example/"},
        {"iss": {}},
        {"aud": "https://other.example/v1"},
        {"aud": "https://console.example"},
        {"aud": None},
        {"aud": ["https://console.example/v1"]},
        {"aud": ["https://other.example/v1", "https://console.example/v1"]},
        {"aud": 1},
    ],
)
def test_odd_claims_are_401_even_under_our_own_signature(anonymous, admin, odd):
    pair = login(anonymous, admin).json()["data"]
    key = settings.SIMPLE_JWT["SIGNING_KEY"]
    access, refresh = (
        # As bytes: the library writes no issuer that is no text.
        jwt.PyJWS().encode(json.dumps(claims(pair[name]) | odd).encode(), key, algorithm="HS256")
        for name in ("access_token", "refresh_token")
    )

    asked = anonymous.get(ME, headers={"Authorization": f"Bearer {access}"})
    refreshed = anonymous.post(REFRESH, {"refresh_token": refresh})

    assert (asked.status_code, refreshed.status_code) == (401, 401)


@pytest.mark.parametrize("claim", ["iss", "aud"])
def test_tokens_say_whose_and_for_whom_they_are(anonymous, admin, claim):
    pair = login(anonymous, admin).json()["data"]
    said = {"iss": "https://console.example", "aud": "https://console.example/v1"}

    for name, door in (("access_token", _show), ("refresh_token", _exchange)):
        payload = claims(pair[name])
        assert {key: payload[key] for key in said} == said
        del payload[claim]
        silent = jwt.encode(payload, settings.SIMPLE_JWT["SIGNING_KEY"], algorithm="HS256")
        assert door(anonymous, silent).status_code == 401
        assert door(anonymous, pair[name]).status_code == 200


def _show(client, token: str):
    return client.get(ME, headers={"Authorization": f"Bearer {token}"})


def _exchange(client, token: str):
    return client.post(REFRESH, {"refresh_token": token})


def test_answers_are_kept_out_of_caches(anonymous, admin):
    answer = login(anonymous, admin)

    assert answer["Cache-Control"] == "no-store"
    assert anonymous.get(ME)["Cache-Control"] == "no-store"
