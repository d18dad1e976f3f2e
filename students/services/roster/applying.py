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
from accounts.services.bulk_addresses import follow_addresses
from config.errors import Conflict
from config.ids import new_id
from students.models import ImportedStudent, ImportOutcome
from students.services.roster.planning import Watch
from students.services.roster.plans import PlannedChange, PlannedCreation, RosterPlan
from students.services.roster.stored import BATCH, get_users
from tenants.models import Tenant

_UPDATE = """
    UPDATE accounts_user AS student
    SET email = roster.email, sis_id = roster.sis_id, first_name = roster.first_name,
        middle_name = roster.middle_name, last_name = roster.last_name, cohort = roster.cohort,
        status = roster.status, updated_at = %s
    FROM unnest(
        %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[],
        %s::text[]
    ) AS roster (id, email, sis_id, first_name, middle_name, last_name, cohort, status)
    WHERE student.id = roster.id AND student.tenant_id = %s
"""
# An id is no address, so nobody has it. Whom it is given, gets theirs in the same transaction.
_GIVE_UP_ADDRESS = """
    UPDATE accounts_user SET email = id WHERE id = ANY(%s) AND tenant_id = %s
"""
_USER_COLUMNS = (
    "id, tenant_id, created_at, password, role_id, unlimited_sessions, email, sis_id, first_name, "
    "middle_name, last_name, cohort, status"
)
_MEANWHILE = (
    "Somebody else changed some of these students or their programmes while the roster was read. "
    "Nothing was written: try again."
)
_MEMBERSHIP_COLUMNS = "tenant_id, user_id, programme_id"
_IMPORTED_COLUMNS = "id, created_at, tenant_id, user_id, roster_id, outcome, changed"


def apply_import(
    *,
    actor: User | None,
    tenant: Tenant,
    plan: RosterPlan,
    roster_id: str,
    run_id: str,
    watch: Watch,
) -> None:
    """Apply the plan, in the caller's transaction.

    ``roster_id`` stands in the events of those whose address changes, beside both addresses; they
    are parts of the run, whose event tells of all.

    Raises Conflict when somebody else has changed one of these students since the plan was made,
    taken an address or a SIS id, or deleted a programme.
    """
    advance = watch("Writing", len(plan.changes) + len(plan.creations))
    try:
        _change(actor, tenant, plan, {"roster_id": roster_id, "part_of": run_id}, advance)
        _create_all(tenant, plan, roster_id, advance)
    except IntegrityError as error:
        # An address or an id was taken, or a programme deleted.
        if isinstance(error.__cause__, UniqueViolation | ForeignKeyViolation):
            raise Conflict(_MEANWHILE) from error
        raise


def _change(
    actor: User | None,
    tenant: Tenant,
    plan: RosterPlan,
    marks: dict[str, str],
    advance: Callable[[int], Any],
) -> None:
    """Change the students who are there, first of all those whose address another one gets."""
    now = timezone.now()
    ordered = sorted(plan.changes, key=lambda change: change.user_id)
    for changes in batched(ordered, BATCH):
        _require_as_planned(tenant, changes)
    for ids in batched(sorted(plan.handed_on), BATCH):
        with connection.cursor() as cursor:
            cursor.execute(_GIVE_UP_ADDRESS, [list(ids), tenant.pk])
    for changes in batched(ordered, BATCH):
        _update(tenant, changes, now)
        addresses = {
            change.user_id: {"email": {"before": change.before.email, "after": change.after.email}}
            for change in changes
            if change.is_of_address
        }
        follow_addresses(actor=actor, tenant=tenant, changes=addresses, **marks)
        _note(
            tenant,
            marks["roster_id"],
            now,
            [(change.user_id, change.outcome, change.changed) for change in changes],
        )
        advance(len(changes))


def _create_all(
    tenant: Tenant, plan: RosterPlan, roster_id: str, advance: Callable[[int], Any]
) -> None:
    now = timezone.now()
    role = Role.objects.for_tenant(tenant).get(legacy_role=LegacyRole.STUDENT)
    # Nobody knows this password; people who may sign in by password set their own.
    password = make_password(None)
    for creations in batched(plan.creations, BATCH):
        created = _create(tenant, role, password, creations, now)
        _note(tenant, roster_id, now, [(pk, ImportOutcome.CREATED, []) for pk in created])
        advance(len(creations))


def _require_as_planned(tenant: Tenant, changes: Sequence[PlannedChange]) -> None:
    """Lock the students; raise Conflict when others have changed them since the plan."""
    held = get_users(tenant, [change.user_id for change in changes], lock=True)
    for change in changes:
        student = held.get(change.user_id)
        if not student or not student.is_student or student.profile != change.before:
            raise Conflict(_MEANWHILE)


def _update(tenant: Tenant, changes: Sequence[PlannedChange], now: datetime) -> None:
    rows = [(change.user_id, *change.after[:-1]) for change in changes]
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
) -> list[str]:
    """Create these students; return their ids."""
    users: list[tuple[Any, ...]] = []
    memberships: list[tuple[str, str, str]] = []
    for creation in creations:
        *columns, programmes = creation.profile
        user_id = new_id()
        users.append((user_id, tenant.pk, now, password, role.pk, False, *columns))
        memberships.extend((tenant.pk, user_id, programme) for programme in programmes)
    _insert(User, _USER_COLUMNS, users)
    _insert(ProgrammeMembership, _MEMBERSHIP_COLUMNS, memberships)
    return [row[0] for row in users]


def _note(
    tenant: Tenant,
    roster_id: str,
    now: datetime,
    outcomes: Iterable[tuple[str, ImportOutcome, list[str]]],
) -> None:
    """Note what the import did to each student, for their timeline."""
    rows = [(new_id(), now, tenant.pk, pk, roster_id, *told) for pk, *told in outcomes]
    _insert(ImportedStudent, _IMPORTED_COLUMNS, rows)


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
