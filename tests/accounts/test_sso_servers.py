"""A stub for each CAS server that there is: what it answers, and whom that lets in."""

import json
import logging
from pathlib import Path

import pytest

from accounts.models import SSOLogin, User
from accounts.sso.faults import Trouble
from tests.accounts.cas import Browser, configure, response, send, success
from tests.accounts.test_sso_flow import signed_in
from tests.factories import FacultyFactory, TenantFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_cas")]

ANSWERS = Path(__file__).parent / "cas_answers"
EXPECTED = json.loads((ANSWERS / "expected.json").read_text())
LETS_IN = [name for name, outcome in EXPECTED.items() if outcome["in"]]
REFUSED = [name for name, outcome in EXPECTED.items() if not outcome["in"]]

MEMBERSHIPS = [
    f"CN=group-{number},OU=Groups,OU=Campus,DC=ad,DC=state,DC=edu" for number in range(1200)
]


@pytest.fixture
def ada(tenant) -> User:
    return FacultyFactory(tenant=tenant, email="ada@state.edu")


@pytest.fixture
def answer(tenant, ada):
    """Return the answer of a file, about the people who are here."""
    people = {
        "ADDRESS": ada.email,
        "UPPER": ada.email.upper(),
        "OTHER": FacultyFactory(tenant=tenant, email="grace@state.edu").email,
        "GONE": FacultyFactory(tenant=tenant, email="gone@state.edu", status="INACTIVE").email,
        "ELSEWHERE": FacultyFactory(tenant=TenantFactory(), email="eve@else.edu").email,
    }

    def read(name: str) -> bytes:
        text = (ANSWERS / name).read_text()
        for placeholder, email in people.items():
            text = text.replace(placeholder, email)
        return text.encode()

    return read


def arrive(cas, user: User, body: bytes, status: int = 200, **query: str):
    """Come back to a server that answers with a body whatever it is asked."""
    browser = Browser()
    service = browser.set_out(user.tenant, **query)
    cas.answering = lambda handler: send(handler, body, status=status)
    return browser, browser.arrive(service, "ST-1")


def test_each_answer_has_an_outcome():
    files = {file.name for file in ANSWERS.iterdir()} - {"expected.json", "README.md"}

    assert files == set(EXPECTED)


@pytest.mark.parametrize("name", LETS_IN)
def test_answers_of_servers_let_in_whom_they_confirm(name, cas, ada, answer):
    browser, arrived = arrive(cas, ada, answer(name))

    assert (arrived.status_code, arrived["Location"]) == (302, "/")
    assert signed_in(browser) == ada


@pytest.mark.parametrize("name", REFUSED)
def test_other_answers_are_refused_with_their_reason_on_the_page_and_in_the_log(
    name, cas, ada, answer, caplog
):
    _, arrived = arrive(cas, ada, answer(name))

    outcome = EXPECTED[name]
    assert arrived.status_code == 403
    assert told(arrived) == Trouble[outcome["trouble"]]
    (line,) = [one for one in caplog.messages if "refused" in one and "SSO" in one]
    assert outcome["log"] in line
    assert ada.email not in line
    assert not SSOLogin.objects.exists()


def told(page) -> str:
    """Return what a refusal's page says of the trouble."""
    return (
        page.text.partition("<h1>You are not signed in</h1>")[2]
        .partition('<p><a class="button"')[0]
        .rpartition("<p>")[2]
        .partition("</p>")[0]
    )


@pytest.mark.parametrize("status", [204, 302, 401, 404, 500, 503])
def test_a_success_with_another_status_is_none(cas, ada, answer, status, caplog):
    _, arrived = arrive(cas, ada, answer("shibboleth.xml"), status)

    assert told(arrived) == Trouble.SERVER
    assert f"answers a validation with status {status}" in caplog.text


@pytest.mark.parametrize("status", [400, 422, 500])
def test_a_failure_with_a_status_of_its_own_is_read(cas, ada, answer, status, caplog):
    _, arrived = arrive(cas, ada, answer("invalid-ticket.xml"), status)

    assert told(arrived) == Trouble.TICKET
    assert "does not accept the ticket (INVALID_TICKET)" in caplog.text


