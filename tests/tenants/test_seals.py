"""The seals of the audit trail: what they cover, and that no tampering is missed (§18)."""

import hashlib
import json
import logging
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tenants import tasks
from tenants.models import AuditEvent, AuditSeal
from tenants.queries.seals import unsealed_seconds
from tenants.services.seals import seal_events
from tests.factories import AuditEventFactory, TenantFactory
from tests.plans import analyse
from tests.tenants.trails import change_event, change_seal, heads, sealed_events, tamper, verified

pytestmark = pytest.mark.django_db

# Another value for each column of an event; ids and numbers stay unique.
OTHERS = {
    "id": "repeat('c', 24)",
    "tenant_id": "(SELECT id FROM tenants_tenant WHERE slug = 'elsewhere')",
    "actor_user_id": "repeat('d', 24)",
    "actor_email": "'ada@state.edu'",
    "actor_name": "''",
    "target_type": "'tenant'",
    "target_id": "''",
    "event_type": "'user.updated'",
    "event_time": "event_time + interval '1 microsecond'",
    "metadata": """'{"changes": {"first_name": {"before": "", "after": ""}}}'""",
    "request_id": "'r-2'",
    "address": "'192.0.2.8'",
    "user_agent": "'firefox'",
    "actor_digest": "decode(repeat('03', 32), 'hex')",
    "metadata_digest": "decode(repeat('04', 32), 'hex')",
    "arrival": "arrival + 1000",
}

READ_FROM_METADATA = ("part_of", "done_in", "done_from")


@pytest.fixture
def events(tenant) -> list[AuditEvent]:
    TenantFactory(slug="elsewhere")
    return sealed_events(tenant)


def fault(tenant) -> str:
    """Return what is said of the tenant's trail."""
    is_right, said = verified()
    assert not is_right
    of_tenant = [line for line in said.splitlines() if line.startswith(f"{tenant.slug}: ")]
    (line,) = (line for line in of_tenant if "not sealed yet" not in line)
    return line.removeprefix(f"{tenant.slug}: ")


def test_a_trail_that_nobody_touched_is_verified_with_what_is_not_sealed_yet(events, tenant):
    AuditEventFactory.create_batch(2, tenant=tenant)

    is_right, said = verified("--tenant", tenant.slug)

    assert is_right
    assert said == f"{tenant.slug}: 12 events verified by 3 seals, 2 not sealed yet\n"


def test_nothing_is_sealed_twice_and_each_seal_follows_from_the_one_before(events, tenant):
    assert seal_events([tenant]) == 0

    seals = list(AuditSeal.objects.for_tenant(tenant))
    assert [seal.number for seal in seals] == [1, 2, 3]
    assert [seal.former for seal in seals] == [b"", seals[0].hash, seals[1].hash]
    assert [seal.newest_at for seal in seals] == [
        max(event.event_time for event in events[at : at + 4]) for at in (0, 4, 8)
    ]


def test_the_digest_of_an_event_is_what_the_documentation_says(events):
    """What names a person is kept apart, so its columns are empty and the digests there."""
    event = AuditEvent.objects.filter(pk=events[0].pk).values().get()
    form = [
        *("audit event", 1, event["id"], event["tenant_id"], event["arrival"]),
        *(event["actor_user_id"], None, None, event["target_type"], event["target_id"]),
        *(event["event_type"], f"{event['event_time']:%Y-%m-%dT%H:%M:%S.%fZ}"),
        *({"user_id": "b" * 24}, event["request_id"], None, None),
        *(bytes(event["actor_digest"]).hex(), bytes(event["metadata_digest"]).hex()),
    ]
    digest = hashlib.sha256(json.dumps(form, ensure_ascii=False).encode()).digest()

    content = bytes(AuditSeal.objects.for_tenant(event["tenant_id"]).first().content)
    assert content[:56] == event["id"].encode() + digest


def test_the_canonical_form_has_every_column():
    """A new column has to be sealed as well: by a version 2, beside the one that is there.

    Or the database reads it from the metadata, which are sealed.
    """
    columns = {field.column for field in AuditEvent._meta.concrete_fields}

    assert columns == OTHERS.keys() | {*READ_FROM_METADATA}


