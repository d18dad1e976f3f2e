"""What somebody with bad intentions may try at a tenant's sign-in, and does not get."""

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core import signing
from django.db import connections

from accounts.models import BrowserSession, SignIn, SSOCode, SSOLogin, User
from accounts.models.sso import digest
from config import calls
from tenants.models import AuditEvent, TenantAIConfig
from tests.accounts.cas import (
    CHALLENGE,
    VERIFIER,
    Browser,
    callback_url,
    configure,
    failure,
    login_url,
    send,
    sign_out_at_cas,
    stub_cas,
    success,
)
from tests.accounts.test_sso_flow import code_of, fetch_tokens
from tests.clients import ApiClient
from tests.factories import FacultyFactory, SuperAdminFactory, TenantFactory, UserFactory
from tests.threads import at_once
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_cas")]

SALT = "accounts.sso.pending_login"
NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)


@pytest.fixture
def globex(cas):
    """Another tenant, with a server that vouches for whatever it likes."""
    with stub_cas() as hostile:
        tenant = TenantFactory(slug="globex")
        configure(tenant, hostile.url)
        yield tenant, hostile


def assert_refused(answer) -> None:
    """Require a page that helps people and tells nothing; nobody is signed in, nothing is noted."""
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "You are not signed in" in text
    assert "Location" not in answer
    assert answer["Cache-Control"] == "no-store"
    assert not re.search(r"ST-|state=|Traceback|INVALID", text)
    assert not BrowserSession.objects.exists()
    assert not SSOLogin.objects.exists()
    assert not SSOCode.objects.exists()


def assert_begins_anew(answer, cas) -> None:
    """Require the way to the CAS server, for a sign-in of one's own; no ticket was looked at."""
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"{cas.url}/login?service=")
    assert answer["Cache-Control"] == "no-store"
    assert cas.asked == []
    assert not BrowserSession.objects.exists()
    assert not SSOLogin.objects.exists()
    assert not SSOCode.objects.exists()


# The wrong tenant's server ----------------------------------------------------------------------


def test_servers_vouch_for_their_own_tenants_people_alone(browser, globex, user):
    tenant, hostile = globex
    namesake = FacultyFactory(tenant=TenantFactory(), email=user.email)
    service = browser.set_out(tenant)

    assert_refused(browser.arrive(service, hostile.issue(service, success(email=user.email))))

    assert namesake.email == user.email


def test_ticket_of_another_server_is_refused_within_a_real_sign_in(browser, cas, globex, user):
    _, hostile = globex
    service = browser.set_out(user.tenant)

    assert_refused(browser.arrive(service, hostile.issue(service, success(email=user.email))))

    # The hostile server was not even asked.
    assert (len(cas.asked), hostile.asked) == (1, [])


def test_state_of_another_tenant_is_refused(browser, cas, globex, user):
    foreign = browser.set_out(globex[0])
    state = foreign.partition("?")[2]
    here = f"{callback_url(user.tenant)}?{state}"

    assert_begins_anew(browser.arrive(here, cas.issue(here, success(email=user.email))), cas)


# State: a sign-in that somebody else began ------------------------------------------------------


def test_arriving_in_another_browser_signs_nobody_in(browser, cas, user):
    service = browser.set_out(user.tenant)
    ticket = cas.issue(service, success(email=user.email))

    assert_begins_anew(Browser().arrive(service, ticket), cas)


def test_somebody_elses_ticket_does_not_fit_the_own_state(browser, cas, user):
    eve = Browser()
    theirs = eve.set_out(user.tenant)
    ticket = cas.issue(theirs, success("eve", email=user.email))

    assert_refused(browser.arrive(browser.set_out(user.tenant), ticket))


def test_state_works_once(browser, cas, user):
    service = browser.set_out(user.tenant)
    assert browser.arrive(service, cas.issue(service, success(email=user.email))).status_code == 302

    browser.cookies.pop("sessionid")
    again = browser.arrive(service, cas.issue(service, success(email=user.email)))

    assert again["Location"].startswith(f"{cas.url}/login")
    assert (len(cas.asked), SSOLogin.objects.count()) == (1, 1)


