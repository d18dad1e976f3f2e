"""What becomes of the tasks of workers that are gone; with real processes: tests/faults."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.models.functions import Now
from django.tasks import task
from django_tasks_db.models import DBTaskResult, get_date_max

from accounts.models import Invitation
from accounts.services.invitations import issue_invitation
from config.background.models import BackgroundWorker
from config.background.taking_up import MOST_TRIES, count_stuck, running, take_up_lost
from config.observability.monitoring.figures import exposition
from students.models import ImportState
from students.tasks import check_roster, run_roster
from tenants.tasks import seal_events_of
from tests.factories import RosterImportFactory, UserFactory
from tests.plans import analyse

pytestmark = pytest.mark.django_db


@task
def mark_once() -> None:
    """Do what may not be done twice."""


def worker(name: str, *, silent: bool = True, queues: str = "*") -> BackgroundWorker:
    heard = Now() - timedelta(minutes=2) if silent else Now()
    return BackgroundWorker.objects.create(
        pk=name, queues=queues, host="here", pid=1, heard_of_at=heard
    )


def left(task, *args, by: list[str], **values) -> DBTaskResult:
    """Return a task that its last worker has not finished."""
    row = DBTaskResult.objects.get(pk=task.enqueue(*args).id)
    for name in by:
        row.claim(name)
    DBTaskResult.objects.filter(pk=row.pk).update(**values)
    return row


def again(row: DBTaskResult) -> str:
    row.refresh_from_db()
    return row.status


def test_tasks_of_a_silent_worker_are_taken_up_and_those_of_others_are_not(tenant):
    gone = worker("gone")
    worker("alive", silent=False)
    lost = left(seal_events_of, tenant.pk, by=["gone"])
    runs = left(seal_events_of, tenant.pk, by=["alive"])
    assert count_stuck() == 1

    take_up_lost()

    assert (again(lost), again(runs)) == ("READY", "RUNNING")
    gone.refresh_from_db()
    assert (gone.taken_up, gone.given_up, gone.settled_at is None) == (1, 0, False)
    assert count_stuck() == 0


def test_what_may_not_be_repeated_is_given_up_and_says_so(caplog):
    gone = worker("gone")
    row = left(mark_once, by=["gone"])

    take_up_lost()

    assert again(row) == "FAILED"
    assert row.exception_class_path.endswith("WorkerGone")
    assert "is given up" in caplog.text
    gone.refresh_from_db()
    assert (gone.taken_up, gone.given_up) == (0, 1)


@pytest.mark.parametrize(
    ("queued", "before", "after"),
    [
        (run_roster, ImportState.IMPORTING, ImportState.CHECKED),
        (check_roster, ImportState.CHECKING, ImportState.REFUSED),
    ],
)
def test_a_roster_that_ends_its_workers_is_given_up_and_its_page_says_so(
    tenant, queued, before, after
):
    roster = RosterImportFactory(tenant=tenant, state=before)
    names = [f"gone {number}" for number in range(MOST_TRIES)]
    worker(names[-1])
    left(queued, roster.pk, tenant.pk, by=names)

    take_up_lost()

    roster.refresh_from_db()
    assert roster.state == after
    assert roster.refusal.startswith("The worker was ended in the middle of it, again and again")
    assert roster.people_content is not None


def test_a_mail_that_ends_its_workers_is_marked(admin, tenant):
    invitation = issue_invitation(actor=admin, user=UserFactory(tenant=tenant))
    names = [f"gone {number}" for number in range(MOST_TRIES)]
    worker(names[-1])
    for name in names:
        DBTaskResult.objects.get().claim(name)

    take_up_lost()

    assert list(Invitation.objects.undelivered()) == [invitation]


def test_a_worker_of_the_release_before_has_no_row_and_an_hour(tenant):
    young = left(seal_events_of, tenant.pk, by=["former"])
    old = left(seal_events_of, tenant.pk, by=["former"], started_at=Now() - timedelta(minutes=61))

    take_up_lost()

    assert (again(young), again(old)) == ("RUNNING", "READY")


def test_a_worker_that_was_heard_of_meanwhile_is_left_alone(tenant):
    came_back = worker("slow", silent=False)
    row = left(seal_events_of, tenant.pk, by=["slow"])

    take_up_lost()

    came_back.refresh_from_db()
    assert (came_back.lost_at, again(row)) == (None, "RUNNING")


def test_tasks_that_run_are_found_by_an_index_among_many_that_have_run(tenant):
    done = [
        DBTaskResult(
            status="SUCCESSFUL",
            args_kwargs={"args": [], "kwargs": {}},
            task_path="x",
            backend_name="default",
            run_after=get_date_max(),
            worker_ids=["w"],
        )
        for _ in range(5_000)
    ]
    DBTaskResult.objects.bulk_create(done)
    worker("gone")
    left(seal_events_of, tenant.pk, by=["gone"])
    analyse("django_tasks_database_dbtaskresult")

    assert "running_tasks" in running().filter(last_worker="gone").explain()
    due = DBTaskResult.objects.ready().filter(queue_name__in=["mails"])[:1]
    assert "Seq Scan" not in due.explain()


def test_waiting_tasks_go_into_one_queue_for_a_release_that_knows_no_other(admin, tenant):
    issue_invitation(actor=admin, user=UserFactory(tenant=tenant))
    seal_events_of.enqueue(tenant.pk)

    call_command("merge_queues")

    assert set(DBTaskResult.objects.values_list("queue_name", flat=True)) == {"default"}


def test_figures_tell_of_each_queue_and_of_what_was_left(admin, tenant):
    worker("alive", silent=False, queues="default,imports")
    worker("gone", queues="mails")
    left(seal_events_of, tenant.pk, by=["gone"])
    issue_invitation(actor=admin, user=UserFactory(tenant=tenant))
    mails = DBTaskResult.objects.filter(queue_name="mails")
    mails.update(enqueued_at=Now() - timedelta(minutes=5))

    told = exposition().decode()

    assert 'command_center_workers{queue="default"} 1.0' in told
    assert 'command_center_workers{queue="imports"} 1.0' in told
    assert 'command_center_workers{queue="mails"} 0.0' in told
    assert 'command_center_queue_oldest_seconds{queue="mails"} 3' in told
    assert 'command_center_queue_oldest_seconds{queue="imports"} 0.0' in told
    assert "command_center_tasks_stuck 1.0" in told

    take_up_lost()
    told = exposition().decode()
    assert "command_center_tasks_stuck 0.0" in told
    assert "command_center_tasks_taken_up 1.0" in told
    assert "command_center_tasks_given_up 0.0" in told