@pytest.mark.parametrize("column", READ_FROM_METADATA)
@pytest.mark.parametrize("is_sealed", [True, False])
def test_an_event_that_is_hidden_from_a_list_is_found(events, tenant, column, is_sealed):
    event = events[5] if is_sealed else AuditEventFactory(tenant=tenant)
    change_event(event, column, "repeat('c', 24)")

    assert (
        fault(tenant)
        == f"event {event.pk}: part_of, done_in or done_from is not as its metadata say."
    )


@pytest.mark.parametrize("column", OTHERS)
@pytest.mark.parametrize("place", [0, 5, 11], ids=["first", "middle", "last"])
def test_a_changed_column_is_found_and_the_event_named(events, tenant, column, place):
    event = events[place]
    change_event(event, column, OTHERS[column])

    what = "was removed" if column in {"id", "tenant_id", "arrival"} else "was changed"
    assert fault(tenant).startswith(f"event {event.pk} {what}")


@pytest.mark.parametrize("column", ["actor_name", "target_id", "user_agent", "request_id"])
def test_nothing_and_an_empty_text_are_not_the_same(events, tenant, column):
    event = AuditEventFactory(tenant=tenant, **{column: None})
    seal_events([tenant])
    change_event(event, column, "''")

    assert fault(tenant) == f"event {event.pk} was changed (seal 4)."


@pytest.mark.parametrize("place", [0, 4, 5, 7, 11])
def test_a_removed_event_is_named_wherever_it_stood(events, tenant, place):
    tamper("DELETE FROM tenants_auditevent WHERE id = %s", events[place].pk)

    assert fault(tenant) == f"event {events[place].pk} was removed (seal {place // 4 + 1})."


def test_a_trail_without_any_event_is_not_one_that_nothing_happened_in(events, tenant):
    tamper("DELETE FROM tenants_auditevent")

    assert fault(tenant).startswith(f"event {events[0].pk} was removed (seal 1). 2 more faults")


@pytest.mark.parametrize("arrival", [-(2**62), -1, 0, "first", "inside"])
def test_an_event_that_slipped_in_is_named(events, tenant, arrival):
    among = {"first": events[0].arrival, "inside": events[5].arrival}
    new = AuditEventFactory(tenant=tenant)
    tamper(
        "UPDATE tenants_auditevent SET arrival = %s WHERE id = %s",
        among.get(arrival, arrival),
        new.pk,
    )

    assert fault(tenant).startswith(f"event {new.pk} was slipped in")


def test_two_events_that_changed_places_are_found(events, tenant):
    one, other = events[4], events[6]
    tamper(
        "UPDATE tenants_auditevent SET arrival = CASE id WHEN %s THEN %s ELSE %s END"
        " WHERE id IN (%s, %s)",
        *(one.pk, other.arrival, one.arrival, one.pk, other.pk),
    )

    assert fault(tenant) == f"event {other.pk} was put into another place (seal 2)."


SEAL_COLUMNS = {
    "id": "repeat('c', 24)",
    "version": "2",
    "sealed_at": "sealed_at - interval '1 second'",
    "after_arrival": "after_arrival - 1",
    "after_id": "''",
    "last_arrival": "last_arrival + 1",
    "last_id": "'x'",
    "events": "events - 1",
    "newest_at": "NULL",
    "dropped_to": "1",
    "audit_days": "90",
    "content": r"'\x00'",
    "former": r"'\x00'",
    "hash": r"'\x00'",
}


@pytest.mark.parametrize("column", SEAL_COLUMNS)
def test_a_changed_seal_is_found(events, tenant, column):
    assert SEAL_COLUMNS.keys() | {"tenant_id", "number"} == {
        field.column for field in AuditSeal._meta.concrete_fields
    }
    change_seal(tenant, 2, column, SEAL_COLUMNS[column])

    assert fault(tenant).startswith("seal 2 was changed.")


def test_a_seal_that_belongs_to_somebody_else_is_missing_here(events, tenant):
    change_seal(tenant, 3, "tenant_id", OTHERS["tenant_id"])

    is_right, said = verified("--tenant", "elsewhere")
    assert not is_right
    assert "seal 1 was removed." in said


@pytest.mark.parametrize("number", [1, 2])
def test_a_removed_seal_is_found(events, tenant, number):
    tamper("DELETE FROM tenants_auditseal WHERE number = %s", number)

    assert fault(tenant).startswith(f"seal {number} was removed.")


