"""The web server's role erases by the owner's functions alone, and only whom it has on record."""

import pytest
from psycopg import errors

from config.ids import new_id
from tenants.models import AuditEvent, AuditPersonal
from tests.factories import AttemptTransactionFactory, StudentFactory, TenantFactory
from tests.walled.connections import logged_in

pytestmark = pytest.mark.django_db(transaction=True)

RECORD = """
    INSERT INTO tenants_erasure (id, tenant_id, created_at, user_id, digests, events)
    VALUES (%s, %s, now(), %s, '{}', '{}')
"""


def acted(tenant, actor_id: str) -> AuditEvent:
    return AuditEvent.objects.create(
        tenant=tenant,
        actor_user_id=actor_id,
        actor_name="Zebulon Okonkwo",
        target_type="user",
        target_id=actor_id,
        event_type="user.updated",
        metadata={"user_id": actor_id, "changes": {}},
    )


def test_what_names_an_erased_person_is_emptied_everywhere_and_nothing_else(tenant):
    student = StudentFactory(tenant=tenant)
    AttemptTransactionFactory(user=student, reason="Audio dropped")
    elsewhere, somebody = acted(TenantFactory(), student.pk), acted(tenant, new_id())
    here = acted(tenant, student.pk)
    with logged_in(tenant.pk) as web:
        with pytest.raises(errors.RestrictViolation, match="not on record"):
            web.execute("SELECT erase_from_trail(%s, '{}')", [student.pk])
        web.execute(RECORD, [new_id(), tenant.pk, student.pk])
        web.execute("SELECT set_config('command_center.tenant', '*', false)")

        answers = [
            web.execute("SELECT erase_from_trail(%s, '{}')", [student.pk]).fetchone(),
            web.execute("SELECT erase_from_ledger(%s, '{}')", [student.pk]).fetchone(),
        ]

    assert answers == [(4,), (1,)]
    named = AuditPersonal.objects.filter(actor__isnull=False)
    assert [one.event_id for one in named] == [somebody.pk]
    assert {here.pk, elsewhere.pk} <= {one.event_id for one in AuditPersonal.objects.all()}


def test_events_of_an_erased_person_that_it_writes_name_nobody(tenant):
    student = StudentFactory(tenant=tenant)
    with logged_in(tenant.pk) as web:
        web.execute(RECORD, [new_id(), tenant.pk, student.pk])
        web.execute(
            "INSERT INTO tenants_auditevent (id, tenant_id, actor_user_id, actor_name, target_type,"
            " event_type, event_time, metadata)"
            " VALUES (%s, %s, %s, 'Zeb', 'access', 'access.denied', now(), '{\"path\": \"/\"}')",
            [new_id(), tenant.pk, student.pk],
        )

    event = AuditEvent.objects.get()
    assert (event.actor_name, event.metadata) == (None, {})
    assert not AuditPersonal.objects.exists()
