"""The pages on which people sign in: where they lead, whom they let in, what they say (§2)."""

import pytest
from django.test import Client

from accounts.models import User, UserStatus
from tenants.models import Tenant, TenantAIConfig, TenantBranding, TenantSSOConfig
from tests.accounts.invitations import enable_sso
from tests.clients import OperatorClient
from tests.factories import (
    PASSWORD,
    FacultyFactory,
    RoleFactory,
    StudentFactory,
    TenantFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ADMIN = "/admin/"
WRONG = "The e-mail address or the password is wrong."


@pytest.fixture
def state() -> Tenant:
    """A university with a domain, beside others that could be taken for it."""
    TenantFactory(name="State", slug="stat", domain="estate.edu")
    TenantFactory(name="State University", slug="state-gone", domain="state.edu", is_active=False)
    return TenantFactory(name="Státe University", slug="state-university", domain="state.edu")


@pytest.fixture
def ada(state) -> User:
    return FacultyFactory(tenant=state, email="ada@state.edu", first_name="Ada", last_name="Obi")


def choose(client: Client, organisation: str, where: str = "/sign-in"):
    return client.post(where, {"organisation": organisation})


def sign_in(client: Client, user: User, password: str = PASSWORD, query: str = "", **changed):
    typed = {"email": user.email, "password": password} | changed
    return client.post(f"/sign-in/{user.tenant.slug}{query}", typed)


def is_in(client: Client) -> bool:
    return client.get(ADMIN).status_code == 200


# Which organisation ---------------------------------------------------------------------------


@pytest.mark.parametrize("door", ["/", "/admin/login/"])
def test_strangers_are_asked_for_their_organisation(door, client, state):
    answer = client.get(door)
    page = client.get(answer["Location"])

    assert (answer.status_code, answer["Location"]) == (302, "/sign-in")
    assert page.status_code == 200
    assert "Your organisation" in page.content.decode()
    assert state.name not in page.content.decode()


@pytest.mark.parametrize(
    "organisation",
    [
        "state-university",
        "State-University",
        "Státe University",
        "  STATE university ",
        "state.edu",
        "Ada@State.EDU",
    ],
)
def test_an_organisation_is_known_by_what_people_call_it(organisation, client, state):
    answer = choose(client, organisation)

    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/state-university")
    assert answer.cookies["organisation"].value == "state-university"
    assert answer.cookies["organisation"]["httponly"]


@pytest.mark.parametrize(
    "organisation",
    ["state-gone", "Stat University", "tate", "ada@", "%", "_", "edu", "a.state.edu"],
)
def test_an_organisation_that_is_not_spelled_in_full_is_unknown(organisation, client, state):
    answer = choose(client, organisation)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "There is no such organisation here." in page
    assert "<title>Error: " in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_organisation_helptext id_organisation_error"' in page
    assert not answer.cookies.get("organisation")
    assert state.name not in page


def test_no_organisation_is_asked_for_again(client, state):
    assert "Type the name of your organisation." in choose(client, " ").content.decode()


def test_two_organisations_of_one_name_are_told_apart_by_their_slugs(client, state):
    twin = TenantFactory(name="State University", slug="state-twin")

    answer = choose(client, "State University")

    assert answer.status_code == 422
    assert "Type the short name of yours" in answer.content.decode()
    assert choose(client, "state-twin")["Location"] == f"/sign-in/{twin.slug}"


def test_a_slug_goes_before_another_organisations_name(client, state):
    TenantFactory(name="state-university", slug="impostor")

    assert choose(client, "state-university")["Location"] == "/sign-in/state-university"


@pytest.mark.parametrize("door", ["/", "/admin/login/"])
def test_an_organisation_is_remembered_until_it_is_gone(door, client, state):
    choose(client, "state.edu")
    assert client.get(door)["Location"] == "/sign-in/state-university"

    Tenant.objects.filter(pk=state.pk).update(is_active=False)
    assert client.get(door)["Location"] == "/sign-in"


def test_a_host_of_its_own_goes_before_what_is_remembered(client, state, settings):
    settings.ALLOWED_HOSTS = ["state.edu", "console.example"]
    choose(client, "stat", where="/sign-in")

    def led_to(host: str) -> str:
        return client.get("/", headers={"Host": host})["Location"]

    client.cookies["organisation"] = "stat"
    assert led_to("STATE.edu:8443") == "/sign-in/state-university"
    assert led_to("console.example") == "/sign-in/stat"


@pytest.mark.parametrize("cookie", ["", "nowhere", "state-gone", "../x", "a" * 4000])
def test_a_spoilt_cookie_is_as_good_as_none(cookie, client, state):
    client.cookies["organisation"] = cookie

    assert client.get("/")["Location"] == "/sign-in"


def test_the_organisation_is_remembered_for_this_host_alone(client, state, settings):
    settings.ORGANISATION_COOKIE_NAME = "__Host-organisation"
    settings.SESSION_COOKIE_SECURE = True

    (cookie,) = choose(client, "stat").cookies.values()

    # Without these, browsers ignore a cookie of such a name.
    assert cookie.key == "__Host-organisation"
    assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
    assert client.get("/")["Location"] == "/sign-in/stat"
    other = Client()
    other.cookies["organisation"] = "stat"  # as a neighbouring host may set it
    assert other.get("/")["Location"] == "/sign-in"


@pytest.mark.parametrize("slug", ["nowhere", "state-gone", "State-University"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_page_of_an_unknown_organisation_leads_back(method, slug, client, state):
    answer = getattr(client, method)(f"/sign-in/{slug}?next=/admin/x")

    assert answer.status_code == 404
    assert 'href="/sign-in?next=%2Fadmin%2Fx"' in answer.content.decode()


# What its page offers -------------------------------------------------------------------------


def test_the_page_offers_a_password_and_no_sso_where_there_is_none(client, ada):
    page = client.get("/sign-in/state-university").content.decode()

    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert "/v1/auth/sso/" not in page
    assert 'href="/v1/docs"' in page
    assert '<html lang="en-gb" dir="ltr">' in page


def test_the_page_leads_to_the_organisations_own_server_first(client, ada):
    enable_sso(ada.tenant)

    page = client.get("/sign-in/state-university?next=/admin/x?y=1").content.decode()

    way = "https://console.example/v1/auth/sso/state-university/login?next=%2Fadmin%2Fx%3Fy%3D1"
    assert f'href="{way}"' in page
    assert page.index("/v1/auth/sso/") < page.index('name="password"')
    assert "<details>" in page


def test_the_page_does_not_lead_to_a_server_that_may_not_be_used(client, ada):
    enable_sso(ada.tenant)
    TenantSSOConfig.objects.update(server_url="ftp://cas.state.edu")

    page = client.get("/sign-in/state-university").content.decode()

    assert "/v1/auth/sso/" not in page
    assert 'name="password"' in page


def test_the_page_wears_the_organisations_colours(client, state):
    TenantBranding.objects.create(tenant=state, primary_color="#F5A623", logo_url="https://x.edu/l")
    TenantAIConfig.objects.create(tenant=state, support_email="help@state.edu")

    page = client.get("/sign-in/state-university").content.decode()

    assert "--brand: #F5A623;" in page
    assert "--on-brand: #000000;" in page
    assert '<img src="https://x.edu/l" alt="Státe University">' in page
    assert "mailto:help@state.edu" in page


@pytest.mark.parametrize("where", ["/sign-in", "/sign-in/state-university", "/sign-in/x", "/"])
def test_every_page_is_kept_from_caches_frames_and_strangers(where, client, state):
    answer = client.get(where)

    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_the_page_costs_two_queries(client, state, django_assert_num_queries):
    with django_assert_num_queries(2):  # the tenant, and what is behind its walls
        client.get("/sign-in/state-university")


# Signing in -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "ends_at"),
    [
        ("", "/"),
        ("?next=/admin/programmes/programme/%3Fq=x", "/admin/programmes/programme/?q=x"),
        *((f"?next={elsewhere}", "/") for elsewhere in (
            "https://evil.example", "//evil.example", "/\\evil.example", "///evil.example",
            "https:///evil.example", "javascript:alert(1)", "admin/", "%09//evil.example",
            "/%09/evil.example", "http:evil.example",
        )),
    ],
)  # fmt: skip
def test_a_password_signs_in_and_leads_to_a_page_of_ours_alone(query, ends_at, client, ada):
    answer = sign_in(client, ada, query=query)

    assert (answer.status_code, answer["Location"]) == (302, ends_at)
    assert is_in(client)
    assert answer.cookies["organisation"].value == "state-university"
    ada.refresh_from_db()
    assert ada.last_activity_at is not None


def test_the_start_leads_who_is_signed_in_to_the_panel(client, ada):
    sign_in(client, ada)

    for door in ("/", "/admin/login/", "/sign-in/state-university", "/sign-in/stat"):
        assert client.get(door, follow=True).redirect_chain[-1] == (ADMIN, 302)
    assert client.get("/admin/login/?next=/admin/search/")["Location"] == "/admin/search/"
    assert client.get("/?next=//evil.example")["Location"] == ADMIN


def test_a_session_begins_with_a_new_key(client, ada):
    client.cookies["sessionid"] = "planted0planted0planted0planted0"

    answer = sign_in(client, ada)

    assert len(answer.cookies["sessionid"].value) == 32
    assert answer.cookies["sessionid"].value != "planted0planted0planted0planted0"


@pytest.mark.parametrize(
    ("changed", "status", "message"),
    [
        ({"password": "wrong"}, 401, WRONG),
        ({"email": "nobody@state.edu"}, 401, WRONG),
        ({"password": PASSWORD + " "}, 401, WRONG),
        ({"password": ""}, 422, "Type your password."),
        ({"email": " "}, 422, "Type your e-mail address."),
        ({"password": "x" * 1001}, 422, "at most 1000 characters"),
    ],
)
def test_a_wrong_password_is_explained_and_never_sent_back(changed, status, message, client, ada):
    enable_sso(ada.tenant)

    answer = sign_in(client, ada, **changed)

    page = answer.content.decode()
    assert answer.status_code == status
    assert message in page
    assert "<title>Error: " in page
    assert "<details open>" in page
    assert PASSWORD not in page
    assert not is_in(client)


@pytest.mark.parametrize("change", [{"status": UserStatus.INACTIVE}, {"status": "DELETED"}])
def test_who_is_switched_off_is_refused_like_a_wrong_password(change, client, ada):
    User.objects.filter(pk=ada.pk).update(**change)

    answer = sign_in(client, ada)

    assert answer.status_code == 401
    assert WRONG in answer.content.decode()


def test_another_organisations_password_opens_nothing_here(client, ada):
    stranger = UserFactory(tenant=TenantFactory(slug="other"), email="ada@state.edu")
    User.objects.filter(pk=ada.pk).update(password="!")

    answer = client.post(
        "/sign-in/state-university", {"email": stranger.email, "password": PASSWORD}
    )

    assert answer.status_code == 401


def test_students_are_told_where_to_go_and_get_no_session(client, state):
    student = StudentFactory(tenant=state, email="sam@state.edu", password="!")
    student.set_password(PASSWORD)
    student.save()

    answer = sign_in(client, student)

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "The console is for staff" in page
    assert 'href="https://state.edu"' in page
    assert "Sign out" not in page
    assert "sessionid" not in answer.cookies


def test_who_has_a_session_and_no_right_is_told_so_instead_of_being_sent_in_circles(client, state):
    nobody = UserFactory(tenant=state, role=RoleFactory(tenant=state))
    browser = OperatorClient(nobody)

    answer = browser.get(ADMIN, follow=True)

    assert answer.redirect_chain == [("/admin/login/?next=/admin/", 302)]
    assert answer.status_code == 200
    assert "The console is for staff" in answer.content.decode()
    assert "Sign out" in answer.content.decode()


def test_guessing_is_slowed_down_for_an_account_and_says_for_how_long(client, ada, settings):
    settings.LOGIN_LIMIT_PER_ACCOUNT = (2, 900)
    for _ in range(2):
        assert sign_in(client, ada, "wrong").status_code == 401

    answer = sign_in(client, ada)

    assert answer.status_code == 429
    assert "Wait 15 minutes, then try again." in answer.content.decode()
    assert 0 < int(answer["Retry-After"]) <= 900
    assert not is_in(client)


def test_guessing_is_slowed_down_for_an_address_but_a_lecture_hall_is_not(client, ada, settings):
    settings.LOGIN_LIMIT_PER_ADDRESS = (2, 40)
    for _ in range(4):
        assert sign_in(Client(), ada).status_code == 302
    for guess in "ab":
        sign_in(client, ada, email=f"{guess}@state.edu")

    answer = sign_in(client, ada)

    assert answer.status_code == 429
    assert "Wait a minute, then try again." in answer.content.decode()


@pytest.mark.parametrize("where", ["/sign-in", "/sign-in/state-university", "/sign-out"])
def test_a_form_on_another_site_is_refused_with_a_way_back(where, ada):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ada)

    answer = browser.post(where, {"email": ada.email, "password": PASSWORD})

    assert answer.status_code == 403
    assert "The form was too old" in answer.content.decode()
    assert 'href="/"' in answer.content.decode()
    assert is_in(browser)


# Signing out ----------------------------------------------------------------------------------


def test_the_form_that_signs_out_may_lead_to_the_organisations_server_alone(client, ada):
    enable_sso(ada.tenant)
    sign_in(client, ada)

    policy = client.get("/sign-out").headers["Content-Security-Policy"]

    assert "form-action 'self' https://cas.state.edu;" in policy


@pytest.mark.parametrize("where", ["/sign-out", "/admin/logout/"])
def test_signing_out_takes_a_form_and_says_that_it_happened(where, client, ada):
    sign_in(client, ada)

    asked = client.get(where)
    assert "Sign out?" in asked.content.decode()
    assert is_in(client)

    answer = client.post(where, follow=True)
    assert answer.status_code == 200
    assert "You are signed out" in answer.content.decode()
    assert not is_in(client)


# Whose account is switched off -----------------------------------------------------------------

SWITCHED_OFF = "You are signed out: your account here was switched off."


def test_who_is_switched_off_while_signed_in_is_told_so(client, ada):
    sign_in(client, ada)
    assert is_in(client)
    page = f"/sign-in/{ada.tenant.slug}"
    elsewhere = Client()

    User.objects.filter(pk=ada.pk).update(status=UserStatus.INACTIVE)

    assert SWITCHED_OFF in client.get(page).content.decode()
    assert client.get(ADMIN, follow=True).redirect_chain[-1][0].startswith(page)
    # Nobody else is told of it, nor at another university.
    assert SWITCHED_OFF not in elsewhere.get(page).content.decode()
    assert SWITCHED_OFF not in client.get("/sign-in/stat").content.decode()


def test_who_is_signed_out_otherwise_is_not_told_of_an_account_that_is_off(client, ada):
    sign_in(client, ada)
    for status in (UserStatus.INACTIVE, UserStatus.ACTIVE):
        User.objects.filter(pk=ada.pk).update(status=status)

    assert not is_in(client)
    assert SWITCHED_OFF not in client.get(f"/sign-in/{ada.tenant.slug}").content.decode()
