"""Every text of every page and mail is marked for translation: an unmarked one is found here."""

import pytest
from django.urls import reverse

from accounts.services.invitations import resend_invitation
from accounts.services.password_resets import send_reset
from tests.accounts.resets import sent_reset
from tests.admin.conftest import operator, university
from tests.admin.every_page import PARTS, answers
from tests.clients import OperatorClient
from tests.contract.marked import OPEN, faults
from tests.contract.pages import PAGES, Page
from tests.factories import START, InvitationFactory, SuperAdminFactory
from tests.mail import html_of, work

__all__ = ["operator", "university"]

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

OPENED = [page for page in PAGES if page.status == 200 and page.access != "nobody"]


@pytest.mark.parametrize("page", OPENED, ids=str)
def test_every_text_of_a_page_is_marked_and_in_our_words(page: Page, tenant, brackets):
    client = OperatorClient(SuperAdminFactory(tenant=tenant))
    url = page.url_in(tenant)

    answer = client.get(url)

    assert answer.status_code == 200
    if "text/html" in answer.headers["Content-Type"]:
        assert faults(answer.content.decode()) == []


def test_every_text_of_the_ways_in_is_marked_and_in_our_words(tenant, client, brackets):
    ada = SuperAdminFactory(tenant=tenant, email="ada@state.edu")
    _, token = sent_reset(ada)
    invitation = InvitationFactory(tenant=tenant)
    key = invitation.give_token()
    invitation.save()
    expired = InvitationFactory(tenant=tenant, expires_at=START)
    old = expired.give_token()
    expired.expires_at = START
    expired.save()
    pages = [
        "/sign-in",
        f"/sign-in/{tenant.slug}",
        "/sign-out",
        f"/password-reset/{token}",
        f"/invitations/{key}",
    ]
    dead = [
        "/sign-in/nobody-is-here",
        "/password-reset/unknown",
        f"/invitations/{old}",
        "/invitations/unknown",
        "/nothing-is-here",
    ]

    for url in [*pages, *dead]:
        answer = client.get(url, follow=True, headers={"Accept": "text/html"})

        assert "text/html" in answer.headers["Content-Type"], url
        assert faults(answer.content.decode()) == [], url
        assert (answer.status_code < 400) == (url not in dead), url


@pytest.mark.parametrize("part", PARTS)
def test_every_text_of_a_refused_or_previewed_form_is_marked(part, operator, brackets):
    browser = OperatorClient(operator)

    for url, answer in answers(part, operator.tenant, browser).items():
        assert faults(answer.content.decode()) == [], url


def test_what_is_said_of_an_address_that_asks_too_much_is_marked(tenant, brackets):
    browser = OperatorClient(SuperAdminFactory(tenant=tenant))
    list_of_students = reverse("admin:students_student_changelist")

    for send in (browser.get, browser.post):
        answer = send(f"{list_of_students}?nonsense=1", follow=True)

        assert faults(answer.content.decode()) == []


@pytest.mark.django_db(transaction=True)
def test_every_text_of_a_mail_is_marked_and_in_our_words(tenant, mail_server, brackets):
    ada = SuperAdminFactory(tenant=tenant, email="ada@state.edu")
    invited = InvitationFactory(tenant=tenant).user
    resend_invitation(actor=ada, user=invited)
    send_reset(actor=ada, user=ada)
    work()

    assert len(mail_server.mails) == 2
    for mail in mail_server.mails:
        assert faults(html_of(mail)) == [], mail["Subject"]
        assert mail["Subject"].startswith(OPEN)


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("<p>⟦Good⟧</p><p>Bad</p>", ["Bad"]),
        ("<p>⟦Hello <b>you</b> there⟧ </p>", []),
        ("<p title='Bad'>⟦1 of 2⟧</p>", ["Bad"]),
        ("<p>⟦one⟧ and ⟦two⟧</p>", ["⟦one⟧ and ⟦two⟧"]),
        ("<p>⟦never closed</p><p>Bad</p>", ["Bad"]),
        ("<p>⟦The tenant’s ledger⟧</p>", ["ledger: say transactions"]),
    ],
)
def test_what_is_wrong_is_found(shown, found, db):
    assert faults(f"<div>{shown}</div>") == found
