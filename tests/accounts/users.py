"""Helpers for the tests of changes to users."""

from accounts.models import User
from tenants.models import AuditEvent


def url(user: User, action: str = "") -> str:
    return f"/v1/console/users/{user.pk}{action and '/' + action}"


def stored(user: User) -> User:
    return User.objects.get(pk=user.pk)


def changes() -> dict[str, dict]:
    """Return the changes in the audit trail, by event type."""
    events = AuditEvent.objects.order_by("pk")
    return {event.event_type: event.metadata["changes"] for event in events}
