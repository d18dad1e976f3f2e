"""Sign-ins at a tenant's own CAS server, and the sessions that they opened here (contract §2)."""

import hashlib
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.access import EpochBound
from accounts.models.user import User
from config.constraints import SameTenant
from tenants.models.scoping import (
    EditableTenantEntity,
    TenantEntity,
    TenantOwned,
    TenantOwnedQuerySet,
)


class SSOIdentity(EditableTenantEntity):
    """A user's name at the tenant's CAS server, stored at the first sign-in there.

    From then on the address alone is not enough: a second account at the CAS server that takes
    over the same address is another person. The name holds for this one server alone.
    """

    user = models.OneToOneField(
        User, on_delete=models.CASCADE, related_name="sso_identity", db_constraint=False
    )
    server_url = models.CharField(max_length=500)
    subject = models.CharField(max_length=255)

    class Meta:
        constraints = (SameTenant("user", name="sso_identity_user_fk"),)

    def __str__(self) -> str:
        return f"{self.subject} at {self.server_url}"


class SSOLoginQuerySet(TenantOwnedQuerySet["SSOLogin"]):
    def of_ticket(self, ticket: str) -> Self:
        """Keep the login that a service ticket opened."""
        return self.filter(ticket_digest=digest(ticket))


class SSOLogin(EpochBound, TenantEntity):
    """One sign-in at the CAS server: its ticket, and the session that the ticket opened here.

    That is a browser session, or a sign-in with tokens (``SignIn.sso_login``). A ticket opens one
    of them, once; single logout names it again to end both.
    """

    user = models.ForeignKey(
        User,
        on_delete=models.CASCADE,
        related_name="sso_logins",
        db_constraint=False,
        db_index=False,
    )
    ticket_digest = models.CharField(max_length=64, db_collation="C")
    session_digest = models.CharField(max_length=64, null=True, db_collation="C")
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar = SSOLoginQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "ticket_digest"],
                name="unique_sso_ticket",
                violation_error_message=_("This ticket was used already."),
            ),
            models.UniqueConstraint(fields=["tenant", "id"], name="sso_login_tenant_id"),
            SameTenant("user", name="sso_login_user_fk"),
        )
        indexes = (
            models.Index(fields=["tenant", "user"], name="sso_logins_of_user"),
            models.Index(fields=["created_at"], name="sso_logins_by_age"),
            models.Index(
                fields=["session_digest"],
                name="sso_logins_of_session",
                condition=Q(session_digest__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"SSO sign-in of {self.user_id}"

    @property
    def is_live(self) -> bool:
        """Return whether it is not signed out, and user and tenant may act and always could."""
        return self.ended_at is None and self.is_valid


class SSOCodeQuerySet(TenantOwnedQuerySet["SSOCode"]):
    def use(self, code: str) -> "SSOCode | None":
        """Mark a code as used; return it to the first caller in time, None to all others."""
        now = timezone.now()
        of_code = self.filter(digest=digest(code))
        # One statement decides, however many come at the same moment.
        if not of_code.filter(used_at=None, expires_at__gt=now).update(used_at=now):
            return None
        return of_code.get()


class SSOCode(TenantOwned):
    """A code for tokens; a front end uses it once, within a minute, with the right verifier."""

    digest = models.CharField(max_length=64, primary_key=True, db_collation="C")
    login = models.ForeignKey(
        SSOLogin, on_delete=models.CASCADE, related_name="codes", db_constraint=False
    )
    challenge = models.CharField(max_length=43, db_collation="C")
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    objects: ClassVar = SSOCodeQuerySet.as_manager()

    class Meta:
        constraints = (SameTenant("login", name="sso_code_login_fk"),)

    def __str__(self) -> str:
        return f"Code of {self.login_id}"


def digest(secret: str) -> str:
    """Return the digest that is stored of a ticket, a code or a browser session's key."""
    return hashlib.sha256(secret.encode()).hexdigest()