def test_a_server_that_speaks_cas_2_alone_lets_in(cas, ada):
    cas.offers_cas_3 = False

    assert Browser().sign_in(cas, ada, success(mail=ada.email)).status_code == 302

    assert [address.partition("?")[0] for address in cas.asked] == [
        "/cas/p3/serviceValidate",
        "/cas/serviceValidate",
    ]


@pytest.mark.parametrize("repeated", [1, 5])
def test_hundreds_of_groups_do_not_stand_in_the_way(cas, ada, repeated):
    body = success(memberOf=MEMBERSHIPS * repeated, mail=ada.email)
    assert len(body) > 100 * 1024 * repeated * 0.8

    assert Browser().sign_in(cas, ada, body).status_code == 302


def test_an_answer_of_more_than_512_kib_is_refused(cas, ada, caplog):
    body = success(memberOf=MEMBERSHIPS * 6, mail=ada.email)

    assert told(Browser().sign_in(cas, ada, body)) == Trouble.SERVER

    assert "longer than 512 KiB" in caplog.text


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "iso-8859-15", "windows-1252"])
def test_an_answer_in_a_western_encoding_is_read(cas, ada, encoding):
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    body = declared.encode() + success(cn="Jürgen", mail=ada.email).decode().encode(encoding)

    assert Browser().sign_in(cas, ada, body).status_code == 302


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7", "shift_jis", "cp037", "nonsense"])
def test_an_answer_in_another_encoding_is_refused(cas, ada, encoding, caplog):
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    body = declared.encode() + success(cn="Jürgen", mail=ada.email).decode().encode("latin-1")

    assert told(Browser().sign_in(cas, ada, body)) == Trouble.SERVER

    assert "The answer is not UTF-8." in caplog.text


def test_many_different_addresses_are_not_all_looked_up(cas, ada, caplog):
    many = [f"ada{number}@state.edu" for number in range(3000)]

    assert told(Browser().sign_in(cas, ada, success(mail=[*many, ada.email]))) == Trouble.NO_ADDRESS

    assert "more than 20 different e-mail addresses" in caplog.text


def test_an_address_a_thousand_times_is_one(cas, ada):
    many = [ada.email, ada.email.upper()] * 500

    assert Browser().sign_in(cas, ada, success(mail=many)).status_code == 302


# What a tenant chooses --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["uniMail", "UNIMAIL", "cas:unimail", "uni-mail"])
def test_the_attribute_that_a_tenant_has_chosen_alone_counts(cas, ada, tenant, name):
    other = FacultyFactory(tenant=tenant, email="grace@state.edu")
    configure(tenant, cas.url, email_attribute=name)

    chosen = Browser().sign_in(cas, ada, success(mail=other.email, uniMail=ada.email))
    usual = Browser().sign_in(cas, ada, success(mail=ada.email))

    assert chosen.status_code == 302
    assert SSOLogin.objects.get().user == ada
    assert told(usual) == Trouble.NO_ADDRESS


def test_the_log_says_which_attribute_was_missed(cas, ada, tenant, caplog):
    configure(tenant, cas.url, email_attribute="uniMail")

    Browser().sign_in(cas, ada, success(mail=ada.email))

    assert "does not tell the user's e-mail address" in caplog.text


def named(user: str, attributes: str = "") -> bytes:
    return response(
        f"<cas:authenticationSuccess><cas:user>{user}</cas:user>{attributes}"
        "</cas:authenticationSuccess>"
    )


def test_a_user_name_is_an_address_where_the_tenant_says_so(cas, ada, tenant):
    assert told(Browser().sign_in(cas, ada, named(ada.email))) == Trouble.NO_ADDRESS

    configure(tenant, cas.url, user_is_email=True)

    assert Browser().sign_in(cas, ada, named(ada.email.upper())).status_code == 302


