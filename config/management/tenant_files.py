"""A file with one tenant's rows: a ZIP of COPY's text, table by table, and a list of contents.

The list is the last thing written and the first thing read: without it a file is none.
"""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from django.core.management.base import CommandError
from django.db import ProgrammingError, connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.migrations.recorder import MigrationRecorder
from psycopg.errors import InsufficientPrivilege

from config.db.tenant_rows import (
    Fingerprint,
    copy_in,
    copy_out,
    fingerprint,
    tenant_tables,
)

LIST = "contents.json"

# Bytes that are read from a file at once.
PIECE = 1 << 20


@dataclass(frozen=True)
class Contents:
    """What a file holds: whose rows, by which migrations, and each table's fingerprint."""

    tenant_id: str
    slug: str
    migrations: list[str]
    tables: dict[str, Fingerprint]

    @property
    def rows(self) -> int:
        return sum(found.rows for found in self.tables.values())


def write_tenant(tenant_id: str, slug: str, file: Path) -> Contents:
    """Write all rows of a tenant into a file, as one moment holds them."""
    draft = file.with_name(f"{file.name}.part")
    draft.touch(mode=0o600)
    with (
        transaction.atomic(durable=True),
        connection.cursor() as cursor,
        zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        found = {}
        for table in tenant_tables(cursor):
            with archive.open(f"{table.name}.copy", "w", force_zip64=True) as entry:
                for piece in copy_out(cursor, table, tenant_id):
                    entry.write(piece)
            found[table.name] = fingerprint(cursor, table, tenant_id)
        contents = Contents(tenant_id, slug, _migrations(), found)
        archive.writestr(LIST, json.dumps(asdict(contents)))
    draft.rename(file)
    return contents


def read_contents(file: Path) -> Contents:
    """Return what a file holds; raises a CommandError for one that is none, or cut off."""
    try:
        with zipfile.ZipFile(file) as archive:
            read: dict[str, Any] = json.loads(archive.read(LIST))
        tables = {name: Fingerprint(**one) for name, one in read.pop("tables").items()}
        return Contents(tables=tables, **read)
    except (OSError, zipfile.BadZipFile, KeyError, TypeError, ValueError) as error:
        raise CommandError(f"{file} is no file that export_tenant has written.") from error


def load_tenant(file: Path, contents: Contents, *, keep: bool) -> None:
    """Write the rows of a file into this database, all or none; raises a CommandError.

    Without ``keep`` they are taken back once all were compared.
    """
    if contents.migrations != _migrations():
        raise CommandError(
            "the file and this database are of different releases: bring both to the same one"
            " (manage.py migrate), and export anew."
        )
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        _without_triggers(cursor)
        tables = tenant_tables(cursor)
        _refuse_known(cursor, contents)
        with zipfile.ZipFile(file) as archive:
            for table in tables:
                with archive.open(f"{table.name}.copy") as entry:
                    copy_in(cursor, table, _pieces(entry))
        for table in tables:
            arrived = fingerprint(cursor, table, contents.tenant_id)
            if arrived != contents.tables[table.name]:
                raise CommandError(f"{table.name} holds other rows than the file says.")
        transaction.set_rollback(not keep)


def _without_triggers(cursor: CursorWrapper) -> None:
    """Let rows be written as they are, in any order: what triggers would derive comes along."""
    try:
        cursor.execute("SET LOCAL session_replication_role = replica")
    except ProgrammingError as error:
        if not isinstance(error.__cause__, InsufficientPrivilege):
            raise
        role = connection.settings_dict["USER"]
        raise CommandError(
            "this role of the database may not load rows as they are. Let an administrator run:\n"
            f"GRANT SET ON PARAMETER session_replication_role TO {role};"
        ) from error


def _refuse_known(cursor: CursorWrapper, contents: Contents) -> None:
    cursor.execute(
        "SELECT id = %s FROM tenants_tenant WHERE id = %s OR slug = %s",
        [contents.tenant_id, contents.tenant_id, contents.slug],
    )
    if known := cursor.fetchone():
        which = "this university" if known[0] else f"another university called {contents.slug}"
        raise CommandError(f"this database has {which} already, and nothing was done.")


def _migrations() -> list[str]:
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def _pieces(entry: IO[bytes]) -> Iterator[bytes]:
    while piece := entry.read(PIECE):
        yield piece