@pytest.mark.parametrize(("seconds", "asked"), [(600, 1), (601, 0)])
def test_state_works_for_ten_minutes(browser, cas, user, seconds, asked):
    with time_machine.travel(NOW, tick=False) as clock:
        service = browser.set_out(user.tenant)
        # The browser may keep a cookie for longer than it was told to.
        for cookie in browser.cookies.values():
            cookie["max-age"] = cookie["expires"] = ""
        clock.shift(seconds)
        answer = browser.arrive(service, cas.issue(service, success(email=user.email)))

    assert (len(cas.asked), SSOLogin.objects.count()) == (asked, asked)
    assert answer["Location"].startswith("/" if asked else f"{cas.url}/login")


def replace_cookies(browser: Browser, value: str) -> None:
    for name in list(browser.cookies):
        browser.cookies[name] = value


FORGED = {
    "nothing": lambda: "",
    "text": lambda: "x",
    "no signature of ours": lambda: "x:y:z",
    "another purpose": lambda: signing.dumps({"state": "x"}, salt="accounts.sso"),
    "no fields": lambda: signing.dumps(["not", "a", "journey"], salt=SALT),
    "few fields": lambda: signing.dumps({"state": "x"}, salt=SALT),
    "beyond ascii": lambda: "ß",
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_cookie_that_we_did_not_sign_is_none(browser, cas, user, forged):
    service = browser.set_out(user.tenant)
    ticket = cas.issue(service, success(email=user.email))
    replace_cookies(browser, forged())

    assert_begins_anew(browser.arrive(service, ticket), cas)


def test_cookie_of_another_journey_under_this_ones_name_is_none(browser, cas, user):
    mine, other = browser.set_out(user.tenant), Browser()
    other.set_out(user.tenant, next="/v1/docs")
    (theirs,) = other.cookies.values()
    replace_cookies(browser, theirs.value)

    assert_begins_anew(browser.arrive(mine, cas.issue(mine, success(email=user.email))), cas)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?state={state}",
        "?state={state}&ticket=",
        "?state={state}&ticket=ST-a%20b",
        "?state={state}&ticket=ST-a%0d%0ab",
        "?state={state}&ticket=ST-a%7fb",
        "?state={state}&ticket=ST-%C3%A9",
        "?state={state}&ticket=" + "x" * 2049,
        "?state={state}&ticket={ticket}&ticket={ticket}",
        "?state=%00&ticket=%00",
        "?state=%ff%fe&ticket=%ff",
    ],
)
def test_malformed_callback_is_refused(browser, cas, user, query):
    service = browser.set_out(user.tenant)
    ticket = cas.issue(service, success(email=user.email))
    state = service.partition("state=")[2]

    address = callback_url(user.tenant) + query.format(state=state, ticket=ticket)

    assert_refused(browser.get(address, secure=True))
    assert cas.asked == []


@pytest.mark.parametrize(
    "query",
    [
        "?ticket={ticket}",
        "?state={state}&state={state}&ticket={ticket}",
        "?state={state}x&ticket={ticket}",
        "?state={state}.x&ticket={ticket}",
        "?state=&ticket={ticket}",
        "?STATE={state}&ticket={ticket}",
    ],
)
def test_ticket_without_its_state_is_not_looked_at(browser, cas, user, query):
    service = browser.set_out(user.tenant)
    ticket = cas.issue(service, success(email=user.email))
    state = service.partition("state=")[2]

    address = callback_url(user.tenant) + query.format(state=state, ticket=ticket)

    assert_begins_anew(browser.get(address, secure=True), cas)


# Replay -----------------------------------------------------------------------------------------


def test_ticket_that_the_server_takes_twice_opens_once(browser, cas, user):
    cas.is_forgetful = False
    service = browser.set_out(user.tenant)
    cookies = {name: cookie.value for name, cookie in browser.cookies.items()}
    ticket = cas.issue(service, success(email=user.email))
    assert browser.arrive(service, ticket).status_code == 302

    thief = Browser()
    thief.cookies.load(cookies)

    assert thief.arrive(service, ticket).status_code == 403
    assert len(cas.asked) == 2
    assert SSOLogin.objects.count() == BrowserSession.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_ticket_wins_once_however_many_bring_it_at_the_same_time(cas, browser, user, settings):
    cas.is_forgetful, settings.WEB_THREADS = False, 64
    service = browser.set_out(user.tenant)
    cookies = {name: cookie.value for name, cookie in browser.cookies.items()}
    ticket = cas.issue(service, success(email=user.email))

    def arrive(index: int) -> int:
        one = Browser()
        one.cookies.load(cookies)
        return one.arrive(service, ticket).status_code

    assert sorted(at_once(arrive, 6)) == [302] + [403] * 5
    assert SSOLogin.objects.count() == BrowserSession.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_code_wins_once_however_many_bring_it_at_the_same_time(cas, browser, user):
    code = code_of(browser.sign_in(cas, user, code_challenge=CHALLENGE))

    codes = at_once(lambda index: fetch_tokens(ApiClient(), code).status_code, 8)

    assert sorted(codes) == [200] + [400] * 7
    assert SignIn.objects.count() == 1