@pytest.mark.parametrize("user", ["ada", "ada@", "@state.edu", "ada@state@edu", "a da@state.edu"])
def test_a_user_name_that_is_no_full_address_is_none(cas, ada, tenant, user):
    configure(tenant, cas.url, user_is_email=True)

    assert told(Browser().sign_in(cas, ada, named(user))) == Trouble.NO_ADDRESS
    mail = f"<cas:mail>{ada.email}</cas:mail>"
    assert Browser().sign_in(cas, ada, named(user, mail)).status_code == 302


def test_a_user_name_and_an_attribute_may_not_mean_two_people(cas, ada, tenant):
    other = FacultyFactory(tenant=tenant, email="grace@state.edu")
    configure(tenant, cas.url, user_is_email=True)
    mail = f"<cas:mail>{ada.email}</cas:mail>"

    assert told(Browser().sign_in(cas, ada, named(other.email, mail))) == Trouble.SEVERAL_ADDRESSES


def test_renewed_sign_ins_ask_for_it_at_both_ends(cas, ada, tenant):
    assert Browser().sign_in(cas, ada).status_code == 302
    assert "renew" not in cas.asked[-1]
    configure(tenant, cas.url, renew=True)
    browser = Browser()

    begun = browser.get(f"/v1/auth/sso/{tenant.slug}/login")
    arrived = browser.sign_in(cas, ada)

    assert "&renew=true" in begun["Location"]
    assert "gateway" not in begun["Location"]
    assert arrived.status_code == 302
    assert "&renew=true" in cas.asked[-1]


# Tickets ----------------------------------------------------------------------------------------

TICKETS = {
    "shibboleth": "ST-" + "AAdzZWNyZXQx" * 27 + "=" * 2,
    "longest of shibboleth": "ST-" + "x" * 400,
    "json web token": "eyJhbGciOiJIUzUxMiJ9." + "a" * 900 + "." + "b-_" * 40,
    "no prefix": "0123456789abcdef",
    "marks": "ST-1-a=b~c+d/e:f.g_h-i%41j",
    "all visible": "ST-" + "".join(map(chr, range(0x21, 0x7F))),
    "longest": "ST-" + "+/=~" * 511 + "x",
    "of one character": "1",
}


def quoted(ticket: str) -> str:
    return "".join(f"%{ord(letter):02x}" for letter in ticket)


@pytest.mark.parametrize("ticket", TICKETS.values(), ids=TICKETS)
def test_tickets_of_all_servers_let_in_and_no_log_holds_them(ticket, cas, ada, log, caplog):
    caplog.set_level(logging.DEBUG)
    browser = Browser()
    service = browser.set_out(ada.tenant)
    cas.issue(service, success(email=ada.email), ticket)

    assert browser.arrive(service, quoted(ticket)).status_code == 302

    assert signed_in(browser) == ada
    said = log.getvalue() + caplog.text
    assert [part for part in (ticket, quoted(ticket)) if len(part) > 9 and part in said] == []


@pytest.mark.parametrize("ticket", ["ST-1-a+b/c=d~e:f", "ST-a+", "ST-++"])
def test_tickets_that_a_server_did_not_encode_are_read_as_they_are(ticket, cas, ada):
    browser = Browser()
    service = browser.set_out(ada.tenant)
    cas.issue(service, success(email=ada.email), ticket)

    assert browser.arrive(service, ticket).status_code == 302


@pytest.mark.parametrize(
    ("ticket", "trouble"),
    [
        (None, Trouble.NO_TICKET),
        ("", Trouble.BROKEN_TICKET),
        ("ST-" + "x" * 2046, Trouble.BROKEN_TICKET),
        ("ST-a%20b", Trouble.BROKEN_TICKET),
        ("ST-1&ticket=ST-2", Trouble.BROKEN_TICKET),
        ("ST-unknown", Trouble.TICKET),
    ],
)
def test_a_refusal_says_that_the_ticket_was_the_trouble(ticket, trouble, cas, ada, caplog):
    browser = Browser()

    answer = browser.arrive(browser.set_out(ada.tenant), ticket)

    assert told(answer) == trouble
    (line,) = [one for one in caplog.messages if "SSO sign-in" in one]
    assert "ticket" in line
    assert "cookie" not in line
