"""Workers that are killed or paused: others take their tasks up, and nothing is done twice."""

import signal
from contextlib import contextmanager
from io import BytesIO

import pytest
from django_tasks_db.models import DBTaskResult

from accounts.models import Invitation, LegacyRole
from accounts.services.invitations import issue_invitation
from config.background.heart import LOST
from config.background.models import BackgroundWorker
from students.services.roster.uploads import confirm_import, upload_roster
from tests.factories import SystemRoleFactory, UserFactory
from tests.faults.test_workers import STUDENTS, imported, silent, statuses  # noqa: F401 - a fixture
from tests.mail import work
from tests.servers import PATIENCE
from tests.waiting import eventually, held, sessions
from tests.workers import kill, running_worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

AT_THE_TRAIL = "wait_event_type = 'Lock' AND query ~ 'tenants_auditevent'"


@contextmanager
def quick_worker(**environment):
    """Run a worker that counts as gone after seconds."""
    beats = {"WORKER_BEAT_SECONDS": "1", "WORKER_GONE_SECONDS": "4"}
    with running_worker(**beats, **environment) as worker:
        yield worker


@pytest.fixture
def confirmed(admin, tenant):
    """A roster that a worker has to import."""
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
    rows = "".join(f"Ada Eze,student{number}@x.edu,,active\n" for number in range(STUDENTS))
    file = BytesIO(f"Student Name,Email,Programme,Status\n{rows}".encode())
    file.name = "students.csv"
    row = upload_roster(actor=admin, tenant=tenant, people=file)
    work()
    row.refresh_from_db()
    confirm_import(actor=admin, row=row, plan_hash=row.plan_hash)
    return row


def state_of(row) -> str:
    row.refresh_from_db(fields=["state"])
    return row.state


def ends_by_itself(worker) -> int:
    """Return the exit code of a worker that nobody tells to end."""
    eventually(lambda: worker.poll() is not None)
    return worker.returncode


def test_an_import_whose_worker_is_killed_is_taken_up_and_done_once(confirmed):
    with held("tenants_auditevent"), quick_worker() as worker:
        eventually(lambda: sessions(AT_THE_TRAIL))
        kill(worker)
    assert imported() == (0, 0)

    with quick_worker():
        eventually(lambda: state_of(confirmed) == "imported")
    assert imported() == (STUDENTS, 1)
    assert list(BackgroundWorker.objects.values_list("taken_up", "given_up")) == [(1, 0)]
    run = DBTaskResult.objects.get(task_path="students.tasks.run_roster")
    assert (run.status, len(run.worker_ids)) == ("SUCCESSFUL", 2)


def test_an_import_whose_worker_is_paused_is_taken_up_and_the_first_one_ends(confirmed):
    with quick_worker() as paused:
        with held("tenants_auditevent"):
            eventually(lambda: sessions(AT_THE_TRAIL))
            paused.send_signal(signal.SIGSTOP)
        with quick_worker():
            eventually(lambda: state_of(confirmed) == "imported")
            assert imported() == (STUDENTS, 1)

            paused.send_signal(signal.SIGCONT)
            assert ends_by_itself(paused) in {1, LOST}
    assert imported() == (STUDENTS, 1)
    assert statuses()["FAILED"] == 0


def test_an_idle_worker_that_was_paused_ends_as_well():
    with quick_worker() as paused, quick_worker():
        eventually(lambda: BackgroundWorker.objects.count() == 2)
        paused.send_signal(signal.SIGSTOP)
        eventually(lambda: BackgroundWorker.objects.exclude(settled_at=None).count() == 1)
        paused.send_signal(signal.SIGCONT)
        assert ends_by_itself(paused) in {1, LOST}


def test_a_mail_whose_worker_is_killed_is_marked_and_not_sent_again(admin, tenant, silent):  # noqa: F811
    invitation = issue_invitation(actor=admin, user=UserFactory(tenant=tenant))
    with quick_worker(EMAIL_URL=silent.url) as worker:
        eventually(lambda: silent.reached)
        kill(worker)
    silent.is_silent = False

    with quick_worker(EMAIL_URL=silent.url):
        eventually(lambda: statuses() == {"SUCCESSFUL": 1})
    invitation.refresh_from_db()
    assert "nobody knows" in invitation.failure
    assert list(Invitation.objects.undelivered()) == [invitation]  # which has an alert
    assert len(silent.mails) == silent.takes


def test_a_mail_whose_worker_is_paused_is_marked_and_the_first_one_ends(admin, tenant, silent):  # noqa: F811
    invitation = issue_invitation(actor=admin, user=UserFactory(tenant=tenant))
    with quick_worker(EMAIL_URL=silent.url) as paused:
        eventually(lambda: silent.reached)
        paused.send_signal(signal.SIGSTOP)
        silent.is_silent = False
        with quick_worker(EMAIL_URL=silent.url):
            eventually(lambda: statuses() == {"SUCCESSFUL": 1})
            paused.send_signal(signal.SIGCONT)
            assert ends_by_itself(paused) in {1, LOST}

    invitation.refresh_from_db()
    assert (invitation.sent_at, invitation.failed_at is None) == (None, False)
    assert len(silent.mails) == silent.takes


def test_a_worker_that_ends_as_it_was_told_leaves_no_row():
    with quick_worker() as worker:
        eventually(lambda: BackgroundWorker.objects.count() == 1)
        worker.terminate()
        assert worker.wait(PATIENCE) == 0
    assert not BackgroundWorker.objects.exists()
