"""The figures of background work: what waits, who works, what workers that are gone have left."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Sum
from prometheus_client.metrics_core import GaugeMetricFamily, Metric

from config.background.models import BackgroundWorker
from config.background.taking_up import count_stuck
from config.observability.monitoring.checks import oldest_due, oldest_due_by_queue


def background_figures() -> Iterator[Metric]:
    """Yield the figures of queues, workers and tasks that were left."""
    yield GaugeMetricFamily(
        "command_center_queue_age_seconds",
        "For how long the task that waits longest has been due.",
        value=oldest_due().total_seconds(),
    )
    yield _by_queue(
        "command_center_queue_oldest_seconds",
        "For how long the task of a queue that waits longest has been due.",
        oldest_due_by_queue(),
    )
    alive = list(BackgroundWorker.objects.alive())
    yield _by_queue(
        "command_center_workers",
        "Workers of a queue that were heard of within the minute.",
        {queue: sum(worker.serves(queue) for worker in alive) for queue in settings.QUEUES},
    )
    yield GaugeMetricFamily(
        "command_center_tasks_stuck",
        "Tasks that say that they run while their worker is gone.",
        value=count_stuck(),
    )
    yield from _left()


def _left() -> Iterator[Metric]:
    """Yield what became of the tasks of workers that are gone, of two weeks."""
    sums = BackgroundWorker.objects.aggregate(taken_up=Sum("taken_up"), given_up=Sum("given_up"))
    for name, meaning in (
        ("taken_up", "Tasks of workers that were gone, which ran again; of two weeks."),
        ("given_up", "Tasks of workers that were gone, which nobody ran again; of two weeks."),
    ):
        yield GaugeMetricFamily(f"command_center_tasks_{name}", meaning, value=sums[name] or 0)


def _by_queue(name: str, meaning: str, values: dict[str, float]) -> Metric:
    family = GaugeMetricFamily(name, meaning, labels=["queue"])
    for queue, value in values.items():
        family.add_metric([queue], value)
    return family
