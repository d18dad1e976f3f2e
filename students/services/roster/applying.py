"""The applying of a plan: a few statements for each thousand students, and every trigger fires."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import batched
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, connection
from django.db.models import Model
from django.utils import timezone
from psycopg.errors import ForeignKeyViolation, UniqueViolation

from accounts.models import LegacyRole, ProgrammeMembership, Role, User
from config.errors import Conflict
from config.ids import new_id
from students.services.roster.planning import PlannedChange, PlannedCreation, RosterPlan, Watch
from students.services.roster.stored import BATCH, get_users
from tenants.models import Tenant

_UPDATE = """
    UPDATE accounts_user AS student
    SET first_name = roster.first_name, middle_name = roster.middle_name,
        last_name = roster.last_name, status = roster.status, updated_at = %s
    FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::text[])
        AS roster (id, first_name, middle_name, last_name, status)
    WHERE student.id = roster.id AND student.tenant_id = %s
"""
_USER_COLUMNS = (
    "id, tenant_id, created_at, password, email, role_id, status, first_name, middle_name, "
    "last_name, unlimited_sessions"
)
_MEANWHILE = (
    "Somebody else changed some of these students or their programmes while the roster was read. "
    "Nothing was written: try again."
)
_MEMBERSHIP_COLUMNS = "tenant_id, user_id, programme_id"


def apply_import(*, tenant: Tenant, plan: RosterPlan, watch: Watch) -> None:
    """Apply the plan, in the caller's transaction.

    Raises Conflict when somebody else has changed one of these students since the plan was made,
    taken an address or deleted a programme.
    """
    try:
        _carry_out(tenant, plan, watch("Writing", len(plan.changes) + len(plan.creations)))
    except IntegrityError as error:
        # An address was taken, or a programme deleted.
        if isinstance(error.__cause__, UniqueViolation | ForeignKeyViolation):
            raise Conflict(_MEANWHILE) from error
        raise


def _carry_out(tenant: Tenant, plan: RosterPlan, advance: Callable[[int], Any]) -> None:
    now = timezone.now()
    for changes in batched(sorted(plan.changes, key=lambda change: change.user_id), BATCH):
        _require_as_planned(tenant, changes)
        _update(tenant, changes, now)
        advance(len(changes))
    role = Role.objects.for_tenant(tenant).get(legacy_role=LegacyRole.STUDENT)
    # Nobody knows this password; people who may sign in by password set their own.
    password = make_password(None)
    for creations in batched(plan.creations, BATCH):
        _create(tenant, role, password, creations, now)
        advance(len(creations))


def _require_as_planned(tenant: Tenant, changes: Sequence[PlannedChange]) -> None:
    """Lock the students; raise Conflict when others have changed them since the plan."""
    held = get_users(tenant, [change.user_id for change in changes], lock=True)
    for change in changes:
        student = held.get(change.user_id)
        if not student or not student.is_student or student.profile != change.before:
            raise Conflict(_MEANWHILE)


def _update(tenant: Tenant, changes: Sequence[PlannedChange], now: datetime) -> None:
    rows = [(change.user_id, *change.after[:4]) for change in changes]
    with connection.cursor() as cursor:
        cursor.execute(_UPDATE, [now, *map(list, zip(*rows, strict=True)), tenant.pk])
    left: dict[str, list[str]] = defaultdict(list)
    joined: list[tuple[str, str, str]] = []
    for change in changes:
        for programme in change.before.programmes - change.after.programmes:
            left[programme].append(change.user_id)
        new = change.after.programmes - change.before.programmes
        joined.extend((tenant.pk, change.user_id, programme) for programme in new)
    links = ProgrammeMembership.objects.for_tenant(tenant)
    for programme, users in left.items():
        links.filter(programme=programme, user__in=users).delete()
    _insert(ProgrammeMembership, _MEMBERSHIP_COLUMNS, joined)


def _create(
    tenant: Tenant, role: Role, password: str, creations: Sequence[PlannedCreation], now: datetime
) -> None:
    users: list[tuple[Any, ...]] = []
    memberships: list[tuple[str, str, str]] = []
    for creation in creations:
        first, middle, last, status, programmes = creation.profile
        user_id = new_id()
        users.append(
            (
                *(user_id, tenant.pk, now, password, creation.email, role.pk, status),
                *(first, middle, last, False),
            )
        )
        memberships.extend((tenant.pk, user_id, programme) for programme in programmes)
    _insert(User, _USER_COLUMNS, users)
    _insert(ProgrammeMembership, _MEMBERSHIP_COLUMNS, memberships)


def _insert(model: type[Model], columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
    if not rows:
        return
    names = [name.strip() for name in columns.split(",")]
    # COPY is refused where policies hold.
    statement = (
        f"INSERT INTO {model._meta.db_table} ({columns}) SELECT {columns}"
        f" FROM json_populate_recordset(NULL::{model._meta.db_table}, %s)"
    )
    values = [dict(zip(names, row, strict=True)) for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(values, cls=DjangoJSONEncoder)])