# Fixation ---------------------------------------------------------------------------------------


def test_session_key_that_somebody_planted_is_not_taken_over(browser, cas, user):
    stranger = UserFactory(tenant=user.tenant)
    browser.force_login(stranger, backend="accounts.authentication.backends.TenantPasswordBackend")
    planted = browser.session.session_key

    browser.sign_in(cas, user)

    assert browser.cookies["sessionid"].value != planted
    assert not BrowserSession.objects.of_key(planted).exists()


def test_session_key_changes_for_the_same_user_too(browser, cas, user):
    browser.sign_in(cas, user)
    before = browser.cookies["sessionid"].value

    browser.sign_in(cas, user)

    assert browser.cookies["sessionid"].value != before
    assert not BrowserSession.objects.of_key(before).exists()


# Whose address it is ----------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["MIKE@acme.org", "Mike@Acme.ORG", " mike@acme.org "])
def test_case_of_an_address_does_not_matter(browser, cas, tenant, said):
    mike = FacultyFactory(tenant=tenant, email="mike@acme.org")

    assert browser.sign_in(cas, mike, success(email=said)).status_code == 302


@pytest.mark.parametrize(
    "said",
    [
        "mıke@acme.org",  # without its dot
        "miKe@acme.org".replace("K", "\u212a"),  # the Kelvin sign, which folds to k
        "ｍike@acme.org",
        "mіke@acme.org",  # a Cyrillic i
        "mike@acme.org.evil.example",
        "mike@acme.org,eve@evil.example",
        "mike@acme.org eve@evil.example",
        "mike@acme.org\u200b",
        "%@acme.org",
        "mike",
        "x" * 300 + "@acme.org",
    ],
)
def test_address_that_only_looks_alike_is_somebody_elses(browser, cas, tenant, said):
    mike = FacultyFactory(tenant=tenant, email="mike@acme.org")

    assert_refused(browser.sign_in(cas, mike, success(email=said)))


def test_address_beyond_ascii_is_compared_in_one_form(browser, cas, tenant):
    jurgen = FacultyFactory(tenant=tenant, email="jürgen@xn--mller-kva.example")

    for said in ("JU\u0308RGEN@MÜLLER.example", "jürgen@mu\u0308ller．example", jurgen.email):
        assert browser.sign_in(cas, jurgen, success(email=said)).status_code == 302


@pytest.mark.parametrize("attribute", ["email", "mail", "emailAddress"])
def test_address_may_come_under_the_usual_names(browser, cas, user, attribute):
    answer = browser.sign_in(cas, user, success(**{attribute: user.email}))

    assert answer.status_code == 302


@pytest.mark.parametrize(
    "attributes",
    [
        {},
        {"email": ""},
        {"email": "  "},
        {"email": ["", " "]},
        {"email": "", "mail": " "},
        {"displayName": "{}"},
        {"emails": "{}"},
        {"email": "{}, eve@acme.org"},
    ],
)
def test_address_has_to_be_told(browser, cas, user, attributes):
    said = {
        name: [text.format(user.email) for text in value]
        if isinstance(value, list)
        else value.format(user.email)
        for name, value in attributes.items()
    }

    assert_refused(browser.sign_in(cas, user, success(user.email, **said)))


def test_super_admins_sign_in_as_everybody_does(browser, cas, tenant):
    assert browser.sign_in(cas, SuperAdminFactory(tenant=tenant)).status_code == 302


# Who is switched off ----------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["INACTIVE", "DELETED"])
def test_user_who_is_switched_off_is_refused(browser, cas, user, status):
    User.objects.filter(pk=user.pk).update(status=status)

    assert_refused(browser.sign_in(cas, user))


OFF = [
    lambda tenant, cas: type(tenant).objects.update(is_active=False),
    lambda tenant, cas: configure(tenant, cas.url, is_enabled=False),
    lambda tenant, cas: tenant.sso_config.delete(),
    lambda tenant, cas: configure(tenant, cas.url, callback_url="javascript:alert(1)"),
    lambda tenant, cas: configure(tenant, "http://ada:secret@127.0.0.1/cas"),
    lambda tenant, cas: configure(tenant, f"{cas.url}?service=x"),
    lambda tenant, cas: configure(tenant, "file:///etc/passwd"),
]


