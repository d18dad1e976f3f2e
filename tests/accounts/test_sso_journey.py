"""Single sign-on with everything real: CAS servers, our server, a browser (contract §2)."""

from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Invitation, SignIn, SSOCode, SSOLogin, User, UserStatus
from tenants.models import Tenant
from tests.accounts.journeys import is_in, show_identity, sign_in, university
from tests.accounts.test_sign_in_journey import violations
from tests.cas import front_end
from tests.cas.fixtures import CASServer, running_cas
from tests.clients import ApiClient
from tests.factories import (
    FacultyFactory,
    StudentFactory,
    SystemRoleFactory,
    UserFactory,
)
from tests.mail import html_of, work
from tests.servers import RunningServer, running_server
from tests.sites import site

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.system,
    pytest.mark.pooled,
]

ALICE = "alice@acme.edu"


@pytest.fixture(scope="module")
def server(django_db_setup) -> Iterator[RunningServer]:
    with running_server() as running:
        yield running


@pytest.fixture(scope="module")
def front_end_origin() -> Iterator[str]:
    with site(front_end.PAGE) as origin:
        yield origin


@pytest.fixture(autouse=True)
def reachable(server, settings) -> None:
    """Have links in mails lead to the running server."""
    settings.PUBLIC_URL = server.url


@pytest.fixture
def acme(acme_cas, front_end_origin) -> Tenant:
    return university("acme", acme_cas, front_end_origin)


@pytest.fixture
def globex(globex_cas, front_end_origin) -> Tenant:
    return university("globex", globex_cas, front_end_origin)


@pytest.fixture
def alice(acme) -> User:
    return FacultyFactory(
        tenant=acme, email=ALICE, first_name="Alice", last_name="Obi", password="!"
    )


# Into the admin and out of it -----------------------------------------------------------------


def test_an_invited_lecturer_comes_in_by_the_mail_and_is_out_once_out_at_cas(
    acme, acme_cas, server, mail_server, browse
):
    role = SystemRoleFactory(tenant=acme, legacy_role="FACULTY")
    person = {"email": ALICE, "first_name": "Alice", "last_name": "Obi", "role_id": role.pk}
    invited = ApiClient(UserFactory(tenant=acme)).post("/v1/console/users", person)
    assert invited.status_code == 201
    work()
    (mail,) = mail_server.mails

    def journey(page: Page) -> None:
        page.set_content(html_of(mail))
        page.get_by_role("link", name="See the invitation").click()
        page.get_by_role("link", name="Sign in").click()
        page.wait_for_url(f"{acme_cas.url}login?**")
        show_identity(page, "alice")
        page.wait_for_url(f"{server.url}/admin/")
        expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()
        page.goto(f"{acme_cas.url}logout")
        expect(page.get_by_role("heading", name="Logout successful")).to_be_visible()
        assert not is_in(page, server)
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")

    browse(journey)

    assert Invitation.objects.get().accepted_at is not None
    user = User.objects.get(email=ALICE)
    assert user.legacy_role == "FACULTY"
    assert not user.has_usable_password()
    assert SSOLogin.objects.get(user=user).ended_at is not None


def test_who_signs_out_here_is_out_at_cas(alice, acme_cas, server, browse):
    def journey(page: Page) -> None:
        sign_in(page, server, "acme", "alice", "/admin/search/?s=x")
        page.wait_for_url(f"{server.url}/admin/search/?s=x")
        page.goto(f"{server.url}/sign-out")
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url(f"{server.url}/sign-out")
        expect(page.get_by_role("heading", level=1)).to_have_text("You are signed out")
        page.goto(f"{acme_cas.url}login")
        expect(page.get_by_label("Username")).to_be_visible()
        assert not is_in(page, server)

    browse(journey)


def test_a_student_is_told_that_the_console_is_for_staff(acme, server, browse):
    StudentFactory(tenant=acme, email="sam@acme.edu")

    def journey(page: Page) -> None:
        sign_in(page, server, "acme", "sam", "/admin/")
        expect(page.get_by_role("heading", level=1)).to_have_text("The console is for staff")
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("You are signed out")

    browse(journey)


