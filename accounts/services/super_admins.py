"""The rule that the system keeps at least one Super Admin (contract §5)."""

from django.db import connection
from django.db.models import F

from accounts.models import LegacyRole, User
from config.errors import RuleViolation


def require_super_admin(*, besides: User | None = None) -> None:
    """Raise RuleViolation unless a Super Admin who can act is left, in any tenant.

    ``besides`` is one who is about to go. Two who switch each other off, or each other's tenants,
    would each find the other still active. So only one transaction at a time may check this, and
    the next one waits until it has ended.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('accounts.super_admins'))")
    left = User.objects.active().filter(
        role__legacy_role=LegacyRole.SUPER_ADMIN,
        role__tenant=F("tenant"),  # lets the index over tenant and role find them
        tenant__is_active=True,
    )
    if not left.exclude(pk=besides and besides.pk).exists():
        raise RuleViolation("The last active Super Admin has to stay.")
