"""Who writes while a university is held: what was acknowledged is copied, the rest is told."""

import psycopg
import pytest
from django.core.management import CommandError
from django.db import connections
from django_tasks_db.models import DBTaskResult

from accounts.tasks import send_invitation
from benchmarks.beside import beside
from config.management.moves import HELD
from programmes.models import Programme
from tests.cells.pair import ask, move, state
from tests.servers import database_url
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

INSERT = (
    "INSERT INTO programmes_programme (id, tenant_id, code, name, is_active, created_at)"
    " VALUES (%s, %s, %s, 'Written', true, now())"
)


def writer(tenant) -> psycopg.Connection:
    """Return a connection that works for the tenant, as the web server's do."""
    connection = psycopg.connect(database_url())
    connection.execute("SELECT set_config('command_center.tenant', %s, false)", [tenant.pk])
    connection.commit()
    return connection


def test_whoever_has_begun_to_write_is_waited_for(tenant, cell):
    with writer(tenant) as early, writer(tenant) as late:
        early.execute(INSERT, ["a" * 24, tenant.pk, "EARLY"])

        def finish(end) -> None:
            try:
                eventually(lambda: state(tenant) == HELD)
            finally:
                connections.close_all()
            # Nobody begins any more.
            with pytest.raises(psycopg.errors.ObjectNotInPrerequisiteState):
                late.execute(INSERT, ["c" * 24, tenant.pk, "LATE"])
            early.commit()

        with beside(finish):
            move(tenant, cell)

    query = "SELECT code FROM programmes_programme WHERE tenant_id = %s AND name = 'Written'"
    assert ask(cell, query, tenant.pk) == [("EARLY",)]


def test_one_that_does_not_end_is_named_and_the_university_released(tenant, cell):
    with writer(tenant) as endless:
        endless.execute(INSERT, ["a" * 24, tenant.pk, "ENDLESS"])
        pid = endless.info.backend_pid
        with pytest.raises(CommandError, match=rf"writing for 0 seconds \(process {pid} of"):
            move(tenant, cell, "--patience", "0.3")
        assert state(tenant) == "settled"
        endless.commit()
    assert Programme.objects.filter(tenant=tenant, code="ENDLESS").exists()


def test_a_task_that_runs_is_waited_for(tenant, cell):
    task = send_invitation.enqueue("6" * 24, tenant.pk)
    DBTaskResult.objects.filter(pk=task.id).update(status="RUNNING")
    with pytest.raises(CommandError, match="1 background tasks of it are running"):
        move(tenant, cell, "--patience", "0.2")
    assert (state(tenant), state(tenant, cell)) == ("settled", "absent")


def test_two_do_not_move_it_at_once(tenant, cell):
    with psycopg.connect(database_url(), autocommit=True) as other:
        other.execute(
            "SELECT pg_advisory_lock(hashtext('tenants.movers'), hashtext(%s))", [tenant.pk]
        )
        with pytest.raises(CommandError, match="somebody else is moving this university"):
            move(tenant, cell)
    assert state(tenant) == "settled"
