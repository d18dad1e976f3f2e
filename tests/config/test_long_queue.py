"""The queue keeps its pace, however many tasks are finished."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config.background.taking_up import take_up_lost
from config.db.batches import remove_rows
from config.management.commands import tidy
from config.observability.monitoring.checks import queue
from config.observability.monitoring.figures import exposition
from config.time_allowed import TimeAllowed
from students.queries.dashboard import _queue
from tenants.tasks import seal_events_of
from tests.contents import undone
from tests.plans import analyse, rows_read

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

TABLE = "django_tasks_database_dbtaskresult"

FINISHED = 20_000
FEW = 200

# One in a thousand failed; all are younger than they are kept.
FILL = f"""
    INSERT INTO {TABLE} (id, status, enqueued_at, started_at, finished_at, args_kwargs, priority,
        task_path, worker_ids, queue_name, backend_name, run_after, exception_class_path, traceback)
    SELECT gen_random_uuid(), CASE n %% 1000 WHEN 0 THEN 'FAILED' ELSE 'SUCCESSFUL' END,
        at, at, at, '{{"args": ["a"], "kwargs": {{}}}}', 0, 'a.b', '["w"]',
        (ARRAY['default', 'mails', 'imports'])[1 + n %% 3], 'default', '9999-01-01Z', '', ''
    FROM generate_series(1, %s) AS n, LATERAL (SELECT now() - n * interval '10 seconds') AS of (at)
"""  # noqa: S608 - of tests alone


@pytest.fixture
def long_queue(tenant) -> None:
    with connection.cursor() as cursor:
        cursor.execute(FILL, [FINISHED])
    seal_events_of.enqueue(tenant.pk)
    analyse(TABLE)


@contextmanager
def noted() -> Iterator[list[tuple[str, object]]]:
    """Note the statements about tasks, with their parameters."""
    found = []

    def note(execute, statement, parameters, many, context):
        if TABLE in statement and not statement.lstrip().startswith("INSERT"):
            found.append((statement, parameters))
        return execute(statement, parameters, many, context)

    with connection.execute_wrapper(note):
        yield found


def remove_old_tasks() -> None:
    rows = tidy.expired(timezone.now())
    for what in ("finished tasks", "abandoned tasks"):
        remove_rows(rows[what], TimeAllowed())


def work_off() -> None:
    """Take the next task and end it, as a worker of all queues does."""
    task = DBTaskResult.objects.ready().filter(backend_name="default").get_locked()
    task.claim("worker")
    task.set_successful(0)


def take_a_mail() -> None:
    """Take the next task as the worker of one queue does."""
    ready = DBTaskResult.objects.ready()
    ready.filter(backend_name="default", queue_name__in=["mails"]).get_locked()


WORK: dict[str, Callable[[], object]] = {
    "a worker takes a task and ends it": work_off,
    "the worker of one queue looks for a task": take_a_mail,
    "workers look for tasks that others left": take_up_lost,
    "figures are told": exposition,
    "the server is asked whether it is ready": queue,
    "a dashboard tells what waits": lambda: list(_queue(None)),
    "old tasks are removed": remove_old_tasks,
    "waiting tasks go into one queue": partial(call_command, "merge_queues"),
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_no_statement_reads_the_tasks_that_are_finished(long_queue, work):
    with noted() as statements, undone():
        work()
    assert statements

    for statement, parameters in statements:
        with undone():
            assert rows_read(statement, parameters) < FEW, statement


def test_old_tasks_are_found_from_the_oldest(long_queue):
    """However many are to go: none is read again and again."""
    finished = DBTaskResult.objects.finished()
    finished.filter(finished_at__lt=timezone.now() - timedelta(days=1)).update(
        finished_at=timezone.now() - timedelta(days=20)
    )
    analyse(TABLE)
    rows = tidy.expired(timezone.now())["finished tasks"]

    assert "finished_tasks" in rows.order_by()[:100].explain()


def test_the_number_of_tasks_is_told_by_status(long_queue):
    told = exposition().decode()

    assert 'command_center_tasks{status="ready"} 1.0' in told
    assert f'command_center_tasks{{status="failed"}} {FINISHED / 1000}' in told
    (successful,) = (
        float(line.rpartition(" ")[2])
        for line in told.splitlines()
        if line.startswith('command_center_tasks{status="successful"}')
    )
    assert abs(successful - FINISHED * 0.999) < FINISHED / 100
    assert DBTaskResult.objects.count() == FINISHED + 1
