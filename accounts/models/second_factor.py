"""The second factor of an account: an authenticator app, and recovery codes (contract §16)."""

import logging
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User
from config import sealing
from config.constraints import SameTenant
from tenants.models.scoping import EditableTenantEntity, TenantOwnedQuerySet

logger = logging.getLogger(__name__)

_PURPOSE = "accounts.second_factor"


def seal_secret(user_id: str, secret: str) -> str:
    """Return a secret as it is stored: encrypted, and of no use in another user's row."""
    return sealing.seal(f"{user_id}:{secret}", _PURPOSE)


class SecondFactorQuerySet(TenantOwnedQuerySet["SecondFactor"]):
    def active(self) -> "SecondFactorQuerySet":
        """Keep those that were confirmed by a code: a sign-in asks for them."""
        return self.filter(since__isnull=False)


class SecondFactor(EditableTenantEntity):
    """The secret that a user's authenticator app shares with us, and the codes for its loss.

    A new secret is ``pending`` until a code of it is typed; only then it takes the place of the
    former one. ``last_step`` is the time step of the last code that was used, so that none works
    twice. Recovery codes are stored as digests and go when they are used.
    """

    user = models.OneToOneField(
        User, on_delete=models.CASCADE, related_name="second_factor", db_constraint=False
    )
    secret = models.CharField(max_length=500, default="", db_default="", db_collation="C")
    pending = models.CharField(max_length=500, default="", db_default="", db_collation="C")
    since = models.DateTimeField(null=True)
    last_step = models.PositiveBigIntegerField(default=0, db_default=0)
    recovery_digests = ArrayField(
        models.CharField(max_length=64, db_collation="C"), default=list, db_default=[]
    )

    objects: ClassVar = SecondFactorQuerySet.as_manager()

    class Meta:
        constraints = (
            SameTenant("user", name="second_factor_user_fk"),
            models.CheckConstraint(
                condition=Q(since=None, secret="") | Q(since__isnull=False) & ~Q(secret=""),
                name="second_factor_active_with_secret",
                violation_error_message=_("An active second factor has a secret."),
            ),
        )

    def __str__(self) -> str:
        return f"Second factor of {self.user_id}"

    @property
    def version(self) -> str:
        """A text that differs for each set-up; empty as long as none was completed."""
        return self.since.isoformat() if self.since else ""

    def read_secret(self, sealed: str) -> str | None:
        """Return a secret of this row; None where the key that it was sealed under is gone."""
        try:
            owner, _, secret = sealing.unseal(sealed, _PURPOSE).partition(":")
        except sealing.Unreadable:
            logger.warning(
                "The second factor of user %s cannot be read: it was stored under another "
                "SECRET_KEY. Add that one to SECRET_KEY_FALLBACKS.",
                self.user_id,
            )
            return None
        return secret if owner == self.user_id else None

    def renew_seal(self, name: str) -> bool | None:
        """Seal the secret of a field under the present SECRET_KEY; saves nothing.

        Return whether that changed it; None where its key is gone.
        """
        sealed = getattr(self, name)
        if not sealed or sealing.is_current(sealed, _PURPOSE):
            return False
        if (secret := self.read_secret(sealed)) is None:
            return None
        setattr(self, name, seal_secret(self.user_id, secret))
        return True
