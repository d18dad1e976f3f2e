"""The last activity of users (contract §5); students' ``last_seen`` is something else (G29)."""

import logging
from datetime import timedelta

from django.db import Error, transaction
from django.utils import timezone

from accounts.models import User

logger = logging.getLogger(__name__)

# The precision of ``last_activity_at``.
INTERVAL = timedelta(minutes=1)


def note_activity(user: User) -> None:
    """Store that the user is here now, unless that was stored less than a minute ago.

    The request itself must not suffer from it: it never fails, for example while the database is
    read-only, and does not wait for a transaction that is changing the user.
    """
    now = timezone.now()
    recently = now - INTERVAL
    if user.last_activity_at and user.last_activity_at > recently:
        return
    try:
        with transaction.atomic():
            free = (
                User.objects.select_for_update(skip_locked=True, no_key=True)
                .filter(pk=user.pk)
                .exclude(last_activity_at__gt=recently)
            )
            noted = User.objects.filter(pk__in=free.values("pk")).update(last_activity_at=now)
    except Error as error:
        logger.warning("A user's activity could not be stored: %s", type(error.__cause__).__name__)
        return
    if noted:
        user.last_activity_at = now
