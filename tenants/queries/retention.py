"""How long a tenant's records are kept, and which audit events are older (contract §18)."""

from django.db import connection

from tenants.models import Tenant, TenantRetention

# Up to the first seal with an event that has to be kept; by the database's clock, as its rule is.
_OVER = """
    WITH kept AS (
        SELECT min(number) AS number FROM tenants_auditseal
        WHERE tenant_id = %(tenant)s
            AND newest_at >= now() - make_interval(days => retained_days(%(tenant)s))
    )
    SELECT max(seal.number), sum(seal.events), max(seal.newest_at)
    FROM tenants_auditseal AS seal
    WHERE tenant_id = %(tenant)s AND events > 0
        AND seal.number < coalesce((SELECT number FROM kept), 2147483647)
        AND seal.number > (
            SELECT coalesce(max(dropped_to), 0) FROM tenants_auditseal
            WHERE tenant_id = %(tenant)s
        )
"""
_LEFT = """
    SELECT seal.number FROM tenants_auditseal AS seal
    WHERE tenant_id = %(tenant)s AND events > 0
        AND number <= (SELECT max(dropped_to) FROM tenants_auditseal WHERE tenant_id = %(tenant)s)
        AND (last_arrival, last_id) >= (
            SELECT arrival, id FROM tenants_auditevent WHERE tenant_id = %(tenant)s
            ORDER BY arrival, id LIMIT 1
        )
    ORDER BY number
"""


def retention_of(tenant: Tenant) -> TenantRetention:
    """Return how long a tenant's records are kept; the defaults where nobody has said so."""
    row = TenantRetention.objects.filter(tenant=tenant).first()
    return row or TenantRetention(tenant=tenant)


def seals_over(tenant: Tenant) -> tuple | None:
    """Return the last of the seals whose events may be let go, how many these are, the newest."""
    with connection.cursor() as cursor:
        cursor.execute(_OVER, {"tenant": tenant.pk})
        found = cursor.fetchone()
    return found if found and found[0] else None


def seals_left(tenant: Tenant) -> list[int]:
    """Return the seals whose events are let go and may be there still."""
    with connection.cursor() as cursor:
        cursor.execute(_LEFT, {"tenant": tenant.pk})
        return [number for (number,) in cursor.fetchall()]