@pytest.mark.parametrize("switch_off", OFF)
def test_tenant_without_a_sound_sign_in_has_none(browser, cas, user, switch_off):
    service = browser.set_out(user.tenant)
    ticket = cas.issue(service, success(email=user.email))
    switch_off(user.tenant, cas)

    unknown = browser.get("/v1/auth/sso/nobody/login")
    begun = browser.get(login_url(user.tenant))
    arrived = browser.arrive(service, ticket)

    assert (unknown.status_code, begun.status_code, arrived.status_code) == (404, 404, 404)
    # Nothing tells them apart.
    nonce = re.compile(rb'nonce="[^"]+"')
    assert nonce.sub(b"", begun.content) == nonce.sub(b"", unknown.content)
    assert "There is no such sign-in" in begun.content.decode()
    assert cas.asked == []


def test_sign_in_without_tls_is_none_where_tls_is_required(browser, cas, tenant, settings):
    settings.SSO_REQUIRES_HTTPS = True

    assert browser.get(login_url(tenant)).status_code == 404


# Open redirects ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "page",
    [
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "https:///evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/" + "x" * 500,
        "/\x00",
    ],
)
def test_page_to_go_on_to_has_to_be_ours(browser, tenant, page):
    answer = browser.get(login_url(tenant), {"next": page})

    assert answer.status_code == 400
    assert "This link is broken" in answer.content.decode()
    assert "evil" not in answer.content.decode()
    assert not browser.cookies


@pytest.mark.parametrize("page", ["/", "/admin/", "/v1/docs?a=https://b.example", "/ü"])
def test_page_of_ours_is_fine(browser, tenant, page):
    assert browser.get(login_url(tenant), {"next": page}).status_code == 302


@pytest.mark.parametrize(
    "query",
    [
        {"code_challenge": ""},
        {"code_challenge": "x"},
        {"code_challenge": "x" * 44},
        {"code_challenge": CHALLENGE + "="},
        {"code_challenge": CHALLENGE[:-1] + "+"},
        {"code_challenge": CHALLENGE, "code_challenge_method": "plain"},
    ],
)
def test_challenge_has_to_be_s256(browser, tenant, query):
    assert browser.get(login_url(tenant), query).status_code == 400


# How often --------------------------------------------------------------------------------------


def test_address_that_fails_too_often_has_to_wait(browser, cas, user, settings):
    settings.SSO_LIMIT_PER_ADDRESS = (3, 900)
    for _ in range(3):
        assert browser.get(callback_url(user.tenant)).status_code == 403

    answer = browser.get(callback_url(user.tenant))

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 900
    assert "Too many attempts" in answer.content.decode()
    other = browser.get(callback_url(user.tenant), REMOTE_ADDR="203.0.113.9")
    assert other.status_code == 403


@pytest.mark.drill
def test_made_up_tickets_lock_no_tenant_out(browser, cas, user):
    service = browser.set_out(user.tenant)
    name, journey = next(iter(browser.cookies.items()))
    for number in range(1000):
        browser.cookies[name] = journey.value
        address = f"203.0.113.{number % 200}"
        parts = urlsplit(service)
        path = f"{parts.path}?{parts.query}&ticket=ST-{number}"
        assert browser.get(path, REMOTE_ADDR=address, secure=True).status_code == 403

    assert len(cas.asked) == 5
    assert Browser().sign_in(cas, user).status_code == 302


def test_tickets_without_a_journey_reach_no_server(browser, cas, user):
    state = "x" * 43
    forged = f"sso-{digest(state)[:16]}"
    browser.cookies[f"__Host-{forged}"] = signing.dumps({"state": state}, salt=SALT)
    for query in ({}, {"state": state}, {"state": "é"}, {"state": [state, state]}):
        assert_refused(browser.get(callback_url(user.tenant), query | {"ticket": ""}))
        for ticket in ("ST-1", "x"):
            answer = browser.get(callback_url(user.tenant), query | {"ticket": ticket})
            assert_begins_anew(answer, cas)


