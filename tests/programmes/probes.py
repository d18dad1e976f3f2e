"""Helpers for the tests of this app."""

from datetime import datetime

from tenants.models import AuditEvent
from tests.clients import ApiClient


def patch(api: ApiClient, url: str, **body):
    """Send a PATCH."""
    return api.patch(url, body)


def problems(answer) -> list[str]:
    """Return the fields that a 422 names."""
    assert answer.status_code == 422, answer.json()
    return [error["field"] for error in answer.json()["details"]["errors"]]


def trail() -> list[tuple[str, str, dict]]:
    """Return the recorded events as (event, target, metadata), oldest first."""
    events = AuditEvent.objects.order_by("event_time", "id")
    return list(events.values_list("event_type", "target_id", "metadata"))


def stamp(moment: datetime) -> str:
    """Write a moment as the API does."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
