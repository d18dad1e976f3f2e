"""A link that lets one person do one thing once, from the mail's queue to the click (§2)."""

import hashlib
from datetime import timedelta
from enum import StrEnum
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User, UserStatus
from config.constraints import SameTenant
from config.ids import secret_of
from tenants.models.scoping import TenantEntity, TenantOwnedQuerySet


class LinkState(StrEnum):
    """The state of a mailed link for the person who follows it."""

    OPEN = "open"
    USED = "used"
    REPLACED = "replaced"
    EXPIRED = "expired"
    CLOSED = "closed"
    """The user or the tenant is switched off."""


class MailedLinkQuerySet[L: MailedLink](TenantOwnedQuerySet[L]):
    def with_token(self, token: str) -> Self:
        """Keep the one with this token, in any state."""
        return self.filter(token_hash=hash_of(token))

    def with_branding(self) -> Self:
        """Fetch the user and the tenant's branding along."""
        return self.select_related(
            "user__role",
            "user__tenant__branding",
            "user__tenant__sso_config",
            "user__tenant__ai_config",
        )

    def unused(self) -> Self:
        """Keep those that nobody has used, and that no newer one has replaced."""
        return self.filter(**{self.model.USED_AT: None}, replaced_at=None)

    def to_be_sent(self) -> Self:
        """Keep those whose mail still has to be sent, to people who still wait for it."""
        return self.unused().filter(
            claimed_at=None,
            sent_at=None,
            failed_at=None,
            user__status=UserStatus.ACTIVE,
            tenant__is_active=True,
        )


class MailedLink(TenantEntity):
    """One link and its one mail; one that is asked for anew is a new row that replaces the former.

    The states of the mail: queued, claimed by a worker, then sent or failed. ``attempts`` counts
    the claims. Only the token's hash is kept, and only once there is a mail for the token.
    """

    # What it is, in the name of the function that finds its tenant (accounts/sql/directory.sql).
    KIND: ClassVar[str]
    # The time for which a token works, counted from its sending.
    VALIDITY: ClassVar[timedelta]
    # The time after which no further attempt to send it is made.
    PATIENCE: ClassVar[timedelta]
    # The column that says when it was used.
    USED_AT: ClassVar[str]

    user = models.ForeignKey(
        User,
        on_delete=models.CASCADE,
        related_name="%(class)ss",
        db_constraint=False,
        db_index=False,
    )
    token_hash = models.CharField(max_length=64, unique=True, null=True, db_collation="C")
    expires_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0, db_default=0)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    # The reason why the latest attempt failed, in the mail server's words or ours.
    failure = models.CharField(max_length=500, null=True)
    replaced_at = models.DateTimeField(null=True)

    objects: ClassVar = MailedLinkQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar[Any] = (
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(token_hash__isnull=False),
                name="%(class)s_sent_with_token",
                violation_error_message=_("What was sent carried a token."),
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(failed_at=None),
                name="%(class)s_sent_or_failed",
                violation_error_message=_("A mail is sent or has failed, not both."),
            ),
            SameTenant("user", name="%(class)s_user_fk"),
        )

    @classmethod
    def links(cls) -> "MailedLinkQuerySet[Self]":
        """Return all of this kind."""
        return cls.objects.all()  # type: ignore[return-value]  # each class has managers of its own

    @property
    def state(self) -> LinkState:
        if getattr(self, self.USED_AT):
            return LinkState.USED
        if self.replaced_at:
            return LinkState.REPLACED
        if not self.user.may_act:
            return LinkState.CLOSED
        if self.expires_at <= timezone.now():
            return LinkState.EXPIRED
        return LinkState.OPEN

    def give_token(self) -> str:
        """Create a token that works from now on; keep its hash, and return it. Saves nothing."""
        token = secret_of(self.tenant_id)
        self.token_hash = hash_of(token)
        self.expires_at = timezone.now() + self.VALIDITY
        return token


def hash_of(token: str) -> str:
    """Return the stored hash of a token: 160 random bits need neither salt nor a slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()