def test_journey_is_over_after_a_few_tickets_whatever_the_browser_keeps(browser, cas, user):
    service = browser.set_out(user.tenant)
    name, journey = next(iter(browser.cookies.items()))
    for number in range(7):
        browser.cookies[name] = journey.value
        assert_refused(browser.arrive(service, f"ST-{number}"))
    assert len(cas.asked) == 5

    browser.cookies[name] = journey.value
    assert_refused(browser.arrive(service, cas.issue(service, success(email=user.email))))
    assert browser.sign_in(cas, user).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_tickets_of_one_journey_are_counted_however_many_come_at_once(cas, user, settings):
    settings.WEB_THREADS = 64
    service = (first := Browser()).set_out(user.tenant)
    name, journey = next(iter(first.cookies.items()))

    def arrive(number: int) -> int:
        browser = Browser()
        browser.cookies[name] = journey.value
        return browser.arrive(service, f"ST-{number}").status_code

    assert at_once(arrive, 12) == [403] * 12
    assert len(cas.asked) == 5


@pytest.mark.drill
def test_campus_behind_one_address_is_not_stopped(cas, tenant, settings):
    assert settings.SSO_LIMIT_PER_ADDRESS >= (2 * 300, 60)
    settings.SSO_LIMIT_PER_ADDRESS = (2 * 30, 60)
    people = FacultyFactory.create_batch(30, tenant=tenant)
    with time_machine.travel(NOW, tick=False):
        browsers = [Browser() for _ in people]
        wrong = success(email="nobody@acme.org")
        assert {
            browser.sign_in(cas, user, wrong).status_code
            for browser, user in zip(browsers, people, strict=True)
        } == {403}

        answers = [
            browser.sign_in(cas, user).status_code
            for browser, user in zip(browsers, people, strict=True)
        ]

    assert answers == [302] * 30


@pytest.mark.parametrize("query", [{}, {"code_challenge": CHALLENGE}])
def test_browser_that_signed_in_before_is_not_stopped_by_others(
    query, browser, cas, user, settings
):
    assert browser.sign_in(cas, user, **query).status_code == 302
    browser.cookies.pop("sessionid", None)
    settings.SSO_LIMIT_PER_ADDRESS = (2, 900)
    other = Browser()
    for _ in range(3):
        other.get(login_url(user.tenant))
        other.get(callback_url(user.tenant))
    assert other.get(login_url(user.tenant)).status_code == 429
    assert other.get(callback_url(user.tenant)).status_code == 429

    assert browser.sign_in(cas, user, **query).status_code == 302


def test_successes_do_not_count(browser, cas, user, settings, anonymous):
    settings.SSO_LIMIT_PER_ADDRESS = (2, 900)

    for _ in range(4):
        code = code_of(browser.sign_in(cas, user, code_challenge=CHALLENGE))
        assert fetch_tokens(anonymous, code).status_code == 200


