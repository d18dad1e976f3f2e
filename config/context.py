"""The context of the request that is being answered, for code that has no request at hand."""

from collections.abc import Iterator
from contextlib import contextmanager
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
class ReadSource:
    """Where a request reads, the primary or a replica (``config.db.reads``)."""

    # The position in the primary's log of which the caller may know all before; "" if unknown.
    position: str = ""
    # Whether a replica may answer what is asked from here on.
    may_use_replica: bool = False
    # The database that answers, once one was chosen, and whom figures are told of.
    source: str | None = None
    answered_by: str | None = None


@dataclass
class RequestContext:
    """One request: its id, the caller's address and program, and whom it acts for once known.

    A task of the background worker is one as well; its id is the task's.
    """

    id: str | None = None
    address: str | None = None
    tenant_id: str | None = None
    user_id: str | None = None
    # The tenant whose rows the database shows, where that is another one than the caller's.
    rows_of: str | None = None
    # Whether it is a task of the background worker.
    is_task: bool = False
    # What the caller's program calls itself.
    user_agent: str | None = None
    # The number of statements that were sent to the database.
    queries: int = field(default=0, compare=False)
    # The limits that the request counted against, by their names.
    limits: dict[str, RateLimitState] = field(default_factory=dict, compare=False)
    # Where it reads.
    reading: ReadSource = field(default_factory=ReadSource, compare=False)
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


# What the database is told in place of a tenant's id: the rows of all tenants. It obeys only where
# the connection's role may see them, which the web server's may not.
ALL_TENANTS = "*"

_within: ContextVar[str | None] = ContextVar("within_tenant", default=None)


def visible_tenant() -> str:
    """Return the id of the tenant whose rows the database shows, or ``""``: nobody's.

    A request, or a task, sees the rows of its tenant once that is known. A command of an operator
    sees those of all tenants.
    """
    request = _current.get()
    if (tenant_id := _within.get()) is not None:
        return tenant_id
    if request is None:
        return ALL_TENANTS
    return request.rows_of or request.tenant_id or ""


@contextmanager
def within(tenant_id: str) -> Iterator[None]:
    """Make the database show the rows of this tenant, for the length of the block."""
    token = _within.set(tenant_id)
    try:
        yield
    finally:
        _within.reset(token)


_unhurried: ContextVar[bool] = ContextVar("unhurried", default=False)


@contextmanager
def unhurried() -> Iterator[None]:
    """Let statements take as long as they need, for the length of the block: those of files."""
    token = _unhurried.set(True)
    try:
        yield
    finally:
        _unhurried.reset(token)


def is_unhurried() -> bool:
    """Return whether statements may take as long as they need."""
    return _unhurried.get()


def is_in_request() -> bool:
    """Return whether a request is being answered, or a task run."""
    return _current.get() is not None


def show_rows_of(tenant_id: str) -> None:
    """Make the database show the rows of this tenant, for the rest of the request."""
    current_request().rows_of = tenant_id


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
