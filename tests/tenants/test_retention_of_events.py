"""Audit events that a tenant keeps no longer: whole seals, from the beginning (§18)."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection

from config.context import within
from config.db import roles
from config.time_allowed import TimeAllowed
from tenants.models import AuditEvent, AuditPersonal, AuditSeal, TenantRetention
from tenants.services import seals
from tenants.services.retention import remove_old_events
from tenants.services.seals import seal_events
from tests.counters import whole_reads_of
from tests.factories import AuditEventFactory, TenantFactory
from tests.plans import analyse
from tests.tenants.trails import aged, change, tamper, verified
from tests.walled.base import as_role

pytestmark = pytest.mark.django_db


def ids(tenant) -> set[str]:
    return set(AuditEvent.objects.for_tenant(tenant).values_list("pk", flat=True))


def drop_link(tenant) -> AuditSeal | None:
    return AuditSeal.objects.for_tenant(tenant).exclude(dropped_to=None).last()


def test_events_of_whole_seals_go_and_the_seals_stay(tenant):
    old = aged(tenant, 401, seals=2)
    young = aged(tenant, 399)

    assert remove_old_events(tenant) == 6

    assert ids(tenant).isdisjoint({event.pk for event in old})
    assert ids(tenant) >= {event.pk for event in young}
    assert AuditSeal.objects.for_tenant(tenant).count() == 4
    assert (drop_link(tenant).dropped_to, drop_link(tenant).audit_days) == (2, 400)
    assert verified() == (
        True,
        f"{tenant.slug}: 3 events verified by 4 seals, 1 not sealed yet\n",
    )


def test_a_seal_with_one_young_event_keeps_all_of_its_events_and_those_after_it(tenant):
    AuditEventFactory(tenant=tenant)
    aged(tenant, 500)
    aged(tenant, 500)

    assert remove_old_events(tenant) == 0
    assert len(ids(tenant)) == 7


def test_what_is_not_sealed_stays(tenant):
    aged(tenant, 500)
    event = AuditEventFactory(tenant=tenant, event_time="2020-01-01T00:00Z")

    assert remove_old_events(tenant) == 3
    assert event.pk in ids(tenant)


def test_each_tenant_keeps_its_own_for_as_long_as_it_has_set(tenant):
    longer = TenantFactory()
    TenantRetention.objects.create(tenant=tenant, audit_days=90)
    TenantRetention.objects.create(tenant=longer, audit_days=3650)
    for one in (tenant, longer):
        aged(one, 91)
        aged(one, 3000)

    call_command("tidy")

    assert len(ids(tenant)) == 1  # that six are gone
    assert len(ids(longer)) == 6
    assert verified()[0]


def test_the_removal_stands_in_the_trail_once(tenant):
    old = aged(tenant, 500, seals=2)
    remove_old_events(tenant)
    remove_old_events(tenant)

    event = AuditEvent.objects.for_tenant(tenant).get()
    assert (event.event_type, event.target_type, event.actor_user_id) == (
        *("audit.removed", "tenant", None),
    )
    assert event.metadata["events"] == 6
    assert event.metadata["audit_days"] == 400
    assert event.metadata["newest_event_time"].startswith(f"{old[-1].event_time:%Y-%m-%d}")


def test_what_an_interruption_left_is_removed_the_next_time(tenant, monkeypatch):
    aged(tenant, 500, seals=3)
    with monkeypatch.context() as interrupted:
        interrupted.setattr("tenants.services.retention.seals_left", lambda tenant: [1])
        assert remove_old_events(tenant) == 3
    is_right, said = verified()
    assert is_right
    assert said.startswith(f"{tenant.slug}: 0 events verified by 4 seals")

    assert remove_old_events(tenant) == 6
    assert len(ids(tenant)) == 1


def test_what_the_time_does_not_allow_goes_the_next_time(tenant):
    aged(tenant, 500, seals=3)
    no_time = TimeAllowed(0)

    assert remove_old_events(tenant, no_time) == 3
    assert no_time.leaves_some
    assert verified()[0]
    assert remove_old_events(tenant, TimeAllowed(0)) == 3

    last = TimeAllowed(0)
    assert remove_old_events(tenant, last) == 3
    assert not last.leaves_some
    assert AuditEvent.objects.get().metadata["events"] == 9


def test_sealing_ends_in_time_as_well(tenant, monkeypatch):
    monkeypatch.setattr(seals, "EVENTS_OF_SEAL", 2)
    AuditEventFactory.create_batch(5, tenant=tenant)
    no_time = TimeAllowed(0)

    assert seal_events([tenant], no_time) == 2
    assert no_time.leaves_some
    assert seal_events([tenant]) == 3


def test_nothing_goes_a_second_time_and_more_goes_later(tenant):
    aged(tenant, 500)
    assert remove_old_events(tenant) == 3
    seal_events([tenant])
    TenantRetention.objects.create(tenant=tenant, audit_days=90)

    assert remove_old_events(tenant) == 0
    assert AuditSeal.objects.exclude(dropped_to=None).count() == 1
    assert verified()[0]


def let_go(tenant, number: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO tenants_auditseal (id, tenant_id, version, dropped_to)"
            " VALUES (repeat('e', 24), %s, 1, %s)",
            [tenant.pk, number],
        )


@pytest.mark.parametrize("number", [0, 2, 7])
def test_the_database_lets_nothing_go_that_is_to_be_kept(tenant, number):
    aged(tenant, 500)
    aged(tenant, 399)

    with pytest.raises(IntegrityError, match="not to be let go yet"):
        let_go(tenant, number)


def test_the_database_deletes_nothing_that_was_not_let_go(tenant):
    aged(tenant, 500, seals=2)
    let_go(tenant, 1)

    with connection.cursor() as cursor:
        cursor.execute("SELECT remove_dropped_events(%s, 2)", [tenant.pk])
        assert cursor.fetchone() == (0,)
        with pytest.raises(IntegrityError, match="append-only"):
            cursor.execute("DELETE FROM tenants_auditevent")


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        (roles.APPLICATION, "SELECT remove_dropped_events('a', 1)"),
        (roles.APPLICATION, "INSERT INTO tenants_auditseal (id) VALUES ('a')"),
        (roles.APPLICATION, "DELETE FROM tenants_auditseal"),
        (roles.APPLICATION, "DELETE FROM tenants_auditevent"),
        (roles.SYSTEM, "DELETE FROM tenants_auditevent"),
        (roles.SYSTEM, "UPDATE tenants_auditseal SET hash = ''"),
    ],
)
def test_web_server_and_worker_have_no_right_to(tenant, role, statement):
    with (
        as_role(role),
        within(tenant.pk),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="permission denied"),
    ):
        cursor.execute(statement)


def test_an_attacker_cannot_say_that_young_events_were_let_go(tenant):
    """Not even as the owner, with a link that is sound in itself."""
    aged(tenant, 500)
    aged(tenant, 10)
    TenantRetention.objects.create(tenant=tenant, audit_days=90)
    let_go(tenant, 1)
    tamper("UPDATE tenants_auditseal SET dropped_to = 2 WHERE dropped_to = 1")
    tamper("UPDATE tenants_auditseal SET hash = audit_seal_hash(tenants_auditseal)")
    tamper("DELETE FROM tenants_auditevent")

    is_right, said = verified()
    assert not is_right
    assert "seal 3 lets events go that had to be kept." in said


@pytest.mark.parametrize(
    "forged",
    [
        "sealed_at = now() + interval '10 years', dropped_to = 2",
        "audit_days = 5, dropped_to = 2",
        "audit_days = NULL, dropped_to = 2",
        "dropped_to = 3",
    ],
)
def test_no_forged_link_makes_up_for_it(tenant, forged):
    aged(tenant, 500)
    aged(tenant, 10)
    let_go(tenant, 1)
    change("tenants_auditseal", forged, drop_link(tenant).pk)
    tamper("UPDATE tenants_auditseal SET hash = audit_seal_hash(tenants_auditseal)")
    tamper("DELETE FROM tenants_auditevent")

    assert "seal 3 lets events go that had to be kept." in verified()[1]


def test_an_event_that_slips_in_among_those_that_were_let_go_is_found(tenant):
    old = aged(tenant, 500, seals=2)
    remove_old_events(tenant)
    new = AuditEventFactory(tenant=tenant)
    tamper(
        "UPDATE tenants_auditevent SET arrival = %s WHERE id = %s",
        min(event.arrival for event in old),
        new.pk,
    )

    assert f"event {new.pk} was slipped in (seal 1)." in verified()[1]


def test_a_later_drop_does_not_cover_what_was_removed_before(tenant):
    aged(tenant, 500)
    young = aged(tenant, 100)
    remove_old_events(tenant)
    tamper("DELETE FROM tenants_auditevent WHERE id = %s", young[0].pk)

    assert f"event {young[0].pk} was removed (seal 2)." in verified()[1]


# Forty thousand events of long ago; each names somebody, so that a part of it is kept apart.
MANY = """
    INSERT INTO tenants_auditevent
        (id, tenant_id, actor_user_id, actor_name, target_type, event_type, event_time, metadata)
    SELECT lpad(to_hex(n), 24, '0'), %s, repeat('a', 24), 'Ada Obi', 'user', 'user.updated',
        timestamptz '2020-01-01Z' + n * interval '1 minute', '{}'
    FROM generate_series(1, 40000) AS n
"""


@pytest.mark.drill
def test_a_seal_that_goes_costs_no_more_in_a_long_trail(tenant, monkeypatch):
    monkeypatch.setattr(seals, "EVENTS_OF_SEAL", 200)  # a small part of the trail, beyond doubt
    with within(tenant.pk), connection.cursor() as cursor:
        cursor.execute(MANY, [tenant.pk])
    seal_events([tenant])
    analyse("tenants_auditevent", "tenants_auditpersonal", "tenants_auditseal")

    read_whole = whole_reads_of(AuditPersonal)

    assert remove_old_events(tenant) == 40_000

    assert read_whole() == 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM tenants_auditpersonal WHERE actor ->> 'name' = %s", ["Ada Obi"]
        )
        assert cursor.fetchone() == (0,)
