"""The command of an online move is killed: what it leaves is known, and goes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.conf import settings

from config.management.moves import HELD, MOVED
from tests.cells.online import left, move_online
from tests.cells.pair import ask, move, state
from tests.cells.test_moves import move_list
from tests.scratch import Scratch
from tests.servers import database_url
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

SETTLED, ABSENT = "settled", "absent"


@contextmanager
def begun(*statement: object) -> Iterator[None]:
    """Have begun a transaction with this, which does not end before the block does."""
    # Without a portal of its own, which would keep a snapshot that an index has to wait for.
    with psycopg.connect(database_url(), cursor_factory=psycopg.ClientCursor) as other:
        other.execute(*statement)
        yield
        other.rollback()


@contextmanager
def moving(tenant, there: Scratch) -> Iterator[subprocess.Popen]:
    """Run the command for the length of the block, which kills it."""
    command = [sys.executable, "manage.py", "move_tenant", tenant.slug, "--to", there.url]
    variables = {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "config.settings.local"}
    with subprocess.Popen(
        [*command, "--online", "--patience", "600"],
        cwd=settings.BASE_DIR,
        env=os.environ | variables,
        stdout=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
            assert process.poll() is None
        finally:
            process.kill()


def waits_for_writers(tenant) -> bool:
    """Return whether somebody waits to be alone with the tenant."""
    return bool(
        ask(
            None,
            "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            " AND objid::bigint = hashtext(%s)::bit(32)::bigint",
            tenant.pk,
        )
    )


def unlocked(tenant) -> bool:
    """Return whether the killed command's session has ended here and there."""
    return not ask(
        None,
        "SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = database"
        " WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted"
        " AND starts_with(datname, current_database())"
        " AND classid::bigint = hashtext('tenants.movers')::bit(32)::bigint",
    )


@pytest.mark.parametrize("then", ["--undo", "plain", "--online"])
def test_one_that_was_killed_while_it_was_prepared(tenant, cell, then):
    # The log is kept from a moment on at which all who wrote before have ended: it waits for that.
    with begun("SELECT pg_current_xact_id()"), moving(tenant, cell):
        eventually(lambda: {"slot", "subscription"} <= {*left(), *left(cell)}, patience=300)
    eventually(lambda: unlocked(tenant))

    assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)
    assert move_list() == f"{tenant.slug}: moved online, or cut off\n"
    if then == "--undo":
        assert "was taken down" in move(tenant, None, "--undo")
        assert (left(), move_list()) == ([], "")
        move(tenant, cell, "--undo")
        assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)
    else:
        said = move_online(tenant, cell) if then == "--online" else move(tenant, cell)
        assert "was taken down" in said
        assert (state(tenant), state(tenant, cell)) == (MOVED, SETTLED)
    assert (left(), left(cell)) == ([], [])


@pytest.mark.parametrize("then", ["--undo", "plain", "--online"])
def test_one_that_was_killed_while_it_was_held(tenant, cell, then):
    # What whoever writes for the tenant has until they have ended.
    lock = "SELECT pg_advisory_xact_lock_shared(hashtext('tenants.moves'), hashtext(%s))"
    with begun(lock, [tenant.pk]), moving(tenant, cell):
        eventually(lambda: waits_for_writers(tenant), patience=300)
        assert (state(tenant), state(tenant, cell)) == (HELD, "ARRIVING")
    eventually(lambda: unlocked(tenant))
    assert {"slot", "publication"} <= set(left())

    if then == "--undo":
        assert "lives here again" in move(tenant, cell, "--undo")
        assert (state(tenant), state(tenant, cell)) == (SETTLED, ABSENT)
    else:
        said = move_online(tenant, cell) if then == "--online" else move(tenant, cell)
        assert "was taken down" in said
        assert (state(tenant), state(tenant, cell)) == (MOVED, SETTLED)
    assert (left(), left(cell)) == ([], [])
