"""What tasks say of themselves: that they may be run again, and that all of their work is done."""

from django.dispatch import Signal
from django.tasks import Task
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from config.context import current_request

# Sent with ``path``, ``args`` and ``kwargs`` of a task that its worker did not finish, and that
# nobody will run again.
task_given_up = Signal()

_repeatable: set[str] = set()


def repeatable[T: Task](task: T) -> T:
    """Mark a task that may run again from its beginning when its worker is gone.

    Whatever it had written by then stands once, or was undone. Others count as failed instead.
    """
    _repeatable.add(task.module_path)
    return task


def is_repeatable(path: str) -> bool:
    return path in _repeatable


def finish_task() -> None:
    """Note in the present transaction that the task which runs has done its work.

    So its work and its end are written together, or neither is, and nobody takes it up again.
    """
    request = current_request()
    if request.is_task and request.id:
        running = DBTaskResult.objects.running().filter(pk=request.id)
        running.update(status=TaskResultStatus.SUCCESSFUL, finished_at=timezone.now())
