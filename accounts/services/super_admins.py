"""The rule that the system keeps at least one Super Admin (contract §5)."""

from django.db import connection
from django.utils.translation import gettext as _

from accounts.models import User
from config.db.walls import ask_directory
from config.errors import RuleViolation


def require_super_admin(*, besides: User | None = None) -> None:
    """Raise RuleViolation unless a Super Admin who can act is left, in any tenant.

    ``besides`` is one who is about to go. Two who switch each other off, or each other's tenants,
    would each find the other still active. So only one transaction at a time may check this, and
    the next one waits until it has ended.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('accounts.super_admins'))")
    if not ask_directory("is_super_admin_left", besides.pk if besides else None):
        raise RuleViolation(_("The last active Super Admin has to stay."))
