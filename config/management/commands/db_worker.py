"""``manage.py db_worker``: the worker of django-tasks-db, whose tasks others can take up."""

import os
from contextlib import nullcontext
from typing import Any

from django.utils.autoreload import DJANGO_AUTORELOAD_ENV
from django_tasks_db.management.commands import db_worker

from config.background.heart import beating


class Command(db_worker.Command):
    def handle(
        self, *, worker_id: str, queue_name: str, reload: bool, batch: bool, **options: Any
    ) -> None:
        # The process that watches the code for changes runs no task itself.
        watches = reload and not batch and os.environ.get(DJANGO_AUTORELOAD_ENV) != "true"
        with nullcontext() if watches else beating(worker_id, queue_name):
            super().handle(
                worker_id=worker_id, queue_name=queue_name, reload=reload, batch=batch, **options
            )
