"""The way back to an account whose password is lost: a mailed link, good for an hour (§16)."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.mailed_link import MailedLink, MailedLinkQuerySet


class PasswordResetQuerySet(MailedLinkQuerySet["PasswordReset"]):
    def to_be_sent(self) -> Self:
        """Keep those whose mail still has to be sent; after an hour nobody waits for it."""
        latest = timezone.now() - PasswordReset.PATIENCE
        return super().to_be_sent().filter(created_at__gt=latest)

    def withdraw(self) -> int:
        """End those that still work, or would once they are sent; return how many there were."""
        return self.unused().update(replaced_at=timezone.now())


class PasswordReset(MailedLink):
    """One link with which a person chooses a new password; a newer one replaces it."""

    KIND = "password_reset"
    VALIDITY = timedelta(hours=1)
    PATIENCE = timedelta(hours=1)
    USED_AT = "used_at"

    # The network that it was asked from: guesses made there are forgiven once it is used.
    asked_from = models.CharField(max_length=50, null=True)
    used_at = models.DateTimeField(null=True)

    objects: ClassVar = PasswordResetQuerySet.as_manager()

    class Meta(MailedLink.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "user"],
                name="unique_live_%(class)s",
                condition=Q(replaced_at=None),
                violation_error_message=_("The user has a password reset already."),
            ),
            *MailedLink.Meta.constraints,
        )
        indexes = (
            models.Index(fields=["tenant", "user"], name="password_resets_of_user"),
            models.Index(fields=["created_at"], name="password_resets_by_age"),
        )

    def __str__(self) -> str:
        return f"Password reset of {self.user_id}"
