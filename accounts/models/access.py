"""Sign-ins, service keys, and the counters that slow guessing down."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework_api_key.models import AbstractAPIKey, APIKeyManager

from accounts.models.user import User
from config.constraints import SameTenant
from config.context import current_request
from config.http.requests import LONGEST_USER_AGENT
from tenants.models.scoping import TenantEntity, TenantOwned, TenantOwnedQuerySet


class EpochBound(models.Model):
    """A base of sign-ins, with the access epochs of user and tenant at their beginning."""

    user: "models.ForeignKey[User, User]"
    user_epoch = models.PositiveIntegerField(default=0, db_default=0)
    tenant_epoch = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        abstract = True

    @property
    def is_valid(self) -> bool:
        """Return whether user and tenant may act, and could act at all times since the sign-in."""
        opened_under = (self.user_epoch, self.tenant_epoch)
        return self.user.may_act and self.user.access_epochs == opened_under


class UsedSomewhere(models.Model):
    """A base of sign-ins, with the place and program of their latest use."""

    last_used_at: "models.DateTimeField[Any, Any]"
    address = models.GenericIPAddressField(null=True)
    user_agent = models.CharField(max_length=LONGEST_USER_AGENT, null=True)

    class Meta:
        abstract = True

    def note_use(self, now: datetime) -> None:
        """Set the latest use to the request that is being answered; saves nothing."""
        request = current_request()
        self.last_used_at = now
        self.address = request.address or self.address
        self.user_agent = request.user_agent or self.user_agent


class SignInQuerySet(TenantOwnedQuerySet["SignIn"]):
    def open(self) -> Self:
        """Keep the families whose tokens still work, as long as their time is not over."""
        return self.filter(ended_at=None)

    def live(self, now: datetime) -> Self:
        """Keep the open families that can still be refreshed."""
        begun = now - settings.TOKEN_FAMILY_LIFETIME
        return self.open().filter(expires_at__gt=now, created_at__gt=begun)

    def end(self) -> int:
        """End the open families among these; return how many there were."""
        return self.open().update(ended_at=timezone.now())


class SignIn(EpochBound, UsedSomewhere, TenantEntity):
    """One sign-in and the family of tokens that descends from it (the tokens' ``sid`` claim).

    Each refresh replaces ``refresh_jti``; a refresh token with another one was used before, and
    then the whole family ends. Ended means: neither refresh nor access tokens work any more. The
    token that was replaced last is remembered, with the client that did it: that client may be late
    with it in another tab.
    """

    user = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="sign_ins", db_constraint=False, db_index=False
    )
    refresh_jti = models.CharField(max_length=32, db_collation="C")
    previous_jti = models.CharField(max_length=32, null=True, db_collation="C")
    rotated_at = models.DateTimeField(null=True)
    # A digest of the client's address and program.
    rotated_by = models.CharField(max_length=64, null=True, db_collation="C")
    last_used_at = models.DateTimeField(null=True)
    # The sign-in at a CAS server that it came from; that one's logout ends it.
    sso_login = models.ForeignKey(
        "SSOLogin",
        on_delete=models.CASCADE,
        related_name="sign_ins",
        null=True,
        db_constraint=False,
        db_index=False,
    )
    expires_at = models.DateTimeField(db_index=True)
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar = SignInQuerySet.as_manager()

    class Meta:
        constraints = (
            SameTenant("user", name="sign_in_user_fk"),
            SameTenant("sso_login", name="sign_in_sso_login_fk"),
        )
        indexes = (
            models.Index(
                fields=["tenant", "user"], name="open_sign_ins", condition=Q(ended_at=None)
            ),
            models.Index(
                fields=["sso_login"],
                name="sign_ins_by_sso",
                condition=Q(sso_login__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"Sign-in of {self.user_id}"

    @property
    def ends_at(self) -> datetime:
        """The moment at which the family ends, however often it is refreshed."""
        return self.created_at + settings.TOKEN_FAMILY_LIFETIME

    @property
    def is_valid(self) -> bool:
        return super().is_valid and self.ends_at > timezone.now()


class ServiceKey(TenantOwned, AbstractAPIKey):
    """A tenant's key for the live service's session reports (contract §15); stored hashed."""

    last_used_at = models.DateTimeField(null=True, editable=False)

    # Both bases bring a manager of their own; this one is both.
    objects: ClassVar = APIKeyManager.from_queryset(TenantOwnedQuerySet)()  # type: ignore[assignment]

    class Meta(AbstractAPIKey.Meta):
        abstract = False
        # The parent has plain texts here, so the stubs expect them.
        verbose_name = _("service key")  # type: ignore[assignment]
        verbose_name_plural = _("service keys")  # type: ignore[assignment]
        indexes = (models.Index(fields=["tenant", "-created"], name="service_keys_newest"),)


# The key of a count is stored as a hash, and folded by the database like e-mail addresses: every
# spelling that finds an account counts against that account.
_KEY = "%(what)s || ':' || encode(sha256(convert_to(lower(%(who)s), 'UTF8')), 'hex')"

# The most by which the clocks of our machines may differ. A window that ends further ahead began
# before the clock was set back, and is over.
CLOCKS_APART = timedelta(minutes=1)

_IS_OPEN = f"""
    counter.window_ends_at > %(now)s AND counter.window_ends_at <=
        excluded.window_ends_at + interval '{CLOCKS_APART.total_seconds()} seconds'
"""

_ROW = f"({_KEY}, %(amount)s, %(end)s)"

# The dots stand for as many rows as are counted.
_HIT = f"""
    INSERT INTO accounts_ratecounter AS counter (key, hits, window_ends_at) VALUES ...
    ON CONFLICT (key) DO UPDATE SET
        hits = CASE WHEN {_IS_OPEN} THEN counter.hits + excluded.hits ELSE excluded.hits END,
        window_ends_at = CASE WHEN {_IS_OPEN}
                              THEN counter.window_ends_at ELSE excluded.window_ends_at END
    RETURNING hits, window_ends_at
"""
_RESET = f"DELETE FROM accounts_ratecounter WHERE key = {_KEY} RETURNING hits"
_REFUND = f"""
    UPDATE accounts_ratecounter SET hits = greatest(hits - %(times)s, 0) WHERE key = {_KEY}
"""
_OPEN_UNTIL = f"""
    SELECT window_ends_at FROM accounts_ratecounter
    WHERE key = {_KEY} AND window_ends_at > %(now)s AND window_ends_at <= %(latest)s
"""


class RateCounterManager(models.Manager["RateCounter"]):
    def hit(self, what: str, who: str, *, seconds: int) -> tuple[int, datetime]:
        """Count one more attempt at ``what`` by ``who``; return (attempts, end of the window).

        A single statement, so that parallel attempts are all counted. The first one after a window
        has ended opens the next one, ``seconds`` long.
        """
        (total,) = self.hit_many([(what, who, 1, seconds)])
        return total

    def hit_many(self, wanted: Sequence[tuple[str, str, int, int]]) -> list[tuple[int, datetime]]:
        """Count several of (what, who, amount, seconds) like ``hit``; return the same for each.

        Rows are locked in the order given, which must be the same for everybody.
        """
        values: dict[str, Any] = {"now": timezone.now()}
        rows = []
        for number, (what, who, amount, seconds) in enumerate(wanted):
            end = values["now"] + timedelta(seconds=seconds)
            row = {"what": what, "who": who, "amount": amount, "end": end}
            values |= {f"{name}{number}": value for name, value in row.items()}
            rows.append(_ROW.replace(")s", f"{number})s"))
        with connection.cursor() as cursor:
            cursor.execute(_HIT.replace("...", ", ".join(rows)), values)
            return cursor.fetchall()

    def open_until(self, what: str, who: str, *, seconds: int) -> datetime | None:
        """Return the end of the open window, if there is one; it is ``seconds`` long at most."""
        now = timezone.now()
        latest = now + timedelta(seconds=seconds) + CLOCKS_APART
        with connection.cursor() as cursor:
            cursor.execute(_OPEN_UNTIL, {"what": what, "who": who, "now": now, "latest": latest})
            row = cursor.fetchone()
        return row and row[0]

    def refund(self, what: str, who: str, times: int = 1) -> None:
        """Subtract one attempt, or several, from the count."""
        with connection.cursor() as cursor:
            cursor.execute(_REFUND, {"what": what, "who": who, "times": times})

    def reset(self, what: str, who: str) -> int:
        """Set the count of attempts to zero; return how many there were."""
        with connection.cursor() as cursor:
            cursor.execute(_RESET, {"what": what, "who": who})
            row = cursor.fetchone()
        return row[0] if row else 0


class RateCounter(models.Model):
    """The number of attempts in the current window; shared by all worker processes.

    The table is unlogged: after a crash it is empty, and everybody starts at zero once.
    """

    key = models.CharField(max_length=200, primary_key=True, db_collation="C")
    hits = models.PositiveIntegerField()
    window_ends_at = models.DateTimeField(db_index=True)

    objects = RateCounterManager()

    def __str__(self) -> str:
        return f"{self.key}: {self.hits}"
