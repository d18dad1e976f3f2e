"""An invitation, from the mail's queue to the clicked link (contract §2, §5, G30)."""

import hashlib
import secrets
from datetime import timedelta
from enum import StrEnum
from typing import ClassVar, Self

from django.db import models
from django.db.models import ExpressionWrapper, Q
from django.utils import timezone

from accounts.models.user import User, UserStatus
from config.constraints import SameTenant
from config.ids import IdField
from tenants.models.scoping import TenantEntity, TenantOwnedQuerySet

# The time for which a token works, counted from its sending.
VALIDITY = timedelta(days=7)

# A sending takes seconds. One that has not ended by then was interrupted, and will never end.
_SENDING = timedelta(minutes=10)
# By then the last attempt is over, whatever its result.
_OVERDUE = timedelta(days=1)


class InvitationState(StrEnum):
    """The state of an invitation for the person who follows its link."""

    OPEN = "open"
    USED = "used"
    REPLACED = "replaced"
    EXPIRED = "expired"
    CLOSED = "closed"
    """The user or the tenant is switched off."""


def _undelivered() -> Q:
    now = timezone.now()
    came_to_nothing = (
        Q(failed_at__isnull=False)
        | Q(claimed_at__lt=now - _SENDING)
        | Q(created_at__lt=now - _OVERDUE)
    )
    return came_to_nothing & Q(
        sent_at=None,
        accepted_at=None,
        replaced_at=None,
        user__status=UserStatus.ACTIVE,
        tenant__is_active=True,
    )


class InvitationQuerySet(TenantOwnedQuerySet["Invitation"]):
    def with_token(self, token: str) -> Self:
        """Keep the one with this token, in any state."""
        return self.filter(token_hash=hash_of(token))

    def waiting(self) -> Self:
        """Keep each user's latest where nobody has accepted it, also one that has expired."""
        return self.filter(replaced_at=None, accepted_at=None)

    def with_branding(self) -> Self:
        """Fetch the invited user and the tenant's branding along."""
        return self.select_related(
            "user__tenant__branding", "user__tenant__sso_config", "user__tenant__ai_config"
        )

    def to_be_sent(self) -> Self:
        """Keep those whose mail still has to be sent, to people who still wait for it."""
        return self.filter(
            claimed_at=None,
            sent_at=None,
            failed_at=None,
            accepted_at=None,
            replaced_at=None,
            user__status=UserStatus.ACTIVE,
            tenant__is_active=True,
        )

    def undelivered(self) -> Self:
        """Keep those whose mail was not sent, or perhaps not: only a resend helps them.

        A server that stays away or refuses the address leads to ``failed_at``; after a worker that
        was killed, only the time since its claim shows it.
        """
        return self.filter(_undelivered())

    def live(self) -> Self:
        """Keep each user's latest, and add ``is_undelivered`` by the rule of ``undelivered``."""
        return self.filter(replaced_at=None).annotate(
            is_undelivered=ExpressionWrapper(_undelivered(), models.BooleanField())
        )


class Invitation(TenantEntity):
    """One invitation and its one mail; a resent invitation is a new row that replaces the former.

    The states of the mail: queued, claimed by a worker, then sent or failed. ``attempts`` counts
    the claims. Only the token's hash is kept, and only once there is a mail for the token.
    """

    user = models.ForeignKey(
        User,
        on_delete=models.CASCADE,
        related_name="invitations",
        db_constraint=False,
        db_index=False,
    )
    invited_by_id = IdField(null=True)
    invited_by_name = models.CharField(max_length=511, null=True)
    token_hash = models.CharField(max_length=64, unique=True, null=True, db_collation="C")
    expires_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0, db_default=0)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    # The reason why the latest attempt failed, in the mail server's words or ours.
    failure = models.CharField(max_length=500, null=True)
    accepted_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    objects: ClassVar = InvitationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "user"],
                name="unique_live_invitation",
                condition=Q(replaced_at=None),
                violation_error_message="The user has an invitation already.",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(token_hash__isnull=False),
                name="invitation_sent_with_token",
                violation_error_message="What was sent carried a token.",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(failed_at=None),
                name="invitation_sent_or_failed",
                violation_error_message="A mail is sent or has failed, not both.",
            ),
            SameTenant("user", name="invitation_user_fk"),
        )
        indexes = (models.Index(fields=["tenant", "user"], name="invitations_of_user"),)

    def __str__(self) -> str:
        return f"Invitation of {self.user_id}"

    @property
    def state(self) -> InvitationState:
        if self.accepted_at:
            return InvitationState.USED
        if self.replaced_at:
            return InvitationState.REPLACED
        if not self.user.may_act:
            return InvitationState.CLOSED
        if self.expires_at <= timezone.now():
            return InvitationState.EXPIRED
        return InvitationState.OPEN

    def give_token(self) -> str:
        """Create a token that works from now on; keep its hash, and return it. Saves nothing."""
        token = secrets.token_urlsafe(32)
        self.token_hash = hash_of(token)
        self.expires_at = timezone.now() + VALIDITY
        return token


def hash_of(token: str) -> str:
    """Return the stored hash of a token: 256 random bits need neither salt nor a slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()