def test_logins_are_counted_too(browser, tenant, settings):
    settings.SSO_LIMIT_PER_ADDRESS = (2, 40)

    answers = [browser.get(login_url(tenant)) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert "Wait a minute, then try again." in answers[2].text


def test_made_up_codes_keep_nobody_from_fetching_tokens(browser, cas, user, anonymous, settings):
    settings.SSO_LIMIT_PER_ADDRESS = (10, 900)
    code = code_of(browser.sign_in(cas, user, code_challenge=CHALLENGE))
    assert {fetch_tokens(anonymous, f"{n}").status_code for n in range(20)} == {400}

    assert fetch_tokens(anonymous, code).status_code == 200


# At the same time -------------------------------------------------------------------------------


@contextmanager
def hanging(cas, *tenants):
    """Have browsers wait for answers of a server until the block ends."""
    released = Event()

    def wait(handler) -> None:
        released.wait(10)
        send(handler, failure())

    cas.answering = wait
    before = len(cas.asked)
    with ThreadPoolExecutor(len(tenants)) as threads:
        waiting = [threads.submit(lambda one=one: arrive_at(one)) for one in tenants]
        try:
            eventually(lambda: len(cas.asked) == before + len(tenants))
            yield
        finally:
            released.set()
            cas.answering = None
    assert [one.result() for one in waiting] == [403] * len(tenants)


def arrive_at(tenant) -> int:
    try:
        browser = Browser()
        return browser.arrive(browser.set_out(tenant), "ST-0").status_code
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_who_finds_no_place_comes_again_with_the_same_ticket(browser, cas, user, settings, log):
    settings.WEB_THREADS = 4
    settings.SSO_TICKETS_PER_JOURNEY = (1, 900)
    settings.SSO_LIMIT_PER_ADDRESS = (3, 900)
    service = browser.set_out(user.tenant)
    ticket = cas.issue(service, success(email=user.email))
    with hanging(cas, user.tenant):
        refused = [browser.arrive(service, ticket) for _ in range(5)]
        asked = len(cas.asked)

    answer = refused[-1]
    assert [one.status_code for one in refused] == [503] * 5
    assert asked == 1
    assert "Wait a few seconds: this page tries again by itself" in answer.text
    assert (answer["Retry-After"], answer["Refresh"]) == ("2", "2")
    assert "put off" in log.getvalue()
    assert ticket not in log.getvalue()
    assert browser.arrive(service, ticket).status_code == 302


@pytest.mark.parametrize(("threads", "most"), [(1, 1), (4, 1), (8, 2)])
@pytest.mark.django_db(transaction=True)
def test_a_quarter_of_the_threads_at_most_wait_for_all_servers(
    threads, most, cas, user, globex, settings
):
    settings.WEB_THREADS = threads
    other, server = globex
    with hanging(cas, *[user.tenant] * most):
        assert arrive_at(user.tenant) == 503
        assert arrive_at(other) == 503
        assert server.asked == []
    assert arrive_at(other) == 403


def test_a_silent_server_is_left_alone_and_that_has_a_sentence_of_its_own(
    browser, cas, user, settings, log
):
    settings.SSO_PATIENCE = 0.2
    service = browser.set_out(user.tenant)
    ticket = cas.issue(service, success(email=user.email))
    cas.answering = lambda handler: handler.rfile.read(1)
    assert browser.arrive(browser.set_out(user.tenant), ticket).status_code == 403
    cas.answering = None
    asked = len(cas.asked)

    answer = browser.arrive(service, ticket)

    assert answer.status_code == 503
    assert "has not answered for a while" in answer.text
    assert "Refresh" not in answer  # the ticket will be too old
    assert 0 < int(answer["Retry-After"]) <= calls.REST
    assert "it did not answer in time, a moment ago" in log.getvalue()
    assert len(cas.asked) == asked
    calls.forget()
    assert browser.arrive(service, ticket).status_code == 302


# What is said of it -----------------------------------------------------------------------------


def test_log_holds_no_ticket_code_token_or_state(browser, cas, user, anonymous, log, caplog):
    caplog.set_level(logging.DEBUG)
    answer = browser.sign_in(cas, user, code_challenge=CHALLENGE)
    code, ticket = code_of(answer), browser.ticket
    pair = fetch_tokens(anonymous, code).json()["data"]
    fetch_tokens(anonymous, code)
    service = browser.set_out(user.tenant)
    cas.answering = lambda handler: handler.wfile.write(b"nonsense " + handler.path.encode())
    refused = browser.arrive(service, "ST-refused")
    sign_out_at_cas(user.tenant, ticket)

    assert refused.status_code == 403
    said = log.getvalue() + caplog.text
    assert "SSO sign-in at" in said
    state = service.partition("state=")[2]
    tokens = [pair["access_token"], pair["refresh_token"]]
    secrets = [code, ticket, "ST-refused", state, *tokens, VERIFIER, CHALLENGE]
    assert [secret for secret in secrets if secret in said] == []


def test_page_of_a_refusal_gives_the_address_to_nobody(browser, cas, user):
    TenantAIConfig.objects.create(tenant=user.tenant, support_email="help@acme.org")

    answer = browser.get(callback_url(user.tenant) + "?state=x&ticket=ST-%20")

    assert answer["Referrer-Policy"] == "no-referrer"
    assert "form-action 'none'" in answer["Content-Security-Policy"]
    text = answer.content.decode()
    assert 'href="mailto:help@acme.org"' in text
    assert f'href="{login_url(user.tenant)}"' in text


def test_refusals_count_as_denials_of_whoever_is_signed_in(browser, cas, user):
    browser.sign_in(cas, user)

    assert browser.arrive(browser.set_out(user.tenant), "ST-1").status_code == 403

    event = AuditEvent.objects.get(event_type="access.denied")
    assert event.actor_user_id == user.pk
    assert event.metadata["path"] == callback_url(user.tenant)


def test_callback_is_asked_with_get_alone(browser, cas, user):
    service = browser.set_out(user.tenant)

    assert browser.head(service.partition("console.example")[2], secure=True).status_code == 405
    assert cas.asked == []
