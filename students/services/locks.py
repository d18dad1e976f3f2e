"""The locks that put changes to a student's attempts, and imports of rosters, in sequence."""

from collections.abc import Iterable

from django.db import connection

from accounts.models import User
from tenants.models import Tenant


def lock_students(*, tenant: Tenant | str, user_ids: Iterable[str]) -> dict[str, User]:
    """Return id → user as they are now, held until the transaction ends.

    Call it before anything else of the transaction is written, once and with every student of the
    transaction. It serialises all changes to the attempts that a student has left: session reports
    with their transcripts and grades, grants, and revocations.

    The lock is the student's row. That is wider than the pair of student and case study, which
    does no harm (a student is in one conversation at a time), and needs no second lock: the
    database locks this very row when ``last_seen_at`` moves. Rows are locked in the order of
    their ids, as that trigger does, so that two transactions with the same students never wait
    for each other; and unlike advisory locks they take no space in the server's lock table,
    however many a bulk job names. Rows that merely refer to the student may still be written
    (no_key).
    """
    users = User.objects.for_tenant(tenant).filter(pk__in=set(user_ids)).order_by("pk")
    locked = users.only("tenant", "email", "status", "legacy_role", "unlimited_sessions")
    return {user.pk: user for user in locked.select_for_update(no_key=True)}


def lock_rosters(tenant_id: str) -> bool:
    """Keep rosters of a tenant from being imported; return False while one is, or would be."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(hashtext('roster'), hashtext(%s))", [tenant_id]
        )
        (locked,) = cursor.fetchone()
    return locked
