"""A university moves to another cell, and back: all of it, once, whatever fails."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import BrowserSession
from accounts.tasks import send_invitation
from config.management.moves import ARRIVING, HELD, MOVED
from programmes.models import Programme
from tenants.models import Tenant
from tests.cells.pair import ask, counts, move, state
from tests.factories import StudentFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

SETTLED = "settled"
ABSENT = "absent"

TRAIL = {"tenants_auditevent", "tenants_auditpersonal", "tenants_auditseal"}


def beside_the_trail(numbers: dict[str, int]) -> dict[str, int]:
    return {name: number for name, number in numbers.items() if name not in TRAIL}


def events(tenant: Tenant, there=None) -> list[str]:
    """Return what the trail says of the tenant's moves."""
    query = (
        "SELECT event_type FROM tenants_auditevent WHERE tenant_id = %s"
        " AND event_type = ANY ('{tenant.held,tenant.released,tenant.arrived}') ORDER BY id"
    )
    return [kind for (kind,) in ask(there, query, tenant.pk)]


def test_a_university_moves_and_its_rows_go_once_that_is_confirmed(tenant, cell):
    before, others = counts(tenant), Tenant.objects.exclude(pk=tenant.pk).count()
    assert all(before.values()), "a table without a row proves nothing"

    assert "nothing was kept" in move(tenant, cell, "--dry-run")
    assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)
    assert events(tenant) == []

    said = move(tenant, cell)
    assert re.search(r"lives at the other cell: [\d,]+ rows, nobody wrote for \d", said)
    assert (state(tenant), state(tenant, cell)) == (MOVED, SETTLED)
    assert beside_the_trail(counts(tenant, cell)) == beside_the_trail(before)
    assert events(tenant, cell) == ["tenant.held", "tenant.arrived"]
    for command in ("verify_ledger", "verify_derived", "verify_audit"):
        cell.manage(command)

    move(tenant, cell, "--confirm")
    assert (state(tenant), state(tenant, cell)) == (ABSENT, SETTLED)
    assert not any(counts(tenant).values())
    assert not BrowserSession.objects.filter(tenant=tenant.pk).exists()
    assert Tenant.objects.count() == others


def test_one_that_moved_comes_back_with_what_was_done_there(tenant, cell):
    move(tenant, cell)
    renamed = "UPDATE programmes_programme SET name = 'Renamed there' WHERE tenant_id = %s"
    ask(cell, renamed, tenant.pk)

    assert "lives here again" in move(tenant, cell, "--undo")

    assert (state(tenant), state(tenant, cell)) == (SETTLED, ARRIVING), (
        "people may still come there"
    )
    assert "in one cell alone" in move(tenant, cell, "--confirm")
    assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)
    assert not any(counts(tenant, cell).values())
    assert set(Programme.objects.for_tenant(tenant).values_list("name", flat=True)) == {
        "Renamed there"
    }
    assert events(tenant) == ["tenant.held", "tenant.arrived", "tenant.released"]
    StudentFactory(tenant=tenant)
    # And it can go again.
    move(tenant, cell)
    assert (state(tenant), state(tenant, cell)) == (MOVED, SETTLED)


def test_a_move_that_was_cut_off_goes_on_from_anywhere(tenant, cell):
    def stands(here: str | None, there: str | None) -> None:
        for where, value in ((None, here), (cell, there)):
            ask(
                where,
                "UPDATE tenants_tenant SET move_state = %s"
                " WHERE id = %s AND move_state IS DISTINCT FROM %s",
                value,
                tenant.pk,
                value,
            )

    # Held, and nothing there yet.
    stands(HELD, None)
    move(tenant, cell)
    assert (state(tenant), state(tenant, cell)) == (MOVED, SETTLED)

    # The copy is there, and not used.
    stands(MOVED, ARRIVING)
    move(tenant, cell)
    assert (state(tenant), state(tenant, cell)) == (MOVED, SETTLED)

    # Held, with the copy of an attempt before, which is out of date.
    stands(HELD, ARRIVING)
    ask(cell, "DELETE FROM programmes_casestudyprogramme WHERE tenant_id = %s", tenant.pk)
    move(tenant, cell)
    assert (state(tenant), state(tenant, cell)) == (MOVED, SETTLED)
    assert beside_the_trail(counts(tenant, cell)) == beside_the_trail(counts(tenant))

    # Twice is once.
    assert "lives at the other cell already" in move(tenant, cell)
    move(tenant, cell, "--confirm")


def test_one_that_a_crash_left_held_is_listed_and_released(tenant, cell):
    ask(None, "UPDATE tenants_tenant SET move_state = %s WHERE id = %s", HELD, tenant.pk)

    assert move_list() == f"{tenant.slug}: held\n"
    assert "lives here again" in move(tenant, None, "--undo")

    assert (state(tenant), move_list()) == (SETTLED, "")
    assert events(tenant) == ["tenant.released"]


def move_list() -> str:
    said = StringIO()
    call_command("move_tenant", stdout=said)
    return said.getvalue()


