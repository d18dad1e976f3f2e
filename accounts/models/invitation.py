"""An invitation, from the mail's queue to the clicked link (contract §2, §5, G30)."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import ExpressionWrapper, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.mailed_link import MailedLink, MailedLinkQuerySet
from accounts.models.user import UserStatus
from config.ids import IdField

# A sending takes seconds. One that has not ended by then was interrupted, and will never end.
_SENDING = timedelta(minutes=10)
# By then the last attempt is over, whatever its result.
_OVERDUE = timedelta(days=1)


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


class InvitationQuerySet(MailedLinkQuerySet["Invitation"]):
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


class Invitation(MailedLink):
    """One invitation and its one mail; a resent one is a new row that replaces the former."""

    KIND = "invitation"
    VALIDITY = timedelta(days=7)
    PATIENCE = _OVERDUE
    USED_AT = "accepted_at"

    invited_by_id = IdField(null=True)
    invited_by_name = models.CharField(max_length=511, null=True)
    accepted_at = models.DateTimeField(null=True)

    objects: ClassVar = InvitationQuerySet.as_manager()

    class Meta(MailedLink.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "user"],
                name="unique_live_%(class)s",
                condition=Q(replaced_at=None),
                violation_error_message=_("The user has an invitation already."),
            ),
            *MailedLink.Meta.constraints,
        )
        indexes = (
            models.Index(fields=["tenant", "user"], name="invitations_of_user"),
            models.Index(
                fields=["tenant"],
                condition=Q(sent_at=None, accepted_at=None, replaced_at=None),
                name="invitations_awaiting_mail",
            ),
        )

    def __str__(self) -> str:
        return f"Invitation of {self.user_id}"
