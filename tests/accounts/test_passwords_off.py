"""``allow_password_login``: a tenant with single sign-on that refuses passwords (contract §16)."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher
from django.test import Client

from accounts.models import SignIn, User, UserStatus
from tenants.models import AuditEvent, TenantSSOConfig
from tests.accounts.cas import CHALLENGE, Browser, StubCAS, configure
from tests.accounts.resets import switch_passwords_off
from tests.accounts.signed_in import browser_of, listed, program_of
from tests.accounts.test_sso_flow import code_of, fetch_tokens
from tests.accounts.users import url
from tests.clients import ApiClient, OperatorClient, bearer, login
from tests.factories import PASSWORD, FacultyFactory, SuperAdminFactory, UserFactory
from tests.operators import page, refused, told

pytestmark = pytest.mark.django_db

WRONG_HERE = (
    "The e-mail address or the password is wrong, or the account signs in through its university."
)
OFF = "Passwords are switched off here: sign in with your university account."
ONE_WAY_IN = (
    "Passwords can be switched off only while single sign-on is enabled: else nobody could sign "
    "in. Enable single sign-on, or allow passwords."
)
ENABLED = {
    "server_url": "https://cas.state.edu",
    "callback_url": "https://app.state.edu/cas",
    "is_enabled": True,
}
ME = "/v1/users/me"


@pytest.fixture
def boss(tenant) -> User:
    return SuperAdminFactory(tenant=tenant)


@pytest.fixture
def off(tenant):
    """The tenant, with passwords switched off."""
    switch_passwords_off(tenant)
    return tenant


def sign_in(user: User, where: str = ""):
    typed = {"email": user.email, "password": PASSWORD}
    return Client().post(f"/sign-in/{user.tenant.slug}{where}", typed)


def through_the_university(user: User, cas: StubCAS) -> tuple[Browser, dict]:
    """Sign in at the tenant's CAS server; return the browser, and a pair of tokens."""
    configure(user.tenant, cas.url)
    browser = Browser()
    browser.sign_in(cas, user)
    code = code_of(Browser().sign_in(cas, user, code_challenge=CHALLENGE))
    return browser, fetch_tokens(ApiClient(), code).json()["data"]


# Who comes in ---------------------------------------------------------------------------------


def test_nobody_but_super_admins_signs_in_with_a_password(off, admin, boss, anonymous):
    answer = login(anonymous, admin)

    assert (answer.status_code, answer.json()["error"]) == (401, WRONG_HERE)
    assert login(anonymous, boss).status_code == 200


def test_the_answer_tells_nothing_about_accounts(off, admin, boss, anonymous, monkeypatch):
    runs = []
    hasher = type(get_hasher())
    for kind in {hasher, PBKDF2PasswordHasher}:
        encode = kind.encode

        def count(self, *args, encode=encode, **kwargs):
            runs.append(1)
            return encode(self, *args, **kwargs)

        monkeypatch.setattr(kind, "encode", count)
    unknown = UserFactory.build(tenant=off, role=None)
    gone = UserFactory(tenant=off, status=UserStatus.INACTIVE)
    tried = [(admin, PASSWORD), (admin, "wrong"), (unknown, "x"), (gone, PASSWORD), (boss, "wrong")]
    told_them, cost = [], []

    for user, password in tried:
        runs.clear()
        told_them.append(login(ApiClient(), user, password).json())
        cost.append(len(runs))

    assert told_them == [told_them[0]] * len(tried)
    assert len(set(cost)) == 1, cost


def test_a_right_password_that_is_refused_counts_like_a_wrong_one(off, admin, settings):
    settings.LOGIN_FREE_MISTAKES = 1

    assert [login(ApiClient(), admin).status_code for _ in range(2)] == [401, 429]


def test_the_sign_in_page_shows_the_university_and_leads_super_admins_on(off, client):
    shown = client.get(f"/sign-in/{off.slug}?{urlencode({'next': '/admin/x/'})}").content.decode()

    assert 'name="password"' not in shown
    assert "Sign in with your university account" in shown
    assert f'href="/sign-in/{off.slug}/platform?next=%2Fadmin%2Fx%2F"' in shown
    form = client.get(f"/sign-in/{off.slug}/platform").content.decode()
    assert 'name="password"' in form
    assert "This is for Super Admins" in form
    assert "Forgot your password?" in form


def test_the_page_for_super_admins_lets_them_in_and_nobody_else(off, admin, boss):
    assert sign_in(boss, "/platform").status_code == 302
    for where in ("", "/platform"):  # the form of a page that was open before, too
        answer = sign_in(admin, where)
        assert answer.status_code == 401
        assert WRONG_HERE in answer.content.decode()
        assert 'name="password"' in answer.content.decode()


def test_where_passwords_are_on_the_page_for_super_admins_is_the_usual_one(tenant, admin, client):
    shown = client.get(f"/sign-in/{tenant.slug}/platform").content.decode()

    assert "This is for Super Admins" not in shown
    assert sign_in(admin, "/platform").status_code == 302


# Who is in already ----------------------------------------------------------------------------


def test_whoever_is_in_with_a_password_is_out_at_once(tenant, admin, boss):
    people = {user: (ApiClient(user), OperatorClient(user)) for user in (admin, boss)}
    switch_passwords_off(tenant)

    seen = {}
    for user, (api, browser) in people.items():
        refresh = {"refresh_token": api.tokens.refresh_token}
        answers = (api.get(ME), browser.get("/admin/"), api.post("/v1/auth/refresh", refresh))
        seen[user] = [answer.status_code for answer in answers]

    assert seen == {admin: [401, 302, 401], boss: [200, 200, 200]}