def test_tasks_that_wait_come_along(tenant, cell):
    task = send_invitation.enqueue("6" * 24, tenant.pk)
    find = "SELECT backend_name FROM django_tasks_database_dbtaskresult WHERE id = %s"

    move(tenant, cell)
    assert ask(None, find, task.id) == [("moving",)], "no worker takes it here"
    assert ask(cell, find, task.id) == [("default",)]

    move(tenant, cell, "--undo")
    assert ask(None, find, task.id) == [("default",)]
    assert ask(cell, find, task.id) == [("moving",)]
    move(tenant, cell, "--confirm")
    assert ask(cell, find, task.id) == []


def test_new_events_come_after_those_that_were_brought_along(tenant, cell):
    ask(None, "SELECT setval('tenants_auditevent_arrival', 5000000)")
    move(tenant, cell)
    query = "SELECT event_type FROM tenants_auditevent WHERE tenant_id = %s ORDER BY arrival, id"
    assert ask(cell, query, tenant.pk)[-1] == ("tenant.arrived",)
    cell.manage("seal_audit")
    cell.manage("verify_audit")


def refused(match: str):
    return pytest.raises(CommandError, match=match)


def test_what_cannot_be_is_refused_and_changes_nothing(tenant, cell):
    other = StudentFactory().tenant
    with refused("name the other cell's database"):
        move(tenant)
    with refused("there is nothing to confirm"):
        move(tenant, cell, "--confirm")
    with refused("is not held"):
        move(tenant, None, "--undo")
    with refused("there is nothing to take back"):
        move(tenant, cell, "--undo")
    with refused("the other cell is not reached"):
        move_to(tenant, "postgresql://127.0.0.1:1/nowhere")
    with refused("no address of a database"):
        move_to(tenant, "nonsense")

    ask(
        cell,
        "INSERT INTO tenants_tenant (id, slug, name, is_active, created_at)"
        " VALUES (%s, %s, 'Another', true, now())",
        other.pk,
        tenant.slug,
    )
    with refused("has another university with this slug already"):
        move(tenant, cell)
    with refused("the other cell has this university already"):
        move(other, cell)
    ask(cell, "DELETE FROM tenants_tenant WHERE id = %s", other.pk)

    assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)
    assert events(tenant) == []


def move_to(tenant: Tenant, url: str) -> None:
    call_command("move_tenant", tenant.slug, "--to", url)


def test_a_cell_keeps_a_super_admin_of_its_own(tenant, cell):
    ask(
        None,
        "UPDATE accounts_user SET status = 'INACTIVE' WHERE tenant_id <> %s",
        tenant.pk,
    )
    with refused("no active Super Admin would be left in this cell"):
        move(tenant, cell)
    assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)

    ask(None, "UPDATE accounts_user SET status = 'ACTIVE' WHERE tenant_id <> %s", tenant.pk)
    move(tenant, cell)
    ask(None, "UPDATE accounts_user SET status = 'INACTIVE' WHERE tenant_id <> %s", tenant.pk)
    with refused("no active Super Admin would be left in this cell"):
        move(tenant, cell, "--confirm")
    assert any(counts(tenant).values())


def test_a_copy_that_fails_leaves_the_university_at_work(tenant, cell):
    before = counts(tenant)
    broken = "ALTER TABLE accounts_role ADD CONSTRAINT broken CHECK (name = '') NOT VALID"
    ask(cell, broken)
    try:
        for _ in range(2):
            with refused("nothing was copied to the other cell"):
                move(tenant, cell)
            assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)
    finally:
        ask(cell, "ALTER TABLE accounts_role DROP CONSTRAINT broken")

    assert beside_the_trail(counts(tenant)) == beside_the_trail(before)
    assert events(tenant) == ["tenant.held", "tenant.released"] * 2
    move(tenant, cell)
    assert (state(tenant), state(tenant, cell)) == (MOVED, SETTLED)


def test_rows_that_changed_on_the_way_are_noticed(tenant, cell):
    ask(
        cell,
        "CREATE FUNCTION forge() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN NEW.description := 'Forged'; RETURN NEW; END $$;"
        "CREATE TRIGGER forge BEFORE INSERT ON accounts_role FOR EACH ROW"
        " EXECUTE FUNCTION forge(); ALTER TABLE accounts_role ENABLE ALWAYS TRIGGER forge",
    )
    try:
        with refused("accounts_role holds other rows in the other cell"):
            move(tenant, cell)
    finally:
        ask(cell, "DROP FUNCTION forge() CASCADE")
    assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)


def test_a_database_with_a_table_that_nobody_decided_about_moves_nothing(tenant, cell):
    ask(None, "CREATE TABLE public.surprise (id int)")
    try:
        with refused("nobody has decided whether the rows of surprise come along"):
            move(tenant, cell)
    finally:
        ask(None, "DROP TABLE surprise")


def test_a_cell_of_another_release_takes_nothing(tenant, cell):
    name = "0999_later"
    ask(
        cell,
        "INSERT INTO django_migrations (app, name, applied) VALUES ('tenants', %s, now())",
        name,
    )
    try:
        with refused("of different releases"):
            move(tenant, cell)
    finally:
        ask(cell, "DELETE FROM django_migrations WHERE name = %s", name)
