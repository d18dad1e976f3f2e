"""What the background worker does for this app."""

from django.tasks import task

from students.services import attempts


@task
def record_expiries() -> int:
    """Note in the ledger which grants have lapsed; return how many lines that took."""
    return attempts.record_expiries()
