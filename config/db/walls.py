"""Walls between tenants in PostgreSQL itself: row-level security (docs/security.md, "Walls").

A connection says whose rows it may see (``config.db.walled``). Each table with a ``tenant_id`` has
two policies: everybody sees the rows of that tenant, and the roles that work over tenants see all
rows where they say ``*``. The owner of the tables sees all rows as well while nothing was ever
said, so that the release before this one, and people at ``psql``, find what they found.
"""

import logging
import re
from functools import cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation

from config.context import ALL_TENANTS, is_in_request, show_rows_of, visible_tenant, within

logger = logging.getLogger(__name__)

_word = re.compile(r"\w+")

_TENANT = "current_setting('command_center.tenant', true)"
_OWN = f"tenant_id = {_TENANT}"
_ALL = f"coalesce({_TENANT}, '*') = '*'"


class BuildWalls(Operation):
    """A migration operation that lets each role see only the rows of the tenant it works for.

    ``models`` are names of models of the app. Those in ``read_by_all`` are walled for writing only.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, *models: str, read_by_all: tuple[str, ...] = ()) -> None:
        self.models, self.read_by_all = models, read_by_all

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__qualname__, list(self.models), {"read_by_all": self.read_by_all}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Leave the models as they are: policies exist in the database alone."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        for model in self.models:
            table = _table(schema_editor, to_state, app_label, model)
            schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", None)
            schema_editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY", None)
            schema_editor.execute(f"CREATE POLICY own_tenant ON {table} USING ({_OWN})", None)
            schema_editor.execute(
                f"CREATE POLICY all_tenants ON {table} TO CURRENT_USER USING ({_ALL})", None
            )
            if model in self.read_by_all:
                schema_editor.execute(
                    f"CREATE POLICY read_by_all ON {table} FOR SELECT USING (true)", None
                )

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        for model in self.models:
            table = _table(schema_editor, from_state, app_label, model)
            for policy in ("own_tenant", "all_tenants", "read_by_all", "directory"):
                schema_editor.execute(f"DROP POLICY IF EXISTS {policy} ON {table}", None)
            schema_editor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", None)
            schema_editor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY", None)

    def describe(self) -> str:
        return f"Build the walls between tenants of {', '.join(self.models)}"


def _table(schema_editor: Any, state: Any, app_label: str, model: str) -> str:
    return schema_editor.quote_name(state.apps.get_model(app_label, model)._meta.db_table)


def ask_directory(function: str, key: str | None) -> Any:
    """Return what a function says that looks over all tenants (accounts/sql/directory.sql).

    These see all rows by themselves. Where one role of the database does everything they do so only
    if the connection says that it works for all tenants, so it does.
    """
    with within(ALL_TENANTS), connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [key])
        (answer,) = cursor.fetchone()
    return answer


def rows_of_directory(function: str, *values: Any) -> list[tuple[Any, ...]]:
    """Return the rows of such a function, which tell of several tenants."""
    with within(ALL_TENANTS), connection.cursor() as cursor:
        cursor.callproc(function, list(values))
        return cursor.fetchall()


def tenant_of(what: str, key: str) -> str:
    """Return the id of the tenant to which something belongs; ``""`` where there is none.

    ``what`` names one of the functions ``tenant_of_…``, which return this id alone. They serve
    callers whose tenant is not known yet.
    """
    return ask_directory(f"tenant_of_{what}", key) or ""


def enter_tenant_of(what: str, key: str) -> bool:
    """Show the rest of the request the rows of that tenant; return False where there is none."""
    tenant_id = tenant_of(what, key)
    if tenant_id:
        show_rows_of(tenant_id)
    return bool(tenant_id)


class NoTenant(Exception):
    """A request asked for rows of tenants before it said of which: it would have found none."""


def require_tenant(execute: Any, sql: str, params: Any, many: bool, context: dict) -> Any:
    """Notice a statement about tenants' rows that a request sends before a tenant is known.

    The database shows it no rows, which looks like an answer. Tests raise NoTenant instead, and
    production logs an error (WALLS_RAISE).
    """
    if is_in_request() and not visible_tenant() and (found := _walled_tables() & _words(sql)):
        fault = f"{min(found)} was asked for before a tenant was known."
        if settings.WALLS_RAISE:
            raise NoTenant(fault)
        logger.error(fault)
    return execute(sql, params, many, context)


def watch(*, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Notice such statements on a new connection; called again when it is made anew."""
    if require_tenant not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, require_tenant)


# Tables of tenants that everybody may read (BuildWalls), or that are found by a secret's digest
# before a tenant is known.
_ASKED_FIRST = frozenset(("tenants_allowedorigin", "accounts_browsersession"))


@cache
def _walled_tables() -> frozenset[str]:
    names = {
        model._meta.db_table
        for model in apps.get_models()
        if any(field.attname == "tenant_id" for field in model._meta.concrete_fields)
    }
    return frozenset(names - _ASKED_FIRST)


def _words(sql: str) -> frozenset[str]:
    return frozenset(_word.findall(sql))
