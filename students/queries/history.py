"""What somebody did, or was given, as a student (contract §16)."""

from accounts.models import LegacyRole, User
from accounts.queries.membership import memberships_of
from students.models import AttemptTransaction, Session


def has_history(user: User) -> bool:
    """Return whether somebody has a SIS id, sessions, lines in the ledger or programmes."""
    of_user = {"tenant": user.tenant_id, "user": user.pk}
    return (
        user.sis_id is not None
        or memberships_of(user).exists()
        or Session.objects.filter(**of_user).exists()
        or AttemptTransaction.objects.filter(**of_user).exists()
    )


def may_return(user: User) -> bool:
    """Return whether somebody is no student now, and has what a student has."""
    return not is_student(user) and has_history(user)


def is_student(user: User) -> bool:
    """Return whether somebody holds the Student role, also when they are deleted."""
    return user.legacy_role == LegacyRole.STUDENT
