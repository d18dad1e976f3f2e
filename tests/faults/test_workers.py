"""Background workers that are killed in the middle, or share a queue."""

from asyncio import Event
from collections import Counter
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import Invitation, LegacyRole, User
from accounts.services.deliveries import DELAYS
from accounts.services.invitations import issue_invitation, resend_invitation
from config.runtime.mail import mail_server as mailer
from students.models import RosterImport
from students.services.roster.uploads import confirm_import, retry_import, upload_roster
from tenants.models import AuditEvent
from tests.accounts.invitations import invite
from tests.factories import SystemRoleFactory, UserFactory
from tests.mail import MailServer, work
from tests.waiting import eventually, held, sessions
from tests.workers import finish_work, kill, running_worker

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.system,
    pytest.mark.pooled,
]

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)

STUDENTS = 300
INVITATIONS = 40


def statuses() -> Counter:
    return Counter(DBTaskResult.objects.values_list("status", flat=True))


# Mails -----------------------------------------------------------------------------------------


class SilentMailServer(MailServer):
    """Is sent mails, keeps them where it ``takes`` them, and never says a word about it."""

    def __init__(self, *, takes: bool) -> None:
        super().__init__()
        self.takes = takes
        self.reached = False
        self.is_silent = True

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if not self.is_silent:
            return await super().handle_DATA(server, session, envelope)
        if self.takes:
            await super().handle_DATA(server, session, envelope)
        self.reached = True
        await Event().wait()  # until the client is gone
        return "250 OK"


@pytest.fixture(params=[True, False], ids=["taken", "not taken"])
def silent(request, settings):
    server = SilentMailServer(takes=request.param)
    settings.MAILERS = {"default": mailer(server.url)}
    server.start()
    yield server
    server.stop()


def test_a_worker_killed_over_a_mail_sends_no_second_one_and_it_is_seen(admin, tenant, silent):
    invitation = issue_invitation(actor=admin, user=UserFactory(tenant=tenant))
    with running_worker(EMAIL_URL=silent.url) as worker:
        eventually(lambda: silent.reached)
        kill(worker)
    silent.is_silent = False

    finish_work(EMAIL_URL=silent.url)
    assert len(silent.mails) == silent.takes
    assert statuses() == {"RUNNING": 1}  # nobody runs it any more

    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        work()
        assert len(silent.mails) == silent.takes
        assert list(Invitation.objects.undelivered()) == [invitation]

    # What helps is a resend.
    resend_invitation(actor=admin, user=invitation.user)
    work()
    assert len(silent.mails) == silent.takes + 1


def test_a_mail_server_that_is_away_for_an_hour_gets_each_mail_once(admin, tenant, mail_server):
    mail_server.stop()
    with time_machine.travel(NOW, tick=False) as clock:
        invitation = invite(admin, UserFactory(tenant=tenant))
        for _ in range(60):
            clock.shift(timedelta(minutes=1))
            work()
        invitation.refresh_from_db()
        assert (invitation.sent_at, invitation.failed_at) == (None, None)
        assert list(Invitation.objects.undelivered()) == []

        mail_server.start()
        for _ in range(60):
            clock.shift(timedelta(minutes=1))
            work()
        invitation.refresh_from_db()

    assert len(mail_server.mails) == 1
    assert invitation.sent_at == NOW + sum(DELAYS[:4], timedelta())
    assert invitation.attempts == 5


def test_two_workers_on_one_queue_do_no_job_twice(admin, tenant, mail_server):
    users = UserFactory.create_batch(INVITATIONS, tenant=tenant)
    url = {"EMAIL_URL": mail_server.url}
    with running_worker(**url), running_worker(**url):
        with held("django_tasks_database_dbtaskresult"):  # until both stand at the queue
            eventually(lambda: sessions("wait_event_type = 'Lock'") == 2)
        with transaction.atomic():
            for user in users:
                issue_invitation(actor=admin, user=user)
        eventually(lambda: statuses() == {"SUCCESSFUL": INVITATIONS})

    assert Counter(mail["To"] for mail in mail_server.mails) == Counter(
        f"{user.display_name} <{user.email}>" for user in users
    )
    taken_by = DBTaskResult.objects.values_list("worker_ids", flat=True)
    assert all(len(workers) == 1 for workers in taken_by)
    assert len({worker for (worker,) in taken_by}) == 2


# Imports ---------------------------------------------------------------------------------------


def test_a_worker_killed_in_an_import_leaves_nothing_and_it_is_imported_once(admin, tenant):
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
    rows = "".join(f"Ada Eze,student{number}@x.edu,,active\n" for number in range(STUDENTS))
    file = BytesIO(f"Student Name,Email,Programme,Status\n{rows}".encode())
    file.name = "students.csv"
    row = upload_roster(actor=admin, tenant=tenant, people=file)
    work()
    row.refresh_from_db()
    confirm_import(actor=admin, row=row, plan_hash=row.plan_hash)

    # Everything is written but the trail when it is killed.
    with held("tenants_auditevent"), running_worker() as worker:
        eventually(lambda: sessions("wait_event_type = 'Lock' AND query ~ 'tenants_auditevent'"))
        kill(worker)
    eventually(lambda: sessions("state <> 'idle'") == 0)

    row.refresh_from_db()
    assert (row.state, row.is_stuck) == ("importing", False)
    assert imported() == (0, 0)
    work()
    assert imported() == (0, 0)

    RosterImport.objects.update(heard_of_at=timezone.now() - timedelta(minutes=3))
    row.refresh_from_db()
    assert row.is_stuck
    retry_import(actor=admin, row=row)
    finish_work()

    row.refresh_from_db()
    assert (row.state, row.report["counts"]["created"]) == ("imported", STUDENTS)
    assert imported() == (STUDENTS, 1)


def imported() -> tuple[int, int]:
    """Return how many students there are, and how many imports stand in the trail."""
    return (
        User.objects.filter(email__startswith="student").count(),
        AuditEvent.objects.filter(event_type="roster.imported").count(),
    )
