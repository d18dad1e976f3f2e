"""What names people in trail and ledger stands beside their lines, whoever writes them (§18)."""

import hashlib
import json

import pytest
from django.db import IntegrityError, connection, transaction

from config.ids import new_id
from students.models import AttemptTransaction, LedgerPersonal
from tenants.models import AuditEvent, AuditPersonal, EventType
from tenants.services import audit
from tests.clients import ApiClient
from tests.factories import (
    AttemptTransactionFactory,
    ProgrammeFactory,
    StudentFactory,
    SuperAdminFactory,
    UserFactory,
)
from tests.plans import analyse, asked, plan

pytestmark = pytest.mark.django_db

TRAIL = "/v1/console/audit-events"


@pytest.fixture
def student(tenant):
    return StudentFactory(tenant=tenant)


def row(table: str, key: str, value: str) -> dict:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT to_jsonb(r) FROM {table} AS r WHERE {key} = %s", [value])  # noqa: S608 - of tests alone
        ((found,),) = cursor.fetchall()
    return json.loads(found) if isinstance(found, str) else found


def updated(actor, student, **facts) -> AuditEvent:
    changes = {"first_name": {"before": "Ada", "after": "Adaeze"}}
    audit.record(
        EventType.USER_UPDATED,
        actor=actor,
        tenant=student.tenant,
        target_id=student.pk,
        changes=changes,
        **facts,
    )
    return AuditEvent.objects.get(target_id=student.pk)


# The trail -------------------------------------------------------------------------------------


def test_an_event_has_ids_and_digests_and_its_parts_stand_beside_it(admin, student):
    event = updated(admin, student)

    own = row("tenants_auditevent", "id", event.pk)
    names = ("actor_email", "actor_name", "address", "user_agent")
    assert [own[name] for name in names] == [None] * 4
    assert own["metadata"] == {"user_id": student.pk, "tenant_id": student.tenant_id}
    kept = AuditPersonal.objects.get()
    assert kept.actor == {"email": admin.email, "name": admin.display_name}
    assert kept.metadata == {"changes": {"first_name": {"before": "Ada", "after": "Adaeze"}}}


def test_an_event_is_read_whole(admin, student, django_assert_num_queries):
    updated(admin, student)

    with django_assert_num_queries(1):
        (event,) = AuditEvent.objects.for_tenant(student.tenant)
    assert (event.actor_email, event.actor_name) == (admin.email, admin.display_name)
    assert set(event.metadata) == {"user_id", "tenant_id", "changes"}
    (streamed,) = AuditEvent.objects.all().iterator()
    assert streamed.metadata == event.metadata


