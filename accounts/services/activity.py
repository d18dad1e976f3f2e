"""The last activity of users (contract §5), and the latest use of their sign-ins (§16).

Students' ``last_seen`` is something else (G29).
"""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import Error, connection, transaction
from django.utils import timezone

from accounts.models import BrowserSession, SignIn, User
from config.context import within

logger = logging.getLogger(__name__)

# The precision of ``last_activity_at`` and ``last_used_at``.
INTERVAL = timedelta(minutes=1)

# Of parallel requests one writes, and none waits for a transaction that is changing the row.
_HERE = """
    UPDATE accounts_user SET last_activity_at = %(now)s WHERE id IN (
        SELECT id FROM accounts_user
        WHERE id = %(user)s AND (last_activity_at IS NULL OR last_activity_at <= %(recently)s)
        FOR NO KEY UPDATE SKIP LOCKED
    ) RETURNING id
"""
_USED = """
    UPDATE {table}
    SET last_used_at = %(now)s, address = %(address)s, user_agent = %(user_agent)s
    WHERE {key} IN (
        SELECT {key} FROM {table}
        WHERE {key} = %(key)s AND (last_used_at IS NULL OR last_used_at <= %(recently)s)
        FOR NO KEY UPDATE SKIP LOCKED
    ) RETURNING {key}
"""
_USES = {
    SignIn: _USED.format(table="accounts_signin", key="id"),
    BrowserSession: _USED.format(table="accounts_browsersession", key="key_digest"),
}
# Both at once: a request makes one statement more a minute, and no two.
_BOTH = "WITH here AS ({here}), used AS ({used}) SELECT id FROM here"


def note_activity(user: User, used: SignIn | BrowserSession | None = None) -> None:
    """Store that the user is here now, by a sign-in, unless that was stored less than a minute ago.

    The request itself must not suffer from it: it never fails, for example while the database is
    read-only, and does not wait for a transaction that is changing the user.
    """
    now = timezone.now()
    recently = now - INTERVAL
    moments = [user.last_activity_at, *([used.last_used_at] if used else [])]
    if all(moment and moment > recently for moment in moments):
        return
    try:
        with within(user.tenant_id), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(*_statement(user, used, now, recently))
            is_noted = cursor.fetchone() is not None
    except Error as error:
        logger.warning("A user's activity could not be stored: %s", type(error.__cause__).__name__)
        return
    if is_noted:
        user.last_activity_at = now


def _statement(
    user: User, used: SignIn | BrowserSession | None, now: datetime, recently: datetime
) -> tuple[str, dict[str, Any]]:
    values = {"user": user.pk, "now": now, "recently": recently}
    if used is None:
        return _HERE, values
    used.note_use(now)
    values |= {"key": used.pk, "address": used.address, "user_agent": used.user_agent}
    return _BOTH.format(here=_HERE, used=_USES[type(used)]), values
