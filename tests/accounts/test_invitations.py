"""Invitations: issued with the user, resent, accepted once (contract §2, §5, G30)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from accounts.models import Invitation, RateCounter, SignIn, User, UserStatus
from accounts.queries.mailed_links import find_link
from accounts.services.invitations import (
    accept_if_invited,
    accept_invitation,
    choose_password,
    issue_invitation,
    resend_invitation,
)
from config.errors import RateLimited, RuleViolation
from tenants.models import AuditEvent
from tests.accounts.invitations import enable_sso, invite
from tests.factories import TenantFactory, UserFactory
from tests.mail import link_in, token_in, work
from tests.recorded import whole_trail
from tests.threads import at_once

# The worker ends transactions that it finds open, as those are that tests run in otherwise.
pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)


# Issuing and sending ---------------------------------------------------------------------------


def test_an_invitation_is_mailed_by_the_worker(admin, invited, mail_server):
    with time_machine.travel(NOW, tick=False):
        invitation = issue_invitation(actor=admin, user=invited)
        assert (invitation.token_hash, mail_server.mails) == (None, [])
        work()
    invitation.refresh_from_db()

    (mail,) = mail_server.mails
    assert mail["To"].addresses[0].addr_spec == invited.email
    assert find_link(Invitation, token=token_in(mail)) == invitation
    assert (invitation.invited_by_id, invitation.invited_by_name) == (
        admin.pk,
        admin.display_name,
    )
    assert (invitation.sent_at, invitation.attempts, invitation.failed_at) == (NOW, 1, None)
    assert invitation.expires_at == NOW + timedelta(days=7)


def test_a_mail_vanishes_with_the_users_transaction(admin, mail_server, tenant):
    with transaction.atomic():
        issue_invitation(actor=admin, user=UserFactory(tenant=tenant, email="grace@example.com"))
        assert DBTaskResult.objects.count() == 1
        transaction.set_rollback(True)

    work()

    assert DBTaskResult.objects.count() == Invitation.objects.count() == 0
    assert not User.objects.filter(email="grace@example.com").exists()
    assert mail_server.mails == []


def test_a_mail_waits_for_the_users_commit(admin, invited, mail_server):
    with transaction.atomic():
        issue_invitation(actor=admin, user=invited)
        at_once(lambda index: work(), 1)  # on a connection of its own, like the real worker
        assert mail_server.mails == []

    work()

    assert len(mail_server.mails) == 1


def test_the_token_is_kept_nowhere(admin, invited, mail_server, log):
    invite(admin, invited)
    resend_invitation(actor=admin, user=invited)
    work()
    first, second = map(token_in, mail_server.mails)
    accept_invitation(token=second, password="correct horse battery")

    kept = [
        *Invitation.objects.values(),
        *DBTaskResult.objects.values(),
        whole_trail(),
        *RateCounter.objects.values(),
        *SignIn.objects.values(),
        *User.objects.values(),
        log.getvalue(),
    ]
    assert "was sent" in log.getvalue()
    assert not any(token in str(row) for row in kept for token in (first, second))


# Resending -------------------------------------------------------------------------------------


def test_a_resent_invitation_kills_the_former_and_is_audited(admin, invited, mail_server):
    invite(admin, invited)

    user = resend_invitation(actor=admin, user=invited)
    work()

    old, new = (find_link(Invitation, token=token_in(mail)) for mail in mail_server.mails)
    assert user == invited
    assert (old.state, new.state) == ("replaced", "open")
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id) == ("user.updated", admin.pk)
    assert event.metadata == {
        "user_id": invited.pk,
        "tenant_id": invited.tenant_id,
        "invitation": "resent",
    }


def test_a_user_without_an_invitation_to_resend_is_refused(admin, invited, mail_server):
    with pytest.raises(RuleViolation, match="never invited"):
        resend_invitation(actor=admin, user=invited)

    invite(admin, invited)
    accept_if_invited(user=invited)
    with pytest.raises(RuleViolation, match="accepted the invitation already"):
        resend_invitation(actor=admin, user=invited)

    assert len(mail_server.mails) == 1


@pytest.mark.parametrize("status", [UserStatus.INACTIVE, UserStatus.DELETED])
def test_only_active_users_are_invited_again(status, admin, invited, mail_server):
    invite(admin, invited)
    User.objects.filter(pk=invited.pk).update(status=status)  # unknown to the object

    with pytest.raises(RuleViolation, match="Only active users"):
        resend_invitation(actor=admin, user=invited)


def test_resending_is_throttled_per_user(admin, invited, mail_server, tenant):
    other = UserFactory(tenant=tenant)
    issue_invitation(actor=admin, user=invited)
    issue_invitation(actor=admin, user=other)
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(3):
            resend_invitation(actor=admin, user=invited)
        with pytest.raises(RateLimited) as refusal:
            resend_invitation(actor=admin, user=invited)
        resend_invitation(actor=admin, user=other)
        clock.shift(timedelta(hours=1))
        resend_invitation(actor=admin, user=invited)

    assert refusal.value.retry_after == 3600


def test_parallel_resends_leave_one_living_invitation(admin, invited, mail_server, settings):
    settings.INVITATION_RESEND_LIMIT = (10, 3600)
    issue_invitation(actor=admin, user=invited)

    at_once(lambda index: resend_invitation(actor=admin, user=invited), 5)
    work()

    assert Invitation.objects.filter(replaced_at=None).count() == 1
    assert len(mail_server.mails) == 1


# Accepting -------------------------------------------------------------------------------------


def test_of_many_who_choose_a_password_at_once_one_succeeds(admin, invited, mail_server):
    invite(admin, invited)
    token = token_in(mail_server.mails[0])

    def choose(index: int) -> str:
        try:
            choose_password(token=token, password=f"correct horse {index}")
        except RuleViolation as refusal:
            return refusal.message
        return str(index)

    answers = sorted(at_once(choose, 10))

    invited.refresh_from_db()
    assert answers[1:] == ["This invitation has been used."] * 9
    assert invited.check_password(f"correct horse {answers[0]}")
    assert sorted(AuditEvent.objects.values_list("event_type", flat=True)) == [
        "password.changed",
        "user.updated",
    ]


def test_a_password_is_no_way_in_where_people_sign_in_through_sso(admin, invited, mail_server):
    enable_sso(invited.tenant)
    invite(admin, invited)

    with pytest.raises(RuleViolation, match="no password is needed"):
        choose_password(token=token_in(mail_server.mails[0]), password="correct horse")

    invited.refresh_from_db()
    assert not invited.has_usable_password()


def test_the_first_sign_in_through_sso_accepts_and_later_ones_change_nothing(
    admin, invited, mail_server
):
    invitation = invite(admin, invited)
    with time_machine.travel(NOW, tick=False):
        accept_if_invited(user=invited)
    accept_if_invited(user=invited)
    accept_if_invited(user=UserFactory(tenant=TenantFactory()))  # never invited

    invitation.refresh_from_db()
    assert invitation.accepted_at == NOW
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id) == ("user.updated", invited.pk)
    assert event.metadata["invitation"] == "accepted"


def test_a_link_in_a_mail_begins_with_the_public_address(admin, invited, mail_server, settings):
    settings.PUBLIC_URL = "https://console.state.edu/mind"
    invite(admin, invited)

    assert link_in(mail_server.mails[0]).startswith("https://console.state.edu/mind/invitations/")
