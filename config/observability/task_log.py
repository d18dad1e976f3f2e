"""One log line for each task of the background worker, and its id in all that it logs."""

import logging
import time
from threading import local
from typing import Any

from config.context import RequestContext, current_request, enter_request, leave_request

logger = logging.getLogger("config.tasks")


# The task of a thread, as (token that leaves its context, time of its beginning). A worker runs one
# at a time, and an error in here would make a task fail that did its work.
_at = local()


def begin(*, task_result: Any, **kwargs: Any) -> None:
    """Make the task the current context; its id takes the place of a request's."""
    _at.task = (
        enter_request(RequestContext(id=str(task_result.id), is_task=True)),
        time.perf_counter(),
    )


def end(*, task_result: Any, **kwargs: Any) -> None:
    """Write the task's line. Django writes another one with the reason of a failure."""
    if not getattr(_at, "task", None):
        return  # it failed before it began
    (token, started), _at.task = _at.task, None
    milliseconds = round((time.perf_counter() - started) * 1000, 1)
    logger.info(
        "%s %s %.1f ms",
        task_result.task.module_path,
        task_result.status,
        milliseconds,
        extra={
            "task": task_result.task.module_path,
            "outcome": str(task_result.status),
            "duration_ms": milliseconds,
            "queries": current_request().queries,
        },
    )
    leave_request(token)
