"""Several people at the same moment."""

from threading import Event, Thread
from time import monotonic

import pytest
from django.db import connection, connections, transaction

from accounts.models import LegacyRole, User
from config.errors import Conflict
from students.services.roster import RosterPlan
from tenants.models import AuditEvent
from tests.factories import StudentFactory, SystemRoleFactory, TenantFactory
from tests.students.test_roster.rosters import export, people, run
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

ROWS = [f"A B,p{n}@uni.example,,active" for n in range(50)]
PATIENCE = 30


@pytest.fixture
def university():
    tenant = TenantFactory()
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
    return tenant


class Watcher:
    """Stops a run before it writes, until it is let go."""

    def __init__(self):
        self.is_about_to_write, self.may_go_on = Event(), Event()

    def __call__(self, stage, steps):
        if stage == "Writing":
            self.is_about_to_write.set()
            assert self.may_go_on.wait(PATIENCE)
        return lambda done: None


def start(action):
    """Do something in a thread of its own, and keep what came of it."""
    outcome = []

    def call():
        try:
            outcome.append(action())
        except Conflict as conflict:
            outcome.append(conflict)
        finally:
            connections.close_all()

    thread = Thread(target=call)
    thread.start()
    return thread, outcome


def finish(thread, outcome):
    thread.join(PATIENCE)
    assert not thread.is_alive()
    return outcome[0]


def somebody_waits_for_a_lock() -> bool:
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return True
    return False


def test_second_run_of_a_tenant_is_refused_while_the_first_goes_on(university):
    watcher = Watcher()
    first = start(lambda: run(university, export(*ROWS), watch=watcher))
    assert watcher.is_about_to_write.wait(PATIENCE)
    with pytest.raises(Conflict, match="Another roster of this university"):
        run(university, export(*ROWS))
    planned = run(university, export(*ROWS), dry_run=True)  # who only looks is let in
    watcher.may_go_on.set()
    assert finish(*first) == planned
    assert len(people(university)) == len(ROWS)


def test_other_tenants_do_not_wait_for_each_other(university):
    other = TenantFactory()
    SystemRoleFactory(tenant=other, legacy_role=LegacyRole.STUDENT)
    watcher = Watcher()
    first = start(lambda: run(university, export(*ROWS), watch=watcher))
    assert watcher.is_about_to_write.wait(PATIENCE)
    assert run(other, export(*ROWS)).counts["created"] == len(ROWS)
    watcher.may_go_on.set()
    assert finish(*first).counts["created"] == len(ROWS)


def test_same_roster_at_once_is_imported_once(university):
    def attempt(index):
        try:
            return run(university, export(*ROWS))
        except Conflict as conflict:
            return conflict

    outcomes = at_once(attempt, 4)
    plans = [outcome for outcome in outcomes if isinstance(outcome, RosterPlan)]
    assert sum(plan.counts["created"] for plan in plans) == len(ROWS)
    assert len(people(university)) == len(ROWS)
    assert AuditEvent.objects.count() == len(plans)


def test_edit_that_is_under_way_is_waited_for_and_kept(university):
    student = StudentFactory(tenant=university, first_name="A", last_name="B")
    row = f"New Name,{student.email},,active"
    watcher = Watcher()
    importing = start(lambda: run(university, export(row, *ROWS), watch=watcher))
    assert watcher.is_about_to_write.wait(PATIENCE)
    with transaction.atomic():
        User.objects.filter(pk=student.pk).update(last_name="Edited")
        watcher.may_go_on.set()
        assert somebody_waits_for_a_lock()
    assert isinstance(finish(*importing), Conflict)
    assert people(university) == {
        student.email: ("A", None, "Edited", "ACTIVE", "STUDENT", []),
    }


def test_invitation_that_takes_an_address_meanwhile_wins(university):
    watcher = Watcher()
    importing = start(lambda: run(university, export(*ROWS), watch=watcher))
    assert watcher.is_about_to_write.wait(PATIENCE)
    StudentFactory(tenant=university, email="P7@uni.example")
    watcher.may_go_on.set()
    assert isinstance(finish(*importing), Conflict)
    assert set(people(university)) == {"P7@uni.example"}
