"""The end of sign-ins, of one or of many at once (contract §16); it holds at the next request."""

from typing import NamedTuple

from django.contrib.auth import SESSION_KEY
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import BrowserSession, SignIn, SSOCode, User
from accounts.queries.sign_ins import (
    OpenSignIn,
    browser_sessions_of,
    families_of,
    open_sign_ins,
)
from accounts.services.escalation import lock_user_for
from accounts.services.sign_in_events import record_sign_out
from config.context import within
from config.errors import NotFound
from config.ids import is_id


class Ended(NamedTuple):
    """The numbers of sign-ins that were ended."""

    browser: int = 0
    api: int = 0

    @property
    def total(self) -> int:
        return self.browser + self.api


def list_sessions(*, user: User, current_id: str | None = None) -> list[OpenSignIn]:
    """Return where a user is signed in, as ``open_sign_ins`` does."""
    with within(user.tenant_id):
        adopt_sessions(user)
        return open_sign_ins(user, current_id=current_id)


@transaction.atomic
def end_session(*, user: User, session_id: str) -> None:
    """End one of the caller's own sign-ins; raises NotFound unless it is open."""
    if not is_id(session_id):
        raise NotFound
    with within(user.tenant_id):
        ended = Ended(api=families_of(user).filter(pk=session_id).end())
        if not ended.api:
            ended = Ended(browser=_end_browser_session(user, session_id))
        if not ended.total:
            raise NotFound
        record_sign_out(actor=user, user=user, **ended._asdict())


@transaction.atomic
def end_other_sessions(*, user: User, current_id: str) -> Ended:
    """End all of the caller's own sign-ins but the one that they act by."""
    with within(user.tenant_id):
        ended = _end(user, but=current_id)
        record_sign_out(actor=user, user=user, **ended._asdict())
    return ended


@transaction.atomic
def end_all(*, user: User) -> Ended:
    """End all of the caller's own sign-ins."""
    with within(user.tenant_id):
        ended = _end(user)
        record_sign_out(actor=user, user=user, **ended._asdict())
    return ended


@transaction.atomic
def end_sessions(*, actor: User | None, user: User) -> Ended:
    """End all sign-ins of a user, for an operator; raises as ``lock_user_for`` does."""
    user = lock_user_for(actor, user)
    ended = _end(user)
    record_sign_out(actor=actor, user=user, **ended._asdict())
    return ended


@transaction.atomic
def end_family(*, user: User, claims: dict[str, str]) -> None:
    """End the family of tokens that a token claims to be of, if it is the caller's."""
    with within(user.tenant_id):
        mine = SignIn.objects.filter(tenant=user.tenant_id, user=user)
        record_sign_out(actor=user, user=user, api=mine.filter(**claims).end())


def _end(user: User, *, but: str | None = None) -> Ended:
    adopt_sessions(user)
    browser = sum(row.public_id != but for row, _ in browser_sessions_of(user))
    api = families_of(user).exclude(pk=but).end()
    # What opens nothing at the moment goes as well, and does not count.
    SignIn.objects.filter(tenant=user.tenant_id, user=user).exclude(pk=but).end()
    BrowserSession.objects.of_user(user).exclude(public_id=but).delete()
    # Whoever comes back from the CAS server at this moment has not fetched their tokens yet.
    codes = SSOCode.objects.filter(tenant=user.tenant_id, login__user=user, used_at=None)
    codes.update(used_at=timezone.now())
    return Ended(browser, api)


def _end_browser_session(user: User, session_id: str) -> int:
    open_ones = {row.public_id: row for row, _ in browser_sessions_of(user)}
    row = open_ones.get(session_id)
    return row.delete()[0] if row else 0


def adopt_sessions(user: User) -> None:
    """Find the user's sessions among those of the release before, and store whose they are.

    It did not say so. All of these end within days.
    """
    left = BrowserSession.objects.filter(Q(tenant=user.tenant_id) | Q(tenant=None), user=None)
    store = BrowserSession.get_session_store_class()()
    for row in left:
        if store.decode(row.session_data).get(SESSION_KEY) == user.pk:
            row.adopt(user.pk)
            adopted = {"user": user, "tenant": user.tenant_id, "public_id": row.public_id}
            BrowserSession.objects.filter(pk=row.pk).update(**adopted)
