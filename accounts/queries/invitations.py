"""People whose invitation waits for something: one rule for list, API and dashboard (G30)."""

from datetime import datetime
from enum import StrEnum
from typing import Any, assert_never

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import Invitation, LinkState, User, UserStatus
from config.db.walls import rows_of_directory


class InvitationState(StrEnum):
    """The states of an invitation that nobody has accepted yet."""

    PENDING = "pending"
    """Sent, and good."""
    EXPIRED = "expired"
    FAILED = "failed"
    """Its mail could not be delivered, or perhaps was not."""


class InvitationProgress(StrEnum):
    """How far an invitation has come."""

    SENDING = "sending"
    PENDING = "pending"
    EXPIRED = "expired"
    FAILED = "failed"
    ACCEPTED = "accepted"
    CLOSED = "closed"
    """Not accepted, and the account or the university is switched off."""


def progress_of(invitation: Any) -> InvitationProgress:
    """Return how far an invitation has come that was read by ``live``."""
    if invitation.state == LinkState.USED:
        return InvitationProgress.ACCEPTED
    if invitation.is_undelivered:
        return InvitationProgress.FAILED
    if invitation.state == LinkState.CLOSED:
        return InvitationProgress.CLOSED
    if invitation.sent_at is None:
        return InvitationProgress.SENDING
    if invitation.state == LinkState.EXPIRED:
        return InvitationProgress.EXPIRED
    return InvitationProgress.PENDING


def latest_invitation(user: User) -> Invitation | None:
    """Return the latest invitation of a user; None for somebody who was never invited."""
    live = Invitation.objects.for_tenant(user.tenant_id).live()
    return live.filter(user=user).select_related("user__tenant").first()


def with_invitation[R: QuerySet[Any, Any]](users: R, state: InvitationState, now: datetime) -> R:
    """Keep active users whose latest invitation is in this state."""
    latest = Invitation.objects.filter(tenant=OuterRef("tenant"), user=OuterRef("pk"))
    match state:
        case InvitationState.FAILED:
            found = latest.undelivered()
        case InvitationState.PENDING:
            found = latest.unused().filter(sent_at__isnull=False, expires_at__gt=now)
        case InvitationState.EXPIRED:
            found = latest.unused().filter(sent_at__isnull=False, expires_at__lte=now)
        case _:
            assert_never(state)
    return users.filter(Exists(found), status=UserStatus.ACTIVE, tenant__is_active=True)


def invited_staff(tenant_id: str, state: InvitationState, now: datetime) -> QuerySet[User]:
    """Return the users of the console whose latest invitation is in this state."""
    staff = User.objects.for_tenant(tenant_id).with_console_access()
    return with_invitation(staff, state, now)


def awaiting_mail() -> set[str]:
    """Return the ids of the tenants of which an invitation was not sent, or not yet."""
    return {tenant_id for (tenant_id,) in rows_of_directory("tenants_awaiting_mail")}
