"""Browser sessions (SESSION_ENGINE): Django's, but the database holds only digests of their keys.

So a person who can read the database cannot use anybody's session. A row also tells whose it is,
and where and when it was used; it ends after a time without use, and in any case some days after
the sign-in.
"""

from datetime import datetime
from typing import Any, ClassVar, Self

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.postgres.functions import TransactionNow
from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models.access import UsedSomewhere
from accounts.models.sso import SSOLogin, digest
from accounts.models.user import User
from config.context import show_rows_of, within
from config.db.precompiled import Param, PrecompiledQuery
from config.db.walls import tenant_of
from config.ids import ID_LENGTH, IdField, new_id
from tenants.models import Tenant


class SessionStore(db.SessionStore):
    """A browser's session: found by its key, stored under the key's digest."""

    # The row as it was read or written last. A new key goes on with it, and with its lifetime.
    row: "BrowserSession | None" = None

    @classmethod
    def get_model_class(cls) -> "type[BrowserSession]":
        return BrowserSession

    def create_model_instance(self, data: dict[str, Any]) -> "BrowserSession":
        row = self._row_of(data.get(SESSION_KEY))
        # The stubs leave this method of Django's out.
        row.key_digest = digest(self._get_or_create_session_key())  # type: ignore[attr-defined]
        row.session_data = self.encode(data)
        row.expire_date = min(
            self.get_expiry_date(), row.created_at + settings.BROWSER_SESSION_LIFETIME
        )
        return row

    def _row_of(self, user_id: str | None) -> "BrowserSession":
        """Return the row to store: the one that goes on, or a new one for somebody new."""
        if user_id is None:
            return BrowserSession()
        if self.row is None or self.row.user_id != user_id:
            self.row = BrowserSession(
                user_id=user_id, tenant_id=tenant_of("user", user_id) or None, public_id=new_id()
            )
        self.row.note_use(timezone.now())
        return self.row

    def load(self) -> dict[str, Any]:
        data = super().load()
        if self.row is not None and self.row.user_id is None:
            self.row.adopt(data.get(SESSION_KEY))
        return data

    def cycle_key(self) -> None:
        """Go on under another key; the sign-in at a CAS server that opened the session follows."""
        former = self.session_key
        super().cycle_key()
        if former and self.row is not None and self.row.tenant_id:
            with within(self.row.tenant_id):
                opened = SSOLogin.objects.filter(tenant=self.row.tenant_id)
                opened.filter(session_digest=digest(former)).update(
                    session_digest=digest(self.session_key or "")
                )

    def flush(self) -> None:
        super().flush()
        self.row = None

    def exists(self, session_key: str) -> bool:
        return BrowserSession.objects.of_key(session_key).exists()

    def delete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            BrowserSession.objects.of_key(key).delete()

    def _get_session_from_db(self) -> "BrowserSession | None":
        moments = BrowserSession.moments(timezone.now())
        self.row = session = _OPEN.first(key_digest=digest(self.session_key or ""), **moments)
        if session is None:
            self._session_key = None
        elif session.tenant_id:
            show_rows_of(session.tenant_id)
        return session

    # Django's own would ask for a column of keys.
    async def acreate_model_instance(self, data: dict[str, Any]) -> "BrowserSession":
        return await sync_to_async(self.create_model_instance)(data)

    async def aexists(self, session_key: str) -> bool:
        return await sync_to_async(self.exists)(session_key)

    async def adelete(self, session_key: str | None = None) -> None:
        await sync_to_async(self.delete)(session_key)

    async def aload(self) -> dict[str, Any]:
        return await sync_to_async(self.load)()

    async def acycle_key(self) -> None:
        await sync_to_async(self.cycle_key)()

    async def aflush(self) -> None:
        await sync_to_async(self.flush)()

    @classmethod
    def clear_expired(cls) -> None:
        BrowserSession.objects.over(timezone.now()).delete()


class BrowserSessionQuerySet(models.QuerySet["BrowserSession"]):
    def of_key(self, session_key: str) -> Self:
        """Keep the session with this key."""
        return self.filter(key_digest=digest(session_key))

    def of_user(self, user: User) -> Self:
        """Keep the sessions in which a user is signed in."""
        return self.filter(tenant=user.tenant_id, user=user.pk)

    def open(self, now: datetime) -> Self:
        """Keep those that no lifetime has ended."""
        return self.filter(**_within_lifetimes(BrowserSession.moments(now)))

    def over(self, now: datetime) -> Self:
        """Keep those that a lifetime has ended."""
        return self.exclude(**_within_lifetimes(BrowserSession.moments(now)))


def _within_lifetimes(moments: dict[str, Any]) -> dict[str, Any]:
    """Return the conditions under which a session is open, in terms of ``moments``."""
    return {
        "expire_date__gt": moments["now"],
        "created_at__gt": moments["earliest_sign_in"],
        "last_used_at__gt": moments["earliest_use"],
    }


class BrowserSession(UsedSomewhere, AbstractBaseSession):
    """The data of a browser's session; the key itself is in the browser alone."""

    # None removes an inherited field; so Django's manager, which asks for it, is replaced as well.
    session_key = None  # type: ignore[assignment]
    key_digest = models.CharField(max_length=64, primary_key=True, db_collation="C")
    # Whose person it belongs to; none before somebody has signed in.
    tenant = models.ForeignKey(
        Tenant,
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        db_constraint=False,
        db_index=False,
    )
    # Who signed in. The release before does not store that: it is found out when somebody's
    # sessions are listed or ended. The other columns have defaults for its rows.
    user = models.ForeignKey(
        User,
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        db_constraint=False,
        db_index=False,
    )
    # Names the session in lists and addresses; it opens nothing.
    public_id = IdField(null=True)
    created_at = models.DateTimeField(default=timezone.now, db_default=TransactionNow())
    last_used_at = models.DateTimeField(default=timezone.now, db_default=TransactionNow())

    objects: ClassVar = BrowserSessionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "browser session"
        verbose_name_plural = "browser sessions"
        indexes = (
            models.Index(
                fields=["user"], name="browser_sessions_of_user", condition=Q(user__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"Session until {self.expire_date}"

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        return SessionStore

    @staticmethod
    def moments(now: datetime) -> dict[str, datetime]:
        """Return the moments that decide at ``now`` whether a lifetime has ended a session."""
        return {
            "now": now,
            "earliest_sign_in": now - settings.BROWSER_SESSION_LIFETIME,
            "earliest_use": now - settings.BROWSER_SESSION_IDLE,
        }

    def adopt(self, user_id: str | None) -> None:
        """Make it a user's whose session the release before opened; saves nothing."""
        if user_id:
            # The same, whoever adopts it first.
            self.user_id, self.public_id = user_id, digest(self.key_digest)[:ID_LENGTH]
            self.tenant_id = self.tenant_id or tenant_of("user", user_id) or None


_OPEN = PrecompiledQuery(
    lambda: BrowserSession.objects.filter(
        **_within_lifetimes(
            {name: Param(name) for name in ("now", "earliest_sign_in", "earliest_use")}
        ),
        key_digest=Param("key_digest"),
    )
)
