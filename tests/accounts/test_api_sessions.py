"""Open sign-ins in the API: one's own, and other people's (contract §16)."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import Client

from accounts.models import BrowserSession, SignIn, User, UserStatus
from accounts.queries import sign_ins as queries
from config.ids import new_id
from tests.accounts.cas import CHALLENGE, VERIFIER, Browser, configure
from tests.accounts.signed_in import (
    FIREFOX,
    MINE,
    browser_of,
    id_of,
    is_in,
    listed,
    program_of,
)
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    PASSWORD,
    RoleFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ME = "/v1/users/me"
NOON = datetime(2026, 6, 4, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def of(user: User) -> str:
    return f"/v1/console/users/{user.pk}/sessions"


def code_of(cas, user: User) -> str:
    """Return the code with which a single sign-on of a front end ends."""
    answer = Browser().sign_in(cas, user, code_challenge=CHALLENGE)
    (code,) = parse_qs(urlsplit(answer["Location"]).query)["code"]
    return code


def redeem(client: ApiClient, code: str):
    return client.post("/v1/auth/sso/token", {"code": code, "code_verifier": VERIFIER})


# The list -------------------------------------------------------------------------------------


def test_browsers_and_programs_are_listed_alike_the_latest_used_first(clock, admin):
    browser_of(admin)
    clock.shift(timedelta(minutes=5))
    program = program_of(admin)

    answer = program.get(MINE)

    ids = [one.pop("id") for one in answer.json()["data"]]
    assert answer.json() == {
        "success": True,
        "data": [
            {
                "kind": "api",
                "created_at": "2026-06-04T12:05:00Z",
                "last_used_at": "2026-06-04T12:05:00Z",
                "address": "198.51.100.4",
                "user_agent": "curl/8.5.0",
                "via": "password",
                "current": True,
            },
            {
                "kind": "browser",
                "created_at": "2026-06-04T12:00:00Z",
                "last_used_at": "2026-06-04T12:00:00Z",
                "address": "192.0.2.7",
                "user_agent": FIREFOX,
                "via": "password",
                "current": False,
            },
        ],
        "message": None,
    }
    session, sign_in = BrowserSession.objects.get(), SignIn.objects.get()
    assert ids == [sign_in.pk, session.public_id]
    assert session.public_id not in session.key_digest


def test_a_use_is_noted_once_a_minute_with_the_place_it_came_from(clock, admin):
    browser, program = browser_of(admin), program_of(admin)
    noted = []
    for seconds in (59, 1, 59):
        clock.shift(timedelta(seconds=seconds))
        browser.get("/admin/", REMOTE_ADDR="192.0.2.8")
        program.get(ME, REMOTE_ADDR="198.51.100.5", HTTP_USER_AGENT="curl/9")
        noted.append({one["kind"]: one["last_used_at"][14:19] for one in listed(program)})

    assert noted == [
        {"browser": "00:00", "api": "00:00"},
        {"browser": "01:00", "api": "01:00"},
        {"browser": "01:00", "api": "01:00"},
    ]
    assert {one["address"] for one in listed(program)} == {"192.0.2.8", "198.51.100.5"}


def test_a_sign_in_at_the_cas_server_says_so(tenant, admin, cas, anonymous):
    configure(tenant, cas.url)
    Browser().sign_in(cas, admin, next="/admin/")
    pair = redeem(anonymous, code_of(cas, admin)).json()["data"]
    client = ApiClient()
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {pair['access_token']}"

    assert [(one["kind"], one["via"]) for one in listed(client)] == [
        ("api", "cas"),
        ("browser", "cas"),
    ]


@pytest.mark.parametrize("others", [1, 3])
def test_the_list_costs_as_much_for_one_as_for_many(admin, others, django_assert_num_queries):
    program = program_of(admin)
    for _ in range(others):
        browser_of(admin)
        program_of(admin)

    with django_assert_num_queries(4):  # who asks, what the release before left, either kind
        assert len(listed(program)) == 1 + 2 * others


def test_the_list_has_an_end(admin, monkeypatch):
    monkeypatch.setattr(queries, "MOST", 3)
    program = program_of(admin)
    for _ in range(4):
        browser_of(admin)
        program_of(admin)

    assert len(listed(program)) == 3


def test_nobody_elses_sign_ins_are_listed(admin, tenant):
    browser_of(UserFactory(tenant=tenant))
    program_of(UserFactory())
    program = program_of(admin)

    assert [one["current"] for one in listed(program)] == [True]


def test_what_is_over_is_listed_nowhere(clock, admin):
    program = program_of(admin)
    browser_of(admin)
    changed = {"current_password": PASSWORD, "new_password": "sunny otter bicycle lane"}
    assert program.post(f"{ME}/change-password", changed).status_code == 200

    assert [one["kind"] for one in listed(program)] == ["api"]


def test_who_was_switched_off_has_no_sign_ins_when_they_are_back(api, user):
    browser_of(user)
    program_of(user)
    User.objects.filter(pk=user.pk).update(status=UserStatus.INACTIVE)
    User.objects.filter(pk=user.pk).update(status=UserStatus.ACTIVE)

    assert listed(api, of(user)) == []


@pytest.mark.parametrize(
    ("agent", "shown"),
    [
        ("", None),
        (" \t ", None),
        ("a\0b\r\nc", "a b c"),
        ("caf\u00e9 \u202e \ud800", "café"),
        ("x" * 10_000, "x" * 256),
    ],
)
def test_any_name_of_a_program_is_kept_short_and_in_one_line(admin, agent, shown):
    program = program_of(admin, agent=agent)
    browser_of(admin, agent=agent)

    assert [one["user_agent"] for one in listed(program)] == [shown, shown]


# Ending one's own -----------------------------------------------------------------------------


def test_one_browser_is_ended_and_is_out_at_its_next_click(admin):
    browser, other, program = browser_of(admin), browser_of(admin), program_of(admin)
    ended = BrowserSession.objects.of_key(browser.cookies["sessionid"].value).get().public_id

    answer = program.delete(f"{MINE}/{ended}")

    assert answer.json() == {
        "success": True,
        "data": None,
        "message": "Session ended successfully",
    }
    assert (is_in(browser), is_in(other)) == (False, True)
    assert len(listed(program)) == 2


def test_one_program_is_ended_with_its_tokens(admin, anonymous):
    program, other = program_of(admin), program_of(admin)

    assert program.delete(f"{MINE}/{id_of(other)}").status_code == 200

    assert (program.get(ME).status_code, other.get(ME).status_code) == (200, 401)
    token = {"refresh_token": other.pair["refresh_token"]}
    assert anonymous.post("/v1/auth/refresh", token).status_code == 401


def test_the_current_one_may_be_ended_too(admin):
    program = program_of(admin)

    assert program.delete(f"{MINE}/{id_of(program)}").status_code == 200

    assert program.get(ME).status_code == 401


def test_what_is_not_an_open_sign_in_of_the_caller_is_absent(admin, tenant):
    program, colleague = program_of(admin), program_of(UserFactory(tenant=tenant))
    browser_of(admin)
    session = BrowserSession.objects.get()
    other = program_of(admin)
    ended = id_of(other)
    program.delete(f"{MINE}/{ended}")

    absent = [new_id(), ended, id_of(colleague), session.key_digest, session.key_digest[:24], "x"]
    answers = [program.delete(f"{MINE}/{one}") for one in absent]

    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {
        (404, "NOT_FOUND")
    }
    assert colleague.get(ME).status_code == 200


def test_an_id_lets_nobody_in(admin):
    browser_of(admin)
    thief = Client()
    thief.cookies["sessionid"] = BrowserSession.objects.get().public_id

    assert not is_in(thief)


def test_all_but_the_current_one_are_ended(admin, tenant):
    program, other, browser = program_of(admin), program_of(admin), browser_of(admin)
    colleague = browser_of(UserFactory(tenant=tenant))

    answer = program.delete(MINE)

    assert (answer.status_code, answer.json()["message"]) == (200, "Sessions ended successfully")
    assert (program.get(ME).status_code, other.get(ME).status_code) == (200, 401)
    assert (is_in(browser), is_in(colleague)) == (False, True)
    assert [one["current"] for one in listed(program)] == [True]


def test_logout_without_a_token_ends_browsers_as_well(admin, tenant):
    program, browser = program_of(admin), browser_of(admin)
    colleague = browser_of(UserFactory(tenant=tenant))

    assert program.post("/v1/auth/logout").status_code == 200

    assert program.get(ME).status_code == 401
    assert (is_in(browser), is_in(colleague)) == (False, True)


def test_logout_with_a_token_leaves_browsers_alone(admin):
    program, browser = program_of(admin), browser_of(admin)

    program.post("/v1/auth/logout", {"refresh_token": program.pair["refresh_token"]})

    assert is_in(browser)


def test_who_is_about_to_fetch_tokens_is_signed_out_with_the_rest(tenant, admin, cas, anonymous):
    configure(tenant, cas.url)
    code = code_of(cas, admin)
    program = program_of(admin)

    program.delete(MINE)

    assert redeem(anonymous, code).status_code == 400


# Other people's -------------------------------------------------------------------------------


def test_an_operator_sees_and_ends_where_somebody_is_signed_in(api, tenant):
    user = UserFactory(tenant=tenant)
    program, browser = program_of(user), browser_of(user)

    assert [one["current"] for one in listed(api, of(user))] == [False, False]
    answer = api.delete(of(user))

    assert answer.json() == {
        "success": True,
        "data": None,
        "message": "Sessions ended successfully",
    }
    assert (program.get(ME).status_code, is_in(browser)) == (401, False)
    assert listed(api, of(user)) == []


def test_ones_own_are_found_there_as_well_and_all_of_them_end(admin):
    program, browser = program_of(admin), browser_of(admin)

    assert sorted(one["current"] for one in listed(program, of(admin))) == [False, True]
    assert program.delete(of(admin)).status_code == 200

    assert (program.get(ME).status_code, is_in(browser)) == (401, False)


def test_who_holds_less_may_look_and_not_end(tenant):
    flags = ["USER_MANAGEMENT.can_view", "USER_MANAGEMENT.can_edit"]
    operator = ApiClient(
        UserFactory(tenant=tenant, role=RoleFactory(tenant=tenant, permissions=flags))
    )
    above = SuperAdminFactory(tenant=tenant)
    program = program_of(above)

    assert len(listed(operator, of(above))) == 1
    assert operator.delete(of(above)).status_code == 403
    assert program.get(ME).status_code == 200


def test_another_tenants_people_do_not_exist(super_api):
    stranger = UserFactory(tenant=TenantFactory())
    program = program_of(stranger)

    assert [
        super_api.get(of(stranger)).status_code,
        super_api.delete(of(stranger)).status_code,
    ] == [
        404,
        404,
    ]
    assert program.get(ME).status_code == 200


# What the release before left ------------------------------------------------------------------


def as_the_release_before_left(browser: Client) -> BrowserSession:
    """Take from a session what the release before does not store."""
    rows = BrowserSession.objects.of_key(browser.cookies["sessionid"].value)
    rows.update(user=None, tenant=None, public_id=None, address=None, user_agent=None)
    return rows.get()


def test_a_session_of_the_release_before_goes_on_and_is_listed(admin):
    browser, program = browser_of(admin), program_of(admin)
    as_the_release_before_left(browser)

    assert sorted(one["kind"] for one in listed(program)) == ["api", "browser"]
    assert is_in(browser)


def test_a_session_of_the_release_before_is_the_same_whoever_finds_it_first(admin):
    operator = OperatorClient(admin)
    as_the_release_before_left(operator)

    page = operator.get("/admin/accounts/user/me/sessions/")
    assert "(this browser)" in page.content.decode()
    operator.post("/admin/accounts/user/me/sessions/")

    assert is_in(operator)


def test_a_session_of_the_release_before_is_ended_with_the_rest(admin, tenant):
    browser, program = browser_of(admin), program_of(admin)
    colleague = browser_of(UserFactory(tenant=tenant))
    as_the_release_before_left(browser)
    as_the_release_before_left(colleague)

    program.delete(MINE)

    assert (is_in(browser), is_in(colleague)) == (False, True)
