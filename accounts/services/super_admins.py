"""The system never loses its last Super Admin (contract §5)."""

from django.db import connection
from django.db.models import F

from accounts.models import LegacyRole, User
from config.errors import RuleViolation


def require_super_admin(*, besides: User | None = None) -> None:
    """Refuse (RuleViolation) to lose the last Super Admin who can act, of whichever tenant.

    ``besides`` is one who is about to go. Two who switch each other off, or each other's tenants,
    would each find the other still active. So only one transaction at a time may ask, and the next
    one asks when the answer is known.
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
