"""``manage.py db_worker``: the worker of django-tasks-db, whose tasks others can take up."""

import os
import signal
import sys
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
        # Until it answers to signals itself: whoever ends it then shall find nothing left of it.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        with nullcontext() if watches else beating(worker_id, queue_name):
            super().handle(
                worker_id=worker_id, queue_name=queue_name, reload=reload, batch=batch, **options
            )
