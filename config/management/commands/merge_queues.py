"""``manage.py merge_queues``: for the way back to a release that knows one queue alone."""

from typing import Any

from django.core.management.base import BaseCommand
from django_tasks_db.models import DBTaskResult


class Command(BaseCommand):
    help = (
        "Puts the tasks that wait in any queue into the one named default; `deploy/back.sh` does so"
        " where the release before knows no other."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        waiting = DBTaskResult.objects.filter(status="READY").exclude(queue_name="default")
        self.stdout.write(f"{waiting.update(queue_name='default'):,} tasks moved.")
