"""What is known of the request being answered, for whoever works for it deeper down."""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass
class RequestContext:
    """One request: its id, the caller's address, and whom it acts for once that is known."""

    id: str | None = None
    address: str | None = None
    tenant_id: str | None = None
    user_id: str | None = None


_current: ContextVar[RequestContext | None] = ContextVar("request_context", default=None)


def current_request() -> RequestContext:
    """Return the request being answered; outside of one, a blank that is thrown away."""
    return _current.get() or RequestContext()


def act_for(tenant_id: str, user_id: str | None = None) -> None:
    """Note whom the request acts for; the user may still have to be established."""
    request = current_request()
    request.tenant_id, request.user_id = tenant_id, user_id


def enter_request(context: RequestContext):
    """Make it the request being answered; return what ``leave_request`` wants back."""
    return _current.set(context)


def leave_request(token) -> None:
    """Answer the request that was being answered before, or none."""
    _current.reset(token)
