"""What is known of the request being answered, for whoever works for it deeper down."""

from contextvars import ContextVar, Token
from dataclasses import dataclass, field
from typing import NamedTuple


class RateLimitState(NamedTuple):
    """How much of a limit is left: of ``quota`` in ``window`` seconds, until ``reset`` seconds."""

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
    # Statements that the database was sent.
    queries: int = field(default=0, compare=False)
    # The limits that the request counted against, by their names.
    limits: dict[str, RateLimitState] = field(default_factory=dict, compare=False)
    # Whether somebody is counted for it, and whether one of the limits refused it.
    is_counted: bool = field(default=False, compare=False)
    is_refused: bool = field(default=False, compare=False)


_current: ContextVar[RequestContext | None] = ContextVar("request_context", default=None)


def current_request() -> RequestContext:
    """Return the request being answered; outside of one, a blank that is thrown away."""
    return _current.get() or RequestContext()


def bind_request_context(tenant_id: str, user_id: str | None = None) -> None:
    """Note whom the request acts for; the user may still have to be established."""
    request = current_request()
    request.tenant_id, request.user_id = tenant_id, user_id


def count_query() -> None:
    """Note that the database was sent one statement more."""
    if request := _current.get():
        request.queries += 1


def enter_request(context: RequestContext) -> Token[RequestContext | None]:
    """Make it the request being answered; return what ``leave_request`` wants back."""
    return _current.set(context)


def leave_request(token: Token[RequestContext | None]) -> None:
    """Answer the request that was being answered before, or none."""
    _current.reset(token)
