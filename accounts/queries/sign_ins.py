"""The open sign-ins of a user, of browsers and of tokens (contract §16)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import BrowserSession, SignIn, SignInKind, SignInWay, User, UserStatus
from accounts.models.access import SignInQuerySet
from accounts.sso import passwords
from tenants.models import Tenant

# The most that a list shows of either kind, and together: those that were used last.
MOST = 100

# How the name of the backend ends that let somebody in by a CAS server.
_BY_CAS = ".TenantCASBackend"


@dataclass(frozen=True)
class OpenSignIn:
    """A browser or a program in which somebody is signed in."""

    id: str
    kind: SignInKind
    created_at: datetime
    last_used_at: datetime
    address: str | None
    user_agent: str | None
    via: SignInWay
    current: bool


def is_switched_off(*, tenant: Tenant, user_id: str) -> bool:
    """Return whether a user, who has signed in once, is one of the tenant's and not active."""
    users = User.objects.for_tenant(tenant).filter(pk=user_id)
    return users.exclude(status=UserStatus.ACTIVE).exists()


def open_sign_ins(user: User, *, current_id: str | None = None) -> list[OpenSignIn]:
    """Return where a user is signed in, the latest used first; at most ``MOST``.

    ``current_id`` names the sign-in by which the list is asked for.
    """
    found = [*_in_browsers(user, current_id), *_by_tokens(user, current_id)]
    return sorted(found, key=lambda one: (one.last_used_at, one.id), reverse=True)[:MOST]


def families_of(user: User) -> SignInQuerySet:
    """Return the families of tokens with which a user may act."""
    user_epoch, tenant_epoch = user.access_epochs
    mine = SignIn.objects.filter(tenant=user.tenant_id, user=user)
    live = mine.live(timezone.now()).filter(user_epoch=user_epoch, tenant_epoch=tenant_epoch)
    return live if passwords.may_use(user) else live.exclude(sso_login=None)


def browser_sessions_of(user: User) -> Iterator[tuple[BrowserSession, SignInWay]]:
    """Yield the browser sessions in which a user may act, the latest used first, and their ways."""
    right = {user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()}
    store = BrowserSession.get_session_store_class()()
    mine = BrowserSession.objects.of_user(user).open(timezone.now())
    ways = {SignInWay.CAS} | ({SignInWay.PASSWORD} if passwords.may_use(user) else set())
    for row in mine.exclude(public_id=None).order_by("-last_used_at", "-created_at"):
        data = store.decode(row.session_data)
        is_by_cas = data.get(BACKEND_SESSION_KEY, "").endswith(_BY_CAS)
        way = SignInWay.CAS if is_by_cas else SignInWay.PASSWORD
        # A new password, or a time without access, has ended those with another one.
        if data.get(HASH_SESSION_KEY) in right and way in ways:
            yield row, way


def _in_browsers(user: User, current_id: str | None) -> Iterator[OpenSignIn]:
    for row, via in islice(browser_sessions_of(user), MOST):
        yield OpenSignIn(
            id=row.public_id or "",
            kind=SignInKind.BROWSER,
            created_at=row.created_at,
            last_used_at=row.last_used_at,
            address=row.address,
            user_agent=row.user_agent,
            via=via,
            current=row.public_id == current_id,
        )


def _by_tokens(user: User, current_id: str | None) -> Iterator[OpenSignIn]:
    used = Coalesce("last_used_at", "created_at")
    for row in families_of(user).order_by(used.desc(), F("pk").desc())[:MOST]:
        yield OpenSignIn(
            id=row.pk,
            kind=SignInKind.API,
            created_at=row.created_at,
            last_used_at=row.last_used_at or row.created_at,
            address=row.address,
            user_agent=row.user_agent,
            via=SignInWay.CAS if row.sso_login_id else SignInWay.PASSWORD,
            current=row.pk == current_id,
        )