def test_a_head_outside_finds_that_the_last_seals_were_removed(events, tenant):
    kept = next(head for head in heads() if head.startswith(tenant.slug))
    tamper("DELETE FROM tenants_auditseal WHERE number = 3")
    assert verified()[0]

    is_right, said = verified("--expect-head", kept)

    assert not is_right
    assert f"{tenant.slug}: seal 3 was removed: its head is known outside." in said


def rebuild(number: int) -> None:
    """Write the seals from this number on anew, as who knows the code and has all rights does."""
    tamper("UPDATE tenants_auditseal SET content = audit_seal_content(tenants_auditseal)")
    for one in AuditSeal.objects.filter(number__gte=number).order_by("number"):
        tamper(
            "UPDATE tenants_auditseal AS seal SET former = coalesce((SELECT hash FROM"
            " tenants_auditseal AS before WHERE before.number = seal.number - 1), '')"
            " WHERE id = %s",
            one.pk,
        )
        tamper(
            "UPDATE tenants_auditseal SET hash = audit_seal_hash(tenants_auditseal) WHERE id = %s",
            one.pk,
        )


def test_one_seal_that_was_rebuilt_breaks_the_chain(events, tenant):
    tamper("UPDATE tenants_auditevent SET actor_name = 'Eve' WHERE id = %s", events[0].pk)
    tamper("UPDATE tenants_auditseal SET content = audit_seal_content(tenants_auditseal)")
    tamper("UPDATE tenants_auditseal SET hash = audit_seal_hash(tenants_auditseal)")

    assert fault(tenant) == "seal 2 does not follow from the seal before: one was rebuilt."


def test_only_a_head_outside_finds_a_chain_that_was_rebuilt_whole(events, tenant, tmp_path):
    kept = tmp_path / "log"
    kept.write_text("\n".join(f"INFO Audit trail sealed: {head}, 4 events" for head in heads()))
    tamper("UPDATE tenants_auditevent SET actor_name = 'Eve' WHERE id = %s", events[0].pk)
    rebuild(1)
    assert verified()[0]

    is_right, said = verified("--expect-head", str(kept))

    assert not is_right
    assert "seal 3 is another one than the head that is known outside." in said


def test_a_head_that_is_right_stays_right_when_more_is_sealed(events, tenant):
    kept = heads()
    sealed_events(tenant, seals=1)

    assert verified("--expect-head", kept[-1])[0]


@pytest.mark.parametrize(
    ("heads_outside", "refusal"),
    [
        (["nonsense"], "is no head, written TENANT:NUMBER:HASH, and no file"),
        (["a:1:" + "0" * 64, "a:1:" + "1" * 64], "two different heads are given for seal 1 of a"),
        (["a:1:" + "0" * 64], "there is no tenant a, whose head is known outside"),
    ],
)
def test_a_head_that_says_nothing_is_refused(tenant, heads_outside, refusal):
    options = [part for head in heads_outside for part in ("--expect-head", head)]

    with pytest.raises(CommandError, match=refusal):
        call_command("verify_audit", *options)


def test_a_tenant_that_does_not_exist_is_said_so(tenant):
    with pytest.raises(CommandError, match="no tenant 'nowhere'"):
        call_command("verify_audit", "--tenant", "nowhere")


def test_heads_are_printed_and_logged(tenant, caplog):
    with caplog.at_level(logging.INFO, "tenants.services.seals"):
        sealed_events(tenant, seals=2)
    last = AuditSeal.objects.for_tenant(tenant).last()
    head = f"{tenant.slug}:2:{last.hash.hex()}"
    empty = TenantFactory()

    assert f"Audit trail sealed: {head}, 4 events" in caplog.messages
    lines = verified("--print-head")[1].splitlines()
    assert f"{head} {last.sealed_at:%Y-%m-%dT%H:%M:%SZ} 8" in lines
    assert f"{empty.slug}: nothing is sealed yet" in lines


def test_a_head_is_taken_for_no_secret_in_the_log(tenant, log):
    sealed_events(tenant, seals=1)

    assert AuditSeal.objects.get().hash.hex() in log.getvalue()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tenants_auditseal SET events = 0",
        "DELETE FROM tenants_auditseal",
    ],
)
def test_seals_are_never_changed_or_deleted(events, statement):
    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="append-only"):
        cursor.execute(statement)