def test_a_digest_is_of_the_salt_and_the_part(admin, student):
    event = updated(admin, student)

    kept = row("tenants_auditpersonal", "event_id", event.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT actor::text FROM tenants_auditpersonal")
        ((part,),) = cursor.fetchall()
    salt = bytes.fromhex(kept["actor_salt"].replace("-", ""))
    assert hashlib.sha256(salt + part.encode()).digest() == bytes(event.actor_digest)


def test_the_same_part_has_another_digest_in_another_event(admin, student):
    digests = set()
    for _ in range(2):
        audit.record(
            EventType.SIGN_OUT, actor=admin, tenant=admin.tenant, target_id=student.pk, ended={}
        )
    for event in AuditEvent.objects.all():
        digests |= {bytes(event.actor_digest), bytes(event.metadata_digest)}

    assert len(digests) == 4


def test_an_event_about_no_person_keeps_its_metadata(tenant):
    root = SuperAdminFactory(tenant=tenant)
    programme = ProgrammeFactory(tenant=tenant)

    ApiClient(root).patch(f"/v1/console/programmes/{programme.pk}", {"name": "Anew"})

    event = AuditEvent.objects.get(event_type="programme.updated")
    assert row("tenants_auditevent", "id", event.pk)["metadata"] == event.metadata
    assert event.metadata_digest is None
    assert event.actor_name == root.display_name


def test_an_event_of_a_command_about_nobody_needs_no_second_row(tenant):
    programme = ProgrammeFactory(tenant=tenant)

    audit.record(
        EventType.PROGRAMME_CREATED, actor=None, tenant=tenant, target_id=programme.pk, code="X"
    )

    assert AuditEvent.objects.get().metadata["code"] == "X"
    assert not AuditPersonal.objects.exists()


def test_what_somebody_searched_for_before_an_export_is_kept_apart(admin):
    AuditEvent.objects.create(
        tenant=admin.tenant,
        target_type="students",
        event_type="students.exported",
        metadata={"filters": {"search": "ada obi"}, "rows": 1},
    )

    event = AuditEvent.objects.get()
    assert row("tenants_auditevent", "id", event.pk)["metadata"] == {}
    assert event.metadata == {"filters": {"search": "ada obi"}, "rows": 1}


def test_the_list_of_the_trail_costs_as_many_queries_for_three_as_for_one(tenant, student):
    root = SuperAdminFactory(tenant=tenant)
    client = ApiClient(root)
    costs = []
    for number in (1, 2):
        for _ in range(number):
            audit.record(
                EventType.SIGN_OUT,
                actor=root,
                tenant=tenant,
                target_id=student.pk,
                ended={"api": 1},
            )
        costs.append(len(asked(client, TRAIL)))

    assert costs[0] == costs[1]
    answer = client.get(TRAIL).json()["data"]
    assert [event["actor_name"] for event in answer] == [root.display_name] * 3


# The ledger ------------------------------------------------------------------------------------


def test_a_line_of_the_ledger_is_written_in_parts_and_read_whole(student):
    line = AttemptTransactionFactory(user=student, reason="Audio dropped", actor_name="Grace Eze")

    own = row("students_attempttransaction", "id", line.pk)
    assert (own["reason"], own["actor_name"]) == ("", None)
    kept = LedgerPersonal.objects.get()
    assert (kept.reason, kept.actor_name) == ("Audio dropped", "Grace Eze")
    read = AttemptTransaction.objects.get()
    assert (read.reason, read.actor_name) == ("Audio dropped", "Grace Eze")


def test_a_line_without_reason_and_actor_needs_no_second_row(student):
    AttemptTransactionFactory(user=student, reason="", actor_name=None)

    assert not LedgerPersonal.objects.exists()
    assert AttemptTransaction.objects.get().reason == ""


# What is kept apart is never changed -------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        """UPDATE tenants_auditpersonal SET actor = '{"name": "Somebody"}'""",
        "UPDATE tenants_auditpersonal SET metadata = '{}'",
        "UPDATE tenants_auditpersonal SET actor_salt = gen_random_uuid()",
        "UPDATE tenants_auditpersonal SET event_id = 'another'",
        "UPDATE students_ledgerpersonal SET reason = 'Another'",
        "UPDATE students_ledgerpersonal SET actor_name = 'Somebody'",
        "DELETE FROM students_ledgerpersonal",
    ],
)
def test_nobody_writes_something_else_into_it(admin, student, statement):
    updated(admin, student)
    AttemptTransactionFactory(user=student, actor_name="Grace Eze")

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("function", ["erase_from_trail(%s, '{}')", "erase_from_ledger(%s, '{}')"])
def test_nothing_is_emptied_without_an_erasure_on_record(admin, student, function):
    updated(admin, student)

    with (
        pytest.raises(IntegrityError, match="not on record"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"SELECT {function}", [student.pk])

    assert AuditEvent.objects.get().metadata["changes"]


# Plans -----------------------------------------------------------------------------------------


def test_a_page_of_the_trail_reads_its_parts_by_their_keys(tenant):
    actor = UserFactory(tenant=tenant)
    AuditEvent.objects.bulk_create(
        AuditEvent(
            id=new_id(),
            tenant=tenant,
            actor_user_id=actor.pk,
            actor_email=actor.email,
            target_type="user",
            target_id=actor.pk,
            event_type="user.updated",
            metadata={"user_id": actor.pk, "n": n},
        )
        for n in range(3000)
    )
    analyse("tenants_auditevent", "tenants_auditpersonal")
    client = ApiClient(SuperAdminFactory(tenant=tenant))
    (page,) = [one for one in asked(client, TRAIL) if "tenants_auditpersonal" in one[0]]

    nodes = plan(f"EXPLAIN (FORMAT JSON) {page[0]}", page[1])

    used = {node.get("Index Name") for node in nodes} - {None}
    assert {one for one in used if "auditpersonal" in one} == {"tenants_auditpersonal_pkey"}
    assert "Seq Scan" not in {node["Node Type"] for node in nodes}
