"""The cookie of a browser whose user is at the CAS server to sign in."""

import re
import secrets
from dataclasses import asdict, dataclass
from typing import Self

from django.core import signing
from django.utils.http import url_has_allowed_host_and_scheme

from accounts.models.sso import digest
from accounts.sso.state import LIFETIME, State
from config.errors import RuleViolation
from tenants.models import Tenant

_SALT = "accounts.sso.pending_login"
_LONGEST_NEXT = 500

# Characters that a browser drops or repairs in an address, so that it would go somewhere else.
_repaired = re.compile(r"[\x00-\x20\x7f\\]")
_challenge = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class PendingLogin:
    """A sign-in under way: to a page of ours (``next``), or to a front end (``challenge``).

    It is bound to the browser that began it by a signed cookie, to its tenant, and by the random
    ``state``, which is part of the service address, to the ticket that the CAS server will issue.
    A ``gateway`` only asks whether somebody is signed in there, and shows nobody a page.
    """

    tenant_id: str
    state: str
    next: str | None
    challenge: str | None
    gateway: bool = False

    @classmethod
    def begin(
        cls,
        *,
        tenant: Tenant,
        next_page: str | None = None,
        challenge: str | None = None,
        gateway: bool = False,
        again: bool = False,
    ) -> Self:
        """Return a new pending login; raises RuleViolation for a bad page or challenge.

        ``again`` is for one that begins by itself, in place of one whose cookie is gone.
        """
        if challenge is not None:
            if not _challenge.fullmatch(challenge):
                raise RuleViolation("code_challenge has to be a SHA-256 in base64url (S256).")
            next_page = None
        elif not is_local(next_page := next_page or "/"):
            raise RuleViolation("next has to be a path of this site.")
        state = State.new(is_code=challenge is not None, is_gateway=gateway, again=again)
        return cls(tenant.pk, state.text, next_page, challenge, gateway)

    @classmethod
    def resume(cls, *, tenant: Tenant, state: str, cookie: str) -> Self | None:
        """Return the pending login in a cookie; None unless tenant and state are the same."""
        try:
            pending = cls(**signing.loads(cookie, salt=_SALT, max_age=LIFETIME))
        except (signing.BadSignature, TypeError):
            return None
        is_this = secrets.compare_digest(pending.state.encode(), state.encode())
        return pending if is_this and pending.tenant_id == tenant.pk else None

    def sealed(self) -> str:
        """Return the cookie's value."""
        facts = asdict(self)
        if not self.gateway:
            del facts["gateway"]  # the release before does not know it
        return signing.dumps(facts, salt=_SALT)


def cookie_name(state: str, *, secure: bool) -> str:
    """Return the name of a login's cookie: each login has its own, so that two tabs do not collide.

    Because of its prefix, which needs TLS, browsers take it from this very host alone.
    """
    return f"{cookie_prefix(secure=secure)}{digest(state)[:16]}"


def cookie_prefix(*, secure: bool) -> str:
    return "__Host-sso-" if secure else "sso-"


def is_local(page: str) -> bool:
    """Return whether an address is a path of this site, in every browser."""
    return (
        page.startswith("/")
        and len(page) <= _LONGEST_NEXT
        and not _repaired.search(page)
        and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    )
