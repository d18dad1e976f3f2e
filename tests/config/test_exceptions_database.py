"""What the database refuses, as the contract answers it (§1.4)."""

import psycopg
import pytest
from django.db import connection

from config import errors
from tenants.models import AuditEvent, Tenant, TenantAIConfig
from tests.config.refusals import INTERNAL, invalid, refusal, throw
from tests.factories import (
    AuditEventFactory,
    CaseStudyFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    TenantFactory,
    UserFactory,
)
from tests.walled.base import requests_of_the_owner

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.probes")]


@pytest.fixture(autouse=True)
def as_owner():
    """What the faults write, no role of a request may: they are about refusals of other kinds."""
    with requests_of_the_owner():
        yield


def sql(statement: str, *params):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def twice(factory, **columns):
    tenant = TenantFactory()
    factory(tenant=tenant, **columns)
    factory(tenant=tenant, **columns)


def delete_role_in_use():
    sql("DELETE FROM accounts_role WHERE id = %s", UserFactory().role_id)


def case_study_of_another_tenant():
    SessionFactory(case_study=CaseStudyFactory())


def conflict(message: str) -> tuple[int, dict]:
    return 409, refusal(message, "CONFLICT")


def rule(message: str) -> tuple[int, dict]:
    return 422, invalid(("", message))


BROKEN_RULE = rule("A value breaks a rule of the database.")
OUT_OF_RANGE = rule("A value is out of its range.")


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        (
            lambda: twice(ProgrammeFactory, code="MBA"),
            conflict("A programme with this code exists already."),
        ),
        (
            lambda: twice(RoleFactory, name="Dean"),
            conflict("A role with this name exists already."),
        ),
        (
            lambda: twice(UserFactory, email="ada@example.com"),
            conflict("A user with this e-mail address exists already."),
        ),
        (
            lambda: TenantFactory.create_batch(2, slug="state"),
            conflict("A university with this slug exists already."),
        ),
        (delete_role_in_use, conflict("The role is still assigned to users.")),
        (
            case_study_of_another_tenant,
            conflict("It is still in use, or points to a missing row."),
        ),
        (
            lambda: AuditEventFactory() and AuditEvent.objects.update(event_type="x"),
            conflict("tenants_auditevent is append-only: rows are never changed or deleted"),
        ),
        (lambda: TenantFactory(name=""), rule("A university needs a name.")),
        (
            lambda: SessionFactory(status="lost"),
            rule("Unknown session, transcript or grading state."),
        ),
        # What nobody gave is a fault of ours: serializers ask for what callers must give.
        (lambda: TenantFactory(name=None), (500, INTERNAL)),
        (lambda: SessionFactory(reconnect_count=-1), BROKEN_RULE),
        (lambda: TenantFactory(name="x" * 256), OUT_OF_RANGE),
        (lambda: TenantFactory(name="a\0b"), OUT_OF_RANGE),
        (
            lambda: TenantAIConfig.objects.create(
                tenant=TenantFactory(), max_sessions_per_student=40_000
            ),
            OUT_OF_RANGE,
        ),
        (
            lambda: AuditEventFactory(metadata={"name": "a\0b"}),
            OUT_OF_RANGE,
        ),
    ],
)  # fmt: skip
def test_refusal_of_the_database_becomes(provoke, fault, answer):
    status, body = answer

    response = provoke(fault)

    assert response.status_code == status
    assert response.json() == body


def out_of_reach():
    with connection.wrap_database_errors:
        psycopg.connect(host="/nowhere")


@pytest.mark.parametrize(
    "fault",
    [
        out_of_reach,
        lambda: sql("DO $$ BEGIN RAISE deadlock_detected; END $$"),
        lambda: sql("DO $$ BEGIN RAISE lock_not_available; END $$"),
        lambda: sql("DO $$ BEGIN RAISE query_canceled; END $$"),
        lambda: sql("DO $$ BEGIN RAISE idle_in_transaction_session_timeout; END $$"),
        lambda: sql("DO $$ BEGIN RAISE serialization_failure; END $$"),
        lambda: sql("DO $$ BEGIN RAISE disk_full; END $$"),
    ],
)
def test_database_out_of_reach_is_503_with_a_time_to_come_back(provoke, log, fault):
    response = provoke(fault)

    assert response.status_code == 503
    assert response.json() == refusal(
        "The service is unavailable for a moment.", "INTERNAL_ERROR", {"retry_after": 5}
    )
    assert response.headers["Retry-After"] == "5"
    assert "ERROR config.api.exceptions" in log.getvalue()


def test_broken_statement_is_a_fault_of_ours(provoke):
    response = provoke(lambda: sql("SELECT secret FROM nowhere"))

    assert response.status_code == 500
    assert response.json() == INTERNAL


@pytest.mark.parametrize(
    ("write", "atomic_requests"),
    [("service-write", False), ("service-write", True), ("half-write", True)],
)
@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (lambda: throw(RuntimeError("anything")), 500),
        (lambda: throw(errors.Conflict("No.")), 409),
        (lambda: throw(errors.InvalidInput([("a", "No.")])), 422),
        (lambda: TenantFactory(slug="half-done"), 409),
        (lambda: TenantFactory(name=""), 422),
        (lambda: "done", 200),
    ],
)
def test_failed_write_leaves_nothing_behind(
    provoke, monkeypatch, write, atomic_requests, fault, status
):
    monkeypatch.setitem(connection.settings_dict, "ATOMIC_REQUESTS", atomic_requests)

    response = provoke(fault, f"/v1/probe/{write}", "POST")

    assert response.status_code == status
    assert Tenant.objects.count() == (1 if status == 200 else 0)
