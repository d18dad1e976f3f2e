"""What the API tells of the ways in of somebody's account, as their page does (§19)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.queries.invitations import InvitationProgress
from config.timestamps import format_timestamp
from tests.accounts.users import url
from tests.clients import OperatorClient
from tests.factories import FacultyFactory, InvitationFactory, SecondFactorFactory, TenantFactory
from tests.operators import page

pytestmark = pytest.mark.django_db

NOBODY_KNOWS = {"is_active": False, "since": None}
NOW = timezone.now().replace(microsecond=0)
LATER, BEFORE = NOW + timedelta(days=7), NOW - timedelta(days=7)

INVITATIONS = {
    InvitationProgress.SENDING: ({}, "The mail is on its way."),
    InvitationProgress.PENDING: ({"sent_at": NOW, "expires_at": LATER}, "Sent on"),
    InvitationProgress.EXPIRED: ({"sent_at": BEFORE, "expires_at": NOW}, "Expired on"),
    InvitationProgress.FAILED: ({"failed_at": NOW, "failure": "No such box."}, "No such box."),
    InvitationProgress.ACCEPTED: ({"sent_at": BEFORE, "accepted_at": NOW}, "Accepted on"),
}


def told(api, user) -> dict:
    answer = api.get(url(user, "access"))
    assert answer.status_code == 200
    return answer.json()["data"]


def test_who_was_never_invited_has_no_invitation(api, tenant):
    user = FacultyFactory(tenant=tenant)

    assert told(api, user) == {"invitation": None, "second_factor": NOBODY_KNOWS}


@pytest.mark.parametrize("status", INVITATIONS)
def test_the_latest_invitation_is_told_as_on_the_page(status, api, admin, tenant):
    values, sentence = INVITATIONS[status]
    if "sent_at" in values:
        values = values | {"token_hash": "a" * 64}
    invitation = InvitationFactory(tenant=tenant, invited_by_name="Ada Obi", **values)
    invitation.refresh_from_db()

    times = ("created_at", "sent_at", "expires_at", "accepted_at")
    expected = {
        name: (value := getattr(invitation, name)) and format_timestamp(value) for name in times
    }
    if not invitation.sent_at:
        expected["expires_at"] = None
    assert told(api, invitation.user)["invitation"] == expected | {
        "status": status.value,
        "invited_by_name": "Ada Obi",
        "failure": values.get("failure"),
    }
    shown = OperatorClient(admin).get(page("accounts_user_change", invitation.user_id))
    assert sentence in shown.content.decode()


def test_a_user_who_is_switched_off_cannot_accept(api, tenant):
    user = FacultyFactory(tenant=tenant, status="INACTIVE")
    InvitationFactory(tenant=tenant, user=user)

    assert told(api, user)["invitation"]["status"] == "closed"


def test_a_replaced_invitation_is_told_no_more(api, tenant):
    user = FacultyFactory(tenant=tenant)
    InvitationFactory(tenant=tenant, user=user, replaced_at=NOW, invited_by_name="Old")
    InvitationFactory(tenant=tenant, user=user, invited_by_name="New")

    assert told(api, user)["invitation"]["invited_by_name"] == "New"


def test_a_second_factor_is_told_with_its_day_and_nothing_of_its_secret(api, tenant):
    factor = SecondFactorFactory(tenant=tenant)

    assert told(api, factor.user)["second_factor"] == {
        "is_active": True,
        "since": format_timestamp(factor.since),
    }


def test_of_another_university_nothing_is_told(api):
    user = FacultyFactory(tenant=TenantFactory())

    assert api.get(url(user, "access")).status_code == 404
