"""One line for each task of the background worker, and a name for all that it logs meanwhile."""

import logging
import time
from typing import Any, NamedTuple

from config.context import RequestContext, current_request, enter_request, leave_request

logger = logging.getLogger("config.tasks")


class _Running(NamedTuple):
    token: Any
    started: float


# A worker runs one task at a time.
_running: list[_Running] = []


def begin(*, task_result, **kwargs: Any) -> None:
    """Make the task what is being worked for; its id stands where a request's would."""
    _running.append(
        _Running(enter_request(RequestContext(id=str(task_result.id))), time.perf_counter())
    )


def end(*, task_result, **kwargs: Any) -> None:
    """Write the task's line. Why one failed stands in another, which Django writes."""
    if not _running:
        return  # it failed before it began
    token, started = _running.pop()
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
