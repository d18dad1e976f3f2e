"""The refusals of services, as classes with a stable code and status (contract §1.4).

Services raise these; ``config.api.exceptions`` turns them into the error envelope and the admin
into a message. Nothing here knows about requests.
"""

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

type Sentence = str | Promise
"""What is said of a refusal; a lazy one takes the language of the moment in which it is raised."""


class ErrorCode(StrEnum):
    """The codes by which programs distinguish refusals."""

    VALIDATION_ERROR = "VALIDATION_ERROR"
    TENANT_ERROR = "TENANT_ERROR"
    AUTHENTICATION_ERROR = "AUTHENTICATION_ERROR"
    SECOND_FACTOR_REQUIRED = "SECOND_FACTOR_REQUIRED"
    SECOND_FACTOR_SETUP_REQUIRED = "SECOND_FACTOR_SETUP_REQUIRED"
    AUTHORIZATION_ERROR = "AUTHORIZATION_ERROR"
    NOT_FOUND = "NOT_FOUND"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
    CONFLICT = "CONFLICT"
    PRECONDITION_FAILED = "PRECONDITION_FAILED"
    RATE_LIMITED = "RATE_LIMITED"
    INTERNAL_ERROR = "INTERNAL_ERROR"


class DomainError(Exception):
    """The base of all refusals: a business rule forbids the request."""

    code = ErrorCode.VALIDATION_ERROR
    status = 400

    def __init__(self, message: Sentence, details: dict[str, Any] | None = None) -> None:
        self.message = str(message)
        super().__init__(self.message)
        self.details = details or {}


class RuleViolation(DomainError):
    """The request is well-formed, but data or a rule forbids it."""


class TenantUnresolved(DomainError):
    """The request names no tenant that exists."""

    code = ErrorCode.TENANT_ERROR


INVALID_TOKEN = "The token is invalid or has expired."  # noqa: S105 - a sentence


class Unauthenticated(DomainError):
    """The caller is not known, or may not act any more."""

    code = ErrorCode.AUTHENTICATION_ERROR
    status = 401


class PermissionDenied(DomainError):
    """The caller is known and lacks the right."""

    code = ErrorCode.AUTHORIZATION_ERROR
    status = 403


class FlagMissing(PermissionDenied):
    """The caller's role lacks a flag (contract §1.4)."""

    def __init__(self, flag: str) -> None:
        super().__init__(_("Permission denied: %(flag)s required") % {"flag": flag})


class NotFound(DomainError):
    """The row is absent, or another tenant's: the two look the same from outside."""

    code = ErrorCode.NOT_FOUND
    status = 404

    def __init__(self, message: Sentence = "", details: dict[str, Any] | None = None) -> None:
        super().__init__(message or _("Not found."), details)


class Conflict(DomainError):
    """The change would break a uniqueness, or other rows still depend on this one."""

    code = ErrorCode.CONFLICT
    status = 409


class Stale(DomainError):
    """Somebody else has changed the row since it was read; ``etag`` is its present tag."""

    code = ErrorCode.PRECONDITION_FAILED
    status = 412

    def __init__(self, etag: str = "") -> None:
        super().__init__(
            _("It was changed since you read it, and nothing was saved: read it again."),
            {"etag": etag} if etag else None,
        )


class InvalidInput(DomainError):
    """The request alone shows the fault; ``errors`` are (field, message) pairs."""

    status = 422

    def __init__(self, errors: Sequence[tuple[str, Sentence]]) -> None:
        super().__init__(
            _("The request is not valid."),
            {"errors": [{"field": field, "message": str(message)} for field, message in errors]},
        )


# Seconds up to which a message says "a few seconds".
_FEW_SECONDS = 8


class RateLimited(DomainError):
    """There were too many attempts; the next may come after ``retry_after`` seconds."""

    code = ErrorCode.RATE_LIMITED
    status = 429

    def __init__(self, what: str, retry_after: int) -> None:
        self.retry_after = retry_after
        told = _("%(what)s; try again in %(wait)s.") % {"what": what, "wait": self.wait}
        super().__init__(told, {"retry_after": retry_after})

    @property
    def wait(self) -> str:
        """The time to wait, in the language of the moment."""
        if self.retry_after <= _FEW_SECONDS:
            return _("a few seconds")
        minutes = math.ceil(self.retry_after / 60)
        return ngettext("a minute", "%(minutes)d minutes", minutes) % {"minutes": minutes}


class MethodNotAllowed(DomainError):
    """The address exists, but does not support the method."""

    code = ErrorCode.METHOD_NOT_ALLOWED
    status = 405


class Unexpected(DomainError):
    """A fault of ours; its details stay in the log."""

    code = ErrorCode.INTERNAL_ERROR
    status = 500

    def __init__(self) -> None:
        super().__init__(_("Something went wrong on our side."))


# Seconds after which whoever met a move tries again.
_UNTIL_MOVED = 2


class Unavailable(DomainError):
    """The database, or space to write, is missing for now; ``retry_after`` is in seconds."""

    code = ErrorCode.INTERNAL_ERROR
    status = 503

    def __init__(self, message: Sentence = "", retry_after: int = 5) -> None:
        told = message or _("The service is unavailable for a moment.")
        super().__init__(told, {"retry_after": retry_after})


class BeingMoved(Unavailable):
    """The university is on its way to another cell (docs/scaling.md): it can be written soon again.

    Its former cell says the same until callers are led to the new one.
    """

    def __init__(self) -> None:
        told = _("The university is being moved to another server. Try again in a moment.")
        super().__init__(told, _UNTIL_MOVED)
