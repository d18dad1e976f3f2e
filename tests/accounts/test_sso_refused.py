"""What somebody is told whom single sign-on refuses: the reason, and a reference into the log."""

import re

import pytest
from django.test import Client

from accounts.models import UserStatus
from tests.accounts.cas import Browser, callback_url, failure, success
from tests.factories import FacultyFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_cas")]

KNOWN = "Your university knows you, and tells us the address:"


def reference(answer) -> str:
    (found,) = re.findall(r"<code>([^<]+)</code>", answer.content.decode())
    return found


def logged(caplog) -> list[tuple[str, str]]:
    return [
        (record.request_id, record.getMessage())
        for record in caplog.records
        if "refused" in record.getMessage()
    ]


def test_the_reference_leads_to_the_reason_in_the_log(tenant, cas, caplog):
    user = FacultyFactory(tenant=tenant)

    refused = Browser().sign_in(cas, user, success(email="nobody@state.edu"))

    said = reference(refused)
    assert refused.headers["X-Request-ID"] == said
    lines = [text for request_id, text in logged(caplog) if request_id == said]
    assert lines == [f"SSO sign-in at {tenant.slug} refused: Nobody here has the e-mail address."]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (success(email="nobody@state.edu"), "Nobody here has the e-mail address"),
        (
            success(email=["ada@state.edu", "eve@state.edu"]),
            "they belong to different people here",
        ),
        (success(email="gone@state.edu"), "Your account here is switched off."),
    ],
)
def test_whom_the_server_vouches_for_is_told_why_and_as_whom(answer, reason, tenant, cas):
    user = FacultyFactory(tenant=tenant, email="ada@state.edu")
    FacultyFactory(tenant=tenant, email="eve@state.edu")
    FacultyFactory(tenant=tenant, email="gone@state.edu", status=UserStatus.INACTIVE)

    refused = Browser().sign_in(cas, user, answer)

    page = refused.content.decode()
    assert refused.status_code == 403
    assert reason in page
    assert KNOWN in page
    (shown,) = re.findall(r"<strong><bdi>(.*?)</bdi></strong>", page)
    assert shown.split(", ") == re.findall(r"<cas:email>(.*?)</cas:email>", answer.decode())


def test_another_person_with_the_address_is_told_so(tenant, cas):
    user = FacultyFactory(tenant=tenant, email="ada@state.edu")
    Browser().sign_in(cas, user, success("ada", email=user.email))

    refused = Browser().sign_in(cas, user, success("eve", email=user.email))

    assert "calls you by another name than before" in refused.content.decode()


def test_nobody_is_named_whom_the_server_does_not_vouch_for(tenant, cas):
    user = FacultyFactory(tenant=tenant)

    refused = Browser().sign_in(cas, user, failure())

    page = refused.content.decode()
    assert KNOWN not in page
    assert "does not accept the ticket" in page
    assert reference(refused)


def test_a_hostile_address_or_reference_is_only_text(tenant, cas):
    hostile = "<script>alert(1)</script>"
    browser = Browser()
    service = browser.set_out(tenant)
    ticket = cas.issue(service, success(email='"<b>"@state.edu'))
    browser.defaults["HTTP_X_REQUEST_ID"] = hostile

    page = browser.arrive(service, ticket).content.decode()

    assert "<script>alert" not in page
    assert "<b>" not in page


def test_who_comes_from_nowhere_gets_a_reference_too(tenant):
    answer = Client().get(callback_url(tenant), secure=True)

    assert reference(answer) == answer.headers["X-Request-ID"]
