"""The refusals for what passes by itself: no database, locks held by others, no room to write."""

import errno
import logging

from django.db import InterfaceError, InternalError, OperationalError
from psycopg import errors as postgres

from config import errors
from config.db.poolers import PoolerRefused
from config.db.waits import blockers_of

# The name under which operators know these lines.
logger = logging.getLogger("config.api.exceptions")

# What PostgreSQL gives up by the limits of web servers, and the setting behind each.
_LIMITS: dict[type, str] = {
    postgres.LockNotAvailable: "it waited for a lock (WEB_LOCK_SECONDS)",
    postgres.QueryCanceled: "it took too long (WEB_STATEMENT_SECONDS)",
    postgres.IdleInTransactionSessionTimeout: "nothing was asked (WEB_TRANSACTION_SECONDS)",
}


# What the database calls the rule that nobody writes a tenant on its way (refuse_while_moving.sql).
STAYS = "tenant_stays"


def being_moved(exception: Exception) -> errors.BeingMoved | None:
    """Return the refusal for a write of a tenant that is on its way; None for all else."""
    cause = exception.__cause__
    if isinstance(cause, postgres.ObjectNotInPrerequisiteState) and (
        cause.diag.constraint_name == STAYS
    ):
        return errors.BeingMoved()
    return None


def passing_fault(exception: Exception) -> errors.DomainError | None:
    """Return the refusal for what will pass by itself, and log it; None for all else."""
    match exception:
        case OperationalError() if refusal := being_moved(exception):
            return refusal
        case OperationalError() | InternalError() if limit := _LIMITS.get(
            type(exception.__cause__)
        ):
            blockers = "; ".join(blockers_of(exception)) or "by whom, nobody saw"
            logger.error("A statement was given up, since %s: %s", limit, blockers)
            return errors.Unavailable()
        case (
            OperationalError()
            | InterfaceError()
            | InternalError(__cause__=postgres.ReadOnlySqlTransaction())
        ):
            logger.error("The database is unavailable: %s", _outage(exception))
            return errors.Unavailable()
        case OSError(errno=errno.ENOSPC | errno.EDQUOT | errno.EFBIG):
            logger.error("The disk is full")
            return errors.Unavailable("There is no room for the file at the moment.")
    return None


def _outage(exception: Exception) -> str:
    """Return what is wrong with the database; only words of ours, since others name hosts."""
    if isinstance(exception, PoolerRefused):
        return str(exception)
    return type(exception.__cause__).__name__
