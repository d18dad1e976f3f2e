"""Who writes about a student's attempts takes turns here."""

from collections.abc import Iterable

from accounts.models import User
from tenants.models import Tenant


def lock_students(*, tenant: Tenant | str, user_ids: Iterable[str]) -> dict[str, User]:
    """Return id → user as they are now, held until the transaction ends.

    Call it before anything else of the transaction is written, once and with everybody whom the
    transaction is about. It serialises all that changes what a student has left: session reports
    with their transcripts and grades, grants, and revocations.

    The lock is the student's row. That is wider than the pair of student and case study, which
    nobody minds (a student is in one conversation at a time), and needs no second lock: the
    database takes this very row when ``last_seen_at`` moves. Rows are locked in the order of
    their ids, as that trigger does, so that two transactions with the same students never wait
    for each other; and unlike advisory locks they take no room in the server's lock table,
    however many a bulk job names. Rows that merely refer to the student may still be written
    (no_key).
    """
    users = User.objects.for_tenant(tenant).filter(pk__in=set(user_ids)).order_by("pk")
    locked = users.only("tenant", "status", "legacy_role", "unlimited_sessions")
    return {user.pk: user for user in locked.select_for_update(no_key=True)}
