"""A university moves online: people write while it is copied, and wait for the last moment only."""

import re

import psycopg
import pytest
from django.core.management import CommandError
from django.db import connection

from benchmarks.beside import beside
from config.management.moves import HELD, MOVED
from config.management.online_moves import COPIED_WHILE_HELD
from tests.cells.online import CAUGHT_UP, COPIED, PREPARED, Writer, left, move_online
from tests.cells.pair import ask, counts, move, state
from tests.cells.test_moves import beside_the_trail, events, move_list
from tests.factories import RoleFactory, StudentFactory
from tests.servers import database_url

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

SETTLED, ABSENT = "settled", "absent"

_HOW_MANY = re.compile(r"([\d,]+) rows were copied while people wrote, ([\d,]+) while nobody did")


def test_nothing_is_lost_and_nothing_done_twice_while_people_write(tenant, cell):
    writers = [Writer(tenant, seed) for seed in range(3)]
    *two, third = writers
    for writer in writers:
        writer.write()

    with beside(*(writer.work for writer in two)):
        said = move_online(
            tenant, cell, when=COPIED, act=lambda: [third.write() for _ in range(40)]
        )

    assert (state(tenant), state(tenant, cell)) == (MOVED, SETTLED)
    for writer in writers:
        assert writer.lost(cell) == []
    assert third.refused == 0, "it was written while it was copied"
    assert sum(writer.refused for writer in two), "who wrote at the end was told to come again"
    there = counts(tenant, cell)
    assert beside_the_trail(there) == beside_the_trail(counts(tenant))
    ((copied, last),) = _HOW_MANY.findall(said)
    assert int(last) == sum(there.get(name, 0) for name in COPIED_WHILE_HELD)
    assert int(copied) + int(last) < sum(there.values()), "the rest has followed"
    assert (left(), left(cell)) == ([], [])
    assert events(tenant, cell) == ["tenant.held", "tenant.arrived"]
    for command in ("verify_ledger", "verify_derived", "verify_audit"):
        assert "wrong" not in cell.manage(command)

    # And back, and forth again, as any other.
    move(tenant, cell, "--undo")
    third.write()
    assert third.lost(None) == []
    assert "nothing was kept" in move_online(tenant, cell, "--dry-run")
    assert (state(tenant), state(tenant, cell), left(), left(cell)) == (SETTLED, ABSENT, [], [])
    move_online(tenant, cell)
    assert third.lost(cell) == []
    move(tenant, cell, "--confirm")
    assert not any(counts(tenant).values())


def test_whatever_ends_it_leaves_nothing_behind(tenant, cell):
    before = counts(tenant)

    def stop() -> None:
        raise KeyboardInterrupt

    for moment in (PREPARED, COPIED, CAUGHT_UP):
        with pytest.raises(KeyboardInterrupt):
            move_online(tenant, cell, when=moment, act=stop)
        assert (left(), left(cell)) == ([], []), moment
        assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT), moment

    # A change that the other cell does not take.
    ask(cell, "ALTER TABLE accounts_role ADD CONSTRAINT broken CHECK (name <> 'Dean') NOT VALID")
    try:
        with pytest.raises(CommandError, match="could not write something that was changed here"):
            move_online(
                tenant, cell, when=COPIED, act=lambda: RoleFactory(tenant=tenant, name="Dean")
            )
    finally:
        ask(cell, "ALTER TABLE accounts_role DROP CONSTRAINT broken")
    assert (left(), left(cell)) == ([], [])
    assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)

    # Rows that became others on the way, without an error.
    with pytest.raises(CommandError, match="accounts_user holds other rows"):
        move_online(
            tenant,
            cell,
            when=CAUGHT_UP,
            act=lambda: ask(
                cell, "UPDATE accounts_user SET last_name = 'X' WHERE tenant_id = %s", tenant.pk
            ),
        )
    assert (left(), left(cell)) == ([], [])
    assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)
    assert events(tenant) == ["tenant.held", "tenant.released"]

    # Somebody who does not end: what their table has is put back when they have.
    with psycopg.connect(database_url()) as endless:

        def begin() -> None:
            endless.execute("SELECT set_config('command_center.tenant', %s, false)", [tenant.pk])
            endless.execute(
                "UPDATE accounts_role SET name = name WHERE tenant_id = %s", [tenant.pk]
            )

        with pytest.raises(CommandError, match="somebody has been writing"):
            move_online(tenant, cell, "--patience", "1", when=CAUGHT_UP, act=begin)
        assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)
        assert "slot" not in left()
        assert left(cell) == []
        endless.rollback()
    assert "was taken down" in move(tenant, None, "--undo")
    assert (left(), left(cell)) == ([], [])

    before["accounts_role"] += 1
    assert beside_the_trail(counts(tenant)) == beside_the_trail(before)
    StudentFactory(tenant=tenant)
    move_online(tenant, cell)
    assert (state(tenant), state(tenant, cell)) == (MOVED, SETTLED)


def test_the_log_is_not_kept_for_a_cell_that_went_away(tenant, cell):
    with connection.cursor() as cursor:

        def go_away() -> None:
            cursor.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
            )

        ((name,),) = ask(cell, "SELECT current_database()")
        try:
            with pytest.raises(CommandError, match="the move was cut off"):
                move_online(tenant, cell, when=COPIED, act=go_away)
            assert (left(), state(tenant)) == ([], SETTLED)
        finally:
            cursor.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert "subscription" in left(cell)

    assert "lives here again" in move(tenant, cell, "--undo")
    assert (left(), left(cell)) == ([], [])
    assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)


def test_a_move_that_follows_is_listed_and_alone(tenant, cell):
    other = StudentFactory().tenant
    seen: list[str] = []

    def look() -> None:
        seen.extend(left())
        seen.append(move_list())
        for options in ((), ("--dry-run",)):
            with pytest.raises(CommandError, match="moving this university at this moment"):
                move_online(tenant, cell, *options)
        with pytest.raises(CommandError, match="moving another university online"):
            move_online(other, cell)
        assert move(other, cell, "--dry-run")

    move_online(tenant, cell, when=COPIED, act=look)

    assert {"publication", "slot", "index", "identity of accounts_programmemembership"} <= set(seen)
    assert seen[-1] == f"{tenant.slug}: moved online, or cut off\n"
    assert move_list() == f"{tenant.slug}: moved\n"
    assert HELD not in (state(tenant), state(tenant, cell))
