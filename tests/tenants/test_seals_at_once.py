"""Sealing beside transactions that commit late: nothing is lost, and nobody waits (§18)."""

import random
import threading
import time
from datetime import timedelta
from typing import Self

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from tenants.models import AuditEvent, AuditSeal, TenantRetention
from tenants.services.retention import remove_old_events
from tenants.services.seals import seal_events
from tests.factories import AuditEventFactory, TenantFactory
from tests.tenants.trails import verified
from tests.threads import at_once, meanwhile

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]


class OpenWriter:
    """A transaction in another thread that has written an event and commits when it is told."""

    def __init__(self, tenant, **values) -> None:
        self.tenant, self.values = tenant, values
        self.has_written, self.may_end = threading.Event(), threading.Event()
        self.is_undone = False
        self._thread = threading.Thread(target=self._work)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self.has_written.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        self.may_end.set()
        self._thread.join(10)

    def _work(self) -> None:
        try:
            with transaction.atomic():
                AuditEventFactory(tenant=self.tenant, **self.values)
                self.has_written.set()
                self.may_end.wait(10)
                transaction.set_rollback(self.is_undone)
        finally:
            connections.close_all()


def test_nothing_is_sealed_beside_an_event_that_may_still_come(tenant):
    with OpenWriter(tenant) as writer:
        AuditEventFactory(tenant=tenant)

        assert seal_events([tenant], patience=0.2) == 0

        writer.end()
        assert seal_events([tenant]) == 2
    assert verified()[0]


def test_sealing_waits_for_whoever_began_before_and_for_nobody_else(tenant):
    with OpenWriter(tenant) as first:
        sealed = []
        sealer = threading.Thread(
            target=lambda: (sealed.append(seal_events([tenant])), connections.close_all())
        )
        sealer.start()
        time.sleep(0.3)
        with OpenWriter(tenant):
            first.end()
            sealer.join(10)
            assert sealed == [1]
    assert seal_events([tenant]) == 1
    assert verified()[0]


def test_what_another_tenant_writes_late_is_not_lost_either(tenant):
    other = TenantFactory()
    with OpenWriter(other) as writer:
        AuditEventFactory(tenant=tenant)
        assert seal_events([tenant, other], patience=0.2) == 0
        writer.end()
    assert seal_events([tenant, other]) == 2


def test_an_event_that_is_undone_holds_up_nothing(tenant):
    with OpenWriter(tenant) as writer:
        AuditEventFactory(tenant=tenant)
        writer.is_undone = True
        writer.end()

    assert seal_events([tenant]) == 1
    assert verified()[0]


def test_a_late_event_with_an_early_id_and_time_is_sealed_and_no_false_alarm(tenant):
    """A process whose clock is wrong, or that was stopped between id and statement."""
    AuditEventFactory.create_batch(3, tenant=tenant)
    seal_events([tenant])

    late = AuditEventFactory(
        tenant=tenant, id="0" * 23 + "1", event_time=timezone.now() - timedelta(days=400)
    )

    assert seal_events([tenant]) == 1
    assert AuditSeal.objects.get(number=2).last_id == late.pk
    assert verified()[0]


def test_an_insert_that_names_no_number_is_sealed_like_any_other(tenant):
    """The release before knows no number, and writes beside this one."""
    AuditEventFactory(tenant=tenant)
    seal_events([tenant])
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO tenants_auditevent (id, tenant_id, target_type, event_type, event_time,"
            " metadata) VALUES (%s, %s, 'user', 'user.created', now(), '{}')",
            ["0" * 24, tenant.pk],
        )

    assert seal_events([tenant]) == 1
    assert verified()[0]


def test_no_writer_waits_for_a_sealer_that_is_at_work(tenant):
    AuditEventFactory.create_batch(3, tenant=tenant)
    with transaction.atomic():
        assert seal_events([tenant]) == 3

        def write() -> None:
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute("SET LOCAL lock_timeout = '200ms'")
                    AuditEventFactory(tenant=tenant)
            finally:
                connections.close_all()

        writer = threading.Thread(target=write)
        writer.start()
        writer.join(10)
        assert not writer.is_alive()
    assert AuditEvent.objects.for_tenant(tenant).count() == 4
    assert seal_events([tenant]) == 1


def test_of_several_sealers_each_event_is_sealed_once(tenant, monkeypatch):
    monkeypatch.setattr("tenants.services.seals.EVENTS_OF_SEAL", 5)
    AuditEventFactory.create_batch(43, tenant=tenant)

    assert sum(at_once(lambda _: seal_events([tenant]), 4)) == 43

    seals = AuditSeal.objects.for_tenant(tenant)
    assert [seal.number for seal in seals] == list(range(1, len(seals) + 1))
    assert sum(seal.events for seal in seals) == 43
    assert verified()[0]


def test_writers_sealers_verifiers_and_retention_at_once_give_no_false_alarm(tenant, monkeypatch):
    monkeypatch.setattr("tenants.services.seals.EVENTS_OF_SEAL", 7)
    TenantRetention.objects.create(tenant=tenant, audit_days=90)
    chance = random.Random(7)
    written = []

    def write() -> None:
        with transaction.atomic():
            many, is_old = chance.randint(1, 9), len(written) < 200
            AuditEventFactory.create_batch(
                many,
                tenant=tenant,
                event_time=timezone.now() - timedelta(days=200 if is_old else 0),
            )
            time.sleep(chance.choice((0, 0.01, 0.1)))
            if is_undone := chance.random() < 0.2:
                transaction.set_rollback(True)
        written.extend([] if is_undone else [None] * many)

    def seal() -> None:
        seal_events([tenant], patience=1)

    def let_go() -> None:
        remove_old_events(tenant)
        time.sleep(0.05)

    said = []
    with meanwhile(write, write, write, seal, seal, let_go):
        ends = time.monotonic() + 4
        while time.monotonic() < ends:
            said.append(verified("--tenant", tenant.slug))

    assert len(said) > 5
    assert [text for is_right, text in said if not is_right] == []
    seal_events([tenant])
    remove_old_events(tenant)
    seal_events([tenant])
    is_right, text = verified()
    assert is_right
    assert ", 0 not sealed yet" in text
    # Each event was sealed once, and each link that lets events go is an event itself.
    sealed = sum(AuditSeal.objects.values_list("events", flat=True))
    drops = AuditSeal.objects.exclude(dropped_to=None).count()
    assert drops > 0
    assert sealed == len(written) + drops
