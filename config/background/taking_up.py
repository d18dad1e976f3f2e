"""The tasks of workers that are gone: they are run again, or somebody is told that they are not."""

import logging
from datetime import timedelta
from typing import Annotated, TypedDict

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.module_loading import import_string
from django_stubs_ext import Annotations
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from config.background.models import BackgroundWorker
from config.background.repeating import is_repeatable, task_given_up

logger = logging.getLogger(__name__)

# The times that a task is begun: one that ends its workers would end them for ever.
MOST_TRIES = 3

# A worker without a row is of the release before this one. It runs on while nobody has ended it.
_UNKNOWN_FOR = timedelta(hours=1)

# Milliseconds that PostgreSQL takes at most to end a session.
_ENDING = 5_000

_END_SESSIONS = """
    SELECT pg_terminate_backend(pid, %s) FROM pg_stat_activity
    WHERE application_name = %s AND datname = current_database() AND pid <> pg_backend_pid()
"""


class LastWorker(TypedDict):
    """The id of the worker that began a task last."""

    last_worker: str


class WorkerGone(Exception):
    """The end of a task whose worker is gone, and which is not run again."""


def session_name(worker_id: str) -> str:
    """Return the name that all sessions of a worker have at the database."""
    return f"worker {worker_id}"[:63]


def count_stuck() -> int:
    """Return how many tasks say that they run while their worker is gone."""
    gone = BackgroundWorker.objects.exclude(pk__in=BackgroundWorker.objects.alive().values("pk"))
    return running().filter(last_worker__in=gone.values("pk")).count() + _of_unknown().count()


def take_up_lost() -> None:
    """Look after the tasks of every worker that is gone."""
    for worker in BackgroundWorker.objects.silent():
        if _declare_lost(worker) and _end_sessions(worker):
            _settle(worker)
    if _of_unknown().exists():
        with transaction.atomic():
            for task in _of_unknown().select_for_update(of=("self",), skip_locked=True):
                _look_after(task)


def _declare_lost(worker: BackgroundWorker) -> bool:
    """Write that a worker is gone, unless it was heard of meanwhile; return whether it is."""
    still = BackgroundWorker.objects.silent().filter(pk=worker.pk)
    if worker.lost_at is None and still.update(lost_at=Now()):
        logger.error("The worker %s is gone: nothing was heard of it", worker)
    return still.exclude(lost_at=None).exists()


def _end_sessions(worker: BackgroundWorker) -> bool:
    """End all sessions of a worker, which undoes what it has begun; return whether none is left."""
    with connection.cursor() as cursor:
        cursor.execute(_END_SESSIONS, [_ENDING, session_name(worker.pk)])
        return all(ended for (ended,) in cursor.fetchall())


@transaction.atomic
def _settle(worker: BackgroundWorker) -> None:
    rows = BackgroundWorker.objects.select_for_update().filter(pk=worker.pk, settled_at=None)
    found = rows.first()
    if found is None:
        return
    for task in running().filter(last_worker=worker.pk).select_for_update(of=("self",)):
        if _look_after(task):
            found.taken_up += 1
        else:
            found.given_up += 1
    found.settled_at = timezone.now()
    found.save(update_fields=["taken_up", "given_up", "settled_at"])


def _look_after(task: DBTaskResult) -> bool:
    """Queue a task again, or give it up; return whether it is run again."""
    _load(task)
    if is_repeatable(task.task_path) and len(task.worker_ids) < MOST_TRIES:
        task.status = TaskResultStatus.READY
        task.save(update_fields=["status"])
        logger.warning("Task id=%s path=%s is taken up again", task.pk, task.task_path)
        return True
    task.set_failed(WorkerGone("The worker ended in the middle of it."))
    logger.error("Task id=%s path=%s is given up: its worker is gone", task.pk, task.task_path)
    task_given_up.send(DBTaskResult, path=task.task_path, **task.args_kwargs)
    return False


def _load(task: DBTaskResult) -> None:
    """Import the task's module, in which it says whether it may be repeated."""
    try:
        import_string(task.task_path)
    except ImportError:
        return  # of another release


def running() -> "QuerySet[Annotated[DBTaskResult, Annotations[LastWorker]]]":
    """Return the tasks that run, each with the worker that began it last."""
    last = RawSQL("(worker_ids ->> -1)", [], output_field=TextField())
    return DBTaskResult.objects.running().annotate(last_worker=last)


def _of_unknown() -> "QuerySet[Annotated[DBTaskResult, Annotations[LastWorker]]]":
    known = BackgroundWorker.objects.filter(pk=OuterRef("last_worker"))
    return running().filter(~Exists(known), started_at__lt=Now() - _UNKNOWN_FOR)
