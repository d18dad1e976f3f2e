"""What a browser carries while its user is away at the CAS server."""

import re
import secrets
from dataclasses import asdict, dataclass
from typing import Self

from django.core import signing
from django.utils.http import url_has_allowed_host_and_scheme

from accounts.models.sso import digest
from config.errors import RuleViolation
from tenants.models import Tenant

# Seconds that a person has for signing in there.
LIFETIME = 600

_SALT = "accounts.sso.pending_login"
_LONGEST_NEXT = 500

# What a browser drops or repairs in an address, to arrive somewhere else than was checked.
_repaired = re.compile(r"[\x00-\x20\x7f\\]")
_challenge = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class PendingLogin:
    """A sign-in under way: to a page of ours (``next``), or to a front end (``challenge``).

    It is bound to the browser that began it by a signed cookie, to its tenant, and by the random
    ``state``, which is part of the service address, to the ticket that the CAS server will issue.
    """

    tenant_id: str
    state: str
    next: str | None
    challenge: str | None

    @classmethod
    def begin(cls, *, tenant: Tenant, next_page: str | None, challenge: str | None) -> Self:
        """Set out; raises RuleViolation for a page elsewhere, or no S256 challenge."""
        if challenge is not None:
            if not _challenge.fullmatch(challenge):
                raise RuleViolation("code_challenge has to be a SHA-256 in base64url (S256).")
            next_page = None
        elif not is_local(next_page := next_page or "/"):
            raise RuleViolation("next has to be a path of this site.")
        return cls(tenant.pk, secrets.token_urlsafe(32), next_page, challenge)

    @classmethod
    def resume(cls, *, tenant: Tenant, state: str, cookie: str) -> Self | None:
        """Return the pending login that a browser comes back from; None when it is another."""
        try:
            pending = cls(**signing.loads(cookie, salt=_SALT, max_age=LIFETIME))
        except (signing.BadSignature, TypeError):
            return None
        is_this = secrets.compare_digest(pending.state.encode(), state.encode())
        return pending if is_this and pending.tenant_id == tenant.pk else None

    def sealed(self) -> str:
        """Return the cookie's value."""
        return signing.dumps(asdict(self), salt=_SALT)


def cookie_name(state: str, *, secure: bool) -> str:
    """Return the name of its cookie: each login has one, so that two tabs do not collide.

    By its prefix, which asks for TLS, browsers take it from this very host alone.
    """
    return f"{cookie_prefix(secure=secure)}{digest(state)[:16]}"


def cookie_prefix(*, secure: bool) -> str:
    return "__Host-sso-" if secure else "sso-"


def is_local(page: str) -> bool:
    """Say whether an address is a path of this site, for every browser there is."""
    return (
        page.startswith("/")
        and len(page) <= _LONGEST_NEXT
        and not _repaired.search(page)
        and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    )
