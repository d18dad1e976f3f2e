"""The way of an invitation's mail to the mail server: once, late if need be, or visibly never."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from accounts.models import Invitation, User, UserStatus
from accounts.queries.mailed_links import find_link
from accounts.services.deliveries import DELAYS
from accounts.services.invitations import (
    accept_if_invited,
    accept_invitation,
    issue_invitation,
    resend_invitation,
)
from accounts.tasks import send_invitation
from tests.accounts.invitations import invite
from tests.accounts.links import deactivate, switch_tenant_off
from tests.factories import UserFactory
from tests.mail import token_in, work
from tests.threads import at_once

# The worker ends transactions that it finds open, as those are that tests run in otherwise.
pytestmark = pytest.mark.django_db(transaction=True)

GOOD = "a fine long phrase"
NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)


def test_an_invitation_is_sent_once_however_often_it_is_queued(admin, invited, mail_server):
    invitation = invite(admin, invited)

    for _ in range(3):
        send_invitation.enqueue(invitation.pk)
    work()

    assert len(mail_server.mails) == 1


def test_an_invitation_is_sent_once_by_many_workers(admin, invited, mail_server):
    invitation = issue_invitation(actor=admin, user=invited)
    for _ in range(5):
        send_invitation.enqueue(invitation.pk)

    at_once(lambda index: work(), 6)

    assert len(mail_server.mails) == 1
    invitation.refresh_from_db()
    assert (invitation.attempts, invitation.failed_at) == (1, None)


def delete(invitation: Invitation) -> None:
    User.objects.filter(pk=invitation.user_id).update(status=UserStatus.DELETED)


def accept(invitation: Invitation) -> None:
    accept_if_invited(user=invitation.user)


def remove(invitation: Invitation) -> None:
    invitation.delete()


@pytest.mark.parametrize("happens", [deactivate, delete, switch_tenant_off, accept, remove])
def test_nothing_is_sent_that_nobody_waits_for(happens, admin, invited, mail_server):
    invitation = issue_invitation(actor=admin, user=invited)
    happens(invitation)

    work()

    assert mail_server.mails == []
    assert list(DBTaskResult.objects.values_list("status", flat=True)) == ["SUCCESSFUL"]


def test_of_an_invitation_that_was_replaced_before_it_left_nothing_is_sent(
    admin, invited, mail_server
):
    issue_invitation(actor=admin, user=invited)
    resend_invitation(actor=admin, user=invited)

    work()

    assert len(mail_server.mails) == 1
    assert find_link(Invitation, token=token_in(mail_server.mails[0])).replaced_at is None


# The mail server's troubles --------------------------------------------------------------------


def test_a_server_that_is_down_gets_the_mail_when_it_is_back(admin, invited, mail_server):
    mail_server.stop()
    with time_machine.travel(NOW, tick=False) as clock:
        invitation = invite(admin, invited)
        assert (invitation.sent_at, invitation.failed_at, invitation.attempts) == (None, None, 1)
        assert "refused" in invitation.failure

        clock.shift(DELAYS[0] - timedelta(seconds=1))
        mail_server.start()
        work()
        assert mail_server.mails == []

        clock.shift(timedelta(seconds=1))
        work()
        invitation.refresh_from_db()
        sent_at = NOW + DELAYS[0]

    assert len(mail_server.mails) == 1
    assert (invitation.sent_at, invitation.attempts, invitation.failure) == (sent_at, 2, None)
    # The seven days are the reader's: they begin when the mail leaves.
    assert invitation.expires_at == sent_at + timedelta(days=7)
    assert find_link(Invitation, token=token_in(mail_server.mails[0])) == invitation


def test_attempts_end_after_about_a_day_and_the_failure_is_seen(admin, invited, mail_server):
    mail_server.stop()
    waits = []
    with time_machine.travel(NOW, tick=False) as clock:
        invitation = invite(admin, invited)
        while queued := DBTaskResult.objects.filter(status="READY").first():
            waits.append(queued.run_after - datetime.now(UTC))
            assert list(Invitation.objects.undelivered()) == []
            clock.move_to(queued.run_after)
            work()
        invitation.refresh_from_db()
        (undelivered,) = Invitation.objects.undelivered()

    assert tuple(waits) == DELAYS
    assert waits == sorted(waits)
    assert timedelta(hours=20) < sum(waits, timedelta()) < timedelta(hours=24)
    assert (undelivered, invitation.sent_at) == (invitation, None)
    assert invitation.attempts == len(DELAYS) + 1
    assert invitation.failed_at == NOW + sum(waits, timedelta())


@pytest.mark.parametrize(
    ("refusal", "reply"),
    [
        ("refuse_recipients", "550 5.1.1 No such user"),
        ("refuse_content", "554 5.7.1 This looks like spam"),
    ],
)
def test_a_refusal_for_good_ends_the_attempts_at_once(
    refusal, reply, admin, invited, mail_server, log
):
    setattr(mail_server, refusal, reply)

    invitation = invite(admin, invited)

    assert invitation.failed_at
    assert (invitation.failure, invitation.token_hash) == (reply, None)
    assert list(Invitation.objects.undelivered()) == [invitation]
    assert not DBTaskResult.objects.filter(status="READY").exists()
    assert f"Invitation {invitation.pk} was not sent at attempt 1; giving up." in log.getvalue()


@pytest.mark.parametrize("refusal", ["refuse_recipients", "refuse_content"])
def test_a_refusal_for_now_is_tried_again_with_a_new_token(refusal, admin, invited, mail_server):
    with time_machine.travel(NOW, tick=False) as clock:
        setattr(mail_server, refusal, "451 4.7.1 Greylisted, come back later")
        invitation = invite(admin, invited)
        assert (invitation.failed_at, invitation.token_hash) == (None, None)

        setattr(mail_server, refusal, None)
        clock.shift(DELAYS[0])
        work()
        invitation.refresh_from_db()

    (mail,) = mail_server.mails
    assert (invitation.sent_at, invitation.attempts) == (NOW + DELAYS[0], 2)
    assert find_link(Invitation, token=token_in(mail)) == invitation


def test_a_mail_that_may_have_arrived_is_not_sent_again_and_its_link_works(
    admin, invited, mail_server
):
    mail_server.hang_up = True
    with time_machine.travel(NOW, tick=False) as clock:
        invitation = invite(admin, invited)
        mail_server.hang_up = False
        clock.shift(timedelta(days=2))
        work()
        assert list(Invitation.objects.undelivered()) == [invitation]

        (mail,) = mail_server.mails
        assert "nobody knows" in invitation.failure
        assert accept_invitation(token=token_in(mail), password=GOOD) is not None
        assert list(Invitation.objects.undelivered()) == []


def test_a_worker_that_dies_over_a_mail_leaves_a_trace(admin, invited, mail_server):
    with time_machine.travel(NOW, tick=False) as clock:
        invitation = issue_invitation(actor=admin, user=invited)
        # What a killed worker leaves: the claim, and a task that nobody runs any more.
        Invitation.objects.update(claimed_at=NOW)
        assert list(Invitation.objects.undelivered()) == []

        work()
        clock.shift(timedelta(minutes=11))

        assert mail_server.mails == []
        assert list(Invitation.objects.undelivered()) == [invitation]


def test_an_address_that_no_mail_can_name_fails_at_once(admin, tenant, mail_server):
    mail_server.takes_unicode = False
    invitation = invite(admin, UserFactory(tenant=tenant, email="jürgen@example.com"))

    assert invitation.failed_at
    assert invitation.failure == "The mail server takes no letters beyond ASCII before the @."
    assert mail_server.mails == []


def test_undelivered_forgets_what_a_resend_has_made_good(admin, invited, mail_server):
    mail_server.refuse_recipients = "550 No"
    invite(admin, invited)
    mail_server.refuse_recipients = None

    resend_invitation(actor=admin, user=invited)
    work()

    assert list(Invitation.objects.undelivered()) == []
