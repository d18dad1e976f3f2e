"""Browser sessions (SESSION_ENGINE): Django's, but the database holds only digests of their keys.

So a person who can read the database cannot use anybody's session.
"""

from typing import Any, ClassVar, Self

from asgiref.sync import sync_to_async
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone

from accounts.models.sso import digest
from config.context import show_rows_of
from config.db.precompiled import Param, PrecompiledQuery
from config.db.walls import tenant_of
from tenants.models import Tenant


class SessionStore(db.SessionStore):
    """A browser's session: found by its key, stored under the key's digest."""

    @classmethod
    def get_model_class(cls) -> "type[BrowserSession]":
        return BrowserSession

    def create_model_instance(self, data: dict[str, Any]) -> "BrowserSession":
        user_id = data.get(SESSION_KEY)
        return BrowserSession(
            tenant_id=(tenant_of("user", user_id) or None) if user_id else None,
            # The stubs leave this method of Django's out.
            key_digest=digest(self._get_or_create_session_key()),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
        )

    def exists(self, session_key: str) -> bool:
        return BrowserSession.objects.of_key(session_key).exists()

    def delete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            BrowserSession.objects.of_key(key).delete()

    def _get_session_from_db(self) -> "BrowserSession | None":
        session = _OPEN.first(key_digest=digest(self.session_key or ""), now=timezone.now())
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

    async def _aget_session_from_db(self) -> "BrowserSession | None":
        return await sync_to_async(self._get_session_from_db)()


class BrowserSessionQuerySet(models.QuerySet["BrowserSession"]):
    def of_key(self, session_key: str) -> Self:
        """Keep the session with this key."""
        return self.filter(key_digest=digest(session_key))


class BrowserSession(AbstractBaseSession):
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

    objects: ClassVar = BrowserSessionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "browser session"
        verbose_name_plural = "browser sessions"

    def __str__(self) -> str:
        return f"Session until {self.expire_date}"

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        return SessionStore


_OPEN = PrecompiledQuery(
    lambda: BrowserSession.objects.filter(
        key_digest=Param("key_digest"), expire_date__gt=Param("now")
    )
)
