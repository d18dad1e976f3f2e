"""Whatever is done to a sealed trail, in whatever order: tampering is found, all else is right."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from tenants.models import AuditEvent, AuditSeal, TenantRetention
from tenants.services.retention import remove_old_events
from tenants.services.seals import seal_events
from tests.contents import undone
from tests.factories import AuditEventFactory, TenantFactory
from tests.tenants.test_seals import OTHERS, SEAL_COLUMNS
from tests.tenants.trails import change_event, change_seal, tamper, verified

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(1, 4), st.sampled_from([0, 89, 91, 500])),
        st.tuples(st.just("seal"), st.integers(1, 5), st.just(0)),
        st.tuples(st.just("let go"), st.just(0), st.just(0)),
    ),
    max_size=14,
)


def live(tenant, deeds, monkeypatch) -> None:
    """Write, seal and let go, with seals of so many events; verify after each deed."""
    TenantRetention.objects.create(tenant=tenant, audit_days=90)
    for deed, number, days in deeds:
        if deed == "write":
            time = timezone.now() - timedelta(days=days)
            AuditEventFactory.create_batch(number, tenant=tenant, event_time=time)
        elif deed == "seal":
            monkeypatch.setattr("tenants.services.seals.EVENTS_OF_SEAL", number)
            seal_events([tenant])
        else:
            remove_old_events(tenant)
        is_right, said = verified()
        assert is_right, (deed, said)


@settings(max_examples=40)
@given(deeds=DEEDS)
def test_whatever_is_written_sealed_and_let_go_is_right(deeds, db, monkeypatch):
    with undone():
        live(TenantFactory(slug="state"), deeds, monkeypatch)


def _change_event(data, tenant, sealed: list[AuditEvent]) -> None:
    event = data.draw(st.sampled_from(sealed))
    column = data.draw(st.sampled_from(sorted(OTHERS)))
    change_event(event, column, OTHERS[column])


def _remove_event(data, tenant, sealed: list[AuditEvent]) -> None:
    event = data.draw(st.sampled_from(sealed))
    tamper("DELETE FROM tenants_auditevent WHERE id = %s", event.pk)


def _slip_in(data, tenant, sealed: list[AuditEvent]) -> None:
    place = data.draw(st.sampled_from(sealed)).arrival
    new = AuditEventFactory(tenant=tenant, id=data.draw(st.sampled_from(["0" * 24, "f" * 24])))
    # The last event of a range is its end: what comes behind it is new, and not slipped in.
    place -= place == max(event.arrival for event in sealed)
    tamper("UPDATE tenants_auditevent SET arrival = %s WHERE id = %s", place, new.pk)


def _change_seal(data, tenant, sealed: list[AuditEvent]) -> None:
    column = data.draw(st.sampled_from(sorted(SEAL_COLUMNS.keys() - {"after_id"})))
    seal = data.draw(st.sampled_from(list(AuditSeal.objects.for_tenant(tenant))))
    change_seal(tenant, seal.number, column, SEAL_COLUMNS[column])


def _swap(data, tenant, sealed: list[AuditEvent]) -> None:
    one = data.draw(st.sampled_from(sealed[:-1]))
    other = sealed[sealed.index(one) + 1]
    tamper(
        "UPDATE tenants_auditevent SET arrival = CASE id WHEN %s THEN %s ELSE %s END"
        " WHERE id IN (%s, %s)",
        *(one.pk, other.arrival, one.arrival, one.pk, other.pk),
    )


@settings(max_examples=60)
@given(
    data=st.data(),
    sizes=st.lists(st.integers(1, 5), min_size=1, max_size=4),
    unsealed=st.integers(0, 3),
    act=st.sampled_from([_change_event, _remove_event, _slip_in, _change_seal, _swap]),
)
def test_whatever_is_tampered_with_is_found(data, sizes, unsealed, act, db):
    with undone():
        tenant = TenantFactory(slug="state")
        TenantFactory(slug="elsewhere")
        for size in sizes:
            # The last seals have two events at least, so that there is something to swap.
            values = {"actor_email": "a@b.edu", "actor_name": ""}
            AuditEventFactory.create_batch(size + 1, tenant=tenant, **values)
            seal_events([tenant])
        sealed = list(AuditEvent.objects.for_tenant(tenant).order_by("arrival"))
        AuditEventFactory.create_batch(unsealed, tenant=tenant)
        assert verified()[0]

        act(data, tenant, sealed)

        is_right, said = verified()
        assert not is_right, said
