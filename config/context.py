"""The context of the request that is being answered, for code that has no request at hand."""

from contextvars import ContextVar, Token
from dataclasses import dataclass, field
from typing import NamedTuple


class RateLimitState(NamedTuple):
    """The rest of a limit: ``remaining`` of ``quota`` in ``window`` seconds; anew in ``reset``."""

    quota: int
    window: int
    remaining: int
    reset: int


@dataclass
class RequestContext:
    """One request: its id, the caller's address, and whom it acts for once that is known.

    A task of the background worker is one as well; its id is the task's.
    """

    id: str | None = None
    address: str | None = None
    tenant_id: str | None = None
    user_id: str | None = None
    # The number of statements that were sent to the database.
    queries: int = field(default=0, compare=False)
    # The limits that the request counted against, by their names.
    limits: dict[str, RateLimitState] = field(default_factory=dict, compare=False)
    # Whether the request was counted for a caller, and whether one of the limits refused it.
    is_counted: bool = field(default=False, compare=False)
    is_refused: bool = field(default=False, compare=False)


_current: ContextVar[RequestContext | None] = ContextVar("request_context", default=None)


def current_request() -> RequestContext:
    """Return the request being answered; outside of one, a blank that is thrown away."""
    return _current.get() or RequestContext()


def bind_request_context(tenant_id: str, user_id: str | None = None) -> None:
    """Store the tenant and user that the request acts for; the user may become known later."""
    request = current_request()
    request.tenant_id, request.user_id = tenant_id, user_id


def count_query() -> None:
    """Count one more statement that was sent to the database."""
    if request := _current.get():
        request.queries += 1


def enter_request(context: RequestContext) -> Token[RequestContext | None]:
    """Make this the request that is being answered; return a token for ``leave_request``."""
    return _current.set(context)


def leave_request(token: Token[RequestContext | None]) -> None:
    """Restore the request that was current before, or none."""
    _current.reset(token)
