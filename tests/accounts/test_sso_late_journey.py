"""Late, again, from a bookmark and in two tabs, with a real CAS server and a real browser (§2)."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from accounts.models import BrowserSession, SSOLogin, User
from tenants.models import AllowedOrigin, TenantSSOConfig
from tests.accounts.journeys import is_in, show_identity, sign_in, university
from tests.cas import front_end
from tests.factories import FacultyFactory
from tests.servers import RunningServer, running_server
from tests.sites import site

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]


@pytest.fixture(scope="module")
def server(django_db_setup) -> Iterator[RunningServer]:
    with running_server() as running:
        yield running


@pytest.fixture
def alice(acme_cas, server) -> User:
    tenant = university("acme", acme_cas, server.url)
    return FacultyFactory(tenant=tenant, email="alice@acme.edu")


def arrivals_of(page: Page) -> list[str]:
    """Return a list to which each address is added at which a browser comes back."""
    seen: list[str] = []
    page.on("request", lambda request: "/callback" in request.url and seen.append(request.url))
    return seen


def forget_sign_ins(page: Page, server: RunningServer) -> None:
    """Have the browser come back without the cookies of sign-ins, as if it kept none of ours.

    Cookies know no ports: those of the CAS server on this machine stay.
    """
    developer = page.context.new_cdp_session(page)

    def forget(paused: dict) -> None:
        for cookie in developer.send("Network.getCookies", {"urls": [server.url]})["cookies"]:
            if cookie["name"].startswith("sso-"):
                where = {"name": cookie["name"], "url": server.url}
                developer.send("Network.deleteCookies", where)
        developer.send("Fetch.continueRequest", {"requestId": paused["requestId"]})

    developer.on("Fetch.requestPaused", forget)
    pattern = {"urlPattern": "*/callback?*", "requestStage": "Request"}
    developer.send("Fetch.enable", {"patterns": [pattern]})


def test_back_leads_on_to_the_page_again(alice, server, browse):
    def journey(page: Page) -> None:
        arrivals = arrivals_of(page)
        sign_in(page, server, "acme", "alice", "/admin/search/?s=x")
        page.wait_for_url(f"{server.url}/admin/search/?s=x")
        page.goto(arrivals[0])
        assert page.url == f"{server.url}/admin/search/?s=x"
        # Back to the CAS server's page, which knows the person by now, and sends them here again.
        page.go_back()
        page.go_back()
        page.goto(f"{server.url}/admin/")
        expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()

    browse(journey)

    assert BrowserSession.objects.count() == 1


def test_browser_that_is_restored_the_next_morning_comes_in_by_itself(alice, server, browse):
    def journey(page: Page) -> None:
        arrivals = arrivals_of(page)
        sign_in(page, server, "acme", "alice", "/admin/")
        page.wait_for_url(f"{server.url}/admin/")
        # Our session is over, and the cookie of the sign-in; the one of the CAS server is not.
        page.context.clear_cookies(name="sessionid")
        page.goto(arrivals[0])
        page.wait_for_url(f"{server.url}/admin/")
        expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()
        assert len(arrivals) == 3
        assert len(set(arrivals)) == 2

    browse(journey)

    assert SSOLogin.objects.count() == 2


@pytest.mark.parametrize("state", ["", "?state=", f"?state={'x' * 43}"])
def test_bookmark_of_the_cas_servers_page_signs_in(state, alice, acme_cas, server, browse):
    service = f"{server.url}/v1/auth/sso/acme/callback{state}"

    def journey(page: Page) -> None:
        page.goto(f"{acme_cas.url}login?{urlencode({'service': service})}")
        show_identity(page, "alice")
        page.wait_for_url(f"{server.url}/admin/")
        expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()

    browse(journey)

    assert SSOLogin.objects.count() == 1


def test_browser_that_keeps_no_cookies_sees_one_page(alice, acme_cas, server, browse):
    def journey(page: Page) -> None:
        arrivals = arrivals_of(page)

        forget_sign_ins(page, server)
        service = f"{server.url}/v1/auth/sso/acme/callback"
        page.goto(f"{acme_cas.url}login?{urlencode({'service': service})}")
        show_identity(page, "alice")
        expect(page.get_by_role("heading", level=1)).to_have_text("You are not signed in")
        expect(page.get_by_text("allow this site to keep cookies")).to_be_visible()
        assert len(arrivals) <= 2

    browse(journey)

    assert not SSOLogin.objects.exists()


def test_a_front_end_to_which_somebody_comes_back_late_can_begin_again(
    alice, acme_cas, server, browse
):
    with site(front_end.PAGE) as origin:
        AllowedOrigin.objects.create(tenant=alice.tenant, origin=origin)
        TenantSSOConfig.objects.update(callback_url=f"{origin}/landing")
        where = urlencode({"api": server.url, "tenant": "acme"})

        def journey(page: Page) -> None:
            arrivals = arrivals_of(page)
            page.goto(f"{origin}/#{where}")
            page.get_by_role("button", name="Sign in").click()
            show_identity(page, "alice")
            expect(page.get_by_role("status")).to_contain_text("Signed in as")
            page.goto(arrivals[0])
            expect(page.get_by_role("status")).to_contain_text("Not signed in. The cookie")
            page.get_by_role("button", name="Sign in").click()
            expect(page.get_by_role("status")).to_contain_text("Signed in as")

        browse(journey)


def test_two_tabs_both_arrive(alice, acme_cas, server, browse):
    def journey(page: Page) -> None:
        other = page.context.new_page()
        for tab, target in ((page, "/admin/search/?s=a"), (other, "/admin/search/?s=b")):
            tab.goto(f"{server.url}/v1/auth/sso/acme/login?{urlencode({'next': target})}")
        show_identity(other, "alice")
        other.wait_for_url(f"{server.url}/admin/search/?s=b")
        # The first tab still shows the CAS server's form.
        page.reload()
        page.wait_for_url(f"{server.url}/admin/search/?s=a")
        for tab in (page, other):
            assert is_in(tab, server)

    browse(journey)

    assert BrowserSession.objects.count() == 1


def test_gateway_asks_without_a_page_and_lets_in_who_is_signed_in_there(
    alice, acme_cas, server, browse
):
    way = (
        f"{server.url}/v1/auth/sso/acme/login?{urlencode({'gateway': 'true', 'next': '/sign-in'})}"
    )

    def journey(page: Page) -> None:
        page.goto(way)
        assert page.url.startswith(f"{server.url}/sign-in")
        page.goto(f"{acme_cas.url}login")
        show_identity(page, "alice")
        expect(page.get_by_role("heading", name="Log In Successful")).to_be_visible()
        page.goto(way.replace("%2Fsign-in", "%2Fadmin%2F"))
        expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()

    browse(journey)

    assert SSOLogin.objects.count() == 1
