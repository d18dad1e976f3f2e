"""The workers that run, and those that are gone."""

from datetime import timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

ALL_QUEUES = "*"


class BackgroundWorkerQuerySet(models.QuerySet["BackgroundWorker"]):
    def not_lost(self) -> Self:
        """Keep those whose tasks nobody has taken."""
        return self.filter(lost_at=None)

    def alive(self) -> Self:
        """Keep those that have been heard of."""
        return self.not_lost().filter(heard_of_at__gte=Now() - _silence())

    def silent(self) -> Self:
        """Keep those that count as gone, and whose tasks have not been looked after."""
        return self.filter(settled_at=None).exclude(pk__in=self.alive().values("pk"))


def _silence() -> timedelta:
    return timedelta(seconds=settings.WORKER_GONE_SECONDS)


class BackgroundWorker(models.Model):
    """One process that runs tasks; it is nobody's tenant.

    One that ends by itself removes its row. ``lost_at``: another worker found it gone, and from
    then on it writes nothing. ``settled_at``: its tasks were looked after; ``taken_up`` of them run
    again, ``given_up`` of them do not.
    """

    id = models.CharField(max_length=64, primary_key=True, editable=False)
    queues = models.CharField(max_length=255, editable=False)
    host = models.CharField(max_length=255, editable=False)
    pid = models.PositiveIntegerField(editable=False)
    started_at = models.DateTimeField(db_default=Now(), editable=False)
    heard_of_at = models.DateTimeField(db_default=Now(), editable=False)
    lost_at = models.DateTimeField(null=True, editable=False)
    settled_at = models.DateTimeField(null=True, editable=False)
    taken_up = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    given_up = models.PositiveIntegerField(default=0, db_default=0, editable=False)

    objects: ClassVar = BackgroundWorkerQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.id} at {self.host}"

    def serves(self, queue: str) -> bool:
        """Return whether it takes tasks from a queue."""
        return bool({queue, ALL_QUEUES}.intersection(self.queues.split(",")))
