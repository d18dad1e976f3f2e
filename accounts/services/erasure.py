"""What becomes of an account whose person is erased (contract §18)."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django_tasks_db.models import DBTaskResult

from accounts.models import (
    BrowserSession,
    Invitation,
    PasswordReset,
    SecondFactor,
    SignIn,
    SSOCode,
    SSOIdentity,
    SSOLogin,
    User,
    UserStatus,
)
from accounts.models.pseudonym import FIRST_NAME, LAST_NAME, pseudonym_address
from accounts.services.sessions import adopt_sessions

_EMPTIED = (
    *("email", "first_name", "middle_name", "last_name", "title", "department", "sis_id"),
    *("cohort", "last_activity_at", "status", "password", "updated_at"),
)


def forget_account(user: User) -> Counter[str]:
    """Make a locked user a pseudonym, and delete their ways in; return rows by table."""
    adopt_sessions(user)
    counts = Counter[str]()
    for rows in _of_user(user):
        counts.update(rows.delete()[1])
    invited = Invitation.objects.for_tenant(user.tenant_id).filter(invited_by_id=user.pk)
    counts["accounts.Invitation"] += invited.exclude(invited_by_name=None).update(
        invited_by_name=None
    )
    _make_pseudonym(user)
    counts["accounts.User"] += 1
    return counts


def _of_user(user: User) -> Iterator[QuerySet]:
    """Yield the rows that go, those that refer to others first."""
    own = Q(tenant=user.tenant_id, user=user.pk)
    ids = [
        *Invitation.objects.filter(own).values_list("pk", flat=True),
        *PasswordReset.objects.filter(own).values_list("pk", flat=True),
    ]
    # Tasks name the account, or a link; one that runs is left to its worker.
    named = Q(args_kwargs__args__contains=[user.pk])
    for pk in ids:
        named |= Q(args_kwargs__args__contains=[pk])
    yield DBTaskResult.objects.exclude(status="RUNNING").filter(named)
    yield SSOCode.objects.filter(tenant=user.tenant_id, login__user=user.pk)
    yield SignIn.objects.filter(own)
    yield SSOLogin.objects.filter(own)
    yield BrowserSession.objects.filter(own)
    yield SSOIdentity.objects.filter(own)
    yield SecondFactor.objects.filter(own)
    yield PasswordReset.objects.filter(own)
    yield Invitation.objects.filter(own)


def _make_pseudonym(user: User) -> None:
    user.email = pseudonym_address(user.pk)
    user.first_name, user.middle_name, user.last_name = FIRST_NAME, None, LAST_NAME
    user.title = user.department = user.sis_id = user.cohort = None
    user.last_activity_at = None
    user.status = UserStatus.DELETED
    user.set_unusable_password()
    user.save(update_fields=_EMPTIED)
