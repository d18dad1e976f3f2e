"""The cell that follows a tenant's changes: its subscription.

PostgreSQL's own worker writes what the other cell's log says, without triggers: what is derived is
followed as it is.
"""

import json
import time
from typing import Any

import psycopg
from django.core.management.base import CommandError
from psycopg import sql
from psycopg.conninfo import make_conninfo

from config.db.tenant_rows import TenantTable
from config.management import replica_identities
from config.management.cells import Cell
from config.management.publications import PREFIX, patiently

_PAUSE = 0.05

# From here on it need not be a superuser who follows.
_WITH_ROLE_OF_ITS_OWN = 160_000


class Subscription:
    """What follows one tenant's rows; each step may be repeated."""

    def __init__(self, cell: Cell, tenant_id: str, patience: float) -> None:
        self.cell, self.patience = cell, patience
        self.name = f"{PREFIX}{tenant_id}"
        self._version = cell.connection.info.server_version

    def require_possible(self) -> None:
        """Raise a CommandError, which says what to set, unless this role may follow."""
        about = _ABOUT if self._version >= _WITH_ROLE_OF_ITS_OWN else _ABOUT_BEFORE
        ((may, role, database),) = self.cell.ask(about)
        if not may:
            advice = "Name a superuser in --to."
            if self._version >= _WITH_ROLE_OF_ITS_OWN:
                advice = (
                    "Name a superuser in --to, or let one run there:"
                    f"\nGRANT pg_create_subscription TO {role}; ALTER ROLE {role} BYPASSRLS;"
                    f" GRANT CREATE ON DATABASE {database} TO {role};"
                )
            raise CommandError(f"{self.cell}: this role may not follow another cell. {advice}")
        if self.cell.ask(_OTHERS, f"{PREFIX}%".replace("_", r"\_"), self.name):
            raise CommandError(
                f"{self.cell}: an online move of another university to it was begun. End it first:"
                " move_tenant SLUG --to … --undo, where that one comes from."
            )

    def exists(self) -> bool:
        return bool(self.cell.ask(_FOUND, self.name))

    def make(self, source: dict[str, Any], tables: list[TenantTable]) -> None:
        """Be ready to follow what is published at an address; raises a CommandError.

        Nothing is followed before ``begin``.
        """
        identities = replica_identities.of_target(self.cell, tables)
        # Rows are written by whoever has made it, for whom there are no walls.
        own = ", run_as_owner = true" if self._version >= _WITH_ROLE_OF_ITS_OWN else ""
        try:
            with self.cell.transaction():
                self.cell.run(
                    sql.SQL(
                        "CREATE SUBSCRIPTION {name} CONNECTION {where} PUBLICATION {name} WITH ("
                        "enabled = false, create_slot = false, slot_name = {slot},"
                        " copy_data = false, disable_on_error = true, streaming = off" + own + ")"
                    ).format(
                        name=self._called,
                        where=sql.Literal(make_conninfo(**source)),
                        slot=sql.Literal(self.name),
                    )
                )
                note = json.dumps([one.table for one in identities])
                self.cell.run(
                    sql.SQL("COMMENT ON SUBSCRIPTION {} IS {}").format(
                        self._called, sql.Literal(note)
                    )
                )
                ((found,),) = self.cell.ask(_TABLES, self.name)
                if found != len(tables):
                    raise CommandError(
                        f"{self.cell} finds another database there than this cell's: name with"
                        " --from how it reaches this one."
                    )
        except psycopg.Error as error:
            # Not in more of its own words: they may repeat the address.
            reason = str(error).strip().partition("\n")[0]
            raise CommandError(
                f"{self.cell} cannot follow this cell: {reason}. --from names how it reaches it."
            ) from error
        for identity in identities:
            patiently(self.cell, identity.statement(), self.patience)

    def begin(self) -> None:
        """Follow what has happened since the slot was made, and what happens."""
        self.cell.run(sql.SQL("ALTER SUBSCRIPTION {} ENABLE").format(self._called))

    def require_sound(self) -> None:
        """Raise a CommandError where a change could not be written."""
        if self.cell.ask(_FOUND, self.name) != [(True,)]:
            raise CommandError(
                f"{self.cell} could not write something that was changed here; its log says what."
            )

    def disable(self) -> None:
        """Follow no more; ``wait_for_end`` says when that is so."""
        self.cell.run(sql.SQL("ALTER SUBSCRIPTION {} DISABLE").format(self._called))

    def wait_for_end(self) -> None:
        """Wait until nobody writes for it any more."""
        deadline = time.monotonic() + self.patience
        while self.cell.ask(_WORKER, self.name):
            if time.monotonic() > deadline:
                raise CommandError(f"{self.cell} does not stop to follow. Try again later.")
            time.sleep(_PAUSE)

    def take_down(self) -> None:
        """Remove it, without a word to the other cell, and put back what was changed."""
        known = self.cell.ask(_NOTE, self.name)
        if not known:
            return
        self.disable()
        self.wait_for_end()
        for name in json.loads(known[0][0] or "[]"):
            patiently(self.cell, replica_identities.usual(name), self.patience)
        with self.cell.transaction():
            self.cell.run(
                sql.SQL("ALTER SUBSCRIPTION {} SET (slot_name = NONE)").format(self._called)
            )
            self.cell.run(sql.SQL("DROP SUBSCRIPTION {}").format(self._called))

    @property
    def _called(self) -> sql.Identifier:
        return sql.Identifier(self.name)


_ABOUT_BEFORE = """
SELECT rolsuper, current_user, current_database() FROM pg_roles WHERE rolname = current_user
"""
_ABOUT = """
SELECT rolsuper OR (
        rolbypassrls AND has_database_privilege(current_database(), 'CREATE')
        AND pg_has_role('pg_create_subscription', 'USAGE')
    ), current_user, current_database()
FROM pg_roles WHERE rolname = current_user
"""
# Subscriptions are listed for all databases of a cluster.
_FOUND = """
SELECT subenabled FROM pg_subscription
JOIN pg_database ON pg_database.oid = subdbid AND datname = current_database() WHERE subname = %s
"""
_OTHERS = """
SELECT FROM pg_subscription
JOIN pg_database ON pg_database.oid = subdbid AND datname = current_database()
WHERE subname LIKE %s AND subname <> %s
"""
_NOTE = """
SELECT obj_description(pg_subscription.oid, 'pg_subscription') FROM pg_subscription
JOIN pg_database ON pg_database.oid = subdbid AND datname = current_database() WHERE subname = %s
"""
_TABLES = """
SELECT count(*) FROM pg_subscription_rel JOIN pg_subscription ON pg_subscription.oid = srsubid
JOIN pg_database ON pg_database.oid = subdbid AND datname = current_database() WHERE subname = %s
"""
_WORKER = """
SELECT FROM pg_stat_subscription JOIN pg_subscription ON pg_subscription.oid = subid
JOIN pg_database ON pg_database.oid = subdbid AND datname = current_database()
WHERE pg_subscription.subname = %s AND pid IS NOT NULL
"""
