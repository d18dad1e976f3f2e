"""The way back for students who were made staff (contract §16)."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services.escalation import lock_user_for
from accounts.services.users import give_student_role
from config.errors import RuleViolation
from students.queries.history import has_history, is_student


@transaction.atomic
def return_to_students(*, actor: User | None, user: User) -> User:
    """Make somebody who was a student and is staff now a student again, with what they had.

    Raises as ``lock_user_for`` does, and RuleViolation for a student, for somebody without
    SIS id, sessions, attempts or programmes, for the actor's own account, and where the last person
    who has to stay would go.
    """
    user = lock_user_for(actor, user)
    if is_student(user):
        raise RuleViolation(_("The user is a student already."))
    if not has_history(user):
        raise RuleViolation(
            _(
                "The user has no SIS id, sessions, attempts or programmes of a student. If "
                "they are one, give them a programme first."
            )
        )
    give_student_role(actor=actor, user=user)
    return user