@pytest.mark.parametrize("who", ["nobody", "alice"])
def test_who_is_unknown_or_switched_off_here_is_refused_with_advice(who, alice, server, browse):
    User.objects.filter(pk=alice.pk).update(status=UserStatus.INACTIVE)

    def journey(page: Page) -> None:
        sign_in(page, server, "acme", who, "/admin/")
        expect(page.get_by_role("heading", level=1)).to_have_text("You are not signed in")
        assert violations(page) == []
        assert not is_in(page, server)

    browse(journey)

    assert not SSOLogin.objects.exists()


# A front end ----------------------------------------------------------------------------------


def test_a_front_end_gets_tokens_that_single_logout_ends(
    alice, acme_cas, server, front_end_origin, browse
):
    where = urlencode({"api": server.url, "tenant": "acme"})

    def journey(page: Page) -> tuple[list[str], dict]:
        seen = []
        page.on("request", lambda request: seen.append(request.url))
        page.goto(f"{front_end_origin}/#{where}")
        page.get_by_role("button", name="Sign in").click()
        show_identity(page, "alice")
        expect(page.get_by_role("status")).to_have_text("Signed in as Alice Obi <alice@acme.edu>.")
        assert page.url == f"{front_end_origin}/landing"
        tokens = page.evaluate("tokens")
        # No session came of it.
        assert not is_in(page, server)
        page.goto(f"{acme_cas.url}logout")
        expect(page.get_by_role("heading", name="Logout successful")).to_be_visible()
        return seen, tokens

    seen, tokens = browse(journey)

    assert not any(token in url for url in seen for token in tokens.values() if len(str(token)) > 9)
    codes = [parse_qs(urlsplit(url).query).get("code") for url in seen]
    assert len([code for code in codes if code]) == 1
    assert SSOCode.objects.get().used_at is not None
    body = {"refresh_token": tokens["refresh_token"]}
    assert ApiClient().post("/v1/auth/refresh", body).status_code == 401
    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert ApiClient().get("/v1/users/me", headers=bearer).status_code == 401


def test_a_code_is_worth_nothing_without_the_page_that_asked_for_it(
    alice, server, front_end_origin, browse
):
    where = urlencode({"api": server.url, "tenant": "acme"})

    def victim(page: Page) -> str:
        """Arrive with a code that is then not used."""
        landed = []
        page.on("request", lambda r: "code=" in r.url and landed.append(r.url))
        page.route("**/v1/auth/sso/token", lambda route: route.abort())
        page.goto(f"{front_end_origin}/#{where}")
        page.get_by_role("button", name="Sign in").click()
        show_identity(page, "alice")
        expect(page.get_by_role("status")).to_contain_text("Not signed in")
        return landed[0]

    def thief(page: Page) -> None:
        """Bring the code into a browser that has a verifier of its own."""
        page.goto(f"{front_end_origin}/#{where}")
        page.evaluate("sessionStorage.setItem('verifier', 'x'.repeat(43))")
        page.goto(stolen)
        expect(page.get_by_role("status")).to_have_text(
            "Not signed in: The code is not valid, or not any more."
        )

    stolen = browse(victim)
    browse(thief)

    assert urlsplit(stolen).path == "/landing"
    # Tried, and so used up.
    assert SSOCode.objects.get().used_at is not None
    assert not SignIn.objects.exists()


# A hostile server -----------------------------------------------------------------------------


def begin(page: Page, server: RunningServer, slug: str) -> str:
    """Set out for a tenant's CAS server; return the service address that it was told."""
    page.goto(f"{server.url}/v1/auth/sso/{slug}/login?next=/admin/")
    (service,) = parse_qs(urlsplit(page.url).query)["service"]
    return service


def come_from(page: Page, cas: CASServer, username: str, service: str) -> None:
    """Have a CAS server send the browser to a service with a ticket of its own."""
    page.goto(f"{cas.url}login?{urlencode({'service': service})}")
    show_identity(page, username)


type Attack = Callable[[Page, RunningServer, CASServer, CASServer], None]


def the_own_door(page: Page, server, acme_cas: CASServer, globex_cas: CASServer) -> None:
    """Eve signs in at Globex, whose server says that this is Alice of Acme."""
    come_from(page, globex_cas, "eve", begin(page, server, "globex"))


