"""Audit trails for tests: sealed, tampered with by the database's owner, and verified."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import StringIO

from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from tenants.models import AuditEvent, AuditSeal, Tenant
from tenants.services.seals import seal_events
from tests.factories import AuditEventFactory


@contextmanager
def triggers_off() -> Iterator[None]:
    """Let the database's owner do what they can: no trigger stands in their way."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def tamper(statement: str, *values: object) -> int:
    """Run a statement as somebody would who has the owner's password; return the rows it met."""
    with triggers_off(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def change(table: str, assignment: str, row_id: str) -> None:
    """Change a row likewise, as an assignment in SQL says."""
    assert tamper(f"UPDATE {table} SET {assignment} WHERE id = %s", row_id) == 1  # noqa: S608 - of tests alone


def change_seal(tenant: Tenant, number: int, column: str, value: str) -> None:
    """Change a column of one seal likewise."""
    seal = AuditSeal.objects.for_tenant(tenant).get(number=number)
    change("tenants_auditseal", f"{column} = {value}", seal.pk)


def change_event(event: AuditEvent, column: str, value: str) -> None:
    """Change a column of one event likewise."""
    change("tenants_auditevent", f"{column} = {value}", event.pk)


def sealed_events(tenant: Tenant, *, seals: int = 3, each: int = 4) -> list[AuditEvent]:
    """Return the events of a trail with some seals, in the order of their arrival."""
    for _ in range(seals):
        AuditEventFactory.create_batch(
            each,
            tenant=tenant,
            actor_user_id="a" * 24,
            actor_email="ada@state.edu",
            actor_name="",
            target_id="b" * 24,
            metadata={
                "user_id": "b" * 24,
                "changes": {"first_name": {"before": None, "after": ""}},
            },
            request_id="r-1",
            address="192.0.2.7",
            user_agent="Firefox",
        )
        assert seal_events([tenant]) == each
    return list(AuditEvent.objects.for_tenant(tenant).order_by("arrival", "pk"))


def aged(tenant: Tenant, days: int, *, seals: int = 1, each: int = 3) -> list[AuditEvent]:
    """Return sealed events of so many days ago."""
    for _ in range(seals):
        AuditEventFactory.create_batch(
            each, tenant=tenant, event_time=timezone.now() - timedelta(days=days)
        )
        seal_events([tenant])
    return list(AuditEvent.objects.for_tenant(tenant).order_by("-arrival")[: seals * each])


def verified(*arguments: str) -> tuple[bool, str]:
    """Return whether ``verify_audit`` finds all right, and what it says."""
    out = StringIO()
    try:
        call_command("verify_audit", *arguments, stdout=out)
    except CommandError as error:
        return False, f"{out.getvalue()}{error}"
    return True, out.getvalue()


def heads() -> list[str]:
    """Return the heads as ``--print-head`` shows them."""
    return [line.split()[0] for line in verified("--print-head")[1].splitlines()]
