"""The browser session that a sign-in at a CAS server opens, and where each of them led."""

from django.contrib.auth import login, logout

from accounts.models import User
from accounts.models.sso import digest
from accounts.services import sso
from accounts.services.sso_people import SSORefused
from accounts.sso.faults import Trouble
from accounts.sso.pending_login import PendingLogin
from config.context import show_rows_of
from tenants.models import Tenant

# The pages to which a session's last sign-ins led, by the digests of their states.
_PAGES = "sso_pages"
_MOST_PAGES = 8


def open_session(request, user: User, pending: PendingLogin) -> None:
    """Open a session in place of any other; raises SSORefused if it was ended meanwhile."""
    pages = _pages(request) if request.user == user else {}
    # First the former session ends, and with it any session key that somebody planted.
    logout(request)
    show_rows_of(user.tenant_id)  # the former session has shown its own tenant's
    login(request, user)
    if not sso.bind_session(login=user.sso_login, session_key=request.session.session_key):
        logout(request)
        raise SSORefused("It was signed out at the CAS server meanwhile.", Trouble.SIGNED_OUT)
    kept = [*pages.items(), (_key(pending.state), pending.next)][-_MOST_PAGES:]
    request.session[_PAGES] = dict(kept)


def page_of(request, tenant: Tenant, state: str) -> str | None:
    """Return where a tenant's person who is signed in here was led by a state, or the front page.

    Returns None when nobody is signed in, or somebody of another tenant.
    """
    user = request.user
    if isinstance(user, User) and user.tenant_id == tenant.pk:
        return _pages(request).get(_key(state), "/")
    show_rows_of(tenant.pk)  # a session of another tenant has shown that one's
    return None


def _pages(request) -> dict[str, str]:
    return request.session.get(_PAGES, {})


def _key(state: str) -> str:
    return digest(state)[:16]