def the_other_door(page: Page, server, acme_cas: CASServer, globex_cas: CASServer) -> None:
    """Eve takes the ticket of Globex to Acme's callback, without having begun there."""
    service = f"{server.url}/v1/auth/sso/acme/callback?state={'x' * 43}"
    come_from(page, globex_cas, "eve", service)


def within_a_true_sign_in(page: Page, server, acme_cas: CASServer, globex_cas: CASServer) -> None:
    """Eve begins at Acme, and comes back with a ticket of Globex for that very address."""
    come_from(page, globex_cas, "eve", begin(page, server, "acme"))


def with_the_own_state(page: Page, server, acme_cas: CASServer, globex_cas: CASServer) -> None:
    """Eve begins at Globex, and takes that state and a ticket to Acme's callback."""
    service = begin(page, server, "globex").replace("/globex/", "/acme/")
    come_from(page, globex_cas, "alice", service)


def with_somebody_elses_ticket(
    page: Page, server, acme_cas: CASServer, globex_cas: CASServer
) -> None:
    """Alice's browser is sent to Acme's callback with a true ticket that Sam fetched for it."""
    begin(page, server, "acme")
    service = f"{server.url}/v1/auth/sso/acme/callback?state={'y' * 43}"
    sam = page.context.browser.new_context()
    there = sam.new_page()
    there.goto(f"{acme_cas.url}login")
    show_identity(there, "sam")
    expect(there.get_by_role("heading", name="Log In Successful")).to_be_visible()
    way_back = f"{acme_cas.url}login?{urlencode({'service': service})}"
    ticket = sam.request.get(way_back, max_redirects=0).headers["location"]
    sam.close()
    assert "ticket=ST-" in ticket
    page.goto(ticket)


@pytest.mark.parametrize("attack", [the_own_door, within_a_true_sign_in])
def test_a_hostile_server_gets_nobody_in(
    attack: Attack, alice, globex, acme_cas, globex_cas, server, browse
):
    FacultyFactory(tenant=alice.tenant, email="sam@acme.edu")

    def journey(page: Page) -> None:
        answers = []
        page.on(
            "response",
            lambda answer: "/callback" in answer.url and answers.append(answer.status),
        )
        attack(page, server, acme_cas, globex_cas)
        expect(page.get_by_role("heading", level=1)).to_have_text("You are not signed in")
        assert answers == [403]
        assert not is_in(page, server)

    browse(journey)

    assert not SSOLogin.objects.exists()


@pytest.mark.parametrize("attack", [the_other_door, with_the_own_state, with_somebody_elses_ticket])
def test_a_ticket_that_nobody_here_asked_for_leads_to_a_sign_in_of_ones_own(
    attack: Attack, alice, globex, acme_cas, globex_cas, server, browse
):
    FacultyFactory(tenant=alice.tenant, email="sam@acme.edu")

    def journey(page: Page) -> None:
        attack(page, server, acme_cas, globex_cas)
        page.wait_for_url(f"{acme_cas.url}login?**")
        expect(page.get_by_label("Username")).to_be_visible()
        assert not is_in(page, server)

    browse(journey)

    assert not SSOLogin.objects.exists()


def test_a_ticket_opens_the_door_once(alice, acme_cas, server, browse):
    def journey(page: Page) -> None:
        arrivals = []
        page.on("request", lambda r: "/callback" in r.url and arrivals.append(r.url))
        sign_in(page, server, "acme", "alice", "/admin/")
        page.wait_for_url(f"{server.url}/admin/")
        page.context.clear_cookies()
        page.goto(arrivals[0])
        page.wait_for_url(f"{acme_cas.url}login?**")
        assert not is_in(page, server)

    browse(journey)

    assert SSOLogin.objects.count() == 1


def test_without_a_cas_server_the_tests_fail_instead_of_being_skipped(monkeypatch, tmp_path):
    monkeypatch.setattr("tests.cas.fixtures.PYTHON", tmp_path / "python")

    with (
        pytest.raises(pytest.fail.Exception, match="not installed"),
        running_cas("x", [], tmp_path),
    ):
        pass
