"""Who comes back from the CAS server late, again, twice at once, or without having set out."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import time_machine

from accounts.models import BrowserSession, SSOCode, SSOLogin
from accounts.sso.faults import Trouble
from tenants.models import AuditEvent
from tests.accounts.cas import (
    CALLBACK,
    CHALLENGE,
    Browser,
    callback_url,
    configure,
    sign_out_at_cas,
    stub_cas,
    success,
)
from tests.accounts.test_sso_flow import signed_in
from tests.accounts.test_sso_servers import told
from tests.factories import FacultyFactory, TenantFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_cas")]

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)
LANDING = (
    f"{CALLBACK}?{urlencode({'error': 'login_required', 'error_description': Trouble.COOKIE})}"
)


def service_in(answer) -> str:
    """Return the service address with which a redirect leads to the CAS server."""
    assert answer.status_code == 302, answer.content
    address = urlsplit(answer["Location"])
    assert address.path == "/cas/login"
    return parse_qs(address.query)["service"][0]


def drop_cookies(browser: Browser) -> None:
    browser.cookies.clear()


# Again, while signed in -------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["/admin/", "/v1/docs?a=1#top"])
def test_callback_opened_again_while_signed_in_goes_on_to_its_page(browser, cas, user, page):
    service = browser.set_out(user.tenant, next=page)
    ticket = cas.issue(service, success(email=user.email))
    assert browser.arrive(service, ticket)["Location"] == page
    key = browser.cookies["sessionid"].value

    for _ in range(2):
        again = browser.arrive(service, ticket)
        assert (again.status_code, again["Location"]) == (302, page)

    assert len(cas.asked) == SSOLogin.objects.count() == 1
    assert browser.cookies["sessionid"].value == key
    assert signed_in(browser) == user


def test_each_of_the_last_sign_ins_goes_on_to_its_own_page(browser, cas, user):
    pages = [f"/v1/docs?page={number}" for number in range(10)]
    services = []
    for page in pages:
        services.append(browser.set_out(user.tenant, next=page))
        browser.arrive(services[-1], cas.issue(services[-1], success(email=user.email)))

    led_to = [browser.arrive(service, "ST-old")["Location"] for service in services]

    # Eight are remembered; older ones lead to the front page.
    assert led_to == ["/", "/", *pages[2:]]


def test_somebody_who_is_signed_in_simply_goes_on_whatever_ticket_comes(browser, cas, user):
    eve = FacultyFactory(tenant=user.tenant)
    browser.sign_in(cas, user)
    foreign = Browser().set_out(user.tenant, next="/v1/docs")
    ticket = cas.issue(foreign, success("eve", email=eve.email))
    asked = len(cas.asked)

    answer = browser.arrive(foreign, ticket)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert len(cas.asked) == asked
    assert signed_in(browser) == user


def test_somebody_with_a_password_goes_on_too(browser, user):
    browser.force_login(user, backend="accounts.authentication.backends.TenantPasswordBackend")

    answer = browser.get(f"{callback_url(user.tenant)}?ticket=ST-1", secure=True)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert signed_in(browser) == user


def test_session_of_another_tenant_does_not_count_here(browser, cas, user):
    with stub_cas() as other_cas:
        configure(other := TenantFactory(), other_cas.url)
        browser.sign_in(cas, user)

        begun = browser.get(f"{callback_url(other)}?ticket=ST-1", secure=True)

        assert f"{other_cas.url}/login" in begun["Location"]
        assert signed_in(browser) == user
        there = FacultyFactory(tenant=other)
        service = service_in(begun)
        browser.arrive(service, other_cas.issue(service, success(email=there.email)))
        assert signed_in(browser) == there


# Late, or without having set out ----------------------------------------------------------------


def test_restored_browser_signs_in_by_itself_the_next_morning(browser, cas, user):
    with time_machine.travel(NOW, tick=False) as clock:
        service = browser.set_out(user.tenant, next="/v1/docs")
        ticket = cas.issue(service, success(email=user.email))
        browser.arrive(service, ticket)
        clock.shift(16 * 3600)
        drop_cookies(browser)

        begun = browser.arrive(service, ticket)
        anew = service_in(begun)
        arrived = browser.arrive(anew, cas.issue(anew, success(email=user.email)))
        assert signed_in(browser) == user

    assert anew != service
    assert (arrived.status_code, arrived["Location"]) == (302, "/")
    assert SSOLogin.objects.count() == 2


@pytest.mark.parametrize("query", ["?", "?state=", f"?state={'x' * 43}", "?state=old&"])
def test_bookmark_of_the_servers_page_begins_a_sign_in_by_itself(browser, cas, user, query):
    service = f"https://console.example{callback_url(user.tenant)}{query}"
    ticket = cas.issue(service, success(email=user.email))

    anew = service_in(browser.arrive(service, ticket))

    assert cas.asked == []
    assert browser.arrive(anew, cas.issue(anew, success(email=user.email)))["Location"] == "/"
    assert signed_in(browser) == user


def test_ticket_of_somebody_else_signs_nobody_in_whatever_happens_next(browser, cas, user):
    eve = FacultyFactory(tenant=user.tenant)
    theirs = Browser().set_out(user.tenant)
    ticket = cas.issue(theirs, success("eve", email=eve.email))

    anew = service_in(browser.arrive(theirs, ticket))
    assert told(browser.arrive(anew, ticket)) == Trouble.SERVICE

    assert not SSOLogin.objects.exists()
    assert signed_in(browser) is None


def test_browser_without_cookies_sees_a_page_and_no_loop(browser, cas, user, caplog):
    service = browser.set_out(user.tenant)
    drop_cookies(browser)
    again = service_in(browser.arrive(service, cas.issue(service, success(email=user.email))))
    drop_cookies(browser)

    answer = browser.arrive(again, cas.issue(again, success(email=user.email)))

    assert answer.status_code == 403
    assert told(answer) == Trouble.COOKIE
    (line,) = [one for one in caplog.messages if "SSO sign-in" in one]
    assert "cookie" in line
    assert "ticket" not in line
    assert cas.asked == []


def test_bookmark_that_was_made_of_a_sign_in_that_began_by_itself_works_too(browser, cas, user):
    with time_machine.travel(NOW, tick=False) as clock:
        again = service_in(browser.get(f"{callback_url(user.tenant)}?ticket=ST-1", secure=True))
        drop_cookies(browser)
        clock.shift(601)

        anew = service_in(browser.arrive(again, cas.issue(again, success(email=user.email))))
        assert browser.arrive(anew, cas.issue(anew, success(email=user.email)))["Location"] == "/"


def test_sign_ins_that_begin_by_themselves_are_counted(cas, user, settings):
    settings.SSO_LIMIT_PER_ADDRESS = (2, 900)

    answers = [Browser().get(f"{callback_url(user.tenant)}?ticket=ST-1") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 429]


def test_neither_cookie_nor_ticket_is_told(browser, user, caplog):
    answer = browser.get(f"{callback_url(user.tenant)}?state={'x' * 43}", secure=True)

    assert told(answer) == Trouble.NOTHING_UNDER_WAY
    assert "not begun here: neither a cookie nor a ticket" in caplog.text


def test_next_page_of_a_sign_in_that_begins_by_itself_is_never_in_the_address(browser, user):
    address = f"{callback_url(user.tenant)}?ticket=ST-1&next=https://evil.example"

    assert "evil" not in browser.get(address, secure=True)["Location"]


@pytest.mark.parametrize("ticket", ["ST-1", None, "ST-%20"])
def test_front_end_is_told_that_it_has_to_begin_again(browser, cas, user, ticket, caplog):
    service = browser.set_out(user.tenant, code_challenge=CHALLENGE)
    drop_cookies(browser)

    answer = browser.arrive(service, ticket)

    assert (answer.status_code, answer["Location"]) == (302, LANDING)
    assert "refused: the cookie of a front end's sign-in is gone" in caplog.text
    assert cas.asked == []
    assert not SSOCode.objects.exists()


def test_single_logout_and_then_back_begins_anew(browser, cas, user):
    service = browser.set_out(user.tenant)
    ticket = cas.issue(service, success(email=user.email))
    browser.arrive(service, ticket)
    sign_out_at_cas(user.tenant, ticket)

    assert service_in(browser.arrive(service, ticket)) != service
    assert signed_in(browser) is None


# Two tabs ---------------------------------------------------------------------------------------


def test_two_tabs_both_arrive(browser, cas, user):
    first = browser.set_out(user.tenant, next="/admin/")
    second = browser.set_out(user.tenant, next="/v1/docs")
    tickets = [cas.issue(one, success(email=user.email)) for one in (first, second)]

    assert browser.arrive(second, tickets[1])["Location"] == "/v1/docs"
    assert browser.arrive(first, tickets[0])["Location"] == "/admin/"

    assert signed_in(browser) == user
    assert BrowserSession.objects.count() == 1
    assert browser.arrive(second, tickets[1])["Location"] == "/v1/docs"


def test_second_tab_of_another_person_replaces_the_first(browser, cas, user):
    grace = FacultyFactory(tenant=user.tenant)
    first, second = (browser.set_out(user.tenant, next=page) for page in ("/admin/", "/v1/docs"))
    browser.arrive(first, cas.issue(first, success("ada", email=user.email)))

    browser.arrive(second, cas.issue(second, success("grace", email=grace.email)))

    assert signed_in(browser) == grace
    assert BrowserSession.objects.count() == 1
    # Nothing of the former person's is left.
    assert browser.arrive(first, "ST-old")["Location"] == "/"


def test_refusal_is_recorded_for_somebody_of_another_tenant_too(browser, cas, user, caplog):
    configure(other := TenantFactory(), cas.url)
    browser.sign_in(cas, user)

    answer = browser.get(callback_url(other), secure=True)

    assert told(answer) == Trouble.NOTHING_UNDER_WAY
    assert AuditEvent.objects.get(event_type="access.denied").actor_user_id == user.pk
    assert "could not be recorded" not in caplog.text


def test_clock_of_another_machine_may_be_ahead(browser, cas, user):
    with time_machine.travel(NOW, tick=False) as clock:
        again = service_in(browser.get(f"{callback_url(user.tenant)}?ticket=ST-1", secure=True))
        drop_cookies(browser)
        clock.shift(-5)

        assert told(browser.arrive(again, "ST-2")) == Trouble.COOKIE