def test_what_opens_nothing_any_more_is_neither_listed_nor_counted(tenant, admin, boss, cas):
    through_the_university(admin, cas)
    ApiClient(admin)
    browser_of(admin)
    switch_passwords_off(tenant)
    program = ApiClient(boss)

    assert {one["via"] for one in listed(program, url(admin, "sessions"))} == {"cas"}
    assert program.delete(url(admin, "sessions")).status_code == 200
    event = AuditEvent.objects.filter(event_type="sign_out").get()
    assert event.metadata["ended"] == {"browser": 1, "api": 1}
    TenantSSOConfig.objects.update(allow_password_login=True)
    assert listed(program, url(admin, "sessions")) == []


def test_a_late_second_tab_is_not_sent_back_to_a_pair_that_is_dead(tenant, admin):
    program = program_of(admin)
    asked = {"refresh_token": program.pair["refresh_token"]}
    assert program.post("/v1/auth/refresh", asked).status_code == 200
    assert program.post("/v1/auth/refresh", asked).status_code == 409
    switch_passwords_off(tenant)

    assert program.post("/v1/auth/refresh", asked).status_code == 401


def test_whoever_came_through_the_university_stays(tenant, admin, cas):
    browser, pair = through_the_university(admin, cas)
    switch_passwords_off(tenant)

    assert browser.get("/admin/").status_code == 200
    assert ApiClient().get(ME, headers=bearer(pair)).status_code == 200
    refreshed = ApiClient().post("/v1/auth/refresh", {"refresh_token": pair["refresh_token"]})
    assert refreshed.status_code == 200


def test_who_came_through_the_university_cannot_change_a_password(tenant, admin, cas):
    browser, pair = through_the_university(admin, cas)
    switch_passwords_off(tenant)

    change = {"current_password": PASSWORD, "new_password": "a fine long phrase"}
    answer = ApiClient().post("/v1/users/me/change-password", change, headers=bearer(pair))

    assert (answer.status_code, answer.json()["error"]) == (400, OFF)
    assert browser.get("/admin/accounts/user/me/password/").status_code == 404
    profile = browser.get("/admin/accounts/user/me/").content.decode()
    assert "you sign in through your university" in profile


def test_a_super_admin_changes_the_own_password(off, boss):
    change = {"current_password": PASSWORD, "new_password": "a fine long phrase"}

    assert ApiClient(boss).post("/v1/users/me/change-password", change).status_code == 200


# Nobody is locked out -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "broken",
    [
        {"is_enabled": False},
        {"server_url": None, "is_enabled": False},
        {"server_url": "gopher://cas.state.edu"},
        {"callback_url": "https://app.state.edu/#x"},
    ],
)
def test_the_switch_counts_only_while_the_server_can_be_used(broken, off, admin, anonymous):
    TenantSSOConfig.objects.filter(tenant=off).update(**broken)

    assert login(anonymous, admin).status_code == 200
    assert 'name="password"' in Client().get(f"/sign-in/{off.slug}").content.decode()
    assert ApiClient(admin).get(ME).status_code == 200


def test_passwords_are_on_unless_somebody_says_otherwise(tenant, boss):
    answer = ApiClient(boss).patch(f"/v1/console/tenants/{tenant.pk}/sso", ENABLED)

    assert answer.json()["data"]["allow_password_login"] is True
    off = ApiClient(boss).patch(
        f"/v1/console/tenants/{tenant.pk}/sso", {"allow_password_login": False}
    )
    assert off.json()["data"]["allow_password_login"] is False


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        (None, {"allow_password_login": False}),
        (ENABLED | {"is_enabled": False}, {"allow_password_login": False}),
        (ENABLED | {"allow_password_login": False}, {"is_enabled": False}),
    ],
)
def test_the_last_way_in_is_not_switched_off(stored, asked, tenant, boss):
    if stored:
        TenantSSOConfig.objects.create(tenant=tenant, **stored)

    answer = ApiClient(boss).patch(f"/v1/console/tenants/{tenant.pk}/sso", asked)

    assert (answer.status_code, answer.json()["error"]) == (400, ONE_WAY_IN)


def test_both_can_be_changed_at_once(tenant, boss):
    TenantSSOConfig.objects.create(tenant=tenant, **ENABLED, allow_password_login=False)

    answer = ApiClient(boss).patch(
        f"/v1/console/tenants/{tenant.pk}/sso", {"is_enabled": False, "allow_password_login": True}
    )

    assert answer.status_code == 200


def test_the_admin_has_the_switch_with_the_same_rule(tenant, boss):
    operator = OperatorClient(boss)
    single_sign_on = page("tenants_tenant_single_sign_on", tenant.pk)
    asked_first = operator.get(single_sign_on).content.decode()
    assert "whoever is signed in with one is signed out" in asked_first

    asked = {"provider": "cas", **ENABLED, "is_enabled": "on", "although": "on"}
    told(operator.post(single_sign_on, asked))
    assert TenantSSOConfig.objects.get().allow_password_login is False

    del asked["is_enabled"]
    assert refused(operator.post(single_sign_on, asked)) == {"": [ONE_WAY_IN]}


# What it costs --------------------------------------------------------------------------------


def test_a_request_costs_no_query_more(off, boss, django_assert_num_queries):
    client = ApiClient(boss)

    with django_assert_num_queries(2):  # the sign-in with all that it depends on, and programmes
        client.get(ME)


def test_faculty_of_another_tenant_are_not_concerned(off, anonymous):
    assert login(anonymous, FacultyFactory()).status_code == 200
    assert SignIn.objects.open().exists()
