"""The people of a tenant: invitation, changes, deactivation and activation (contract §5).

A change of a user locks the user first, then their present and new roles, then the checks that a
Super Admin is left and that the tenant keeps somebody who manages access; always in this order, so
that there is no deadlock.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import LegacyRole, Role, User, UserStatus
from accounts.services.access_managers import manages_access, require_access_manager
from accounts.services.addresses import require_free
from accounts.services.escalation import lock_user_for, require_can_delegate
from accounts.services.invitations import issue_invitation
from accounts.services.locks import lock_roles
from accounts.services.membership import replace_programmes
from accounts.services.super_admins import require_super_admin
from accounts.validators.names import require_intact, require_intact_changes
from config.errors import NotFound, RuleViolation
from config.permissions import Action, Module, flag
from tenants.models import EventType, Tenant
from tenants.services import audit
from tenants.services.audit import Changes

_STATUS_EVENTS = {
    UserStatus.ACTIVE: EventType.USER_ACTIVATED,
    UserStatus.INACTIVE: EventType.USER_DEACTIVATED,
    UserStatus.DELETED: EventType.USER_DELETED,
}


@transaction.atomic
def invite_user(
    *,
    actor: User | None,
    tenant: Tenant,
    email: str,
    first_name: str,
    last_name: str,
    role_id: str,
    middle_name: str | None = None,
    programme_codes: Iterable[str] = (),
) -> User:
    """Add a user, active at once, who signs in through single sign-on and is mailed an invitation.

    Raises NotFound for an unknown role, RuleViolation for one that cannot be assigned and for
    unknown or inactive programmes, FlagMissing for a role that permits more than the actor's, and
    Conflict when somebody of the tenant has the address, in any spelling and status, and as
    ``require_intact`` does.
    """
    require_intact({"first_name": first_name, "middle_name": middle_name, "last_name": last_name})
    lock_roles(tenant.pk, role_id)
    role = _assignable_role(actor, tenant, role_id)
    require_can_delegate(actor, role.flags)
    person = {"email": email, "first_name": first_name, "last_name": last_name}
    user = _create(actor, tenant, role, programme_codes, middle_name=middle_name, **person)
    issue_invitation(actor=actor, user=user)
    return user


@transaction.atomic
def create_student(
    *,
    actor: User | None,
    tenant: Tenant,
    email: str,
    first_name: str,
    last_name: str,
    middle_name: str | None = None,
    programme_codes: Iterable[str] = (),
    sis_id: str | None = None,
    cohort: str | None = None,
) -> User:
    """Add a student, active at once, who signs in through single sign-on; no mail is sent.

    Raises RuleViolation for unknown or inactive programmes, and Conflict when somebody of the
    tenant has the address, in any spelling and status, and as ``require_intact`` does; the database
    refuses an id that is taken.
    """
    person = {"email": email, "first_name": first_name, "last_name": last_name}
    known = {"middle_name": middle_name, "sis_id": sis_id or None, "cohort": cohort or None}
    require_intact(person | known)
    role = Role.objects.for_tenant(tenant).get(legacy_role=LegacyRole.STUDENT)
    return _create(actor, tenant, role, programme_codes, **person, **known)


def _create(
    actor: User | None,
    tenant: Tenant,
    role: Role,
    programme_codes: Iterable[str],
    **columns: str | None,
) -> User:
    """Store a new user in a role, with their programmes."""
    user = User(tenant=tenant, role=role, **columns)
    require_free(tenant, user.email)
    user.set_unusable_password()
    user.save(force_insert=True)
    codes = list(dict.fromkeys(programme_codes))
    replace_programmes(user, codes)
    audit.record(
        EventType.USER_CREATED,
        actor=actor,
        tenant=tenant,
        target_id=user.pk,
        email=user.email,
        role_id=role.pk,
        role_name=role.name,
        programme_codes=codes,
    )
    return user


@transaction.atomic
def update_user(*, actor: User | None, user: User, **values: Any) -> User:
    """Change the given values: columns of the user, ``role_id``, ``programme_codes``.

    Actors who may not delete users may not set the status to DELETED either (FlagMissing, G34). The
    actor needs all flags of the user's role, and those of a role that the user is given. A value
    that stays the same, such as an own role that is sent along, is no change.

    Raises as ``lock_user_for`` and ``require_intact_changes`` do, NotFound for an unknown role, and
    RuleViolation where a rule of contract §5 forbids it or the last person who has to stay would
    go.
    """
    user = lock_user_for(actor, user, role_id=values.get("role_id"))
    if values.get("status") == UserStatus.DELETED:
        require_can_delegate(actor, [flag(Module.USER_MANAGEMENT, Action.DELETE)])
    codes = values.pop("programme_codes", None)
    with _keeping_who_must_stay(user):
        role_changes = _change_role(actor, user, values.pop("role_id", user.role_id))
        columns = audit.apply(user, values)
        _require_student_of(user, columns)
        require_intact_changes(columns)
        if "status" in columns:
            _require_other(actor, user, _("You cannot deactivate or delete your own account."))
        if role_changes:
            require_can_delegate(actor, user.flags)
        programmes = {} if codes is None else replace_programmes(user, codes)
        changes = columns | role_changes | programmes
        if changes:
            user.save(update_fields=[*columns, "role", "updated_at"])
    if changes:
        _record(actor, user, changes)
    return user


def give_student_role(*, actor: User | None, user: User) -> None:
    """Make somebody a student, whatever they may do now; their programmes stay.

    The caller has locked the user for this actor (``lock_user_for``), and knows that they were a
    student. Raises RuleViolation for the actor's own account, and where the last person who has to
    stay would go.
    """
    student = Role.objects.for_tenant(user.tenant_id).get(legacy_role=LegacyRole.STUDENT)
    with _keeping_who_must_stay(user):
        changes = _set_role(actor, user, student)
        user.save(update_fields=["role", "updated_at"])
    _record(actor, user, changes)


def activate_user(*, actor: User | None, user: User) -> User:
    """Activate a user again, also a deleted one; earlier sign-ins stay ended."""
    return update_user(actor=actor, user=user, status=UserStatus.ACTIVE)


def deactivate_user(*, actor: User | None, user: User) -> User:
    """Lock a user out from the next request on; all their data stay."""
    return update_user(actor=actor, user=user, status=UserStatus.INACTIVE)


def soft_delete_user(*, actor: User | None, user: User) -> User:
    """Lock a user out and remove them from the lists; all their data stay."""
    return update_user(actor=actor, user=user, status=UserStatus.DELETED)


def _assignable_role(actor: User | None, tenant: Tenant, role_id: str | None) -> Role:
    """Return a role that may be assigned; call it once the role is locked.

    Only the system itself (no actor) makes Super Admins: nobody else could invite a tenant's first
    one.
    """
    role = Role.objects.for_tenant(tenant).filter(pk=role_id).first()
    if role is None:
        raise NotFound(_("There is no such role."))
    if role.is_reserved and not (actor is None and role.is_super_admin):
        raise RuleViolation(_("The %(name)s role cannot be assigned.") % {"name": role.name})
    return role


def _change_role(actor: User | None, user: User, role_id: str | None) -> Changes:
    if role_id == user.role_id:
        return {}
    return _set_role(actor, user, _assignable_role(actor, user.tenant, role_id))


def _set_role(actor: User | None, user: User, after: Role) -> Changes:
    before = user.role
    _require_other(actor, user, _("You cannot change the role of your own account."))
    user.role = after
    return {
        "role_id": {"before": before and before.pk, "after": after.pk},
        "role_name": {"before": before and before.name, "after": after.name},
    }


@contextmanager
def _keeping_who_must_stay(user: User) -> Iterator[None]:
    """Raise RuleViolation if the block takes the last Super Admin, or who manages access, away."""
    was_acting_super_admin = user.is_super_admin and user.is_active
    managed_access = manages_access(user)
    yield
    if was_acting_super_admin and not (user.is_super_admin and user.is_active):
        require_super_admin(besides=user)
    if managed_access and not manages_access(user):
        require_access_manager(user.tenant_id)


def _require_student_of(user: User, changes: Changes) -> None:
    """Raise RuleViolation where staff would get what students alone have; it may be taken away."""
    given = [field for field in ("sis_id", "cohort") if changes.get(field, {}).get("after")]
    if given and (user.role is None or user.role.legacy_role != LegacyRole.STUDENT):
        raise RuleViolation(_("Only students have a SIS id and a cohort."))


def _require_other(actor: User | None, user: User, message: str) -> None:
    if actor is not None and actor.pk == user.pk:
        raise RuleViolation(message)


def _record(actor: User | None, user: User, changes: Changes) -> None:
    """Record a change of status as an event of its own, and everything else as an update."""
    note = partial(audit.record, actor=actor, tenant=user.tenant, target_id=user.pk)
    if status := changes.pop("status", None):
        note(_STATUS_EVENTS[UserStatus(user.status)], changes={"status": status})
    if changes:
        note(EventType.USER_UPDATED, changes=changes)
