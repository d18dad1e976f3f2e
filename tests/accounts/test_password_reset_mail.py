"""The mail to choose a new password: what it says, and until when it is tried (§16)."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from accounts.models import PasswordReset, UserStatus
from accounts.services.deliveries import DELAYS
from accounts.tasks import send_password_reset
from tenants.models import TenantAIConfig, TenantBranding
from tests.accounts.resets import ask, confirm, sent_reset, switch_passwords_off
from tests.factories import PasswordResetFactory, UserFactory
from tests.mail import html_of, link_in, text_of, token_in, work
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)


@pytest.fixture
def ada(tenant):
    """Somebody at a university with everything that a mail may show of it."""
    tenant.name = "State University"
    tenant.save()
    TenantBranding.objects.create(tenant=tenant, primary_color="#F5A623")
    TenantAIConfig.objects.create(tenant=tenant, support_email="help@state.edu")
    return UserFactory(tenant=tenant, email="ada@state.edu", first_name="Ada", last_name="Obi")


def test_the_mail_carries_the_branding_of_its_tenant(ada, mail_server):
    with time_machine.travel(NOW, tick=False):
        ask(ada)
        work()

    (mail,) = mail_server.mails
    assert mail["Subject"] == "Your new password for State University"
    assert mail["From"] == "State University <no-reply@console.example>"
    assert mail["To"] == "Ada Obi <ada@state.edu>"
    assert mail["Reply-To"] == "help@state.edu"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert text_of(mail) == (
        "Dear Ada Obi,\n"
        "\n"
        "somebody, probably you, asked for a new password of your account ada@state.edu.\n"
        "\n"
        "Here you choose it:\n"
        "\n"
        f"{link_in(mail)}\n"
        "\n"
        "The link works once, until 4 Jun 2026, 10:00 UTC. It is for you alone: please pass it on"
        " to nobody.\n"
        "\n"
        "If you did not ask for it, you need not do anything: nothing has changed.\n"
        "Questions? Write to help@state.edu, or just answer this mail.\n"
        "\n"
        "State University\n"
    )
    assert re.fullmatch(r"https://console\.example/password-reset/[\w-]{43}", link_in(mail))
    html = html_of(mail)
    assert "<title>Your new password for State University</title>" in html
    assert f'href="{link_in(mail)}"' in html
    assert "background:#F5A623" in html
    assert "mailto:help@state.edu" in html


def test_where_passwords_are_off_the_mail_leads_to_the_sign_in(ada, mail_server):
    switch_passwords_off(ada.tenant)

    ask(ada)
    work()

    (mail,) = mail_server.mails
    assert mail["Subject"] == "How you sign in to State University"
    assert link_in(mail) == f"https://console.example/sign-in/{ada.tenant.slug}"
    for body in (text_of(mail), html_of(mail)):
        assert "you sign in with your university account" in body
        assert "/password-reset/" not in body
        assert "works once" not in body
    assert PasswordReset.objects.get().sent_at


def test_a_mail_is_sent_once_by_many_workers(ada, mail_server):
    reset = PasswordResetFactory(tenant=ada.tenant, user=ada)
    for _ in range(5):
        send_password_reset.enqueue(reset.pk, ada.tenant_id)

    at_once(lambda index: work(), 4)

    assert len(mail_server.mails) == 1


def test_the_hour_counts_from_the_sending(ada, mail_server):
    mail_server.stop()
    with time_machine.travel(NOW, tick=False) as clock:
        ask(ada)
        work()
        mail_server.start()
        clock.shift(DELAYS[0])
        work()
        (mail,) = mail_server.mails
        assert PasswordReset.objects.get().expires_at == NOW + DELAYS[0] + timedelta(hours=1)
        clock.shift(timedelta(minutes=59))

        assert confirm(token_in(mail)).status_code == 200


def test_attempts_end_within_the_hour(ada, mail_server):
    mail_server.stop()
    with time_machine.travel(NOW, tick=False) as clock:
        ask(ada)
        work()
        while queued := DBTaskResult.objects.filter(status="READY").first():
            clock.move_to(queued.run_after)
            work()
    reset = PasswordReset.objects.get()

    assert reset.attempts == 4
    assert reset.failed_at == NOW + timedelta(minutes=21)


def test_a_mail_that_waited_for_an_hour_is_not_sent_any_more(ada, mail_server):
    with time_machine.travel(NOW, tick=False) as clock:
        reset = PasswordResetFactory(tenant=ada.tenant, user=ada)
        send_password_reset.enqueue(reset.pk, ada.tenant_id)
        clock.shift(timedelta(hours=1))
        work()

    assert mail_server.mails == []


def deactivate(ada) -> None:
    ada.status = UserStatus.INACTIVE
    ada.save()


def use_another(ada) -> None:
    PasswordReset.objects.withdraw()


@pytest.mark.parametrize("happens", [deactivate, use_another])
def test_nothing_is_sent_that_nobody_waits_for(happens, ada, mail_server):
    reset = PasswordResetFactory(tenant=ada.tenant, user=ada)
    send_password_reset.enqueue(reset.pk, ada.tenant_id)
    happens(ada)

    work()

    assert mail_server.mails == []


def test_a_refusal_for_good_leaves_no_link(ada, mail_server, log):
    mail_server.refuse_recipients = "550 5.1.1 No such user"

    ask(ada)
    work()

    reset = PasswordReset.objects.get()
    assert (reset.failure, reset.token_hash) == ("550 5.1.1 No such user", None)
    assert f"Password reset {reset.pk} was not sent at attempt 1; giving up." in log.getvalue()


def test_a_link_of_one_tenant_is_found_beside_anothers(ada, mail_server):
    _, other = sent_reset(UserFactory(email=ada.email))
    _, own = sent_reset(ada)

    assert [confirm(own).status_code, confirm(other).status_code] == [200, 200]