def test_the_command_seals_all_tenants_and_the_worker_can_do_it(tenant):
    other = TenantFactory()
    for one in (tenant, other):
        AuditEventFactory.create_batch(2, tenant=one)

    call_command("seal_audit")
    assert AuditSeal.objects.count() == 2
    AuditEventFactory(tenant=other)
    call_command("seal_audit", "--queue")
    assert AuditSeal.objects.count() == 2

    assert tasks.seal_events_of.func(other.pk) == 1
    assert tasks.seal_events_of.func(tenant.pk) == 0


def test_trails_without_news_are_asked_for_once_however_many_there_are(tenant):
    """A cell has a thousand universities, whose trails are looked at every minute."""
    tenants = [tenant, *(TenantFactory() for _ in range(5))]
    for one in tenants:
        AuditEventFactory(tenant=one)
    assert seal_events(tenants) == 6
    with CaptureQueriesContext(connection) as of_one:
        seal_events(tenants[:1])
    with CaptureQueriesContext(connection) as of_all:
        seal_events(tenants)

    assert len(of_all) == len(of_one)


def test_only_trails_with_news_are_left_to_the_worker(tenant):
    other = TenantFactory()
    for one in (tenant, other):
        AuditEventFactory(tenant=one)
    seal_events([tenant, other])
    AuditEventFactory(tenant=other)

    call_command("seal_audit", "--queue")

    assert [task.args_kwargs["args"] for task in DBTaskResult.objects.all()] == [[other.pk]]


@pytest.mark.parametrize("place", [0, 5, 12], ids=["first", "middle", "not sealed yet"])
@pytest.mark.parametrize("part", ["actor", "metadata"])
@pytest.mark.parametrize("value", ["NULL", """'{"name": "Eve"}'"""])
def test_what_is_kept_apart_is_verified_too(events, tenant, place, part, value):
    AuditEventFactory(tenant=tenant, actor_name="Ada", metadata={"user_id": "b" * 24, "name": "B"})
    event = AuditEvent.objects.for_tenant(tenant).order_by("arrival")[place]
    personal = f"UPDATE tenants_auditpersonal SET {part} = {value} WHERE event_id = %s"  # noqa: S608 - of tests alone
    tamper(personal, event.pk)

    assert fault(tenant) == (
        f"event {event.pk}: its {part}, which is kept apart, was changed or removed."
    )


def test_events_that_go_back_with_their_change_leave_no_gap_that_counts(events, tenant):
    with transaction.atomic():
        AuditEventFactory(tenant=tenant)
        transaction.set_rollback(True)
    AuditEventFactory(tenant=tenant)
    assert seal_events([tenant]) == 1

    assert verified()[0]


def test_the_wait_of_the_oldest_event_without_a_seal_is_known(events, tenant):
    assert unsealed_seconds([tenant.pk]) == 0

    AuditEventFactory(tenant=tenant, event_time=timezone.now() - timedelta(minutes=9))
    AuditEventFactory(tenant=tenant)

    assert 539 < unsealed_seconds([tenant.pk]) < 600


def test_events_of_before_are_sealed_by_their_ids(tenant):
    """Those that were there when numbers of arrival came have none."""
    AuditEventFactory.create_batch(7, tenant=tenant)
    tamper("UPDATE tenants_auditevent SET arrival = 0")
    AuditEventFactory(tenant=tenant)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tenants.services.seals.EVENTS_OF_SEAL", 3)
        assert seal_events([tenant]) == 8

    assert list(AuditSeal.objects.values_list("events", flat=True)) == [3, 3, 2]
    assert verified()[0]
    assert unsealed_seconds([tenant.pk]) == 0


def test_each_event_is_read_through_the_index_of_arrivals(events, tenant):
    analyse("tenants_auditevent")
    with connection.cursor() as cursor:
        # So few rows are as well sorted as read in their order.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(
            "EXPLAIN SELECT id FROM tenants_auditevent WHERE tenant_id = %s"
            " AND (arrival, id) > (%s, %s) AND (arrival, id) <= (%s, %s) ORDER BY arrival, id",
            [tenant.pk, 1, "a", 5, "b"],
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())

    assert "audit_by_arrival" in plan
    assert "Sort" not in plan
